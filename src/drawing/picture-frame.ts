// What must be printed on every picture: headline, both dates, legend, scale, what is mapped, limits, origin.
import type { Assessment } from '../model/control.ts';
import type { PlaceId } from '../model/place.ts';
import type { Theatre } from '../model/theatre.ts';
import { type Day, dayIn } from '../model/time.ts';
import { type ControlCell, cellOf } from './cell.ts';
import { comparedHeadline, comparedSub } from './compare-words.ts';
import { dayWords, longDayWords } from './day-words.ts';
import type { Compared } from './find-changes.ts';
import type { Ground } from './ground.ts';
import { fill, type Words } from './language.ts';
import type { MapBox } from './map-box.ts';
import type { Paint, ThemeName } from './palette.ts';
import { type Drawn, draw } from './scene.ts';
import { headlineOf, headlineSide, nameSides, tally } from './words.ts';

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
  /** The part of the land that is shown; null: all of it. */
  readonly box?: MapBox | null;
  /** What differs between two moments, in place of one day; `on` and `asOf` are then the later one's. */
  readonly compared?: Compared<ControlCell> | null;
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
export const across = (frame: Pick<Frame, 'words' | 'options'>, x: number, width = 0): number =>
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

export const text = (frame: Frame, { x, y, words }: TextAt, style: TextStyle): Drawn =>
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

/** The picture's first sentence. */
const headlineWords = ({ options, theatre, words }: Frame, cells: readonly Assessment[]): string => {
  // A number stays with the word that it counts.
  if (options.compared) return comparedHeadline(options.compared, words).replace(/(\p{Nd}) (?=\p{L})/gu, '$1\u00a0');
  const side = headlineSide(theatre.sides);
  if (side === null) return theatre.title;
  const { before, side: name, after } = headlineOf(tally(cells.map(cellOf), side), nameSides(theatre.sides, words));
  return `${before}${name}${after}`;
};

/** As known when: an instant is told by its day. */
const knownWords = ({ options: { asOf }, theatre, words }: Frame): string =>
  asOf === null
    ? words.headline.knownAll
    : fill(words.headline.knownOn, { day: dayWords(dayIn(asOf, theatre.timezone), words) }, words);

const LINE = { head: 32, small: 20, note: 17 } as const;
const MOST_CHARACTERS = { head: 20, note: 46 } as const;

export const drawHead = (frame: Frame, cells: readonly Assessment[]): readonly Drawn[] => {
  const { paint, options, theatre, words } = frame;
  const lines = wrap(headlineWords(frame, cells), MOST_CHARACTERS.head);
  const below = EDGE + 30 + lines.length * LINE.head;
  const ink = { size: 13, fill: paint('ink2') };
  const dark = { weight: 640, fill: paint('ink') };
  const sub = options.compared
    ? wrap(
        comparedSub(options.compared, headlineSide(theatre.sides), nameSides(theatre.sides, words)),
        MOST_CHARACTERS.note,
      )
    : [];
  const day = fill(words.picture.dayAnd, { day: longDayWords(options.on, words) }, words);
  return [
    ...lines.map((line, at) =>
      text(frame, { x: EDGE, y: EDGE + 26 + at * LINE.head, words: line }, { size: 26, ...dark }),
    ),
    text(frame, { x: EDGE, y: below, words: day }, { size: 14, ...dark }),
    text(frame, { x: EDGE, y: below + LINE.small, words: knownWords(frame) }, ink),
    text(frame, { x: EDGE, y: below + 2 * LINE.small, words: theatre.title }, ink),
    ...sub.map((line, at) =>
      text(frame, { x: EDGE, y: below + 3 * LINE.small + at * LINE.note, words: line }, { ...ink, size: 12 }),
    ),
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
