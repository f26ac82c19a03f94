// Imported outlines take the place of approximate ones, also where their land was another district's approximate outline.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { boundariesFile, keepBoundaries, withBoundaries } from './boundaries.ts';
import { loadTheatre } from './load.ts';
import { matchBoundaries } from './match-boundaries.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'whoholds-boundaries-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

it('draws no approximate outline whose seat lies in a real one; all others stay', () => {
  const theatre = loadTheatre('tiny');
  // Garth's real outline has the land of Hollin's seat, at 49 north on the zero meridian.
  const ring = [
    [-1.5, 48.5],
    [0.4, 48.5],
    [0.4, 49.5],
    [-1.5, 49.5],
    [-1.5, 48.5],
  ] as const;
  const outline = { row: 1, properties: { id: 'southlea/garth' }, geometry: { type: 'Polygon', coordinates: [ring] } };
  keepBoundaries(boundariesFile(home, theatre), matchBoundaries(theatre.gazetteer, [outline as never]));
  const { cells, version } = withBoundaries(theatre, home);
  const drawn = new Map(cells.map(({ place, approximate }) => [place, approximate]));
  expect(drawn.get('southlea/garth')).toBe(false);
  expect(drawn.has('southlea/hollin')).toBe(false);
  expect(drawn.get('southlea/fernhill')).toBe(true);
  expect(drawn.size).toBe(theatre.cells.length - 1);
  expect(version).not.toBe(theatre.version);
});
