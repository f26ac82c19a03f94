// "They say that A was taken back. NOTHING WAS TAKEN BACK.": the verb of what was told, said again of nothing.
// Invariant: the verb ends its clause, and the sentence before tells by the same verb; it denies that, and no more.

import { parseSentence } from '../clauses/parse-sentence.ts';
import type { Predicate } from '../marks.ts';
import { isIn, type SentenceView, wordsOf } from '../words/view-sentence.ts';
import { clauseSpan } from './make-predicate.ts';

/** Words of "taken back again". */
const PARTICLES = 2;

/** Where the clause ends behind the verb and its particles; -1 where more is said ("taken FROM THE SHOPS"). */
const endBehind = (view: SentenceView, to: number): number => {
  for (let at = to; at <= to + PARTICLES; at++) {
    const token = view.tokens[at];
    if (token === undefined || token.type === 'mark') return at;
    if (!isIn(view, 'againWords', at) && !isIn(view, 'alongWords', at)) return -1;
  }
  return -1;
};

const nothingIn = (
  views: readonly SentenceView[],
  view: SentenceView,
  before: readonly Predicate[],
): readonly Predicate[] => {
  const [at] = wordsOf(view, 'nothingWords');
  if (at === undefined) return [];
  const parse = parseSentence(view);
  const verb = parse.verbs.find(({ from }) => from === at + 1);
  const end = verb?.passive === true && verb.modal === null ? endBehind(view, verb.to) : -1;
  if (verb === undefined || end < 0) return [];
  const start = view.tokens[at]?.start ?? view.sentence.start;
  const tells = ({ sentence, start: from, end: until }: Predicate): boolean => {
    const told = views[sentence];
    return (
      told !== undefined &&
      parseSentence(told).verbs.some(
        (other) =>
          (told.tokens[other.head]?.end ?? 0) > from &&
          (told.tokens[other.head]?.start ?? until) < until &&
          other.lemmas.some((lemma) => verb.lemmas.includes(lemma)),
      )
    );
  };
  const said = before.findLast(
    (one) => one.dropped === null && one.start < start && view.sentence.index - one.sentence === 1 && tells(one),
  );
  if (said === undefined) return [];
  const span = { start, end: view.tokens[end - 1]?.end ?? start, sentence: view.sentence.index };
  return [
    {
      ...said,
      ...span,
      ...{ rule: 'nothing was done', clause: clauseSpan(parse, at, verb.to), polarity: 'denied', modality: 'actual' },
      tense: 'past',
      echoes: said.echoes ?? said.start,
    },
  ];
};

/** All of a report's sentences, each knowing what was said before. */
export const nothingDone = (views: readonly SentenceView[], predicates: readonly Predicate[]): readonly Predicate[] =>
  views.flatMap((view) => nothingIn(views, view, predicates));
