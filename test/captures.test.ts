// A report that bears no date and was captured more than once: the earliest capture bounds it, in whatever order they come in.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Item, NOTHING_GIVEN, type Source } from '../src/intake/sources.ts';
import { done } from '../src/model/outcome.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { openWhoholds } from '../src/whoholds.ts';

const TEXT = 'The Red League has captured the town of Ashford, league spokesman Ivo Hale said.';
const folder = mkdtempSync(join(tmpdir(), 'whoholds-captures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const capture = (captured: string): Item => ({
  file: `${captured.slice(0, 10)}.txt`,
  bytes: new TextEncoder().encode(TEXT),
  form: 'text',
  given: { ...NOTHING_GIVEN, url: 'https://examiner.example.org/ashford', captured },
});

async function* source(items: readonly Item[]): Source {
  for (const item of items) yield done(item);
}

const keptAfter = async (name: string, captures: readonly string[]) => {
  const theatre = loadTheatre('tiny');
  const whoholds = await openWhoholds({ theatre, ledger: { file: join(folder, `${name}.db`) }, purpose: 'write' });
  const ids: string[] = [];
  for (const captured of captures)
    for await (const { report } of whoholds.add(source([capture(captured)]))) ids.push(report?.id ?? 'refused');
  const kept = await whoholds.report(ids[0] ?? '');
  await whoholds.close();
  return { ids, report: kept?.row.report };
};

const EARLY = '2021-03-18T09:00:00.000Z';
const LATE = '2021-03-25T09:00:00.000Z';

describe('a report without a date that was captured twice', () => {
  test.each([
    ['the later again', [EARLY, LATE]],
    ['the earlier after it', [LATE, EARLY]],
  ])('is bounded by the earlier capture: %s', async (name, captures) => {
    const { ids, report } = await keptAfter(name.replaceAll(' ', '-'), captures);
    expect(new Set(ids).size).toBe(1);
    expect(report?.captured).toBe(EARLY);
    expect(report?.published).toMatchObject({ earliest: null, latest: '2021-03-18', precision: 'unknown' });
  });
});
