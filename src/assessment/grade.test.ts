// Grades: whose interest a word serves, what a source's claims came to, and how likely the rest makes what is said.
import { describe, expect, it } from 'vitest';
import { parseEvidence } from '../../test/assessment-world.ts';
import type { Assessment, Cell, Evidence, Moment } from '../model/control.ts';
import type { Interest } from '../model/source.ts';
import { addDays, type Day, type Instant } from '../model/time.ts';
import { loadTheatre } from '../theatre/load.ts';
import { assess, cutEvidence } from './assess.ts';
import { NOTHING_HEARD } from './coverage.ts';
import { groundOf } from './ground.ts';
import { interestOf } from './interest.ts';
import { diagonalOf, type Letters, letterOf, lettersFrom, NO_HISTORY, sourceGrades } from './letters.ts';
import { dayNumber } from './statements.ts';
import { addRecords, recordOf, type TrackRecord } from './track-record.ts';
import { prepare } from './view.ts';

const ground = groundOf(loadTheatre('tiny'));
const { grading } = ground.parameters;
const CELL: Cell = { place: 'southlea/garth', scope: 'district' };
const START = '2021-03-05' as Day;

const HALE = 'Hale[spokesman,onrecord,red]';
const CRANE = 'Crane[ministry,onrecord,blue]';
const REEVE = 'the reeve[local-official,onrecord,blue]';
const LEAGUE = 'the League[third-party,onrecord,international]';
const CARTER = 'a carter[resident,offrecord,local]';

/** Lines of "DAY VOICE KIND ACTOR [rest]", all of Garth; the day counts from the start and is the day of publication too. */
const garth = (...lines: readonly string[]): readonly Evidence[] =>
  lines.map((line, at) => {
    const [, day = '0', voice = '', said = '', actor = '', rest = ''] =
      /^(\d+) (.+\]) ((?:not )?\w+) (\S+)(.*)$/.exec(line) ?? [];
    const on = addDays(START, Number(day));
    return parseEvidence(`c${at} ${on} ${on} ${voice} ${said} southlea/garth(district) ${actor}${rest}`, at);
  });
const prepared = (evidence: readonly Evidence[]) => prepare(ground, { cell: CELL, heard: NOTHING_HEARD }, evidence);
const record = (...lines: readonly string[]): TrackRecord => recordOf(prepared(garth(...lines)));
const assessed = (day: number, evidence: readonly Evidence[], letters: Letters = NO_HISTORY): Assessment => {
  const moment: Moment = { on: addDays(START, day), asOf: null, seq: 9 };
  return assess(ground, { cell: CELL, moment, heard: NOTHING_HEARD, letters }, evidence);
};
const interest = (line: string): Interest => {
  const { contest, statements } = prepared(garth(line, `20 ${HALE} attack red`));
  const one = statements.find(({ claim, implied }) => claim.id === 'c0' && !implied);
  if (one === undefined) throw new Error(`no statement: ${line}`);
  return interestOf(contest, one);
};

describe('interest', () => {
  it.each([
    [`1 ${HALE} capture red`, 'self-serving'],
    [`1 ${HALE} hold blue`, 'against'],
    [`1 ${HALE} not capture red`, 'against'],
    [`1 ${HALE} not hold blue`, 'self-serving'],
    [`1 ${CRANE} hold blue`, 'self-serving'],
    [`1 ${CRANE} not loss blue`, 'self-serving'],
    [`1 ${CRANE} repulse red`, 'self-serving'],
    [`1 ${CRANE} entry red`, 'against'],
    [`1 ${CRANE} not entry red`, 'self-serving'],
    [`1 ${CRANE} withdrawal blue`, 'against'],
    [`1 ${CRANE} recapture blue planned`, 'against'],
    [`1 ${CRANE} threat red`, 'against'],
    [`1 ${REEVE} threat red`, 'neutral'],
    [`1 ${REEVE} siege red`, 'neutral'],
    [`1 ${REEVE} capture red`, 'against'],
    [`1 ${LEAGUE} capture red`, 'neutral'],
    [`1 ${CARTER} hold blue`, 'neutral'],
    [`1 a guard[witness,offrecord,blue] hold blue`, 'neutral'],
  ] as const)('of “%s” is %s', (line, expected) => {
    expect(interest(line)).toBe(expected);
  });

  it('mirrors when the sides change places', () => {
    const swap = (line: string): string => line.replace(/red|blue/g, (side) => (side === 'red' ? 'blue' : 'red'));
    for (const line of [
      `1 ${HALE} capture red`,
      `1 ${HALE} hold blue`,
      `1 ${REEVE} threat red`,
      `1 ${CRANE} entry red`,
    ])
      expect(interest(swap(line)), line).toBe(interest(line));
  });
});

describe('what a source’s claims came to', () => {
  const truths = Array.from({ length: 12 }, (_, at) => [
    `${2 * at} ${HALE} hold red`,
    `${2 * at} ${LEAGUE} hold red`,
  ]).flat();

  it('is told by the words of others, each assertion once', () => {
    const found = record(...truths, `0 ${HALE} hold red family=report-c0`);
    expect(found['spokesman|red|self-serving']).toMatchObject({ made: 12, checkable: 12, cameTrue: 12 });
    expect(found['third-party|international|neutral']).toMatchObject({ made: 12 });
  });

  it('is not told by the source itself, nor by its own side’s other boasts', () => {
    const alone = record(
      `1 ${HALE} capture red`,
      `2 ${HALE} hold red`,
      `3 Moss[commander,onrecord,red] hold red`,
      `6 Moss[commander,onrecord,red] hold red`,
    );
    expect(alone['spokesman|red|self-serving']).toMatchObject({ made: 2, checkable: 0 });
    expect(alone['commander|red|self-serving']).toMatchObject({ made: 2, checkable: 0 });
  });

  it('is not told by the start alone, though that is nearly sure', () => {
    const early = record(`0 ${CRANE} hold blue`, `1 ${HALE} capture red`);
    expect(prepared([]).belief?.share('blue', dayNumber(START))).toBeGreaterThan(0.9);
    expect(early['ministry|blue|self-serving']).toMatchObject({ made: 1, checkable: 0 });
  });

  it('calls a retaking neither true nor false by the loss before it', () => {
    const lost = [`3 ${REEVE} capture red`, `3 ${LEAGUE} capture red`];
    expect(record(...lost, `6 ${CRANE} recapture blue`)['ministry|blue|self-serving']).toMatchObject({ checkable: 0 });
    const later = record(...lost, `6 ${CRANE} recapture blue`, `6 ${LEAGUE} hold red`, `7 ${REEVE} hold red`);
    expect(later['ministry|blue|self-serving']).toMatchObject({ made: 1, checkable: 1, cameTrue: 0 });
  });

  it('counts danger, plans and rumours as made and never as checked', () => {
    const found = record(
      `1 ${REEVE} threat red`,
      `1 ${CARTER} capture red reported`,
      `2 ${LEAGUE} hold blue`,
      `2 ${CRANE} capture blue possible`,
    );
    expect(found['local-official|blue|neutral']).toMatchObject({ made: 1, checkable: 0 });
    expect(found['rumour|local|neutral']).toMatchObject({ made: 1, checkable: 0 });
  });

  it('knows nothing that was not known at the moment asked about', () => {
    const late = `2021-03-06 2021-03-07 ${LEAGUE} capture southlea/garth(district) red`;
    const evidence = [...garth(`1 ${HALE} capture red`), parseEvidence(`late ${late}`, 9)];
    const knownOn = (day: number): TrackRecord => {
      const asOf = `${addDays(START, day)}T23:59:59.999Z` as Instant;
      return recordOf(prepared(cutEvidence(evidence, { asOf, seq: 9 })));
    };
    expect(knownOn(1)['spokesman|red|self-serving']).toMatchObject({ made: 1, checkable: 0 });
    expect(knownOn(2)['spokesman|red|self-serving']).toMatchObject({ made: 1, checkable: 1 });
  });
});

describe('a letter', () => {
  const boasts = { class: 'spokesman', side: 'red', interest: 'self-serving' } as const;
  const history = (checkable: number, cameTrue: number): Letters => ({
    record: { 'spokesman|red|self-serving': { made: 40, checkable, cameTrue, numbers: [1, 0, 3, 2, 0, 4] } },
  });

  it('is the starting one of its kind while fewer than ten could be checked, and says so', () => {
    expect(letterOf(grading, NO_HISTORY, boasts)).toEqual({ source: 'D', basis: 'start' });
    expect(letterOf(grading, history(9, 9), boasts)).toEqual({ source: 'D', basis: 'start' });
    expect(letterOf(grading, history(10, 10), boasts)).toEqual({ source: 'B', basis: 'history' });
  });

  it.each([
    [36, 36, 'A'],
    [30, 30, 'B'],
    [30, 25, 'C'],
    [30, 16, 'D'],
    [30, 14, 'E'],
  ])('of %s checked and %s true is %s', (checkable, cameTrue, letter) => {
    expect(letterOf(grading, history(checkable, cameTrue), boasts).source).toBe(letter);
  });

  it('stands apart for boasts and admissions of one speaker', () => {
    expect(letterOf(grading, history(30, 14), { ...boasts, interest: 'against' })).toEqual({
      source: 'C',
      basis: 'start',
    });
  });

  it('is not on the diagonal with the number by its making: the share is counted', () => {
    expect(diagonalOf(grading, history(30, 16))).toEqual({ graded: 6, on: 2, share: 2 / 6, tooMany: false });
    expect(diagonalOf(grading, history(30, 25))).toMatchObject({ on: 3, share: 0.5 });
    expect(diagonalOf(grading, NO_HISTORY)).toEqual({ graded: 0, on: 0, share: null, tooMany: false });
  });

  it('adds up over cells in any order', () => {
    const [a, b] = [
      record(`1 ${HALE} capture red`, `1 ${LEAGUE} hold red`),
      record(`2 ${CRANE} hold blue`, `1 ${HALE} hold red`),
    ];
    expect(addRecords([a, b])).toEqual(addRecords([b, a]));
    const sources = sourceGrades(grading, lettersFrom([a, b]));
    expect(sources.find(({ class: voice }) => voice === 'spokesman')).toMatchObject({
      side: 'red',
      made: 2,
      source: 'D',
      basis: 'start',
    });
  });
});

describe('a grade', () => {
  const lone = garth(`3 ${HALE} capture red`);
  const agreed = garth(`3 ${HALE} capture red`, `3 ${LEAGUE} capture red`, `3 ${REEVE} capture red`);

  it('has the number 6 where nobody else speaks, and 1 where the rest makes it almost certain', () => {
    expect(assessed(3, lone).grade).toEqual({ source: 'D', info: 6, basis: 'start' });
    const [spokesman] = assessed(3, agreed).steps;
    expect(spokesman?.grade).toEqual({ source: 'D', info: 1, basis: 'start' });
  });

  it('keeps letter and number apart: a good source may say what the rest makes unlikely', () => {
    const against = garth(`3 ${LEAGUE} hold blue`, `4 ${LEAGUE} hold blue`, `4 ${REEVE} capture red`);
    const conceded = assessed(4, against).steps.find(({ evidence }) => evidence.claim.id === 'c2');
    expect(conceded?.grade).toMatchObject({ source: 'B', info: 5 });
  });

  it('does not see itself: a copy or a repeat of a claim raises no number', () => {
    const copied = garth(`3 ${HALE} capture red`, `3 ${HALE} capture red family=report-c0`, `3 ${HALE} capture red`);
    expect(assessed(3, copied).grade?.info).toBe(6);
  });

  it('of a cell is that of its best support, by letter and then by number; null where nothing supports', () => {
    expect(assessed(3, agreed).grade).toMatchObject({ source: 'B', info: 1 });
    expect(assessed(3, garth(`1 ${CRANE} attack red`)).grade).toBeNull();
  });

  it('takes the letter that history gives', () => {
    const letters: Letters = {
      record: { 'spokesman|red|self-serving': { made: 50, checkable: 40, cameTrue: 40, numbers: [0, 0, 0, 0, 0, 50] } },
    };
    expect(assessed(3, lone, letters).grade).toEqual({ source: 'A', info: 6, basis: 'history' });
  });

  it('gives every sentence one, a rumour the last letter', () => {
    const all = assessed(4, garth(`3 ${HALE} capture red`, `3 ${CARTER} capture red reported`, `4 ${REEVE} siege red`));
    expect(all.steps.length).toBeGreaterThanOrEqual(3);
    for (const { grade } of all.steps) expect(`${grade.source}${grade.info}`).toMatch(/^[A-F][1-6]$/);
    expect(all.steps.find(({ evidence }) => evidence.claim.modality === 'reported')?.grade.source).toBe('F');
    expect(all.steps.find(({ evidence }) => evidence.claim.kind === 'siege')?.grade).toMatchObject({
      source: 'C',
      info: 6,
    });
  });
});
