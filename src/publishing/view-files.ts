// A view of the map to take along: the day as a picture with all that must be printed on it, or its cells as a table.

import dari from '../drawing/dari.json' with { type: 'json' };
import { ENGLISH, type Language, type SomeWords, type Words, withEnglish } from '../drawing/language.ts';
import { formatBox } from '../drawing/map-box.ts';
import { drawMap } from '../drawing/picture.ts';
import { compareMoments } from './compare-view.ts';
import { cutBefore, earlier } from './delay.ts';
import { csv } from './export-csv.ts';
import { paintPicture } from './paint-picture.ts';
import { cutInstant, cutText } from './params.ts';
import { type Answer, type Question, type Route, route } from './route.ts';
import { stampOf } from './stamp.ts';

const DARI: SomeWords = dari;
export const wordsOf = (language: Language | null): Words => (language === 'fa' ? withEnglish(DARI) : ENGLISH);

const SIZE = { width: 1280, height: 800 };
/** A PNG has two pixels for each unit, so that it prints. */
const PNG_SCALE = 2;

/** Where things are shown late, the picture says by when they were known. */
const moment = ({ asked, whoholds, seq, delayHours }: Question) => {
  const asOf = cutInstant(asked.asOf, whoholds.theatre.timezone);
  return {
    on: asked.on ?? whoholds.theatre.period.from,
    asOf: delayHours === 0 ? asOf : earlier(asOf, cutBefore(new Date(), delayHours)),
    seq,
  };
};

const cellsOf = (question: Question) => {
  const { scope, minStatus } = question.asked;
  return question.whoholds.control({ ...moment(question), place: null, scope, minStatus, all: false });
};

/** How much stands behind the whole ledger. */
export const countSources = async ({ whoholds }: Pick<Question, 'whoholds'>) => {
  const outlets = await whoholds.sources();
  return { reports: outlets.reduce((sum, { reports }) => sum + reports, 0), outlets: outlets.length };
};

/** The page's address of the same view: day, moment, state and what else was asked for are all in it. */
const addressOf = ({ asked, origin }: Question, shown: ReturnType<typeof moment>): string => {
  const query = new URLSearchParams({ on: shown.on });
  const more = {
    ...{ asOf: shown.asOf, seq: String(shown.seq), place: asked.place },
    ...{ with: asked.with, withAsOf: cutText(asked.withAsOf), box: asked.box === null ? null : formatBox(asked.box) },
    lang: asked.lang === 'fa' ? asked.lang : null,
  };
  for (const [name, value] of Object.entries(more)) if (value !== null) query.set(name, value);
  return `${origin}/?${query.toString().replace(/%2F/g, '/').replace(/%3A/g, ':').replace(/%2C/g, ',')}`;
};

/** The cells of the day; or what differs from another day or another moment of knowledge. */
const viewOf = async (question: Question) => {
  const { asked, whoholds, seq } = question;
  const shown = moment(question);
  if (asked.with === null && asked.withAsOf === null)
    return { ...shown, cells: await cellsOf(question), compared: null };
  const one = { on: shown.on, asOf: cutText(asked.asOf) ?? shown.asOf };
  const other = { on: asked.with ?? shown.on, asOf: cutText(asked.withAsOf) ?? one.asOf };
  return { seq, ...(await compareMoments(whoholds, [one, other], seq)) };
};

const drawView = async (question: Question): Promise<string> => {
  const { asked, whoholds } = question;
  const { cells, ...view } = await viewOf(question);
  return drawMap(whoholds.theatre, cells, {
    ...view,
    ...SIZE,
    theme: asked.theme ?? 'light',
    words: wordsOf(asked.lang),
    chosen: asked.place,
    box: asked.box,
    behind: await countSources(question),
    address: addressOf(question, moment(question)),
  });
};

const fileName = (question: Question, extension: string): string =>
  `${question.whoholds.theatre.id}-${moment(question).on}.${extension}`;

const svg = async (question: Question): Promise<Answer> => ({
  file: { name: fileName(question, 'svg'), body: await drawView(question) },
});

const png = async (question: Question): Promise<Answer> => ({
  file: {
    name: fileName(question, 'png'),
    body: new Uint8Array(await paintPicture(await drawView(question), PNG_SCALE)),
  },
});

const table = async (question: Question): Promise<Answer> => {
  const { whoholds } = question;
  const { on, asOf, seq } = moment(question);
  const stamp = stampOf(whoholds.theatre, whoholds.model, { seq, asOf });
  const exported = { theatre: whoholds.theatre, on, stamp, cells: await cellsOf(question), claims: [] };
  return { file: { name: fileName(question, 'csv'), body: csv.write(exported, { hxl: false }) } };
};

const CUT = ['on', 'asOf', 'seq'] as const;
const PICTURED = [...CUT, 'with', 'withAsOf', 'place', 'box', 'theme', 'lang'] as const;
const NEEDS = { needs: ['on'] } as const;

export const FILE_ROUTES: readonly Route[] = [
  route('/api/map.svg', 'The map of a day as a picture, with legend, dates, sources and limits printed on it.', {
    ...{ ...NEEDS, takes: PICTURED, mediaType: 'image/svg+xml; charset=utf-8', answer: svg },
    answers:
      'an SVG file, as `whoholds map --out FILE.svg`; `place` is outlined, `box` is the part shown, and with `with` or `withAsOf` it shows what differs, with a sign for each kind of change',
  }),
  route('/api/map.png', 'The same picture as pixels, two for each unit.', {
    ...{ ...NEEDS, takes: PICTURED, mediaType: 'image/png', answer: png },
    answers: 'a PNG file, as `whoholds map --out FILE.png`',
  }),
  route('/api/control.csv', 'Who holds what on a day, as a table.', {
    ...{ ...NEEDS, takes: [...CUT, 'scope', 'minStatus'], mediaType: 'text/csv; charset=utf-8', answer: table },
    answers: 'a CSV file, as `whoholds export csv`',
  }),
];
