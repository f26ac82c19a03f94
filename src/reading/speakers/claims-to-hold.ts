// "The rebels' claim TO HOLD A is rejected", "the claim of their spokesman TO BE IN CONTROL of A": a state that is claimed.
// Invariant: the claim has an owner, and the sentence weighs it or says it again; "a claim to own the mill" is a right.
import type { Kind } from '../../model/claim.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, phraseLength } from '../words/view-sentence.ts';
import { reportingVerbs } from './saying-verbs.ts';
import { sourceEnd } from './source-after.ts';
import type { Bounds } from './source-scan.ts';
import { isNounStart } from './source-words.ts';

/** What somebody can claim to be doing now. */
const STATES: readonly Kind[] = ['hold', 'siege', 'entry'];

/** Words of "claim of the enemy's spokesman in the east". */
const BACK = 9;

/** "the claim OF THE ENEMY'S SPOKESMAN", "a claim BY THE REBELS": who makes it stands behind; null where nobody does. */
export const makerAfter = (parse: Parse, noun: number): Bounds | null => {
  const { view } = parse;
  const of =
    isIn(view, 'partLinks', noun + 1) && view.markAt.slice(noun + 2, noun + 4).some((m) => m?.type === 'actor');
  if (!(of || isIn(view, 'makerLinks', noun + 1)) || !isNounStart(view, noun + 2)) return null;
  const infinitive = parse.verbs.find((verb) => verb.from > noun + 2 && verb.infinitive)?.from ?? view.tokens.length;
  const to = Math.min(sourceEnd(parse, noun + 2), infinitive);
  return to > noun + 2 ? { from: noun + 2, to } : null;
};

/** "rejected the claim", "the claim is a lie", "could not be confirmed", "repeated the claim". */
const isWeighed = (parse: Parse, noun: number, infinitive: VerbGroup): boolean => {
  const { view } = parse;
  const before = reportingVerbs(parse).some(
    ({ to, lemmas }) =>
      to <= noun &&
      noun - to <= 4 &&
      lemmas.some((lemma) => ['denyingVerbs', 'claimRepeaters'].some((list) => view.lexicon.has(list, lemma))),
  );
  const said = parse.verbs.some(
    ({ from, to, lemmas }) =>
      to <= noun && noun - from <= 4 && lemmas.some((lemma) => view.lexicon.has('claimRepeaters', lemma)),
  );
  const behind = view.tokens.slice(infinitive.to).some((_, i) => {
    const at = infinitive.to + i;
    return phraseLength(view, 'lieWords', at) > 0 || isIn(view, 'claimVerdicts', at);
  });
  return before || said || behind;
};

/** Where the infinitive of what the noun's owner claims to be doing begins; -1 where none does. */
export const claimedState = (parse: Parse, noun: number): number => {
  const { view, verbAt } = parse;
  if (!isIn(view, 'claimedStateNouns', noun)) return -1;
  const at = makerAfter(parse, noun)?.to ?? noun + 1;
  const verb = verbAt[at];
  const stands = verb?.infinitive === true && verb.from === at && !verb.negated;
  return stands && isWeighed(parse, noun, verb) ? at : -1;
};

/** Whether a verb says what somebody claims to be doing, or to have done ("their CLAIM TO HAVE TAKEN A"). */
export const isClaimedDeed = (parse: Parse, verb: VerbGroup, kind: Kind): boolean => {
  if (verb.perfect && isIn(parse.view, 'sayingNouns', verb.from - 1)) return true;
  if (!verb.infinitive || !STATES.includes(kind)) return false;
  for (let noun = verb.from - 1; noun >= Math.max(0, verb.from - BACK); noun--)
    if (claimedState(parse, noun) === verb.from) return true;
  return false;
};
