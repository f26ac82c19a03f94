// Whose taking was told just before, for what is said of it without saying whose it was: "The army took A. An aide confirmed
// the capture", and, without a gazetteer, "An aid worker confirmed that A had fallen".
import type { SideId } from '../../model/actor.ts';
import type { Draft, Predicate } from '../marks.ts';
import { isIncumbent, opponentOf } from '../mentions/theatre-sides.ts';
import { inSentence, inSentences } from '../words/by-sentence.ts';
import { sideAt, speakerSideAt } from './actor-meant.ts';

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

/** "The rebels abandoned A. The withdrawal from A was a tactical one": who is told to have left it, wherever that is told. */
const leaverTold = (draft: Draft, predicate: Predicate): SideId | null => {
  if (!draft.theatre.open || predicate.kind !== 'withdrawal' || namesOf(predicate).length === 0) return null;
  const told = draft.predicates.find(
    (other) =>
      other.kind === 'withdrawal' && isTold(other) && other.start !== predicate.start && sharesPlace(predicate, other),
  );
  return sideAt(draft, told?.doer ?? null);
};

const isTold = ({ doer, polarity, modality }: Predicate): boolean =>
  doer !== null && polarity === 'affirmed' && modality === 'actual';

/** "The army took A and B. … C, which was seized on Tuesday": the one side that is told to have taken anything so far. */
export const onlyTaker = (draft: Draft, { start }: Predicate): SideId | null => {
  if (!draft.theatre.open) return null;
  const takings = draft.predicates.filter(
    (other) => other.start < start && TAKING.includes(other.kind) && isTold(other),
  );
  const sides = new Set(takings.map(({ doer }) => sideAt(draft, doer)));
  const [only] = sides.size === 1 ? sides : [];
  return only ?? null;
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

/** "The rebels captured A. It was retaken on Tuesday", "The army retook A, which was captured in May": one took it from the other. */
const isWonBack = ({ kind, ...rest }: Predicate, before: Predicate): boolean =>
  kind !== before.kind && TAKING.includes(kind) && sharesPlace({ kind, ...rest }, before);

/** "the capture of A", "its fall", without a word of whose. */
export const isBareNoun = ({ kind, tense, doer }: Predicate): boolean =>
  kind === 'capture' && tense === 'none' && doer === null;

/** "The foreign troops have left A. It was handed over to the army": who has left gave it. */
const leaverBefore = (draft: Draft, predicate: Predicate): SideId | null => {
  const to = sideAt(draft, predicate.receiver);
  if (to === null || !predicate.placeFromContext) return null;
  const near = inSentences(draft.predicates, { from: predicate.sentence - 1, to: predicate.sentence });
  const left = near.findLast(
    ({ kind, start, doer }) => kind === 'withdrawal' && start < predicate.start && doer !== null,
  );
  const side = sideAt(draft, left?.doer ?? null);
  return side === to ? null : side;
};

/** Who left it, where its own words do not say. */
export const leaverMeant = (draft: Draft, predicate: Predicate): SideId | null =>
  leaverBefore(draft, predicate) ?? leaverTold(draft, predicate);

/** "An operation TO LIBERATE A will begin, said the ministry": so speaks who means to have it back. */
export const liberator = (draft: Draft, { modality, doer, kind, sentence, start }: Predicate): SideId | null => {
  const { lexicon, open } = draft.theatre;
  if (!open || modality !== 'planned' || doer !== null || !TAKING.includes(kind)) return null;
  const { tokens = [] } = draft.sentences[sentence] ?? {};
  const verb = tokens.find((token) => token.start >= start && !lexicon.has('infinitiveMarks', token.word))?.word ?? '';
  const speaker = lexicon.has('liberatingForms', verb) ? speakerSideAt(draft, start) : null;
  return speaker !== null && isIncumbent(speaker, draft.theatre) ? speaker : null;
};
