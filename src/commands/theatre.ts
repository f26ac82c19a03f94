// whoholds theatre boundaries: takes real outlines for a theatre's districts, and says which found no place.
import { Fault } from '../model/outcome.ts';
import type { Theatre } from '../model/theatre.ts';
import { homeFolder, theatreSetting } from '../settings.ts';
import { boundariesFile, forgetBoundaries, keepBoundaries } from '../theatre/boundaries.ts';
import { loadTheatre } from '../theatre/load.ts';
import { type Boundaries, type MatchedBy, matchBoundaries } from '../theatre/match-boundaries.ts';
import { parseOutlines } from '../theatre/parse-cells.ts';
import { printFault } from '../theatre/theatre-fault.ts';
import { readTextFile } from './read-file.ts';
import { type ExitStatus, print, printRecord, tell } from './terminal.ts';

export interface BoundariesOptions {
  readonly theatre?: string;
  readonly forget?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const parseJson = (file: string): unknown => {
  try {
    return JSON.parse(readTextFile(file));
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('usage', `${file} is no GeoJSON: ${(cause as Error).message}.`, { cause, expected: ['*.geojson'] });
  }
};

const readBoundaries = (file: string, theatre: Theatre): Boundaries => {
  const faults: string[] = [];
  const outlines = parseOutlines(parseJson(file), (fault) => faults.push(printFault({ ...fault, file })));
  for (const fault of faults) tell(fault);
  if (outlines.length === 0) throw new Fault('usage', `${file} has no outline that can be used.`);
  return matchBoundaries(theatre.gazetteer, outlines);
};

const WORDS: Readonly<Record<MatchedBy, string>> = { id: 'by id', name: 'by name', spelling: 'by a close spelling' };

const tellMatches = async ({ matches, unmatched, left }: Boundaries): Promise<void> => {
  const counts = Map.groupBy(matches, ({ by }) => by);
  const parts = [...counts].map(([by, list]) => `${list.length} ${WORDS[by]}`);
  await print(`${matches.length} outlines joined: ${parts.join(', ') || 'none'}.`);
  for (const { place, outline } of counts.get('spelling') ?? [])
    await print(`  ${place} from feature ${outline.row}: look whether that is the same place`);
  if (unmatched.length > 0) await print(`${unmatched.length} outlines found no place:`);
  for (const { row, words, why } of unmatched) await print(`  feature ${row}, ${words.slice(0, 3).join(', ')}: ${why}`);
  if (left.length > 0)
    await print(
      `${left.length} districts have none there: a sign at the seat where a real outline has their land, else the approximate outline:`,
    );
  for (const { id } of left) await print(`  ${id}`);
};

const recordOf = ({ matches, unmatched, left }: Boundaries): object => ({
  matches: matches.map(({ place, by, outline }) => ({ place, by, feature: outline.row })),
  unmatched: unmatched.map(({ row, words, why }) => ({ feature: row, words, why })),
  left: left.map(({ id }) => id),
});

/** Exit status 1 where some outline found no place. */
export const boundariesCommand = async (file: string | undefined, options: BoundariesOptions): Promise<ExitStatus> => {
  const theatre = loadTheatre(theatreSetting(options.theatre));
  const kept = boundariesFile(homeFolder(process.env), theatre);
  if (options.forget) {
    forgetBoundaries(kept);
    await print(`${theatre.id} is drawn with its own approximate outlines again.`);
    return 0;
  }
  if (file === undefined) {
    throw new Fault('usage', 'Which outlines? Name a GeoJSON file, or --forget those imported before.', {
      expected: ['FILE.geojson', '--forget'],
    });
  }
  const found = readBoundaries(file, theatre);
  await (options.json ? printRecord(recordOf(found)) : tellMatches(found));
  if (!options.dryRun && found.matches.length > 0) {
    keepBoundaries(kept, found);
    tell(`Kept for ${theatre.id}: maps, the page and GeoJSON exports use them from now on (--forget undoes it).`);
  }
  return found.unmatched.length > 0 ? 1 : 0;
};
