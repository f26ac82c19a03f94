// What is told of the whole land or of one of a rank, and of no place spoken of before: "soldiers are leaving posts IN RURAL
// AREAS ACROSS THE COUNTRY", "captured THE LAST DISTRICT of the province".
// Invariant: asked only of a place that was named before; what the sentence itself goes on to name is meant.
import type { Draft, PlaceItem, Predicate } from './marks.ts';
import { isIn, phraseLength, type SentenceView, viewSentences, wordAt } from './view-sentence.ts';

/** "in rural areas" is anywhere; "in the rural areas OF THE DISTRICT" is there. */
const isOpenWhere = (view: SentenceView, at: number): boolean => {
  const length = phraseLength(view, 'landWide', at);
  return length > 0 && !(isIn(view, 'partLinks', at + length) && !isOfLand(view, at + length + 1));
};

const isOfLand = (view: SentenceView, at: number): boolean =>
  isIn(view, 'landWords', isIn(view, 'determiners', at) ? at + 1 : at);

/** "two posts", "their outposts": parts that any place has. */
const isPart = (item: PlaceItem | null): boolean =>
  item === null || (item.place === null && item.noun?.kind === null && item.noun.plural && item.within.length === 0);

/** Whether the clause says that it goes on all over the land. */
export const isLandWide = (draft: Draft, item: PlaceItem | null, { sentence, start, clause }: Predicate): boolean => {
  const view = viewSentences(draft)[sentence];
  if (view === undefined || !isPart(item)) return false;
  const begins = Math.min(start, clause.start);
  const from = view.tokens.findLastIndex((token) => token.end <= begins && /^[,;:]$/.test(token.word)) + 1;
  for (let at = from; at < view.tokens.length; at++) {
    if (/^[,;:]$/.test(wordAt(view, at)) && (view.tokens[at]?.start ?? 0) > start) return false;
    if (isOpenWhere(view, at)) return true;
  }
  return false;
};

/** "the LAST district", "the ONLY province": one that stands out among many, and not the one spoken of. */
export const isOfRank = (draft: Draft, { place, noun }: PlaceItem): boolean => {
  const view = noun === null ? undefined : viewSentences(draft)[noun.sentence];
  if (view === undefined || noun?.kind == null || noun.plural || place !== null || noun.refers !== null) return false;
  // "A fell. It WAS the only district that they had": the one that it is.
  const called = isIn(view, 'be', noun.from - 3);
  return !called && isIn(view, 'rankingWords', noun.from - 1) && isIn(view, 'definiteArticles', noun.from - 2);
};
