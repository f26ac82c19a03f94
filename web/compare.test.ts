import { describe, expect, it } from 'vitest';
import { comparedHeadline, twoDays } from '../src/drawing/compare-words.ts';
import type { Moment } from '../src/drawing/find-changes.ts';
import { ENGLISH } from '../src/drawing/language.ts';
import type { Day } from '../src/model/time.ts';
import type { CellAnswer, HoldingsAnswer } from './answers.ts';
import { type Comparable, compareCells } from './compare-cells.ts';
import { comparison } from './compare-moments.ts';
import { START } from './state.ts';

const day = (date: string): Day => `2021-06-${date}` as Day;
const place = (id: string) => ({ id, name: id, province: 'North', kind: 'district' as const, lat: null, lon: null });
/** The fields that a comparison reads. */
const cell = (id: string, holder: string | null, status: CellAnswer['status']): CellAnswer =>
  ({ place: place(id), scope: 'district', holder, status, against: [], flags: [] }) as unknown as CellAnswer;
const held = (id: string, ...holdings: readonly (readonly [string, string | null])[]): HoldingsAnswer => ({
  place: place(id),
  scope: 'district',
  holdings: holdings.map(([from, holder]) => ({ from: day(from), holder, status: 'confirmed' as const, against: [] })),
});

const at = (date: string, asOf: string | null = null): Moment => ({ on: day(date), asOf });
const groups = (given: Partial<Comparable>) => {
  const base = {
    earlier: at('21'),
    later: at('23'),
    before: [],
    after: [],
    knownThen: null,
    holdings: [],
    counted: 'red',
  };
  return compareCells({ ...base, ...given }).map(({ place: { id }, group }) => `${id} ${group}`);
};

describe('two days compared', () => {
  it('tells gained, lost and changed twice apart, by who had the place last', () => {
    const before = [cell('a', 'blue', 'claimed'), cell('b', 'red', 'confirmed'), cell('c', 'blue', 'claimed')];
    const after = [cell('a', 'red', 'claimed'), cell('b', 'blue', 'claimed'), cell('c', 'blue', 'claimed')];
    const holdings = [
      held('a', ['01', 'blue'], ['22', 'red']),
      held('b', ['01', 'red'], ['23', 'blue']),
      held('c', ['01', 'blue'], ['22', 'red'], ['23', 'blue']),
    ];
    expect(groups({ before, after, holdings })).toEqual(['a gained', 'b lost', 'c twice']);
  });

  it('takes a quarrel out of nobody’s hand: the status changed', () => {
    const before = [cell('a', 'red', 'confirmed')];
    const after = [cell('a', null, 'disputed')];
    expect(groups({ before, after, holdings: [held('a', ['01', 'red'], ['23', null])] })).toEqual(['a status']);
  });

  it('does not count what happened before the first day or after the second', () => {
    const cells = [cell('a', 'red', 'confirmed')];
    const holdings = [held('a', ['01', 'blue'], ['21', 'red'], ['24', 'blue'])];
    expect(groups({ before: cells, after: cells, holdings })).toEqual([]);
  });

  it('names as newly known what had happened by the first day and was reported later', () => {
    const cells = [cell('a', 'red', 'confirmed'), cell('b', 'red', 'confirmed')];
    const holdings = [held('a', ['20', 'red']), held('b', ['20', 'red'])];
    const knownThen = [cell('b', 'red', 'confirmed')];
    expect(groups({ before: cells, after: cells, knownThen, holdings })).toEqual(['a known']);
  });

  it('is even: with the other side counted, gains and losses change places', () => {
    const holdings = [held('a', ['01', 'blue'], ['22', 'red'])];
    const [before, after] = [[cell('a', 'blue', 'claimed')], [cell('a', 'red', 'claimed')]];
    expect(groups({ before, after, holdings, counted: 'blue' })).toEqual(['a lost']);
    expect(groups({ before, after, holdings, counted: 'green' })).toEqual(['a hands']);
  });
});

describe('one day as known at two moments', () => {
  it('tells what is newly known from what was thought otherwise', () => {
    const moments = { earlier: at('23', '2021-06-23'), later: at('23') };
    const before = [cell('b', 'blue', 'claimed'), cell('c', 'red', 'confirmed'), cell('d', 'red', 'claimed')];
    const after = ['a', 'b', 'd'].map((id) => cell(id, 'red', 'confirmed')).concat(cell('c', 'blue', 'confirmed'));
    expect(groups({ ...moments, before, after })).toEqual(['b gained', 'c lost', 'a known', 'd status']);
  });

  it('is silent of what was only mentioned: the state before the reports is no news', () => {
    const moments = { earlier: at('23', '2021-06-23'), later: at('23') };
    expect(groups({ ...moments, after: [cell('a', 'blue', 'undetermined')] })).toEqual([]);
    expect(groups({ ...moments, after: [cell('a', 'none', 'undetermined')] })).toEqual(['a known']);
  });

  it('puts the moment that knew less first', () => {
    const state = { ...START, on: day('23'), withAsOf: '2021-06-23' };
    expect(comparison.momentsOf(state, day('23'))).toEqual([at('23', '2021-06-23'), at('23')]);
    const late = { ...state, asOf: '2021-06-22' };
    expect(comparison.momentsOf(late, day('23'))).toEqual([at('23', '2021-06-22'), at('23', '2021-06-23')]);
  });
});

describe('the words of a comparison', () => {
  it('say the two days as shortly as they can', () => {
    expect(twoDays(day('21'), day('23'), ENGLISH)).toBe('21 and 23 June');
    expect(twoDays('2021-05-28' as Day, day('03'), ENGLISH)).toBe('28 May and 3 June');
    expect(twoDays('2020-12-30' as Day, '2021-01-02' as Day, ENGLISH)).toBe('30 December 2020 and 2 January 2021');
  });

  it('count gains and losses always, the rest where there is any', () => {
    const changed = compareCells({
      ...{ earlier: at('21'), later: at('23'), before: [], knownThen: null, counted: 'red' },
      after: [cell('a', 'red', 'claimed')],
      holdings: [held('a', ['01', 'blue'], ['22', 'red'])],
    });
    expect(comparedHeadline({ earlier: at('21'), later: at('23'), changed }, ENGLISH)).toBe(
      'Between 21 and 23 June: 1 gained, 0 lost',
    );
    expect(comparedHeadline({ earlier: at('23', '2021-06-24'), later: at('23'), changed: [] }, ENGLISH)).toBe(
      '23 June as known on 24 June and now: 0 gained, 0 lost',
    );
    expect(comparedHeadline({ earlier: at('23', '2021-06-23'), later: at('23'), changed: [] }, ENGLISH)).toBe(
      '23 June as known then and now: 0 gained, 0 lost',
    );
  });
});

describe('the comparison key', () => {
  const axis = { first: day('01'), last: day('30') };
  it('goes a week back, or on where there is no week, and off again', () => {
    expect(comparison.toggled(START, day('23'), axis)).toEqual({ with: day('16') });
    expect(comparison.toggled(START, day('01'), axis)).toEqual({ with: day('08') });
    expect(comparison.toggled({ with: day('16'), withAsOf: null }, day('23'), axis)).toEqual({
      with: null,
      withAsOf: null,
    });
  });
});
