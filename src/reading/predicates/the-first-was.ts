// "Two towns fell on Monday. THE FIRST WAS A. The other was B.": what was told of several, told of each by its order.
// Invariant: a number stands before it, a name behind its verb, and what was told last is a change of hands.

import { objectFrom, parseSentence } from '../clauses/parse-sentence.ts';
import { isSegmentEnd } from '../clauses/segments.ts';
import type { Predicate } from '../marks.ts';
import { numberOf } from '../words/numbers.ts';
import { orderOf } from '../words/order-words.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { clauseSpan } from './make-predicate.ts';

/** So many sentences back the several may have been told of. */
const BACK = 4;

const TOLD: readonly Predicate['kind'][] = ['capture', 'loss', 'recapture', 'surrender', 'withdrawal'];

/** "THE FIRST was", "THE OTHER was": where its verb stands; -1 where no such words open the sentence. */
const rankEnd = (view: SentenceView): number => {
  if (!isIn(view, 'referenceArticles', 0)) return -1;
  return orderOf(wordAt(view, 1), view.lexicon) !== null || isIn(view, 'otherWords', 1) ? 2 : -1;
};

/** "their SECOND success", "TWO towns". */
const isOfSeveral = ({ tokens, lexicon }: SentenceView): boolean =>
  tokens.some(({ word }) => (numberOf([word], lexicon) ?? 0) > 1 || orderOf(word, lexicon) !== null);

const rankedIn = (
  views: readonly SentenceView[],
  view: SentenceView,
  before: readonly Predicate[],
): readonly Predicate[] => {
  const at = rankEnd(view);
  if (at < 0) return [];
  const parse = parseSentence(view);
  const [verb] = parse.verbs;
  if (verb?.from !== at || verb.negated || verb.modal !== null) return [];
  if (!isIn(view, 'be', verb.head) || isIn(view, 'presentBe', verb.head)) return [];
  const group = objectFrom(parse, verb.to);
  // "The first was THAT of A": one of something else.
  if (isIn(view, 'referencePointers', verb.to)) return [];
  if (group === null || group.counted || group.items.some(({ place }) => place === null)) return [];
  if (!isSegmentEnd(parse, group.to) && !isInAny(view, ['timeStarts', 'clauseRelatives'], group.to)) return [];
  const { index } = view.sentence;
  const last = before.findLast(
    ({ sentence, dropped, polarity, modality, kind }) =>
      sentence < index && dropped === null && polarity === 'affirmed' && modality === 'actual' && TOLD.includes(kind),
  );
  // "Three towns fell. The first was A": the names of a number are told by another pass.
  if (last?.items.some(({ place }) => place !== null && place.counted !== true) !== true) return [];
  if (index - last.sentence > BACK) return [];
  if (!views.slice(Math.max(0, last.sentence - 1), index).some(isOfSeveral)) return [];
  const clause = clauseSpan(parse, 0, group.to);
  const span = { start: clause.start, end: clause.end, sentence: index };
  const told = { rule: 'the first was', items: group.items, placeFromContext: false, placeWord: null };
  return [{ ...last, ...span, ...told, clause }];
};

/** All that is told of one of several by its order. */
export const findRanked = (views: readonly SentenceView[], predicates: readonly Predicate[]): readonly Predicate[] =>
  views.flatMap((view) => rankedIn(views, view, predicates));
