// The map of what is shown as a drawing: the same for elements and for a canvas.
import { type Borders, bordersOf } from '../src/drawing/borders.ts';
import { type Ground, layGround, type Margin } from '../src/drawing/ground.ts';
import { drawLayers } from '../src/drawing/map.ts';
import type { MapDrawing } from '../src/drawing/map-drawing.ts';
import type { Drawn } from '../src/drawing/scene.ts';
import { drawChanges, mappedCells, placedSigns } from './map-changes.ts';
import type { Page, Shown } from './view.ts';
import { words } from './words.ts';
import { controlCell } from './world.ts';

export interface Laid {
  readonly ground: Ground;
  readonly borders: Borders;
}

/** The free corner for the headline, where a line begins, is kept only where the map is wide. */
const [WIDE, START, END] = [900, 300, 32];
const LEGEND = 280;
const marginsOf = (width: number): Margin => {
  if (width < WIDE) return { top: 12, right: 12, bottom: 12, left: 12 };
  const [start, end] = [START, END];
  const isTurned = words().direction === 'rtl';
  return { top: 24, right: isTurned ? start : end, bottom: 24, left: isTurned ? end : start };
};

/** Names of the whole map keep out of that corner; when it is magnified, the land itself lies there. */
const roomOf = ({ width, height }: Ground['size'], zoom: number): MapDrawing['room'] => {
  if (width < WIDE || zoom !== 1) return null;
  return words().direction === 'rtl' ? [0, 0, width - LEGEND, height] : [LEGEND, 0, width, height];
};

/** The land, fitted into the frame. */
export const layMap = (page: Page, frame: Element): Laid => {
  const { width, height } = frame.getBoundingClientRect();
  const size = { width: Math.max(280, width), height: Math.max(200, height) };
  const ground = layGround(page.world.drawn, { size, margin: marginsOf(size.width) });
  return { ground, borders: bordersOf(ground) };
};

export type Manner = Pick<MapDrawing, 'paint' | 'zoom' | 'interactive' | 'view' | 'dense'>;

export const mapDrawing = (
  page: Page,
  laid: Laid,
  { shown, ...manner }: Manner & { readonly shown: Shown },
): MapDrawing => ({
  ...laid,
  ...manner,
  room: roomOf(laid.ground.size, manner.zoom),
  signs: placedSigns(page, laid.ground, { shown, scale: manner.zoom }).map(({ at }) => at),
  places: page.world.drawn,
  cells: mappedCells(shown).map(controlCell),
  sides: page.world.sides,
  numbers: page.world.numbers,
  prefix: 'map',
  chosen: shown.state.place,
  bareWords: shown.compared === null ? words().verdict.silent : words().verdict.unchanged,
});

export const drawMap = (page: Page, map: MapDrawing, shown: Shown): readonly Drawn[] => [
  ...drawLayers(map),
  ...drawChanges(page, map.ground, { shown, paint: map.paint, scale: map.zoom }),
];
