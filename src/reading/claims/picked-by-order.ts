// "confirmed THE FIRST but denied THE SECOND": which of the places told of together a sentence without a name means.
// Invariant: an order picks one place of several, or none; it never adds any.
import type { UnplacedClaim } from '../../model/claim.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { Span } from '../../model/text.ts';
import type { Draft, Sentence, Token } from '../marks.ts';
import { orderOf } from '../words/order-words.ts';

/** "the first", "the latter claim", "that of the second": the order told, and where the words end; null for none. */
export const orderAt = (
  words: readonly Token[],
  at: number,
  lexicon: Lexicon,
): { readonly order: number; readonly to: number } | null => {
  const order = lexicon.has('referenceArticles', words[at]?.word ?? '')
    ? orderOf(words[at + 1]?.word ?? '', lexicon)
    : null;
  if (order === null) return null;
  const next = words[at + 2];
  // "the first REPORTS" are the earliest, of whatever places.
  const noun =
    !/s$/u.test(next?.word ?? '') &&
    ['confirmedNouns', 'rumourNouns', 'toldThings'].some((list) => lexicon.has(list, next?.word ?? ''));
  const alone =
    next === undefined ||
    next.type === 'mark' ||
    ['conjunctions', 'prepositions', 'verbAdverbs'].some((list) => lexicon.has(list, next.word));
  return noun ? { order, to: at + 3 } : alone ? { order, to: at + 2 } : null;
};

/** Of claims on several places those on the one that these words pick by its order; all of them where they pick none. */
export const pickedByOrder = (
  { theatre: { lexicon } }: Draft,
  { sentence, quote }: { readonly sentence: Sentence; readonly quote: Span },
  claims: readonly UnplacedClaim[],
): readonly UnplacedClaim[] => {
  const words = sentence.tokens.filter(({ start, end }) => start >= quote.start && end <= quote.end);
  const [found] = words.flatMap((_, at) => orderAt(words, at, lexicon) ?? []);
  if (found === undefined) return claims;
  const order = claims.toSorted((a, b) => a.place.span.start - b.place.span.start);
  const places = [...new Set(order.map(({ place }) => place.text))];
  const meant = places.at(found.order > 0 ? found.order - 1 : found.order);
  return places.length < 2 ? claims : claims.filter(({ place }) => place.text === meant);
};
