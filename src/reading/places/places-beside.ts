// Names put beside what stands for them before a verb: "A and B, BOTH of which fell" has "both", "ONE OF THEM, A, fell" has "one".
// Invariant: the names stand in commas of their own, right beside the pointing words or the number.

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { NounPhrase } from '../clauses/noun-phrases.ts';
import type { Parse } from '../clauses/parse.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isNumberWord } from '../words/numbers.ts';
import { isIn, isInAny, phraseLength, wordAt } from '../words/view-sentence.ts';

/** "A and B, these", "A, a rebel STRONGHOLD for years has fallen": the names before the word that stands for them. */
export const pointedPlaces = ({ view, phraseAt }: Parse, { from, to, actor }: NounPhrase): PlaceGroup | null => {
  const described = actor === null && isIn(view, 'strongholds', to - 1) && isIn(view, 'indefiniteArticles', from);
  if (!(described || isIn(view, 'pointingWords', to - 1)) || wordAt(view, from - 1) !== ',') return null;
  return phraseAt[from - 2]?.places ?? null;
};

/** "ONE", "ONE OF THEM", "only TWO". */
const isSome = ({ view }: Parse, to: number): boolean => {
  const of = isInAny(view, ['objectPlurals', 'pointingWords'], to - 1) && isIn(view, 'partLinks', to - 2);
  const at = of ? to - 3 : to - 1;
  // "OF the nine districts only TWO, A and B, are held"
  const opens = at <= OPENING || (isIn(view, 'partLinks', 0) && at <= WHOLE);
  return isNumberWord(wordAt(view, at), view.lexicon) && opens;
};

/** Words of "So far only". */
const OPENING = 4;

/** Words of "Of the northern province's nine districts only". */
const WHOLE = 10;

/** "the district NEXT TO IT", "a town SOUTH OF IT": another place, told by the one spoken of. */
const isNearIt = ({ view }: Parse, to: number): boolean =>
  isIn(view, 'objectPronouns', to - 1) &&
  isIn(view, 'prepositions', to - 2) &&
  view.markAt.slice(Math.max(0, to - NEAR), to).some((mark) => mark?.type === 'scope');

/** Words of "the small town just next to it". */
const NEAR = 6;

/** "TOWNS FURTHER EAST, INCLUDING A and B, were theirs": the names, behind the nouns of which they are some. */
const isPartOfMany = ({ view, groups, verbs }: Parse, from: number): boolean => {
  const lead = [1, 2].find((words) => phraseLength(view, 'includingWords', from - words) === words);
  const comma = from - (lead ?? 0) - 1;
  if (lead === undefined || wordAt(view, comma) !== ',') return false;
  const many = groups.findLast(({ to }) => to <= comma);
  const [only, ...more] = many?.items ?? [];
  if (many === undefined || only?.noun?.plural !== true || only.place !== null || more.length > 0) return false;
  return comma - many.to <= NEAR && !verbs.some(({ from: at, to }) => at >= many.to && to <= comma);
};

/** "One of them, A, FELL": the names between the number and the verb. */
export const namedOnes = (parse: Parse, verb: VerbGroup): PlaceGroup | null => {
  const { view, groups } = parse;
  if (wordAt(view, verb.from - 1) !== ',') return null;
  const named = groups.find(({ to }) => to === verb.from - 1);
  if (named !== undefined && !named.counted && isPartOfMany(parse, named.from)) return named;
  if (named === undefined || named.counted || wordAt(view, named.from - 1) !== ',') return null;
  return isSome(parse, named.from - 1) || isNearIt(parse, named.from - 1) ? named : null;
};
