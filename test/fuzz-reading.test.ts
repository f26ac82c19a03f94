// Ten thousand damaged reports through reading and places: never an exception, and every quote stands in the text. Seeded.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../src/model/claim.ts';
import type { Report } from '../src/model/report.ts';
import { seeded } from '../src/model/seeded.ts';
import type { Quote, Span } from '../src/model/text.ts';
import type { Theatre } from '../src/model/theatre.ts';
import type { Day } from '../src/model/time.ts';
import { placeReading } from '../src/places/place-claims.ts';
import { read } from '../src/reading/read.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { inventedReport } from './invented-report.ts';

const ROUNDS = 10_500;
const THEATRES = ['afghanistan-2021', 'tiny', 'open'].map((id) => loadTheatre(id));
const FOLDER = join(import.meta.dirname, 'dispatches');
const TEXTS = readdirSync(FOLDER)
  .filter((file) => /^\d{3}-.*\.(txt|html)$/.test(file))
  .map((file) => readFileSync(join(FOLDER, file), 'utf8'));
const SENTENCES = TEXTS.flatMap((text) => text.split(/(?<=[.!?]["”]?)\s+/));

type Random = (below: number) => number;
type Damage = (text: string, random: Random) => string;

/** The same seed gives the same reports on every machine. */
const generator = (seed: number): Random => {
  const next = seeded(seed);
  return (below) => (next() * 2 ** 32) % below;
};

const pick = <T>(list: readonly T[], random: Random): T => list[random(list.length)] as T;

/** At most this many characters of a dispatch, headline and all or from its middle: damage meets words that mean something. */
const EXCERPT = 1_200;
const excerpt = (text: string, random: Random): string => {
  const start = random(2) === 0 ? 0 : random(Math.max(1, text.length - EXCERPT));
  return text.slice(start, start + EXCERPT);
};

/** A sentence's length of the text changed by `change`, so that what damage does stays near words that mean something. */
const within = (text: string, random: Random, change: (part: string) => string): string => {
  const start = random(text.length + 1);
  const end = Math.min(text.length, start + 20 + random(400));
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
};

const wordsOf = (text: string): readonly string[] => text.split(/(?<=\s)/);

const shuffle = (words: readonly string[], random: Random): string =>
  words
    .map((word) => ({ word, at: random(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ word }) => word)
    .join('');

// Lone surrogates are meant: intake lets none through, but reading shall not depend on it.
const randomUnits = (random: Random): string =>
  Array.from({ length: 1 + random(30) }, () => String.fromCharCode(random(0x10000))).join('');
const randomPoints = (random: Random): string =>
  Array.from({ length: 1 + random(30) }, () => String.fromCodePoint(random(0x110000))).join('');

const MARKS = [
  '"',
  '“',
  '”',
  "'",
  '‘',
  '’',
  '(',
  ')',
  '[',
  ']',
  ',',
  ';',
  ':',
  '.',
  '…',
  '—',
  '-',
  '?',
  '!',
  '\n',
  ' ',
];
const TRAPS = [
  '31 June 2021',
  'February 30',
  'on Tuesday, Wednesday and Thursday',
  '99999999999999999999 districts',
  '0 of 0 districts',
  '-1 of the 407 districts',
  'half of half of the districts',
  'he said she said they said',
  'not not not denied',
  'constructor __proto__ toString',
  'in the last 0 months',
  '1,000,000,000 years ago',
  '12:99 GMT',
  '% % %',
  '\u0000',
  '\u202E',
  '\uFFFD',
];

const DAMAGES: readonly Damage[] = [
  (text, random) =>
    within(text, random, (part) =>
      [...part].map((unit) => (random(12) === 0 ? pick([...part], random) : unit)).join(''),
    ),
  (text, random) =>
    within(text, random, (part) =>
      wordsOf(part)
        .filter(() => random(4) > 0)
        .join(''),
    ),
  (text, random) =>
    within(text, random, (part) =>
      wordsOf(part)
        .map((word) => (random(4) === 0 ? word + word : word))
        .join(''),
    ),
  (text, random) => within(text, random, (part) => shuffle(wordsOf(part), random)),
  (text, random) => within(text, random, () => ` ${pick(SENTENCES, random)} `),
  (text, random) =>
    within(text, random, (part) => {
      const [one, other] = [pick(SENTENCES, random), pick(SENTENCES, random)];
      return `${part} ${one.slice(0, random(one.length + 1))} ${other.slice(random(other.length + 1))}`;
    }),
  (text, random) =>
    within(text, random, (part) =>
      part.replace(/[^\p{L}\p{N} ]/gu, (mark) => (random(2) === 0 ? pick(MARKS, random) : mark)),
    ),
  (text, random) =>
    within(text, random, (part) => part.replace(/ /g, () => (random(5) === 0 ? pick(MARKS, random) : ' '))),
  (text, random) => within(text, random, (part) => part + randomUnits(random)),
  (text, random) => within(text, random, (part) => part + randomPoints(random)),
  (text, random) => within(text, random, (part) => `${part} ${pick(TRAPS, random)} ${pick(TRAPS, random)} `),
  (text, random) => within(text, random, (part) => (random(2) === 0 ? part.toUpperCase() : part.toLowerCase())),
  (text) => text.replaceAll('\n', ' '),
  (text, random) => text.slice(random(text.length + 1)),
  (text, random) => text.slice(0, random(text.length + 1)),
];

const PUBLISHED = [
  { earliest: '2021-06-30' as Day, latest: '2021-06-30' as Day, precision: 'day', basis: 'stated' },
  { earliest: '2021-03-17' as Day, latest: '2021-03-17' as Day, precision: 'day', basis: 'stated' },
  { earliest: '2021-06-01' as Day, latest: null, precision: 'unknown', basis: 'implied' },
  { earliest: null, latest: null, precision: 'unknown', basis: 'implied' },
  { earliest: '2020-02-29' as Day, latest: '2021-12-31' as Day, precision: 'month', basis: 'implied' },
] as const;

const damaged = (round: number): { report: Report; theatre: Theatre } => {
  const random = generator(round);
  let text = excerpt(pick(TEXTS, random), random);
  for (let i = 0; i <= random(4); i++) text = pick(DAMAGES, random)(text, random);
  const bodyStart = random(3) === 0 ? random(Math.min(200, text.length + 1)) : 0;
  const title = bodyStart === 0 ? null : text.slice(0, bodyStart).trim();
  const report = inventedReport(text, pick(PUBLISHED, random), { bodyStart, title });
  return { report, theatre: pick(THEATRES, random) };
};

const readDamaged = ({ report, theatre }: ReturnType<typeof damaged>): Reading =>
  placeReading(read(report, theatre), theatre);

const quotesOf = ({ claims, aggregates, incidents, corrections }: Reading): readonly Quote[] =>
  [...claims, ...aggregates, ...incidents, ...corrections].map(({ quote }) => quote);

const spansOf = ({ claims, aggregates, incidents, refusals, notes, trace }: Reading): readonly (Span | null)[] => [
  ...claims.map(({ placeSpan }) => placeSpan),
  ...[...claims, ...aggregates, ...incidents].map(({ by }) => by.frame),
  ...[...refusals, ...notes, ...trace].map(({ span }) => span),
];

/** The first broken promise of a reading by name, or null. */
const brokenPromise = (reading: Reading, { text }: Report): string | null => {
  const astray = spansOf(reading).find(
    (span) => span !== null && !(span.start >= 0 && span.end >= span.start && span.end <= text.length),
  );
  if (astray) return `a span outside the text: ${astray.start}-${astray.end}`;
  const loose = quotesOf(reading).find(
    ({ start, end, text: words }) => words === '' || text.slice(start, end) !== words,
  );
  if (loose) return `a quote that does not stand in the text: ${JSON.stringify(loose)}`;
  const upset = reading.claims.find(({ when: { earliest, latest } }) => earliest && latest && earliest > latest);
  return upset ? `bounds in the wrong order: ${upset.when.earliest} after ${upset.when.latest}` : null;
};

describe('damaged reports', () => {
  test(`${ROUNDS} of them are read without an exception, and every quote equals the text at its span`, () => {
    let claims = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const one = damaged(round);
      try {
        const reading = readDamaged(one);
        const broken = brokenPromise(reading, one.report);
        if (broken !== null) expect.fail(broken);
        claims += reading.claims.length;
      } catch (cause) {
        throw new Error(`round ${round}, theatre ${one.theatre.id}`, { cause });
      }
    }
    expect(claims).toBeGreaterThan(ROUNDS);
  }, 600_000);

  test('a line of thirty thousand characters is read in time, whatever it is made of', () => {
    const long = (part: string): string => part.repeat(Math.ceil(30_000 / part.length));
    for (const part of [
      pick(TEXTS, generator(1)).replaceAll('\n', ' '),
      'a',
      '“',
      '(',
      'said ',
      'Garth, ',
      'not ',
      '9,',
      '. ',
      'on Monday ',
      'A b ',
    ])
      for (const theatre of THEATRES) {
        const report = inventedReport(long(part), '2021-06-30');
        expect(brokenPromise(readDamaged({ report, theatre }), report)).toBeNull();
      }
  }, 120_000);

  test('the same text gives the same reading', () => {
    for (let round = 0; round < 200; round++) expect(readDamaged(damaged(round))).toEqual(readDamaged(damaged(round)));
  });
});
