// What happened to a place between two moments, as a sign in ink: it says the kind of change by form alone.
import type { Paint } from './palette.ts';
import { type Drawn, draw } from './scene.ts';

export type ChangeSign = 'gained' | 'lost' | 'twice' | 'known' | 'hands';

/** In a box of 16 × 16. */
const FILLED: Readonly<Record<Exclude<ChangeSign, 'twice' | 'hands'>, string>> = {
  gained: 'M8 3L13.500 12.500H2.500Z',
  lost: 'M8 13L2.500 3.500H13.500Z',
  known: 'M8 4.500A3.500 3.500 0 1 1 8 11.500A3.500 3.500 0 1 1 8 4.500Z',
};
const STROKED: Readonly<Record<'twice' | 'hands', string>> = {
  twice: 'M4.200 5.400A4.800 4.800 0 1 1 3.300 9.500M3.800 2.200V5.800H7.400',
  hands: 'M2.500 5.500H12.500M10 3L12.500 5.500L10 8M13.500 10.500H3.500M6 8L3.500 10.500L6 13',
};

/** The sign with a rim of paper, so that it stands on any pattern. */
export const drawChangeSign = (sign: ChangeSign, paint: Paint): readonly Drawn[] => {
  const rim = { stroke: paint('paper'), 'stroke-linejoin': 'round', 'stroke-linecap': 'round' } as const;
  if (sign === 'twice' || sign === 'hands') {
    const d = STROKED[sign];
    return [
      draw('path', { d, fill: 'none', ...rim, 'stroke-width': 5 }),
      draw('path', { d, fill: 'none', stroke: paint('ink'), 'stroke-width': 1.8 }),
    ];
  }
  return [
    draw('path', { d: FILLED[sign], fill: paint('paper'), ...rim, 'stroke-width': 3 }),
    draw('path', { d: FILLED[sign], fill: paint('ink') }),
  ];
};

export const drawChangeImage = (sign: ChangeSign, paint: Paint): Drawn =>
  draw(
    'svg',
    { viewBox: '0 0 16 16', width: 14, height: 14, 'aria-hidden': 'true', focusable: 'false', class: 'change-sign' },
    drawChangeSign(sign, paint),
  );

export interface PlacedSign {
  readonly sign: ChangeSign;
  readonly at: readonly [x: number, y: number];
}

const SIZE = 16;

/** Signs over the map, of one size on screen at any zoom. */
export const drawChangeSigns = (
  signs: readonly PlacedSign[],
  { paint, zoom }: { readonly paint: Paint; readonly zoom: number },
): Drawn =>
  draw(
    'g',
    { class: 'change-signs', 'pointer-events': 'none' },
    signs.map(({ sign, at: [x, y] }) =>
      draw(
        'g',
        {
          transform: `translate(${x} ${y}) scale(${1 / zoom}) translate(${-SIZE / 2} ${-SIZE / 2})`,
          'data-change': sign,
        },
        drawChangeSign(sign, paint),
      ),
    ),
  );
