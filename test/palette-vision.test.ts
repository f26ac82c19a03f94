// The palette for people who see colours otherwise: sides told apart by hue or lightness, statuses by form alone, computed.
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import type { ControlCell } from '../src/drawing/cell.ts';
import { lookOf } from '../src/drawing/look.ts';
import { PALETTE, paintWith, SIDE_NUMBERS, THEMES, type ThemeName } from '../src/drawing/palette.ts';
import { drawPattern, fillOf, patternsOf } from '../src/drawing/patterns.ts';
import { draw, toMarkup } from '../src/drawing/scene.ts';
import { STATUSES } from '../src/model/control.ts';
import { distanceOf, VISIONS, type Vision } from './colour-vision.ts';

type Floors = Readonly<Record<Vision, number>>;
const floors = (normal: number, protan: number, deutan: number, rest: readonly [number, number]): Floors => ({
  ...{ normal, protan, deutan },
  ...{ tritan: rest[0], grey: rest[1] },
});

/** What the colours reach, a little less: any change of the palette that takes from it is seen here. */
const SIX_SIDES: Readonly<Record<ThemeName, Floors>> = {
  light: floors(24.5, 13.5, 9.3, [15.2, 6.5]),
  dark: floors(23, 12, 9, [13, 5]),
};
const MAIN_SIDES: Readonly<Record<ThemeName, Floors>> = {
  light: floors(49, 49, 56, [56, 24]),
  dark: floors(45, 46, 51, [57, 19]),
};
const SIDE_TO_LAND: Readonly<Record<ThemeName, Floors>> = {
  light: floors(23, 24, 22, [12.5, 9.5]),
  dark: floors(24.5, 17.5, 18, [26, 16]),
};
/** Two forms of one pair of sides, laid over each other as alike as they can be: more than can be overlooked. */
const STATUS_FLOOR = 5.5;

const pairs = <T>(all: readonly T[]): readonly (readonly [T, T])[] =>
  all.flatMap((a, at) => all.slice(at + 1).map((b) => [a, b] as const));

describe('the measure', () => {
  it('gives the published distances of test colours', () => {
    expect(distanceOf('#000000', '#ffffff', 'normal')).toBeCloseTo(100, 0);
    expect(distanceOf('#ff0000', '#00ff00', 'normal')).toBeCloseTo(86.6, 0);
    expect(distanceOf('#808080', '#808080', 'protan')).toBe(0);
  });

  it('knows that red and green are alike for who lacks one of their receptors', () => {
    const [red, green] = ['#b22222', '#6b6b00'];
    expect(distanceOf(red, green, 'deutan')).toBeLessThan(distanceOf(red, green, 'normal') / 2);
  });
});

describe.each(THEMES)('the %s palette, seen otherwise', (theme) => {
  const { grounds, sides } = PALETTE[theme];

  it.each(VISIONS)('keeps all six sides apart, %s', (vision) => {
    const nearest = Math.min(...pairs(SIDE_NUMBERS).map(([a, b]) => distanceOf(sides[a].fill, sides[b].fill, vision)));
    expect(nearest).toBeGreaterThanOrEqual(SIX_SIDES[theme][vision]);
  });

  it.each(VISIONS)('keeps the two main sides far apart, %s', (vision) => {
    expect(distanceOf(sides[1].fill, sides[2].fill, vision)).toBeGreaterThanOrEqual(MAIN_SIDES[theme][vision]);
  });

  it.each(VISIONS)('keeps every side apart from silence, %s', (vision) => {
    const nearest = Math.min(...SIDE_NUMBERS.map((number) => distanceOf(sides[number].fill, grounds.land, vision)));
    expect(nearest).toBeGreaterThanOrEqual(SIDE_TO_LAND[theme][vision]);
  });
});

const SIZE = 48;
const numbers = new Map([
  ['a', 1],
  ['b', 2],
] as const);

/** A square of the form as it is drawn, its pixels as colours. */
const pixelsOf = (theme: ThemeName, status: ControlCell['status']): readonly string[] => {
  const cell = {
    place: '',
    scope: 'district',
    on: '2000-01-01',
    p: null,
    flags: [],
    lastEvidence: null,
    staleAfter: null,
  };
  const held = status === 'undetermined' || status === 'disputed' ? null : 'b';
  const against = status === 'undetermined' ? [] : status === 'disputed' ? ['a', 'b'] : ['a'];
  const look = lookOf({ ...cell, status, holder: held, against } as unknown as ControlCell, numbers);
  const paint = paintWith(theme);
  const patterns = patternsOf([look], 'p').map((pattern) => drawPattern(pattern, { paint, prefix: 'p', zoom: 1 }));
  const square = draw('rect', { width: SIZE, height: SIZE, fill: fillOf(look.fill, paint, 'p') });
  const size = { xmlns: 'http://www.w3.org/2000/svg', width: SIZE, height: SIZE };
  const { pixels } = new Resvg(toMarkup(draw('svg', size, [draw('defs', {}, patterns), square]))).render();
  const hex = (value: number | undefined): string => (value ?? 0).toString(16).padStart(2, '0');
  return Array.from({ length: SIZE * SIZE }, (_, at) => `#${[0, 1, 2].map((of) => hex(pixels[at * 4 + of])).join('')}`);
};

const SHIFTS = Array.from({ length: 12 }, (_, at) => at * 2);
const SAMPLED = Array.from({ length: 12 }, (_, at) => at * 2);

/** The mean distance of two forms where they lie as alike as they can: what no shift can hide. */
const formDistance = (a: readonly string[], b: readonly string[], vision: Vision): number => {
  const at = (pixels: readonly string[], x: number, y: number): string => pixels[y * SIZE + x] ?? '';
  const apart = (dx: number, dy: number): number => {
    let sum = 0;
    for (const y of SAMPLED) for (const x of SAMPLED) sum += distanceOf(at(a, x, y), at(b, x + dx, y + dy), vision);
    return sum / SAMPLED.length ** 2;
  };
  return Math.min(...SHIFTS.flatMap((dy) => SHIFTS.map((dx) => apart(dx, dy))));
};

describe.each(THEMES)('the six forms, %s', (theme) => {
  const drawn = new Map(STATUSES.map((status) => [status, pixelsOf(theme, status)]));

  it.each(VISIONS)('are told apart without their outlines, %s', (vision) => {
    for (const [a, b] of pairs(STATUSES))
      expect(formDistance(drawn.get(a) ?? [], drawn.get(b) ?? [], vision), `${a} and ${b}`).toBeGreaterThan(
        STATUS_FLOOR,
      );
  });
});
