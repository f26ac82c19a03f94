// "Village guards", "the elders' guards", "guards posted by the villagers": who keeps a place for those who live there.
// Invariant: a guard of whom nothing of the kind is told stays the state's.
import type { Lexicon } from '../../model/lexicon.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { Token } from '../marks.ts';

/** Words from "by" to those who have posted them: "by the valley's". */
const POSTED = 4;

/** Words of "self-proclaimed people's republic's". */
const OWNER = 7;

/** "THE SELF-DECLARED REPUBLIC's police": of a state that nobody has recognised. */
const isOfNoState = (tokens: readonly Token[], { from, lexicon }: { from: number; lexicon: Lexicon }): boolean => {
  if (tokens[from - 1]?.word !== "'s") return false;
  const before = tokens.slice(Math.max(0, from - OWNER), from - 1);
  const stop = before.findLastIndex(({ type, word }) => type === 'mark' && word !== '-' && word !== "'s");
  const words = before
    .slice(stop + 1)
    .map(({ word }) => word)
    .join(' ')
    .replaceAll(' - ', '-');
  return lexicon.list('unrecognisedWords').some((word) => words.includes(word));
};

/** True of a noun for guards that the words beside it give to a village, a tribe or its elders, and of a warlord. */
export const isPlacesGuards = (
  tokens: readonly Token[],
  { lexicon, open }: Theatre,
  { from, to }: { readonly from: number; readonly to: number },
): boolean => {
  const has = (list: string, at: number): boolean => lexicon.has(list, tokens[at]?.word ?? '');
  if (open && isOfNoState(tokens, { from, lexicon })) return true;
  // "a warlord", "a WARLORD's men"
  if (tokens.slice(from, to).some(({ word }) => lexicon.has('warlordNouns', word))) return true;
  if (!has('guardNouns', to - 1)) return false;
  if (has('guardingFolk', from - 1)) return true;
  if (/^['’]s?$/.test(tokens[from - 1]?.word ?? '') && has('guardedFolk', from - 2)) return true;
  const posted = has('postedForms', to) && has('agentWords', to + 1);
  return posted && tokens.slice(to + 2, to + 2 + POSTED).some(({ word }) => lexicon.has('guardedFolk', word));
};
