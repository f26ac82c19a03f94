// Everything that is told of one cell on one day: the answer, what it was before, what copies alone would say, what would change it.
import type { Ledger } from '../ledger/ledger.ts';
import type { ChangeBetween, ControlPeriod } from '../model/control.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Instant } from '../model/time.ts';
import type { Why } from './contract.ts';
import { findHadOnly } from './had-only.ts';
import type { Looked } from './what-if.ts';

/** When the holder of the last period took the cell: told with the first of its holder's periods in a row. */
const takenBetween = (periods: readonly ControlPeriod[]): ChangeBetween | null => {
  const holder = periods.at(-1)?.holder ?? null;
  const other = periods.findLastIndex((one) => one.holder !== holder);
  return holder === null ? null : (periods[other + 1]?.changeBetween ?? null);
};

/** `periods`: those of the cell up to and with the day asked about. */
export const tellWhy = async (
  where: { readonly ledger: Ledger; readonly theatre: Theatre; readonly asOf: Instant | null; readonly seq: number },
  looked: Looked,
  periods: readonly ControlPeriod[],
): Promise<Why> => {
  const [before, now] = periods.slice(-2);
  const found = {
    assessment: looked.assessment,
    hadOnly: await findHadOnly(where, looked),
    wouldChange: looked.wouldChange(),
    changeBetween: takenBetween(periods),
  };
  if (now === undefined || before === undefined) return { ...found, changedFrom: null, changedBecause: [] };
  const changedFrom = { holder: before.holder, status: before.status, until: now.from };
  return { ...found, changedFrom, changedBecause: now.because };
};
