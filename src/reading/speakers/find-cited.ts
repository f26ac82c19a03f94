// Whose words an outlet passes on: "A, Reuters reported, citing residents", "SANA, citing a source, said A", "Citing X, Y said A".
// Invariant: what is told is the words of the reporting verb; where the verb's subject is no outlet, he speaks for himself.

import type { Span } from '../../model/text.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';
import { contentEnd, hasContentBefore, spanOf, textOf } from './said-content.ts';
import { reportingVerbs } from './saying-verbs.ts';
import { sourceBefore } from './source-before.ts';
import { saidFrom } from './told-whom.ts';

export interface Cited {
  readonly content: readonly Span[];
  /** Who cites, as written. */
  readonly told: string;
  /** True where it holds only of an outlet: a general who cites somebody speaks himself. */
  readonly mustPass: boolean;
}

/** "A, Reuters reported, citing X", "Reuters reported, citing X, that A". */
const byVerbBefore = (parse: Parse, verb: VerbGroup, { at, end }: Cite): Cited | null => {
  const { view } = parse;
  const { from, to } = sourceBefore(parse, verb.from);
  const before = hasContentBefore(parse, from, verb.to) ? spanOf(view, 0, from) : null;
  const parted = before === null && verb.to === at - 1 && wordAt(view, end + 1) === 'that';
  const said = before ?? (parted ? spanOf(view, end + 1, contentEnd(parse, end + 1)) : spanOf(view, verb.to, at));
  return said === null || from >= to ? null : { content: [said], told: textOf(view, from, to), mustPass: false };
};

/** "SANA, citing X, said that A", "Citing X, Y said A", "A, Y said citing X" being the other's. */
const byVerbBehind = (parse: Parse, { at, end }: Cite): Cited | null => {
  const { view } = parse;
  const verb = reportingVerbs(parse).find(({ from }) => from >= end);
  const closed = at === 0 || wordAt(view, at - 1) === ',';
  if (verb === undefined || !closed || isIn(view, 'conjunctions', end)) return null;
  const { from, head } = sourceBefore(parse, verb.from);
  const said = spanOf(view, saidFrom(parse, verb), contentEnd(parse, verb.to));
  return said === null || from >= head ? null : { content: [said], told: textOf(view, from, head), mustPass: true };
};

/** Where "citing" stands, and where the words of whom it names end. */
interface Cite {
  readonly at: number;
  readonly end: number;
}

/** What the cited one says and who tells it; null where no verb tells it. */
export const findCited = (parse: Parse, at: number, end: number): Cited | null => {
  const before = reportingVerbs(parse).findLast(({ to }) => to <= at);
  return before === undefined ? byVerbBehind(parse, { at, end }) : byVerbBefore(parse, before, { at, end });
};
