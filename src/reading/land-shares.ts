// "60 percent of Syria's territory", "half of Syria", "a third of the land": a share of a whole land is no place spoken of before.
// Invariant: only a land without a name of its own on the map; "a third of the city" is told of the city.
import { landAt, unitHere } from './counted-things.ts';
import type { Draft, PlaceItem, Predicate } from './marks.ts';
import { amountAt, lengthIn, numberAt, type Words } from './read-amounts.ts';

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

/** Whether a verb governs a share of a land, where nothing names a place. */
export const governsLand = ({ sentences, theatre }: Draft, { sentence, start }: Predicate): boolean => {
  const tokens = sentences[sentence]?.tokens ?? [];
  const words: Words = { tokens, lexicon: theatre.lexicon };
  const verb = tokens.findIndex((token) => token.start >= start);
  return tokens.slice(verb, verb + NEAR).some((_, i) => isOfLand(words, verb + i));
};

/** Whether "the territory" is what a share is taken of. */
export const isLandShared = ({ sentences, theatre }: Draft, { noun, place }: PlaceItem): boolean => {
  if (noun === null || place !== null || !theatre.lexicon.has('landNouns', noun.noun)) return false;
  const words: Words = { tokens: sentences[noun.sentence]?.tokens ?? [], lexicon: theatre.lexicon };
  const from = Math.max(0, noun.from - NEAR);
  return words.tokens.slice(from, noun.from).some((_, i) => isOfLand(words, from + i));
};
