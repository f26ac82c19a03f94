// Men who have forces of their own: "Hale's troops", where the report calls Hale a warlord, a rebel general, no statesman.
// Invariant: a man of whom the report tells no office gets nothing, unless it says that forces are some general's own.
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence, Token } from '../marks.ts';
import { isCapital } from '../words/closed-words.ts';
import { foeOfOwner } from './learn-foes.ts';
import { learnMen } from './learn-men.ts';
import { nationWordAt } from './nation-words.ts';

interface Told {
  readonly sentences: readonly Sentence[];
  readonly theatre: Theatre;
}

const isWord = ({ theatre }: Told, list: string, token: Token | undefined): boolean =>
  token !== undefined && theatre.lexicon.has(list, token.word);

/** "pro-HALE forces": of whom they are. */
const isFollowed = (told: Told, tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.word === '-' &&
  isWord(told, 'forPrefixes', tokens[at - 2]) &&
  isWord(told, 'ownedForces', tokens[at + 1]);

/** "Hale's forces", "pro-Hale forces", and in a title "Hale forces". */
const ownersIn = (told: Told, sentence: Sentence): readonly string[] => {
  const { tokens } = sentence;
  return tokens.flatMap((token, at): readonly string[] => {
    if (!isCapital(token) || nationWordAt(tokens, at, told.theatre.lexicon) !== null) return [];
    if (isFollowed(told, tokens, at)) return [token.text];
    const noun = tokens[at + 1]?.word === "'s" ? at + 2 : -1;
    return noun > 0 && isWord(told, 'ownedForces', sentence.tokens[noun]) ? [token.text] : [];
  });
};

/** Words before a name, and in an apposition behind it, that tell what a man is. */
const BEFORE = 5;
const BEHIND = 8;

/** The words that say what the man whose name ends at `at` is. */
const officeOf = ({ tokens }: Sentence, at: number): readonly number[] => {
  let from = at;
  while (isCapital(tokens[from - 1]) && tokens[from - 1]?.type === 'word') from--;
  const before = [];
  for (let i = at - 1; i >= Math.max(0, from - BEFORE) && tokens[i]?.type !== 'mark'; i--) before.push(i);
  if (!/^[,–—(-]$/.test(tokens[at + 1]?.word ?? '')) return before;
  const behind = [];
  for (let i = at + 2; i < at + BEHIND && tokens[i]?.type === 'word'; i++) behind.push(i);
  return [...before, ...behind];
};

type Office = 'state' | 'own' | null;

/** What the report calls a man, over all of his mentions. */
const officeToldOf = (told: Told, name: string): Office => {
  let own = false;
  for (const sentence of told.sentences)
    for (const [at, { text }] of sentence.tokens.entries()) {
      if (text !== name) continue;
      const words = officeOf(sentence, at);
      // "Hale, the PRESIDENT'S rival": the office is the other's.
      const holds = (i: number): boolean =>
        isWord(told, 'statesmenWords', sentence.tokens[i]) && sentence.tokens[i + 1]?.word !== "'s";
      if (words.some(holds)) return 'state';
      own ||= words.some((i) => ['rebelOwners', 'warlordWords'].some((list) => isWord(told, list, sentence.tokens[i])));
    }
  return own ? 'own' : null;
};

/** "forces loyal to a powerful general": some man's, whom it does not call the state's. */
const tellsOfLoyalists = (told: Told): boolean =>
  told.sentences.some((sentence) =>
    sentence.tokens.some(
      (_, at) =>
        isWord(told, 'loyalLinks', sentence.tokens[at]) &&
        isWord(told, 'articles', sentence.tokens[at + 2]) &&
        [at + 3, at + 4, at + 5].some((i) => isWord(told, 'warlordWords', sentence.tokens[i])),
    ),
  );

/** The names of forces that are a man's own ("Hale's troops", "Hale forces"), and of bodies known by their men. */
export const learnOwners = (sentences: readonly Sentence[], theatre: Theatre): readonly string[] => {
  const told = { sentences, theatre };
  const owners = [...new Set(sentences.flatMap((sentence) => ownersIn(told, sentence)))];
  const loyal = owners.length > 0 && tellsOfLoyalists(told);
  const own = owners.filter((name) => {
    const office = officeToldOf(told, name);
    const fights = office === null && foeOfOwner(sentences, name, theatre) === 'state';
    return office === 'own' || fights || (office === null && loyal);
  });
  const nouns = theatre.lexicon.list('ownedForces');
  const forces = own.flatMap((name) => nouns.flatMap((noun) => [`${name}'s ${noun}`, `${name} ${noun}`]));
  return [...forces, ...learnMen(sentences, theatre)];
};
