// Where a sentence only asks who has a place: "did not say how much of A it controlled", "unclear who held A".
// Invariant: asks of the words right before the verb alone; a relative clause behind a side asks nothing.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, phraseLength, wordAt } from '../words/view-sentence.ts';

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

/** "people ask WHICH TOWN has fallen", "to say WHICH A was lost": it is only asked which. */
const isAskedWhich = ({ view, verbAt }: Pick<Parse, 'view' | 'verbAt'>, from: number): boolean => {
  const mark = view.markAt[from - 1];
  if (mark === undefined || (mark.type !== 'place' && mark.type !== 'scope')) return false;
  const which = mark.from - 1;
  const asks =
    verbAt[which - 1] !== undefined || (isIn(view, 'questionLeads', which - 1) && !isIn(view, 'partLinks', which - 1));
  return isIn(view, 'whichWords', which) && asks;
};

/** "does not know who controls A", "unclear who held A": nobody is said to. */
export const isAskedWho = ({ view, verbAt }: Parse, { from }: VerbGroup): boolean =>
  isAskedHowMuch({ view, verbAt }, from) ||
  isAskedWhich({ view, verbAt }, from) ||
  (isIn(view, 'relatives', from - 1) &&
    isIn(view, 'questionWords', from - 1) &&
    (verbAt[from - 2] !== undefined || isIn(view, 'questionLeads', from - 2)));
