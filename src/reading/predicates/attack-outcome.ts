// How an attack ended that a noun tells of: "attacks on A were repelled", "a failed assault on A", "the advance on A was halted".
// Invariant: only the verb right behind the noun and its place ends it; what describes the place between two commas ends nothing.
import type { Kind } from '../../model/claim.ts';
import { hasObject } from '../clauses/clause-ends.ts';
import { subjectOf } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { matchPattern, patternsFor } from '../clauses/match-pattern.ts';
import type { Parse } from '../clauses/parse.ts';
import { finderOf } from '../clauses/parse-sentence.ts';
import type { ActorMark } from '../marks.ts';
import { isIn, isInAny, startOfPhrase, wordAt } from '../words/view-sentence.ts';
import { comesToNothing, isFailing } from './come-to-nothing.ts';
import { endedByRelative } from './foiled-attempt.ts';
import type { NounMatch } from './make-noun-predicate.ts';
import { pastParenthesis } from './verb-aside.ts';
import { endsAttack } from './verb-match.ts';

/** What can be beaten off: an attack, an advance that threatens, an incursion. */
const ENDING: readonly Kind[] = ['attack', 'threat', 'entry'];

/** "The advance on A has STALLED": it threatens no more, and was no attack that failed. */
export const isStalled = (parse: Parse, { rule, to }: NounMatch): boolean => {
  const from = pastParenthesis(parse, to);
  const next = parse.verbs.find((verb) => verb.from >= from);
  return rule.kind === 'threat' && next !== undefined && isFailing(parse, next);
};

/** "were repelled", "failed", "came to nothing", "did not succeed": a verb that ends the attack which is its subject. */
const isItsEnd = (parse: Parse, match: NounMatch, verb: VerbGroup): boolean => {
  const { lexicon } = parse.view;
  const fails = match.rule.kind === 'attack' && (isFailing(parse, verb) || isUnsuccessful(parse, match, verb));
  const alone = isIn(parse.view, 'backWords', verb.to) || !hasObject(parse, verb);
  const headline = verb.bare && verb.forms.includes('participle') && alone;
  const repels = (verb.passive || headline) && endsAttack(lexicon, verb.lemmas);
  const broken = (verb.passive || headline) && verb.lemmas.some((lemma) => lexicon.has('attackBreaking', lemma));
  return fails || repels || comesToNothing(parse, verb) || broken;
};

/** "did NOT SUCCEED", "NO attack on A has SUCCEEDED"; what would succeed is foretold. */
const isUnsuccessful = (parse: Parse, match: NounMatch, { negated, passive, modal, lemmas }: VerbGroup): boolean =>
  negated !== isOfNone(parse, match) &&
  !passive &&
  modal === null &&
  lemmas.some((lemma) => parse.view.lexicon.has('succeedingVerbs', lemma));

/** "NO rebel attack on A". */
const isOfNone = ({ view }: Parse, { from }: NounMatch): boolean =>
  isIn(view, 'nounNegations', startOfPhrase(view, from));

/** "NO attack on A HAS SUCCEEDED": what says that all have failed denies none of them. */
export const isEachBeaten = (parse: Parse, match: NounMatch, verb: VerbGroup | null): boolean =>
  verb !== null && isOfNone(parse, match) && isUnsuccessful(parse, match, verb);

/** "Their attack on A WILL FAIL", "any attack WOULD BE REPELLED", "would have failed without the fog": it has not. */
const isForetold = ({ view }: Parse, { modal }: VerbGroup): boolean =>
  ['futureModals', 'pastFutureModals'].some((list) => view.lexicon.has(list, modal ?? ''));

const JOINTS = ['conjunctions', 'verbAdverbs', 'relatives'];

/** Words of ", which began at dawn on two sides and lasted three hours, ". */
const LASTED = 24;

/** "The attack on A began at dawn, lasted three hours and WAS REPELLED": a later verb of which it is the subject too. */
const laterEnd = (parse: Parse, match: NounMatch, next: VerbGroup): VerbGroup | null =>
  parse.verbs.find((verb) => {
    if (verb.from <= next.from || verb.from > next.to + LASTED || isForetold(parse, verb)) return false;
    // "began on Monday and TALKS FAILED": a verb that goes on with the attack stands right behind what joins it.
    const joined = /^[,—–]$/.test(wordAt(parse.view, verb.from - 1)) || isInAny(parse.view, JOINTS, verb.from - 1);
    if (!joined) return false;
    const { phrase } = subjectOf(parse, verb);
    return phrase !== null && phrase.from <= match.at && match.at < phrase.to && isItsEnd(parse, match, verb);
  }) ?? null;

/** "attacks on A were repelled", "the assault failed": the end of the attack, said by a verb behind it, or null. */
export const repelledBy = (parse: Parse, match: NounMatch): VerbGroup | null => {
  const from = pastParenthesis(parse, isIn(parse.view, 'hereWords', match.to) ? match.to + 1 : match.to);
  const next = parse.verbs.find((verb) => verb.from >= from && verb.from < from + (match.place === null ? 20 : 12));
  if (!ENDING.includes(match.rule.kind) || next === undefined || isIn(parse.view, 'plotWords', match.at - 1))
    return null;
  if (isForetold(parse, next) || isOfOther(parse, from, next.from)) return null;
  if (isOfSubject(parse, match, next) || isKnownOf(parse, match, next) || isOfOuter(parse, match, next)) return null;
  if (isItsEnd(parse, match, next)) return next;
  return endedByRelative(parse, { rule: match.rule, to: from }) ?? laterEnd(parse, match, next);
};

/** "Officials knew ABOUT the attack on A BUT failed to send help", "TALKS ABOUT the attack failed": what is only spoken of ends with no deed of theirs. */
const isKnownOf = ({ view }: Parse, { at }: NounMatch, next: VerbGroup): boolean => {
  const link = startOfPhrase(view, at) - 1;
  if (!isIn(view, 'spokenLinks', link)) return false;
  return isIn(view, 'conjunctions', next.from - 1) || isIn(view, 'talkingNouns', link - 1);
};

/** "The rebel attack was repelled AT A", "attacks IN A AND B were repelled": where it is told with the verb or by "in". */
export const whereRepelled = (parse: Parse, match: NounMatch, verb: VerbGroup | null): NounMatch => {
  if (verb === null || match.place !== null) return match;
  const tries = (list: string, at: number) => patternsFor(parse.view, list).map((pattern) => ({ pattern, at }));
  for (const { pattern, at } of [...tries('attackedWhere', match.at + 1), ...tries('repelledWhere', verb.to)]) {
    const found = matchPattern(finderOf(parse), pattern, at);
    if (found?.place != null) return { ...match, place: found.place, to: Math.max(match.to, found.to) };
  }
  return match;
};

/** "The attack on A has NOT failed", "was not repelled": it goes on, or has come through. */
export const isNotBeaten = (parse: Parse, verb: VerbGroup): boolean =>
  verb.negated && (isFailing(parse, verb) || (verb.passive && endsAttack(parse.view.lexicon, verb.lemmas)));

/** "A, the first aim of the OFFENSIVE, is held", "After raids on A, B was abandoned": the verb is said of another place. */
const isOfSubject = (parse: Parse, { from, to }: NounMatch, verb: VerbGroup): boolean => {
  const { phrase, places } = subjectOf(parse, verb);
  if (phrase === null) return false;
  const behind = phrase.from > to && places !== null && wordAt(parse.view, phrase.from - 1) === ',';
  return behind || (phrase.to <= from && wordAt(parse.view, phrase.to) === ',');
};

/** "THE INQUIRY INTO the attack on A failed", "After the attack on A THE MAYOR made no headway": what the verb is said of, and not the attack. */
const isOfOuter = (parse: Parse, { at, to }: NounMatch, verb: VerbGroup): boolean => {
  const { view, verbAt } = parse;
  const { phrase } = subjectOf(parse, verb);
  if (phrase === null) return false;
  // "an attack on A WHICH THE MILITIA beat off", "came under attack, but THE ASSAULT was repelled"
  const goesOn = [phrase.from, phrase.from - 1].some((i) => isIn(view, 'relatives', i));
  if (phrase.from >= to) return phrase.to === verb.from && !goesOn && !isIn(view, 'assaultNouns', phrase.to - 1);
  const between = view.tokens.slice(phrase.to, at).map((_, i) => phrase.to + i);
  const governed = between.some((i) => isIn(view, 'prepositions', i) && !isIn(view, 'partLinks', i));
  return governed && between.every((i) => verbAt[i] === undefined && view.tokens[i]?.type !== 'mark');
};

/** "in an offensive on Sunday, A DAY AFTER talks collapsed": the verb is told of what stands behind a link of time. */
const isOfOther = ({ view, phraseAt }: Parse, from: number, to: number): boolean =>
  view.tokens.slice(from, to).some(
    (_, i) =>
      isIn(view, 'clausePrepositions', from + i) &&
      // "the third attack on A IN AS MANY DAYS was repelled"
      !isIn(view, 'prepositions', from + i - 1) &&
      phraseAt[from + i + 1]?.to === to,
  );

/** "a failed assault", "a botched raid". */
export const isFailed = (parse: Parse, { at }: NounMatch): boolean =>
  [at - 1, at - 2].some((before) => isIn(parse.view, 'failedAdjectives', before));

/** "SUFFERED losses IN a failed attack on A", "retreated AFTER a failed assault": who is told of made it. */
export const failedAttacker = (parse: Parse, { from }: NounMatch): ActorMark | null => {
  const start = startOfPhrase(parse.view, from);
  if (!isIn(parse.view, 'outcomeLinks', start - 1)) return null;
  const opens = start <= 1;
  const main = opens
    ? parse.verbs.find((verb) => verb.from > from && !verb.infinitive && !verb.gerund)
    : parse.verbs.findLast((verb) => verb.to < start);
  return main === undefined || main.passive ? null : subjectOf(parse, main).actor;
};

/** Words from the verb to who did it: "was launched late on Monday by". */
const AGENT = 6;

/** "An assault on A was MOUNTED BY THE REDS": the doer behind a verb that says no more than that it was done. */
export const launchedBy = (parse: Parse, from: number): ActorMark | null => {
  const { view } = parse;
  const verb = parse.verbs.find((other) => other.from >= from);
  if (verb === undefined || !verb.passive || verb.from > from + AGENT) return null;
  if (!verb.lemmas.some((lemma) => view.lexicon.has('launchingVerbs', lemma))) return null;
  for (
    let at = verb.to;
    at < verb.to + AGENT && view.tokens[at]?.type !== 'mark' && parse.verbAt[at] === undefined;
    at++
  )
    if (isIn(view, 'byWords', at)) return matchPattern(finderOf(parse), '~ {actor}', at + 1)?.actor ?? null;
  return null;
};
