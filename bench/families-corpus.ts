// Made-up reports by number, with the family that each belongs to: any of a million can be made again without the others.
// Invariant: the same number gives the same report; a copy is made from the very text of an earlier number.
import type { Report } from '../src/model/report.ts';
import { type Random, seeded } from '../src/model/seeded.ts';
import { hashText } from '../src/model/text.ts';
import { type Day, type Instant, onDay } from '../src/model/time.ts';

const SYLLABLES = 'ka lo mi ter van so rel du pa nor eth is qua bel or ist un ga fen dra cho li mar tes wyn'.split(' ');
const VOCABULARY = 20_000;
const OUTLETS = 240;
/** A day's news: what is copied is mostly of the same day, and one story of it most of all. */
const DAY = 500;
/** Now and then a story is in hundreds of papers. */
const SEASON = 25_000;
const ON = '2021-06-01' as Day;

const wordOf = (number: number): string => {
  let word = '';
  for (let rest = number + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length];
  return word;
};
const WORDS = Array.from({ length: VOCABULARY }, (_, index) => wordOf(index));
const NAMES = WORDS.slice(600, 4600).map((word) => word.charAt(0).toUpperCase() + word.slice(1));

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)] as T;
const among = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));
/** Few words make up most of a text. */
const word = (random: Random): string => WORDS[Math.floor(VOCABULARY ** random()) - 1] ?? 'a';

const sentenceOf = (random: Random, names: readonly string[]): string => {
  const words = Array.from({ length: among(random, 7, 27) }, () =>
    random() < 0.1 ? pick(names, random) : word(random),
  );
  const [first = 'a', ...rest] = words;
  return `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ')}.`;
};
const sentencesOf = (random: Random, count: number): readonly string[] => {
  const names = Array.from({ length: 5 }, () => pick(NAMES, random));
  return Array.from({ length: count }, () => sentenceOf(random, names));
};

/** What an agency appends to one story after another, and what a party had read out to everybody. */
const background = (outlet: number): readonly string[] => sentencesOf(seeded(900_000_007 + outlet), 3);
const statement = (day: number): string => {
  const said = sentencesOf(seeded(800_000_011 + day), 3);
  return `“${said.join(' ')}” ${pick(NAMES, seeded(day))} said in a statement.`;
};

const drawOf = (number: number): Random => seeded(Math.imul(number + 1, 0x9e3779b1));
const isCopy = (number: number): boolean => number % DAY >= 20 && drawOf(number)() < 0.32;

/** Mostly of the day's news, the first of it most often; some of the season's great story. */
const sourceOf = (number: number, random: Random): number => {
  if (random() < 0.04) return number - (number % SEASON);
  return number - (number % DAY) + Math.floor((number % DAY) ** random() - 0.5);
};

interface Made {
  readonly sentences: readonly string[];
  /** The number of the report that began it. */
  readonly story: number;
}

const lightly = (sentences: readonly string[], random: Random): readonly string[] =>
  sentences.map((one) =>
    one
      .split(' ')
      .map((each) => (random() < 0.03 && /^[a-z]+$/.test(each) ? word(random) : each))
      .join(' '),
  );

/** A desk's own intro speaks of whom the story speaks. */
const namesIn = (sentences: readonly string[]): readonly string[] =>
  sentences.flatMap((one) => one.match(/(?<= )[A-Z]\w+/g) ?? [pick(NAMES, seeded(one.length))]);

const FORMS: readonly ((source: readonly string[], random: Random) => readonly string[])[] = [
  (source) => source,
  (source) => source,
  (source, random) => source.slice(0, Math.max(2, Math.ceil(source.length * (0.2 + 0.7 * random())))),
  (source, random) => source.slice(Math.floor(source.length * 0.3 * random())),
  (source, random) => [sentenceOf(random, namesIn(source)), ...source.slice(1)],
  lightly,
];

const original = (number: number, random: Random): readonly string[] => {
  const own = sentencesOf(random, Math.round(4 * 12 ** random()));
  const quoted = random() < 0.06 ? [statement(Math.floor(number / DAY))] : [];
  const closing = random() < 0.25 && own.length > 8 ? background(number % OUTLETS) : [];
  return [...own.slice(0, 2), ...quoted, ...own.slice(2), ...closing];
};

const make = (number: number): Made => {
  const random = drawOf(number);
  if (!isCopy(number)) return { sentences: original(number, random), story: number };
  random();
  const source = make(sourceOf(number, random));
  return { sentences: pick(FORMS, random)(source.sentences, random), story: source.story };
};

export interface MadeReport {
  readonly report: Report;
  readonly story: number;
}

/** The report of this number; a copy of an earlier one in about a third of them. */
export const madeReport = (number: number): MadeReport => {
  const { sentences, story } = make(number);
  const outlet = `Outlet ${number % OUTLETS}`;
  const body = sentences.join('\n\n');
  const report: Report = {
    id: `r_${hashText(`${number}`).slice(0, 24)}`,
    file: `${number}.txt`,
    url: null,
    outlet,
    title: null,
    published: onDay(ON, 'stated'),
    publishedAt: null,
    byline: null,
    modified: null,
    modifiedAt: null,
    captured: null,
    retrieved: `${ON}T00:00:00.000Z` as Instant,
    text: body,
    bodyStart: 0,
    parts: [],
    cut: [],
    agency: null,
    language: 'en',
    originalHash: hashText(body),
  };
  return { report, story };
};
