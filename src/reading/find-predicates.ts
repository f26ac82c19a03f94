// Finds what the lexicon's rules say of places: verbs first, then nouns, then "rebel-held"; one predicate a match.
// Invariant: a word carries one predicate; a noun inside a verb's match ("lost CONTROL of") carries none of its own.
import { findNounPredicates } from './find-noun-predicates.ts';
import { findStatePredicates } from './find-state-predicates.ts';
import { findVerbPredicates } from './find-verb-predicates.ts';
import type { Draft, Predicate } from './marks.ts';
import { parseSentence } from './parse-sentence.ts';
import { viewSentences } from './view-sentence.ts';

/** Pass: fills `predicates`, still with the words of their actors and places. */
export const findPredicates = (draft: Draft): Draft => {
  const predicates = viewSentences(draft).flatMap((view): Predicate[] => {
    const parse = parseSentence(view);
    const verbs = findVerbPredicates(parse);
    return [...verbs, ...findNounPredicates(parse, verbs), ...findStatePredicates(parse)].sort(
      (a, b) => a.start - b.start,
    );
  });
  const trace = predicates.map(({ clause, kind, rule, dropped }) => ({
    pass: 'findPredicates',
    span: clause,
    says: `${kind} by the rule "${rule}"${dropped === null ? '' : `, dropped: ${dropped}`}`,
  }));
  return {
    ...draft,
    predicates: predicates.filter((found) => found.dropped === null),
    trace: [...draft.trace, ...trace],
  };
};
