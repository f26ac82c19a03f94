// whoholds map: the map of one day as a picture that stands alone, SVG or PNG.

import { LANGUAGES } from '../drawing/language.ts';
import { THEMES, type ThemeName } from '../drawing/palette.ts';
import { drawMap } from '../drawing/picture.ts';
import { Fault } from '../model/outcome.ts';
import { paintPicture } from '../publishing/paint-picture.ts';
import { countSources, wordsOf } from '../publishing/view-files.ts';
import { wholeNumber } from '../settings.ts';
import { type AskOptions, ask, cutFrom, onFrom } from './ask.ts';
import { oneOf } from './moment.ts';
import { type DelayOptions, delayedBy } from './publish.ts';
import { type ExitStatus, print, tell } from './terminal.ts';
import { writeBytes, writeTextFile } from './write-file.ts';

export interface MapOptions extends AskOptions, DelayOptions {
  readonly out?: string;
  readonly theme?: string;
  readonly lang?: string;
  readonly width?: string;
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

/** Without `--out` the SVG goes to standard output. */
export const mapCommand = (options: MapOptions): Promise<ExitStatus> => {
  const width = widthFrom(options.width);
  const theme: ThemeName = oneOf('--theme', options.theme, THEMES) ?? 'light';
  const words = wordsOf(oneOf('--lang', options.lang, LANGUAGES));
  const png = options.out !== undefined && isPng(options.out);
  return ask(options, async (open) => {
    const { whoholds, cut } = delayedBy(options, open);
    const on = await onFrom(options, whoholds);
    const asked = cutFrom(options, whoholds);
    const asOf = cut === null || (asked.asOf !== null && asked.asOf < cut) ? asked.asOf : cut;
    const seq = asked.seq ?? (await whoholds.seq());
    const cells = await whoholds.control({ on, asOf, seq, place: null, scope: null, minStatus: null, all: false });
    const size = { width, height: Math.round(width * HEIGHT_SHARE) };
    const behind = await countSources({ whoholds });
    const svg = drawMap(whoholds.theatre, cells, { on, asOf, seq, theme, words, behind, ...size });
    if (options.out === undefined) await print(svg.trimEnd());
    else if (png) writeBytes(options.out, await paintPicture(svg, PNG_SCALE));
    else writeTextFile(options.out, svg);
    if (options.out !== undefined) tell(`${options.out}: ${cells.length} cells on ${on}`);
    return 0;
  });
};
