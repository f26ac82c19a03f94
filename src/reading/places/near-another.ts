// "Rebels seized a town NEAR A PROVINCIAL CAPITAL": the capital that the report names next is not the town.
// Invariant: only where the words behind the item speak of a city; "a town near the border" may be any place.

import type { Draft, PlaceItem } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import { calledIn } from './called-kinds.ts';
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
  // "a key town NEAR A": not A itself, wherever else it is named.
  const [first = ''] = mark.text.toLowerCase().split(' ');
  if (words.slice(0, BESIDE).some(({ word }) => word === first)) return true;
  if (!words.some(({ word }) => ['seatNouns', 'cityWords'].some((list) => lexicon.has(list, word)))) return false;
  return (calledIn(draft).get(mark.text.toLowerCase()) ?? []).includes('city');
};

/** Words of "close to the capital". */
const BESIDE = 4;

/** "a town CLOSE TO THE CAPITAL A": what a described place lies beside is not the one that is spoken of. */
export const isBesideDescribed = (draft: Draft, { mark }: NamedPlace): boolean => {
  const { lexicon } = draft.theatre;
  const { tokens = [] } = draft.sentences[mark.sentence] ?? {};
  for (let at = mark.from - 1; at >= Math.max(0, mark.from - BESIDE); at--) {
    if (tokens[at]?.type !== 'word') return false;
    if (lexicon.has('besideLinks', tokens[at]?.word ?? ''))
      return inSentence(draft.mentions, mark.sentence).some(
        (one) => one.type === 'scope' && one.to === at && one.kind !== null && !one.definite,
      );
  }
  return false;
};
