// "Ashford, CAPTURED by the rebels on Friday, …": what stands right before a bare participle.
// Invariant: a comma that closes something else opens no participle.
import { closesRelative, isInAside } from '../clauses/clause-ends.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { wordAt } from '../words/view-sentence.ts';

/** "Khanabad, captured by the rebels on Friday,": the phrase right before a bare participle. */
export const beforeParticiple = (parse: Parse, verb: VerbGroup): PlaceGroup | null => {
  const comma = wordAt(parse.view, verb.from - 1) === ',';
  if (comma && (closesRelative(parse, verb.from - 1) || isInAside(parse, verb.from - 1))) return null;
  return parse.groupAt[verb.from - (comma ? 2 : 1)] ?? null;
};
