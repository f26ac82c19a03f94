// "They took A, and the way to B is open. They are now near THE TOWN": nobody threatens what he has taken himself.
// Invariant: asked of a threat or a siege of now, and of a whole place that the same side was told to take or hold.
import type { PlaceItem, Predicate } from '../marks.ts';
import { type NamedPlace, spokenIn } from './named-places.ts';
import { type Ground, suits } from './place-suits.ts';

/** Sentences back in which the goal was named. */
const BACK = 3;

const AIMED: readonly Predicate['kind'][] = ['threat', 'siege'];

const keyOf = ({ mark }: NamedPlace): string => mark.candidates.join() || mark.text;

/** The other place spoken of, where the one that was meant is the side's own already; null where there is no other. */
export const goalInstead = (
  { draft, places, won }: Ground,
  { item, predicate }: { readonly item: PlaceItem | null; readonly predicate: Predicate },
  meant: NamedPlace | null,
): NamedPlace | null => {
  const { kind, tense, actor, sentence, start } = predicate;
  if (meant === null || actor === null || !AIMED.includes(kind) || tense !== 'present') return meant;
  const isOwn = (named: NamedPlace): boolean =>
    won.some((one) => keyOf(one.named) === keyOf(named) && one.by === actor);
  if (!isOwn(meant)) return meant;
  return (
    spokenIn(places, sentence - BACK, sentence).findLast(
      (named) => named.mark.end <= start && !named.dateline && !isOwn(named) && suits(draft, item, named),
    ) ?? null
  );
};
