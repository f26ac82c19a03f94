// Which stretch of outline lies between which two extents: from shared corners alone, in one walk over the paths.
// Extents drawn apart (imported outlines that do not share corners) simply have no neighbours.
import type { PlaceId } from '../model/place.ts';
import type { Extent, Ground } from './ground.ts';

export interface Border {
  readonly between: readonly [PlaceId, PlaceId | null];
  /** SVG path data of every stretch that these two share. */
  readonly path: string;
}

type Corner = string;
const cornersOf = (ring: string): readonly Corner[] => ring.split('L').map((corner) => corner.trim());
const ringsOf = (path: string): readonly string[] =>
  path
    .split('Z')
    .map((ring) => ring.replace(/^M/, ''))
    .filter((ring) => ring !== '');

const stretchKey = (a: Corner, b: Corner): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

const collectStretches = (extents: Iterable<Extent>): ReadonlyMap<string, { owners: PlaceId[]; path: string }> => {
  const stretches = new Map<string, { owners: PlaceId[]; path: string }>();
  for (const { place, path } of extents) {
    for (const ring of ringsOf(path)) {
      const corners = cornersOf(ring);
      corners.forEach((from, at) => {
        const to = corners[(at + 1) % corners.length] ?? from;
        if (from === to) return;
        const key = stretchKey(from, to);
        const known = stretches.get(key);
        if (known) known.owners.push(place.id);
        else stretches.set(key, { owners: [place.id], path: `M${from}L${to}` });
      });
    }
  }
  return stretches;
};

/** The lines of a ground, looked up by cell, and those that all drawings of it have in common. */
export interface Borders {
  readonly of: ReadonlyMap<PlaceId, readonly Border[]>;
  /** All lines inside provinces as one path, and all others: between provinces and to the outside. */
  readonly inner: string;
  readonly outer: string;
}

/** Made once for a ground: with thousands of cells no drawing looks through all lines again. */
export const bordersOf = ({ extents }: Pick<Ground, 'extents'>): Borders => {
  const borders = findBorders(extents.values());
  const of = new Map<PlaceId, Border[]>();
  for (const border of borders)
    for (const id of border.between) {
      if (id === null) continue;
      const known = of.get(id);
      if (known) known.push(border);
      else of.set(id, [border]);
    }
  const provinceOf = (id: PlaceId): string | null => extents.get(id)?.place.province ?? null;
  const isInner = ({ between: [a, b] }: Border): boolean =>
    b !== null && provinceOf(a) !== null && provinceOf(a) === provinceOf(b);
  const joined = (some: readonly Border[]): string => some.map(({ path }) => path).join('');
  return {
    of,
    inner: joined(borders.filter(isInner)),
    outer: joined(borders.filter((border) => !isInner(border))),
  };
};

/** Every pair of neighbours (or a place and the outside, null) with the line between them. */
export const findBorders = (extents: Iterable<Extent>): readonly Border[] => {
  const byPair = new Map<string, { between: readonly [PlaceId, PlaceId | null]; parts: string[] }>();
  for (const { owners, path } of collectStretches(extents).values()) {
    const [a, b] = [...new Set(owners)].sort();
    if (a === undefined) continue;
    const key = JSON.stringify([a, b ?? null]);
    const known = byPair.get(key);
    if (known) known.parts.push(path);
    else byPair.set(key, { between: [a, b ?? null], parts: [path] });
  }
  return [...byPair.values()].map(({ between, parts }) => ({ between, path: parts.join('') }));
};
