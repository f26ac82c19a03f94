// What the entries' lines come to in the derived tables: one function for appending and for rebuilding.
// Invariant: the same lines in the same order give the same rows, however they are cut into calls.
import type { Claim } from '../model/claim.ts';
import type { EntryAct, SubjectType } from '../model/entry.ts';
import type { FamilyEdge, Report } from '../model/report.ts';
import type { Instant } from '../model/time.ts';
import type { Queries, Value } from './database.ts';
import { ADDRESSES, CELLS, FIRST_DAY, LAST_DAY, SUBJECTS } from './tables.ts';

/** An entry as it lies in the table, with the assertion that it ends or takes back. */
export interface Line {
  readonly seq: number;
  readonly recorded: Instant;
  readonly author: string;
  readonly act: EntryAct['act'];
  readonly type: SubjectType;
  readonly id: string;
  readonly report: string;
  readonly reader: string;
  /** What the body holds: the record asserted, or a `TakenBack`. */
  readonly value: unknown;
  readonly body: string;
  /** Of a person's assertion, or of what a family dated; null in any other line (what takes back has them in its body). */
  readonly known: Instant | null;
  readonly reason: string | null;
  /** The assertion of the same id that this line ends or takes back, by its seq. */
  readonly standing: number | null;
}

/** The body of a line that takes back. With `known` null it was misread: as if it had never been said. */
export interface TakenBack {
  readonly reason: string;
  readonly known: Instant | null;
}

const aboutOf = (line: Line): readonly Value[] => {
  if (line.type === 'family') {
    const { of } = line.value as FamilyEdge;
    return [null, null, null, null, of, FIRST_DAY, LAST_DAY];
  }
  if (line.type !== 'claim') return [null, null, null, null, null, FIRST_DAY, LAST_DAY];
  const { place, scope, kind, actor, when } = line.value as Claim;
  return [place.id, scope, kind, actor, null, when.earliest ?? FIRST_DAY, when.latest ?? LAST_DAY];
};

const rowOf = (line: Line): readonly Value[] => [
  line.seq,
  line.type,
  line.id,
  line.report,
  line.reader,
  ...aboutOf(line),
  null,
  null,
];

const PLACE = SUBJECTS.columns.indexOf('place');
const SCOPE = SUBJECTS.columns.indexOf('scope');

const cellsOf = (rows: readonly (readonly Value[])[]): readonly (readonly Value[])[] => {
  const cells = new Map<string, readonly Value[]>();
  for (const row of rows) {
    const cell = [row[PLACE] ?? null, row[SCOPE] ?? null];
    if (cell[0] !== null) cells.set(cell.join('\n'), cell);
  }
  return [...cells.values()];
};

const addressesOf = (lines: readonly Line[]): readonly (readonly Value[])[] => {
  const addresses = new Map<string, readonly Value[]>();
  for (const { act, type, id, value } of lines) {
    if (act !== 'assert' || type !== 'report') continue;
    const { url } = value as Pick<Report, 'url'>;
    if (url !== null) addresses.set(`${id} ${url}`, [url, id]);
  }
  return [...addresses.values()];
};

const endingOf = ({ act, value }: Line): 'ended' | 'retracted' => {
  return act === 'assert' || (value as TakenBack).known === null ? 'ended' : 'retracted';
};

export const indexLines = async (on: Queries, lines: readonly Line[]): Promise<void> => {
  const rows = lines.filter(({ act }) => act === 'assert').map(rowOf);
  await on.insert(SUBJECTS, rows);
  await on.insert(CELLS, cellsOf(rows));
  await on.insert(ADDRESSES, addressesOf(lines));
  for (const line of lines) {
    if (line.standing === null) continue;
    await on.query(`update subjects set ${endingOf(line)} = $1 where seq = $2`, [line.seq, line.standing]);
  }
};
