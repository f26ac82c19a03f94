import { describe, expect, it } from 'vitest';
import { spotOf } from './spot.ts';

describe('an address', () => {
  it.each([
    ['/reports', { name: 'reports', id: null }],
    ['/reports/r_1', { name: 'report', id: 'r_1' }],
    ['/place/northmark%2Fashford', { name: 'place', id: 'northmark/ashford' }],
    ['/place/northmark/ashford', { name: 'place', id: 'northmark/ashford' }],
    ['/limits/', { name: 'limits', id: null }],
    ['/place/', null],
    ['/place/%', null],
    ['/', null],
    ['/reportsx', null],
  ])('%s means its page', (path, spot) => {
    expect(spotOf(path)).toEqual(spot);
  });
});
