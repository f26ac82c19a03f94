// What assessing costs: a theatre's season, one more claim, and how both grow with claims, cells and days.
// Beside it a plain majority vote over the same claims, which knows neither time nor who speaks.
import { assess, cutEvidence } from '../src/assessment/assess.ts';
import { NO_CAMPAIGNS } from '../src/assessment/campaigns.ts';
import { type Listening, listenTo } from '../src/assessment/coverage.ts';
import { findPeriods } from '../src/assessment/find-periods.ts';
import { NO_HISTORY } from '../src/assessment/letters.ts';
import { dayNumber } from '../src/assessment/statements.ts';
import type { Scope } from '../src/model/claim.ts';
import type { Evidence } from '../src/model/control.ts';
import { addDays, type Instant } from '../src/model/time.ts';
import { cellSeries } from '../src/whoholds/cell-series.ts';
import type { Figure } from './figures.ts';
import { cellsNamed, ground, type MadeCell, madeCells, START } from './made-evidence.ts';

const CELLS = 421;
const DAYS = 107;
const CLAIMS = 10;
/** 421 districts in 34 provinces. */
const CELLS_A_PROVINCE = 13;
const SCOPES: readonly Scope[] = ['district', 'city', 'base', 'crossing', 'road'];

/** Four sizes of each; the last of the claims is a million in all, the last of the cells ten thousand. */
const GROWTH = { claims: [24, 240, 800, 2376], cells: [421, 1000, 3000, 10_000], days: [107, 214, 428, 856] } as const;

/** Half listened to, every day. */
const heardFor = (days: number): Listening => ({
  rho: () => 0.5,
  last: dayNumber(addDays(START, days)),
  campaigns: NO_CAMPAIGNS,
});

const SPAN = { from: START, until: addDays(START, DAYS), asOf: null, seq: 9 };

const assessPeriods = ({ cell, evidence }: MadeCell, days: number): number =>
  findPeriods(
    ground,
    { cell, from: START, until: addDays(START, days), asOf: null, seq: 9, heard: heardFor(days) },
    evidence,
  ).length;

/** For each day the side that most claims so far give the place to. */
const voteMajority = (evidence: readonly Evidence[], days: number): readonly string[] => {
  const counts = new Map<string, number>();
  const sorted = evidence.toSorted((a, b) => ((a.claim.when.latest ?? '') < (b.claim.when.latest ?? '') ? -1 : 1));
  let at = 0;
  return Array.from({ length: days }, (_, day) => {
    const on = addDays(START, day);
    for (; at < sorted.length && (sorted[at]?.claim.when.latest ?? '') <= on; at += 1) {
      const side = sorted[at]?.claim.actor ?? '';
      counts.set(side, (counts.get(side) ?? 0) + 1);
    }
    return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as [string, number])[0];
  });
};

const timed = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const figure = (what: string, ours: string, rest: Partial<Figure> = {}): Figure => ({
  ...{ what, ours, beside: null, ratio: null },
  ...rest,
});

const ms = (value: number): string => `${value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ms`;

const season = (): readonly Figure[] => {
  const cells = [...madeCells(cellsNamed(CELLS), { claims: CLAIMS, days: DAYS })];
  const each = (all: readonly MadeCell[], work: (one: MadeCell) => unknown): number =>
    timed(() => {
      for (const one of all) work(one);
    });
  const periods = (one: MadeCell): number => assessPeriods(one, DAYS);
  each(cells, periods);
  const [whole, vote] = [each(cells, periods), each(cells, ({ evidence }) => voteMajority(evidence, DAYS))];
  const scoped = [...madeCells(cellsNamed(CELLS, SCOPES), { claims: CLAIMS / SCOPES.length, days: DAYS })];
  const scopes = each(scoped, periods);
  const moment = { on: addDays(START, DAYS - 1), asOf: null, seq: 9 };
  const asked = { moment, heard: heardFor(DAYS), letters: NO_HISTORY };
  const steps = each(cells, ({ cell, evidence }) => assess(ground, { cell, ...asked }, evidence));
  // One more report from a province makes the silence of its other cells count for more: all of them are made again.
  const province = cells.slice(0, CELLS_A_PROVINCE);
  const again = (): void => {
    const heard = listenTo(
      ground,
      province.flatMap(({ evidence }) => evidence),
    );
    for (const { cell, evidence } of province) findPeriods(ground, { cell, ...SPAN, heard }, evidence);
  };
  const rounds = 20;
  const one =
    timed(() => {
      for (let round = 0; round < rounds; round += 1) again();
    }) / rounds;
  const majority = { name: 'majority vote', figure: ms(vote) };
  return [
    figure(`assess ${CELLS} cells × ${DAYS} days, ${CLAIMS} claims a cell`, ms(whole), {
      ...{ beside: majority, ratio: vote / whole },
    }),
    figure(`the same claims over ${SCOPES.length} scopes of each place`, ms(scopes)),
    figure(`every step of ${CELLS} cells on the last day`, ms(steps)),
    figure(`after one more claim: the ${CELLS_A_PROVINCE} cells of its province over all days`, ms(one)),
  ];
};

/** Places of one province are heard together. */
const PROVINCE = 12;

/** A province by each evening: a Listening for every day, made once. */
const evenings = (cells: readonly MadeCell[]): ((asOf: Instant | null) => Listening) => {
  const all = cells.flatMap(({ evidence }) => evidence);
  const made = new Map<Instant | null, Listening>();
  return (asOf) => {
    const heard = made.get(asOf) ?? listenTo(ground, cutEvidence(all, { asOf, seq: 9 }));
    made.set(asOf, heard);
    return heard;
  };
};

/** Each day of each place as known on its evening, and as known at the end. */
const bothClocks = (): Figure => {
  const cells = [...madeCells(cellsNamed(CELLS), { claims: CLAIMS, days: DAYS })];
  const days = Array.from({ length: DAYS }, (_, at) => addDays(START, at));
  const spent = timed(() => {
    for (let at = 0; at < cells.length; at += PROVINCE) {
      const own = cells.slice(at, at + PROVINCE);
      const heardBy = evenings(own);
      for (const { cell, evidence } of own) cellSeries(ground, cell, { days, asOf: null, seq: 9, evidence, heardBy });
    }
  });
  return figure(
    `both clocks: ${CELLS} cells × ${DAYS} days, as known each evening and as known at the end`,
    `${ms(spent)}, ${ms(spent / CELLS)} a place`,
  );
};

interface Size {
  readonly cells: number;
  readonly claims: number;
  readonly days: number;
}

/** Milliseconds of a run that holds one cell at a time, and the heap that it had grown by at its end. */
const grown = ({ cells, claims, days }: Size): Figure => {
  const before = process.memoryUsage().heapUsed;
  let spent = 0;
  for (const one of madeCells(cellsNamed(cells), { claims, days })) spent += timed(() => assessPeriods(one, days));
  const megabytes = Math.round((process.memoryUsage().heapUsed - before) / 2 ** 20);
  const all = (cells * claims).toLocaleString('en');
  const each = `${((spent * 1000) / (cells * claims)).toFixed(0)} µs a claim, ${((spent * 1000) / (cells * days)).toFixed(1)} µs a cell day`;
  return figure(
    `${all} claims, ${cells.toLocaleString('en')} cells, ${days} days`,
    `${ms(spent)}: ${each}, heap ${megabytes} MB`,
  );
};

const growth = (): readonly Figure[] => [
  ...GROWTH.claims.map((claims) => grown({ cells: CELLS, claims, days: DAYS })),
  ...GROWTH.cells.map((cells) => grown({ cells, claims: CLAIMS, days: DAYS })),
  ...GROWTH.days.map((days) => grown({ cells: CELLS, claims: CLAIMS, days })),
];

export const benchAssessment = async (): Promise<readonly Figure[]> => [...season(), bothClocks(), ...growth()];

if (import.meta.main)
  for (const { what, ours, beside } of await benchAssessment())
    console.log(`${what}: ${ours}${beside === null ? '' : ` (${beside.name} ${beside.figure})`}`);
