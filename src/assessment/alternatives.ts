// A cell under the theatre's other baselines (control-method E18): it carries what they would answer where that differs.
// Invariant: the same sentences and the same rules, from another start; who held the place at first, or how surely, is all that changes.
import type { Assessment, Evidence } from '../model/control.ts';
import type { Listening } from './coverage.ts';
import { baselineHolder } from './ground.ts';
import type { Verdict } from './verdict.ts';
import { type Prepared, prepare } from './view.ts';
import { stateOn } from './walk.ts';

/** What an assessment is made from: the sentences, and how well the cell's province was listened to. */
export interface Known {
  readonly evidence: readonly Evidence[];
  readonly heard: Listening;
}

/** A cell as it stands under another baseline. */
export interface Other {
  readonly baseline: string;
  readonly prepared: Prepared;
}

/** Where nobody has spoken, only another holder makes another answer. */
export const othersOf = ({ ground, cell, baseline: own, statements }: Prepared, known: Known): readonly Other[] =>
  ground.baselines
    .slice(1)
    .filter((baseline) => statements.length > 0 || baselineHolder(ground, baseline, cell.place) !== own)
    .map((baseline) => ({
      baseline: baseline.id,
      prepared: prepare({ ...ground, baselines: [baseline] }, { cell, heard: known.heard }, known.evidence),
    }));

/** The first other baseline by which the verdict would be another. */
export const differing = (
  { holder, status }: Verdict,
  others: readonly { readonly baseline: string; readonly verdict: Verdict | undefined }[],
): Assessment['alternative'] => {
  const other = others.find(
    ({ verdict }) => verdict !== undefined && (verdict.holder !== holder || verdict.status !== status),
  );
  if (other?.verdict === undefined) return null;
  return { baseline: other.baseline, holder: other.verdict.holder, status: other.verdict.status };
};

/** Of one day alone. */
export const alternativeOn = (day: number, verdict: Verdict, others: readonly Other[]): Assessment['alternative'] =>
  differing(
    verdict,
    others.map(({ baseline, prepared }) => ({ baseline, verdict: stateOn(prepared, day).verdict })),
  );
