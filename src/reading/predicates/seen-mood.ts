// What somebody sees others do: "saw the rebels enter A" is done; "Monday WILL see them enter it", "NOBODY saw them enter it" are not.
// Invariant: only a bare verb behind "see" and who is seen; who "could see" it with his eyes saw it.
import type { Kind } from '../../model/claim.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { lemmaIn } from '../clauses/governed-infinitive.ts';
import { isNegatedBefore } from '../clauses/negating-leads.ts';
import type { Parse } from '../clauses/parse.ts';
import { dropped, type Mood } from '../words/moods.ts';
import { isIn, isInAny } from '../words/view-sentence.ts';
import { moodOfModal } from './modal-mood.ts';

/** Words of "the last of the besieged garrison". */
const SEEN = 8;

/** The verb "see" over a bare verb; null where none is. */
const seenBy = ({ view, verbs }: Parse, { bare, from, forms }: VerbGroup): VerbGroup | null => {
  if (!bare || !forms.includes('base')) return null;
  const over = verbs.findLast(({ to }) => to <= from);
  if (over === undefined || from === over.to || from - over.to > SEEN || over.passive) return null;
  if (!lemmaIn(view, over, 'seeingVerbs')) return null;
  return view.tokens.slice(over.to, from).some(({ type }) => type === 'mark') ? null : over;
};

/** "MONDAY could see them enter it", against "residents could see them". */
const isTime = ({ view }: Parse, { from }: VerbGroup): boolean =>
  isInAny(view, ['weekdays', 'months', 'timeNouns', 'lengthNouns'], from - 1);

/** "WANT to see them leave", "are EXPECTED to see": who only wishes or awaits it has not seen it. */
const isAwaited = ({ view, verbs }: Parse, over: VerbGroup): boolean => {
  const governor = over.infinitive ? (verbs.findLast(({ to }) => to <= over.from) ?? null) : null;
  return ['plannedGovernors', 'wantedDoneVerbs', 'wishVerbs'].some((list) => lemmaIn(view, governor, list));
};

/** The mood of what is seen; null where nothing is, or it has been. */
export const moodOfSeen = (parse: Parse, verb: VerbGroup, kind: Kind): Mood | null => {
  const over = seenBy(parse, verb);
  if (over === null) return null;
  if (over.negated || isNegatedBefore(parse, over)) return dropped(kind, 'seen by nobody');
  if (isAwaited(parse, over) || isIn(parse.view, 'likeWords', over.from - 1)) return dropped(kind, 'a wish');
  const eyes = over.modal !== null && isIn(parse.view, 'sightModals', over.from) && !isTime(parse, over);
  return over.modal === null || eyes ? null : moodOfModal(parse.view, over, kind);
};
