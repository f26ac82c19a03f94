import { describe, expect, test } from 'vitest';
import type { Day, Instant } from '../model/time.ts';
import { type Ground, intake } from './intake.ts';
import { type Given, type Item, NOTHING_GIVEN } from './sources.ts';

const GROUND: Ground = {
  timezone: 'Asia/Kabul',
  period: { from: '2021-03-01' as Day, until: '2021-03-31' as Day },
  outlets: [
    {
      name: 'Three Rivers Wire',
      names: ['3RW'],
      homepage: null,
      affiliation: null,
      agency: true,
      map: false,
      dateOrder: 'day-first',
    },
  ],
  retrieved: '2021-04-01T00:00:00.000Z' as Instant,
};
const STORY =
  'Reds claim Ashford\n\nEASTRY, March 17 (3RW) - The Red\u00a0League said on Wednesday that it had taken the town of Ashford.\r\n\r\nThe Blues\u200b denied it.\n';
const item = (text: string | Uint8Array, given: Partial<Given> = {}, form: Item['form'] = 'text'): Item => ({
  file: 'story.txt',
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  form,
  given: { ...NOTHING_GIVEN, ...given },
});
const report = (...args: Parameters<typeof item>) => {
  const taken = intake(item(...args), GROUND);
  if (!taken.ok) throw new Error(taken.refusal.reason);
  return taken.value;
};

describe('taking in a report', () => {
  test('gives headline, blank line, body, with spaces settled before any offset', () => {
    const { text, bodyStart, parts } = report(STORY);
    expect(text).toBe(
      'Reds claim Ashford\n\nEASTRY, March 17 (3RW) - The Red League said on Wednesday that it had taken the town of Ashford.\n\nThe Blues denied it.',
    );
    expect(text.slice(bodyStart, bodyStart + 7)).toBe('EASTRY,');
    expect(parts.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end).slice(0, 9)}`)).toEqual([
      'headline: Reds clai',
      'body: EASTRY, M',
      'body: The Blues',
    ]);
  });

  test('finds outlet, agency, day and language', () => {
    expect(report(STORY)).toMatchObject({
      outlet: 'Three Rivers Wire',
      agency: 'Three Rivers Wire',
      title: 'Reds claim Ashford',
      published: { earliest: '2021-03-17', latest: '2021-03-17', precision: 'day', basis: 'implied' },
      publishedAt: null,
      retrieved: '2021-04-01T00:00:00.000Z',
      language: 'en',
    });
  });

  test('takes what is given before what it finds', () => {
    const given = { published: '2021-03-18T21:00:00Z', outlet: '3rw', url: 'https://example.org/a' };
    expect(report(STORY, given)).toMatchObject({
      outlet: 'Three Rivers Wire',
      url: 'https://example.org/a',
      published: { earliest: '2021-03-19', latest: '2021-03-19' },
      publishedAt: '2021-03-18T21:00:00.000Z',
    });
  });

  test('names a report by its source and its text: not by its path, its spaces or the day it was read', () => {
    const { id } = report(STORY);
    const elsewhere = intake(
      { ...item(STORY.replaceAll('\u00a0', ' ')), file: 'other/place.txt' },
      { ...GROUND, retrieved: null },
    );
    expect(elsewhere.ok && elsewhere.value.id).toBe(id);
    expect(report(STORY, { outlet: 'Red Banner' }).id).not.toBe(id);
    expect(report(STORY.replace('town', 'city')).id).not.toBe(id);
  });

  test('times the entries of a thread by its stated zone, and the thread by its last', () => {
    const { parts, publishedAt } = report(
      'Ticker\nall times GMT, Wed 17 Mar 2021\n\n05:58 Reds in Ashford?\n\n06:31 Mill on fire.\n\n07:10 Blues: "Ours."',
    );
    expect(parts.map(({ at }) => at)).toEqual([
      null,
      '2021-03-17T05:58:00.000Z',
      '2021-03-17T06:31:00.000Z',
      '2021-03-17T07:10:00.000Z',
    ]);
    expect(publishedAt).toBe('2021-03-17T07:10:00.000Z');
  });

  test('times entries without a zone in the theatre’s, and then does not know when the thread appeared', () => {
    const { parts, publishedAt } = report(
      'Ticker\nWed 17 Mar 2021\n\n05:58 Reds in Ashford?\n\n06:31 Mill on fire.\n\n07:10 Blues: "Ours."',
    );
    expect(parts[1]?.at).toBe('2021-03-17T01:28:00.000Z');
    expect(publishedAt).toBeNull();
  });
});

describe('refusing an item', () => {
  test.each<[string, string | Uint8Array, Item['form'], string]>([
    ['an empty file', '', 'text', 'empty-report'],
    ['a file of spaces', ' \u00a0\r\n\ufeff ', 'text', 'empty-report'],
    ['a file of furniture', 'SHARE THIS ARTICLE\n\n0 Comments', 'text', 'empty-report'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'text', 'binary-file'],
    [
      'a page without text',
      '<!doctype html><html><body><div></div><script>go()</script></body></html>',
      'html',
      'no-article',
    ],
    [
      'a page of menus',
      '<html><body><nav>News | Sport</nav><footer>© 2021</footer></body></html>',
      'html',
      'no-article',
    ],
  ])('%s', (_, bytes, form, code) => {
    const taken = intake(item(bytes, {}, form), GROUND);
    expect(taken.ok ? null : taken.refusal).toMatchObject({ code, stage: 'intake', file: 'story.txt', report: null });
  });
});

describe('large input', () => {
  test('fifteen megabytes of one line are taken in, in seconds', () => {
    const started = performance.now();
    const { text } = report('The Reds hold Ashford and the mill by 10 p.m. on Monday. '.repeat(270_000));
    expect(text.length).toBeGreaterThan(15_000_000);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
  test('a page of nothing but tags within tags ends', () => {
    const deep = `${'<b>'.repeat(100_000)}Ashford is held by the Blues, the Council said.${'</i>'.repeat(100_000)}`;
    const started = performance.now();
    intake(item(deep, {}, 'html'), GROUND);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
