// "A, the capital of North Hesk, … attacked THE CAPITAL OF NORTH HESK": without a gazetteer the report itself tells which town that is.
// Invariant: only a town that the report calls the capital of that very region; else the words stand for the region.
import { inSentence } from './by-sentence.ts';
import type { Draft, PlaceItem, PlaceMark, Sentence } from './marks.ts';

/** Words of ", the embattled capital of". */
const REACH = 6;

const has = ({ theatre }: Draft, { tokens }: Sentence, list: string, at: number): boolean =>
  theatre.lexicon.has(list, tokens[at]?.word ?? '');

/** "A, THE CAPITAL OF region" */
const isApposed = (draft: Draft, sentence: Sentence, town: PlaceMark, region: PlaceMark): boolean => {
  if (sentence.tokens[town.to]?.word !== ',' || region.from <= town.to || region.from - town.to > REACH) return false;
  const between = sentence.tokens.slice(town.to + 1, region.from);
  const seat = between.findIndex((_, i) => has(draft, sentence, 'seatNouns', town.to + 1 + i));
  // "A, NEAR the capital of region"
  const plain = between.every(
    ({ type }, i) => type === 'word' && (i > seat || !has(draft, sentence, 'prepositions', town.to + 1 + i)),
  );
  return seat >= 0 && plain && has(draft, sentence, 'partLinks', town.to + 2 + seat);
};

/** "region's CAPITAL, A", "the region state capital A" */
const isOwned = (draft: Draft, sentence: Sentence, town: PlaceMark, region: PlaceMark): boolean => {
  if (region.to >= town.from || town.from - region.to > REACH) return false;
  const last = sentence.tokens[town.from - 1]?.word === ',' ? town.from - 2 : town.from - 1;
  return last >= region.to && has(draft, sentence, 'seatNouns', last);
};

/** The town that the report calls the capital of the region whose capital the item names; null where there is none. */
export const capitalOfRegion = (draft: Draft, { place, noun }: PlaceItem): PlaceMark | null => {
  if (!draft.theatre.open || place === null || noun === null) return null;
  if (!draft.theatre.lexicon.has('seatNouns', noun.noun.split(' ').at(-1) ?? '')) return null;
  for (const sentence of draft.sentences) {
    const named = inSentence(draft.mentions, sentence.index).filter((one): one is PlaceMark => one.type === 'place');
    const regions = named.filter(({ text }) => text === place.text);
    const town = named.find(
      (one) =>
        one.text !== place.text &&
        regions.some((region) => isApposed(draft, sentence, one, region) || isOwned(draft, sentence, one, region)),
    );
    if (town !== undefined) return town;
  }
  return null;
};
