// Each folder is a page of our own making with the text and the facts that intake must find in it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Ground, intake } from '../../src/intake/intake.ts';
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
    kinds: parts.map(({ kind }) => kind),
    times: parts.map(({ at }) => at),
    cut: [...new Set(cut.map(({ reason }) => reason))],
  };
};

const slugs = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('pages of our own', () => {
  test.each(slugs.map(({ name }) => name))('%s gives its text', (slug) => {
    expect(`${read(slug).text}\n`).toBe(readFileSync(join(FOLDER, slug, 'expected.txt'), 'utf8'));
  });

  test.each(slugs.map(({ name }) => name))('%s gives its headline, day, outlet, parts and cuts', (slug) => {
    const expected: unknown = JSON.parse(readFileSync(join(FOLDER, slug, 'expected.json'), 'utf8'));
    expect(read(slug)).toMatchObject(expected as object);
  });
});
