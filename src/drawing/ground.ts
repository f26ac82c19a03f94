// The land under the cells: extents projected to pixels, and the borders between them.
// Straight lines between corners (precision 0), so that neighbours keep one common line.
// Trap: d3-geo takes a ring that runs the other way for the whole sphere without it, so rings are turned first.
import { type GeoProjection, geoArea, geoMercator, geoPath } from 'd3-geo';
import type { GeometryCollection, MultiPoint, MultiPolygon, Polygon, Position } from 'geojson';
import type { PlaceId } from '../model/place.ts';
import type { CellShape } from '../model/theatre.ts';
import type { DrawnPlace } from './cell.ts';
import { type MapBox, MOST_ZOOM, type Projected } from './map-box.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels kept free inside the picture's edges. */
export interface Margin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface Extent {
  readonly place: DrawnPlace;
  readonly path: string;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
  readonly seat: readonly [x: number, y: number];
}

export interface Ground extends Projected {
  readonly size: Size;
  readonly extents: ReadonlyMap<PlaceId, Extent>;
  /** Pixel position of a place's point; null where it has none. */
  readonly pointOf: (place: DrawnPlace) => readonly [x: number, y: number] | null;
  readonly kmPerPixel: number;
}

type Ring = readonly (readonly [number, number])[];

const HALF_SPHERE = 2 * Math.PI;
const turnRings = (polygon: readonly Ring[]): Position[][] =>
  polygon.map((ring, at) => {
    const corners = ring.map(([lon, lat]) => [lon, lat]);
    const isOuter = at === 0;
    const coversMost = geoArea({ type: 'Polygon', coordinates: [corners] }) > HALF_SPHERE;
    return isOuter === coversMost ? corners.reverse() : corners;
  });

const forDrawing = (geometry: CellShape['geometry']): Polygon | MultiPolygon =>
  geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: turnRings(geometry.coordinates) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(turnRings) };

const pointsOf = (places: readonly DrawnPlace[]): MultiPoint => ({
  type: 'MultiPoint',
  coordinates: places.flatMap(({ point }) => (point === null ? [] : [[point[0], point[1]]])),
});

const KM_PER_DEGREE = 111.32;

/** How many kilometres one pixel is, measured across the picture's middle. */
const measureScale = (projection: GeoProjection, { width, height }: Size): number => {
  const at = projection.invert?.([width / 2, height / 2]);
  if (!at) return 0;
  const east = projection([at[0] + 0.1, at[1]]);
  const here = projection(at);
  if (east === null || here === null) return 0;
  const km = 0.1 * KM_PER_DEGREE * Math.cos((at[1] * Math.PI) / 180);
  return km / Math.max(1e-9, Math.hypot(east[0] - here[0], east[1] - here[1]));
};

type Frame = [[number, number], [number, number]];

/** Fits a part of the land into the frame: all of it can be seen, never more than the whole land, never nearer than is allowed. */
const fitBox = (projection: GeoProjection, frame: Frame, [west, south, east, north]: MapBox): void => {
  const [scale, translate] = [projection.scale(), projection.translate()];
  const corners: MultiPoint = {
    type: 'MultiPoint',
    coordinates: [west, east].flatMap((x) => [
      [x, south],
      [x, north],
    ]),
  };
  projection.fitExtent(frame, corners);
  if (projection.scale() <= scale) {
    projection.scale(scale).translate(translate);
    return;
  }
  if (projection.scale() <= scale * MOST_ZOOM) return;
  projection.scale(scale * MOST_ZOOM);
  const at = projection([(west + east) / 2, (south + north) / 2]) ?? [0, 0];
  const [x, y] = projection.translate();
  const [[left, top], [right, bottom]] = frame;
  projection.translate([x + (left + right) / 2 - at[0], y + (top + bottom) / 2 - at[1]]);
};

/** What is to be fitted into which pixels. */
export interface Fitting {
  readonly size: Size;
  readonly margin: Margin;
  /** Only this part of the land; null: all of it. */
  readonly box?: MapBox | null;
}

/** Fits the theatre's land into the size. Places without extents or points take no room. */
export const layGround = (places: readonly DrawnPlace[], { size, margin, box = null }: Fitting): Ground => {
  const shapes = places.flatMap((place) => (place.shape === null ? [] : [{ place, shape: forDrawing(place.shape) }]));
  const land: GeometryCollection = { type: 'GeometryCollection', geometries: shapes.map(({ shape }) => shape) };
  const frame: Frame = [
    [margin.left, margin.top],
    [size.width - margin.right, size.height - margin.bottom],
  ];
  const projection = geoMercator()
    .precision(0)
    .fitExtent(frame, shapes.length > 0 ? land : pointsOf(places));
  if (box !== null) fitBox(projection, frame, box);
  const path = geoPath(projection).digits(1);
  const pointOf: Ground['pointOf'] = ({ point }) => (point === null ? null : projection([point[0], point[1]]));
  const extentOf = ({ place, shape }: (typeof shapes)[number]): readonly [PlaceId, Extent] => {
    const [[left, top], [right, bottom]] = path.bounds(shape);
    const seat = pointOf(place) ?? path.centroid(shape);
    return [place.id, { place, path: path(shape) ?? '', box: [left, top, right, bottom], seat }];
  };
  return {
    ...{ size, pointOf, extents: new Map(shapes.map(extentOf)), kmPerPixel: measureScale(projection, size) },
    pixelsAt: ([lon, lat]) => projection([lon, lat]),
    degreesAt: ([x, y]) => projection.invert?.([x, y]) ?? null,
  };
};
