// Ten thousand damaged reports through intake: never an exception, and what comes out keeps its promises. Seeded.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Ground, intake } from '../src/intake/intake.ts';
import { type Item, NOTHING_GIVEN } from '../src/intake/sources.ts';
import type { Report } from '../src/model/report.ts';
import { seeded } from '../src/model/seeded.ts';
import type { Day } from '../src/model/time.ts';

const GROUND: Ground = {
  timezone: 'Asia/Kabul',
  period: { from: '2021-05-01' as Day, until: '2021-08-31' as Day },
  outlets: [],
  retrieved: null,
};
const ROUNDS = 10_500;

/** The same seed gives the same ten thousand reports on every machine. */
const generator = (seed: number): ((below: number) => number) => {
  const next = seeded(seed);
  return (below) => (next() * 2 ** 32) % below;
};

const FOLDER = join(import.meta.dirname, 'dispatches');
const SEEDS = readdirSync(FOLDER)
  .filter((file) => /^\d{3}-.*\.(txt|html)$/.test(file))
  .map((file) => new Uint8Array(readFileSync(join(FOLDER, file))));

type Random = (below: number) => number;
type Damage = (bytes: Uint8Array, random: Random) => Uint8Array;

const cutAt = (bytes: Uint8Array, random: Random): [number, number] => {
  const [a, b] = [random(bytes.length + 1), random(bytes.length + 1)];
  return [Math.min(a, b), Math.max(a, b)];
};
const insert = (bytes: Uint8Array, at: number, text: string): Uint8Array =>
  new Uint8Array([...bytes.subarray(0, at), ...new TextEncoder().encode(text), ...bytes.subarray(at)]);
const TAGS = [
  '<p>',
  '</p>',
  '<div class="related">',
  '</div>',
  '<h1>',
  '</h1>',
  '<script>',
  '<!--',
  '-->',
  '<table><tr><td>',
  '<time datetime="x">',
  '&#0;',
  '&bogus;',
  '<a href="',
  '"',
  '<article',
  '<br/>',
  '<title>',
];
const DATES = [
  '31/31/2021',
  '2021-99-99',
  '99 Tir 1400',
  '30 Hut 1400',
  '12:99 GMT',
  '0/0/00',
  'June 31',
  '1 January 0001',
  '(UTC+99)',
  '25:00',
];

const DAMAGES: readonly Damage[] = [
  (bytes, random) => bytes.map((byte) => (random(40) === 0 ? random(256) : byte)),
  (bytes, random) => bytes.subarray(...cutAt(bytes, random)),
  (bytes, random) =>
    new Uint8Array([
      ...bytes.subarray(0, random(bytes.length + 1)),
      ...(SEEDS[random(SEEDS.length)] ?? bytes).subarray(random(500)),
    ]),
  (bytes, random) =>
    insert(
      bytes,
      random(bytes.length + 1),
      Array.from({ length: 20 }, () => String.fromCodePoint(random(0x110000))).join(''),
    ),
  (bytes, random) =>
    insert(
      bytes,
      random(bytes.length + 1),
      Array.from({ length: 1 + random(60) }, () => TAGS[random(TAGS.length)]).join(''),
    ),
  (bytes, random) => insert(bytes, random(200), ` ${DATES[random(DATES.length)]} ${DATES[random(DATES.length)]}\n`),
  (bytes, random) =>
    bytes.map((byte) => (byte === 10 && random(2) === 0 ? 13 : byte === 32 && random(9) === 0 ? 160 : byte)),
  (bytes, random) => insert(bytes, random(bytes.length + 1), '\u00a0\u200b\u2028\u0085\ufeff'.repeat(1 + random(9))),
  (_, random) => Uint8Array.from({ length: random(400) }, () => random(256)),
];

const damaged = (round: number): Item => {
  const random = generator(round);
  let bytes: Uint8Array = SEEDS[random(SEEDS.length)] ?? new Uint8Array();
  for (let i = 0; i <= random(3); i++) bytes = (DAMAGES[random(DAMAGES.length)] as Damage)(bytes, random);
  return { file: `fuzz-${round}`, bytes, form: random(2) === 0 ? 'text' : 'html', given: NOTHING_GIVEN };
};

/** What every report promises, however damaged; the first broken promise by name. */
const brokenPromise = ({ text, bodyStart, parts, published }: Report): string | null => {
  if (/[^\S \n]/.test(text) || text !== text.normalize('NFC') || !text.isWellFormed())
    return 'odd spaces or characters in the text';
  if (bodyStart < 0 || bodyStart > text.length) return 'body outside the text';
  let end = 0;
  for (const part of parts) {
    if (part.start < end || part.end <= part.start || part.end > text.length)
      return 'parts overlap, are empty or leave the text';
    if (text.slice(end, part.start).trim() !== '') return 'words outside every part';
    end = part.end;
  }
  if (text.slice(end).trim() !== '') return 'words after the last part';
  return published.earliest !== null && published.latest !== null && published.earliest > published.latest
    ? 'bounds in the wrong order'
    : null;
};

describe('damaged reports', () => {
  test(`${ROUNDS} of them are taken in or refused, never thrown, and keep every promise`, () => {
    const outcomes = { taken: 0, refused: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const outcome = intake(damaged(round), GROUND);
      if (outcome.ok) {
        const broken = brokenPromise(outcome.value);
        if (broken !== null) expect.fail(`round ${round}: ${broken}`);
        outcomes.taken += 1;
      } else {
        expect(outcome.refusal.reason).not.toBe('');
        outcomes.refused += 1;
      }
    }
    expect(outcomes.taken).toBeGreaterThan(ROUNDS / 2);
    expect(outcomes.refused).toBeGreaterThan(100);
  }, 600_000);

  test('the same bytes give the same report', () => {
    for (let round = 0; round < 300; round++)
      expect(intake(damaged(round), GROUND)).toEqual(intake(damaged(round), GROUND));
  });
});
