// What the page knows once it has started: the theatre, its places, its sides, and the span of days to choose from.
import type { ControlCell, DrawnPlace } from '../src/drawing/cell.ts';
import { numberSides } from '../src/drawing/sides.ts';
import { headlineSide, nameSides } from '../src/drawing/words.ts';
import { addDays, type Day } from '../src/model/time.ts';
import { ask, type CellAnswer, type PlaceRecord, type TheatreRecord } from './answers.ts';
import { namedPlace, namedTheatre } from './names.ts';
import type { State } from './state.ts';
import { words } from './words.ts';

export const makeWorld = (told: TheatreRecord, spelled: readonly PlaceRecord[]) => {
  const [theatre, places] = [namedTheatre(told), spelled.map(namedPlace)];
  const { period, lastDay } = theatre;
  const first = lastDay !== null && lastDay < period.from ? lastDay : period.from;
  const last = period.until ?? lastDay ?? addDays(first, 30);
  return {
    theatre,
    places,
    byId: new Map(places.map((place) => [place.id, place])),
    drawn: places.map(drawnPlace),
    sides: nameSides(theatre.sides, words()),
    numbers: numberSides(theatre.sides),
    /** Whose gains the headline counts. */
    counted: headlineSide(theatre.sides),
    first,
    last: lastDay !== null && lastDay > last ? lastDay : last,
  };
};
export type World = ReturnType<typeof makeWorld>;

export const drawnPlace = ({ id, kind, name, province, lat, lon, shape }: PlaceRecord): DrawnPlace => ({
  id,
  kind,
  name,
  province,
  point: lat === null || lon === null ? null : [lon, lat],
  shape,
});

export const loadWorld = async (): Promise<World> => {
  const [theatre, places] = await Promise.all([
    ask<TheatreRecord>('/api/theatre'),
    ask<readonly PlaceRecord[]>('/api/places'),
  ]);
  return makeWorld(theatre.data, places.data);
};

/** The day shown: the address's, else the theatre's opening day, else the last day with reports. */
export const dayOf = (state: State, { theatre, first }: World): Day =>
  state.on ?? theatre.openOn ?? theatre.lastDay ?? first;

export const controlCell = (answer: CellAnswer): ControlCell => ({ ...answer, place: answer.place.id });
