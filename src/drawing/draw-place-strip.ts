// The days of one place: its periods as a band in the map's forms, and each claim as a triangle at its day, by who speaks.
// Invariant: form and place tell the speaker and the denial, colour only repeats it; one saying is one triangle.
import { type Day, daysBetween } from '../model/time.ts';
import { shortDayWords } from './day-words.ts';
import type { Words } from './language.ts';
import type { Look } from './look.ts';
import type { Paint, SideNumber } from './palette.ts';
import { drawPattern, fillOf, patternsOf } from './patterns.ts';
import { type Drawn, draw } from './scene.ts';

export interface Saying {
  readonly id: string;
  readonly day: Day;
  /** The incumbent's words stand below the band, everybody else's above. */
  readonly above: boolean;
  /** The speaker's side; null for others. */
  readonly side: SideNumber | null;
  readonly denial: boolean;
  readonly answers: string | null;
}

export interface PlaceStrip {
  readonly first: Day;
  readonly last: Day;
  readonly width: number;
  readonly on: Day;
  /** In order; each lasts until the next begins. */
  readonly periods: readonly { readonly from: Day; readonly look: Look }[];
  readonly sayings: readonly Saying[];
  readonly paint: Paint;
  readonly prefix: string;
  readonly words: Words;
}

const BAND = 12;
const STEP = 9;
const HALF = 4;
/** So many triangles stand on one another; more are one with a number. */
const MOST_STACKED = 3;
const AXIS = 18;
const ROOM = MOST_STACKED * STEP + 2;

export const PLACE_STRIP_HEIGHT = ROOM + BAND + ROOM + AXIS;

const round = (value: number): number => Math.round(value * 10) / 10;

const xOf = (strip: PlaceStrip, day: Day): number =>
  ((daysBetween(strip.first, day) + 0.5) / (daysBetween(strip.first, strip.last) + 1)) * strip.width;

const drawPeriods = (strip: PlaceStrip): readonly Drawn[] => {
  const { first, last, width } = strip;
  const total = daysBetween(first, last) + 1;
  const edge = (day: Day): number => (Math.min(total, Math.max(0, daysBetween(first, day))) / total) * width;
  return strip.periods.flatMap(({ from, look }, at) => {
    const next = strip.periods[at + 1];
    const [left, right] = [edge(from), next === undefined ? width : edge(next.from)];
    if (right <= left) return [];
    const outline = look.outline ?? { token: 'hair' as const, width: 1, dash: null };
    return [
      draw('rect', {
        ...{ x: round(left), y: ROOM, width: round(right - left), height: BAND },
        fill: fillOf(look.fill, strip.paint, strip.prefix),
        stroke: strip.paint(outline.token),
        'stroke-width': Math.min(1.2, outline.width),
        'stroke-dasharray': outline.dash,
      }),
    ];
  });
};

interface Stood {
  readonly saying: Saying;
  readonly x: number;
  readonly y: number;
  /** More sayings than are drawn: how many in all. */
  readonly count: number | null;
}

/** Sayings of one day and one row, stacked away from the band; many of them as one with their number. */
const standing = (strip: PlaceStrip): readonly Stood[] => {
  const inside = strip.sayings.filter(({ day }) => day >= strip.first && day <= strip.last);
  const stacks = Map.groupBy(inside, ({ day, above }) => `${day} ${above}`);
  return [...stacks.values()].flatMap((stack) => {
    const isMany = stack.length > MOST_STACKED;
    return (isMany ? stack.slice(0, 1) : stack).map((saying, at) => ({
      saying,
      x: xOf(strip, saying.day),
      y: saying.above ? ROOM - 3 - HALF - at * STEP : ROOM + BAND + 3 + HALF + at * STEP,
      count: isMany ? stack.length : null,
    }));
  });
};

const drawTriangle = (strip: PlaceStrip, { saying, x, y, count }: Stood): readonly Drawn[] => {
  const token = saying.side === null ? 'ink2' : (`side-${saying.side}-line` as const);
  const way = saying.above ? 1 : -1;
  const points = [
    [x - HALF, y - way * HALF],
    [x + HALF, y - way * HALF],
    [x, y + way * HALF],
  ];
  const d = `M${points.map(([left, top]) => `${round(left ?? 0)} ${round(top ?? 0)}`).join('L')}Z`;
  const number = count === null ? [] : [String(count)];
  return [
    draw('path', {
      ...{ d, class: saying.denial ? 'saying denial-sign' : 'saying', stroke: strip.paint(token), 'stroke-width': 1.2 },
      fill: strip.paint(saying.denial ? 'panel' : token),
    }),
    ...number.map((words) =>
      draw(
        'text',
        { x: round(x), y: round(y - way * 8 + 4), 'text-anchor': 'middle', fill: strip.paint('ink'), 'font-size': 11 },
        [words],
      ),
    ),
  ];
};

/** From each denial to what it answers. */
const drawAnswers = (strip: PlaceStrip, all: readonly Stood[]): readonly Drawn[] => {
  const byId = new Map(all.map((stood) => [stood.saying.id, stood]));
  return all.flatMap(({ saying, x, y }) => {
    const to = saying.answers === null ? undefined : byId.get(saying.answers);
    if (!saying.denial || to === undefined) return [];
    const d = `M${round(x)} ${round(y)}L${round(to.x)} ${round(to.y)}`;
    return [draw('path', { d, class: 'answer-line', stroke: strip.paint('ink3'), 'stroke-width': 0.8, fill: 'none' })];
  });
};

const LABEL_WIDTH = 44;

const drawDays = (strip: PlaceStrip, ticks: readonly Day[]): readonly Drawn[] =>
  ticks.map((day) => {
    const x = xOf(strip, day);
    const isLast = x + LABEL_WIDTH > strip.width;
    const at = { x: isLast ? strip.width : round(x), y: PLACE_STRIP_HEIGHT - 4 };
    return draw('text', { ...at, 'text-anchor': isLast ? 'end' : 'start', fill: strip.paint('ink2') }, [
      shortDayWords(day, strip.words),
    ]);
  });

/** `ticks`: the days that are named below. */
export const drawPlaceStrip = (strip: PlaceStrip, ticks: readonly Day[]): readonly Drawn[] => {
  const patterns = patternsOf(
    strip.periods.map(({ look }) => look),
    strip.prefix,
  );
  const options = { paint: strip.paint, prefix: strip.prefix, zoom: 1 };
  const stood = standing(strip);
  const x = round(xOf(strip, strip.on));
  return [
    draw(
      'defs',
      {},
      patterns.map((pattern) => drawPattern(pattern, options)),
    ),
    ...drawPeriods(strip),
    draw('path', {
      d: `M${x} 2V${PLACE_STRIP_HEIGHT - AXIS}`,
      stroke: strip.paint('ink'),
      'stroke-width': 1.5,
    }),
    ...drawAnswers(strip, stood),
    ...stood.flatMap((one) => drawTriangle(strip, one)),
    ...drawDays(strip, ticks),
  ];
};
