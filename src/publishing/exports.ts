// The export formats, and how their material is asked of an open ledger at one state.
import { type Day, endOfDayIn, type Instant } from '../model/time.ts';
import type { ClaimRow, Whoholds } from '../whoholds.ts';
import { acledLike } from './export-acled-like.ts';
import { jsonl } from './export-claims.ts';
import { csv } from './export-csv.ts';
import { geojson } from './export-geojson.ts';
import { jsonld } from './export-jsonld.ts';
import type { Exporter } from './exporter.ts';
import { stampOf } from './stamp.ts';

export const EXPORT_FORMATS = ['geojson', 'csv', 'jsonl', 'acled-like', 'jsonld'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORTERS: Readonly<Record<ExportFormat, Exporter>> = {
  geojson,
  csv,
  jsonl,
  'acled-like': acledLike,
  jsonld,
};

export interface ExportQuery {
  readonly on: Day;
  readonly asOf: Instant | null;
  readonly seq: number | null;
  readonly hxl: boolean;
}

const PAGE = 1000;

/** When each report could first be read: the instant it was published, else its day's end, else when it came in. */
const knownTimes = async (whoholds: Whoholds): Promise<ReadonlyMap<string, Instant>> => {
  const times = new Map<string, Instant>();
  const { timezone } = whoholds.theatre;
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Whoholds['reports']>> = await whoholds.reports({ limit: PAGE, cursor });
    for (const { report } of page.rows) {
      const { latest } = report.published;
      const known = report.publishedAt ?? (latest === null ? report.retrieved : endOfDayIn(latest, timezone));
      if (known !== null) times.set(report.id, known);
    }
    cursor = page.next;
  } while (cursor !== null);
  return times;
};

interface Cut {
  readonly on: Day;
  readonly asOf: Instant | null;
  readonly seq: number;
}

/** Claims about days up to the asked one, as the ledger stood at `seq`, from reports that could be read by `asOf`. */
const claimsUntil = async (whoholds: Whoholds, { on, asOf, seq }: Cut): Promise<readonly ClaimRow[]> => {
  const times = asOf === null ? null : await knownTimes(whoholds);
  const isKnown = ({ report }: ClaimRow): boolean => asOf === null || (times?.get(report.id) ?? asOf) <= asOf;
  const rows: ClaimRow[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Whoholds['claims']>> = await whoholds.claims({ until: on, limit: PAGE, cursor });
    rows.push(...page.rows.filter((row) => row.seq <= seq && isKnown(row)));
    cursor = page.next;
  } while (cursor !== null);
  return rows;
};

/** One export as text: the cells of a day, or the claims up to it. */
export const exportControl = async (whoholds: Whoholds, format: ExportFormat, query: ExportQuery): Promise<string> => {
  const exporter = EXPORTERS[format];
  const last = await whoholds.seq();
  const seq = Math.min(query.seq ?? last, last);
  const { on, asOf } = query;
  const everything = { place: null, scope: null, minStatus: null, all: false };
  const cells = exporter.writes === 'cells' ? await whoholds.control({ on, asOf, seq, ...everything }) : [];
  const claims = exporter.writes === 'claims' ? await claimsUntil(whoholds, { on, asOf, seq }) : [];
  const stamp = stampOf(whoholds.theatre, whoholds.model, { seq, asOf });
  const exported = { theatre: whoholds.theatre, on, stamp, cells, claims };
  return exporter.write(exported, { hxl: query.hxl });
};
