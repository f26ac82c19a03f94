// "A fell on Monday. B and C FOLLOWED.": what was told last, told of further places.
// Invariant: only named places follow, and only in the sentence of what they follow or the next.
import { hasObject, subjectOf } from './find-subject.ts';
import { clauseSpan } from './make-predicate.ts';
import type { Predicate } from './marks.ts';
import { parseSentence } from './parse-sentence.ts';
import { type SentenceView, wordAt } from './view-sentence.ts';

const mayFollow = ({ dropped, polarity, modality }: Predicate): boolean =>
  dropped === null && polarity === 'affirmed' && modality === 'actual';

const followedIn = (view: SentenceView, before: readonly Predicate[]): readonly Predicate[] => {
  if (!hasEcho(view)) return [];
  const parse = parseSentence(view);
  return parse.verbs.flatMap((verb): Predicate[] => {
    if (!isEcho(view, verb.head) || verb.negated || verb.modal !== null || hasObject(parse, verb)) return [];
    const { places } = subjectOf(parse, verb);
    if (places === null || places.counted || places.items.some(({ place }) => place === null)) return [];
    const start = view.tokens[verb.from]?.start ?? view.sentence.start;
    const last = before.findLast((one) => mayFollow(one) && one.start < start);
    if (last === undefined || view.sentence.index - last.sentence > 1) return [];
    const span = { start, end: view.tokens[verb.to - 1]?.end ?? start, sentence: view.sentence.index };
    const clause = clauseSpan(parse, places.from, verb.to);
    return [{ ...last, ...span, rule: 'follow', items: places.items, placeFromContext: false, clause }];
  });
};

const echoing = new WeakMap<SentenceView, boolean>();

const hasEcho = (view: SentenceView): boolean => {
  const known = echoing.get(view) ?? view.tokens.some((_, at) => isEcho(view, at));
  echoing.set(view, known);
  return known;
};

const isEcho = (view: SentenceView, at: number): boolean =>
  (view.lexicon.verbs.get(wordAt(view, at)) ?? []).some(({ lemma }) => view.lexicon.has('echoVerbs', lemma));

/** The predicates of a report with those of places that only follow. */
export const withFollowed = (
  views: readonly SentenceView[],
  predicates: readonly Predicate[],
): readonly Predicate[] => {
  const followed = views.flatMap((view) => followedIn(view, predicates));
  return followed.length === 0
    ? predicates
    : [...predicates, ...followed].sort((a, b) => a.sentence - b.sentence || a.start - b.start);
};
