// "captured two tanks and the town of A": a place that stands behind things in the object of one verb.
// Invariant: only a place that is called one ("the TOWN of A"), and only behind things that have an article or a number.
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { groupFrom } from '../place-groups/share-before.ts';
import { isIn, isInAny } from '../words/view-sentence.ts';
import { isNumberWord } from './noun-links.ts';
import type { Parse } from './parse.ts';

/** Words of "two armoured cars, a mortar and". */
const THINGS = 10;
const STOPS = ['prepositions', 'clauseSubordinators', 'relatives', 'be', 'have', 'modals', 'commonPronouns'];

/** The group behind "a T-55 AND", "two tanks, a mortar AND"; null where anything but things stands before it. */
export const afterThings = (parse: Parse, from: number): PlaceGroup | null => {
  const { view, verbAt } = parse;
  const opens = (at: number): boolean =>
    view.markAt[at] === undefined &&
    (isIn(view, 'determiners', at) || isNumberWord(view, at) || view.tokens[at]?.type === 'number');
  if (!opens(from) || isIn(view, 'definiteArticles', from)) return null;
  for (let at = from + 1; at < from + THINGS; at++) {
    const token = view.tokens[at];
    if (isIn(view, 'listLinks', at) && token?.type === 'word') {
      const group = groupFrom(parse, at + 1);
      // "took a beating and the town of A CELEBRATED": another clause.
      const [item] = group?.items ?? [];
      const own = group !== null && !group.counted && verbAt[group.to] === undefined;
      return own && item?.noun != null && item.place !== null ? group : null;
    }
    const mark = view.markAt[at];
    if (token === undefined || verbAt[at] !== undefined || mark?.type === 'place' || mark?.type === 'actor')
      return null;
    if (isInAny(view, STOPS, at) || (token.type === 'mark' && !/^[,-]$/.test(token.word))) return null;
    if (token.word === ',' && !opens(at + 1)) return null;
  }
  return null;
};
