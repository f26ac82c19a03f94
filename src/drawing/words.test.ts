import { describe, expect, it } from 'vitest';
import type { Day } from '../model/time.ts';
import { ageWords, longDayWords } from './day-words.ts';
import { headlineOf, nameSides, tally, verdictOf } from './words.ts';

const side = (id: string, name: string, role: 'incumbent' | 'challenger') => ({
  id,
  name,
  role,
  belligerent: true,
  alliedWith: null,
  class: role === 'incumbent' ? ('government' as const) : ('non-state' as const),
});
const sides = nameSides([side('a', 'Government', 'incumbent'), side('b', 'Highlanders', 'challenger')]);
const verdict = (status: Parameters<typeof verdictOf>[0]['status'], holder: string | null, against: string[] = []) =>
  verdictOf({ status, holder, against, flags: [] }, sides);

describe('the verdict', () => {
  it('names the holder and how sure it is', () => {
    expect(verdict('confirmed', 'b')).toBe('Highlanders, confirmed');
    expect(verdict('claimed', 'b')).toBe('Claimed by the Highlanders');
    expect(verdict('threatened', 'a', ['b'])).toBe('Government, threatened by the Highlanders');
  });

  it('names all parties where none of them is the holder', () => {
    expect(verdict('disputed', null, ['a', 'b'])).toBe('Disputed between the government and the Highlanders');
    expect(verdict('contested', 'a', ['b'])).toBe('Contested: the government and the Highlanders are inside');
  });

  it('does not lend silence a holder', () => {
    expect(verdict('undetermined', null)).toBe('Undetermined');
    expect(verdict('undetermined', 'none')).toBe('Undetermined: left, and nobody said to have come');
    expect(verdict('undetermined', 'a')).toBe('Undetermined (before the reports: the government)');
  });
});

describe('the headline', () => {
  const words = (held: number, claimed: number): string => {
    const { before, side: named, after } = headlineOf({ side: 'b', held, claimed }, sides);
    return before + named + after;
  };

  it('counts what is held apart from what is only claimed', () => {
    expect(words(46, 14)).toBe('46 places held by the Highlanders; 14 more only claimed');
    expect(words(1, 0)).toBe('1 place held by the Highlanders');
  });

  it('counts a threatened place as held and a disputed one as nobody’s', () => {
    const cells = (['confirmed', 'threatened', 'disputed', 'claimed', 'contested'] as const).map((status) => ({
      status,
      holder: 'b',
    }));
    expect(tally(cells, 'b')).toEqual({ side: 'b', held: 2, claimed: 1 });
  });
});

describe('days', () => {
  it('are written out with their weekday', () => {
    expect(longDayWords('2021-06-23' as Day)).toBe('Wednesday 23 June 2021');
  });

  it('say how old the last word is', () => {
    const age = (last: string) => ageWords(last as Day, '2021-06-23' as Day);
    expect([age('2021-06-23'), age('2021-06-22'), age('2021-06-11')]).toEqual([
      'last word the same day',
      'last word the day before',
      'last word 12 days ago',
    ]);
  });
});
