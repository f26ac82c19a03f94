// Extents: fills first, then every border and outline over all of them, so that no rim is half covered.
import type { PlaceId } from '../model/place.ts';
import type { Border } from './borders.ts';
import { BARE } from './look.ts';
import { choosable, isTiny, type MapDrawing, type Shown } from './map-drawing.ts';
import { fillOf } from './patterns.ts';
import { type Drawn, draw } from './scene.ts';

export const drawFill = (map: MapDrawing, shown: Shown): Drawn => {
  const { extent, cell, look } = shown;
  const fill = isTiny(shown, map) && 'pattern' in look.fill ? BARE.fill : look.fill;
  return draw('path', {
    d: extent.path,
    class: `cell ${cell?.status ?? 'silent'}`,
    fill: fillOf(fill, map.paint, map.prefix),
    ...choosable(map, extent.place, cell),
  });
};

const line = (d: string, attributes: Readonly<Record<string, string | number | null>>): Drawn =>
  draw('path', { d, fill: 'none', 'vector-effect': 'non-scaling-stroke', 'stroke-linejoin': 'round', ...attributes });

/** Confirmed neighbours of one holder are one block: the line stands where it meets anything else. */
const confirmedRim = (map: MapDrawing, shown: Shown, block: ReadonlyMap<PlaceId, string>): string => {
  const { id } = shown.extent.place;
  const mine = map.borders.of.get(id) ?? [];
  const other = ({ between }: Border): PlaceId | null => (between[0] === id ? between[1] : between[0]);
  return mine
    .filter((border) => {
      const beyond = other(border);
      return beyond === null || block.get(beyond) !== block.get(id);
    })
    .map(({ path }) => path)
    .join('');
};

const RING = 13;

const OUTLINE_ORDER = ['undetermined', 'confirmed', 'claimed', 'threatened', 'contested', 'disputed'];
const order = (shown: Shown): number => OUTLINE_ORDER.indexOf(shown.cell?.status ?? 'undetermined');

export const drawOutlines = (map: MapDrawing, all: readonly Shown[]): readonly Drawn[] => {
  const block = new Map(
    all.flatMap(({ extent, cell }) =>
      cell?.status === 'confirmed' ? [[extent.place.id, String(cell.holder)] as const] : [],
    ),
  );
  return [...all]
    .sort((a, b) => order(a) - order(b))
    .flatMap((shown) => {
      const { outline } = shown.look;
      if (outline === null || isTiny(shown, map)) return [];
      const path = shown.cell?.status === 'confirmed' ? confirmedRim(map, shown, block) : shown.extent.path;
      return [
        line(path, {
          class: 'outline',
          stroke: map.paint(outline.token),
          'stroke-width': outline.width,
          'stroke-dasharray': outline.dash,
        }),
      ];
    });
};

export const drawBorders = (map: MapDrawing): readonly Drawn[] => [
  line(map.borders.inner, { stroke: map.paint('paper'), 'stroke-width': 0.7 }),
  line(map.borders.outer, {
    ...{ stroke: map.paint('rule'), 'stroke-width': 0.8, 'stroke-opacity': 0.75, 'stroke-linecap': 'round' },
  }),
];

/** What is chosen and has no extent has a ring around its seat. */
const drawRing = ({ paint, zoom }: MapDrawing, [cx, cy]: readonly [number, number]): readonly Drawn[] =>
  (
    [
      ['paper', 6],
      ['ink', 2.4],
    ] as const
  ).map(([token, width]) =>
    draw('circle', {
      ...{ class: 'chosen', cx, cy, r: RING / zoom, fill: 'none', 'vector-effect': 'non-scaling-stroke' },
      ...{ stroke: paint(token), 'stroke-width': width, 'pointer-events': 'none' },
    }),
  );

export const drawChosen = (map: MapDrawing): readonly Drawn[] => {
  if (map.chosen === null) return [];
  const extent = map.ground.extents.get(map.chosen);
  if (extent === undefined) {
    const place = map.places.find(({ id }) => id === map.chosen);
    const at = place === undefined ? null : map.ground.pointOf(place);
    return at === null ? [] : drawRing(map, at);
  }
  return [
    line(extent.path, { class: 'chosen', stroke: map.paint('paper'), 'stroke-width': 6, 'pointer-events': 'none' }),
    line(extent.path, { class: 'chosen', stroke: map.paint('ink'), 'stroke-width': 2.4, 'pointer-events': 'none' }),
  ];
};
