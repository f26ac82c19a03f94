// Which nation a word stands for: by its name, its adjective or people, or its capital ("nations.json").
// Invariant: only a word with a capital is a nation's; the longest name wins ("South Sudan").

import type { Lexicon } from '../../model/lexicon.ts';
import type { Span } from '../../model/text.ts';
import type { Token } from '../marks.ts';
import { startsCapital } from '../words/closed-words.ts';

const MAPS = ['nationNames', 'nationAdjectives', 'nationCapitals'] as const;

export interface NationWord {
  readonly from: number;
  readonly to: number;
  readonly nation: string;
  readonly as: (typeof MAPS)[number];
}

/** "Democratic Republic of the Congo" has five words, no name has more. */
const LONGEST = 5;

const isCapital = (token: Token | undefined): boolean => token !== undefined && startsCapital(token.text);

/** The words with the spaces that they were written with. */
const phraseOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ word, start }, i) => (i === 0 || tokens[from + i - 1]?.end === start ? word : ` ${word}`))
    .join('');

/** The nation's word that begins here, or null. */
export const nationWordAt = (tokens: readonly Token[], from: number, lexicon: Lexicon): NationWord | null => {
  if (!isCapital(tokens[from])) return null;
  for (let to = Math.min(from + LONGEST, tokens.length); to > from; to--) {
    if (!isCapital(tokens[to - 1])) continue;
    const phrase = phraseOf(tokens, from, to);
    for (const as of MAPS) {
      const nation = lexicon.look(as, phrase);
      if (nation !== null) return { from, to, nation, as };
    }
  }
  return null;
};

/** Every nation's word of a sentence. */
export const nationWordsOf = (tokens: readonly Token[], lexicon: Lexicon): readonly NationWord[] => {
  const found: NationWord[] = [];
  for (let at = 0; at < tokens.length; ) {
    const word = nationWordAt(tokens, at, lexicon);
    if (word !== null) found.push(word);
    at = word?.to ?? at + 1;
  }
  return found;
};

/** True for a whole name, adjective or capital of a nation. */
export const isNationWord = (name: string, lexicon: Lexicon): boolean =>
  MAPS.some((map) => lexicon.look(map, name.toLowerCase()) !== null);

/** The hyphen of "Norland-backed", not the dash behind a dateline. */
export const isHyphen = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.word === '-' && tokens[at - 1]?.end === tokens[at]?.start;

/** "Karim Norlandic, a lawmaker": the last word of a man's name. */
export const endsName = (words: string, { start, end }: Span, { has }: Lexicon): boolean => {
  const before = /(\p{Lu}\p{Ll}+)\s$/u.exec(words.slice(0, start))?.[1];
  if (before === undefined || !/^\p{Lu}/u.test(words.slice(start))) return false;
  return !has('determiners', before.toLowerCase()) && /^(?:,|\s*$)/u.test(words.slice(end));
};
