import { describe, expect, it } from 'vitest';
import { seeded } from '../../model/seeded.ts';
import { backOffMs, retryAfterMs } from './back-off.ts';

const NOW = Date.parse('2021-03-17T12:00:00Z');

describe('waiting before another try', () => {
  it('doubles up to the most, and never falls below the half', () => {
    const random = seeded(1);
    const bounds = { firstMs: 1000, mostMs: 8000 };
    for (const [failures, whole] of [
      [1, 1000],
      [2, 2000],
      [3, 4000],
      [4, 8000],
      [9, 8000],
    ] as const) {
      const wait = backOffMs(failures, bounds, random);
      expect(wait).toBeGreaterThanOrEqual(whole / 2);
      expect(wait).toBeLessThanOrEqual(whole);
    }
  });

  it('is not the same for two that failed together', () => {
    const random = seeded(2);
    const waits = Array.from({ length: 20 }, () => backOffMs(3, { firstMs: 1000, mostMs: 60_000 }, random));
    expect(new Set(waits).size).toBe(20);
  });

  it.each([
    ['120', 120_000],
    ['Wed, 17 Mar 2021 12:05:00 GMT', 300_000],
    ['Wed, 17 Mar 2021 11:00:00 GMT', 0],
    ['soon', null],
    [null, null],
  ])('reads Retry-After: %s', (header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms);
  });
});
