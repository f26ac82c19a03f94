// The strip of days: so many places of each side on each day, in the map's own forms, and what people count beside them.
// Invariant: a number that somebody said is a mark at its day and is never joined to another or filled.
import { daysBetween } from '../model/time.ts';
import { drawMarks } from './draw-marks.ts';
import { drawPattern, fillOf, patternsOf } from './patterns.ts';
import { type Drawn, draw } from './scene.ts';
import type { StripDrawing } from './strip-drawing.ts';
import { type Band, stripRows } from './strip-rows.ts';
import { type RowScale, rowScales, xOf } from './strip-scale.ts';

const round = (value: number): number => Math.round(value * 10) / 10;

/** Left and right of each day, inside the frame. */
const edgesOf = (strip: StripDrawing): readonly (readonly [number, number])[] => {
  const half = strip.width / Math.max(1, daysBetween(strip.first, strip.last)) / 2;
  const inside = (x: number): number => round(Math.min(strip.width, Math.max(0, x)));
  return strip.days.map(({ on }) => [inside(xOf(on, strip) - half), inside(xOf(on, strip) + half)]);
};

/** Steps between two stacked heights, day by day; days without any leave no ink. */
const stepsPath = (
  edges: readonly (readonly [number, number])[],
  { from, to, y }: { readonly from: readonly number[]; readonly to: readonly number[]; readonly y: RowScale['y'] },
): string => {
  let path = '';
  let at = 0;
  while (at < edges.length) {
    const start = at;
    while (at < edges.length && from[at] !== to[at]) at += 1;
    const run = edges.slice(start, at);
    const over = run.map(([left, right], i) => `H${left}V${round(y(to[start + i] ?? 0))}H${right}`);
    const back = run.map(([left, right], i) => `H${right}V${round(y(from[start + i] ?? 0))}H${left}`).reverse();
    if (run.length > 0) path += `M${run[0]?.[0]} ${round(y(from[start] ?? 0))}${over.join('')}${back.join('')}Z`;
    if (at === start) at += 1;
  }
  return path;
};

/** Stacked outward from zero: up, or down. */
const drawBands = (
  strip: StripDrawing,
  { y }: RowScale,
  { bands, sign }: { readonly bands: readonly Band[]; readonly sign: 1 | -1 },
): readonly Drawn[] => {
  const edges = edgesOf(strip);
  let from: readonly number[] = strip.days.map(() => 0);
  return bands.map(({ look, values }) => {
    const to = from.map((below, at) => below + sign * (values[at] ?? 0));
    const d = stepsPath(edges, { from, to, y });
    from = to;
    return draw('path', {
      d,
      fill: fillOf(look.fill, strip.paint, strip.prefix),
      stroke: look.outline === null ? null : strip.paint(look.outline.token),
      'stroke-width': 0.6,
    });
  });
};

const line = (strip: StripDrawing, y: number, token: 'hair' | 'rule'): Drawn =>
  draw('path', { d: `M0 ${round(y)}H${strip.width}`, stroke: strip.paint(token), 'stroke-width': 1, fill: 'none' });

const drawTicks = (strip: StripDrawing, { y, ticks }: RowScale): readonly Drawn[] =>
  ticks.flatMap((tick) => [
    line(strip, y(tick), 'hair'),
    ...(strip.labelled
      ? [
          draw('text', { x: -6, y: round(y(tick) + 4), 'text-anchor': 'end', fill: strip.paint('ink3') }, [
            String(tick),
          ]),
        ]
      : []),
  ]);

/** Everything back to front: grid, bands, zero, marks with their labels. */
export const drawStrip = (strip: StripDrawing): readonly Drawn[] => {
  const rows = stripRows(strip.days, strip);
  const looks = rows.flatMap(({ up, down }) => [...up, ...down]).map(({ look }) => look);
  const options = { paint: strip.paint, prefix: strip.prefix, zoom: 1 };
  const said = (side: string): number =>
    Math.max(0, ...strip.marks.filter((mark) => mark.of === side).map(({ high }) => high));
  const scales = rowScales(rows, strip, ({ side }) => said(side));
  return [
    draw(
      'defs',
      {},
      patternsOf(looks, strip.prefix).map((pattern) => drawPattern(pattern, options)),
    ),
    ...scales.flatMap((scale) => drawTicks(strip, scale)),
    ...scales.flatMap((scale) => [
      ...drawBands(strip, scale, { bands: scale.row.up, sign: 1 }),
      ...drawBands(strip, scale, { bands: scale.row.down, sign: -1 }),
      line(strip, scale.y(0), 'rule'),
    ]),
    ...scales.flatMap((scale, at) => drawMarks(strip, scale, at === 0)),
  ];
};
