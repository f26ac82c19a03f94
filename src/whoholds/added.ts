// What adding gave: one line an item, and the sum.
import type { Refusal, RefusalCode } from '../model/outcome.ts';
import type { FamilyId, ReportId } from '../model/report.ts';

export interface Added {
  readonly file: string;
  readonly report: { readonly id: ReportId } | null;
  readonly family: FamilyId | null;
  readonly copyOf: ReportId | null;
  readonly entries: { readonly asserted: number; readonly unchanged: number };
  readonly claims: number;
  readonly refusals: readonly Refusal[];
}

/** Of an item that brought nothing. */
export const NOTHING_ADDED = {
  ...{ report: null, family: null, copyOf: null, claims: 0 },
  entries: { asserted: 0, unchanged: 0 },
} as const;

export interface AddedTotal {
  readonly reports: number;
  readonly claims: number;
  readonly asserted: number;
  readonly unchanged: number;
  readonly copies: number;
  readonly families: number;
  /** Items that gave no report at all. */
  readonly refused: number;
  /** The same by the code of their refusal. */
  readonly why: Readonly<Partial<Record<RefusalCode, number>>>;
  /** All refusals, claims that could not be placed among them. */
  readonly refusals: number;
}
