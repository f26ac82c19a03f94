import { expect, test } from 'vitest';
import { drawReliability } from './reliability.ts';

const words = { heading: 'Forecast & fact', below: 'tiny', foot: ['one', 'two'], theme: 'light' } as const;
const bins = [
  { p: 0.1, rate: 0.2, band: { low: 0.1, high: 0.4 }, weight: 40 },
  { p: 0.9, rate: 0.5, band: null, weight: 10 },
];
const panel = { title: 'as known on the day', figures: 'Brier .1', bins };

test('draws each bin where it was forecast and came true, its size by its weight, and says so in words', () => {
  const svg = drawReliability([panel], words);
  const circles = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)].map(([, ...at]) =>
    at.map(Number),
  );
  // 340 wide from 72, 340 high from 128: .1 across is 106, .2 up is 400
  expect(circles).toEqual([
    [106, 400, 6],
    [378, 298, 3],
  ]);
  expect(svg).toContain('forecast 10 %, came true 20 %, 40 cell-days');
  expect(svg).toContain('Forecast &amp; fact');
});

test('has a band only where there is one, and a panel for each clock', () => {
  const one = drawReliability([panel], words);
  expect([...one.matchAll(/h8m-4 0V/g)]).toHaveLength(1);
  expect([
    ...drawReliability([panel, { ...panel, title: 'at the end' }], words).matchAll(/came true<\/text>/g),
  ]).toHaveLength(2);
});

test('stands without a bin, and in both themes without a colour that is none', () => {
  for (const theme of ['light', 'dark'] as const) {
    const svg = drawReliability([{ ...panel, bins: [] }], { ...words, theme });
    expect(svg).not.toMatch(/NaN|Infinity|undefined|fill=""/);
  }
});
