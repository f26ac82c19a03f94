// Which stretch of outline lies between which two extents: from shared corners alone, in one walk over the paths.
// Extents drawn apart (imported outlines that do not share corners) simply have no neighbours.
import type { PlaceId } from '../model/place.ts';
import type { Extent } from './ground.ts';

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
