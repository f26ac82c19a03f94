// The verb before a conjunction whose subject the verb behind it shares: "captured A and besieged B", "promised help but has not come".
// Invariant: a clause that is closed off shares nothing, and who only tells of it does nothing, where a deed is told before.

import { isIn } from '../words/view-sentence.ts';
import { isReporting } from './clause-bounds.ts';
import { isClosedOff, isClosedRelative } from './clause-ends.ts';
import { besideSaying } from './deed-beside-saying.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import { isDoneBy } from './main-verbs.ts';
import type { Parse } from './parse.ts';

const isPresent = ({ bare, infinitive, gerund, forms }: VerbGroup): boolean =>
  bare && !infinitive && !gerund && !forms.includes('past') && !forms.includes('participle');

const isPast = ({ bare, gerund, forms }: VerbGroup): boolean => bare && !gerund && forms.includes('past');

/** "The rebels HAVE GAINED since the guests left and now hold A": a present behind a clause of what was then goes on with what is now. */
const pastSince = (parse: Parse, verb: VerbGroup, last: VerbGroup | undefined): VerbGroup | null => {
  const { view, verbs } = parse;
  if (last === undefined || !isPresent(verb) || !isPast(last)) return null;
  const opener = view.tokens.findLastIndex((_, at) => at < last.from && isIn(view, 'thenOpeners', at));
  const main =
    opener < 0 ? undefined : verbs.findLast(({ to, infinitive, gerund }) => to <= opener && !infinitive && !gerund);
  const between = verbs.some(({ from, to }) => from >= opener && to <= last.from);
  return main === undefined || isPast(main) || between ? null : main;
};

/** "captured A and besieged B", "had surrounded A but had not entered it": the verb before the conjunction. */
export const sharedVerb = (parse: Parse, verb: VerbGroup, joint: number): VerbGroup | null => {
  const told = isReporting(parse, verb);
  // "took A, the last town HELD BY the army, and besieged B": what only describes shares its subject with its like.
  const described = isDoneBy(parse, verb);
  const all = parse.verbs.filter((other) => other.to <= joint && (described || !isDoneBy(parse, other)));
  // "The army PROMISED help but has not come": where nothing else is told before, whoever says it does it.
  const deeds = told ? all : all.filter((other) => !isReporting(parse, other));
  const beside = (other: VerbGroup): boolean => [joint, joint - 1].includes(besideSaying(parse, other.to));
  const earlier = deeds.length > 0 ? deeds : all.filter(beside);
  const open = earlier.filter(
    (other) => !isClosedOff(parse, other, joint) && (verb.passive || !isClosedRelative(parse, other, joint)),
  );
  const before = open.length > 0 ? open : earlier;
  const alike = before.findLast((other) => other.gerund === verb.gerund && (verb.gerund || !other.infinitive));
  return pastSince(parse, verb, alike) ?? alike ?? before.at(-1) ?? null;
};
