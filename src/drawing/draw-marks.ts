// Numbers that people say, as signs at their day and number: a bar, an arrow up for "over", down for "under", a bracket for
// a range. Near the chosen day their words stack with leaders, our own number among them; elsewhere where there is room.
import { daysBetween } from '../model/time.ts';
import { type Asked, type Box, placeLabels } from './mark-labels.ts';
import { type Drawn, draw } from './scene.ts';
import type { StripDrawing, StripMark } from './strip-drawing.ts';
import { type RowScale, xOf } from './strip-scale.ts';

/** Words of marks nearer than this stand with the chosen day. */
const NEAR_DAYS = 7;
const MOST_NEAR = 4;
/** A narrow strip has room for fewer. */
const NARROW = 480;
const MOST_NEAR_NARROW = 2;

const round = (value: number): number => Math.round(value * 10) / 10;

const SIGNS = {
  none: () => 'M-5 0H5',
  over: () => 'M-5 0H5M0 0V-9M-3.500 -5.500L0 -9L3.500 -5.500',
  under: () => 'M-5 0H5M0 0V9M-3.500 5.500L0 9L3.500 5.500',
  range: (up: number, down: number) => `M-4 ${-up}H4M0 ${-up}V${down}M-4 ${down}H4`,
} as const;

const drawSign = (strip: StripDrawing, { y }: RowScale, mark: StripMark): Drawn => {
  const token = mark.side === null ? 'ink' : (`side-${mark.side}-text` as const);
  const [up, down] = [y(mark.number) - y(mark.high), y(mark.low) - y(mark.number)].map(round);
  const d = SIGNS[mark.bound](up ?? 0, down ?? 0);
  const at = `translate(${round(xOf(mark.on, strip))} ${round(y(mark.number))})`;
  const path = (attributes: Readonly<Record<string, string | number>>): Drawn =>
    draw('path', { d, transform: at, fill: 'none', 'stroke-linejoin': 'round', ...attributes });
  return draw('g', { class: 'said' }, [
    path({ stroke: strip.paint('panel'), 'stroke-width': 5, 'stroke-linecap': 'round' }),
    path({ stroke: strip.paint(token), 'stroke-width': 2 }),
  ]);
};

const textOf = (strip: StripDrawing, { number, who, x, y, anchor }: Box): readonly Drawn[] => {
  const text = (attributes: Readonly<Record<string, string | number>>): Drawn =>
    draw('text', { x: round(x), y: round(y + 4), 'text-anchor': anchor, ...attributes }, [
      draw('tspan', { 'font-weight': 640, fill: strip.paint('ink') }, [number]),
      draw('tspan', { fill: strip.paint('ink2') }, [` ${who}`]),
    ]);
  return [
    text({
      stroke: strip.paint('panel'),
      'stroke-width': 5,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    }),
  ];
};

const leader = (strip: StripDrawing, box: Box): Drawn =>
  draw('path', {
    d: `M${round(box.x + (box.anchor === 'end' ? 3 : -3))} ${round(box.y)}L${round(box.to[0])} ${round(box.to[1])}`,
    stroke: strip.paint('ink3'),
    'stroke-width': 0.8,
    fill: 'none',
  });

/** The nearest first, then the highest. */
const nearTo = (strip: StripDrawing, marks: readonly StripMark[]): readonly StripMark[] => {
  const far = ({ on }: StripMark): number => Math.abs(daysBetween(strip.on, on));
  return marks
    .filter((mark) => far(mark) <= NEAR_DAYS)
    .sort((a, b) => far(a) - far(b) || b.number - a.number)
    .slice(0, strip.width < NARROW ? MOST_NEAR_NARROW : MOST_NEAR);
};

/** Signs and words of one row; `withOwn` where our own number is of this row's side. */
export const drawMarks = (strip: StripDrawing, scale: RowScale, withOwn: boolean): readonly Drawn[] => {
  const marks = strip.marks.filter(({ of }) => of === scale.row.side);
  const signs = marks.map((mark) => drawSign(strip, scale, mark));
  if (!strip.labelled) return signs;
  const near = nearTo(strip, marks);
  const asked = ({ words, who, on, number }: StripMark): Asked => ({
    ...{ number: words, who, to: [xOf(on, strip), scale.y(number)] },
  });
  const { own } = strip;
  const ours: readonly Asked[] =
    withOwn && own !== null
      ? [{ number: own.number, who: own.who, to: [xOf(strip.on, strip), scale.y(own.value)] }]
      : [];
  const rest = marks.filter((mark) => mark.counted && !near.includes(mark)).map(asked);
  const placed = placeLabels({ ...strip, at: xOf(strip.on, strip) }, [...ours, ...near.map(asked)], rest);
  return [
    ...placed.near.map((box) => leader(strip, box)),
    ...signs,
    ...[...placed.near, ...placed.far].flatMap((box) => textOf(strip, box)),
  ];
};
