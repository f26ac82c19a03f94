// Where the writer of a letter or a diary is: "the airport" of a new paragraph is that town's, whatever was told of others.
// Invariant: one place in the lines above the text, and entries with days of their own or a first person outside quotations.
import { kept } from '../../model/keep.ts';
import type { Draft, PlaceItem, Predicate } from '../marks.ts';
import type { NamedPlace } from './named-places.ts';
import { type Ground, isCity, isSmall, LANDMARKS, suits } from './place-suits.ts';

/** Who says "I" once may be quoted without marks. */
const ENOUGH = 3;

/** "I", "we", "our" outside quotations, in so many sentences. */
const isWriters = ({ sentences, theatre: { lexicon } }: Draft): boolean => {
  const lists = ['onePersons', 'manyPersons', 'ourWords'];
  const own = sentences.filter(({ tokens }) =>
    tokens.some(({ word, quoted }) => !quoted && lists.some((list) => lexicon.has(list, word))),
  );
  return own.length >= ENOUGH;
};

/** "Letter from Ashford", "A diary of the siege of Ashford": the heading says what it is. */
const isLetter = ({ sentences, theatre: { lexicon } }: Draft): boolean =>
  sentences.some(
    ({ heading, index, tokens }) => heading && index < 2 && tokens.some(({ word }) => lexicon.has('letterWords', word)),
  );

const places = kept((draft: Draft): { of: (named: readonly NamedPlace[]) => NamedPlace | null } => {
  const entries = draft.sentences.some(({ day }) => day !== null);
  const writers = (entries || isLetter(draft)) && isWriters(draft);
  const first = draft.sentences.findIndex(({ heading }) => !heading);
  const of = (named: readonly NamedPlace[]): NamedPlace | null => {
    const [only, other] = writers
      ? Map.groupBy(
          named.filter((one) => one.mark.sentence < first && (isSmall(draft, one) || isCity(draft, one))),
          ({ mark }) => mark.text.toLowerCase(),
        ).values()
      : [];
    return other === undefined ? (only?.[0] ?? null) : null;
  };
  return { of };
});

/** What "the town", "the airport", "the police headquarters" mean under a letter's head; null where it is none, or where they may mean another's. */
export const writersPlace = (
  { draft, places: named }: Ground,
  { item, predicate }: { readonly item: PlaceItem | null; readonly predicate: Predicate },
  last: NamedPlace | null,
): NamedPlace | null => {
  if (item?.noun?.definite !== true || item.noun.plural) return null;
  const own = places(draft).of(named);
  if (own === null) return null;
  const paragraphOf = (sentence: number) => draft.sentences[sentence]?.paragraph;
  const told = last !== null && paragraphOf(last.mark.sentence) === paragraphOf(predicate.sentence);
  const part = item.kindWord === null || item.kindWord === 'city' || LANDMARKS.includes(item.kindWord);
  return told || !(part || suits(draft, item, own)) ? null : own;
};
