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

  it('tells the time left by the share of the bytes where nobody knows how many reports they hold', () => {
    let [time, share] = [0, 0.5];
    const lines: string[] = [];
    const bar = progress({
      label: 'reports',
      total: null,
      share: () => share,
      now: () => time,
      write: (line) => void lines.push(line),
    });
    // Half of it was gone past before: what is left is judged by what was done since.
    for (let step = 1; step <= 6; step += 1) {
      bar.step(`${step}.txt`);
      time += 1000;
      share += 0.05;
    }
    bar.end();
    expect(lines.at(-1)).toBe('reports 6, 1 a second, about 4 s left, done');
  });

  it('claims no rate before anything is done', () => {
    expect(paceOf(0, { done: 0, of: 10 }, 0)).toEqual({ done: 0, perSecond: 0, secondsLeft: null });
  });

  it.each([
    [12, '12 s'],
    [200, '3 min 20 s'],
    [3840, '1 h 4 min'],
  ])('%i seconds are %s', (seconds, words) => {
    expect(timeWords(seconds)).toBe(words);
  });
});
