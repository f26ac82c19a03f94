import { describe, expect, it } from 'vitest';
import { STATUSES } from '../model/control.ts';
import { addDays, type Day } from '../model/time.ts';
import { ageOf, type ControlCell, strengthOf } from './cell.ts';
import { drawGlyph, glyphOf } from './glyph.ts';
import { BARE, lookOf } from './look.ts';
import { paintWith } from './palette.ts';
import { drawPattern, patternsOf } from './patterns.ts';
import { draw, toMarkup } from './scene.ts';

const on = '2021-03-17' as Day;
const numbers = new Map([
  ['old', 1 as const],
  ['new', 2 as const],
]);
const cell = (given: Partial<ControlCell>): ControlCell => ({
  place: 'a/b',
  scope: 'district',
  on,
  holder: 'new',
  against: ['old'],
  status: 'confirmed',
  p: null,
  flags: [],
  lastEvidence: on,
  staleAfter: addDays(on, 90),
  ...given,
});
const paint = paintWith('light');
const drawn = (one: ControlCell): string => {
  const look = lookOf(one, numbers);
  const patterns = patternsOf([look], 't').map((pattern) => drawPattern(pattern, { paint, prefix: 't', zoom: 1 }));
  return JSON.stringify([patterns, 'token' in look.fill ? look.fill.token : null]);
};

describe('the look of a cell', () => {
  it('differs for every status', () => {
    const looks = STATUSES.map((status) => drawn(cell({ status, holder: status === 'disputed' ? null : 'new' })));
    expect(new Set(looks).size).toBe(STATUSES.length);
  });

  it('is bare land where only the start list gives a holder', () => {
    expect(lookOf(cell({ status: 'undetermined', holder: 'old', flags: ['baselineOnly'] }), numbers)).toEqual(BARE);
  });

  it('never fills a claimed or disputed cell with the solid colour of a confirmed one', () => {
    for (const status of ['claimed', 'disputed', 'contested', 'threatened'] as const)
      expect('pattern' in lookOf(cell({ status }), numbers).fill).toBe(true);
  });

  it('swaps when the sides are swapped', () => {
    const swapped = new Map([
      ['old', 2 as const],
      ['new', 1 as const],
    ]);
    for (const status of STATUSES)
      expect(lookOf(cell({ status, holder: 'old', against: ['new'] }), swapped)).toEqual(
        lookOf(cell({ status }), numbers),
      );
  });

  it('outlines a threatened place in the colour of the side that threatens it', () => {
    expect(lookOf(cell({ status: 'threatened', holder: 'old', against: ['new'] }), numbers).outline?.token).toBe(
      'side-2-line',
    );
  });

  it('marks land that was left and taken by nobody', () => {
    expect(lookOf(cell({ status: 'undetermined', holder: 'none', against: [] }), numbers).outline?.token).toBe('rule');
  });

  it('greys and thins with the age of the last word, in thirds of the limit', () => {
    const ages = [0, 29, 30, 59, 60, 89].map((days) => ageOf(cell({ on: addDays(on, days) })));
    expect(ages).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('shades by probability only where it is confirmed and a probability is given', () => {
    expect(strengthOf(cell({}))).toBe(0);
    expect([0.99, 0.9, 0.7].map((p) => strengthOf(cell({ p: { new: p } })))).toEqual([0, 1, 2]);
    expect(strengthOf(cell({ status: 'claimed', p: { new: 0.3 } }))).toBe(0);
  });
});

describe('the glyph', () => {
  it('differs for every status, also in form alone', () => {
    const form = (markup: string): string => markup.replace(/#[0-9a-f]{6}/g, '');
    const forms = STATUSES.map((status) =>
      form(toMarkup(draw('g', {}, drawGlyph(glyphOf(cell({ status }), numbers), paint)))),
    );
    expect(new Set(forms).size).toBe(STATUSES.length);
  });

  it('takes its shape from what is held', () => {
    const shapes = (['city', 'crossing', 'base'] as const).map((scope) => glyphOf(cell({ scope }), numbers).shape);
    expect(shapes).toEqual(['circle', 'diamond', 'square']);
  });
});

describe('markup', () => {
  it('escapes words and drops what XML cannot hold', () => {
    expect(toMarkup(draw('text', { 'data-a': '"<&' }, ['<script>\u0000&']))).toBe(
      '<text data-a="&quot;&lt;&amp;">&lt;script&gt;\ufffd&amp;</text>',
    );
  });
});
