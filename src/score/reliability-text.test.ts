import { expect, test } from 'vitest';
import { reliabilityText } from './reliability-text.ts';

const point = { from: 0, to: 1, rows: 3, weight: 3.4 };

test('one line a bin: the forecast, what came true, its band, how much it holds', () => {
  const lines = reliabilityText([
    { ...point, p: 0.2, rate: 0.4, band: { low: 0.3, high: 0.5 } },
    { ...point, p: 1, rate: 1, band: null },
  ]);
  const scale = `${' '.repeat(10)}|${' '.repeat(4)}-----o-----`;
  expect(lines[1]).toBe(`    20 %       40 %  ${scale}${' '.repeat(51 - scale.length)}          3`);
  expect(lines[2]).toBe(`   100 %      100 %  ${' '.repeat(50)}@          3`);
  // The head's 0 and 1 stand over the ends of the scale.
  expect([lines[0]?.indexOf('0'), lines[0]?.indexOf('1')]).toEqual([21, lines[2]?.indexOf('@')]);
});

test('nothing to show is the head alone', () => {
  expect(reliabilityText([])).toHaveLength(1);
});
