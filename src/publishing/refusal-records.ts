// The JSON shapes of quarantine. Invariant: absent values are null, never missing.
import type { RefusalRow, WholeRefusal } from '../whoholds.ts';
import { refusalRecord } from './records.ts';

/** A line of `whoholds refusals list --json` and of /api/refusals. */
export const refusalRowRecord = (row: RefusalRow) => ({
  ...refusalRecord(row),
  id: row.id,
  recorded: row.recorded,
  original: row.original === null ? null : { size: row.original.size, hash: row.original.hash },
});

/** As much of an original as is shown; all of it is in the ledger. */
const MOST_SHOWN = 20_000;

/** The bytes as text, for people: what is no text looks like it. */
const shownText = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : new TextDecoder().decode(bytes.subarray(0, MOST_SHOWN));

export const wholeRefusalRecord = ({ row, bytes, words }: WholeRefusal) => ({
  ...refusalRowRecord(row),
  words,
  size: bytes?.length ?? null,
  text: shownText(bytes),
  cut: (bytes?.length ?? 0) > MOST_SHOWN,
});
