// "captured and then lost A", "besieged and finally took B": two verbs with one object, which stands behind the second.
// Invariant: only what has a verb of the same form right behind the conjunction shares its object; what merely leads to the
// other deed ("entered and took A", "attacked and took A") is told by it.
import type { VerbRule } from '../../model/lexicon.ts';
import { beforeAdverbs } from '../clauses/clause-bounds.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { objectFrom } from '../clauses/parse-sentence.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';

const OWN: readonly VerbRule['kind'][] = ['capture', 'recapture', 'hold', 'loss', 'siege', 'withdrawal'];

/** "and THEN LATER lost": the verb that an adverb or two may stand before. */
const joined = ({ view, verbs }: Parse, conjunction: number): VerbGroup | undefined =>
  verbs.find(({ from }) => from > conjunction && beforeAdverbs(view, from - 1) === conjunction);

/** The object of the verb behind "and", where this one has none of its own. */
export const sharedObject = (parse: Parse, verb: VerbGroup, kind: VerbRule['kind']): PlaceGroup | null => {
  const { view } = parse;
  const at = wordAt(view, verb.to) === ',' ? verb.to + 1 : verb.to;
  // "offered to guard and run A": what somebody may do is left to its own verb.
  if (!OWN.includes(kind) || verb.infinitive || !isIn(view, 'conjunctions', at)) return null;
  const next = joined(parse, at);
  if (next === undefined || next.passive !== verb.passive || next.gerund !== verb.gerund) return null;
  return next.infinitive ? null : objectFrom(parse, next.to);
};
