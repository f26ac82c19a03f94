// Of "not A but B" the phrase is B: a verb, a preposition or a helper before it has B behind it.

import { opensContrast } from '../clauses/only-not.ts';
import { isIn, type SentenceView } from '../words/view-sentence.ts';
import type { PlaceGroup } from './find-place-groups.ts';

/** Of "not A but B" the phrase is B: it begins with the no, so that whatever verb stands before it has it behind. */
export const withoutContrast = (view: SentenceView, groups: readonly PlaceGroup[]): readonly PlaceGroup[] =>
  groups.flatMap((group, i) => {
    const before = groups[i - 1];
    const no = before === undefined ? -1 : before.from - (isIn(view, 'negations', before.from) ? 0 : 1);
    const meant = before !== undefined && opensContrast(view, no) && isIn(view, 'contrastLinks', group.from - 1);
    if (meant && before.to === group.from - 1) return [{ ...group, from: no }];
    const next = groups[i + 1];
    const own = isIn(view, 'negations', group.from) ? group.from : group.from - 1;
    const ruledOut = next !== undefined && next.from === group.to + 1 && opensContrast(view, own);
    return ruledOut && isIn(view, 'contrastLinks', group.to) ? [] : [group];
  });
