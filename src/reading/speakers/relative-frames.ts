// Frames inside a clause that describes: "X, who said that A", "what they said was the captured A".
// Invariant: what such a clause reports ends before the main verb of whom it describes.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isOwnPromise } from '../clauses/settled-things.ts';
import { isIn, isInAny, phraseLength, wordAt } from '../words/view-sentence.ts';
import { frameOf } from './frame-of-saying.ts';
import type { RawFrame } from './name-speakers.ts';
import { contentEnd, spanOf } from './said-content.ts';
import { sourceBefore } from './source-before.ts';
import { isReduced } from './source-scan.ts';
import { isOfficeWord } from './source-words.ts';
import { hidesHimself, saidFrom } from './told-whom.ts';

/** "a lawmaker FROM THE PROVINCE, who accused": where somebody in office is from says nothing; he does. */
const ofOffice = ({ view, phraseAt }: Parse, from: number): number => {
  const person =
    isIn(view, 'homeLinks', from - 1) || isIn(view, 'originLinks', from - 1) ? phraseAt[from - 2] : undefined;
  return person !== undefined && isOfficeWord(view, person.to - 1) ? person.from : from;
};

/** "which denies THE CLAIM", "who have rejected ALL SUCH CHARGES", "who deny IT": all that is told there. */
const isTold = ({ view }: Parse, from: number, to: number): boolean =>
  to > from && to - from <= OBJECT && isInAny(view, ['rumourNouns', 'chargeNouns', 'toldPronouns'], to - 1);

/** Words of "all such charges". */
const OBJECT = 3;

/** "The army, which denied leaving A, RETOOK B": the comma behind which the main verb of who speaks stands; -1 for none. */
const mainClauseFrom = (parse: Parse, begins: number): number => {
  const { view, verbs, verbAt } = parse;
  const isFull = (one: VerbGroup): boolean =>
    one.gerund || !(isReduced(parse, one) || isIn(view, 'agentWords', one.to));
  const isWhole = (end: number): boolean =>
    isTold(parse, begins, end) || verbs.some((one) => one.from >= begins && one.to <= end && isFull(one));
  return view.tokens.findIndex(({ word, quoted }, at) => {
    const next = verbAt[at + 1];
    const finite = next !== undefined && !next.gerund && !next.infinitive && !isReduced(parse, next);
    return word === ',' && !quoted && at > begins && finite && isWhole(at);
  });
};

/** "was rejected BY THE ARMY CHIEF, who said": where the words behind "by" begin that end here; -1 for none. */
const agentFrom = ({ view, verbs }: Parse, end: number): number => {
  const by = view.tokens.findLastIndex((_, at) => at < end && isIn(view, 'agentWords', at));
  const whole = by >= 0 && view.tokens.slice(by, end).every(({ type }) => type !== 'mark');
  return whole && verbs.some(({ to, passive }) => passive && to === by) ? by + 1 : -1;
};

/** "Karim, who said that A": the verb of a relative clause has its antecedent for a speaker. */
export const relative = (parse: Parse, verb: VerbGroup): RawFrame | null => {
  const { view } = parse;
  if (hidesHimself(parse, verb) || isOwnPromise(view, verb)) return null;
  const comma = wordAt(view, verb.from - 2) === ',' ? 1 : 0;
  const end = verb.from - 1 - comma;
  const agent = agentFrom(parse, end);
  const { from: start, to } = agent < 0 ? sourceBefore(parse, end) : { from: agent, to: end };
  // "rejected by the governor, who said": whom the words before govern speaks.
  // "took the town from rebels, who agreed": so does whom it was taken from.
  const ousted = view.tokens.findLastIndex((_, at) => at >= start && at < to && isIn(view, 'fromWords', at));
  const own = ousted >= 0 ? ousted + 1 : isIn(view, 'agentWords', start) ? start + 1 : start;
  // "according to the mayor, who said"
  const from = ofOffice(parse, own + phraseLength(view, 'accordingTo', own));
  const begins = saidFrom(parse, verb);
  const main = comma === 1 ? mainClauseFrom(parse, begins) : -1;
  const content = spanOf(
    view,
    begins,
    Math.min(contentEnd(parse, verb.to), main < 0 ? Number.POSITIVE_INFINITY : main),
  );
  return from >= to || content === null ? null : frameOf(parse, verb, { speaker: [from, to], content: [content] });
};

/** "photographs of WHAT THEY SAID WAS the captured A": so they call it, and nobody else. */
export const calling = (parse: Parse, verb: VerbGroup, speaker: readonly [number, number]): RawFrame | null => {
  const is = parse.verbAt[verb.to];
  const calls = is?.lemmas.some((lemma) => parse.view.lexicon.has('be', lemma)) === true;
  const content = calls ? spanOf(parse.view, is.to, contentEnd(parse, is.to)) : null;
  return content === null ? null : frameOf(parse, verb, { speaker, content: [content] });
};
