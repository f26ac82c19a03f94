import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../src/drawing/language.ts';
import { SCOPES } from '../src/model/claim.ts';
import { STATUSES } from '../src/model/control.ts';
import { addDays, type Day, type Instant } from '../src/model/time.ts';
import { formatAddress, isSame, parseAddress, START, type State } from './state.ts';

const day = fc.integer({ min: -30000, max: 30000 }).map((days) => addDays('2021-06-23' as Day, days));
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 }).map((ms) => new Date(ms).toISOString() as Instant);
const place = fc.oneof(
  fc.constant('northmark/ashford'),
  fc.string({ minLength: 1 }).filter((text) => text.isWellFormed()),
);

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
    lang: fc.constantFrom(...LANGUAGES),
    side: fc.option(fc.stringMatching(/^[a-z]{1,8}$/)),
    status: fc.option(fc.constantFrom(...STATUSES)),
  })
  .map((made) => ({ ...made, scope: made.place === null ? null : made.scope }));

describe('the address', () => {
  it('holds the whole state', () => {
    fc.assert(fc.property(state, (made) => isSame(parseAddress(formatAddress(made)), made)));
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

  it('normalises an instant to UTC', () => {
    expect(parseAddress('?asOf=2021-06-23T04:30:00%2B04:30').asOf).toBe('2021-06-23T00:00:00.000Z');
  });

  it('takes any text without failing', () => {
    fc.assert(fc.property(fc.string(), (text) => parseAddress(text).view !== undefined));
  });
});
