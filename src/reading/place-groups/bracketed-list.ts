// Names that brackets or dashes hold behind the noun for what they are: "three districts (A, B and C)", "two towns — A and B —".
// Invariant: nothing but names of places stands between them; a bracket that says more is left alone.
import type { PlaceItem } from '../marks.ts';
import { isIn, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { itemAt } from './place-item.ts';

interface Bracketed {
  readonly items: readonly PlaceItem[];
  readonly to: number;
}

const isClose = (view: SentenceView, open: number, at: number): boolean => {
  const mark = wordAt(view, open);
  return mark === '(' ? wordAt(view, at) === ')' : wordAt(view, at) === mark;
};

const isDash = (view: SentenceView, at: number): boolean =>
  /^[—–]$/.test(wordAt(view, at)) ||
  (wordAt(view, at) === '-' && (view.tokens[at - 1]?.end ?? 0) < (view.tokens[at]?.start ?? 0));

/** Over the comma, the "and" or both that part two names. */
const pastLink = (view: SentenceView, at: number): number => {
  const comma = wordAt(view, at) === ',' ? at + 1 : at;
  return isIn(view, 'listLinks', comma) ? comma + 1 : comma;
};

/** The places that a bracket or a pair of dashes names, two or more; null where it says anything else. */
export const bracketedList = (view: SentenceView, { noun, place, to }: PlaceItem): Bracketed | null => {
  if (noun?.plural !== true) return null;
  // "bases in Garth (Ashford, Northmark)": behind a name that the noun has already, a bracket tells where that lies.
  if (view.theatre.open && place !== null && noun.kind === null && place.from > noun.to) return null;
  // "districts in X (A, B)": a bracket, or its first name, may have been taken for what the noun lies in.
  const inner = view.tokens.findLastIndex(({ word }, at) => at >= noun.to && at < to && word === '(');
  const open = inner < 0 ? to : inner;
  if (!(wordAt(view, open) === '(' || isDash(view, open))) return null;
  const items: PlaceItem[] = [];
  for (let at = open + 1; at < view.tokens.length; ) {
    const item = itemAt(view, at);
    if (item === null || item.from !== at || item.place === null) return null;
    items.push(item);
    if (isClose(view, open, item.to)) return items.length > 1 ? { items, to: item.to + 1 } : null;
    at = pastLink(view, item.to);
    if (at === item.to) return null;
  }
  return null;
};
