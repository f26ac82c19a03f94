// The map while two moments are compared: only changed cells, as on the later day, each with the sign of its change.
import { drawChangeSigns, type PlacedSign } from '../src/drawing/change-sign.ts';
import type { Ground } from '../src/drawing/ground.ts';
import type { Paint } from '../src/drawing/palette.ts';
import type { Drawn } from '../src/drawing/scene.ts';
import type { CellAnswer } from './answers.ts';
import { signOf } from './compare-list.ts';
import type { Page, Shown } from './view.ts';
import { drawnPlace } from './world.ts';

export const mappedCells = ({ cells, compared }: Shown): readonly CellAnswer[] =>
  compared === null ? cells : compared.changed.flatMap(({ after }) => after ?? []);

/** Below this a cell holds a sign of its own; the sign of the change stands beside it. */
const SMALL = 26;
const BESIDE = 11;

/** Where the signs of changes stand. */
export const placedSigns = (
  page: Page,
  ground: Ground,
  { shown, scale }: { shown: Shown; scale: number },
): readonly PlacedSign[] =>
  (shown.compared?.changed ?? []).flatMap(({ group, place }): PlacedSign[] => {
    const sign = signOf(group);
    const record = page.world.byId.get(place.id);
    const seat = record === undefined ? null : ground.pointOf(drawnPlace(record));
    if (sign === null || seat === null) return [];
    const box = ground.extents.get(place.id)?.box;
    const isSmall = box === undefined || Math.min(box[2] - box[0], box[3] - box[1]) * scale < SMALL;
    const off = isSmall ? BESIDE / scale : 0;
    return [{ sign, at: [seat[0] + off, seat[1] - off] }];
  });

export const drawChanges = (
  page: Page,
  ground: Ground,
  { paint, ...drawing }: { shown: Shown; scale: number; paint: Paint },
): readonly Drawn[] =>
  drawing.shown.compared === null
    ? []
    : [drawChangeSigns(placedSigns(page, ground, drawing), { paint, zoom: drawing.scale })];
