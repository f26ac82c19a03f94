// The E-step (control-method 8): what is to be counted, by the four columns of the tables, each day in its share of each state.
// Invariant: counts of cells with several challengers go to the columns that their states were made from.
import { type Passes, pairsOn, runPasses } from './forward-backward.ts';
import { type Anchor, type Corpus, type HeardCell, logLikelihoodsOf } from './learn-corpus.ts';
import { MARK_NAMES, type MarkName, type ModelParameters } from './model-parameters.ts';
import { mirror, type StateSpace, spread, stateSpaceOf } from './state-space.ts';

/** By column: held, contested, fresh, settled. */
export type Columns = Float64Array;

/** A table is written for one direction and read in a mirror for the other. */
export interface Directions {
  readonly written: Columns;
  readonly mirrored: Columns;
}

export interface Counts {
  reportDays: number;
  logEvidence: number;
  /** Row-major, from column to column. */
  readonly transitions: Float64Array;
  readonly reported: Columns;
  /** Days by how far was listened on them. */
  readonly listened: Columns;
  /** Report-days: on each, every class could have spoken. */
  readonly occasions: Directions;
  readonly marks: ReadonlyMap<MarkName, Directions>;
  /** By who speaks, where a name is known. */
  readonly sources: Map<string, SourceCounts>;
}

export interface SourceCounts {
  /** Report-days of the cells that the source ever spoke of. */
  readonly occasions: Directions;
  readonly marks: Map<MarkName, Directions>;
}

export const COLUMNS = 4;
const SETTLED = 3;
const columns = (): Columns => new Float64Array(COLUMNS);
const directions = (): Directions => ({ written: columns(), mirrored: columns() });

const emptyCounts = (): Counts => ({
  reportDays: 0,
  logEvidence: 0,
  transitions: new Float64Array(COLUMNS * COLUMNS),
  reported: columns(),
  listened: columns(),
  occasions: directions(),
  marks: new Map(MARK_NAMES.map((name) => [name, directions()])),
  sources: new Map(),
});

/** The column of a table that each state takes its number from: the table of its own column numbers, spread as any row is. */
const columnsOf = (space: StateSpace, of: string | null, mirrored: boolean): Float64Array => {
  const numbers = [0, 1, 2, SETTLED] as const;
  return spread(space, mirrored ? mirror(numbers) : numbers, of);
};

interface Share {
  readonly smoothed: Float64Array;
  readonly day: number;
  readonly weight: number;
}

/** Adds a day's share of each state to the column that the state takes its number from. */
const addShare = (to: Columns, from: Float64Array, { smoothed, day, weight }: Share): void => {
  for (let state = 0; state < from.length; state += 1) {
    const column = from[state] ?? 0;
    to[column] = (to[column] ?? 0) + weight * (smoothed[day * from.length + state] ?? 0);
  }
};

/** Where a step between two states is counted: one challenger after another is, to a table of two sides, no change. */
const stepColumns = (space: StateSpace): Uint8Array => {
  const { size } = space;
  const column = columnsOf(space, null, false);
  const challenger = (state: number): number => (state < 2 ? -1 : (state - 2) >> 1);
  return Uint8Array.from({ length: size * size }, (_, pair) => {
    const [from, to] = [Math.floor(pair / size), pair % size];
    const between = from >= 2 && to >= 2 && challenger(from) !== challenger(to);
    return (column[from] ?? 0) * COLUMNS + ((between ? column[from] : column[to]) ?? 0);
  });
};

const addSteps = (counts: Counts, passes: Passes): void => {
  const at = stepColumns(passes.space);
  for (let day = 1; day < passes.days; day += 1) {
    const pairs = pairsOn(passes, day);
    for (let pair = 0; pair < pairs.length; pair += 1) {
      const column = at[pair] ?? 0;
      counts.transitions[column] = (counts.transitions[column] ?? 0) + (pairs[pair] ?? 0);
    }
  }
};

const addPresence = (counts: Counts, heard: HeardCell, { space, smoothed, days }: Passes): void => {
  const all = columnsOf(space, null, false);
  for (let day = 0; day < days; day += 1) {
    if (heard.danger.has(day) && !heard.seen.has(day)) continue;
    addShare(counts.listened, all, { smoothed, day, weight: heard.coverage(day) });
    if (!heard.seen.has(day)) continue;
    addShare(counts.reported, all, { smoothed, day, weight: 1 });
    counts.reportDays += 1;
  }
};

const sourceOf = ({ sources }: Counts, name: string): SourceCounts => {
  const source = sources.get(name) ?? { occasions: directions(), marks: new Map<MarkName, Directions>() };
  sources.set(name, source);
  return source;
};

/** On every day that something is told of, each class could have spoken, of whom it is spoken of in this cell, and either way. */
const occasionsIn = (heard: HeardCell, { space, smoothed, days }: Passes): Directions => {
  const here = directions();
  for (const of of new Set(heard.marks.map((mark) => mark.of))) {
    const [written, mirrored] = [columnsOf(space, of, false), columnsOf(space, of, true)];
    for (const day of new Set([...heard.seen, ...heard.danger, ...heard.marks.map((mark) => mark.day)])) {
      if (day < 0 || day >= days) continue;
      addShare(here.written, written, { smoothed, day, weight: 1 });
      addShare(here.mirrored, mirrored, { smoothed, day, weight: 1 });
    }
  }
  return here;
};

const addTo = (to: Directions, more: Directions): void => {
  for (let column = 0; column < COLUMNS; column += 1) {
    to.written[column] = (to.written[column] ?? 0) + (more.written[column] ?? 0);
    to.mirrored[column] = (to.mirrored[column] ?? 0) + (more.mirrored[column] ?? 0);
  }
};

const addOccasions = (counts: Counts, heard: HeardCell, passes: Passes): void => {
  const here = occasionsIn(heard, passes);
  addTo(counts.occasions, here);
  const sources = new Set(heard.marks.flatMap(({ source }) => source ?? []));
  for (const name of sources) addTo(sourceOf(counts, name).occasions, here);
};

const ownCounts = ({ marks }: SourceCounts, mark: MarkName): Directions => {
  const own = marks.get(mark) ?? directions();
  marks.set(mark, own);
  return own;
};

const addMarks = (counts: Counts, heard: HeardCell, { space, smoothed, days }: Passes): void => {
  for (const { day, mark, of, mirrored, weight, source } of heard.marks) {
    if (day < 0 || day >= days) continue;
    const from = columnsOf(space, of, mirrored);
    const own = source === null ? undefined : ownCounts(sourceOf(counts, source), mark);
    for (const each of [counts.marks.get(mark), own])
      if (each !== undefined) addShare(mirrored ? each.mirrored : each.written, from, { smoothed, day, weight });
  }
};

/** One pass over all cells with these numbers. */
export const countCorpus = ({ cells, anchors }: Corpus, parameters: ModelParameters): Counts => {
  const counts = emptyCounts();
  const anchorsOf = Map.groupBy(anchors, ({ cell }: Anchor) => cell);
  for (const heard of cells) {
    const space = stateSpaceOf(parameters, heard.incumbent, heard.challengers);
    const logLikelihoods = logLikelihoodsOf(space, parameters, { heard, anchors: anchorsOf.get(heard.cell) ?? [] });
    const passes = runPasses({ space, start: heard.start, logLikelihoods });
    counts.logEvidence += passes.logEvidence;
    addSteps(counts, passes);
    addPresence(counts, heard, passes);
    addOccasions(counts, heard, passes);
    addMarks(counts, heard, passes);
  }
  return counts;
};
