// Assessed control against a truth, by section 11 of the control method: all its figures, under both clocks.
// Invariant: pure; the same series, truth and seed give the same figures to the last digit.
import type { Side } from '../model/actor.ts';
import { Fault } from '../model/outcome.ts';
import { seeded } from '../model/seeded.ts';
import { type CellSeries, CLOCKS, type Clock } from '../model/series.ts';
import type { Day } from '../model/time.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import type { Band, Drawing } from './bootstrap.ts';
import type { Forecast } from './calibration.ts';
import { type Camp, type Camps, campsOf } from './camps.ts';
import { type CellDay, cellName, type Range, type Track, trackOf, truthByDay } from './cell-days.ts';
import { type Disagreement, disagreementsOf } from './disagreements.ts';
import {
  aucBand,
  brierBand,
  brierDifference,
  type Difference,
  type ForecastFigures,
  figuresOfForecast,
  type ReliabilityPoint,
  reliabilityOf,
} from './forecast-scores.ts';
import { ruleForecasts, SIMPLE_RULES, type SimpleRule } from './simple-rules.ts';
import {
  confirmedInTime,
  confirmedPrecision,
  type DisputeRow,
  disputeTable,
  type Precision,
  type Share,
  shareTrue,
  type ThreatRow,
  threatTable,
} from './status-scores.ts';
import { meanOf } from './sums.ts';
import { ECE_LIMIT, type Recalibration, recalibrate } from './temperature.ts';
import type { TruthRow } from './truth.ts';
import { DATE_WINDOW, type DateFigures, dateFigures, type ReversalRow, reversalTable } from './turn-scores.ts';
import { type Match, matchTurns, type Turn, toldTurns, trueTurns } from './turns.ts';

export interface ControlTruth {
  readonly rows: readonly TruthRow[];
  readonly sides: readonly Side[];
  readonly range: Range;
  /** The province of a cell: cells of a province fall together. */
  readonly blockOf: (series: CellSeries) => string;
}

/** A way of forecasting beside the assessment, and by how much its Brier is worse. */
export interface RivalFigures extends ForecastFigures {
  readonly name: SimpleRule | 'base rate';
  readonly worseBy: Difference;
}

export interface ClockScores {
  readonly assessed: ForecastFigures & { readonly brierBand: Band | null; readonly aucBand: Band | null };
  readonly rivals: readonly RivalFigures[];
  readonly reliability: readonly ReliabilityPoint[];
  readonly falls: DateFigures;
  readonly returns: DateFigures;
  readonly confirmed: Precision;
  readonly confirmedInTime: Share;
  readonly disputes: readonly DisputeRow[];
  readonly threats: readonly ThreatRow[];
  readonly reversals: readonly ReversalRow[];
  readonly agreement: Agreement;
  /** Null where the ECE does not ask for it. */
  readonly recalibration: readonly Recalibration[] | null;
  readonly disagreements: readonly Disagreement[];
}

export interface ControlScores extends Readonly<Record<Clock, ClockScores>> {
  readonly challenger: Camp;
  readonly from: Day;
  readonly until: Day;
  readonly cells: number;
  readonly changedCells: number;
  readonly blocks: number;
  readonly cellDays: number;
  readonly turns: number;
  /** How often the challenger holds the seat by the truth. */
  readonly baseRate: number;
}

const DRAWS = 1000;
const SEED = 2021;

const changedOnly = (tracks: readonly Track[]): ReadonlySet<string> =>
  new Set(tracks.filter(({ days }) => new Set(days.map(({ y }) => y)).size > 1).map(({ cell }) => cell));

type ByRule = Readonly<Record<SimpleRule, readonly Forecast[]>>;

/** What each rule says on the very rows that the assessment is scored on. */
const rulesOn = (
  tracks: readonly Track[],
  all: readonly CellSeries[],
  ground: Parameters<typeof ruleForecasts>[1],
): ByRule => {
  const series = new Map(all.map((one) => [cellName(one.cell), one]));
  const rows = tracks.flatMap((track) => {
    const told = series.get(track.cell);
    const by = told === undefined ? new Map() : ruleForecasts(told, ground);
    return track.days.map((one) => ({ one, said: by.get(one.day) }));
  });
  const names = Object.keys(SIMPLE_RULES) as SimpleRule[];
  return Object.fromEntries(
    names.map((name) => [name, rows.map(({ one, said }) => ({ ...one, p: said?.[name] ?? 0 }))]),
  ) as unknown as ByRule;
};

interface Scored {
  readonly clock: Clock;
  readonly tracks: readonly Track[];
  readonly series: readonly CellSeries[];
  readonly camps: Camps;
  readonly parties: ReadonlySet<Camp>;
}

const rivalsOf = (scored: Scored, rows: readonly CellDay[], drawing: Drawing): readonly RivalFigures[] => {
  const changed = changedOnly(scored.tracks);
  const base = meanOf(rows, ({ y }) => y) ?? 0;
  const rules = rulesOn(scored.tracks, scored.series, scored);
  const named = [...Object.entries(rules), ['base rate', rows.map((one) => ({ ...one, p: base }))] as const];
  return named.map(([name, forecasts]) => {
    const onChanged = forecasts.filter((_, at) => changed.has(rows[at]?.cell ?? ''));
    return {
      name: name as RivalFigures['name'],
      ...figuresOfForecast(forecasts, onChanged),
      worseBy: brierDifference(rows, forecasts, drawing),
    };
  });
};

/** The turns that are told: from the model's own dates where it has them and all is known, else from the holders. */
const toldOf = ({ clock, series, camps }: Scored, track: Track): readonly Turn[] => {
  const changes = series.find(({ cell }) => cellName(cell) === track.cell)?.changes ?? null;
  if (clock === 'nowcast' || changes === null) return toldTurns(track);
  return changes.map(({ to, day, low, high }) => ({
    cell: track.cell,
    from: 'none',
    to: camps.of(to),
    day,
    low,
    high,
  }));
};

type TurnScores = Pick<ClockScores, 'falls' | 'returns' | 'reversals' | 'confirmedInTime'>;

const turnScores = (scored: Scored): TurnScores => {
  const { tracks, camps, parties } = scored;
  const matched = (told: (track: Track) => readonly Turn[]): readonly Match[] =>
    tracks.flatMap((track) => matchTurns(trueTurns(track), told(track), DATE_WINDOW));
  const dated = matched((track) => toldOf(scored, track));
  const isFall = ({ to }: Turn): boolean => to === camps.challenger;
  const inTime = tracks.flatMap((track) => confirmedInTime(track, trueTurns(track).filter(isFall)));
  return {
    falls: dateFigures(dated.filter(({ turn }) => isFall(turn))),
    returns: dateFigures(dated.filter(({ turn }) => !isFall(turn))),
    // Whether a retaking is on the map is a matter of the holder that is told, not of the date that p gives.
    reversals: reversalTable(matched(toldTurns), [...parties]),
    confirmedInTime: shareTrue(inTime),
  };
};

const scoreClock = (scored: Scored): ClockScores => {
  const { tracks, camps } = scored;
  const drawing: Drawing = { random: seeded(SEED), draws: DRAWS };
  const rows = tracks.flatMap(({ days }) => days);
  const changed = changedOnly(tracks);
  const figures = figuresOfForecast(
    rows,
    rows.filter(({ cell }) => changed.has(cell)),
  );
  return {
    assessed: { ...figures, brierBand: brierBand(rows, drawing), aucBand: aucBand(rows, drawing) },
    rivals: rivalsOf(scored, rows, drawing),
    reliability: reliabilityOf(rows, drawing),
    ...turnScores(scored),
    confirmed: confirmedPrecision(rows, drawing),
    disputes: disputeTable(tracks),
    threats: threatTable(tracks),
    agreement: agreementOf(tracks, camps.challenger),
    recalibration: (figures.ece ?? 0) > ECE_LIMIT ? recalibrate(rows) : null,
    disagreements: disagreementsOf(tracks),
  };
};

const tracksOf = (
  all: readonly CellSeries[],
  clock: Clock,
  { camps, truth }: { camps: Camps; truth: ControlTruth },
) => {
  const rows = Map.groupBy(truth.rows, ({ cell }) => cellName(cell));
  return all.flatMap((series): Track[] => {
    const byDay = truthByDay(rows.get(cellName(series.cell)) ?? [], truth.range);
    const track = trackOf(series, clock, { camps, block: truth.blockOf(series), truth: byDay });
    if (track !== null) return [track];
    throw new Fault(
      'world',
      'These assessments carry no probability, so there is nothing to score. Assess with a version that has the model.',
    );
  });
};

/** Every figure of section 11. @throws Fault where there is no challenger, no probability, or no day to score. */
export const scoreControl = (series: readonly CellSeries[], truth: ControlTruth): ControlScores => {
  const camps = campsOf(truth.sides);
  const parties = new Set(truth.sides.filter(({ belligerent }) => belligerent).map(({ id }) => camps.of(id)));
  const byClock = CLOCKS.map((clock) => {
    const tracks = tracksOf(series, clock, { camps, truth });
    return { clock, tracks, series, camps, parties };
  });
  const [first] = byClock;
  const rows = first?.tracks.flatMap(({ days }) => days) ?? [];
  const baseRate = meanOf(rows, ({ y }) => y);
  if (first === undefined || baseRate === null)
    throw new Fault('usage', `No row of the truth weighs anything from ${truth.range.from} to ${truth.range.until}.`);
  const scored = Object.fromEntries(byClock.map((one) => [one.clock, scoreClock(one)]));
  return {
    ...{ challenger: camps.challenger, ...truth.range, baseRate, cellDays: rows.length },
    cells: first.tracks.length,
    changedCells: changedOnly(first.tracks).size,
    blocks: new Set(rows.map(({ block }) => block)).size,
    turns: first.tracks.flatMap(trueTurns).length,
    ...(scored as Record<Clock, ClockScores>),
  };
};
