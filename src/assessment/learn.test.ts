// The steps of learning, each on a corpus small enough to be counted by hand (control-method 8).
import { describe, expect, it } from 'vitest';
import { runPasses } from './forward-backward.ts';
import { fit } from './learn.ts';
import { type Anchor, type HeardCell, type HeardMark, logLikelihoodsOf } from './learn-corpus.ts';
import { countCorpus } from './learn-counts.ts';
import { update } from './learn-update.ts';
import { MARK_NAMES, type MarkName, MODEL_PARAMETERS } from './model-parameters.ts';
import { startOf, stateSpaceOf } from './state-space.ts';

const said = (day: number, mark: MarkName, more: Partial<HeardMark> = {}): HeardMark => ({
  ...{ day, mark, of: null, mirrored: false, weight: 1, source: null },
  ...more,
});

interface Given {
  readonly marks?: readonly HeardMark[];
  readonly challengers?: readonly string[];
  readonly days?: number;
  readonly coverage?: number;
  readonly danger?: readonly number[];
}

const cellOf = ({ marks = [], challengers = ['east'], days = 10, coverage = 1, danger = [] }: Given): HeardCell => ({
  ...{ cell: 'a', incumbent: 'west', challengers, days, coverage: () => coverage, marks },
  start: startOf(stateSpaceOf(MODEL_PARAMETERS, 'west', challengers), MODEL_PARAMETERS, { holder: 'west', p: 0.96 }),
  seen: new Set(marks.map(({ day }) => day).filter((day) => !danger.includes(day))),
  danger: new Set(danger),
});

const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
const countsOf = (given: Given, anchors: readonly Anchor[] = []) =>
  countCorpus({ cells: [cellOf(given)], anchors }, MODEL_PARAMETERS);

describe('what is counted', () => {
  it('is every step once, every listened day by how far was listened, every report-day once', () => {
    const counts = countsOf({ marks: [said(2, 'witness'), said(2, 'own-capture'), said(5, 'witness')], coverage: 0.5 });
    expect(total(counts.transitions)).toBeCloseTo(9);
    expect(total(counts.listened)).toBeCloseTo(5);
    expect(total(counts.reported)).toBeCloseTo(2);
    expect(counts.reportDays).toBe(2);
    expect(total(counts.occasions.written)).toBeCloseTo(2);
    expect(total(counts.marks.get('witness')?.written ?? [])).toBeCloseTo(2);
  });

  it('is neither a report-day nor a silent one where only danger was told', () => {
    const counts = countsOf({ marks: [said(4, 'near')], danger: [4] });
    expect(counts.reportDays).toBe(0);
    expect(total(counts.listened)).toBeCloseTo(9);
    expect(total(counts.marks.get('near')?.written ?? [])).toBeCloseTo(1);
  });

  it('is a mark by its weight', () => {
    const counts = countsOf({ marks: [said(2, 'witness', { weight: 0.25 })] });
    expect(total(counts.marks.get('witness')?.written ?? [])).toBeCloseTo(0.25);
  });

  it('goes to the mirrored columns where the mark was said of the other side', () => {
    const written = countsOf({ marks: [said(2, 'local-concession')] }).marks.get('local-concession');
    const mirrored = countsOf({ marks: [said(2, 'local-concession', { mirrored: true })] }).marks.get(
      'local-concession',
    );
    expect(total(mirrored?.written ?? [])).toBe(0);
    // Each is surest of the state that the row is highest in: fresh as written, held in the mirror; both are its third column.
    expect(written?.written[2]).toBeGreaterThan(0.5);
    expect(mirrored?.mirrored[2]).toBeGreaterThan(0.5);
  });

  it('goes to the columns of a table of two sides also where there are three', () => {
    const challengers = ['east', 'north'];
    const counts = countsOf({ challengers, marks: [said(2, 'third-on-record', { of: 'north' })] });
    const row = counts.marks.get('third-on-record')?.written;
    expect(total(row ?? [])).toBeCloseTo(1);
    expect(row?.[2]).toBeGreaterThan(0.3);
    expect(total(counts.transitions)).toBeCloseTo(9);
    expect(counts.transitions[3 * 4 + 2]).toBe(0);
  });

  it('is kept by named source too', () => {
    const { sources } = countsOf({ marks: [said(2, 'witness', { source: 'a man' }), said(3, 'witness')] });
    expect(total(sources.get('a man')?.marks.get('witness')?.written ?? [])).toBeCloseTo(1);
    expect([...sources.keys()]).toEqual(['a man']);
  });
});

describe('a dated change known from outside', () => {
  const pOn = (anchors: readonly Anchor[], day: number): number => {
    const heard = cellOf({});
    const space = stateSpaceOf(MODEL_PARAMETERS, 'west', ['east']);
    const logLikelihoods = logLikelihoodsOf(space, MODEL_PARAMETERS, { heard, anchors });
    const { smoothed } = runPasses({ space, start: heard.start, logLikelihoods });
    return (smoothed[day * 4 + 2] ?? 0) + (smoothed[day * 4 + 3] ?? 0);
  };

  it('draws its day to the side that had the cell, by nineteen to one', () => {
    const before = pOn([], 6);
    const after = pOn([{ cell: 'a', day: 6, side: 'east', weight: 1 }], 6);
    expect(after / (1 - after)).toBeCloseTo((19 * before) / (1 - before));
  });

  it('draws it by less where the list is less sure', () => {
    const odds = (weight: number): number => {
      const p = pOn([{ cell: 'a', day: 6, side: 'east', weight }], 6);
      return p / (1 - p);
    };
    expect(odds(0.5) / odds(0)).toBeCloseTo(Math.sqrt(19));
  });

  it('draws it to the incumbent where he had it, and says nothing of other cells', () => {
    expect(pOn([{ cell: 'a', day: 6, side: 'west', weight: 1 }], 6)).toBeLessThan(pOn([], 6));
    const [own, other] = ['a', 'b'].map(
      (cell) => countsOf({}, [{ cell, day: 6, side: 'east', weight: 1 }]).logEvidence,
    );
    expect(other).toBe(countsOf({}).logEvidence);
    expect(own).not.toBe(other);
  });
});

describe('a step of learning', () => {
  it('leaves as they are the rows of classes that never spoke', () => {
    const { parameters, crossed } = update(
      countsOf({ marks: [said(2, 'witness')] }),
      MODEL_PARAMETERS,
      MODEL_PARAMETERS,
    );
    for (const mark of MARK_NAMES.filter((name) => name !== 'witness'))
      for (const [column, value] of parameters.marks[mark].entries())
        expect(value).toBeCloseTo(MODEL_PARAMETERS.marks[mark][column] ?? 0);
    expect(crossed).toEqual([]);
  });

  it('moves a table by what was counted beside two hundred, forty and twenty days of its own', () => {
    const counts = countsOf({ marks: [said(2, 'witness')] });
    const { parameters } = update(counts, MODEL_PARAMETERS, MODEL_PARAMETERS);
    const from = total(counts.transitions.subarray(0, 4));
    expect(parameters.transitions[0][1]).toBeCloseTo(((counts.transitions[1] ?? 0) + 200 * 0.01) / (from + 200));
    const [reported = 0, listened = 0] = [counts.reported[2], counts.listened[2]];
    expect(parameters.presence[2]).toBeCloseTo((reported + 40 * 0.6) / (listened + 40));
    const { written } = counts.marks.get('witness') ?? { written: new Float64Array(4) };
    const occasions = counts.occasions.written;
    const row = MODEL_PARAMETERS.marks.witness;
    const share = total(written) / total(row.map((value, column) => value * (occasions[column] ?? 0)));
    expect(parameters.marks.witness[2]).toBeCloseTo(
      ((written[2] ?? 0) + 20 * row[2]) / (share * (occasions[2] ?? 0) + 20),
    );
  });

  it('keeps what cannot happen impossible, and every row of steps whole', () => {
    const { parameters } = update(countsOf({}), MODEL_PARAMETERS, MODEL_PARAMETERS);
    expect(parameters.transitions[0][3]).toBe(0);
    for (const row of parameters.transitions) expect(total(row)).toBeCloseTo(1);
  });

  it('keeps presence below one where nearly nobody listened, its ratios as they were counted', () => {
    const marks = Array.from({ length: 90 }, (_, day) => said(day, 'witness'));
    const counts = countsOf({ marks, days: 100, coverage: 0 });
    const { presence } = update(counts, MODEL_PARAMETERS, MODEL_PARAMETERS).parameters;
    expect(Math.max(...presence)).toBeCloseTo(0.95);
    const raw = (column: number): number =>
      (counts.reported[column] ?? 0) / 40 + (MODEL_PARAMETERS.presence[column] ?? 0);
    expect(presence[2] / presence[3]).toBeCloseTo(raw(2) / raw(3));
  });
});

describe('a fit', () => {
  it('is refused below a thousand report-days, with a sentence', () => {
    const marks = Array.from({ length: 999 }, (_, day) => said(day, 'witness'));
    const outcome = fit({ cells: [cellOf({ marks, days: 999 })], anchors: [] }, MODEL_PARAMETERS);
    expect(outcome).toMatchObject({
      ok: false,
      refusal: {
        code: 'too-few-report-days',
        stage: 'assessment',
        reason: 'The corpus has 999 report-days, and a fit needs at least 1,000 report-days.',
      },
    });
  });
});
