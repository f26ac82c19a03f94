// The place that a report is about, where one is: "the city" of a new paragraph is that one.
// Invariant: only where the report speaks of it far more than of any other.

import type { Draft, PlaceItem, Predicate } from '../marks.ts';
import { isLargerKind } from '../place-groups/place-order.ts';
import { calledIn } from './called-kinds.ts';
import type { NamedPlace } from './named-places.ts';
import { type Ground, isSmall, suits } from './place-suits.ts';
import { isUsable } from './usable-items.ts';

/** So often it must be named, and so many times as often as the next. */
const LEAST = 3;
const TIMES = 2;
/** What a headline or first sentence names counts as so many. */
const FIRST = 2;

const found = new WeakMap<readonly NamedPlace[], NamedPlace | null>();

/** Without a gazetteer: what the report calls a region alone. */
const isRegion = (draft: Draft, name: string): boolean => {
  const called = calledIn(draft).get(name.toLowerCase()) ?? [];
  return draft.theatre.open && called.length > 0 && called.every(isLargerKind);
};

const countNames = (draft: Draft, places: readonly NamedPlace[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { mark, item, dateline, locates } of places) {
    // "Singa, the capital of Sennar state": the state is not the town of that name.
    if (dateline || locates || isLargerKind(item.kindWord) || isRegion(draft, mark.text)) continue;
    const weight = draft.sentences[mark.sentence]?.part === 'headline' || mark.sentence === 0 ? FIRST : 1;
    const key = mark.text.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + weight);
  }
  return counts;
};

/** The last mention before an offset of the place that the report is about; null where it is about many. */
export const mainPlaceBefore = (draft: Draft, places: readonly NamedPlace[], at: number): NamedPlace | null => {
  const main = found.get(places) ?? mainPlace(draft, places);
  found.set(places, main);
  if (main === null) return null;
  const same = places.filter(({ mark }) => mark.text.toLowerCase() === main.mark.text.toLowerCase());
  return same.findLast(({ mark }) => mark.start < at) ?? null;
};

/** The one place that the headline names. */
const isHeadlines = ({ sentences }: Draft, places: readonly NamedPlace[], name: string): boolean => {
  const heads = places.filter(({ mark }) => sentences[mark.sentence]?.heading === true && mark.sentence === 0);
  return heads.length > 0 && heads.every(({ mark }) => mark.text.toLowerCase() === name);
};

const mainPlace = (draft: Draft, places: readonly NamedPlace[]): NamedPlace | null => {
  const [first, second] = [...countNames(draft, places)].sort(([, a], [, b]) => b - a);
  const next = (second?.[1] ?? 0) * (first !== undefined && isHeadlines(draft, places, first[0]) ? 1 : TIMES);
  if (first === undefined || first[1] < LEAST || next >= first[1] + 1) return null;
  return places.find(({ mark }) => mark.text.toLowerCase() === first[0]) ?? null;
};

/** Deeds that need no place of their own to be told: "his men handed over their rifles", "captured the post". */
const TOLD_ON: readonly Predicate['kind'][] = ['surrender', 'withdrawal', 'capture', 'recapture', 'repulse'];

/** Without a gazetteer a place is its name. */
const keyOf = ({ mark }: NamedPlace): string => mark.candidates.join() || mark.text.toLowerCase();

/** The one small place that a report has spoken of until here, by name and more than once or as one that something befell; else null. */
export const onlyPlace = (
  { draft, places, focus }: Ground,
  item: PlaceItem | null,
  predicate: Predicate,
): NamedPlace | null => {
  if (!TOLD_ON.includes(predicate.kind) || (item !== null && !isUsable(draft, item))) return null;
  const before = places.filter((named) => named.mark.start < predicate.start && !named.dateline);
  const spoken = before.filter((named) => !named.locates && isSmall(draft, named));
  const last = spoken.at(-1);
  if (last === undefined || !suits(draft, item, last)) return null;
  const isSame = (one: NamedPlace): boolean => keyOf(one) === keyOf(last);
  const told = before.filter(isSame).length >= FIRST || (predicate.kind === 'surrender' && focus.some(isSame));
  return spoken.every(isSame) && told ? last : null;
};
