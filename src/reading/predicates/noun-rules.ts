// The rules of nouns that tell who holds what, by the words that make them.
// Invariant: of two nouns that end at one word the longer is meant.
import { kept } from '../../model/keep.ts';
import type { Lexicon, NounRule } from '../../model/lexicon.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';

interface NounPhraseRule {
  readonly words: readonly string[];
  readonly rule: NounRule;
}

/** By the last word of the noun ("clearing OPERATION"), the longest first. */
const rulesOf = kept((lexicon: Lexicon): ReadonlyMap<string, readonly NounPhraseRule[]> => {
  const all = lexicon.nounRules.flatMap((rule) => rule.nouns.map((noun) => ({ words: noun.split(' '), rule })));
  return Map.groupBy(
    all.sort((one, other) => other.words.length - one.words.length),
    ({ words }) => words.at(-1) ?? '',
  );
});

/** The rule of the noun that ends at a word, and where the noun begins. */
export const nounRuleAt = (parse: Parse, at: number): { rule: NounRule; from: number } | null => {
  for (const { words, rule } of rulesOf(parse.view.lexicon).get(wordAt(parse.view, at)) ?? []) {
    const from = at - words.length + 1;
    if (words.every((word, i) => wordAt(parse.view, from + i) === word)) return { rule, from };
  }
  return null;
};

/** "its fall implies THE FALL of A": a noun of the same rule, with an article of its own. */
export const isSameNounAgain = (parse: Parse, { nouns }: NounRule, at: number): boolean =>
  isIn(parse.view, 'definiteArticles', at - 1) && nouns.includes(wordAt(parse.view, at));
