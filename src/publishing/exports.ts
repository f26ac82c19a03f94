// The export formats, and how their material is asked of an open ledger at one state.
import type { Day, Instant } from '../model/time.ts';
import type { ClaimRow, Whoholds } from '../whoholds.ts';
import { acledLike } from './export-acled-like.ts';
import { jsonl } from './export-claims.ts';
import { csv } from './export-csv.ts';
import { geojson } from './export-geojson.ts';
import { jsonld } from './export-jsonld.ts';
import type { Exporter } from './exporter.ts';
import { modelOf, stampOf } from './stamp.ts';

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

/** Claims about days up to the asked one, as the ledger stood at `seq`. */
const claimsUntil = async (whoholds: Whoholds, on: Day, seq: number): Promise<readonly ClaimRow[]> => {
  const rows: ClaimRow[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Whoholds['claims']>> = await whoholds.claims({ until: on, limit: PAGE, cursor });
    rows.push(...page.rows.filter((row) => row.seq <= seq));
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
  const claims = exporter.writes === 'claims' ? await claimsUntil(whoholds, on, seq) : [];
  const stamp = stampOf(whoholds.theatre, cells[0]?.model ?? (await modelOf(whoholds)), { seq, asOf });
  const exported = { theatre: whoholds.theatre, on, stamp, cells, claims };
  return exporter.write(exported, { hxl: query.hxl });
};
