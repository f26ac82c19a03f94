// "On Thursday the same GROUP had taken two villages. IT has since left the first.": a band without a name goes on in the next
// sentence as "it", and in the one behind that as "its".
// Invariant: asked only where no side is named and nobody speaks; the doer of the sentence before is meant, whatever he is.
import type { SideId } from '../../model/actor.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft } from '../marks.ts';
import type { SideOf } from '../mentions/local-force.ts';
import { inSentence } from '../words/by-sentence.ts';

/** The side of whoever did what the sentence before tells; null where it tells of nobody. */
export const groupBefore = (draft: Draft, mark: ActorMark, sideOf: SideOf): SideId | null => {
  if (frameOver(draft, mark.start) !== null) return null;
  const doers = inSentence(draft.predicates, mark.sentence - 1).flatMap(({ doer }) => (doer === null ? [] : [doer]));
  const [doer] = doers;
  return doer === undefined || doer.means === 'civilian' ? null : sideOf(draft, doer);
};
