// Finds what the lexicon's rules say of places: verbs first, then nouns, then "rebel-held"; one predicate a match.
// Invariant: a word carries one predicate; a noun inside a verb's match ("lost CONTROL of") carries none of its own.
import { withFollowed } from './find-followed.ts';
import { findNounPredicates } from './find-noun-predicates.ts';
import { findStatePredicates } from './find-state-predicates.ts';
import { findVerbPredicates } from './find-verb-predicates.ts';
import { NONE_SAID } from './make-predicate.ts';
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
  const views = viewSentences(draft);
  const predicates = withFollowed(views, views.flatMap(predicatesOf));
  const trace = predicates.map(({ clause, kind, rule, dropped }) => ({
    pass: 'findPredicates',
    span: clause,
    says: `${kind} by the rule "${rule}"${dropped === null ? '' : `, dropped: ${dropped}`}`,
  }));
  return {
    ...draft,
    predicates: predicates.filter((one) => one.dropped === null),
    noneSaid: predicates.filter((one) => one.dropped === NONE_SAID),
    trace: [...draft.trace, ...trace],
  };
};
