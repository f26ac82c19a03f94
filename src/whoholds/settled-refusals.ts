// Names that were refused a place and that a person has since put at one, or taken back: they leave quarantine.
// Invariant: what the reader refused stays recorded with its reading; only what is shown as open follows people's acts.
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerClaim } from '../ledger/records.ts';
import type { Refusal } from '../model/outcome.ts';

const wordsKey = (report: string | null, span: { readonly start: number; readonly end: number } | null): string =>
  `${report} ${span?.start} ${span?.end}`;

const keyOf = ({ claim }: LedgerClaim): string => wordsKey(claim.report, claim.placeSpan);

const isOfPlace = ({ stage }: Refusal): boolean => stage === 'places';

/** The refusals that still wait for somebody: a name is settled when no claim on it stands without a place. */
export const openRefusals = async <T extends Refusal>(
  ledger: Ledger,
  refusals: readonly T[],
): Promise<readonly T[]> => {
  if (!refusals.some(isOfPlace)) return refusals;
  const unplaced = await ledger.unplaced();
  const open = new Set(unplaced.filter(({ retracted }) => retracted === null).map(keyOf));
  const settled = new Set(unplaced.map(keyOf).filter((key) => !open.has(key)));
  return refusals.filter((one) => !isOfPlace(one) || !settled.has(wordsKey(one.report, one.span)));
};
