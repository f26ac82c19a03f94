// Armed bodies that no word of theirs makes armed: "occupied BY MEN OF the Coast Assembly", "held by fighters of the Hale Union".
// Invariant: their men are said to hold or to have taken something; a state's own forces are never learned here.
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence } from '../marks.ts';
import { isCapital } from '../words/closed-words.ts';
import { has, textOf } from './group-words.ts';
import { nationWordAt } from './nation-words.ts';

/** The longest name, in words. */
const LONGEST = 5;

/** The name that follows "of the" at a word: two capitalised words or more; null where none does. */
const nameFrom = (sentence: Sentence, from: number, theatre: Theatre): string | null => {
  const { tokens } = sentence;
  let to = from;
  while (isCapital(tokens[to]) && to - from < LONGEST) to++;
  if (to - from < 2) return null;
  const words = tokens.slice(from, to);
  const last = words.at(-1);
  const states = words.some((token) => has(theatre, 'stateForceWords', token));
  const nation = words.some((_, i) => nationWordAt(tokens, from + i, theatre.lexicon) !== null);
  const isPublic = last !== undefined && ['publicBodies', 'natureNames'].some((list) => has(theatre, list, last));
  return states || nation || isPublic ? null : textOf(sentence, { from, to });
};

/** "occupied by men of the": the deed stands right before "by". */
const namesIn = (sentence: Sentence, theatre: Theatre): readonly string[] =>
  sentence.tokens.flatMap((token, at): readonly string[] => {
    const { tokens } = sentence;
    if (!has(theatre, 'followerMen', token) || !has(theatre, 'partLinks', tokens[at + 1])) return [];
    if (!has(theatre, 'definiteArticles', tokens[at + 2])) return [];
    const by = [1, 2, 3].map((back) => at - back).find((one) => has(theatre, 'byWords', tokens[one]));
    const deed = by !== undefined && has(theatre, 'heldByWords', tokens[by - 1]);
    const name = deed ? nameFrom(sentence, at + 3, theatre) : null;
    return name === null ? [] : [name];
  });

/** "the Assembly" for "the Coast Assembly", where the report says so with a capital. */
const shortOf = (name: string, told: readonly Sentence[], theatre: Theatre): readonly string[] => {
  const noun = name.slice(name.lastIndexOf(' ') + 1);
  const said = told.some(({ tokens }) =>
    tokens.some(({ text }, at) => text === noun && has(theatre, 'definiteArticles', tokens[at - 1])),
  );
  return said ? [noun] : [];
};

/** The names of such bodies, and how the report calls them for short. */
export const learnMen = (told: readonly Sentence[], theatre: Theatre): readonly string[] => {
  const names = [...new Set(told.flatMap((sentence) => namesIn(sentence, theatre)))];
  return [...names, ...names.flatMap((name) => shortOf(name, told, theatre))];
};
