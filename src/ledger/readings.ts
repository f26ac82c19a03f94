// Each reading of an item with what was refused, and quarantine: the items that gave no report, with their bytes.
// Invariant: rows are only added; an item leaves quarantine when it is read again with another end.
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Refusal } from '../model/outcome.ts';
import type { RefusedItem } from '../model/refused-item.ts';
import type { ReportId } from '../model/report.ts';
import type { Instant } from '../model/time.ts';
import { canonical } from './canonical.ts';
import type { Queries } from './database.ts';
import type { QuarantineRow, ReadingRow } from './records.ts';
import { ORIGINALS, READINGS } from './tables.ts';

export interface Reading {
  readonly report: string | null;
  readonly file: string;
  readonly reader: string;
  readonly recorded: Instant;
  /** JSON. */
  readonly refusals: string;
  /** The hash of a refused item's bytes; null where it gave a report, or its bytes were never at hand. */
  readonly original: string | null;
  /** What was known of a refused item from outside, as JSON. */
  readonly about: string | null;
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** An original as it is kept: under its own hash, deflated. */
export const originalRow = (hash: string, bytes: Uint8Array) => [hash, bytes.length, deflateSync(bytes)] as const;

/** A report's readings are told apart by their reader; of a file that gives no report, only the last one counts. */
const keyOf = ({ report, file, reader }: Pick<Reading, 'report' | 'file' | 'reader'>): string =>
  report === null ? `file ${file}` : `report ${report} ${reader}`;

const wordsOf = ({ refusals, original }: Pick<Reading, 'refusals' | 'original'>): string => `${original} ${refusals}`;

const readingsBefore = (on: Queries, readings: readonly Reading[]): Promise<readonly Reading[]> => {
  const { list } = on.dialect;
  return on.query<Reading>(
    `select report, file, reader, refusals, original from readings
     where report in ${list(1, 'text')} or file in ${list(2, 'text')} order by number`,
    [
      JSON.stringify(readings.flatMap(({ report }) => report ?? [])),
      JSON.stringify(readings.flatMap(({ report, file }) => (report === null ? file : []))),
    ],
  );
};

/** Appends those that say something else than the item's last reading by the same reader. */
export const keepReadings = async (on: Queries, readings: readonly Reading[]): Promise<void> => {
  const last = new Map<string, string>();
  for (const row of await readingsBefore(on, readings)) {
    last.set(keyOf(row), wordsOf(row));
    // A file that gave a report after it was refused is in quarantine again when it is refused again.
    last.set(`file ${row.file}`, wordsOf(row));
  }
  const fresh = readings.filter((reading) => {
    const isNews = last.get(keyOf(reading)) !== wordsOf(reading);
    last.set(keyOf(reading), wordsOf(reading));
    return isNews;
  });
  const [row] = await on.query<{ last: number }>('select coalesce(max(number), 0) as last from readings');
  const rows = fresh.map((r, index) => [
    ...[(row?.last ?? 0) + index + 1, r.report, r.file, r.reader],
    ...[r.recorded, r.refusals, r.original, r.about],
  ]);
  await on.insert(READINGS, rows);
};

export interface Refusing {
  readonly by: string;
  readonly recorded: Instant;
}

/** Items that gave no report at all, with their bytes where those were at hand. */
export const refuse = async (on: Queries, refused: readonly RefusedItem[], told: Refusing): Promise<void> => {
  const kept = refused.map((item) => ({ ...item, hash: item.original === null ? null : hashOf(item.original) }));
  await on.insert(
    ORIGINALS,
    kept.flatMap(({ hash, original }) => (hash === null || original === null ? [] : [originalRow(hash, original)])),
  );
  const files = Map.groupBy(kept, ({ refusal }) => refusal.file ?? '-');
  const readings = [...files].map(([file, of]): Reading => {
    const last = of.at(-1);
    return {
      ...{ report: null, file, reader: told.by, recorded: told.recorded },
      refusals: canonical(of.map(({ refusal }) => refusal)),
      original: last?.hash ?? null,
      about: last?.about ?? null,
    };
  });
  await keepReadings(on, readings);
};

/** Files that are in quarantine and gave a report that has another name: they leave it. */
export const release = async (on: Queries, files: readonly string[], { by, recorded }: Refusing): Promise<void> => {
  const rows = await on.query<Pick<Reading, 'report' | 'file' | 'refusals'>>(
    `select report, file, refusals from readings where file in ${on.dialect.list(1, 'text')} order by number`,
    [JSON.stringify(files)],
  );
  const last = new Map(rows.map((row) => [row.file, row]));
  const held = [...last.values()].filter(({ report, refusals }) => report === null && refusals !== '[]');
  const empty = { report: null, reader: by, recorded, refusals: '[]', original: null, about: null };
  await keepReadings(
    on,
    held.map(({ file }) => ({ ...empty, file })),
  );
};

type Row = Reading & { readonly number: number; readonly size: number | null };

/** Of each item the latest reading, where something was refused in it. */
const latest = (on: Queries, report?: ReportId): Promise<readonly Row[]> =>
  on.query<Row>(
    `select r.number, r.report, r.file, r.reader, r.recorded, r.refusals, r.original, r.about, o.size
     from readings r left join originals o on o.hash = r.original
     where r.refusals <> '[]'${report === undefined ? '' : ' and r.report = $1'}
       and not exists (select 1 from readings later where later.number > r.number
         and (later.report = r.report or (r.report is null and later.file = r.file))) order by r.number`,
    report === undefined ? [] : [report],
  );

export const refusals = async (on: Queries, report?: ReportId): Promise<readonly Refusal[]> =>
  (await latest(on, report)).flatMap((row) => JSON.parse(row.refusals) as Refusal[]);

export const quarantine = async (on: Queries): Promise<readonly QuarantineRow[]> =>
  (await latest(on)).map(({ refusals: words, original, size, ...row }) => ({
    ...{ number: row.number, report: row.report, file: row.file, recorded: row.recorded, about: row.about },
    refusals: JSON.parse(words) as Refusal[],
    original: original === null ? null : { hash: original, size: size ?? 0 },
  }));

export const readingsOf = async (on: Queries, report: ReportId): Promise<readonly ReadingRow[]> => {
  const rows = await on.query<{ reader: string; recorded: Instant; refusals: string }>(
    'select reader, recorded, refusals from readings where report = $1 order by number',
    [report],
  );
  return rows.map((row) => ({ ...row, refusals: JSON.parse(row.refusals) as Refusal[] }));
};
