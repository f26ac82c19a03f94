// Where a sentence only asks who has a place: "did not say how much of A it controlled", "unclear who held A".
// Invariant: asks of the words right before the verb alone; a relative clause behind a side asks nothing.
import type { VerbGroup } from './find-verb-groups.ts';
import type { Parse } from './parse.ts';
import { isIn, phraseLength, wordAt } from './view-sentence.ts';

/** Words of "how much of the city it still". */
const MUCH = 9;

/** "did not say HOW MUCH of A it controlled": nobody says that it has any. */
const isAskedHowMuch = ({ view, verbAt }: Pick<Parse, 'view' | 'verbAt'>, from: number): boolean => {
  for (let at = from - 1; at > from - MUCH && at > 0; at--) {
    if (verbAt[at] !== undefined || /^[,;:]$/.test(wordAt(view, at))) return false;
    if (phraseLength(view, 'howMuch', at) > 0) return verbAt[at - 1] !== undefined;
  }
  return false;
};

/** "does not know who controls A", "unclear who held A": nobody is said to. */
export const isAskedWho = ({ view, verbAt }: Parse, { from }: VerbGroup): boolean =>
  isAskedHowMuch({ view, verbAt }, from) ||
  (isIn(view, 'relatives', from - 1) &&
    isIn(view, 'questionWords', from - 1) &&
    (verbAt[from - 2] !== undefined || isIn(view, 'questionLeads', from - 2)));
