// The seam of the exports: one day's assessments and the claims behind them, as text in some format.
// Invariant: each format names the ledger's seq, the theatre's version and the model's version inside the file.
import type { Assessment } from '../model/control.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Day } from '../model/time.ts';
import type { ClaimRow } from '../whoholds.ts';
import type { Stamp } from './stamp.ts';

export interface Exported {
  readonly theatre: Theatre;
  readonly on: Day;
  readonly stamp: Stamp;
  readonly cells: readonly Assessment[];
  readonly claims: readonly ClaimRow[];
}

export interface Exporter {
  readonly format: string;
  readonly mediaType: string;
  readonly extension: string;
  /** Which half of the material it writes, so that the other need not be fetched. */
  readonly writes: 'cells' | 'claims';
  /** `hxl` asks for the row of tags, where the format has one. */
  readonly write: (exported: Exported, options: { readonly hxl: boolean }) => string;
}

/** The three versions as one flat record, for columns and properties. */
export const originOf = ({ theatre, stamp }: Exported) => ({
  seq: stamp.seq,
  theatre: theatre.id,
  theatreVersion: theatre.version,
  model: stamp.model.version,
  paramsHash: stamp.model.paramsHash,
});
