import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../src/drawing/language.ts';
import { SCOPES } from '../src/model/claim.ts';
import { STATUSES } from '../src/model/control.ts';
import { addDays, type Day, type Instant } from '../src/model/time.ts';
import { formatAddress, isMove, parseAddress, START, type State } from './state.ts';

const day = fc.integer({ min: -30000, max: 30000 }).map((days) => addDays('2021-06-23' as Day, days));
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 }).map((ms) => new Date(ms).toISOString() as Instant);
const place = fc.oneof(
  fc.constant('northmark/ashford'),
  fc.string({ minLength: 1 }).filter((text) => text.isWellFormed()),
);

const degrees = (most: number) => fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((n) => n / 10_000);
const box = fc
  .tuple(degrees(180), degrees(90), degrees(180), degrees(90))
  .filter(([west, south, east, north]) => west < east && south < north);

const state: fc.Arbitrary<State> = fc
  .record({
    on: fc.option(day),
    asOf: fc.option(fc.oneof(day, instant)),
    seq: fc.option(fc.nat()),
    place: fc.option(place),
    scope: fc.option(fc.constantFrom(...SCOPES)),
    view: fc.constantFrom('map' as const, 'table' as const),
    with: fc.option(day),
    withAsOf: fc.option(fc.oneof(day, instant)),
    box: fc.option(box),
    lang: fc.constantFrom(...LANGUAGES),
    side: fc.option(fc.stringMatching(/^[a-z]{1,8}$/)),
    status: fc.option(fc.constantFrom(...STATUSES)),
  })
  .map((made) => ({ ...made, scope: made.place === null ? null : made.scope }));

describe('the address', () => {
  it('holds the whole state', () => {
    fc.assert(fc.property(state, (made) => void expect(parseAddress(formatAddress(made))).toEqual(made)));
  });

  it('is empty at the start and keeps the slash of a place readable', () => {
    expect(formatAddress(START)).toBe('');
    expect(formatAddress({ ...START, on: '2021-06-23' as Day, place: 'northmark/ashford', scope: 'district' })).toBe(
      '?on=2021-06-23&place=northmark/ashford&scope=district',
    );
  });

  it('drops words that mean nothing instead of guessing', () => {
    expect(parseAddress('?on=23-06-2021&asOf=yesterday&seq=-3&scope=moon&view=globe&x=1')).toEqual(START);
  });

  it('drops a box that is none, and rounds what is finer than a pixel', () => {
    for (const bad of ['1,2,3', '3,1,2,4', '1,4,3,2', '1,2,3,4,5', 'a,2,3,4', '-181,0,1,1', '0,0,1,91', '1,,3,4', ''])
      expect(parseAddress(`?box=${bad}`).box, bad).toBeNull();
    const { box: found } = parseAddress('?box=61.5, 29.25,70,35');
    expect(found).toEqual([61.5, 29.25, 70, 35]);
    expect(formatAddress({ ...START, box: [61.000049, -0.00001, 70.12345, 35] })).toBe('?box=61,0,70.1235,35');
  });

  it('knows a mere move of the map from another view', () => {
    const moved = { ...START, box: [61, 29, 70, 35] as const };
    expect(isMove(START, moved)).toBe(true);
    expect(isMove(moved, { ...moved })).toBe(false);
    expect(isMove(START, { ...moved, view: 'table' })).toBe(false);
  });

  it('normalises an instant to UTC', () => {
    expect(parseAddress('?asOf=2021-06-23T04:30:00%2B04:30').asOf).toBe('2021-06-23T00:00:00.000Z');
  });

  it('takes any text without failing', () => {
    fc.assert(fc.property(fc.string(), (text) => parseAddress(text).view !== undefined));
  });
});
