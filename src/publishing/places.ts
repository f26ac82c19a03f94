// The places and the theatre as the page needs them: points, extents and every spelling; sides, period, origins.
import type { Place } from '../model/place.ts';
import type { CellShape, Theatre } from '../model/theatre.ts';
import type { Day } from '../model/time.ts';
import type { Box } from './params.ts';

const shapesOf = (theatre: Theatre): ReadonlyMap<string, CellShape> =>
  new Map(theatre.cells.map((shape) => [shape.place, shape]));

const placeRecord = (place: Place, shape: CellShape | undefined, cell: string | null) => ({
  id: place.id,
  kind: place.kind,
  name: place.name,
  names: place.names,
  province: place.province,
  within: place.within,
  lat: place.point?.[1] ?? null,
  lon: place.point?.[0] ?? null,
  cell,
  shape: shape?.geometry ?? null,
  approximate: shape?.approximate ?? null,
});
export type PlaceRecord = ReturnType<typeof placeRecord>;

/** Every place of the theatre in the order of ids. */
export const placeRecords = (theatre: Theatre): readonly PlaceRecord[] => {
  const shapes = shapesOf(theatre);
  return [...theatre.gazetteer.all()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((place) => placeRecord(place, shapes.get(place.id), theatre.gazetteer.cellOf(place.id)));
};

export const isInBox = ({ lat, lon }: { lat: number | null; lon: number | null }, box: Box | null): boolean => {
  if (box === null) return true;
  if (lat === null || lon === null) return false;
  const [west, south, east, north] = box;
  const between = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
  return between && lat >= south && lat <= north;
};

/** What a language calls the theatre, its sides, its places, and its provinces by their English names. */
export const namesRecord = ({ names, gazetteer }: Theatre, language: string) => {
  const found = names.get(language);
  const provinces = gazetteer.all().flatMap(({ id, kind, name }) => {
    const called = kind === 'province' ? found?.places.get(id) : undefined;
    return called === undefined ? [] : [[name, called] as const];
  });
  return {
    title: found?.title ?? null,
    sides: Object.fromEntries(found?.sides ?? []),
    places: Object.fromEntries(found?.places ?? []),
    provinces: Object.fromEntries(provinces),
  };
};
export type NamesRecord = ReturnType<typeof namesRecord>;

/** What a page needs to know of the theatre before it shows anything; `lastDay` is the last day that a report speaks of. */
export const theatreRecord = (
  theatre: Theatre,
  { lastDay, delayHours }: { readonly lastDay: Day | null; readonly delayHours: number },
) => ({
  id: theatre.id,
  version: theatre.version,
  title: theatre.title,
  period: theatre.period,
  openOn: theatre.openOn,
  lastDay,
  delayHours,
  timezone: theatre.timezone,
  sides: theatre.sides.map(({ names: _, ...side }) => side),
  baselines: theatre.baselines.map(({ id, origin, day, holder, p }) => ({ id, origin, day, holder, p })),
  approximate: theatre.cells.some(({ approximate }) => approximate),
});
export type TheatreRecord = ReturnType<typeof theatreRecord>;
