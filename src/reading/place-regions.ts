// Without a gazetteer: a name that only says where another place lies ("Garth, Norland", "Norland's Garth district").
import type { PlaceItem } from './marks.ts';
import type { SentenceView } from './view-sentence.ts';
import { isPossessive } from './word-class.ts';

/** "captured Garth, Norland, on Monday": two names with a comma and no "and" are a town and where it lies. */
export const withoutRegion = (
  { theatre, sentence }: SentenceView,
  items: readonly PlaceItem[],
): readonly PlaceItem[] => {
  const [town, region, ...more] = items;
  const bare = [town, region].every((item) => item?.place != null && item.noun === null);
  const pair = town !== undefined && region !== undefined && more.length === 0 && bare;
  if (!theatre.open || !pair || sentence.heading) return items;
  const [{ place: first }, { place: second }] = [town, region];
  const between = sentence.tokens.slice(first?.to, second?.from);
  return between.length === 1 && between[0]?.word === ',' ? [town] : items;
};

/** "Norland's Garth district": a name that only says whose the next one is. */
export const ownsNext = (view: SentenceView, at: number): boolean => {
  const mark = view.markAt[at];
  if (!view.theatre.open || mark?.type !== 'place' || mark.from !== at || !isPossessive(view, mark.to)) return false;
  return view.markAt[mark.to + 1]?.type === 'place';
};
