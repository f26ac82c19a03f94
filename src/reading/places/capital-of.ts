// "A, the capital of North Hesk, … attacked THE CAPITAL OF NORTH HESK": without a gazetteer the report itself tells which town that is.
// Invariant: only a town that the report calls the capital of that very region; else the words stand for the region.

import type { Draft, PlaceItem, PlaceMark } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import type { NamedPlace } from './named-places.ts';
import { isCity } from './place-suits.ts';

/** Words of ", the embattled capital of". */
const REACH = 6;

interface Pair {
  readonly town: PlaceMark;
  readonly region: PlaceMark;
}

type IsIn = (list: string, at: number) => boolean;

const wordsOf = ({ theatre, sentences }: Draft, index: number): IsIn => {
  const { tokens = [] } = sentences[index] ?? {};
  return (list, at) => theatre.lexicon.has(list, tokens[at]?.word ?? '');
};

/** "A, THE CAPITAL OF region", and not "A, NEAR the capital of region". */
const isApposed = (draft: Draft, { town, region }: Pair): boolean => {
  const tokens = draft.sentences[town.sentence]?.tokens ?? [];
  const isIn = wordsOf(draft, town.sentence);
  if (tokens[town.to]?.word !== ',' || region.from <= town.to || region.from - town.to > REACH) return false;
  const from = town.to + 1;
  const between = tokens.slice(from, region.from);
  const seat = between.findIndex((_, i) => isIn('seatNouns', from + i));
  const plain = between.every(({ type }, i) => type === 'word' && (i > seat || !isIn('prepositions', from + i)));
  return seat >= 0 && plain && isIn('partLinks', from + seat + 1);
};

/** "region's CAPITAL, A", "the region state capital A" */
const isOwned = (draft: Draft, { town, region }: Pair): boolean => {
  if (region.to >= town.from || town.from - region.to > REACH) return false;
  const comma = draft.sentences[town.sentence]?.tokens[town.from - 1]?.word === ',' ? 1 : 0;
  const last = town.from - 1 - comma;
  return last >= region.to && wordsOf(draft, town.sentence)('seatNouns', last);
};

/** The town that the report calls the capital of the region whose capital the item names; null where there is none. */
export const capitalOfRegion = (draft: Draft, { place, noun }: PlaceItem): PlaceMark | null => {
  if (!draft.theatre.open || place === null || noun === null) return null;
  if (!noun.noun.split(' ').some((word) => draft.theatre.lexicon.has('seatNouns', word))) return null;
  for (const { index } of draft.sentences) {
    const named = inSentence(draft.mentions, index).filter((one): one is PlaceMark => one.type === 'place');
    const regions = named.filter(({ text }) => text === place.text);
    const isSeat = (town: PlaceMark): boolean =>
      regions.some((region) => isApposed(draft, { town, region }) || isOwned(draft, { town, region }));
    const town = named.find((one) => one.text !== place.text && isSeat(one));
    if (town !== undefined) return town;
  }
  return null;
};

/** "THE CAPITAL OF HESK PROVINCE": whose capital is meant, where no gazetteer tells which town that is; else null. */
export const regionOfSeat = ({ theatre }: Draft, { place, noun, capitalOf }: PlaceItem): PlaceMark | null => {
  const seat = noun?.noun.split(' ').some((word) => theatre.lexicon.has('seatNouns', word)) === true;
  return theatre.open && place === null && seat ? capitalOf : null;
};

/** A town that the report calls a city, and no nation's capital, may be the capital of one of its provinces. */
export const canBeSeat = (draft: Draft, named: NamedPlace): boolean =>
  isCity(draft, named) && draft.theatre.lexicon.look('nationCapitals', named.mark.text.toLowerCase()) === null;
