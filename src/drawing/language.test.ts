import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Day } from '../model/time.ts';
import dari from './dari.json' with { type: 'json' };
import { dayWords, longDayWords, shortDayWords } from './day-words.ts';
import { count, ENGLISH, fill, LANGUAGE_NAMES, LANGUAGES, withEnglish } from './language.ts';
import { headlineOf, nameSides, verdictOf } from './words.ts';

type Leaf = readonly [path: string, words: string];
const leaves = (value: unknown, path = ''): readonly Leaf[] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, each]) => leaves(each, path === '' ? key : `${path}.${key}`));
const gaps = (sentence: string): readonly string[] => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();

const [english, other] = [new Map(leaves(ENGLISH)), new Map(leaves(dari))];

describe('the languages', () => {
  it('are called by the names that their own files say', () => {
    expect(LANGUAGES.map((language) => LANGUAGE_NAMES[language])).toEqual([ENGLISH.language, dari.language]);
  });

  it('have the same gaps in each sentence, and no sentence that English lacks', () => {
    for (const [path, sentence] of other) {
      expect(english.has(path), path).toBe(true);
      expect(gaps(sentence), path).toEqual(gaps(english.get(path) ?? ''));
    }
  });

  it('have the words of the page in Dari, and none left in English', () => {
    const MAIN =
      /^(dates|status|side|verdict|age|places|scope|kind|headline|legend|frame|nav|list|table|strip|compare)\b/;
    const missing = [...english.keys()].filter((path) => MAIN.test(path) && !other.has(path));
    expect(missing).toEqual([]);
    const latin = [...other].filter(([, words]) => /[a-z]{2}/i.test(words.replace(/\{\w+\}|whoholds/g, '')));
    expect(latin.map(([path]) => path)).toEqual([
      'code',
      'direction',
      'keys.letters',
      'keys.arrows',
      'keys.slider',
      'share.png',
      'share.svg',
      'share.csv',
    ]);
  });

  it('lend from English what they lack', () => {
    const some = withEnglish({ frame: { keys: 'Tasten' } });
    expect([some.frame.keys, some.frame.review]).toEqual(['Tasten', 'Review']);
  });

  it('count and fill, with their own digits', () => {
    const words = withEnglish(dari);
    expect([0, 1, 12].map((n) => count(ENGLISH.places, n, ENGLISH))).toEqual(['No place', '1 place', '12 places']);
    expect(count(words.places, 46, words)).toBe('۴۶ محل');
    expect(fill('{a} {b} {c}', { a: 1, b: 'two' }, ENGLISH)).toBe('1 two {c}');
  });

  it('say days', () => {
    const day = '2021-06-23' as Day;
    const words = withEnglish(dari);
    expect([longDayWords(day), shortDayWords(day)]).toEqual(['Wednesday 23 June 2021', '23 Jun']);
    expect([longDayWords(day, words), dayWords(day, words)]).toEqual(['چهارشنبه ۲۳ جون ۲۰۲۱', '۲۳ جون ۲۰۲۱']);
  });

  it('keep foreign names in their own direction inside a sentence', () => {
    const side = { belligerent: true, alliedWith: null, class: 'non-state', role: 'challenger' } as const;
    const sides = nameSides([{ ...side, id: 'b', name: 'Highlanders' }], withEnglish(dari));
    const cell = { status: 'claimed', holder: 'b', against: [], flags: [] } as const;
    expect(verdictOf(cell, sides)).toBe('به ادعای \u2068Highlanders\u2069');
    const { before, side: named, after } = headlineOf({ side: 'b', held: 46, claimed: 14 }, sides);
    expect(before + named + after).toContain('۱۴ محل دیگر تنها ادعا شده');
  });
});

describe('the words of the pages', () => {
  const pagesEnglish = new Map(
    leaves(JSON.parse(readFileSync(new URL('../../web/pages/english.json', import.meta.url), 'utf8'))),
  );
  const pagesDari = new Map(
    leaves(JSON.parse(readFileSync(new URL('../../web/pages/dari.json', import.meta.url), 'utf8'))),
  );

  it('have the same gaps in each sentence, and no sentence that English lacks', () => {
    for (const [path, sentence] of pagesDari) {
      expect(pagesEnglish.has(path), path).toBe(true);
      expect(gaps(sentence), path).toEqual(gaps(pagesEnglish.get(path) ?? ''));
    }
  });

  it('have every title, list and filter in Dari', () => {
    const missing = [...pagesEnglish.keys()].filter((path) =>
      /\.title$|^keys\.|^frame\.(any|from|until|outlet)/.test(path),
    );
    expect(missing.filter((path) => !pagesDari.has(path) && path !== 'frame.title')).toEqual([]);
  });
});

describe('the frame of the page', () => {
  const read = (name: string): string => readFileSync(new URL(`../../web/${name}.html`, import.meta.url), 'utf8');
  /** With what all frames have in common. */
  const whole = (name: string): string =>
    read(name).replace(/<!-- part (\w+) -->/g, (_, part: string) => read(`parts/${part}`));

  it.each(['index', 'page', 'embed'])('says in its file what the English words say, %s', (name) => {
    const html = whole(name);
    const said = [...html.matchAll(/data-say="([\w.]+)"[^>]*>([^<]*)</g)];
    const labelled = [...html.matchAll(/aria-label="([^"]*)"[^>]* data-say-label="([\w.]+)"/g)];
    const hinted = [...html.matchAll(/placeholder="([^"]*)" data-say-hint="([\w.]+)"/g)];
    expect([said.length > 2, labelled.length > 2, hinted.length]).toEqual([true, true, name === 'index' ? 1 : 0]);
    for (const [, path = '', words] of said) expect(words, path).toBe(english.get(path));
    for (const [, words, path = ''] of [...labelled, ...hinted]) expect(words, path).toBe(english.get(path));
  });
});
