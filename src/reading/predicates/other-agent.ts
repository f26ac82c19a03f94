// "A is held by the rebels and B BY THE ARMY": a verb said once for two places, each with who does it.
// Invariant: nothing but a time follows the second doer, and no verb of its own.

import type { Parse } from '../clauses/parse.ts';
import { finderOf } from '../clauses/parse-sentence.ts';
import type { ActorMark } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn, isInAny, wordAt } from '../words/view-sentence.ts';

interface OtherAgent {
  readonly doer: ActorMark;
  readonly group: PlaceGroup;
  /** Behind the doer. */
  readonly to: number;
}

const ENDS = ['weekdays', 'timeStarts', 'conjunctions', 'prepositions'];

/** The further place and its doer right behind the clause, or null. */
export const otherAgentAt = (parse: Parse, at: number): OtherAgent | null => {
  const { view, groups, verbAt } = parse;
  const joint = at + (/^[,;]$/.test(wordAt(view, at)) ? 1 : 0);
  const from = joint + (isIn(view, 'doerLinks', joint) ? 1 : 0);
  const group = from === at ? undefined : groups.find((one) => one.from === from);
  if (group === undefined || group.counted || !isIn(view, 'agentWords', group.to)) return null;
  if (group.items.some(({ place }) => place === null)) return null;
  const article = isIn(view, 'definiteArticles', group.to + 1) ? 2 : 1;
  const doer = finderOf(parse).actorAt(group.to + article) ?? finderOf(parse).actorAt(group.to + 1);
  if (doer === null || doer.modifies || verbAt[doer.to] !== undefined) return null;
  const ends = view.tokens[doer.to]?.type !== 'word' || isInAny(view, ENDS, doer.to);
  return ends ? { doer, group, to: doer.to } : null;
};
