// "“A,” HE CAN BE HEARD SAYING", "a man IS SEEN TELLING the crowd that A": who is heard on a tape or seen on a film speaks there.
// Invariant: the verb of hearing or seeing is a passive right before the one of saying, and has a subject.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn } from '../words/view-sentence.ts';
import { frameOf, spans } from './frame-of-saying.ts';
import type { RawFrame } from './name-speakers.ts';
import { contentEnd, contentStart, hasContentBefore, saysNothingAfter, spanOf } from './said-content.ts';
import { sourceBefore } from './source-before.ts';
import { saidFrom } from './told-whom.ts';

/** The frame of somebody who is heard or seen saying it; null for any other verb. */
export const heardSaying = (parse: Parse, verb: VerbGroup): RawFrame | null => {
  const { view, verbs } = parse;
  const heard = verb.forms.includes('ing') ? verbs.find(({ to }) => to === verb.from) : undefined;
  if (heard === undefined || !heard.passive || heard.bare || !isIn(view, 'heardForms', heard.head)) return null;
  const { from, to } = sourceBefore(parse, heard.from);
  if (from >= to) return null;
  const last = hasContentBefore(parse, from, verb.to) && saysNothingAfter(parse, verb.to);
  const content = last
    ? spanOf(view, contentStart(parse, from), from)
    : spanOf(view, saidFrom(parse, verb), contentEnd(parse, verb.to));
  return frameOf(parse, { ...verb, from: heard.from }, { speaker: [from, to], content: spans(content) });
};
