// An attempt whose end is told: "an attempt by the rebels to storm A was repelled", "tried to enter A but failed".
// Invariant: only the attempt's own end counts; a participle that describes the place in between ends nothing.
import type { Kind } from '../../model/claim.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, phraseLength, wordAt } from '../words/view-sentence.ts';
import { comesToNothing, isFailing } from './come-to-nothing.ts';
import { pastParenthesis } from './verb-aside.ts';
import { endsAttack, type VerbMatch } from './verb-match.ts';

/** "an ATTEMPT to take A", "the ATTACK to take A". */
const ATTEMPTS = ['attemptNouns', 'attackAims'];

/** "tried to capture A": the verb over the infinitive is one of trying; who may or will try has not. */
const isTried = ({ view, verbs }: Parse, { from }: VerbGroup): boolean => {
  const over = verbs.findLast((other) => other.to <= from);
  const vain = [2, 3].find((back) => phraseLength(view, 'vainPhrases', from - back) === back) ?? 0;
  return (
    over?.to === from - vain &&
    over.modal === null &&
    over.lemmas.some((lemma) => view.lexicon.has('tryingVerbs', lemma))
  );
};

/** "a PLAN to take A", "their DESIGNS to": no attempt, but for what foils them. */
const AIMS = [...ATTEMPTS, 'foiledAims'];

/** "an attempt TO ENTER and capture A": the first of the infinitives that "and" joins. */
const firstOf = ({ view, verbs }: Parse, verb: VerbGroup): VerbGroup => {
  const before = isIn(view, 'listLinks', verb.from - 1) ? verbs.findLast(({ to }) => to < verb.from) : undefined;
  const plain = view.tokens.slice(before?.to ?? verb.from, verb.from).every(({ type }) => type !== 'mark');
  return before?.infinitive === true && verb.infinitive && plain ? before : verb;
};

/** "an attempt BY THE REBELS to capture A": whose attempt it is may stand between. */
const isAttempted = (parse: Parse, verb: VerbGroup): boolean => {
  const { from } = firstOf(parse, verb);
  if (isInAny(parse.view, AIMS, from - 1)) return parse.verbAt[from - 1] === undefined;
  const owner = parse.phraseAt[from - 1];
  return (
    owner?.actor != null &&
    (isIn(parse.view, 'agentWords', owner.from - 1) || isIn(parse.view, 'partLinks', owner.from - 1)) &&
    isInAny(parse.view, AIMS, owner.from - 2)
  );
};

/** "an attempt to capture A was foiled", "tried to enter A but failed": the attempt's own verb, behind it, tells how it ended. */
export const foiledBy = (parse: Parse, { verb, to }: VerbMatch): VerbGroup | null => {
  const { view, verbs } = parse;
  if (!verb.infinitive || !(isAttempted(parse, verb) || isTried(parse, verb))) return null;
  const ends = (next: VerbGroup): boolean =>
    isFailing(parse, next) ||
    comesToNothing(parse, next) ||
    (next.passive &&
      (endsAttack(view.lexicon, next.lemmas) ||
        next.lemmas.some((lemma) => view.lexicon.has('attackBreaking', lemma))));
  const start = pastParenthesis(parse, to);
  const behind = verbs.filter(({ from }) => from >= start && from - start <= 14);
  // "A, a village liberated last year, was …": a participle that only describes ends nothing.
  const next = behind.find((one) => ends(one) || !(one.infinitive || (one.bare && one.forms.includes('participle'))));
  return next !== undefined && ends(next) ? next : null;
};

/** "launched four attacks on A and ALL FOUR FAILED", "attacked A twice, but BOTH ATTACKS WERE REPELLED". */
export const allFailed = ({ view, verbs }: Parse, { rule, to }: VerbMatch): boolean => {
  const next = rule.kind === 'attack' ? verbs.find(({ from }) => from >= to && from - to <= ALL) : undefined;
  if (next === undefined || !view.tokens.slice(to, next.from).some((_, i) => isIn(view, 'allWords', to + i)))
    return false;
  return next.passive
    ? endsAttack(view.lexicon, next.lemmas)
    : next.lemmas.some((lemma) => view.lexicon.has('outcomeFailures', lemma));
};

/** Words of ", but all four of them". */
const ALL = 8;

/** Words between an attempt and what tells that it came to nothing. */
const NEAR = 14;

/** "FAILED IN their attempt to take A". */
const isFailedIn = ({ view, verbs }: Parse, noun: number): boolean => {
  const over = verbs.findLast(({ to }) => to <= noun);
  return (
    over !== undefined &&
    noun - over.to <= 4 &&
    !over.negated &&
    // "were UNSUCCESSFUL IN their attempt"
    (isIn(view, 'failedAdjectives', over.to)
      ? isIn(view, 'homeLinks', over.to + 1)
      : over.lemmas.some((lemma) => view.lexicon.has('outcomeFailures', lemma)) && isIn(view, 'homeLinks', over.to))
  );
};

/** "an UNSUCCESSFUL attempt to dislodge them": so the noun itself says. */
const isVain = (parse: Parse, { from }: VerbGroup): boolean => {
  const owner = parse.phraseAt[from - 1];
  const noun = isInAny(parse.view, ATTEMPTS, from - 1) ? from - 1 : owner?.actor == null ? from : owner.from - 2;
  return (
    isInAny(parse.view, ATTEMPTS, noun) &&
    ([noun - 1, noun - 2].some((at) => isIn(parse.view, 'failedAdjectives', at) && parse.verbAt[at] === undefined) ||
      isFailedIn(parse, noun))
  );
};

const isDone = ({ modal, infinitive }: VerbGroup): boolean => modal === null && !infinitive;

/** Words of "three times on Monday,". */
const TIMES = 6;

/** "stormed the gate three times WITHOUT SUCCESS", "attacked A, TO NO AVAIL": before any other verb. */
const isVainBehind = ({ view, verbAt }: Parse, to: number): boolean => {
  for (let at = to; at < to + TIMES && verbAt[at] === undefined && !isIn(view, 'conjunctions', at); at++)
    if (phraseLength(view, 'vainPhrases', at) > 0) return true;
  return false;
};

/** "tried UNSUCCESSFULLY to take A", "to storm A, WITHOUT SUCCESS", "but WERE UNSUCCESSFUL". */
export const isInVain = (parse: Parse, { rule, verb, to }: VerbMatch): boolean => {
  const { view } = parse;
  const told = (from: number, end: number): boolean =>
    view.tokens.slice(Math.max(0, from), end).some((_, i) => isIn(view, 'vainWords', Math.max(0, from) + i));
  if (rule.kind === 'attack' && (told(verb.from - 1, to + 1) || (isDone(verb) && isVainBehind(parse, to)))) return true;
  // "TRIED AND FAILED to storm A"
  const failed = [2, 3, 4, 5].some((back) => phraseLength(view, 'failedTries', verb.from - back) === back);
  if (verb.infinitive && failed) return true;
  if (!verb.infinitive || !(isAttempted(parse, verb) || isTried(parse, verb) || isVain(parse, verb))) return false;
  if (isVain(parse, verb) || told(verb.from - 2, to)) return true;
  // "tried IN VAIN to enter A"
  if ([2, 3].some((back) => phraseLength(view, 'vainPhrases', verb.from - back) === back)) return true;
  for (let at = to; at < to + NEAR && view.tokens[at] !== undefined && !/^[.;]$/.test(wordAt(view, at)); at++) {
    if (phraseLength(view, 'vainPhrases', at) > 0) return true;
    const verbAt = parse.verbAt[at];
    // "and were unsuccessful": of what was tried; another verb tells of something else.
    if (verbAt !== undefined && !verbAt.lemmas.some((lemma) => view.lexicon.has('be', lemma))) return false;
    if (isIn(view, 'vainWords', at)) return true;
    if (isIn(view, 'failedAdjectives', at) && verbAt === undefined && parse.verbAt[at - 1] !== undefined) return true;
  }
  return false;
};

/** "Nobody has tried to retake A", "has NOT TRIED to", "made NO ATTEMPT to": what nobody tries is no plan, and no denial of one. */
export const isUntried = ({ view, verbs, phraseAt }: Parse, { from, infinitive }: VerbGroup): boolean => {
  const over = infinitive ? verbs.findLast(({ to }) => to <= from) : undefined;
  if (over === undefined) return false;
  // "NO ATTEMPT has been made TO retake it"
  const made = over.passive && over.to === from ? phraseAt[over.from - 1] : undefined;
  if (made !== undefined && isInAny(view, ATTEMPTS, made.to - 1) && isIn(view, 'nounNegations', made.from)) return true;
  const noun = isInAny(view, ATTEMPTS, from - 1) && over.to < from;
  // "did NOT LAUNCH an offensive to retake A"
  const launches = ['launchingVerbs', 'beginningVerbs'].some((list) =>
    over.lemmas.some((lemma) => view.lexicon.has(list, lemma)),
  );
  if (noun && launches && over.negated && over.modal === null) return true;
  if (noun) return view.tokens.slice(over.to, from).some((_, i) => isIn(view, 'nounNegations', over.to + i));
  if (over.to !== from || !over.lemmas.some((lemma) => view.lexicon.has('tryingVerbs', lemma))) return false;
  const subject = phraseAt[over.from - 1]?.from ?? over.from - 1;
  return over.negated || [over.from, over.from - 1, over.from - 2, subject].some((at) => isIn(view, 'nobodyWords', at));
};

/** Words between an attack and its relative: "on A in the north of B". */
const RELATIVE = 3;

/** "launched an attack on A THAT WAS REPELLED", ", WHICH THE ARMY BEAT OFF": the attack's end is told in its relative. */
export const endedByRelative = (
  parse: Parse,
  { rule, to }: Pick<VerbMatch, 'to'> & { rule: { kind: Kind } },
): VerbGroup | null => {
  const { view, verbs } = parse;
  const next = rule.kind === 'attack' ? verbs.find(({ from }) => from >= to) : undefined;
  const link = view.tokens.findIndex((_, i) => i >= to && i <= to + RELATIVE && isIn(view, 'relatives', i));
  if (next === undefined || link < 0 || next.negated || next.modal !== null) return null;
  const own = next.passive ? next.from - 1 === link : parse.phraseAt[link + 1]?.to === next.from;
  return own && (next.passive || isBareEnd(parse, next)) && endsAttack(view.lexicon, next.lemmas) ? next : null;
};

/** "beat OFF", "held BACK", "repelled": which the army HOLDS, or stopped A for, is something else. */
const isBareEnd = ({ view, phraseAt, verbAt }: Parse, { to, lemmas }: VerbGroup): boolean => {
  const off = isIn(view, 'backWords', to) || isIn(view, 'offWords', to);
  const end = off ? to + 1 : to;
  if (phraseAt[end] !== undefined || verbAt[end] !== undefined) return false;
  return off || !lemmas.some((lemma) => view.lexicon.has('particleEnds', lemma));
};

/** "REPELLED fighters who attacked A", "repelled rebels TRYING to enter A": those who did or tried it are whom the verb before beats off. */
export const isBeatenOff = (parse: Parse, { rule, verb, subject }: VerbMatch): boolean => {
  const { view, verbs } = parse;
  const from = subject.phrase?.from ?? -1;
  const over = verbs.findLast((other) => other.to <= from);
  if (over === undefined || from - over.to > 1 || over.passive || over.negated || over.modal !== null) return false;
  if (!endsAttack(view.lexicon, over.lemmas) || verb.from <= from) return false;
  // "FIGHT rebels trying to enter A": without "off" the fight goes on.
  if (over.to === from && over.lemmas.some((lemma) => view.lexicon.has('foeWithVerbs', lemma))) return false;
  return rule.kind === 'attack' || (verb.infinitive && isTried(parse, verb));
};
