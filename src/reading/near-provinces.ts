// The provinces that a sentence is about, for telling names of the same spelling apart.
import type { PlaceId, PlaceKind } from '../model/place.ts';
import type { Draft, PlaceMark } from './marks.ts';
import { isLargerKind } from './place-order.ts';

/** A name that is a province alone speaks of it; one that is a city too only may. */
const MAYBE = 0.4;

const weightAt = (distance: number): number => (distance === 0 ? 8 : distance > 0 ? 1 + 4 / distance : 0.5);

/** Provinces that the report speaks of: nearest before the sentence first, then the most often named. */
export const provincesNear = (draft: Draft, sentence: number): readonly PlaceId[] => {
  const weights = new Map<PlaceId, number>();
  for (const mark of draft.mentions) {
    if (mark.type !== 'place') continue;
    const sure = mark.candidates.length === 1 || isLargerKind(nounBehind(draft, mark)) ? 1 : MAYBE;
    for (const id of mark.candidates)
      if (draft.theatre.gazetteer.get(id)?.kind === 'province')
        weights.set(id, (weights.get(id) ?? 0) + sure * weightAt(sentence - mark.sentence));
  }
  return [...weights].sort((a, b) => b[1] - a[1]).map(([id]) => id);
};

const nounBehind = (draft: Draft, mark: PlaceMark): PlaceKind | null => {
  const next = draft.mentions.find((other) => other.sentence === mark.sentence && other.from === mark.to);
  return next?.type === 'scope' ? next.kind : null;
};
