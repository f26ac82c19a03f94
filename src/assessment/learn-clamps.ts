// What a learned row may not lose (control-method 7.4 and 8): its sign, its order, and the worth of an admission.
// Invariant: a row that comes out speaks the way its class does, so that a side's claim never lowers that side's own p.
import { MARK_NAMES, type MarkName, MODEL_PARAMETERS, type Row } from './model-parameters.ts';

/** A row before it is divided: how much was counted, and on how many days. */
export interface Estimate {
  readonly counted: readonly number[];
  readonly days: readonly number[];
}

/** What a class tells apart: the columns in which it speaks less from those in which it speaks more. */
interface Lean {
  readonly less: readonly number[];
  readonly more: readonly number[];
  /** The two columns of its likelihood ratio, as in the method's table: more, then less. */
  readonly ratio: readonly [more: number, less: number];
}

const [HELD, CONTESTED, FRESH, SETTLED] = [0, 1, 2, 3] as const;
const INSIDE: ReadonlySet<MarkName> = new Set<MarkName>(['outlet-inside', 'clash-inside']);
const ADMISSIONS: ReadonlySet<MarkName> = new Set<MarkName>([
  'local-concession',
  'local-concession-hold',
  'central-concession',
  'challenger-concession',
]);

const FOR_CHALLENGER: Lean = { less: [HELD, CONTESTED], more: [FRESH, SETTLED], ratio: [FRESH, HELD] };
const FOR_INCUMBENT: Lean = { less: [FRESH, SETTLED], more: [HELD, CONTESTED], ratio: [HELD, FRESH] };
/** That somebody is inside tells of fighting, not of a holder: it is contested against held that must not turn round. */
const OF_FIGHTING: Lean = { less: [HELD], more: [CONTESTED], ratio: [CONTESTED, HELD] };

/** The sign belongs to what a class means: it is taken from the author's table, whatever a fit began with. */
const leanOf = (mark: MarkName): Lean => {
  if (INSIDE.has(mark)) return OF_FIGHTING;
  const row = MODEL_PARAMETERS.marks[mark];
  return row[FRESH] > row[HELD] ? FOR_CHALLENGER : FOR_INCUMBENT;
};
const LEANS = Object.fromEntries(MARK_NAMES.map((mark) => [mark, leanOf(mark)])) as Record<MarkName, Lean>;

const rateOf = ({ counted, days }: Estimate, among: readonly number[]): number => {
  const sum = (values: readonly number[]): number => among.reduce((total, at) => total + (values[at] ?? 0), 0);
  return sum(counted) / sum(days);
};

/** The likelihood ratio that the counts alone speak for, in the direction that the class is meant for; below one it has crossed. */
export const rawRatio = (mark: MarkName, estimate: Estimate): number => {
  const [more, less] = LEANS[mark].ratio;
  return rateOf(estimate, [more]) / rateOf(estimate, [less]);
};

const farthest = (among: readonly number[], rate: (column: number) => number, sign: 1 | -1): number =>
  among.reduce((best, column) => (sign * rate(column) > sign * rate(best) ? column : best));

/** The likeliest row of those in order: columns that stand the wrong way round are pooled until none does. */
const inOrder = (estimate: Estimate, { less, more }: Lean): readonly number[] => {
  const pool = new Set<number>();
  const rate = (column: number): number => rateOf(estimate, pool.has(column) ? [...pool] : [column]);
  const outermost = (): [number, number] => [farthest(less, rate, 1), farthest(more, rate, -1)];
  for (let [high, low] = outermost(); rate(high) > rate(low); [high, low] = outermost()) pool.add(high).add(low);
  return [HELD, CONTESTED, FRESH, SETTLED].map(rate);
};

/** No probability reaches one; only the ratios within a row matter, so it is scaled as a whole. */
const HIGHEST = 0.99;

const withinOne = (values: readonly number[]): Row => {
  const scale = Math.min(1, HIGHEST / Math.max(...values));
  const [held = 0, contested = 0, fresh = 0, settled = 0] = values.map((value) => value * scale);
  return [held, contested, fresh, settled];
};

/** The row of a class: in order, with its sign, and where it is an admission, worth at least `admissionRatio`. */
export const clampRow = (mark: MarkName, estimate: Estimate, admissionRatio: number): Row => {
  const lean = LEANS[mark];
  const values = [...inOrder(estimate, lean)];
  if (ADMISSIONS.has(mark)) {
    const [more, less] = lean.ratio;
    values[less] = Math.min(values[less] ?? 0, (values[more] ?? 0) / admissionRatio);
  }
  return withinOne(values);
};
