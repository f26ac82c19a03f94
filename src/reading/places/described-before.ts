// What "it" means where what was spoken of last has no name: a mill that changed hands, the airfield that was attacked.
// Invariant: nothing that a name stands behind since.
import type { Scope } from '../../model/claim.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { Predicate, PredicatePlace } from '../marks.ts';
import type { DescribedPlace } from './named-places.ts';
import type { Ground } from './place-suits.ts';

const PARTS: readonly (Scope | null)[] = ['base', 'centre', 'facility'];

/** "Shells fell on the HEADQUARTERS, but IT is still held": a part of a town, in the same words of the same speaker. */
const isPartHere = (
  { draft }: Ground,
  { sentence: here, start: at }: Predicate,
  { item, sentence, start }: Pick<DescribedPlace, 'item' | 'sentence' | 'start'>,
): boolean => sentence === here && PARTS.includes(item.scope) && frameOver(draft, start) === frameOver(draft, at);

/** "The mill changed hands. The police said they had left IT.": what was spoken of last has no name. */
export const describedLast = (ground: Ground, predicate: Predicate, plural: boolean): DescribedPlace | null => {
  if (predicate.placeWord === null) return null;
  const { described, places, focus } = ground;
  const last = described.findLast(
    ({ item, sentence, start, subject }) =>
      start < predicate.start &&
      sentence >= predicate.sentence - 1 &&
      item.noun?.plural === plural &&
      (plural || (subject && item.noun.kind === null) || isPartHere(ground, predicate, { item, sentence, start })),
  );
  if (last === undefined || plural) return last ?? null;
  const later = places.some(({ mark, locates }) => mark.start > last.start && mark.start < predicate.start && !locates);
  return later || (focus.at(-1)?.mark.sentence ?? -1) > last.sentence ? null : last;
};

/** "an assault on the airfield. The rebels claimed to have overrun IT": the part spoken of last, where no name stands since. */
export const partMeant = (
  { parts, places }: Ground,
  { placeWord, sentence, start, kind }: Predicate,
): PredicatePlace | null => {
  const last = parts.at(-1);
  const pointed = placeWord !== null || kind === 'repulse';
  if (last === undefined || !pointed || last.sentence < sentence - 1) return null;
  const since = places.some(({ mark }) => mark.start > last.place.mention.span.start && mark.start < start);
  return since ? null : last.place;
};
