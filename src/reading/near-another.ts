// "Rebels seized a town NEAR A PROVINCIAL CAPITAL": the capital that the report names next is not the town.
// Invariant: only where the words behind the item speak of a city; "a town near the border" may be any place.
import { calledIn } from './called-kinds.ts';
import type { Draft, PlaceItem } from './marks.ts';
import type { NamedPlace } from './named-places.ts';

/** Words of "close to the country's second largest city". */
const REACH = 8;

/** The city that a described place is said to lie near. */
export const isNearAnother = (draft: Draft, item: PlaceItem | null, { mark }: NamedPlace): boolean => {
  const { lexicon } = draft.theatre;
  const { tokens = [] } = draft.sentences[item?.noun?.sentence ?? -1] ?? {};
  if (item === null || !lexicon.has('besideLinks', tokens[item.to]?.word ?? '')) return false;
  const behind = tokens.slice(item.to + 1, item.to + 1 + REACH);
  const end = behind.findIndex(({ type }) => type === 'mark');
  const words = end < 0 ? behind : behind.slice(0, end);
  if (!words.some(({ word }) => ['seatNouns', 'cityWords'].some((list) => lexicon.has(list, word)))) return false;
  return (calledIn(draft).get(mark.text.toLowerCase()) ?? []).includes('city');
};
