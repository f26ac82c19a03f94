// Finds what the lexicon's rules say of places: verbs first, then nouns, then "rebel-held"; one predicate a match.
// Invariant: a word carries one predicate; a noun inside a verb's match ("lost CONTROL of") carries none of its own.
import { findNounPredicates } from './find-noun-predicates.ts';
import { findStatePredicates } from './find-state-predicates.ts';
import { findVerbPredicates } from './find-verb-predicates.ts';
import type { Draft, Predicate } from './marks.ts';
import { parseSentence } from './parse-sentence.ts';
import { type SentenceView, viewSentences } from './view-sentence.ts';

const found = new WeakMap<SentenceView, readonly Predicate[]>();

/** The predicates of a sentence, found once for each view. */
const predicatesOf = (view: SentenceView): readonly Predicate[] => {
  const known = found.get(view);
  if (known !== undefined) return known;
  const parse = parseSentence(view);
  const verbs = findVerbPredicates(parse);
  const others = [...findNounPredicates(parse, verbs), ...findStatePredicates(parse)];
  const all = [...verbs, ...others].sort((a, b) => a.start - b.start);
  found.set(view, all);
  return all;
};

/** Pass: fills `predicates`, still with the words of their actors and places. */
export const findPredicates = (draft: Draft): Draft => {
  const predicates = viewSentences(draft).flatMap(predicatesOf);
  const trace = predicates.map(({ clause, kind, rule, dropped }) => ({
    pass: 'findPredicates',
    span: clause,
    says: `${kind} by the rule "${rule}"${dropped === null ? '' : `, dropped: ${dropped}`}`,
  }));
  return {
    ...draft,
    predicates: predicates.filter((one) => one.dropped === null),
    trace: [...draft.trace, ...trace],
  };
};
