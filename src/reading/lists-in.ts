// Which lists of the lexicon the words of a sentence stand in, all together: what no word of it is in need not be looked for.
import type { Lexicon } from '../model/lexicon.ts';
import type { Token } from './marks.ts';

const joined = new WeakMap<readonly Token[], ReadonlySet<string>>();

const joinLists = (tokens: readonly Token[], lexicon: Lexicon): ReadonlySet<string> => {
  const all = new Set<string>();
  for (const { word } of tokens) {
    const lists = lexicon.listsOf(word);
    if (lists !== undefined) for (const name of lists) all.add(name);
  }
  return all;
};

/** True where one of the words stands in the list. */
export const holds = (tokens: readonly Token[], list: string, lexicon: Lexicon): boolean => {
  const known = joined.get(tokens) ?? joinLists(tokens, lexicon);
  joined.set(tokens, known);
  return known.has(list);
};
