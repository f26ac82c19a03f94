// Numbers in words among the words of a date: "twenty nine", "two thousand and thirty two", "thirty-first".
// Invariant: no more than seven words are looked at.

import { numberOf, ordinalOf } from '../words/numbers.ts';
import type { SlotGround, WordsRead } from './date-slot.ts';
import type { DateWord } from './date-words.ts';

/** "two-three" is two numbers: behind one below twenty comes only a hundred or more. */
const beginsAnother = (before: number | null, value: number): boolean => before !== null && before < 20 && value < 100;

const isHyphen = (words: readonly DateWord[], at: number): boolean =>
  words[at]?.word === '-' && words[at]?.glued === true && words[at + 1]?.glued === true;

/** The words from here that are one number, hyphens between them counted. */
const numberRun = ({ words, vocabulary }: SlotGround, at: number, most: number): readonly string[] => {
  const found: string[] = [];
  let before: number | null = null;
  for (let to = at; to < words.length && found.length < most; to += 1) {
    const word = words[to]?.word ?? '';
    const known = vocabulary.lexicon.look('numbers', word);
    if (known === null && word !== 'and' && !(isHyphen(words, to) && found.length > 0)) break;
    if (known !== null && beginsAnother(before, Number(known))) break;
    before = known === null ? before : Number(known);
    found.push(word);
  }
  return found;
};

export const isMonthDay = (value: number | null): value is number => value !== null && value >= 1 && value <= 31;

/** The longest beginning of the run that is such a number, in words alone: "twenty nine". */
export const spelt = (ground: SlotGround, at: number, fits: (value: number) => boolean): WordsRead | null => {
  const run = numberRun(ground, at, 7);
  for (let length = run.length; length > 0; length -= 1) {
    const value = numberOf(
      run.slice(0, length).filter((word) => word !== '-'),
      ground.vocabulary.lexicon,
    );
    if (value !== null && fits(value)) return { to: at + length, value };
  }
  return null;
};

/** "first", "twenty third", "thirty-first". */
export const ordinalWords = (ground: SlotGround, at: number): WordsRead | null => {
  const { words, vocabulary } = ground;
  const alone = ordinalOf(words[at]?.word ?? '', vocabulary.lexicon);
  if (alone !== null) return { to: at + 1, value: alone };
  const tens = Number(vocabulary.lexicon.look('numbers', words[at]?.word ?? '') ?? 0);
  const next = words[at + 1]?.word === '-' ? at + 2 : at + 1;
  const unit = ordinalOf(words[next]?.word ?? '', vocabulary.lexicon);
  return tens >= 20 && tens <= 30 && unit !== null && unit < 10 ? { to: next + 1, value: tens + unit } : null;
};
