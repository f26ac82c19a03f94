// Turns the text of a theatre's files into checked rows and entries, collecting every fault with file, row and column.
// Invariant: nothing is thrown for what a file says; a row with a fault is left out and reported.
import type * as z from 'zod';
import type { CellShape } from '../model/theatre.ts';
import { parseCells } from './parse-cells.ts';
import type {
  ActorEntry,
  BaselineEntry,
  DenominatorEntry,
  ExceptionRow,
  NameRow,
  OutletEntry,
  PlaceRow,
  TheatreFile,
} from './schema.ts';
import {
  actorSchema,
  baselineSchema,
  denominatorSchema,
  exceptionSchema,
  nameSchema,
  outletSchema,
  placeSchema,
  theatreSchema,
} from './schema.ts';
import { splitCsv } from './split-csv.ts';
import type { ReportFault, Row } from './theatre-fault.ts';

export interface TheatreFiles {
  readonly theatre: TheatreFile | null;
  readonly places: readonly Row<PlaceRow>[];
  /** Ids of rows that were left out for a fault of their own: what names them is not at fault as well. */
  readonly faultyPlaces: ReadonlySet<string>;
  readonly actors: readonly Row<ActorEntry>[];
  readonly outlets: readonly Row<OutletEntry>[];
  readonly baselines: readonly Row<BaselineEntry>[];
  readonly denominators: readonly Row<DenominatorEntry>[];
  /** By file name; null where a baseline names a file that is not there. */
  readonly exceptions: ReadonlyMap<string, readonly Row<ExceptionRow>[] | null>;
  readonly names: readonly Row<NameRow>[];
  readonly cells: readonly Row<CellShape>[];
  /** The theatre's additions to its language, as read; null where it has none. */
  readonly lexicon: unknown;
}

type Texts = ReadonlyMap<string, string>;

const parseJson = (file: string, text: string, report: ReportFault): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    report({ file, row: null, column: null, message: `is no JSON: ${error.message}` });
    return undefined;
  }
};

const check = <T>(
  schema: z.ZodType<T>,
  value: unknown,
  at: { file: string; row: number | null; report: ReportFault },
) => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues)
    at.report({ file: at.file, row: at.row, column: path.join('.') || null, message });
  return null;
};

const parseList = <T>(schema: z.ZodType<T>, file: string, { texts, report }: { texts: Texts; report: ReportFault }) => {
  const text = texts.get(file);
  const list = text === undefined ? [] : parseJson(file, text, report);
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    report({ file, row: null, column: null, message: 'must be a list' });
    return [];
  }
  return list.flatMap((entry: unknown, index): Row<T>[] => {
    const value = check(schema, entry, { file, row: index + 1, report });
    return value === null ? [] : [{ row: index + 1, value }];
  });
};

interface Line {
  readonly row: number;
  readonly record: Readonly<Record<string, string>>;
}

/** The records by column name. A row with more or fewer fields than the header is a fault and left out. */
const readCsv = (file: string, text: string, report: ReportFault): { columns: readonly string[]; lines: Line[] } => {
  const { records, wrongLine } = splitCsv(text);
  if (wrongLine !== null)
    report({ file, row: wrongLine, column: null, message: 'has a quotation mark that is not closed' });
  const [header, ...rest] = records;
  const columns = header?.fields ?? [];
  const lines = rest.flatMap(({ line, fields }): Line[] => {
    if (fields.length === columns.length)
      return [{ row: line, record: Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? ''])) }];
    report({ file, row: line, column: null, message: `has ${fields.length} fields and not ${columns.length}` });
    return [];
  });
  return { columns, lines };
};

type RowSchema<T> = z.ZodType<T> & { readonly shape: Readonly<Record<string, unknown>> };

const parseCsv = <T>(
  schema: RowSchema<T>,
  file: string,
  { texts, report }: { texts: Texts; report: ReportFault },
): Row<T>[] => {
  const text = texts.get(file);
  if (text === undefined) return [];
  const { columns, lines } = readCsv(file, text, report);
  const missing = Object.keys(schema.shape).filter((column) => !columns.includes(column));
  for (const column of missing) report({ file, row: 1, column, message: 'column is missing' });
  if (missing.length > 0) return [];
  return lines.flatMap(({ row, record }): Row<T>[] => {
    const value = check(schema, record, { file, row, report });
    return value === null ? [] : [{ row, value }];
  });
};

const parseTheatre = (texts: Texts, report: ReportFault): TheatreFile | null => {
  const file = 'theatre.json';
  const json = parseJson(file, texts.get(file) ?? '', report);
  return json === undefined ? null : check(theatreSchema, json, { file, row: null, report });
};

const idsOf = (texts: Texts): readonly string[] => {
  const [header, ...rest] = splitCsv(texts.get('gazetteer.csv') ?? '').records;
  const column = header?.fields.indexOf('id') ?? -1;
  return rest.flatMap(({ fields }) => fields[column] ?? []);
};

const faultyPlaces = (texts: Texts, places: readonly Row<PlaceRow>[], faulty: boolean): ReadonlySet<string> => {
  const sound = new Set(places.map(({ value }) => value.id));
  return new Set(faulty ? idsOf(texts).filter((id) => !sound.has(id)) : []);
};

const missingFiles = (theatre: TheatreFile | null, texts: Texts): string[] =>
  (theatre?.open ? ['NOTICE.md'] : ['NOTICE.md', 'gazetteer.csv']).filter((file) => !texts.has(file));

/** Parses all files of a theatre; every fault of shape is reported, and the sound rest is returned. */
export const parseFiles = (texts: Texts, report: ReportFault): TheatreFiles => {
  const input = { texts, report };
  const theatre = parseTheatre(texts, report);
  for (const file of missingFiles(theatre, texts)) report({ file, row: null, column: null, message: 'is missing' });
  const baselines = parseList(baselineSchema, 'baseline.json', input);
  const lists = baselines.flatMap(({ value }) => (value.exceptions === null ? [] : [value.exceptions]));
  let faulty = false;
  const places = parseCsv(placeSchema, 'gazetteer.csv', {
    texts,
    report: (fault) => {
      faulty = true;
      report(fault);
    },
  });
  const shapes = parseJson('cells.geojson', texts.get('cells.geojson') ?? 'null', report);
  return {
    theatre,
    places,
    faultyPlaces: faultyPlaces(texts, places, faulty),
    actors: parseList(actorSchema, 'actors.json', input),
    outlets: parseList(outletSchema, 'outlets.json', input),
    baselines,
    denominators: parseList(denominatorSchema, 'denominators.json', input),
    exceptions: new Map(lists.map((file) => [file, texts.has(file) ? parseCsv(exceptionSchema, file, input) : null])),
    names: parseCsv(nameSchema, 'names.csv', input),
    cells: shapes === null || shapes === undefined ? [] : parseCells(shapes, report),
    lexicon: parseJson('lexicon.json', texts.get('lexicon.json') ?? 'null', report) ?? null,
  };
};
