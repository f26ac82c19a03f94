// How an attack ended that a noun tells of: "attacks on A were repelled", "a failed assault on A", "the advance on A was halted".
// Invariant: only the verb right behind the noun and its place ends it; what describes the place between two commas ends nothing.
import type { Kind } from '../model/claim.ts';
import { hasObject } from './clause-ends.ts';
import { subjectOf } from './find-subject.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { NounMatch } from './make-noun-predicate.ts';
import type { ActorMark } from './marks.ts';
import { matchPattern, patternsFor } from './match-pattern.ts';
import type { Parse } from './parse.ts';
import { finderOf } from './parse-sentence.ts';
import { pastParenthesis } from './verb-aside.ts';
import { endsAttack } from './verb-match.ts';
import { isIn, phraseLength, startOfPhrase, wordAt } from './view-sentence.ts';

/** What can be beaten off: an attack, and an advance that threatens. */
const ENDING: readonly Kind[] = ['attack', 'threat'];

/** "achieved nothing", "did not achieve anything". */
const gainsNothing = ({ view }: Parse, { to, lemmas, passive, negated }: VerbGroup): boolean =>
  !passive &&
  lemmas.some((lemma) => view.lexicon.has('gainVerbs', lemma)) &&
  phraseLength(view, negated ? 'anythingGained' : 'nothingGained', to) > 0;

const isFailing = ({ view }: Parse, { passive, lemmas }: VerbGroup): boolean =>
  !passive && lemmas.some((lemma) => view.lexicon.has('outcomeFailures', lemma));

/** "The advance on A has STALLED": it threatens no more, and was no attack that failed. */
export const isStalled = (parse: Parse, { rule, to }: NounMatch): boolean => {
  const from = pastParenthesis(parse, to);
  const next = parse.verbs.find((verb) => verb.from >= from);
  return rule.kind === 'threat' && next !== undefined && isFailing(parse, next);
};

/** "attacks on A were repelled", "the assault failed": the end of the attack, said by the verb behind it, or null. */
export const repelledBy = (parse: Parse, match: NounMatch): VerbGroup | null => {
  const { lexicon } = parse.view;
  const from = pastParenthesis(parse, isIn(parse.view, 'hereWords', match.to) ? match.to + 1 : match.to);
  const next = parse.verbs.find((verb) => verb.from >= from && verb.from < from + (match.place === null ? 20 : 12));
  // "Their attack on A WILL FAIL", "any attack WOULD BE REPELLED", "would have failed without the fog": it has not.
  const foretold = ['futureModals', 'pastFutureModals'].some((list) => lexicon.has(list, next?.modal ?? ''));
  if (foretold) return null;
  if (!ENDING.includes(match.rule.kind) || next === undefined || isIn(parse.view, 'plotWords', match.at - 1))
    return null;
  if (isOfOther(parse, from, next.from) || isOfSubject(parse, match, next) || isKnownOf(parse, match, next))
    return null;
  const fails = match.rule.kind === 'attack' && isFailing(parse, next);
  const alone = isIn(parse.view, 'backWords', next.to) || !hasObject(parse, next);
  const headline = next.bare && next.forms.includes('participle') && alone;
  const repels = (next.passive || headline) && endsAttack(lexicon, next.lemmas);
  // "came to nothing", "ended in failure", "was a failure".
  const ends = !next.passive && [next.to, next.to + 1].some((at) => phraseLength(parse.view, 'failedEnds', at) > 0);
  const vain = gainsNothing(parse, next);
  const broken = (next.passive || headline) && next.lemmas.some((lemma) => lexicon.has('attackBreaking', lemma));
  return fails || repels || ends || vain || broken ? next : null;
};

/** "Officials knew ABOUT the attack on A BUT failed to send help": what is only spoken of ends with no deed of theirs. */
const isKnownOf = ({ view }: Parse, { at }: NounMatch, next: VerbGroup): boolean =>
  isIn(view, 'conjunctions', next.from - 1) && isIn(view, 'spokenLinks', startOfPhrase(view, at) - 1);

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

/** "A, the first aim of the OFFENSIVE, is held": the verb is said of the place that the aside tells of. */
const isOfSubject = (parse: Parse, { from }: NounMatch, verb: VerbGroup): boolean => {
  const { phrase } = subjectOf(parse, verb);
  return phrase !== null && phrase.to <= from && wordAt(parse.view, phrase.to) === ',';
};

/** "in an offensive on Sunday, A DAY AFTER talks collapsed": the verb is told of what stands behind a link of time. */
const isOfOther = ({ view, phraseAt }: Parse, from: number, to: number): boolean =>
  view.tokens
    .slice(from, to)
    .some((_, i) => isIn(view, 'clausePrepositions', from + i) && phraseAt[from + i + 1]?.to === to);

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
