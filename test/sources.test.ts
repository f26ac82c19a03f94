// The letters of a ledger's sources: over every cell, as known at a moment, and as people and programs are told of them.
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../src/model/time.ts';
import { sourceGradeRecord } from '../src/publishing/source-records.ts';
import { sourcesText } from '../src/publishing/source-tables.ts';
import { openTinyLedger, type TinyLedger } from './tiny-ledger.ts';

const ALL = { asOf: null, seq: null };

describe('the sources of a ledger', () => {
  let ledger: TinyLedger;
  beforeAll(async () => {
    ledger = await openTinyLedger();
  });
  afterAll(() => ledger.remove());

  it('stand by kind of voice, side and interest, each with its letter and what that rests on', async () => {
    const { sources } = await ledger.whoholds.sourceGrades(ALL);
    const keys = sources.map(({ class: voice, side, interest }) => `${voice} ${side} ${interest}`);
    expect(keys).toEqual([...new Set(keys)]);
    expect(keys).toContain('spokesman red self-serving');
    for (const { made, checkable, cameTrue, numbers, basis } of sources) {
      expect(made).toBeGreaterThanOrEqual(checkable);
      expect(checkable).toBeGreaterThanOrEqual(cameTrue);
      expect(numbers.reduce((sum, count) => sum + count, 0)).toBe(made);
      expect(basis).toBe(checkable >= 10 ? 'history' : 'start');
    }
  });

  it('are those that were known at the moment and recorded by the sequence number', async () => {
    const madeBy = async (asOf: Instant | null, seq: number | null): Promise<number> =>
      (await ledger.whoholds.sourceGrades({ asOf, seq })).sources.reduce((sum, { made }) => sum + made, 0);
    const all = await madeBy(null, null);
    const early = await madeBy('2021-03-17T23:59:59.999Z' as Instant, null);
    expect(early).toBeGreaterThan(0);
    expect(early).toBeLessThan(all);
    expect(await madeBy('2021-01-01T00:00:00.000Z' as Instant, null)).toBe(0);
    expect(await madeBy(null, await ledger.whoholds.seq())).toBe(all);
    expect(await madeBy(null, 0)).toBe(0);
  });

  it('give the sentences of a cell their letters', async () => {
    const at = { on: '2021-03-18' as never, ...ALL };
    const { assessment } = await ledger.whoholds.why({ place: 'northmark/ashford', scope: 'district' }, at);
    expect(assessment.steps.length).toBeGreaterThan(0);
    const { sources } = await ledger.whoholds.sourceGrades(ALL);
    const letters = new Set(sources.map(({ source, basis }) => `${source} ${basis}`));
    for (const { grade } of assessment.steps) expect(letters).toContain(`${grade.source} ${grade.basis}`);
    const grades = assessment.steps.filter(({ effect }) => effect.startsWith('for ')).map(({ grade }) => grade);
    expect(grades).toContainEqual(assessment.grade);
  });

  it('are told to people by name, and to programs by id, the diagonal last', async () => {
    const grades = await ledger.whoholds.sourceGrades(ALL);
    const text = stripVTControlCharacters(sourcesText(grades, ledger.whoholds.theatre)).split('\n');
    expect(text[0]).toMatch(/^voice +side +interest +claims +checkable +came true +letter$/);
    expect(text.some((line) => /^spokesman +Red League +self-serving .* D \(start\)$/.test(line))).toBe(true);
    expect(text.at(-1)).toMatch(/^Letter and number of a claim agree in \d+ of \d+ \(\d+ %\)/);
    expect(Object.keys(sourceGradeRecord(grades.sources[0] as never))).toEqual([
      'class',
      'side',
      'interest',
      'letter',
      'basis',
      'claims',
      'checkable',
      'cameTrue',
      'share',
      'numbers',
    ]);
  });
});
