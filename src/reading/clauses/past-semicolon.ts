// "No such thing had happened, the rebels maintained; they HAD KEPT it": what is told behind the semicolon as told by another is his still.
// Invariant: only a past before the past or a "would" shows that another tells it; who speaks behind the semicolon speaks for himself.
import type { RawFrame } from '../speakers/name-speakers.ts';
import { spanOf } from '../speakers/said-content.ts';
import { reportingVerbs } from '../speakers/saying-verbs.ts';
import { beginningsOf, isIn } from '../words/view-sentence.ts';
import type { Parse } from './parse.ts';

/** A frame that closes what was said, over the clause that goes on behind its semicolon. */
export const pastSemicolon = (parse: Parse, frame: RawFrame): RawFrame => {
  const { view, verbs } = parse;
  const at = view.tokens.findIndex(({ word, start, quoted }) => word === ';' && start >= frame.end && !quoted);
  const closes = frame.content.length > 0 && frame.content.every(({ end }) => end <= frame.start);
  if (at < 0 || !closes || view.tokens[at - 1]?.end !== frame.end || frame.polarity === 'denied') return frame;
  const others =
    reportingVerbs(parse).some(({ from }) => from > at) || beginningsOf(view, ['accordingTo']).some((i) => i > at);
  const verb = verbs.find(({ from }) => from > at);
  if (others || verb === undefined || verb.gerund || verb.infinitive) return frame;
  const told = view.tokens.slice(verb.from, verb.head).some((_, i) => isIn(view, 'backshiftedHelpers', verb.from + i));
  const rest = told ? spanOf(view, at + 1, view.tokens.length) : null;
  return rest === null ? frame : { ...frame, content: [...frame.content, rest] };
};
