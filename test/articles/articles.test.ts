// Each folder is a page of our own making with the text and the facts that intake must find in it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Ground, intake } from '../../src/intake/intake.ts';
import { normaliseText } from '../../src/intake/normalise-text.ts';
import { type HtmlElement, parseHtml } from '../../src/intake/parse-html.ts';
import { NOTHING_GIVEN } from '../../src/intake/sources.ts';
import type { Day } from '../../src/model/time.ts';

const FOLDER = import.meta.dirname;
const GROUND: Ground = {
  timezone: 'Etc/UTC',
  period: { from: '2021-03-01' as Day, until: '2021-03-31' as Day },
  outlets: [],
  retrieved: null,
};

const read = (slug: string) => {
  const bytes = readFileSync(join(FOLDER, slug, 'source.html'));
  const outcome = intake({ file: `${slug}.html`, bytes, form: 'html', given: NOTHING_GIVEN }, GROUND);
  if (!outcome.ok) throw new Error(`${slug} was refused: ${outcome.refusal.reason}`);
  const { parts, cut, ...report } = outcome.value;
  return {
    ...report,
    ...{ spans: parts, cuts: cut },
    kinds: parts.map(({ kind }) => kind),
    times: parts.map(({ at }) => at),
    cut: [...new Set(cut.map(({ reason }) => reason))],
  };
};

/** All words of a page, one after the other, without its tags and spaces: what every part must be a stretch of. */
const bareWords = (slug: string): string => {
  const texts: string[] = [];
  const collect = ({ children }: HtmlElement): void => {
    for (const child of children) {
      if (typeof child === 'string') texts.push(child);
      else collect(child);
    }
  };
  collect(parseHtml(readFileSync(join(FOLDER, slug, 'source.html'), 'utf8')).root);
  return normaliseText(texts.join('')).replace(/\s/g, '');
};

const slugs = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('pages of our own', () => {
  test.each(slugs.map(({ name }) => name))('%s gives its text', (slug) => {
    expect(`${read(slug).text}\n`).toBe(readFileSync(join(FOLDER, slug, 'expected.txt'), 'utf8'));
  });

  test.each(slugs.map(({ name }) => name))('%s: every part and every cut leads back to the words of the page', (slug) => {
    const original = bareWords(slug);
    const { text, spans, cuts } = read(slug);
    const words = [...spans.map(({ start, end }) => text.slice(start, end)), ...cuts.map((cut) => cut.text)];
    expect(words.filter((part) => !original.includes(part.replace(/\s/g, '')))).toEqual([]);
  });

  test.each(slugs.map(({ name }) => name))('%s gives its headline, day, outlet, parts and cuts', (slug) => {
    const expected: unknown = JSON.parse(readFileSync(join(FOLDER, slug, 'expected.json'), 'utf8'));
    expect(read(slug)).toMatchObject(expected as object);
  });
});
