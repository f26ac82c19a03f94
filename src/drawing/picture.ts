// The map as a picture that stands alone.
import type { Assessment } from '../model/control.ts';
import type { Theatre } from '../model/theatre.ts';
import { bordersOf } from './borders.ts';
import { cellOf, type DrawnPlace } from './cell.ts';
import { drawChangeSigns } from './change-sign.ts';
import { longDayWords } from './day-words.ts';
import { changedCells, placeSigns } from './draw-changes.ts';
import { type Ground, layGround } from './ground.ts';
import { codeOf, ENGLISH, type Words } from './language.ts';
import { drawLayers } from './map.ts';
import type { View } from './map-box.ts';
import { type Paint, paintWith } from './palette.ts';
import { drawFoot, drawHead, drawScale, EDGE, type PictureOptions } from './picture-frame.ts';
import { drawSwatches } from './picture-legend.ts';
import { type Drawn, draw, toMarkup } from './scene.ts';
import { numberSides } from './sides.ts';
import { nameSides } from './words.ts';

const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", Arial, sans-serif';
const COLUMN = 356;
/** Pixels under the land: the scale and the lines of origin. */
const FOOT = 84;

export const placesOf = (theatre: Theatre): readonly DrawnPlace[] => {
  const shapes = new Map(theatre.cells.map((shape) => [shape.place, shape.geometry]));
  return theatre.gazetteer
    .all()
    .map(({ id, kind, name, province, point }) => ({ id, kind, name, province, point, shape: shapes.get(id) ?? null }));
};

/** The theatre as a language calls it, its sides and places. */
const calledIn = (theatre: Theatre, words: Words) => {
  const names = theatre.names.get(codeOf(words));
  const sides = theatre.sides.map((side) => ({ ...side, name: names?.sides.get(side.id) ?? side.name }));
  return {
    theatre: { ...theatre, title: names?.title ?? theatre.title, sides },
    places: placesOf(theatre).map((place) => ({ ...place, name: names?.places.get(place.id) ?? place.name })),
  };
};

/** The land's part of the picture, beside the column of words. */
const landOf = ({ width, height }: PictureOptions, words: Words): View => {
  const [left, right] = words.direction === 'rtl' ? [EDGE, COLUMN] : [COLUMN, EDGE];
  return [left, EDGE, width - right, height - FOOT];
};

const layLand = ({ width, height, box = null }: PictureOptions, places: readonly DrawnPlace[], land: View): Ground => {
  const [left, top, right, bottom] = land;
  return layGround(places, {
    ...{ size: { width, height }, box },
    margin: { left, top, right: width - right, bottom: height - bottom },
  });
};

/** Of a part of the land nothing is drawn beyond its frame. */
const framed = (layers: readonly Drawn[], [left, top, right, bottom]: View, paint: Paint): readonly Drawn[] => {
  const frame = { x: left, y: top, width: right - left, height: bottom - top };
  return [
    draw('defs', {}, [draw('clipPath', { id: 'land' }, [draw('rect', frame)])]),
    draw('g', { 'clip-path': 'url(#land)' }, layers),
    draw('rect', { ...frame, fill: 'none', stroke: paint('hair'), 'stroke-width': 1 }),
  ];
};

/** The signs of the changes, where two moments are compared. */
const changeSigns = (ground: Ground, places: readonly DrawnPlace[], { compared }: PictureOptions) => {
  const byId = new Map(places.map((place) => [place.id, place]));
  const signed = (compared?.changed ?? []).flatMap(({ group, before, after }) => {
    const place = byId.get((after ?? before)?.place ?? '');
    return place === undefined ? [] : [{ group, place }];
  });
  return placeSigns(ground, signed, 1);
};

/** The map as a drawing of the asked size, with all that must be printed on a picture. */
export const drawPicture = (of: Theatre, cells: readonly Assessment[], options: PictureOptions): Drawn => {
  const paint = paintWith(options.theme);
  const { width, height, box = null, compared = null } = options;
  const words = options.words ?? ENGLISH;
  const { theatre, places } = calledIn(of, words);
  const land = landOf(options, words);
  const ground = layLand(options, places, land);
  const frame = { paint, options, theatre, words };
  const signs = changeSigns(ground, places, options);
  const part = box === null ? null : land;
  const layers = drawLayers({
    ...{ ground, borders: bordersOf(ground), places, paint, prefix: 'map' },
    cells: compared === null ? cells.map(cellOf) : changedCells(compared),
    sides: nameSides(theatre.sides, words),
    numbers: numberSides(theatre.sides),
    chosen: options.chosen ?? null,
    ...{ zoom: 1, interactive: false, dense: false, view: part, room: land },
    bareWords: words.verdict.silent,
    signs: signs.map(({ at }) => at),
  });
  const drawn = compared === null ? layers : [...layers, drawChangeSigns(signs, { paint, zoom: 1 })];
  return draw(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      ...{ width, height, 'font-family': FONT, role: 'img' },
      'aria-label': `${theatre.title}${words.comma}${longDayWords(options.on, words)}`,
    },
    [
      draw('rect', { width, height, fill: paint('paper') }),
      ...(part === null ? drawn : framed(drawn, part, paint)),
      ...drawHead(frame, cells),
      ...drawSwatches(frame, cells),
      ...drawScale(frame, ground),
      ...drawFoot(frame, cells),
    ],
  );
};

/** The picture as an SVG file's text. */
export const drawMap = (theatre: Theatre, cells: readonly Assessment[], options: PictureOptions): string =>
  `${toMarkup(drawPicture(theatre, cells, options))}\n`;
