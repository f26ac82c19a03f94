// "60 percent of Norland's territory", "half of Norland", "a third of the land": a share of a whole land is no place spoken of before.
// Invariant: only a land without a name of its own on the map; "a third of the city" is told of the city.
import { landAt, unitAt, unitHere } from '../clauses/counted-things.ts';
import type { Draft, PlaceItem, Predicate, ScopeMark } from '../marks.ts';
import { amountAt, lengthIn, numberAt, type Words } from '../words/read-amounts.ts';
import { type Ground, isSmall } from './place-suits.ts';

const PERCENT = 'percent';

/** Behind "half", "a third", "60 percent"; null where no share begins. */
const shareEnd = (words: Words, at: number): number | null => {
  const number = numberAt(words, at);
  const unit = number === null ? null : unitHere(words, number.to);
  if (unit !== null) return unit.value.name === PERCENT ? unit.to : null;
  const amount = amountAt(words, at);
  return amount?.fraction == null ? null : amount.to;
};

const isOfLand = (words: Words, at: number): boolean => {
  const end = shareEnd(words, at);
  return end !== null && lengthIn(words, 'quantityLinks', end) > 0 && landAt(words, end) !== null;
};

/** Words from the verb to the share that it governs. */
const NEAR = 6;

/** A quotation mark may stand before the preposition. */
const OPENING = 2;

/** "IN 26 DISTRICTS the garrison left": so many places, and none of those named elsewhere. */
const opensWithCount = (words: Words): boolean => {
  const at = words.tokens.findIndex(({ word }) => words.lexicon.has('insideLinks', word));
  const amount = at < 0 || at >= OPENING ? null : amountAt(words, at + 1);
  const unit = amount?.count == null || amount.count < 2 ? null : unitAt(words, amount.to);
  return unit?.value.plural === true && words.lexicon.has('placeUnits', unit.value.name);
};

/** Whether a share of a land, or a number of places, is all that the words tell of: nothing names a place. */
export const isOfUnnamed = ({ sentences, theatre }: Draft, { sentence, start }: Predicate): boolean => {
  const tokens = sentences[sentence]?.tokens ?? [];
  const words: Words = { tokens, lexicon: theatre.lexicon };
  const verb = tokens.findIndex((token) => token.start >= start);
  return tokens.slice(verb, verb + NEAR).some((_, i) => isOfLand(words, verb + i)) || opensWithCount(words);
};

/** Words of "of the neighbouring". */
const OWNER = 3;

/** "THE NEIGHBOURING district", "the next town": another one than was spoken of, and it has no name; nor has "the centre OF THE NEXT". */
const isNextDoor = (
  { sentences, theatre: { lexicon } }: Pick<Draft, 'sentences' | 'theatre'>,
  { sentence, from, to, kind }: ScopeMark,
): boolean => {
  const { tokens = [] } = sentences[sentence] ?? {};
  const next = ({ word }: { readonly word: string }): boolean => lexicon.has('nextDoorWords', word);
  const owned = lexicon.has('partLinks', tokens[to]?.word ?? '') && tokens.slice(to, to + OWNER).some(next);
  return owned || (kind !== null && next(tokens[from - 1] ?? { word: '' }));
};

/** Whether "the territory" is what a share is taken of, or "the next town" is another; "500 SQUARE kilometres" is no square. */
export const isLandShared = ({ sentences, theatre }: Draft, { noun, place }: PlaceItem): boolean => {
  if (noun === null || place !== null) return false;
  if (isNextDoor({ sentences, theatre }, noun)) return true;
  const behind = sentences[noun.sentence]?.tokens[noun.to]?.word ?? '';
  if (theatre.lexicon.has('areaMeasures', behind)) return true;
  if (!theatre.lexicon.has('landNouns', noun.noun)) return false;
  const words: Words = { tokens: sentences[noun.sentence]?.tokens ?? [], lexicon: theatre.lexicon };
  const from = Math.max(0, noun.from - NEAR);
  return words.tokens.slice(from, noun.from).some((_, i) => isOfLand(words, from + i));
};

/** "In three districts only THE CENTRE is theirs": each has one, and none of them is named; "In two districts, A and B, …" names them. */
export const isCentreOfMany = (
  { draft, places }: Ground,
  { noun, place }: PlaceItem,
  { sentence }: Predicate,
): boolean => {
  const { sentences, theatre } = draft;
  if (place !== null || noun?.scope !== 'centre') return false;
  const isNamed = places.some(
    (one) => one.mark.sentence === sentence && one.mark.start < noun.start && isSmall(draft, one),
  );
  return !isNamed && opensWithCount({ tokens: sentences[sentence]?.tokens ?? [], lexicon: theatre.lexicon });
};
