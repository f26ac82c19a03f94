// "Two residents said A. BOTH said B", "A clerk said A. Another clerk said B. BOTH said C": the two who spoke last.
// Invariant: where bodies spoke and no two persons, "both" are the sides of the war, as elsewhere.
import type { Lexicon } from '../../model/lexicon.ts';
import { numberOf } from '../words/numbers.ts';
import { isOnePerson, type Known, wordsOf } from './known-speakers.ts';

const isPair = ({ speaker }: Known, lexicon: Lexicon): boolean => {
  const [first = ''] = wordsOf(speaker ?? '');
  return numberOf([first], lexicon) === 2;
};

/** Who is meant by "both" or "both men"; undefined where nobody, or the two sides, spoke last. */
export const bothOfThem = (words: string, known: readonly Known[], lexicon: Lexicon): Known | undefined => {
  const [both = '', noun, ...more] = wordsOf(words);
  if (!lexicon.has('bothWords', both) || more.length > 0) return undefined;
  if (noun !== undefined && !lexicon.has('personNouns', noun.replace(/s$/u, '')) && !lexicon.has('menNouns', noun))
    return undefined;
  const [before, last] = known.slice(-2);
  const one = last ?? before;
  if (one !== undefined && isPair(one, lexicon)) return { ...one, speaker: words };
  const persons =
    before !== undefined && last !== undefined && [before, last].every((who) => isOnePerson(who, lexicon));
  if (!persons || before.speaker === last.speaker) return undefined;
  const sides = [...new Set([...before.sides, ...last.sides])];
  const sure = sides.filter((side) => side !== 'unknown');
  return { ...last, speaker: words, sides: sure.length === 0 ? sides : sure };
};
