// "A was, AS ONE DRIVER PUT IT, a river", "…, as the mayor put it.": what is put so stands before, behind, or on both sides.
// Invariant: only a verb that `putsIt` knows is asked; the words of the link are no part of what is said.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { putsIt } from '../clauses/said-on-purpose.ts';
import { isIn } from '../words/view-sentence.ts';
import { frameOf, spans } from './frame-of-saying.ts';
import type { RawFrame } from './name-speakers.ts';
import { contentEnd, contentStart, spanOf } from './said-content.ts';
import { sourceBefore } from './source-before.ts';

/** The frame of who puts it so; null for any other verb. */
export const puttingIt = (parse: Parse, verb: VerbGroup): RawFrame | null => {
  const { view } = parse;
  if (!putsIt(parse, verb)) return null;
  const { from, to } = sourceBefore(parse, verb.from);
  const link = view.tokens.findLastIndex((_, at) => at < from && isIn(view, 'assentLinks', at));
  if (from >= to || link < 0) return null;
  const before = link === 0 ? null : spanOf(view, contentStart(parse, link), link);
  const behind = verb.to + 1;
  const after = spanOf(view, behind, contentEnd(parse, behind));
  return frameOf(parse, verb, { speaker: [from, to], content: spans(before, after) });
};
