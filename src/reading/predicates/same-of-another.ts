// "The mayor said that A had not fallen. He had said THE SAME OF B on Monday.": what the sentence before told last is told again of
// another place.
// Invariant: a verb of saying stands right before the words, and a named place right behind them.
import type { Parse } from '../clauses/parse.ts';
import { objectFrom, parseSentence } from '../clauses/parse-sentence.ts';
import type { Predicate } from '../marks.ts';
import { beginningsOf, phraseLength, type SentenceView } from '../words/view-sentence.ts';
import { clauseSpan } from './make-predicate.ts';

/** Where "the same of" begins behind a verb of saying that nobody denies; -1 for nowhere. */
const sameAt = ({ view, verbs }: Parse): number => {
  const isSaid = (at: number): boolean =>
    verbs.some(
      ({ to, lemmas, negated, modal, passive }) =>
        to === at &&
        !negated &&
        !passive &&
        modal === null &&
        lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma)),
    );
  return (
    beginningsOf(view, ['sameOfPhrases']).find((at) => phraseLength(view, 'sameOfPhrases', at) > 0 && isSaid(at)) ?? -1
  );
};

/** What is said again of the place that is named; nothing where the sentence before told of none. */
export const sameOfAnother = (view: SentenceView, before: readonly Predicate[]): readonly Predicate[] => {
  if (beginningsOf(view, ['sameOfPhrases']).length === 0) return [];
  const parse = parseSentence(view);
  const at = sameAt(parse);
  const group = at < 0 ? null : objectFrom(parse, at + phraseLength(view, 'sameOfPhrases', at));
  if (group === null || group.counted || group.items.some(({ place }) => place === null)) return [];
  const last = before.findLast(
    ({ sentence, dropped, items }) => sentence === view.sentence.index - 1 && dropped === null && items.length > 0,
  );
  if (last === undefined) return [];
  const clause = clauseSpan(parse, at, group.to);
  const span = { start: clause.start, end: clause.end, sentence: view.sentence.index };
  return [{ ...last, ...span, rule: 'the same of', items: group.items, placeFromContext: false, clause }];
};
