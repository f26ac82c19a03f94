// The map while two moments are compared: only changed cells, as on the later day, each with the sign of its change.
import type { PlaceId } from '../model/place.ts';
import type { DrawnPlace } from './cell.ts';
import type { ChangeSign, PlacedSign } from './change-sign.ts';
import type { Changed, Compared, Group } from './find-changes.ts';
import type { Ground } from './ground.ts';

export const signOf = (group: Group): ChangeSign | null => (group === 'status' ? null : group);

/** What the map colours of a comparison. */
export const changedCells = <T>({ changed }: Pick<Compared<T>, 'changed'>): readonly T[] =>
  changed.flatMap(({ after }) => after ?? []);

/** Below this a cell holds a sign of its own; the sign of the change stands beside it. */
const SMALL = 26;
const BESIDE = 11;

interface Signed {
  readonly group: Changed<unknown>['group'];
  readonly place: DrawnPlace;
}

/** Where the signs of changes stand. */
export const placeSigns = (ground: Ground, changed: readonly Signed[], zoom: number): readonly PlacedSign[] =>
  changed.flatMap(({ group, place }): PlacedSign[] => {
    const [sign, seat] = [signOf(group), ground.pointOf(place)];
    if (sign === null || seat === null) return [];
    const box = ground.extents.get(place.id as PlaceId)?.box;
    const isSmall = box === undefined || Math.min(box[2] - box[0], box[3] - box[1]) * zoom < SMALL;
    const off = isSmall ? BESIDE / zoom : 0;
    return [{ sign, at: [seat[0] + off, seat[1] - off] }];
  });
