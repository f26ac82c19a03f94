// The comparison on the page's map: which cells are coloured, and where the signs of the changes stand.
import { drawChangeSigns, type PlacedSign } from '../src/drawing/change-sign.ts';
import { changedCells, placeSigns } from '../src/drawing/draw-changes.ts';
import type { Ground } from '../src/drawing/ground.ts';
import type { Paint } from '../src/drawing/palette.ts';
import type { Drawn } from '../src/drawing/scene.ts';
import type { CellAnswer } from './answers.ts';
import type { Page, Shown } from './view.ts';
import { drawnPlace } from './world.ts';

export const mappedCells = ({ cells, compared }: Shown): readonly CellAnswer[] =>
  compared === null ? cells : changedCells(compared);

export const placedSigns = (
  { world }: Page,
  ground: Ground,
  { shown, scale }: { shown: Shown; scale: number },
): readonly PlacedSign[] => {
  const signed = (shown.compared?.changed ?? []).flatMap(({ group, place }) => {
    const record = world.byId.get(place.id);
    return record === undefined ? [] : [{ group, place: drawnPlace(record) }];
  });
  return placeSigns(ground, signed, scale);
};

export const drawChanges = (
  page: Page,
  ground: Ground,
  { paint, ...drawing }: { shown: Shown; scale: number; paint: Paint },
): readonly Drawn[] =>
  drawing.shown.compared === null
    ? []
    : [drawChangeSigns(placedSigns(page, ground, drawing), { paint, zoom: drawing.scale })];
