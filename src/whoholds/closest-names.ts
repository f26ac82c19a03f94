// The names of a theatre that are spelled most like a word nobody knows, for a fault to name them.
import type { Gazetteer } from '../model/place.ts';

const pairsOf = (word: string): ReadonlySet<string> => {
  const letters = ` ${word.toLowerCase()} `;
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)));
};

/** Share of letter pairs that two words have in common (Dice). */
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);

const MOST = 5;

/** At most five, each with its id, the most alike first. */
export const closestNames = (gazetteer: Gazetteer, words: string): readonly string[] => {
  const asked = pairsOf(words);
  const rated = gazetteer.all().map(({ id, name, names }) => ({
    text: `${name} (${id})`,
    like: Math.max(...[id, name, ...names].map((spelling) => likeness(asked, pairsOf(spelling)))),
  }));
  const found = rated.filter(({ like }) => like > 0).sort((a, b) => b.like - a.like || (a.text < b.text ? -1 : 1));
  return found.slice(0, MOST).map(({ text }) => text);
};
