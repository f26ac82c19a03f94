// "overran a rebel POSITION in A": one post, where a word says whose or what kind of post it is, and something says where.
// Invariant: who is "in a position to attack", and what somebody's position on a matter is, is no post.
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence } from '../marks.ts';
import { isGenitive } from '../words/genitives.ts';
import { phraseAt } from './name-tree.ts';

/** Words of a side's name before the noun. */
const NAME = 5;

/** A side, or men under arms, whose name ends at a word. */
const endsParty = (sentence: Sentence, to: number, theatre: Theatre): boolean => {
  for (let at = to - 1; at >= Math.max(0, to - NAME); at--) {
    const found = phraseAt(theatre, sentence.tokens, at);
    if (found?.to !== to) continue;
    if (found.value.type === 'side') return true;
    if (found.value.type === 'noun' && found.value.means !== 'civilian') return true;
  }
  return false;
};

/** Whether the word at `at` is one post of somebody's. */
export const isSinglePost = (sentence: Sentence, at: number, theatre: Theatre): boolean => {
  const { tokens } = sentence;
  const has = (list: string, i: number): boolean => theatre.lexicon.has(list, tokens[i]?.word ?? '');
  if (!has('singlePosts', at)) return false;
  const next = tokens[at + 1];
  const placed = next === undefined || next.type === 'mark' || has('postLinks', at + 1);
  if (!placed) return false;
  return has('postAdjectives', at - 1) || endsParty(sentence, isGenitive(sentence, at - 1) ? at - 1 : at, theatre);
};
