// "The group released a film, SAYING that A", "X questioned A; BLAMED Y; AND SAID B": who says what a verb without a subject tells.
// Invariant: behind another frame of the sentence nobody is looked for: that frame's speaker goes on.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { wordAt } from '../words/view-sentence.ts';
import { beforeAside } from './opening-participle.ts';
import { figureVerbBefore } from './said-content.ts';
import { reportingVerbs } from './saying-verbs.ts';
import { sourceBefore } from './source-before.ts';
import { isReduced, isRelativeVerb } from './source-scan.ts';
import { unlistedSubject } from './unlisted-verb.ts';

/** A verb with a subject, or one behind which its speaker stands. */
const hasSpeaker = (parse: Parse, { from }: VerbGroup): boolean => {
  const source = sourceBefore(parse, from);
  return source.from < source.to || !/^;$/.test(wordAt(parse.view, from - 1));
};

/** "The elders MET IN A and said so": the only verb before is no mere participle. */
const onlyVerbs = (parse: Parse, { from: verb }: VerbGroup): readonly [number, number] | null => {
  const own = parse.verbs.find(({ to, gerund, infinitive }) => to < verb && !gerund && !infinitive);
  const { from, to } = own === undefined ? { from: 0, to: 0 } : sourceBefore(parse, own.from);
  return own?.forms.includes('past') === true && from < to ? [from, to] : null;
};

/** The sentence's subject as the words of whoever speaks; null where the frame before goes on. */
export const subjectOf = (parse: Parse, verb: VerbGroup): readonly [number, number] | null => {
  const isNoun = (at: number): boolean => at > 0 && /^\p{Lu}/u.test(parse.view.tokens[at]?.text ?? '');
  const first = parse.verbs.find(
    (other) =>
      !isNoun(other.head) &&
      !isRelativeVerb(parse, other.from) &&
      !other.infinitive &&
      !isReduced(parse, other) &&
      // "SINCE TAKING office, he has shown"
      !(other.bare && other.forms.includes('ing')) &&
      other.head < verb.from,
  );
  const at = first?.from ?? figureVerbBefore(parse, verb.from);
  if (at < 0) return unlistedSubject(parse, verb) ?? beforeAside(parse, verb) ?? onlyVerbs(parse, verb);
  if (reportingVerbs(parse).some((other) => other.to < verb.from && hasSpeaker(parse, other))) return null;
  const { from, to } = sourceBefore(parse, at);
  return from < to ? [from, to] : null;
};
