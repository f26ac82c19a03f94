// "The district will be recaptured": what is to be won back was lost before; of two places spoken of it is that one.
// Invariant: only where the place most in mind was told to be lost by nobody.
import type { PlaceItem, Predicate } from '../marks.ts';
import { goalInstead } from './goal-instead.ts';
import type { NamedPlace } from './named-places.ts';
import { type Ground, suits } from './place-suits.ts';

/** Sentences back in which it was lost. */
const BACK = 8;

const keyOf = ({ mark }: NamedPlace): string => mark.candidates.join() || mark.text;

/** "The men walked to B, where the army has a post. The rebels took the compound": B is held, and A was left. */
const isHeld = ({ held }: Ground, meant: NamedPlace, { sentence, actor }: Predicate): boolean =>
  held.some(({ named, by }) => keyOf(named) === keyOf(meant) && named.mark.sentence === sentence - 1 && by !== actor);

/** Whether what is told asks for a place that was lost: one to be won back, or one taken while another is held. */
const asksForLost = (ground: Ground, predicate: Predicate, meant: NamedPlace): boolean =>
  predicate.kind === 'recapture'
    ? predicate.modality === 'planned'
    : predicate.kind === 'capture' && predicate.polarity === 'affirmed' && isHeld(ground, meant, predicate);

/** The place lost before, where what is told asks for one; else the place that was meant. */
export const lostInstead = (
  ground: Ground,
  { item, predicate }: { readonly item: PlaceItem | null; readonly predicate: Predicate },
  spokenOf: NamedPlace | null,
): NamedPlace | null => {
  const meant = goalInstead(ground, { item, predicate }, spokenOf);
  const { draft, lost } = ground;
  const definite = item === null ? predicate.placeWord !== null : item.noun?.definite === true && !item.noun.plural;
  if (!definite || meant === null || !asksForLost(ground, predicate, meant)) return meant;
  const near = lost.filter(
    ({ mark }) => mark.sentence >= predicate.sentence - BACK && mark.sentence <= predicate.sentence,
  );
  if (near.some((named) => keyOf(named) === keyOf(meant))) return meant;
  // "Its posts in A are under siege, and the district will be cleansed": what the sentence itself speaks of is meant.
  const isHere = ({ mark }: NamedPlace): boolean => mark.sentence === predicate.sentence;
  if (isHere(meant) && !meant.locates && !near.some(isHere)) return meant;
  return near.findLast((named) => suits(draft, item, named)) ?? meant;
};
