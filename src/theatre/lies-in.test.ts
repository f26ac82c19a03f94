import { expect, it } from 'vitest';
import { liesIn } from './lies-in.ts';

const square = (from: number, to: number): readonly (readonly [number, number])[] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];

it('knows what lies inside an outline, in its hole, and in any of its parts', () => {
  const ring = { type: 'Polygon', coordinates: [square(0, 10), square(4, 6)] } as const;
  expect(liesIn([1, 1], ring)).toBe(true);
  expect(liesIn([5, 5], ring)).toBe(false);
  expect(liesIn([11, 5], ring)).toBe(false);
  const parts = { type: 'MultiPolygon', coordinates: [[square(0, 1)], [square(2, 3)]] } as const;
  expect(liesIn([2.5, 2.5], parts)).toBe(true);
  expect(liesIn([1.5, 1.5], parts)).toBe(false);
});
