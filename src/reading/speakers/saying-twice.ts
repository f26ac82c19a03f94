// Two verbs of saying for one speaker: "The army STATED on Sunday SAYING it had taken A", "X DENIED the army's claims, SAYING B".
// Invariant: whoever is told of between the two is not who goes on.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isPossessive } from '../clauses/word-class.ts';
import { isIn, isInAny } from '../words/view-sentence.ts';
import { isContinuing, sharesSpeaker } from './said-content.ts';
import { reportingVerbs } from './saying-verbs.ts';
import { sourceBefore } from './source-before.ts';
import { isRelativeVerb } from './source-scan.ts';

const ASIDE = ['prepositions', 'tailPrepositions', 'determiners', 'weekdays', 'months', 'timeNouns', 'sayingMedia'];

/** The verb of saying that this participle only goes on from, or null: nothing but when and by what it was said stands between. */
export const saidTwice = (parse: Parse, { from, forms }: VerbGroup): VerbGroup | null => {
  const { view } = parse;
  const first = forms.includes('ing') ? reportingVerbs(parse).findLast(({ to }) => to <= from) : undefined;
  if (first === undefined || first.infinitive || first.gerund || first.passive) return null;
  const between = view.tokens.slice(first.to, from);
  const aside = between.every(({ type }, i) => type === 'number' || isInAny(view, ASIDE, first.to + i));
  return aside ? first : null;
};

/** "X denied CLAIMS BY Y that A and SAID B", "X dismissed THE ARMY'S CLAIM, SAYING B": whose claims they are is not who goes on. */
export const overClaims = (parse: Parse, verb: VerbGroup): readonly [number, number] | null => {
  const { view } = parse;
  const twice = saidTwice(parse, verb);
  if (twice !== null) return subjectBefore(parse, twice);
  const goesOn = sharesSpeaker(parse, verb) || isContinuing(parse, verb);
  const first = goesOn ? reportingVerbs(parse).findLast(({ to }) => to <= verb.from) : undefined;
  if (first === undefined || isRelativeVerb(parse, first.from) || first.gerund || first.infinitive) return null;
  const noun = view.tokens.findIndex(({ word }, at) => at >= first.to && view.lexicon.has('rumourNouns', word));
  const owned = noun > first.to && view.tokens.slice(first.to, noun).some((_, i) => isPossessive(view, first.to + i));
  if (noun < 0 || noun > first.to + CLAIMS || !(owned || isIn(view, 'agentWords', noun + 1))) return null;
  return subjectBefore(parse, first);
};

const subjectBefore = (parse: Parse, verb: VerbGroup): readonly [number, number] | null => {
  const { from, to } = sourceBefore(parse, verb.from);
  return from < to ? [from, to] : null;
};

/** Words of "the Norlandic defence ministry's latest". */
const CLAIMS = 6;
