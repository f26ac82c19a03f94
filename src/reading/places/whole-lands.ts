// Places that are told only by the land that they lie in: "a town in the region", "some positions in Northmark State".
// Invariant: what has a name of its own is never one of them.
import type { Theatre } from '../../model/theatre.ts';
import type { Draft, PlaceItem, Predicate, Sentence } from '../marks.ts';
import { nationWordAt } from '../mentions/nation-words.ts';

/** "half of NORLAND'S TERRITORY". */
const isNationsOwn = ({ lexicon, open }: Theatre, sentence: Sentence | undefined, { noun }: PlaceItem): boolean => {
  const { tokens = [] } = sentence ?? {};
  const at = (noun?.from ?? 0) - 2;
  const owned = open && noun?.scope === 'area' && tokens[at + 1]?.word === "'s";
  return owned && nationWordAt(tokens, at, lexicon) !== null;
};

const LANDMARKS: readonly PlaceItem['scope'][] = ['base', 'facility', 'crossing'];

/**
 * "THE COUNTRY'S main crossing", "the region's only airport": one of the whole land, and not of the town spoken of. Before a
 * title none has been spoken of: what it tells of is named below it.
 */
const isLandsOwn = ({ lexicon }: Theatre, sentence: Sentence | undefined, { noun, scope }: PlaceItem): boolean => {
  const { tokens = [], heading = false } = sentence ?? {};
  if (heading) return false;
  const to = noun?.from ?? 0;
  const owner = tokens.findLastIndex(({ word }, at) => word === "'s" && at < to && at >= to - LAND);
  return owner > 0 && LANDMARKS.includes(scope) && lexicon.has('wholeLands', tokens[owner - 1]?.word ?? '');
};

/** "A KEY TOWN in Northmark State" of a title or a first sentence: the one that the report goes on to name. */
const isHeadNews = (sentence: Sentence | undefined, { noun }: PlaceItem): boolean =>
  sentence !== undefined &&
  sentence.index < 2 &&
  noun?.plural === false &&
  (noun.kind === 'town' || noun.kind === 'city');

/** "its main base in the country", "some positions in Northmark State": somewhere in a land that is no place to hold. */
export const isOfWholeLand = ({ theatre, sentences }: Draft, item: PlaceItem, { sentence }: Predicate): boolean => {
  const { lexicon } = theatre;
  const some = item.noun?.definite === false && !isHeadNews(sentences[sentence], item);
  const [link, ...land] = sentences[sentence]?.tokens.slice(item.noun?.to ?? item.to).slice(0, LAND) ?? [];
  const whole = [isNationsOwn, isLandsOwn].some((owns) => owns(theatre, sentences[sentence], item));
  if (item.place === null && whole) return true;
  if (item.place !== null || !lexicon.has('homeLinks', link?.word ?? '')) return false;
  const end = land.findIndex(({ word, text }) => !lexicon.has('definiteWords', word) && !/^\p{Lu}/u.test(text));
  const nouns = land.slice(0, end < 0 ? LAND : end + 1);
  return nouns.some(
    ({ word }, at) =>
      at > 0 && (lexicon.has('wholeLands', word) || (some && lexicon.has('scope:province/province', word))),
  );
};

/** Words of "in the Blue River State". */
const LAND = 5;
