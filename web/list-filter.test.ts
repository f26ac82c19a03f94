import { describe, expect, it } from 'vitest';
import { isFiltered, isListed } from './list-filter.ts';

const cell = (holder: string | null, status: 'confirmed' | 'disputed') => ({ holder, status });

describe('what is listed', () => {
  it('is everything where nothing is chosen', () => {
    const all = { side: null, status: null };
    expect([isFiltered(all), isListed(cell('a', 'confirmed'), all), isListed(cell(null, 'disputed'), all)]).toEqual([
      ...[false, true, true],
    ]);
  });

  it('is what the side holds, of the status', () => {
    const chosen = { side: 'a', status: 'confirmed' } as const;
    expect(isFiltered(chosen)).toBe(true);
    expect(isListed(cell('a', 'confirmed'), chosen)).toBe(true);
    expect(isListed(cell('b', 'confirmed'), chosen)).toBe(false);
    expect(isListed(cell(null, 'disputed'), chosen)).toBe(false);
    expect(isListed(cell(null, 'disputed'), { side: null, status: 'disputed' })).toBe(true);
  });
});
