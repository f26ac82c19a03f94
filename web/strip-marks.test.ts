import { describe, expect, it } from 'vitest';
import type { Day } from '../src/model/time.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import type { AggregateAnswer, DayAnswer, TheatreRecord } from './answers.ts';
import { marksOf } from './strip-marks.ts';
import { ownCount, readOut } from './strip-words.ts';
import { makeWorld } from './world.ts';

const tiny = loadTheatre('tiny');
const world = makeWorld({ ...tiny, openOn: null, lastDay: null } as unknown as TheatreRecord, []);
const DAY = '2021-03-17' as Day;

/** The fields that a mark is made from. */
const answer = ({ proposition = {}, stated = {}, ...given }: Record<string, unknown> = {}): AggregateAnswer =>
  ({
    ...{ of: 9, fraction: null, comparator: 'exactly', polarity: 'affirmed', speaker: 'Ivo Hale', sides: ['red'] },
    ...{ source: { outlet: 'Wire' }, denominator: { gazetteer: 9 } },
    ...given,
    proposition: { ...SAID, ...(proposition as object) },
    stated: { number: 3, least: 3, most: 3, ...(stated as object) },
  }) as unknown as AggregateAnswer;
const SAID = { measure: 'held', side: 'red', unit: 'district', within: [], from: DAY, until: DAY, startTold: true };
const one = (given: Record<string, unknown>) => marksOf([answer(given)], world)[0];

describe('numbers as marks', () => {
  it('stand at their day and number, with their denominator and the colour of the speaker', () => {
    expect(one({})).toMatchObject({ on: DAY, of: 'red', number: 3, bound: 'none', words: '3 of 9', who: 'Ivo Hale' });
    expect(one({})?.side).toBe(world.numbers.get('red'));
    expect(one({ sides: ['outlet'], speaker: null })).toMatchObject({ side: null, who: 'Wire' });
  });

  it('point up for "over", down for "nearly", and are a bracket for a range', () => {
    expect(one({ comparator: 'over', stated: { least: 4, most: 9 } })).toMatchObject({
      bound: 'over',
      words: 'over 3 of 9',
    });
    expect(one({ comparator: 'nearly' })).toMatchObject({ bound: 'under', words: 'nearly 3 of 9' });
    expect(one({ comparator: 'about', stated: { least: 2, most: 4 } })).toMatchObject({
      bound: 'range',
      low: 2,
      high: 4,
    });
    expect(one({ stated: { number: 0, least: 0, most: 0 } })?.words).toBe('none');
  });

  it('are totals only: no day’s losses, no province’s count, no denial, no other kind of place', () => {
    const since = { measure: 'seized', from: '2021-03-16', startTold: true };
    for (const left of [
      { of: null, proposition: since },
      { of: null },
      { of: 3 },
      { proposition: { within: ['northmark'] } },
      { polarity: 'denied' },
      { proposition: { unit: 'crossing' } },
      { proposition: { measure: 'contested' } },
    ])
      expect(one(left), JSON.stringify(left)).toBeUndefined();
    expect(one({ of: null, proposition: { ...since, from: world.first } })?.words).toBe('3');
  });

  it('count a loss of the incumbent as the challenger’s', () => {
    expect(one({ proposition: { measure: 'lost', side: 'blue' } })?.of).toBe('red');
    expect(one({ proposition: { measure: 'lost', side: 'red' } })).toBeUndefined();
  });

  it('are one for what is said alike on one day, by the speaker with a name', () => {
    const marks = marksOf([answer({ speaker: null }), answer({})], world);
    expect(marks.map(({ who }) => who)).toEqual(['Ivo Hale']);
  });
});

describe('the strip in words', () => {
  const count = (status: DayAnswer['counts'][number]['status'], places: number) => ({
    ...{ holder: 'red', status, against: [], places, districts: places },
  });
  const days = [{ on: DAY, counts: [count('confirmed', 4), count('threatened', 1), count('claimed', 2)] }];

  it('says our own number, and how much of it is only claimed', () => {
    expect(ownCount(days, DAY, world)).toEqual({ value: 7, number: '7', who: 'named: 5 held, 2 claimed' });
    expect(ownCount(days, '2021-03-18' as Day, world)).toBeNull();
  });

  it('says the nearest number that somebody said, of the same side', () => {
    const marks = marksOf([answer({}), answer({ proposition: { side: 'blue' }, stated: { number: 6 } })], world);
    expect(readOut({ days, marks }, DAY, world)).toBe('7 named · 3 of 9, says Ivo Hale');
    expect(readOut({ days, marks }, '2021-03-19' as Day, world)).toBe('none named · 3 of 9, says Ivo Hale (17 Mar)');
    expect(readOut({ days, marks: [] }, DAY, world)).toBe('7 named');
  });
});
