// What a relative clause is said of: "Ashford, which the Reds captured", "the third town which the Reds hold".
// Invariant: a clause whose antecedent is no place has none.
import { antecedent, beforeSaying, reckonedFrom } from '../clauses/clause-bounds.ts';
import { isUnnamed } from '../clauses/clause-ends.ts';
import { namedBefore, type Subject, subjectOf } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { NounPhrase } from '../clauses/noun-phrases.ts';
import type { Parse } from '../clauses/parse.ts';
import { objectFrom } from '../clauses/parse-sentence.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';

/** "ASHFORD is the third town which they hold": the name; null where the antecedent has a name of its own. */
const namedAs = (parse: Parse, told: NounPhrase): PlaceGroup | null =>
  isUnnamed(parse, told) ? (namedBefore(parse, told, 0)?.places ?? null) : null;

/** ", THAT THE REBELS took": behind a comma the word opens a clause, and belongs to no noun. */
const opensRelative = ({ view }: Parse, { from }: NounPhrase): boolean =>
  isIn(view, 'relatives', from) && isIn(view, 'determiners', from + 1);

/** "IT WAS A, in Northmark, THAT they took", "it is A, not B, that": between two commas something is said of it in passing. */
const cleftBefore = (parse: Parse, at: number): PlaceGroup | null => {
  const { view, verbs } = parse;
  if (wordAt(view, at - 1) !== ',' || !isIn(view, 'relatives', at)) return null;
  const is = verbs.findLast(({ to }) => to < at);
  if (is === undefined || is.negated || !isIn(view, 'be', is.head) || !isIn(view, 'objectPronouns', is.from - 1))
    return null;
  const group = objectFrom(parse, is.to);
  return group !== null && (group.to === at || wordAt(view, group.to) === ',') ? group : null;
};

/** "Ashford, which the Reds captured", "the towns the Reds captured": what the clause before the doer stands for. */
export const objectOfRelative = (parse: Parse, { actor }: Subject): PlaceGroup | null => {
  const own = actor === null ? undefined : parse.phraseAt[actor.from];
  if (own === undefined) return null;
  // "A, which the army SAYS IT has retaken"
  const cleft = cleftBefore(parse, opensRelative(parse, own) ? own.from : own.from - 1);
  if (cleft !== null) return cleft;
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
