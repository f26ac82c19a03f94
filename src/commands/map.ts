// whoholds map: the map of one day as a picture that stands alone, SVG or PNG.

import type { Moment } from '../drawing/find-changes.ts';
import { LANGUAGES } from '../drawing/language.ts';
import { type MapBox, parseBox } from '../drawing/map-box.ts';
import { THEMES, type ThemeName } from '../drawing/palette.ts';
import { drawMap } from '../drawing/picture.ts';
import { Fault } from '../model/outcome.ts';
import { compareMoments } from '../publishing/compare-view.ts';
import { paintPicture } from '../publishing/paint-picture.ts';
import { countSources, wordsOf } from '../publishing/view-files.ts';
import { wholeNumber } from '../settings.ts';
import { type AskOptions, ask, cutFrom, onFrom } from './ask.ts';
import { dayFrom, momentFrom, oneOf, placeFrom } from './moment.ts';
import { type DelayOptions, delayedBy } from './publish.ts';
import { type ExitStatus, print, tell } from './terminal.ts';
import { writeBytes, writeTextFile } from './write-file.ts';

export interface MapOptions extends AskOptions, DelayOptions {
  readonly out?: string;
  readonly theme?: string;
  readonly lang?: string;
  readonly width?: string;
  readonly box?: string;
  readonly with?: string;
  readonly withAsOf?: string;
}

const WIDTH = 1280;
const LEAST_WIDTH = 1200;
/** As wide as 16 is to 10: room for the headline and the legend beside the land. */
const HEIGHT_SHARE = 0.625;
/** A PNG has two pixels for each unit, so that it prints. */
const PNG_SCALE = 2;

const widthFrom = (text: string | undefined): number => {
  const width = wholeNumber('width', text, WIDTH);
  if (width >= LEAST_WIDTH) return width;
  throw new Fault('usage', `--width ${width} leaves no room for what must be printed on a picture.`, {
    expected: [`${LEAST_WIDTH} or more`],
  });
};

const isPng = (file: string): boolean => {
  if (/\.png$/i.test(file)) return true;
  if (/\.svg$/i.test(file)) return false;
  throw new Fault('usage', `--out ${file} has no form that a picture can take.`, { expected: ['*.svg', '*.png'] });
};

const boxFrom = (text: string | undefined): MapBox | null => {
  if (text === undefined) return null;
  const box = parseBox(text);
  if (box !== null) return box;
  throw new Fault('usage', `--box does not understand “${text}”.`, {
    expected: ['west,south,east,north in degrees, e.g. 67,35,71,37.5'],
  });
};

/** The other moment, of two that are compared: another day, or the same day as known at another moment. */
const otherMoment = (options: MapOptions, one: Moment): Moment | null => {
  if (options.with === undefined && options.withAsOf === undefined) return null;
  return {
    on: options.with === undefined ? one.on : dayFrom('--with', options.with),
    asOf: options.withAsOf === undefined ? one.asOf : momentFrom('--with-as-of', options.withAsOf),
  };
};

/** The cells of the day, or what differs between two moments. */
const viewFrom = async (options: MapOptions, { whoholds, cut }: ReturnType<typeof delayedBy>) => {
  const on = await onFrom(options, whoholds);
  const asked = cutFrom(options, whoholds);
  const asOf = cut === null || (asked.asOf !== null && asked.asOf < cut) ? asked.asOf : cut;
  const seq = asked.seq ?? (await whoholds.seq());
  const one = { on, asOf: asOf === asked.asOf ? (options.asOf ?? null) : asOf };
  const other = otherMoment(options, one);
  if (other !== null) return { seq, ...(await compareMoments(whoholds, [one, other], seq)) };
  const cells = await whoholds.control({ on, asOf, seq, place: null, scope: null, minStatus: null, all: false });
  return { on, asOf, seq, cells, compared: null };
};

/** Without `--out` the SVG goes to standard output. */
export const mapCommand = (options: MapOptions): Promise<ExitStatus> => {
  const width = widthFrom(options.width);
  const theme: ThemeName = oneOf('--theme', options.theme, THEMES) ?? 'light';
  const words = wordsOf(oneOf('--lang', options.lang, LANGUAGES));
  const box = boxFrom(options.box);
  const png = options.out !== undefined && isPng(options.out);
  return ask(options, async (open) => {
    const delayed = delayedBy(options, open);
    const { theatre } = delayed.whoholds;
    const { cells, ...view } = await viewFrom(options, delayed);
    const behind = await countSources(delayed);
    const chosen = options.place === undefined ? null : placeFrom(options.place, theatre);
    const size = { width, height: Math.round(width * HEIGHT_SHARE) };
    const svg = drawMap(theatre, cells, { ...view, ...size, theme, words, behind, box, chosen });
    if (options.out === undefined) await print(svg.trimEnd());
    else if (png) writeBytes(options.out, await paintPicture(svg, PNG_SCALE));
    else writeTextFile(options.out, svg);
    if (options.out !== undefined) tell(`${options.out}: ${cells.length} cells on ${view.on}`);
    return 0;
  });
};
