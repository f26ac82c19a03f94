// An item that gave no report, as quarantine keeps it: why, its bytes as they came, and what was known of it from outside.
import type { Refusal } from './outcome.ts';

export interface RefusedItem {
  readonly refusal: Refusal;
  /** Null where its bytes were never at hand: it was too large, or could not be fetched. */
  readonly original: Uint8Array | null;
  /** JSON of intake's own, to take it in again; null where there is nothing to take in. */
  readonly about: string | null;
}
