// A name with its rank put beside it: "fled from A, the third town to fall", "captured A, the first town to fall since May".
// Invariant: what a verb before has told of the name is told once; what is next has not come about.
import type { Predicate } from '../marks.ts';
import { isIn, type SentenceView } from '../words/view-sentence.ts';
import { governorAt, type NounPhrase } from './noun-phrases.ts';
import type { Parse } from './parse.ts';

/** ", ONLY TO lose it again": no rank, but what came next. */
const isOutcomeAt = (view: SentenceView, comma: number): boolean =>
  isIn(view, 'onlyWords', comma + 1) && isIn(view, 'toWords', comma + 2);

const isRankAt = (view: SentenceView, comma: number): boolean =>
  !isOutcomeAt(view, comma) &&
  [comma + 1, comma + 2].some((at) => isIn(view, 'ordinalWords', at) && !isIn(view, 'nextFates', at));

/** Whether a phrase is one name and the rank that it has among those of which something is told. */
export const isRanked = (view: SentenceView, { from, to, places }: NounPhrase): boolean => {
  const comma = view.tokens.findLastIndex(({ word }, at) => at > from && at < to && word === ',');
  const named = places?.counted === false && places.items.length === 1 && places.items[0]?.place != null;
  return comma > 0 && isRankAt(view, comma) && named && governorAt(view, from) !== null;
};

const TAKINGS: readonly Predicate['kind'][] = ['capture', 'recapture', 'loss', 'surrender'];

/** "captured A, THE FIRST TOWN TO FALL since May": the rank of what was just told, and no second deed. */
export const isRankOfTold = (
  { view }: Parse,
  told: readonly Predicate[],
  { kind, start, items }: Predicate,
): boolean => {
  const comma = view.tokens.findLastIndex((token) => token.word === ',' && token.start < start);
  const from = view.tokens[comma]?.start ?? 0;
  // "captured A, the first day of the push, and SEIZED B": a deed with a name of its own.
  const own = items.some(({ place }) => place !== null && place.start > from);
  return (
    TAKINGS.includes(kind) &&
    !own &&
    isRankAt(view, comma) &&
    told.some(
      (other) => TAKINGS.includes(other.kind) && other.start < from && other.items.some(({ place }) => place !== null),
    )
  );
};

/** Words of "the next provincial capital of N to". */
const NEXT = 7;

/** "A will be the NEXT town TO FALL": what is next has not come about. */
export const isYetToCome = ({ view, verbs }: Parse, { start }: Predicate): boolean => {
  const verb = verbs.find(
    ({ from, to }) => (view.tokens[from]?.start ?? 0) <= start && start < (view.tokens[to - 1]?.end ?? 0),
  );
  if (verb?.infinitive !== true) return false;
  // "the next town to fall WAS A": it fell.
  if (isIn(view, 'be', verb.to) && !isIn(view, 'presentBe', verb.to)) return false;
  for (let at = verb.from - 1; at >= Math.max(0, verb.from - NEXT) && view.tokens[at]?.type === 'word'; at--)
    if (isIn(view, 'nextFates', at)) return isIn(view, 'definiteArticles', at - 1);
  return false;
};
