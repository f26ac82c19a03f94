// Draws a theatre's cells.geojson: the districts' points, each with the land nearest to it, cut at an outline. Run by hand:
//   node scripts/draw-cells.ts THEATRE-FOLDER --country ISO-NUMBER   (outline of Natural Earth, public domain)
//   node scripts/draw-cells.ts THEATRE-FOLDER --box WEST,SOUTH,EAST,NORTH
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Delaunay } from 'd3-delaunay';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import polygonClipping, { type MultiPolygon as Pieces } from 'polygon-clipping';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { Place } from '../src/model/place.ts';
import { loadTheatre } from '../src/theatre/load.ts';

type Point = readonly [number, number];

const DECIMALS = 3;
/** Points that several districts share are moved apart by this many degrees, so that each has some land. */
const APART = 0.06;

const openPieces = (geometry: Polygon | MultiPolygon): Pieces =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as unknown as Pieces;

const countryOutline = (id: string): Pieces => {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;
  const { countries } = topology.objects;
  if (countries?.type !== 'GeometryCollection') throw new Error(`${file} has no countries`);
  const one = countries.geometries.find((geometry) => String(geometry.id) === id);
  if (one === undefined) throw new Error(`no country has the ISO number ${id}`);
  const drawn = feature(topology, one);
  const geometry = drawn.type === 'Feature' ? drawn.geometry : null;
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') throw new Error(`${id} is no area`);
  return openPieces(geometry);
};

const boxOutline = (text: string): Pieces => {
  const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number);
  const ring: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return [[ring]];
};

/** Districts that share a point stand in a small ring around it, the first on the point itself. */
const spread = (districts: readonly Place[]): Point[] => {
  const seen = new Map<string, number>();
  return districts.map(({ id, point }) => {
    if (point === null) throw new Error(`${id} has no point to draw a cell around`);
    const order = seen.get(point.join()) ?? 0;
    seen.set(point.join(), order + 1);
    if (order === 0) return point;
    const angle = 0.5 + order * 1.7;
    return [point[0] + APART * Math.cos(angle), point[1] + APART * Math.sin(angle)];
  });
};

const extentOf = (pieces: Pieces): readonly [number, number, number, number] => {
  const all = pieces.flat(2);
  const lons = all.map(([lon]) => lon);
  const lats = all.map(([, lat]) => lat);
  return [Math.min(...lons) - 1, Math.min(...lats) - 1, Math.max(...lons) + 1, Math.max(...lats) + 1];
};

/** The nearest-point cells, measured with longitudes shortened as they are in the middle of the outline. */
const nearestCells = (points: readonly Point[], outline: Pieces): Pieces[] => {
  const [west, south, east, north] = extentOf(outline);
  const shorten = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const delaunay = Delaunay.from(points.map(([lon, lat]): [number, number] => [lon * shorten, lat]));
  const voronoi = delaunay.voronoi([west * shorten, south, east * shorten, north]);
  return points.map((_, index) => {
    const ring = voronoi.cellPolygon(index).map(([x, y]): [number, number] => [x / shorten, y]);
    return polygonClipping.intersection([ring], outline);
  });
};

const rounded = (value: number): number => Number(value.toFixed(DECIMALS));

const signedArea = (ring: readonly Position[]): number =>
  ring.slice(1).reduce((sum, to, index) => {
    const from = ring[index] ?? to;
    return sum + ((from[0] ?? 0) * (to[1] ?? 0) - (to[0] ?? 0) * (from[1] ?? 0)) / 2;
  }, 0);

const roundedRing = (ring: readonly Position[]): Position[] => {
  const round = ring.map(([lon = 0, lat = 0]) => [rounded(lon), rounded(lat)]);
  return round.filter((at, index) => index === 0 || at.join() !== round[index - 1]?.join());
};

/** RFC 7946: the outer ring runs against the clock, holes with it; slivers that rounding leaves are dropped. */
const asRings = (polygon: readonly Position[][]): Position[][] =>
  polygon
    .map(roundedRing)
    .filter((ring) => ring.length >= 4 && Math.abs(signedArea(ring)) > 1e-6)
    .map((ring, index) => (signedArea(ring) > 0 === (index === 0) ? ring : ring.reverse()));

const asGeometry = (pieces: Pieces): Polygon | MultiPolygon => {
  const polygons = pieces.map(asRings).filter((rings) => rings.length > 0);
  const [only] = polygons;
  return polygons.length === 1 && only !== undefined
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
};

const draw = (folder: string, outline: Pieces): string => {
  const districts = loadTheatre(folder)
    .gazetteer.all()
    .filter(({ kind }) => kind === 'district');
  const cells = nearestCells(spread(districts), outline);
  const features = districts.map(({ id }, index) => ({
    type: 'Feature',
    properties: { place: id, approximate: true },
    geometry: asGeometry(cells[index] ?? []),
  }));
  const lines = features.map((one) => JSON.stringify(one)).join(',\n');
  return `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`;
};

const [folder, flag, value] = process.argv.slice(2);
if (folder === undefined || value === undefined || (flag !== '--country' && flag !== '--box'))
  throw new Error(
    'usage: node scripts/draw-cells.ts THEATRE-FOLDER --country ISO-NUMBER | --box WEST,SOUTH,EAST,NORTH',
  );
writeFileSync(
  join(folder, 'cells.geojson'),
  draw(folder, flag === '--country' ? countryOutline(value) : boxOutline(value)),
);
