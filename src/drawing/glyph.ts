// A status as a 16 px sign, for lists, towns and cells too small for a pattern; the same forms, readable in grey.
import type { SideId } from '../model/actor.ts';
import type { ControlCell } from './cell.ts';
import type { Paint, SideNumber } from './palette.ts';
import { type Drawn, draw } from './scene.ts';

/** Shape by scope: what kind of thing is held. */
export type GlyphShape = 'circle' | 'diamond' | 'square' | 'bar';

export interface Glyph {
  readonly shape: GlyphShape;
  readonly status: ControlCell['status'];
  readonly sides: readonly SideNumber[];
  readonly empty: boolean;
}

export const glyphShapeOf = (scope: ControlCell['scope']): GlyphShape => {
  if (scope === 'crossing') return 'diamond';
  if (scope === 'road') return 'bar';
  return scope === 'base' || scope === 'facility' ? 'square' : 'circle';
};

export const glyphOf = (cell: ControlCell, numbers: ReadonlyMap<SideId, SideNumber>): Glyph => {
  const held = cell.holder !== null && cell.holder !== 'none';
  const ids = held ? [cell.holder, ...cell.against] : cell.against;
  return {
    shape: glyphShapeOf(cell.scope),
    status: cell.status,
    sides: ids.map((id) => numbers.get(id) ?? 6),
    empty: cell.holder === 'none',
  };
};

type Outer = (attributes: Readonly<Record<string, string | number | null>>) => Drawn;

const OUTER: Readonly<Record<GlyphShape, (r: number) => Outer>> = {
  circle: (r) => (attributes) => draw('circle', { cx: 8, cy: 8, r, ...attributes }),
  diamond: (r) => (attributes) => draw('path', { d: `M8 ${7 - r}L${9 + r} 8L8 ${9 + r}L${7 - r} 8Z`, ...attributes }),
  square: (r) => (attributes) =>
    draw('rect', { x: 8 - r + 0.5, y: 8 - r + 0.5, width: 2 * r - 1, height: 2 * r - 1, ...attributes }),
  bar: (r) => (attributes) =>
    draw('rect', { x: 7 - r, y: 8 - r / 2, width: 2 * r + 2, height: r, rx: 1, ...attributes }),
};

const area = (paint: Paint, side: SideNumber | undefined): string =>
  side === undefined ? paint('land') : paint(`side-${side}-area-00`);
const line = (paint: Paint, side: SideNumber | undefined): string =>
  side === undefined ? paint('rule') : paint(`side-${side}-line`);

const claimed = (glyph: Glyph, paint: Paint): readonly Drawn[] => {
  const stroke = line(paint, glyph.sides[0]);
  return [
    OUTER[glyph.shape](6)({ fill: paint('land'), stroke, 'stroke-width': 1.8, 'stroke-dasharray': '3.2 1.9' }),
    draw('path', {
      d: glyph.shape === 'bar' ? 'M6.2 11L9.8 5' : 'M4.6 11.4L11.4 4.6',
      stroke,
      'stroke-width': 1.8,
      fill: 'none',
    }),
  ];
};

const threatened = (glyph: Glyph, paint: Paint): readonly Drawn[] => [
  OUTER[glyph.shape](6.4)({ fill: paint('land'), stroke: line(paint, glyph.sides[1]), 'stroke-width': 2 }),
  OUTER[glyph.shape](3.4)({ fill: area(paint, glyph.sides[0]) }),
];

/** Quarters or halves over a whole: the whole keeps the outer shape, the parts are clipped by their own geometry. */
const PARTS: Readonly<Record<'contested' | 'disputed', Readonly<Record<GlyphShape, string>>>> = {
  contested: {
    circle: 'M8 8L8 2A6 6 0 0 1 14 8ZM8 8L8 14A6 6 0 0 1 2 8Z',
    diamond: 'M8 8L8 1L15 8ZM8 8L8 15L1 8Z',
    square: 'M8 8L8 2.5L13.5 2.5L13.5 8ZM8 8L8 13.5L2.5 13.5L2.5 8Z',
    bar: 'M8 8L8 5L15 5L15 8ZM8 8L8 11L1 11L1 8Z',
  },
  disputed: {
    circle: 'M8 2A6 6 0 0 1 8 14Z',
    diamond: 'M8 1L15 8L8 15Z',
    square: 'M8 2.5L13.5 2.5L13.5 13.5L8 13.5Z',
    bar: 'M8 5L15 5L15 11L8 11Z',
  },
};

const parted = (glyph: Glyph, paint: Paint, status: 'contested' | 'disputed'): readonly Drawn[] => {
  const whole = OUTER[glyph.shape](6);
  return [
    whole({ fill: area(paint, glyph.sides[0]) }),
    draw('path', { d: PARTS[status][glyph.shape], fill: area(paint, glyph.sides[1]) }),
    whole({ fill: 'none', stroke: paint(status === 'disputed' ? 'ink' : 'ink2'), 'stroke-width': 1.4 }),
  ];
};

const undetermined = (glyph: Glyph, paint: Paint): readonly Drawn[] => [
  OUTER[glyph.shape](5.6)({
    fill: paint('land'),
    stroke: paint('rule'),
    'stroke-width': 1.4,
    'stroke-dasharray': glyph.empty ? null : '1 2.2',
    'stroke-linecap': 'round',
  }),
];

const confirmed = (glyph: Glyph, paint: Paint): readonly Drawn[] => [
  OUTER[glyph.shape](6)({
    fill: area(paint, glyph.sides[0]),
    stroke: line(paint, glyph.sides[0]),
    'stroke-width': 1.2,
  }),
];

/** The glyph's parts in a box of 16 × 16. */
export const drawGlyph = (glyph: Glyph, paint: Paint): readonly Drawn[] => {
  switch (glyph.status) {
    case 'confirmed':
      return confirmed(glyph, paint);
    case 'claimed':
      return claimed(glyph, paint);
    case 'threatened':
      return threatened(glyph, paint);
    case 'contested':
    case 'disputed':
      return parted(glyph, paint, glyph.status);
    case 'undetermined':
      return undetermined(glyph, paint);
  }
};

/** The glyph as an image of its own; decoration beside words, hidden from readers that hear the words. */
export const drawGlyphImage = (glyph: Glyph, paint: Paint, size = 16): Drawn =>
  draw(
    'svg',
    { viewBox: '0 0 16 16', width: size, height: size, 'aria-hidden': 'true', focusable: 'false', class: 'glyph' },
    drawGlyph(glyph, paint),
  );
