// Who had a place that is lost, given up or won back, where the words name nobody.
// Invariant: the theatre's baseline before its incumbent.
import type { SideId } from '../../model/actor.ts';
import type { Draft, Predicate } from '../marks.ts';
import { challengerOf, incumbentOf } from '../mentions/theatre-sides.ts';

/** Who holds the place before the report begins, where that is neither the incumbent nor who is out to take it. */
const baselineHolder = ({ theatre }: Draft, { items }: Predicate): SideId | null => {
  const ids = items.flatMap(({ place }) => place?.candidates ?? []);
  const [baseline] = theatre.baselines;
  const holders = new Set(ids.map((id) => baseline?.exceptions.get(id) ?? null));
  const [only] = holders.size === 1 ? [...holders] : [];
  return only === undefined || only === challengerOf(theatre) ? null : only;
};

/** Who had what is lost: the baseline's holder, else the incumbent. */
export const holderFor = (draft: Draft, predicate: Predicate): SideId | null =>
  baselineHolder(draft, predicate) ?? incumbentOf(draft.theatre);
