// Ten thousand pieces of the dispatches, cut, doubled, mixed and dirtied, through the reader: it never throws, and every
// quote and place stands in the text at its offsets. Invariant: one seed, the same pieces, on any machine.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { read } from '../src/reading/read.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { inventedReport } from './invented-report.ts';

const REPORTS = 10_000;
const SECONDS = 120;
const SEED = 20210717;
const FOLDER = join(import.meta.dirname, 'dispatches');

/** A small repeatable generator (mulberry32): whole numbers below a bound. */
const generatorFrom = (seed: number) => {
  let state = seed;
  return (bound: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
};
type Pick = ReturnType<typeof generatorFrom>;

const DIRT = [
  '"',
  '“',
  '”',
  "'",
  '’',
  '\n',
  '\n\n',
  '—',
  '...',
  '??',
  '(',
  ')',
  '\u00a0',
  '\u0000',
  '\ud83d',
  '😀',
  'é',
  '؟',
  ', and',
  ' who ',
  ' not ',
  ':',
  ';',
];

const pieceOf = (text: string, pick: Pick): string => {
  const start = pick(text.length);
  return text.slice(start, start + 60 + pick(260));
};

const dirty = (text: string, pick: Pick): string => {
  const at = pick(text.length + 1);
  const to = Math.min(text.length, at + pick(12));
  return text.slice(0, at) + (DIRT[pick(DIRT.length)] ?? '') + text.slice(pick(2) === 0 ? at : to);
};

const mutate = (texts: readonly string[], pick: Pick): string => {
  const any = (): string => texts[pick(texts.length)] ?? '';
  let text = pieceOf(any(), pick) + (pick(3) === 0 ? pieceOf(any(), pick) : '');
  for (let times = pick(4); times > 0; times--) text = dirty(text, pick);
  return text;
};

const THEATRES = ['tiny', 'afghanistan-2021', 'open'].map((id) => loadTheatre(id));

it(
  'reads ten thousand broken reports without an exception, and quotes only what stands there',
  () => {
    const texts = readdirSync(FOLDER)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(join(FOLDER, name), 'utf8'));
    const pick = generatorFrom(SEED);
    let claims = 0;
    for (let i = 0; i < REPORTS; i++) {
      const text = mutate(texts, pick);
      const theatre = THEATRES[i % 5 === 0 ? 2 : i % 3 === 0 ? 0 : 1];
      if (theatre === undefined) continue;
      for (const { quote, placeSpan, place } of read(inventedReport(text, '2021-07-17'), theatre).claims) {
        claims += 1;
        if (quote.text !== text.slice(quote.start, quote.end) || quote.text === '') expect(quote.text).toBe(text);
        if (placeSpan !== null && place.text !== text.slice(placeSpan.start, placeSpan.end))
          expect(place.text).toBe(text);
      }
    }
    expect(claims).toBeGreaterThan(500);
  },
  SECONDS * 1000,
);
