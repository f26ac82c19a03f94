// The truth file: who held a place from which day until which, as somebody who did not read our reports set it down.
// Invariant: all faults of a file at once, each with its row and column; no row with a fault is scored.
import { parse } from 'csv-parse/sync';
import type { Side, SideId } from '../model/actor.ts';
import { SCOPES, type Scope } from '../model/claim.ts';
import type { Cell } from '../model/control.ts';
import { Fault } from '../model/outcome.ts';
import type { Gazetteer, PlaceId } from '../model/place.ts';
import { type Day, isDay } from '../model/time.ts';

export const TRUTH_COLUMNS = ['placeId', 'scope', 'from', 'until', 'holder', 'confidence'] as const;
export type TruthColumn = (typeof TRUTH_COLUMNS)[number];

/** `holder` had the cell on every day from `from` up to, and without, `until`. */
export interface TruthRow {
  readonly row: number;
  readonly cell: Cell;
  readonly from: Day;
  /** Exclusive, as everywhere in the house; null = still so at the end. */
  readonly until: Day | null;
  /** A side, or `none` where nobody held it. */
  readonly holder: SideId | 'none';
  /** 0 to 1: how much the row weighs. */
  readonly confidence: number;
}

export interface TruthFault {
  /** The line in the file, the header being 1. */
  readonly row: number;
  readonly column: TruthColumn | null;
  readonly message: string;
}

/** What a row may name. */
export interface TruthGround {
  readonly sides: readonly Side[];
  readonly gazetteer: Pick<Gazetteer, 'get'>;
  /** The id that a wrong one was most likely meant to be; null where none is near. */
  readonly nearest: (id: string) => PlaceId | null;
}

export interface Truth {
  readonly rows: readonly TruthRow[];
  readonly faults: readonly TruthFault[];
}

interface Line {
  readonly row: number;
  readonly fields: Readonly<Record<string, string>>;
}

type Wrong = (column: TruthColumn, message: string) => null;

const placeIn = (text: string, { gazetteer, nearest }: TruthGround, wrong: Wrong): PlaceId | null => {
  if (gazetteer.get(text) !== null) return text;
  if (text === '') return wrong('placeId', 'is empty: give the id of a place of the gazetteer');
  const near = nearest(text);
  return wrong('placeId', `no place has the id “${text}”${near === null ? '' : `; the nearest is ${near}`}`);
};

const scopeIn = (text: string, wrong: Wrong): Scope | null =>
  SCOPES.find((scope) => scope === text) ?? wrong('scope', `“${text}” is no scope: ${SCOPES.join(', ')}`);

const dayIn = (column: 'from' | 'until', text: string, wrong: Wrong): Day | null =>
  isDay(text) ? text : wrong(column, `“${text}” is no day: YYYY-MM-DD`);

const holderIn = (text: string, { sides }: TruthGround, wrong: Wrong): SideId | null => {
  const known = [...sides.map(({ id }) => id), 'none'];
  return known.includes(text) ? text : wrong('holder', `“${text}” is no side of the theatre: ${known.join(', ')}`);
};

const confidenceIn = (text: string, wrong: Wrong): number | null => {
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  return value <= 1 ? value : wrong('confidence', `“${text}” is no number from 0 to 1`);
};

const checkLine = (
  { row, fields }: Line,
  ground: TruthGround,
  report: (fault: TruthFault) => void,
): TruthRow | null => {
  let faulty = false;
  const wrong: Wrong = (column, message) => {
    faulty = true;
    report({ row, column, message });
    return null;
  };
  const at = (column: TruthColumn): string => fields[column] ?? '';
  const place = placeIn(at('placeId'), ground, wrong);
  const scope = scopeIn(at('scope'), wrong);
  const from = dayIn('from', at('from'), wrong);
  const until = at('until') === '' ? null : dayIn('until', at('until'), wrong);
  const holder = holderIn(at('holder'), ground, wrong);
  const confidence = confidenceIn(at('confidence'), wrong);
  if (from !== null && until !== null && until <= from)
    wrong('until', `${until} is not after ${from}: until is the first day on which it no longer held`);
  if (faulty || place === null || scope === null || from === null || holder === null || confidence === null)
    return null;
  return { row, cell: { place, scope }, from, until, holder, confidence };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Rows of one cell that speak of the same day, each told at the later one. */
const findOverlaps = (rows: readonly TruthRow[]): readonly TruthFault[] =>
  [...Map.groupBy(rows, ({ cell }) => `${cell.place} ${cell.scope}`).values()].flatMap((all) => {
    const sorted = [...all].sort((a, b) => compare(a.from, b.from) || a.row - b.row);
    let longest = sorted[0];
    return sorted.slice(1).flatMap((one): TruthFault[] => {
      const before = longest;
      if (before === undefined || (before.until !== null && before.until <= one.from)) {
        longest = one;
        return [];
      }
      if (before.until !== null && (one.until === null || one.until > before.until)) longest = one;
      const end = before.until === null ? 'on' : `up to ${before.until}`;
      const told = `row ${before.row} says who held it from ${before.from} ${end}`;
      return [{ row: one.row, column: 'from', message: `${one.from} is told already: ${told}` }];
    });
  });

interface CsvLine {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const linesOf = (text: string, file: string): readonly CsvLine[] => {
  try {
    const options = { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true, info: true };
    // With `info` each record comes with its line; the package's types know only the bare records.
    return parse(text, options) as unknown as CsvLine[];
  } catch (cause) {
    throw new Fault('usage', `${file} is no CSV: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
};

/** The rows of a truth file and all its faults. @throws Fault where it is no CSV or lacks a column. */
export const parseTruth = (text: string, file: string, ground: TruthGround): Truth => {
  const [head, ...body] = linesOf(text, file);
  const columns = head?.record ?? [];
  const missing = TRUTH_COLUMNS.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new Fault('usage', `The truth file ${file} has no column ${missing.join(', ')}.`, {
      expected: [TRUTH_COLUMNS.join(',')],
    });
  }
  const faults: TruthFault[] = [];
  const rows = body.flatMap(({ record, info }): TruthRow[] => {
    const row = info.lines;
    if (record.length !== columns.length) {
      faults.push({ row, column: null, message: `has ${record.length} fields and not ${columns.length}` });
      return [];
    }
    const fields = Object.fromEntries(columns.map((column, at) => [column, record[at] ?? '']));
    const checked = checkLine({ row, fields }, ground, (fault) => faults.push(fault));
    return checked === null ? [] : [checked];
  });
  return { rows, faults: [...faults, ...findOverlaps(rows)].sort((a, b) => a.row - b.row) };
};

export const printTruthFault = (file: string, { row, column, message }: TruthFault): string =>
  `${file}:${row}: ${column === null ? '' : `${column}: `}${message}`;
