// A noun that tells of what has not come about: "the fall of A is imminent", "the loss of A would be a blow".
import { lemmaIn } from '../clauses/governed-infinitive.ts';
import type { Parse } from '../clauses/parse.ts';
import type { Predicate } from '../marks.ts';
import { isIn, phraseLength, type SentenceView } from '../words/view-sentence.ts';
import type { NounMatch } from './make-noun-predicate.ts';
import { pastParenthesis } from './verb-aside.ts';

const isSeeming = ({ lexicon }: SentenceView, lemma: string): boolean =>
  lexicon.has('seemingVerbs', lemma) || lexicon.has('copulas', lemma);

/** "the fall of A is imminent", "A's capture is only a matter of time". */
export const isImminent = (parse: Parse, { to }: NounMatch): boolean => {
  const { view } = parse;
  const verb = parse.verbAt[pastParenthesis(parse, to)];
  if (verb === undefined || !verb.lemmas.some((lemma) => view.lexicon.has('be', lemma) || isSeeming(view, lemma)))
    return false;
  return [verb.to, verb.to + 1].some(
    (at) => isIn(view, 'imminentWords', at) || phraseLength(view, 'imminentPhrases', at) > 0,
  );
};

const DEEDS: readonly Predicate['kind'][] = ['capture', 'recapture', 'loss', 'withdrawal', 'surrender'];

/** "The loss of A would be a blow": it has not come about. */
export const isImagined = ({ view, verbAt }: Parse, { rule, to }: NounMatch): boolean => {
  const modal = verbAt[to]?.modal ?? null;
  // "a clearing operation in A WOULD BEGIN": what is planned is to begin.
  if (rule.modality === 'planned' && lemmaIn(view, verbAt[to] ?? null, 'beginningVerbs')) return false;
  return DEEDS.includes(rule.kind) && modal !== null && view.lexicon.has('possibleModals', modal);
};
