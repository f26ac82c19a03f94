// The name that an armed group's letters stand for: "CTC" is known by its fighters, so "the Coastal Transitional Council (CTC)" is theirs.
// Invariant: only letters that are a group's already are spelt out, and only where the name before the bracket begins with them.
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence } from '../marks.ts';
import { isCapital } from '../words/closed-words.ts';
import { has, isInitials } from './group-words.ts';
import { nationWordAt } from './nation-words.ts';

/** Words of a name, with its links. */
const LONGEST = 8;

/** Where the name before a bracket begins: the nearest capital with the first letter that leaves a capital for each letter. */
const startOfName = ({ tokens }: Sentence, open: number, { letters, theatre }: Letters): number => {
  let capitals = 0;
  for (let at = open - 1; at >= Math.max(0, open - LONGEST); at--) {
    const plain = tokens[at]?.text === '-' || has(theatre, 'groupNameLinks', tokens[at]);
    if (!isCapital(tokens[at]) && !plain) return -1;
    if (plain) continue;
    capitals += 1;
    const first = tokens[at]?.text.slice(0, 1) === letters.slice(0, 1);
    if (first && capitals >= Math.min(letters.replace(/[^\p{Lu}]/gu, '').length, MOST)) return at;
  }
  return -1;
};

/** "(MNDAA)" may stand for fewer words than letters. */
const MOST = 3;

interface Letters {
  readonly letters: string;
  readonly theatre: Theatre;
}

const textOf = (sentence: Sentence, from: number, to: number): string =>
  sentence.tokens
    .slice(from, to)
    .map(({ text, start }, i) => (i === 0 || sentence.tokens[from + i - 1]?.end === start ? text : ` ${text}`))
    .join('');

/** "the council's troops", where the name ends in the noun. */
const ownForcesOf = (name: string, theatre: Theatre): readonly string[] => {
  const last = name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
  const plain = ['groupHeadings', 'unionWords'].some((list) => theatre.lexicon.has(list, last));
  return plain ? theatre.lexicon.list('ownedForces').flatMap((noun) => [`${last}'s ${noun}`, `${last} ${noun}`]) : [];
};

/** "the Tigers", "a Tiger base": what is called after a beast goes by it alone. */
const shortOf = (word: string, { lexicon }: Theatre): readonly string[] =>
  lexicon.has('fighterBeasts', word.toLowerCase()) ? [word, word.slice(0, -1)] : [];

/** "the Liberation Tigers of Garth (LTG)": a name of war with its letters, and no guards of a state. */
export const namedForWar = (sentence: Sentence, theatre: Theatre): readonly string[] =>
  sentence.tokens.flatMap(({ text }, open): readonly string[] => {
    const inside = sentence.tokens[open + 1];
    if (text !== '(' || !isInitials(inside) || sentence.tokens[open + 2]?.text !== ')') return [];
    const from = startOfName(sentence, open, { letters: inside?.text ?? '', theatre });
    const words = from < 0 ? [] : sentence.tokens.slice(from, open);
    const war = words.some((word) => has(theatre, 'armedNameWords', word));
    const state = words.some((word) =>
      ['stateForceWords', 'governmentNameWords'].some((list) => has(theatre, list, word)),
    );
    if (!war || state) return [];
    const called = words.flatMap(({ text: word }) => shortOf(word, theatre));
    return [textOf(sentence, from, open), inside?.text ?? '', ...called];
  });

/** "the Seleka coalition" is what "the coalition" means, unless the report knows another. */
export const calledFor = (
  known: readonly string[],
  sentences: readonly Sentence[],
  theatre: Theatre,
): readonly string[] => {
  const names = new Set(known);
  const before = new Map<string, readonly string[]>();
  for (const { tokens } of sentences)
    for (const [at, { text }] of tokens.entries())
      if (theatre.lexicon.has('groupHeadings', text))
        before.set(text, [...(before.get(text) ?? []), tokens[at - 1]?.text ?? '']);
  return [...before].flatMap(([noun, words]) => {
    const own = words.some((word) => names.has(word));
    const plain = words.every((word) => names.has(word) || theatre.lexicon.has('definiteWords', word.toLowerCase()));
    return own && plain ? [noun] : [];
  });
};

/** The names that known letters stand for, with what a report calls their fighters. */
export const spellOut = (
  known: readonly string[],
  sentences: readonly Sentence[],
  theatre: Theatre,
): readonly string[] => {
  const letters = new Set(known.filter((name) => /^\p{Lu}[\p{Lu}\d]+$/u.test(name)));
  return sentences.flatMap((sentence) =>
    sentence.tokens.flatMap(({ text }, open): readonly string[] => {
      const inside = sentence.tokens[open + 1];
      if (text !== '(' || !isInitials(inside) || !letters.has(inside?.text ?? '')) return [];
      const from = startOfName(sentence, open, { letters: inside?.text ?? '', theatre });
      if (from < 0 || nationWordAt(sentence.tokens, from, theatre.lexicon)?.to === open) return [];
      const name = textOf(sentence, from, open);
      return name.includes(' ') ? [name, ...ownForcesOf(name, theatre)] : [];
    }),
  );
};
