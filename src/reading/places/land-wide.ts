// What is told of the whole land or of one of a rank, and of no place spoken of before: "soldiers are leaving posts IN RURAL
// AREAS ACROSS THE COUNTRY", "captured THE LAST DISTRICT of the province".
// Invariant: asked only of a place that was named before; what the sentence itself goes on to name is meant.
import type { Draft, PlaceItem, Predicate } from '../marks.ts';
import { isIn, phraseLength, type SentenceView, viewSentences, wordAt } from '../words/view-sentence.ts';
import type { NamedPlace } from './named-places.ts';

/** "in rural areas" is anywhere; "in the rural areas OF THE DISTRICT" is there. */
const isOpenWhere = (view: SentenceView, at: number): boolean => {
  const length = phraseLength(view, 'landWide', at);
  return length > 0 && !(isIn(view, 'partLinks', at + length) && !isOfLand(view, at + length + 1));
};

const isOfLand = (view: SentenceView, at: number): boolean =>
  isIn(view, 'landWords', isIn(view, 'determiners', at) ? at + 1 : at);

interface Meant {
  readonly predicate: Predicate;
  readonly named: NamedPlace;
}

/** "two posts", "their outposts": parts that any place has. */
const isPart = (item: PlaceItem | null): boolean =>
  item === null || (item.place === null && item.noun?.kind === null && item.noun.plural && item.within.length === 0);

/** "abandoning DISTRICT CENTRES and bases": who leaves many of what a place has one of leaves no one place. */
const areCentres = ({ place, noun, scope, within }: PlaceItem): boolean =>
  place === null && noun?.plural === true && within.length === 0 && (noun.kind === 'district' || scope === 'centre');

/** Words of "or withdrawing from key administrative". */
const SHARED = 6;

/** "are SURRENDERING or withdrawing from district centres": of the same many. */
const sharesCentres = (view: SentenceView, { end, items }: Predicate): boolean => {
  const from = view.tokens.findIndex((token) => token.start >= end);
  if (items.length > 0 || !isIn(view, 'conjunctions', from)) return false;
  return view.marks.some(
    (mark) =>
      mark.type === 'scope' &&
      mark.plural &&
      (mark.kind === 'district' || mark.scope === 'centre') &&
      mark.from > from &&
      mark.from <= from + SHARED,
  );
};

/** Whether the clause says that it goes on all over the land, or in many places at once, and not in the one named before. */
export const isLandWide = (draft: Draft, item: PlaceItem | null, { predicate, named }: Meant): boolean => {
  const { sentence, start, clause } = predicate;
  const view = viewSentences(draft)[sentence];
  if (view === undefined || !isPart(item)) return false;
  // "the two districts and all THEIR posts": of those that were named.
  if (named.mark.end > start || isIn(view, 'possessives', (item?.noun?.from ?? 0) - 1)) return false;
  if (predicate.items.some(areCentres) || (item === null && sharesCentres(view, predicate))) return true;
  if (named.mark.sentence === sentence) return false;
  const begins = Math.min(start, clause.start);
  const from = view.tokens.findLastIndex((token) => token.end <= begins && /^[,;:]$/.test(token.word)) + 1;
  for (let at = from; at < view.tokens.length; at++) {
    if (/^[,;:]$/.test(wordAt(view, at)) && (view.tokens[at]?.start ?? 0) > start) return false;
    if (isOpenWhere(view, at)) return true;
  }
  return false;
};

/** "the LAST district", "the ONLY province", "the country's THIRD-LARGEST city": one that stands out among many, and not the one spoken of. */
export const isOfRank = (draft: Draft, { place, noun }: PlaceItem): boolean => {
  const view = noun === null ? undefined : viewSentences(draft)[noun.sentence];
  if (view === undefined || noun?.kind == null || noun.plural || place !== null || noun.refers !== null) return false;
  if (!isIn(view, 'rankingWords', noun.from - 1)) return false;
  let first = noun.from - 1;
  while (wordAt(view, first - 1) === '-' || isIn(view, 'ordinalWords', first - 1)) first--;
  // "A fell. It WAS the only district that they had": the one that it is.
  const called = isIn(view, 'be', first - 2);
  const owned = /^['’]s?$/u.test(wordAt(view, first - 1)) && isIn(view, 'landWords', first - 2);
  return !called && (isIn(view, 'definiteArticles', first - 1) || owned);
};
