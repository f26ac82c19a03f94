// Brackets behind a name: a second name, the name of what was described, or words that only describe.
// Invariant: a bracket that says something of its own is left alone.
import type { PlaceItem, PlaceMark } from '../marks.ts';
import { isIn, isVerbForm, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { isLarger, isSamePlace } from './place-order.ts';

/** No bracket that goes on with a name is longer. */
const LONGEST_BRACKET = 8;

/** Where a bracket ends that only names or describes: "(also known as B)", "(pop. 3,000)"; -1 where it says something. */
export const endOfBracket = (view: SentenceView, from: number): number => {
  if (wordAt(view, from) !== '(') return -1;
  for (let at = from + 1; at <= from + LONGEST_BRACKET; at++) {
    if (wordAt(view, at) === ')') return at + 1;
    // "(Garth, LOWER Hollin)": a word of a name is no verb.
    const named = view.markAt[at]?.type === 'place' || /^\p{Lu}/u.test(view.tokens[at]?.text ?? '');
    if (!named && isVerbForm(view, at) && !isIn(view, 'namingLinks', at)) return -1;
  }
  return -1;
};

/** "Garth (also known as Oldgarth)", "the airport (Dunmore Field)": a second name, or the name of what was described. */
export const withBracket = (view: SentenceView, item: PlaceItem): PlaceItem => {
  const to = endOfBracket(view, item.to);
  if (to < 0) return item;
  const inside = view.marks.find(
    (mark): mark is PlaceMark => mark.type === 'place' && mark.from > item.to && mark.to < to,
  );
  if (item.place === null)
    return inside === undefined || item.noun?.definite !== true || item.noun.plural || item.within.length > 0
      ? { ...item, to }
      : { ...item, place: inside, to };
  if (inside === undefined) return { ...item, to };
  if (isLarger(view.theatre, inside, item.place))
    return { ...item, within: [...item.within, ...inside.candidates], to };
  const candidates = [...new Set([...item.place.candidates, ...inside.candidates])];
  const same = isSamePlace(view.theatre, item.place, inside);
  return { ...item, place: same ? { ...item.place, candidates } : item.place, to };
};
