// Who heard a speaker, where his own words say it: "a resident reached by Wire 7", "the letter, seen by the Courier".
// Invariant: only an outlet is cut off; "a man questioned by the police" keeps his words.
import { kept } from '../model/keep.ts';
import type { Lexicon } from '../model/lexicon.ts';

export interface Reached {
  readonly words: string;
  /** Whom it was told, as written; null where nobody is named. */
  readonly told: string | null;
}

interface Patterns {
  readonly reached: RegExp;
  readonly citing: RegExp;
  readonly quoting: RegExp;
}

const patternsOf = kept((lexicon: Lexicon): Patterns => {
  const any = (list: string): string => lexicon.list(list).join('|');
  const how = `(?: (?:${lexicon.list('agentWords')[0]}) (?:${any('sayingMedia')}))?`;
  return {
    reached: new RegExp(
      `,? (?:${any('reachedForms')})${how} (?:${lexicon.list('agentWords')[0]}) ([^,]*\\p{Lu}[^,]*|[^,]*\\b(?:${any('ourselves')})\\b)(?:,|$)`,
      'u',
    ),
    citing: new RegExp(`, (?:${any('citingWords')}) [^,]*$`, 'u'),
    quoting: new RegExp(`^([^,]+) (?:${any('citingWords')}) (.+)$`, 'u'),
  };
});

/** "SANA, citing a military source": whom a speaker cites is no office of his. */
export const withoutCited = (words: string, lexicon: Lexicon): string => words.replace(patternsOf(lexicon).citing, '');

/** "according to Radio X quoting the mayor": the mayor, and who passes him on where `isPress` knows it for an outlet. */
export const quotedBy = (words: string, lexicon: Lexicon, isPress: (told: string) => boolean): Reached => {
  const [, told = '', cited = ''] = patternsOf(lexicon).quoting.exec(words) ?? [];
  return told !== '' && isPress(told) ? { words: cited, told } : { words, told: null };
};

/** The speaker's words without the outlet that reached him, and that outlet where `isOutlet` knows it for one. */
export const reachedBy = (words: string, lexicon: Lexicon, isOutlet: (told: string) => boolean): Reached => {
  const found = patternsOf(lexicon).reached.exec(words);
  const told = found?.[1]?.trim() ?? null;
  if (found === null || told === null || !isOutlet(told)) return { words, told: null };
  return {
    words: words.slice(0, found.index) + words.slice(found.index + found[0].length).replace(/^(?=\S)/u, ', '),
    told,
  };
};
