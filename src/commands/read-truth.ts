// A truth file named on the command line: who really held what, as somebody set it down who did not read our reports.
import { Fault } from '../model/outcome.ts';
import type { PlaceId } from '../model/place.ts';
import type { Theatre } from '../model/theatre.ts';
import { parseTruth, printTruthFault, type TruthRow } from '../score/truth.ts';
import { editDistance } from '../theatre/spelling.ts';
import { readTextFile } from './read-file.ts';
import { tell } from './terminal.ts';

/** The id that is fewest edits away; a wrong id of twelve letters may be three edits off. */
const nearestId = (theatre: Theatre, id: string): PlaceId | null => {
  let limit = Math.max(2, Math.floor(id.length / 4));
  let nearest: PlaceId | null = null;
  for (const place of theatre.gazetteer.all()) {
    const edits = editDistance(id.toLowerCase(), place.id.toLowerCase(), limit);
    if (edits > limit || (nearest !== null && edits === limit)) continue;
    [nearest, limit] = [place.id, edits];
  }
  return nearest;
};

/** The rows of a truth file; all its faults are told before one is thrown. */
export const readTruth = (file: string, theatre: Theatre, use: 'scored' | 'learned'): readonly TruthRow[] => {
  const { sides, gazetteer } = theatre;
  const { rows, faults } = parseTruth(readTextFile(file), file, {
    ...{ sides, gazetteer },
    nearest: (id) => nearestId(theatre, id),
  });
  for (const fault of faults) tell(printTruthFault(file, fault));
  if (faults.length > 0) {
    const many = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
    throw new Fault('usage', `${file} has ${many}, so nothing was ${use}. Mend the rows and run it again.`);
  }
  if (rows.length === 0)
    throw new Fault('usage', `${file} has no row: there is no truth in it, so nothing was ${use}.`);
  return rows;
};
