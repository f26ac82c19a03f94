// "The capital" of a report without a gazetteer: the nation's own, where the report names a city that is one.
// Invariant: "the state capital", "the capital of X" and a report that names two nations' capitals are left to others.
import type { Draft, PlaceItem, Predicate } from '../marks.ts';
import type { NamedPlace } from './named-places.ts';

interface Asked {
  readonly item: PlaceItem | null;
  /** Where the words stand. */
  readonly at: number;
}

/** The nation's capital that was named last before, and told of or sent from; null where "the capital" may be another's. */
export const capitalNamed = (
  { theatre, sentences }: Draft,
  places: readonly NamedPlace[],
  { item, at }: Asked,
): NamedPlace | null => {
  const { lexicon } = theatre;
  const noun = item?.noun ?? null;
  if (!theatre.open || noun === null || !noun.definite || item?.within.length !== 0) return null;
  if (!lexicon.has('nationSeats', noun.noun)) return null;
  // "the capital of the province"
  if (lexicon.has('partLinks', sentences[noun.sentence]?.tokens[noun.to]?.word ?? '')) return null;
  const capitals = places.filter(({ mark }) => lexicon.look('nationCapitals', mark.text.toLowerCase()) !== null);
  const names = new Set(capitals.map(({ mark }) => mark.text.toLowerCase()));
  return names.size === 1 ? (capitals.findLast(({ mark }) => mark.start < at) ?? null) : null;
};

/** "took A and surrounded THE CAPITAL": two deeds of one sentence are of two places, where nothing calls the first a capital. */
export const isOtherThanCapital = (
  { theatre, predicates }: Draft,
  item: PlaceItem | null,
  { predicate, named }: { predicate: Predicate; named: NamedPlace },
): boolean =>
  item?.noun != null &&
  theatre.open &&
  theatre.lexicon.has('landCapitals', item.noun.noun.split(' ').at(-1) ?? '') &&
  named.item.kindWord !== 'city' &&
  named.mark.sentence === predicate.sentence &&
  predicates.some(
    (one) =>
      one !== predicate &&
      one.start !== predicate.start &&
      one.items.some(({ place }) => place?.start === named.mark.start),
  );

/** "the Norlandish CAPITAL": none of the towns that are named later. */
export const isOfNation = ({ sentences, theatre }: Draft, { noun }: PlaceItem): boolean => {
  const before = sentences[noun?.sentence ?? -1]?.tokens[(noun?.from ?? 0) - 1]?.text ?? '';
  return theatre.lexicon.has('landCapitals', noun?.noun ?? '') && /^\p{Lu}\p{Ll}+$/u.test(before);
};
