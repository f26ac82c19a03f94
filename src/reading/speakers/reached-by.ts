// Who heard a speaker, where his own words say it: "a resident reached by Wire 7", "the letter, seen by the Courier".
// Invariant: only an outlet is cut off; "a man questioned by the police" keeps his words.
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';

export interface Reached {
  readonly words: string;
  /** Whom it was told, as written; null where nobody is named. */
  readonly told: string | null;
}

interface Patterns {
  readonly reached: RegExp;
  readonly citing: RegExp;
  readonly quoting: RegExp;
  readonly means: RegExp;
}

const patternsOf = kept((lexicon: Lexicon): Patterns => {
  const any = (list: string): string => lexicon.list(list).join('|');
  const [by] = lexicon.list('agentWords');
  const forms = [...lexicon.list('reachedForms'), ...lexicon.list('airedForms')].join('|');
  const how = `(?: (?:${by}) (?:${any('sayingMedia')}))?`;
  // "a resident who spoke to Wire 7"
  const talks = `(?:(?:${any('personRelatives')}) )?(?:${any('speakingWords')}) (?:${any('hearerLinks')})`;
  return {
    reached: new RegExp(
      `,? (?:(?:${forms})${how} (?:${by})|(?:${talks})) ([^,]*\\p{Lu}[^,]*|[^,]*\\b(?:${any('ourselves')})\\b)(?:,|$)`,
      'u',
    ),
    citing: new RegExp(`, (?:${any('citingWords')}) [^,]*$`, 'u'),
    quoting: new RegExp(`^([^,]+) (?:${any('citingWords')}) (.+)$`, 'u'),
    means: new RegExp(` (?:${any('meansLinks')}) .*$`, 'u'),
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
  // "reached by Wire 7 via WhatsApp": by what means is no part of the name.
  const told = found?.[1]?.replace(patternsOf(lexicon).means, '').trim() ?? null;
  if (found === null || told === null || !isOutlet(told)) return { words, told: null };
  return {
    words: words.slice(0, found.index) + words.slice(found.index + found[0].length).replace(/^(?=\S)/u, ', '),
    told,
  };
};
