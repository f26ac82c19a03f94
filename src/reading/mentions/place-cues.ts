// Words beside a name that are said of places only: "control of X", "parts of X", "nearby X", "X, about 40 miles north of".
// Invariant: looks at one use of a name; what the name is follows from all of its uses.
import type { Lexicon } from '../../model/lexicon.ts';
import type { Theatre } from '../../model/theatre.ts';
import { isListed, type NamedUse, wordIn } from './name-deeds.ts';

const rulesOf = new WeakMap<Lexicon, ReadonlyMap<string, readonly string[]>>();

/** For each noun of control and fighting the words that stand between it and a place. */
const linksOf = ({ lexicon }: Theatre): ReadonlyMap<string, readonly string[]> => {
  const known =
    rulesOf.get(lexicon) ??
    new Map(lexicon.nounRules.flatMap(({ nouns, placeAfter }) => nouns.map((noun) => [noun, placeAfter] as const)));
  rulesOf.set(lexicon, known);
  return known;
};

const beforeArticle = (use: NamedUse): number => {
  const { from } = use.run;
  return isListed(use, 'definiteArticles', from - 1) ? from - 2 : from - 1;
};

/** 'the offensive, called “BATTLE of Glory”': a capital right behind a quotation mark begins what something is called. */
const opensTitle = ({ run: { sentence } }: NamedUse, at: number): boolean => {
  const [mark, noun] = [sentence.tokens[at - 1], sentence.tokens[at]];
  const called = mark?.type === 'mark' && /^["“‘']$/u.test(mark.word) && sentence.tokens[at - 2]?.type === 'word';
  return called && noun?.quoted === true && /^\p{Lu}/u.test(noun.text);
};

/** "control of X", "the assault on X", "parts of X", "40 miles from X". */
const followsPlaceNoun = (use: NamedUse): boolean => {
  const link = beforeArticle(use);
  if (opensTitle(use, link - 1)) return false;
  if (
    linksOf(use.theatre)
      .get(wordIn(use, link - 1))
      ?.includes(wordIn(use, link))
  )
    return true;
  if (isListed(use, 'partLinks', link) && isListed(use, 'partialWords', link - 1)) return true;
  return isListed(use, 'distanceLinks', link) && isListed(use, 'distanceWords', link - 1);
};

/** Words of "about 245 kilometers (150 miles) north of". */
const REACH = 9;

/** "X, about 40 miles north of the capital": told where it lies. */
const isToldWhere = (use: NamedUse): boolean => {
  const { to } = use.run;
  if (!/^[,(—–]$/.test(wordIn(use, to))) return false;
  for (let at = to + 1; at < to + REACH; at++) {
    if (isListed(use, 'distanceWords', at)) return use.run.sentence.tokens[at - 1]?.type === 'number';
    if (/^[,.;]$/.test(wordIn(use, at)) || isListed(use, 'be', at) || isListed(use, 'have', at)) return false;
  }
  return false;
};

/** True where a word beside this use is said of places only. */
export const hasPlaceCue = (use: NamedUse): boolean =>
  isListed(use, 'placeAdjectives', use.run.from - 1) || followsPlaceNoun(use) || isToldWhere(use);
