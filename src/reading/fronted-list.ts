// Names that open a sentence: whether the first stands alone ("In Northmark, Ashford and Coldwell fell") or begins a list
// ("The loss of Ashford, Coldwell and Dunmore …").
// Invariant: only names count; whether a verb follows is not asked here.

import type { PlaceItem } from './marks.ts';
import { tellingStarts } from './telling-starts.ts';
import { governorOf, isIn, isVerbForm, type SentenceView, startOfPhrase, wordAt } from './view-sentence.ts';

/** "In Northmark, Ashford and Coldwell …", "In addition to Ashford, Garth …": what opens the sentence is no member. */
export const isFronted = (view: SentenceView, first: PlaceItem): boolean => {
  const start = startOfPhrase(view, first.from);
  const begin = tellingStarts(view).findLast((at) => at <= start) ?? 0;
  if (start - begin > 4 || governorOf(view, first.from) === null) return false;
  const before = view.tokens.slice(begin, start).map((_, i) => begin + i);
  // "Fighters in A, B and C" are told of before where they are.
  if (before.some((at) => view.markAt[at]?.type === 'actor')) return false;
  // "With the fall of A": behind an article it is a noun.
  return !before.some((at) => isVerbForm(view, at) && !isIn(view, 'determiners', at - 1));
};

/** Where a list of names that begins at a name ends, its last one behind "and"; -1 where it is no such list. */
const listEnd = (view: SentenceView, { to }: PlaceItem): number => {
  let at = to;
  for (;;) {
    const comma = wordAt(view, at) === ',' ? 1 : 0;
    const last = isIn(view, 'listLinks', at + comma);
    const name = view.markAt[at + comma + (last ? 1 : 0)];
    if ((comma === 0 && !last) || name?.type !== 'place') return -1;
    at = name.to;
    if (last) return at;
  }
};

/** "THE LOSS OF A, B and C", "With the fall of A, B and C, the army …": what befell all of them; "With the fall of A, B and C are cut off" is of A. */
export const isDeedOver = (view: SentenceView, first: PlaceItem): boolean => {
  const start = startOfPhrase(view, first.from);
  const deed = wordAt(view, start - 2);
  if (!isIn(view, 'partLinks', start - 1) || !view.lexicon.nounRules.some(({ nouns }) => nouns.includes(deed)))
    return false;
  const end = listEnd(view, first);
  return end > 0 && (isIn(view, 'determiners', 0) || wordAt(view, end) === ',');
};
