// How long a place was kept that the same sentence has told the taking of: "took A on Monday and held it for two days."
// Invariant: it begins on the day of the taking; what a speaker tells indirectly ("said they held it") is so when he says it.
import type { Kind } from '../../model/claim.ts';
import { addDays, daysBetween, type When } from '../../model/time.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { DateMark, Draft, Predicate } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import { isNamedStart, samePlace } from './date-bygone.ts';

const TAKING: readonly Kind[] = ['capture', 'recapture', 'entry'];

/** The taking told before it in its sentence, by the same side. */
const takingBefore = (draft: Draft, state: Predicate): Predicate | undefined =>
  inSentence(draft.predicates, state.sentence).findLast(
    (other) =>
      other.start < state.start &&
      TAKING.includes(other.kind) &&
      other.polarity === 'affirmed' &&
      other.modality === 'actual' &&
      other.actor === state.actor &&
      samePlace(other, state),
  );

/** "he said they took it on Monday and held it": how saying puts what may be so still. */
const isIndirect = (draft: Draft, { start, sentence }: Predicate): boolean =>
  frameOver(draft, start)?.by.speaker != null &&
  draft.sentences[sentence]?.tokens.find((token) => token.start >= start)?.quoted !== true;

/** Null where no taking with a day of its own stands before it, or the state has a day of another kind. */
export const heldFor = (
  draft: Draft,
  { predicate, date }: { readonly predicate: Predicate; readonly date: DateMark | null },
  whenOf: (taking: Predicate) => When,
): When | null => {
  if (predicate.kind !== 'hold' || predicate.tense !== 'past' || predicate.polarity === 'denied') return null;
  const lasting = date?.relation === 'since' && date.start > predicate.start && !isNamedStart(draft, date);
  if (lasting ? false : date !== null || isIndirect(draft, predicate)) return null;
  const taking = takingBefore(draft, predicate);
  const when = taking === undefined ? null : whenOf(taking);
  if (when === null || when.precision !== 'day' || when.basis !== 'stated' || when.latest === null) return null;
  const { earliest = null, latest = null } = date?.when ?? {};
  const days = earliest === null || latest === null ? 0 : daysBetween(earliest, latest);
  const precision = days === 0 ? 'day' : 'about';
  return { earliest: when.earliest, latest: addDays(when.latest, days), precision, basis: 'stated' };
};
