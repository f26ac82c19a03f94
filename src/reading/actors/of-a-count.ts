// What is said of a number of places is said of none that the report names: "only one district is left", "ten of them are in A".
// Invariant: only a number that stands right before the noun, the pronoun or the verb; "the one district" is a place.
import { bareNumberAt } from '../clauses/bare-numbers.ts';
import type { PlaceItem, Predicate } from '../marks.ts';
import { canBeProvince } from '../place-groups/place-item.ts';
import { amountAt, lengthIn, type Words } from '../words/read-amounts.ts';
import { isIn, isInAny, type SentenceView } from '../words/view-sentence.ts';

/** So many words may stand between the number and its noun: "not a single RURAL district". */
const DESCRIBING = 3;

const wordsOf = ({ tokens, lexicon }: SentenceView): Words => ({ tokens, lexicon });

/** "ONLY ONE district", "ANY district", "NOT A SINGLE post": a number of one or none that is weighed. */
const isNumbered = (view: SentenceView, { noun, place }: PlaceItem): boolean => {
  if (noun === null || noun.plural) return false;
  // "any outpost in A" tells of A; "any district of A" of no district.
  if (place !== null && (place.from < noun.from || noun.kind !== 'district')) return false;
  for (let at = noun.from - 1; at >= Math.max(0, noun.from - DESCRIBING - 2); at -= 1) {
    const amount = amountAt(wordsOf(view), at);
    if (amount === null || amount.to > noun.from || amount.to < noun.from - DESCRIBING) continue;
    // "not a single SOLDIER IN THE town": a number of men.
    const between = view.tokens.slice(amount.to, noun.from);
    if (between.some((_, i) => isInAny(view, ['prepositions', 'definiteArticles'], amount.to + i))) continue;
    const one = amount.count === 1 && amount.weighed;
    if ((one || amount.ifDenied === true) && !isIn(view, 'definiteArticles', at - 1)) return true;
  }
  return false;
};

/** "Ten OF THEM are in Ashford": places of which as many lie there; a pronoun of men has a smaller place. */
const isPartOfThem = (view: SentenceView, { doer, items }: Predicate): boolean => {
  if (doer === null || !doer.pronoun || !isIn(view, 'partLinks', doer.from - 1)) return false;
  const counted = [1, 2, 3].some((back) => amountAt(wordsOf(view), doer.from - 1 - back)?.to === doer.from - 1);
  return counted && items.some((item) => canBeProvince(view, item));
};

/** So many words may stand between the deed and "in 39". */
const NEAR = 4;

/** "was beaten back IN 39", "IN FOUR the fighting goes on": in so many of the places counted before. */
const isInSome = (view: SentenceView, { placeFromContext, start, end }: Predicate): boolean => {
  if (!placeFromContext) return false;
  const [from, to] = [start, end].map((at) => view.tokens.findIndex((token) => token.end >= at)) as [number, number];
  return view.tokens.some((_, at) => {
    const beside = (at > to && at <= to + NEAR) || (at <= 1 && from - at <= NEAR);
    const led = isInAny(view, ['insideWords', 'verbLinks'], at - 1);
    return beside && led && bareNumberAt(wordsOf(view), at) !== null;
  });
};

/** "…, and IN AT LEAST TEN THERE was no fight": the same at the head of a later clause. */
const isThereInSome = (view: SentenceView, { placeFromContext, start }: Predicate): boolean => {
  const from = view.tokens.findIndex((token) => token.end >= start);
  for (let at = from; placeFromContext && at > Math.max(0, from - NEAR - 2); at -= 1) {
    const amount = isIn(view, 'insideWords', at - 1) ? amountAt(wordsOf(view), at) : null;
    const opens = view.tokens[at - 2]?.type === 'mark' || isInAny(view, ['conjunctions', 'saidLinks'], at - 2);
    if (amount !== null && amount.count !== null && opens && isIn(view, 'thereWords', amount.to)) return true;
  }
  return false;
};

/** "the loss of two districts; BOTH will be retaken": of two that were counted and not named. */
const isOfCounted = (view: SentenceView, { noun }: PlaceItem): boolean => {
  if (noun === null || noun.refers?.by !== 'number') return false;
  const counted = view.tokens.findLastIndex((_, at) => {
    const amount = at < noun.from ? amountAt(wordsOf(view), at) : null;
    return amount?.count === (noun.refers?.count ?? 2) && view.markAt[amount.to]?.type === 'scope';
  });
  return counted >= 0 && !view.marks.some(({ type, from }) => type === 'place' && from > counted && from < noun.from);
};

/** "A number of", "a large number of": several, and a way to say that there are some. */
const isSome = (view: SentenceView, at: number): boolean =>
  isIn(view, 'indefiniteArticles', at - 1) || isIn(view, 'indefiniteArticles', at - 2);

/** "THE NUMBER OF posts that were abandoned": only how many there are is told. */
const isOfNumber = (view: SentenceView, { noun, place }: PlaceItem): boolean =>
  noun !== null &&
  place === null &&
  [1, 2, 3].some(
    (back) => lengthIn(wordsOf(view), 'numberOf', noun.from - back) === back && !isSome(view, noun.from - back),
  );

/** "IN MOST PLACES the soldiers gave up": in so many, and in none that is named. */
const isInMany = (view: SentenceView, { items, start }: Predicate): boolean =>
  // "in some places, but most of THE TOWN": one place, told of by itself.
  items.every(({ place, noun }) => place === null && (noun?.definite !== true || noun.plural)) &&
  view.tokens.some(
    (token, at) =>
      token.start < start &&
      isIn(view, 'manyWords', at) &&
      isIn(view, 'insideWords', at - 1) &&
      isIn(view, 'anyPlaces', at + 1),
  );

/** "they have NO DISTRICT under rebel control": a no that the deed's words do not have. */
const isOfNone = (view: SentenceView, { polarity }: Predicate, { noun, place }: PlaceItem): boolean =>
  polarity === 'affirmed' &&
  noun !== null &&
  place === null &&
  !noun.plural &&
  isIn(view, 'nounNegations', noun.from - 1);

/** "Eleven OF THEM were safe": so many, and none that is named. */
const areSomeOfThem = (view: SentenceView, { placeFromContext, placeWord, clause }: Predicate): boolean => {
  const at = view.tokens.findIndex(({ start }) => start >= clause.start);
  if (!placeFromContext || (!isIn(view, 'pluralPronouns', at) && placeWord === null)) return false;
  // "Neither of them" is said of each.
  const counted = [1, 2, 3].some((back) => {
    const amount = amountAt(wordsOf(view), at - 1 - back);
    return amount?.to === at - 1 && (amount.count ?? 0) > 0;
  });
  return isIn(view, 'partLinks', at - 1) && counted;
};

/** Whether a predicate tells of a number and of no place. */
export const isOfCount = (view: SentenceView, predicate: Predicate): boolean =>
  isPartOfThem(view, predicate) ||
  isInSome(view, predicate) ||
  isThereInSome(view, predicate) ||
  isInMany(view, predicate) ||
  areSomeOfThem(view, predicate) ||
  predicate.items.some((item) => NUMBERED.some((is) => is(view, item)) || isOfNone(view, predicate, item));

const NUMBERED = [isNumbered, isOfCounted, isOfNumber];
