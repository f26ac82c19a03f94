import { describe, expect, test } from 'vitest';
import type { CellSeries, Clock, Saying } from '../model/series.ts';
import { addDays, type Day, endOfDayIn } from '../model/time.ts';
import { campsOf } from './camps.ts';
import { ruleForecasts, type SimpleRule } from './simple-rules.ts';

const START = '2021-03-01' as Day;
const side = (id: string, role: 'incumbent' | 'challenger' | 'other', alliedWith: string | null = null) => ({
  ...{ id, name: id, names: [], belligerent: true, role, alliedWith, class: 'non-state' as const },
});
const camps = campsOf([side('blue', 'incumbent'), side('red', 'challenger'), side('militia', 'other', 'blue')]);
const parties = new Set(['blue', 'red']);

/** `day late holder by`, counted from the first day. */
const said = (day: number, late: number, holder: string | null, by: string, copy = false): Saying => ({
  ...{ day: addDays(START, day), known: endOfDayIn(addDays(START, day + late), 'UTC'), holder, by, copy },
});
const told = { p: { red: 0.5 }, holder: null, status: 'undetermined', reason: '' } as const;
const seriesOf = (sayings: readonly Saying[], length = 4): CellSeries => ({
  ...{ cell: { place: 'x', scope: 'district' }, baseline: 'blue', sayings, changes: null },
  days: Array.from({ length }, (_, at) => {
    const day = addDays(START, at);
    return { day, knownBy: endOfDayIn(day, 'UTC'), nowcast: told, hindcast: told };
  }),
});
const forecasts = (rule: SimpleRule, sayings: readonly Saying[], clock: Clock = 'nowcast'): string =>
  [...ruleForecasts(seriesOf(sayings), { camps, parties, clock }).values()].map((by) => by[rule]).join('');

describe('the simple rules', () => {
  test('say what the baseline says until somebody speaks', () => {
    for (const rule of ['persistence', 'last claim wins', 'running majority', 'loudest side'] as const)
      expect(forecasts(rule, [])).toBe('0000');
  });

  test('persistence hears nothing', () => {
    expect(forecasts('persistence', [said(0, 0, 'red', 'red')])).toBe('0000');
  });

  test('the last claim wins, whoever speaks; a word without a holder takes nothing away', () => {
    const sayings = [said(1, 0, 'red', 'red'), said(2, 0, 'militia', 'local'), said(3, 0, null, 'red')];
    expect(forecasts('last claim wins', sayings)).toBe('0100');
  });

  test('a late word is heard late as known on the day, and in its place as known at the end', () => {
    expect(forecasts('last claim wins', [said(1, 2, 'red', 'red')])).toBe('0001');
    expect(forecasts('last claim wins', [said(1, 2, 'red', 'red')], 'hindcast')).toBe('0111');
  });

  test('the majority counts no copies, and of equals takes the newest', () => {
    const sayings = [
      said(0, 0, 'red', 'red'),
      said(1, 0, 'blue', 'blue'),
      said(1, 0, 'red', 'red', true),
      said(2, 0, 'blue', 'blue'),
    ];
    expect(forecasts('running majority', sayings)).toBe('1000');
  });

  test('the loudest side is the one that speaks most, copies and all; other voices are not loud', () => {
    const sayings = [
      said(0, 0, null, 'blue'),
      said(1, 0, null, 'red'),
      said(1, 0, null, 'red', true),
      said(2, 0, 'blue', 'local'),
      said(2, 0, null, 'local'),
    ];
    expect(forecasts('loudest side', sayings)).toBe('0111');
  });
});

describe('camps', () => {
  test('count allies with their side, and need a challenger', () => {
    expect([camps.of('militia'), camps.of('red'), camps.of('none'), camps.challenger]).toEqual([
      'blue',
      'red',
      'none',
      'red',
    ]);
    expect(() => campsOf([side('blue', 'incumbent')])).toThrow(/no challenger/);
  });

  test('the challenger is a camp’s head, not its ally, and a ring of allies does no harm', () => {
    expect(campsOf([side('friend', 'challenger', 'red'), side('red', 'challenger')]).challenger).toBe('red');
    expect(['a', 'b']).toContain(
      campsOf([side('a', 'other', 'b'), side('b', 'other', 'a'), side('red', 'challenger')]).of('a'),
    );
  });
});
