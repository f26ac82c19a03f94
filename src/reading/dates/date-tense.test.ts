// Days still to come and days that are over by the verb of their clause, and days that are only part of a name; one
// invented sentence each, in a report of Thursday 24 June 2021.
import { reads } from '../../../test/read-dates-table.ts';

reads(
  'what is arranged for a day',
  `
Talks open on Monday in Garth.                             → 2021-06-28 day
The summit, which starts on Monday, will last three days.  → 2021-06-28 day
Officials said the curfew ends on Monday.                  → 2021-06-28 day
On Monday the country votes for a new council.             → 2021-06-28 day
Two soldiers are to be buried on Monday.                   → 2021-06-28 day
The ban takes effect on Monday.                            → 2021-06-28 day
A strike was called for Monday.                            → 2021-06-28 day
The march is set for Monday.                               → 2021-06-28 day
They may strike on Monday.                                 → 2021-06-28 day`,
);

reads(
  'what is over',
  `
Guards kept the gates open on Monday.                      → 2021-06-21 day
The town came back under Council rule on Monday.           → 2021-06-21 day
The army imposed a new start on Monday.                    → 2021-06-21 day
Army opens offensive on the town on Monday.               → 2021-06-21 day
Rebels close in on the town on Monday.                    → 2021-06-21 day
On Monday the army begins its assault on the town.        → 2021-06-21 day
Soldiers walk out of the town on Monday.                  → 2021-06-21 day
Rebels attacked on Monday as the council meets.            → 2021-06-21 day
The road is closed due to the shelling on Monday.          → 2021-06-21 day
Who is to blame for the blast on Monday is not known.      → 2021-06-21 day
The army will leave the hill that it took on Monday.       → 2021-06-21 day
He will speak to the men elected on Monday.                → 2021-06-21 day
They may have struck on Monday.                            → 2021-06-21 day
A vote had been set for Monday.                            → 2021-06-21 day
The deadline was Monday.                                   → 2021-06-21 day
The summary for Monday lists nine attacks.                 → 2021-06-21 day
The group claimed Monday's blast.                          → 2021-06-21 day`,
);

reads(
  'by and until',
  `
The army hopes to take the hill by Monday.                 → by 2021-06-28 day
The rebels gave the garrison until Monday.                 → until 2021-06-28 day
The market is closed until Monday.                         → until 2021-06-28 day
Rebels demanded that the army leave by Monday.             → by 2021-06-28 day
By Monday the town was in ruins, and nobody could leave.   → by 2021-06-21 day
The post was held until Monday, when its men were ordered to leave. → until 2021-06-21 day
Rebels had taken nine towns by Monday.                     → by 2021-06-21 day
The army managed to leave by Monday.                       → by 2021-06-21 day
The hill, which is ours, was theirs until Monday.          → until 2021-06-21 day`,
);

reads(
  'halves, quarters, lists',
  `
It fell in the second half of April.                       → 2021-04-16..2021-04-30 month
It fell in the first half of 2020.                         → 2020-01-01..2020-06-30 month
It fell in the third quarter of 2020.                      → 2020-07-01..2020-09-30 month
It fell in the early 1990s.                                → 1990-01-01..1993-05-01 month
Shells hit the town on June 12, 13 and 14.                 → 2021-06-12..2021-06-14 about
The court sat on 5, 6 and 8 June.                          → 2021-06-05..2021-06-08 about`,
);

reads(
  'names',
  `
He lives at 12 May Street.                                 →
The column crossed the 14 July Bridge.                     →
In Fall River the mills are shut.                          →
The Friday mosque was damaged.                             →
He went to Sunday school.                                  →
The second half was better.                                →
They killed 5, 6 and 8 people.                             →`,
);

reads(
  'hours, nights, forecasts',
  `
It will take effect from 00:01 on Monday.                  → 2021-06-28 day
It was hit on the night of June 10 to 11.                  → 2021-06-10..2021-06-11 about
The accord was reached on the last day of May.             → 2021-05-31 day
More rain is forecast for Monday.                          → 2021-06-28 day
Officials expect the flood to peak on Monday.              → 2021-06-28 day
The report is due on Monday.                               → 2021-06-28 day
Nurses walk out on Monday.                                 → 2021-06-28 day
Rebels were poised to enter the town on Monday.            → 2021-06-21 day
He will be 40 in November.                                 → 2021-11-01..2021-11-30 month
He was 40 in November.                                     → 2020-11-01..2020-11-30 month
The April 6 Youth Movement called for a strike.            →
It will last three days.                                   →`,
);
