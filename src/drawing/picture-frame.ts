// What must be printed on every picture: headline, both dates, legend, scale, what is mapped, limits, origin.
import type { Assessment } from '../model/control.ts';
import type { PlaceId } from '../model/place.ts';
import type { Theatre } from '../model/theatre.ts';
import { type Day, dayIn } from '../model/time.ts';
import { cellOf } from './cell.ts';
import { dayWords, longDayWords } from './day-words.ts';
import type { Ground } from './ground.ts';
import { fill, type Words } from './language.ts';
import { type LegendRow, legendRows, legendSides } from './legend.ts';
import type { Paint, ThemeName } from './palette.ts';
import { drawPattern, fillOf, patternsOf } from './patterns.ts';
import { type Drawn, draw } from './scene.ts';
import { numberSides } from './sides.ts';
import { headlineOf, headlineSide, nameSides, sideName, tally } from './words.ts';

export const EDGE = 24;

export interface PictureOptions {
  readonly on: Day;
  readonly asOf: Assessment['moment']['asOf'];
  readonly seq: number;
  readonly theme: ThemeName;
  readonly width: number;
  readonly height: number;
  /** Without them: English. */
  readonly words?: Words;
  /** The place that is outlined. */
  readonly chosen?: PlaceId | null;
  /** How many reports of how many outlets stand behind the ledger; null where nobody has counted. */
  readonly behind?: { readonly reports: number; readonly outlets: number } | null;
  /** Where the same view can be seen; null where nobody serves it. */
  readonly address?: string | null;
}

export interface Frame {
  readonly paint: Paint;
  readonly options: PictureOptions;
  readonly theatre: Theatre;
  readonly words: Words;
}

interface TextStyle {
  readonly size: number;
  readonly weight?: number;
  readonly fill: string;
}

const isTurned = ({ words }: Pick<Frame, 'words'>): boolean => words.direction === 'rtl';

/** Counted from the side on which lines begin; `width` is the thing's own. */
const across = (frame: Pick<Frame, 'words' | 'options'>, x: number, width = 0): number =>
  isTurned(frame) ? frame.options.width - x - width : x;

/** Marks that make a line run from right to left whatever it begins with. */
const inDirection = (frame: Frame, parts: readonly (Drawn | string)[]): readonly (Drawn | string)[] =>
  isTurned(frame) ? ['\u202b', ...parts, '\u202c'] : parts;

interface TextAt {
  readonly x: number;
  readonly y: number;
  readonly words: string | readonly (Drawn | string)[];
}

/** Words at a point of a drawing that is not turned round: of the scale and the north. */
const plain = ([x, y]: readonly [number, number], words: string, style: TextStyle): Drawn =>
  draw('text', { x, y, 'font-size': style.size, fill: style.fill }, [words]);

const text = (frame: Frame, { x, y, words }: TextAt, style: TextStyle): Drawn =>
  draw(
    'text',
    {
      ...{ x: across(frame, x), y, 'text-anchor': isTurned(frame) ? 'end' : null },
      ...{ 'font-size': style.size, 'font-weight': style.weight ?? null, fill: style.fill },
    },
    inDirection(frame, typeof words === 'string' ? [words] : words),
  );

/** Breaks a sentence into lines of at most so many characters. */
const wrap = (words: string, most: number): readonly string[] =>
  words.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
    return lines;
  }, []);

export const drawHead = (frame: Frame, cells: readonly Assessment[]): readonly Drawn[] => {
  const { paint, options, theatre, words } = frame;
  const side = headlineSide(theatre.sides);
  const sides = nameSides(theatre.sides, words);
  const headline = side === null ? null : headlineOf(tally(cells.map(cellOf), side), sides);
  const sentence = headline === null ? theatre.title : `${headline.before}${headline.side}${headline.after}`;
  const lines = wrap(sentence, 21);
  const below = EDGE + 30 + lines.length * 32;
  const known =
    options.asOf === null
      ? words.headline.knownAll
      : fill(words.headline.knownOn, { day: dayWords(dayIn(options.asOf, theatre.timezone), words) }, words);
  const ink = { size: 13, fill: paint('ink2') };
  return [
    ...lines.map((line, at) =>
      text(frame, { x: EDGE, y: EDGE + 26 + at * 32, words: line }, { size: 26, weight: 640, fill: paint('ink') }),
    ),
    text(
      frame,
      { x: EDGE, y: below, words: fill(words.picture.dayAnd, { day: longDayWords(options.on, words) }, words) },
      {
        size: 14,
        weight: 640,
        fill: paint('ink'),
      },
    ),
    text(frame, { x: EDGE, y: below + 20, words: known }, ink),
    text(frame, { x: EDGE, y: below + 40, words: theatre.title }, ink),
  ];
};

/** The sides' names in their colours, one below the other, ending at `bottom`. */
const drawSideNames = (frame: Frame, ids: readonly string[], bottom: number): readonly Drawn[] => {
  const { paint, theatre, words } = frame;
  const numbers = numberSides(theatre.sides);
  const sides = nameSides(theatre.sides, words);
  return ids.flatMap((id, at) => {
    const [y, number] = [bottom - (ids.length - 1 - at) * 20, numbers.get(id) ?? 6];
    return [
      draw('rect', {
        x: across(frame, EDGE, 11),
        y: y - 10,
        width: 11,
        height: 11,
        fill: paint(`side-${number}-area-00`),
      }),
      text(
        frame,
        { x: EDGE + 17, y, words: sideName(id, sides) },
        { size: 13, weight: 640, fill: paint(`side-${number}-text`) },
      ),
    ];
  });
};

const drawLegendRow = (frame: Frame, { name, means, looks }: LegendRow, top: number): readonly Drawn[] => [
  ...looks.map((look, nth) =>
    draw('rect', {
      x: across(frame, EDGE + nth * 26, 22),
      y: top,
      width: 22,
      height: 15,
      fill: fillOf(look.fill, frame.paint, 'key'),
      stroke: frame.paint(look.outline?.token ?? 'hair'),
      'stroke-width': look.outline?.width ?? 1,
      'stroke-dasharray': look.outline?.dash ?? null,
    }),
  ),
  text(
    frame,
    { x: EDGE + 58, y: top + 12, words: [draw('tspan', { 'font-weight': 640 }, [name]), ` ${means}`] },
    {
      size: 12,
      fill: frame.paint('ink'),
    },
  ),
];

/** What the three steps towards grey mean. */
const drawAges = (frame: Frame, top: number): readonly Drawn[] => [
  ...([0, 1, 2] as const).map((age) =>
    draw('rect', {
      x: across(frame, EDGE + age * 16, 15),
      y: top,
      width: 15,
      height: 15,
      fill: frame.paint(`side-2-area-0${age}`),
    }),
  ),
  text(frame, { x: EDGE + 58, y: top + 12, words: frame.words.age.older }, { size: 12, fill: frame.paint('ink2') }),
];

export const drawSwatches = (frame: Frame, cells: readonly Assessment[]): readonly Drawn[] => {
  const { paint, options, theatre, words } = frame;
  const rows = legendRows([1, 2], words);
  const top = options.height - 258;
  const looks = rows.flatMap((row) => row.looks);
  const patterns = patternsOf(looks, 'key').map((pattern) => drawPattern(pattern, { paint, prefix: 'key', zoom: 1 }));
  return [
    draw('defs', {}, patterns),
    ...drawSideNames(frame, legendSides(numberSides(theatre.sides), cells), top - 15),
    ...rows.flatMap((row, at) => drawLegendRow(frame, row, top + at * 24)),
    ...drawAges(frame, top + rows.length * 24),
  ];
};

const ROUND_KM = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

export const drawScale = (frame: Frame, ground: Ground): readonly Drawn[] => {
  const { paint, options, words } = frame;
  const km = ROUND_KM.filter((step) => step / ground.kmPerPixel < 120).at(-1);
  if (km === undefined || ground.kmPerPixel === 0) return [];
  const length = km / ground.kmPerPixel;
  const [right, y] = [across(frame, options.width - EDGE - 40 - length, length) + length, options.height - 62];
  return [
    draw('path', {
      d: `M${right - length} ${y - 4}v4h${length.toFixed(1)}v-4`,
      fill: 'none',
      stroke: paint('ink2'),
      'stroke-width': 1,
    }),
    plain([right - length, y - 8], fill(words.picture.km, { n: km }, words), { size: 11, fill: paint('ink2') }),
    draw('path', {
      d: `M${right + 18} ${y}v-12m-3 4l3 -4l3 4`,
      fill: 'none',
      stroke: paint('ink2'),
      'stroke-width': 1,
    }),
    plain([right + 26, y], words.picture.north, { size: 12, fill: paint('ink2') }),
  ];
};

/** The ledger's, the theatre's and the model's state, how much stands behind it, and where it can be seen. */
const originLines = ({ options, theatre, words }: Frame, model: string | undefined): readonly string[] => {
  const { seq, behind = null, address = null } = options;
  const made = fill(
    words.picture.made,
    {
      seq,
      theatre: theatre.id,
      version: theatre.version.slice(0, 12),
      model: model === undefined ? '' : fill(words.picture.model, { version: model }, words),
    },
    words,
  );
  const sources = behind === null ? [] : [fill(words.picture.behind, { ...behind }, words)];
  return [...sources, address === null ? made : `${made} · ${address}`];
};

const FOOT_LINE = 15;

export const drawFoot = (frame: Frame, cells: readonly Assessment[]): readonly Drawn[] => {
  const { paint, options, theatre, words } = frame;
  const approximate = theatre.cells.some((cell) => cell.approximate);
  const limits = approximate ? words.picture.mappedOwn : words.picture.mapped;
  const [first = '', ...rest] = originLines(frame, cells[0]?.model.version);
  // What stands behind it goes into the line of limits where there is one.
  const lines = rest.length === 0 ? [limits, first] : [`${limits} ${first}`, ...rest];
  return lines.map((line, at) =>
    text(frame, { x: EDGE, y: options.height - 28 + at * FOOT_LINE, words: line }, { size: 11, fill: paint('ink3') }),
  );
};
