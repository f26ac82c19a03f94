// The part of the map that is looked at, in degrees: it means the same on every screen and in every picture.
export type MapBox = readonly [west: number, south: number, east: number, north: number];

type Point = readonly [x: number, y: number];

/** How degrees and pixels of a drawing belong together; null where nothing on the earth is meant. */
export interface Projected {
  readonly pixelsAt: (degrees: readonly [lon: number, lat: number]) => Point | null;
  readonly degreesAt: (pixels: Point) => readonly [lon: number, lat: number] | null;
}

/** In pixels of the drawing. */
export type View = readonly [left: number, top: number, right: number, bottom: number];

/** Nobody looks closer than this: beyond it a country's outlines are lines without meaning. */
export const MOST_ZOOM = 24;

const [MOST_LON, MOST_LAT] = [180, 90];

/** "W,S,E,N"; null where it is no box. */
export const parseBox = (text: string): MapBox | null => {
  const parts = text.split(',').map((part) => (/^\s*[-+]?[\d.]+\s*$/.test(part) ? Number(part) : Number.NaN));
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = parts;
  const isInside = -MOST_LON <= west && west < east && east <= MOST_LON;
  return parts.length === 4 && isInside && -MOST_LAT <= south && south < north && north <= MOST_LAT
    ? [west, south, east, north]
    : null;
};

/** Eleven metres: less than a pixel where anybody looks. */
const DIGITS = 4;
const rounded = (degrees: number): number => Number(degrees.toFixed(DIGITS)) + 0;

export const formatBox = (box: MapBox): string => box.map(rounded).join(',');

/** What a view of the drawing shows; null where that is no part of the earth. */
export const boxOf = (ground: Projected, [left, top, right, bottom]: View): MapBox | null => {
  const [from, to] = [ground.degreesAt([left, bottom]), ground.degreesAt([right, top])];
  return from === null || to === null ? null : parseBox(formatBox([...from, ...to]));
};

/** Where a box lies in the drawing. */
export const viewOf = (ground: Projected, [west, south, east, north]: MapBox): View | null => {
  const [from, to] = [ground.pixelsAt([west, south]), ground.pixelsAt([east, north])];
  return from === null || to === null ? null : [from[0], to[1], to[0], from[1]];
};
