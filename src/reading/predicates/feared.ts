// What is only feared: "residents fear that A will fall".
// Invariant: what has happened, told behind "after" or in a relative clause, is no fear ("fear reprisals after they captured A").
import type { Kind } from '../../model/claim.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { anyIn, TAKING } from '../words/moods.ts';
import { isFiller, isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** "residents fear that A will fall": what is feared of a place is a threat to it. */
export const isFeared = (view: SentenceView, verb: VerbGroup, kind: Kind): boolean => {
  if (!(TAKING.includes(kind) || kind === 'threat') || kind === 'recapture') return false;
  if (anyIn(view, 'ifWords', [verb.to, view.tokens.length])) return false;
  for (let at = verb.from - 1; at >= 0 && !/^[;:"“”]$/.test(wordAt(view, at)); at--) {
    if (isIn(view, 'fearWords', at)) return true;
    if (verb.modal === null && (opensFact(view, at) || opensSaying(view, at))) return false;
  }
  return false;
};

/** "Worried residents SAID A fell", "feared the worst, AND on Sunday A fell": what is said or told behind is no fear. */
export const opensSaying = (view: SentenceView, at: number): boolean =>
  (wordAt(view, at) === ',' && isIn(view, 'conjunctions', at + 1)) ||
  (!isNamed(view, at) &&
    (view.lexicon.verbs.get(wordAt(view, at)) ?? []).some(({ lemma }) => view.lexicon.has('reportingVerbs', lemma)));

/** Words of "a small check". */
const DESCRIBED = 3;

/** "if A CHECK POST in A falls": behind its article such a word is a noun; "the residents said" has said. */
const isNamed = (view: SentenceView, at: number): boolean => {
  const word = wordAt(view, at);
  const isBase = (view.lexicon.verbs.get(word) ?? []).some(({ lemma, past }) => lemma === word && past !== word);
  const isInside = (i: number): boolean => isFiller(view, i) || view.markAt[i] === view.markAt[at];
  for (let i = at - 1; isBase && i >= at - DESCRIBED; i--) {
    if (isInAny(view, ['determiners', 'possessives'], i)) return true;
    if (!isInside(i)) return false;
  }
  return false;
};

/** "fear reprisals AFTER the rebels captured A", "afraid of them, WHO captured A": what is feared ends before it. */
export const opensFact = (view: SentenceView, at: number): boolean =>
  isIn(view, 'timeClauseWords', at) || (isIn(view, 'relatives', at) && wordAt(view, at - 1) === ',');
