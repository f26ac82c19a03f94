// The small map of a place's page: the place, its neighbours, and what each is. The table beside it says the same.
import { bordersOf, findBorders } from '../../src/drawing/borders.ts';
import { layGround } from '../../src/drawing/ground.ts';
import { drawLayers } from '../../src/drawing/map.ts';
import { paintByVariable } from '../../src/drawing/palette.ts';
import { draw } from '../../src/drawing/scene.ts';
import type { CellAnswer, PlaceRecord } from '../answers.ts';
import { mount } from '../elements.ts';
import { words } from '../words.ts';
import { controlCell, type World } from '../world.ts';

const RATIO = 0.72;
const [PHONE, NARROW, PAGE] = [640, 1023, 1200];

/** As wide as its frame will be (pages.css), so that names and patterns keep their size. */
const sizeHere = () => {
  const page = document.documentElement.clientWidth;
  const width = page <= PHONE ? page - 34 : page <= NARROW ? 558 : (Math.min(page, PAGE) - 76) / 2;
  return { width: Math.round(width), height: Math.round(width * RATIO) };
};
const MARGIN = { top: 14, right: 14, bottom: 14, left: 14 };

const farFrom = ({ lat, lon }: PlaceRecord, { point }: World['drawn'][number]): number =>
  point === null || lat === null || lon === null
    ? Number.POSITIVE_INFINITY
    : Math.hypot(point[0] - lon, point[1] - lat);

/** The place whose extent holds this one: itself, the district that a town or a gate lies in, else the nearest extent. */
const extentOf = (place: PlaceRecord, { byId, drawn }: World): string => {
  const own = place.shape === null ? (place.cell ?? place.id) : place.id;
  if (byId.get(own)?.shape !== null) return own;
  const extents = drawn.filter(({ shape }) => shape !== null);
  return extents.toSorted((a, b) => farFrom(place, a) - farFrom(place, b))[0]?.id ?? own;
};

/** Whether there is land to draw it in. */
export const hasExtent = (place: PlaceRecord, world: World): boolean =>
  place.lat !== null && world.byId.get(extentOf(place, world))?.shape != null;

const NEAREST = 80;

/** The extents around a point, so that a country of thousands need not be looked through for a few neighbours. */
const extentsNear = (place: PlaceRecord, { drawn }: World): World['drawn'] => {
  const far = (one: World['drawn'][number]): number => farFrom(place, one);
  const extents = drawn.filter(({ shape }) => shape !== null);
  return extents.length <= NEAREST ? extents : extents.toSorted((a, b) => far(a) - far(b)).slice(0, NEAREST);
};

/** Whose extents share a line with the place's own, by id. */
export const neighboursOf = (place: PlaceRecord, world: World): readonly PlaceRecord[] => {
  const own = extentOf(place, world);
  const ground = layGround(extentsNear(place, world), { size: { width: 2000, height: 2000 }, margin: MARGIN });
  const beside = findBorders(ground.extents.values()).flatMap(({ between: [a, b] }) =>
    a === own ? [b] : b === own ? [a] : [],
  );
  return [...new Set(beside)].flatMap((id) => (id === null ? [] : (world.byId.get(id) ?? [])));
};

export interface Around {
  readonly neighbours: readonly PlaceRecord[];
  readonly cells: readonly CellAnswer[];
  /** What the picture says, in words. */
  readonly told: string;
}

/** Places drawn: the extents, and what lies inside them and somebody spoke of. */
const drawnHere = (place: PlaceRecord, { neighbours, cells }: Around, world: World) => {
  const extents = new Set([extentOf(place, world), ...neighbours.map(({ id }) => id)]);
  const spoken = new Set(cells.map((cell) => cell.place.id));
  const inside = (id: string): boolean => {
    const found = world.byId.get(id);
    return found !== undefined && (id === place.id || (spoken.has(id) && extents.has(found.cell ?? '')));
  };
  return world.drawn.filter(({ id }) => extents.has(id) || inside(id));
};

export const drawPlaceMap = (place: PlaceRecord, around: Around, world: World): SVGElement => {
  const places = drawnHere(place, around, world);
  const size = sizeHere();
  const ground = layGround(places, { size, margin: MARGIN });
  const here = new Set(places.map(({ id }) => id));
  const layers = drawLayers({
    ...{ ground, borders: bordersOf(ground), places },
    cells: around.cells.filter((cell) => here.has(cell.place.id)).map(controlCell),
    ...{ sides: world.sides, numbers: world.numbers, paint: paintByVariable, prefix: 'place' },
    ...{
      chosen: place.shape === null && place.kind === 'district' ? place.id : extentOf(place, world),
      zoom: 1,
      interactive: false,
      bareWords: words().verdict.silent,
    },
    ...{ view: null, room: null, dense: false, signs: [] },
  });
  const box = { viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'aria-label': around.told };
  return mount(draw('svg', { class: 'place-map', ...box }, layers));
};
