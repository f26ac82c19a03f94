// What a relative clause is said of: "Ashford, which the Reds captured", "the third town which the Reds hold".
// Invariant: a clause whose antecedent is no place has none.
import { antecedent, beforeSaying, reckonedFrom } from '../clauses/clause-bounds.ts';
import { isUnnamed } from '../clauses/clause-ends.ts';
import { namedBefore, type Subject, subjectOf } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { NounPhrase } from '../clauses/noun-phrases.ts';
import type { Parse } from '../clauses/parse.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn } from '../words/view-sentence.ts';

/** "ASHFORD is the third town which they hold": the name; null where the antecedent has a name of its own. */
const namedAs = (parse: Parse, told: NounPhrase): PlaceGroup | null =>
  isUnnamed(parse, told) ? (namedBefore(parse, told, 0)?.places ?? null) : null;

/** "Ashford, which the Reds captured", "the towns the Reds captured": what the clause before the doer stands for. */
export const objectOfRelative = (parse: Parse, { actor }: Subject): PlaceGroup | null => {
  const own = actor === null ? undefined : parse.phraseAt[actor.from];
  if (own === undefined) return null;
  // "A, which the army SAYS IT has retaken"
  const at = beforeSaying(parse, own.from - 1);
  if (isIn(parse.view, 'relatives', at)) {
    const told = antecedent(parse, at);
    if (told === null) return null;
    // "Ashford has become the third town which the Reds hold": what the verb "be" says it of.
    return namedAs(parse, told) ?? told.places;
  }
  const beside = parse.phraseAt[at];
  if (beside === undefined || (actor?.pronoun === true && actor.modifies)) return null;
  // "A is THE THIRD TOWN the Reds have taken": so it is without a relative word.
  return reckonedFrom(parse, beside) ?? namedAs(parse, beside) ?? beside.places;
};

/** "A, which the rebels pulled OUT OF", "the town they rolled INTO"; in "IN A you have one school" nothing is said of A. */
export const isOfRelative = (parse: Parse, verb: VerbGroup): boolean => {
  const subject = verb.passive ? null : subjectOf(parse, verb);
  const object = subject === null ? null : objectOfRelative(parse, subject);
  const relative = isIn(parse.view, 'relatives', (subject?.phrase?.from ?? 0) - 1);
  return object !== null && (relative || !isIn(parse.view, 'prepositions', object.from - 1));
};
