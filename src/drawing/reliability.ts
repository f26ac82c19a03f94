// The reliability diagram: how often came true what was forecast, bin by bin, with its band; a panel for each clock.
// Invariant: what is drawn is written beside it; a forecast that keeps its word lies on the diagonal.
import { type Paint, paintWith, type ThemeName } from './palette.ts';
import { type Drawn, draw, toMarkup } from './scene.ts';

export interface DrawnBin {
  /** Mean forecast, and share that came true. */
  readonly p: number;
  readonly rate: number;
  /** 90 % band of the share. */
  readonly band: { readonly low: number; readonly high: number } | null;
  readonly weight: number;
}

export interface ReliabilityPanel {
  readonly title: string;
  readonly figures: string;
  readonly bins: readonly DrawnBin[];
}

export interface ReliabilityWords {
  readonly heading: string;
  readonly below: string;
  /** Lines at the foot: what was scored, against what, made how. */
  readonly foot: readonly string[];
  readonly theme: ThemeName;
}

const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", Arial, sans-serif';
const EDGE = 24;
const SIDE = 340;
const GAP = 76;
const TOP = 128;
const LEFT = 72;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const LEAST_RADIUS = 2.5;
const MOST_RADIUS = 6;

interface Frame {
  readonly paint: Paint;
  readonly left: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;
const across = ({ left }: Frame, p: number): number => round(left + p * SIDE);
const up = (rate: number): number => round(TOP + (1 - rate) * SIDE);

const text = (
  at: readonly [x: number, y: number],
  words: string,
  style: { readonly size: number; readonly fill: string; readonly weight?: number; readonly anchor?: string },
): Drawn =>
  draw(
    'text',
    {
      ...{ x: at[0], y: at[1], 'font-size': style.size, fill: style.fill },
      ...{ 'font-weight': style.weight ?? null, 'text-anchor': style.anchor ?? null },
    },
    [words],
  );

const line = (from: readonly [number, number], to: readonly [number, number], stroke: string): Drawn =>
  draw('path', { d: `M${from[0]} ${from[1]}L${to[0]} ${to[1]}`, stroke, 'stroke-width': 1, fill: 'none' });

const drawGrid = (frame: Frame): readonly Drawn[] => {
  const { paint } = frame;
  const small = { size: 11, fill: paint('ink3') };
  return [
    draw('rect', { x: frame.left, y: TOP, width: SIDE, height: SIDE, fill: paint('panel'), stroke: paint('hair') }),
    ...TICKS.slice(1, -1).flatMap((at) => [
      line([across(frame, at), TOP], [across(frame, at), TOP + SIDE], paint('hair')),
      line([frame.left, up(at)], [frame.left + SIDE, up(at)], paint('hair')),
    ]),
    ...TICKS.flatMap((at) => [
      text([across(frame, at), TOP + SIDE + 16], `${at * 100} %`, { ...small, anchor: 'middle' }),
      text([frame.left - 7, up(at) + 4], `${at * 100} %`, { ...small, anchor: 'end' }),
    ]),
    draw('path', {
      d: `M${frame.left} ${TOP + SIDE}L${frame.left + SIDE} ${TOP}`,
      ...{ stroke: paint('rule'), 'stroke-width': 1.2, 'stroke-dasharray': '4 3', fill: 'none' },
    }),
  ];
};

/** Band, then the point: its area grows with what the bin holds. */
const drawBin = (frame: Frame, { p, rate, band, weight }: DrawnBin, most: number): readonly Drawn[] => {
  const { paint } = frame;
  const radius = round(Math.max(LEAST_RADIUS, MOST_RADIUS * Math.sqrt(weight / most)));
  const x = across(frame, p);
  const whisker =
    band === null
      ? []
      : [
          draw('path', {
            d: `M${x - 4} ${up(band.high)}h8m-4 0V${up(band.low)}m-4 0h8`,
            ...{ stroke: paint('ink2'), 'stroke-width': 1.6, fill: 'none' },
          }),
        ];
  const point = { fill: paint('ink'), stroke: paint('panel'), 'stroke-width': 1 };
  const says = `forecast ${Math.round(p * 100)} %, came true ${Math.round(rate * 100)} %, ${round(weight)} cell-days`;
  return [...whisker, draw('circle', { cx: x, cy: up(rate), r: radius, ...point }, [draw('title', {}, [says])])];
};

const drawCurve = (frame: Frame, bins: readonly DrawnBin[]): readonly Drawn[] => {
  const points = bins.map(({ p, rate }) => `${across(frame, p)} ${up(rate)}`);
  if (points.length < 2) return [];
  return [draw('path', { d: `M${points.join('L')}`, stroke: frame.paint('ink2'), 'stroke-width': 1.6, fill: 'none' })];
};

const drawPanel = (frame: Frame, { title, figures, bins }: ReliabilityPanel): Drawn => {
  const { paint, left } = frame;
  const most = Math.max(...bins.map(({ weight }) => weight), 1);
  const label = { size: 12, fill: paint('ink2'), anchor: 'middle' };
  return draw('g', {}, [
    text([left, TOP - 30], title, { size: 14, weight: 640, fill: paint('ink') }),
    text([left, TOP - 12], figures, { size: 12, fill: paint('ink2') }),
    ...drawGrid(frame),
    ...drawCurve(frame, bins),
    ...bins.flatMap((bin) => drawBin(frame, bin, most)),
    text([left + SIDE / 2, TOP + SIDE + 36], 'forecast', label),
    draw('g', { transform: `translate(${left - 46} ${TOP + SIDE / 2}) rotate(-90)` }, [
      text([0, 0], 'came true', label),
    ]),
  ]);
};

/** The whole diagram; panels stand side by side. */
export const drawReliability = (panels: readonly ReliabilityPanel[], words: ReliabilityWords): string => {
  const paint = paintWith(words.theme);
  const width = LEFT + panels.length * SIDE + (panels.length - 1) * GAP + EDGE;
  const height = TOP + SIDE + 64 + words.foot.length * 15;
  const drawn = draw(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, 'font-family': FONT },
      ...{ role: 'img', 'aria-label': `${words.heading}. ${words.below}` },
    },
    [
      draw('rect', { width, height, fill: paint('paper') }),
      text([EDGE, EDGE + 14], words.heading, { size: 20, weight: 640, fill: paint('ink') }),
      text([EDGE, EDGE + 36], words.below, { size: 13, fill: paint('ink2') }),
      ...panels.map((panel, at) => drawPanel({ paint, left: LEFT + at * (SIDE + GAP) }, panel)),
      ...words.foot.map((one, at) => text([EDGE, TOP + SIDE + 62 + at * 15], one, { size: 11, fill: paint('ink3') })),
    ],
  );
  return `${toMarkup(drawn)}\n`;
};
