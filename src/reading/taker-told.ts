// Whose taking was told just before, for what is said of it without saying whose it was: "The army took A. An aide confirmed
// the capture", and, without a gazetteer, "An aid worker confirmed that A had fallen".
import type { SideId } from '../model/actor.ts';
import { sideAt } from './actor-meant.ts';
import { inSentence, inSentences } from './by-sentence.ts';
import type { Draft, Predicate } from './marks.ts';
import { opponentOf } from './theatre-sides.ts';

/** How many sentences back the taking may be told. */
const BACK = 2;
const TAKING: readonly Predicate['kind'][] = ['capture', 'recapture'];

const namesOf = ({ items }: Predicate): readonly string[] =>
  items.flatMap(({ place }) => (place === null ? [] : [place.text.toLowerCase()]));

/** "the capture" is of what was spoken of; a name must be the same name. */
const sharesPlace = (one: Predicate, other: Predicate): boolean => {
  const names = namesOf(one);
  return names.length === 0 || namesOf(other).some((name) => names.includes(name));
};

/** The side that is told to have taken the place in this sentence or the two before; null where none is. */
export const takerTold = (draft: Draft, predicate: Predicate): SideId | null => {
  const { sentence, start } = predicate;
  const taking = inSentences(draft.predicates, { from: sentence - BACK, to: sentence }).findLast(
    (other) =>
      other.start < start &&
      TAKING.includes(other.kind) &&
      other.polarity === 'affirmed' &&
      other.modality === 'actual' &&
      other.doer !== null &&
      sharesPlace(predicate, other),
  );
  return sideAt(draft, taking?.doer ?? null);
};

/** "The army retook A, days AFTER IT HAD BEEN OVERRUN": by whom it was won back from. */
export const tookItBefore = (draft: Draft, predicate: Predicate): SideId | null => {
  const { lexicon } = draft.theatre;
  const { sentence, start } = predicate;
  const won = inSentence(draft.predicates, sentence).findLast(
    (other) =>
      other.start < start &&
      other.kind === 'recapture' &&
      other.polarity === 'affirmed' &&
      sharesPlace(predicate, other),
  );
  const tokens = draft.sentences[sentence]?.tokens ?? [];
  const after = tokens.some(
    ({ word, start: at }) => at > (won?.end ?? 0) && at < start && lexicon.has('outcomeAfter', word),
  );
  return won === undefined || !after
    ? null
    : (sideAt(draft, won.other) ?? opponentOf(sideAt(draft, won.doer), draft.theatre));
};

/** "The army retook A. B WAS RECAPTURED on Saturday": who took the one before took the next. */
export const takerGoesOn = (draft: Draft, predicate: Predicate): SideId | null => {
  const { sentence, start } = predicate;
  if (!draft.theatre.open) return null;
  const before = inSentences(draft.predicates, { from: sentence - 1, to: sentence }).findLast(
    (other) =>
      other.start < start &&
      TAKING.includes(other.kind) &&
      other.polarity === 'affirmed' &&
      other.modality === 'actual' &&
      other.doer !== null,
  );
  const side = sideAt(draft, before?.doer ?? null);
  return before !== undefined && isWonBack(predicate, before) ? opponentOf(side, draft.theatre) : side;
};

/** "The rebels captured A. It was retaken on Tuesday": from them, by their enemy. */
const isWonBack = (predicate: Predicate, before: Predicate): boolean =>
  predicate.kind === 'recapture' && before.kind === 'capture' && sharesPlace(predicate, before);

/** "the capture of A", "its fall", without a word of whose. */
export const isBareNoun = ({ kind, tense, doer }: Predicate): boolean =>
  kind === 'capture' && tense === 'none' && doer === null;
