// "They took A, and the way to B is open. They are now near THE TOWN": nobody threatens what he has taken himself and not lost since.
// Invariant: asked of a threat or a siege of now, and of a whole place that the same side was told to take or hold: by the
// outlet, or by who speaks now. "They say that they took A. A kilometre from it, says the mayor" tells of A.
import { frameOver } from '../clauses/frame-over.ts';
import type { PlaceItem, Predicate } from '../marks.ts';
import { type NamedPlace, spokenIn } from './named-places.ts';
import { type Ground, suits } from './place-suits.ts';

/** Sentences back in which the goal was named. */
const BACK = 3;

const AIMED: readonly Predicate['kind'][] = ['threat', 'siege'];

const keyOf = ({ mark }: NamedPlace): string => mark.candidates.join() || mark.text;

/** The other place spoken of, where the one that was meant is the side's own already; null where there is no other. */
export const goalInstead = (
  { draft, places, won, lost }: Ground,
  { item, predicate }: { readonly item: PlaceItem | null; readonly predicate: Predicate },
  meant: NamedPlace | null,
): NamedPlace | null => {
  const { kind, tense, actor, sentence, start } = predicate;
  if (meant === null || actor === null || !AIMED.includes(kind) || tense !== 'present') return meant;
  const teller = frameOver(draft, start)?.by.speaker ?? null;
  const isOwn = (named: NamedPlace): boolean => {
    const last = won.findLast((one) => keyOf(one.named) === keyOf(named));
    const gone = lost.some((one) => keyOf(one) === keyOf(named) && one.mark.start > (last?.named.mark.start ?? 0));
    return last?.by === actor && !gone && (last.teller === null || last.teller === teller);
  };
  if (!isOwn(meant)) return meant;
  return (
    spokenIn(places, sentence - BACK, sentence).findLast(
      (named) => named.mark.end <= start && !named.dateline && !isOwn(named) && suits(draft, item, named),
    ) ?? meant
  );
};
