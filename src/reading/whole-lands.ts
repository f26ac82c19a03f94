// Places that are told only by the land that they lie in: "a town in the region", "some positions in Northmark State".
// Invariant: what has a name of its own is never one of them.
import type { Theatre } from '../model/theatre.ts';
import type { Draft, PlaceItem, Predicate, Sentence } from './marks.ts';
import { nationWordAt } from './nation-words.ts';

/** "half of NORLAND'S TERRITORY". */
const isNationsOwn = ({ lexicon, open }: Theatre, sentence: Sentence | undefined, { noun }: PlaceItem): boolean => {
  const { tokens = [] } = sentence ?? {};
  const at = (noun?.from ?? 0) - 2;
  const owned = open && noun?.scope === 'area' && tokens[at + 1]?.word === "'s";
  return owned && nationWordAt(tokens, at, lexicon) !== null;
};

/** "its main base in the country", "some positions in Northmark State": somewhere in a land that is no place to hold. */
export const isOfWholeLand = ({ theatre, sentences }: Draft, item: PlaceItem, { sentence }: Predicate): boolean => {
  const { lexicon } = theatre;
  const some = item.noun?.definite === false;
  const [link, ...land] = sentences[sentence]?.tokens.slice(item.noun?.to ?? item.to).slice(0, LAND) ?? [];
  if (item.place === null && isNationsOwn(theatre, sentences[sentence], item)) return true;
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
