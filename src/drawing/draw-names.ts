// Which names the map shows: the chosen place, then what the reports speak of, then the cities.
import type { PlaceId } from '../model/place.ts';
import type { ControlCell } from './cell.ts';
import type { MapSymbol } from './draw-symbols.ts';
import type { Extent } from './ground.ts';
import { isSeen, type MapDrawing, type Shown } from './map-drawing.ts';
import { LABEL_SIZE, nameWidth, placeLabels, type Wanted } from './place-labels.ts';
import { type Drawn, draw } from './scene.ts';

const WEIGHTS: Readonly<Record<ControlCell['status'], number>> = {
  disputed: 60,
  contested: 55,
  threatened: 50,
  confirmed: 40,
  claimed: 35,
  undetermined: 5,
};

/** The chosen one always; else whoever is spoken of, and among thousands only where the name has some room. */
const hasName = ({ chosen, dense, zoom }: MapDrawing, { place, box }: Extent, cell: ControlCell | null): boolean =>
  place.id === chosen || (cell !== null && (!dense || (box[2] - box[0]) * zoom > nameWidth(place.name) * 0.6));

const wantedNames = (map: MapDrawing, all: readonly Shown[], symbols: readonly MapSymbol[]): readonly Wanted[] => {
  const weight = (id: PlaceId, cell: ControlCell | null): number =>
    id === map.chosen ? 1000 : WEIGHTS[cell?.status ?? 'undetermined'];
  const spoken = [
    ...symbols.map(({ place, cell, at }) => ({
      place,
      cell,
      at,
      gap: 11,
      bonus: place.kind === 'city' ? 100 : 10,
      centred: false,
    })),
    ...all.flatMap(({ extent, cell }) =>
      hasName(map, extent, cell)
        ? [{ place: extent.place, cell, at: extent.seat, gap: 2, bonus: 0, centred: true }]
        : [],
    ),
  ];
  const silent = map.places
    .filter(({ id, kind }) => kind === 'city' && !spoken.some(({ place }) => place.id === id))
    .flatMap((place) => {
      const at = map.ground.pointOf(place);
      return at === null || !isSeen(map, [...at, ...at])
        ? []
        : [{ text: place.name, at, weight: 20, gap: 5, strong: false, centred: false }];
    });
  const names = spoken.map(({ place, cell, at, gap, bonus, centred }) => ({
    text: place.name,
    at,
    weight: weight(place.id, cell) + bonus,
    gap,
    strong: place.id === map.chosen,
    centred,
  }));
  return [...names, ...silent];
};

/** Names are laid out in screen pixels and set back into the magnified drawing. */
export const drawNames = (map: MapDrawing, all: readonly Shown[], symbols: readonly MapSymbol[]): Drawn => {
  const { zoom, ground } = map;
  const onScreen = (wanted: Wanted): Wanted => ({ ...wanted, at: [wanted.at[0] * zoom, wanted.at[1] * zoom] });
  const points = [...symbols.map(({ at }) => at), ...map.signs];
  const taken = points.map(([x, y]) => [x * zoom - 9, y * zoom - 9, x * zoom + 9, y * zoom + 9] as const);
  const [left, top, right, bottom] = map.room ?? [0, 0, ground.size.width, ground.size.height];
  const room = [left * zoom, top * zoom, right * zoom, bottom * zoom] as const;
  const labels = placeLabels(wantedNames(map, all, symbols).map(onScreen), room, taken);
  const drawn = labels.map(({ text, x, y, anchor, strong }) =>
    draw('text', { x, y, 'text-anchor': anchor, 'font-weight': strong ? 640 : null }, [text]),
  );
  return draw(
    'g',
    {
      class: 'names',
      transform: `scale(${1 / zoom})`,
      'font-size': LABEL_SIZE,
      fill: map.paint('ink'),
      stroke: map.paint('land'),
      'stroke-width': 3,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
      'aria-hidden': 'true',
      'pointer-events': 'none',
    },
    drawn,
  );
};
