// Where a fight is by the verb behind its noun: "fighting has reached A", "heavy fighting to retake A".

import type { Parse } from '../clauses/parse.ts';
import { objectFrom } from '../clauses/parse-sentence.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn } from '../words/view-sentence.ts';

/** "fighting has reached A", "clashes spread to A": where the verb takes them. */
export const reachedBy = (parse: Parse, at: number): PlaceGroup | null => {
  const verb = parse.verbAt[at];
  if (verb === undefined || verb.from !== at || verb.passive || verb.negated) return null;
  if (!verb.lemmas.some((lemma) => parse.view.lexicon.has('clashReaching', lemma))) return null;
  return (
    objectFrom(parse, verb.to) ?? (isIn(parse.view, 'towardsWords', verb.to) ? objectFrom(parse, verb.to + 1) : null)
  );
};

/** "heavy fighting to retake A": what is fought for is where the fight is. */
export const foughtFor = (parse: Parse, at: number): PlaceGroup | null => {
  const verb = parse.verbAt[at];
  if (verb === undefined || verb.from !== at || !verb.infinitive || verb.negated) return null;
  const takes = verb.lemmas.some((lemma) =>
    ['takingVerbs', 'holdVerbs', 'retakingVerbs'].some((list) => parse.view.lexicon.has(list, lemma)),
  );
  return takes ? objectFrom(parse, verb.to) : null;
};
