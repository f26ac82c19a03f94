import { describe, expect, it } from 'vitest';
import { paceOf, progress, timeWords } from './progress.ts';

/** Steps of half a second each, and the lines that they tell. */
const told = (steps: number, total: number | null, json: boolean): readonly string[] => {
  const lines: string[] = [];
  let time = 0;
  const bar = progress({ label: 'reports', total, json, now: () => time, write: (line) => void lines.push(line) });
  for (let step = 1; step <= steps; step += 1) {
    time += 500;
    bar.step(`${step}.txt`);
  }
  bar.end();
  return lines;
};

describe('progress', () => {
  it('is a plain line now and then, with rate and time left, and one at the end', () => {
    expect(told(12, 20, false)).toEqual([
      'reports 10 of 20, 2 a second, about 5 s left',
      'reports 12 of 20, 2 a second, about 4 s left, done',
    ]);
  });

  it('says no time left where nobody knows how much is coming', () => {
    expect(told(10, null, false)).toEqual(['reports 10, 2 a second', 'reports 10, 2 a second, done']);
  });

  it('is one JSON object a line for programs', () => {
    expect(told(3, 4, true).map((line) => JSON.parse(line))).toEqual([
      { event: 'progress', what: 'reports', total: 4, done: 2, perSecond: 2, secondsLeft: 1, file: '2.txt' },
      { event: 'progress', what: 'reports', total: 4, done: 3, perSecond: 2, secondsLeft: 1, file: null },
    ]);
  });

  it('claims no rate before anything is done', () => {
    expect(paceOf(0, 10, 0)).toEqual({ done: 0, perSecond: 0, secondsLeft: null });
  });

  it.each([
    [12, '12 s'],
    [200, '3 min 20 s'],
    [3840, '1 h 4 min'],
  ])('%i seconds are %s', (seconds, words) => {
    expect(timeWords(seconds)).toBe(words);
  });
});
