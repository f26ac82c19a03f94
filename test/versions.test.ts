// Versions of one report in a real ledger: what changed is told, and only what a correction says is wrong is taken back.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Item, NOTHING_GIVEN } from '../src/intake/sources.ts';
import { done, type Outcome } from '../src/model/outcome.ts';
import type { ReportId } from '../src/model/report.ts';
import type { Day, Instant } from '../src/model/time.ts';
import { reportText } from '../src/publishing/report-tables.ts';
import { buildApp } from '../src/publishing/serve.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { openWhoholds, type Whoholds } from '../src/whoholds.ts';

const HEAD = 'Town changes hands\n\nEASTRY, March 17 - ';
const TAKEN = 'The Red League has captured the town of Ashford, league spokesman Ivo Hale said on Wednesday.';
const GARTH = 'The Red League has captured Garth in Southlea, the reeve of Garth said on Wednesday.';
const REST = [
  'Shops in the market were closed and the buses to Eastry did not run, and many families left for the hills.',
  'Rain fell over the valley for a third day and the river stood high at the mill, the weather office said.',
];
const SAYS_SO = 'This story has been corrected.';
const GARTH_WRONG = 'Correction: an earlier version of this story said that the Red League had captured Garth.';

const page = (...sentences: readonly string[]): string => HEAD + sentences.join('\n\n');
const FIRST = page(TAKEN, GARTH, ...REST);

interface Version {
  readonly text: string;
  readonly day: string;
  readonly url?: string | null;
  readonly outlet?: string;
}

const folder = mkdtempSync(join(tmpdir(), 'whoholds-versions-'));
const opened: Whoholds[] = [];
afterAll(async () => {
  for (const whoholds of opened) await whoholds.close();
  rmSync(folder, { recursive: true, force: true });
});

async function* items(item: Item): AsyncIterable<Outcome<Item>> {
  yield done(item);
}

const ledgerOf = async (versions: readonly Version[]): Promise<{ whoholds: Whoholds; ids: readonly ReportId[] }> => {
  const name = `${opened.length}`;
  const theatre = loadTheatre('tiny');
  const whoholds = await openWhoholds({ theatre, ledger: { file: join(folder, `${name}.db`) }, purpose: 'write' });
  opened.push(whoholds);
  const ids: ReportId[] = [];
  for (const [at, { text, day, url = null, outlet = 'The Northmark Post' }] of versions.entries()) {
    const given = { ...NOTHING_GIVEN, published: `2021-03-${day}T10:00:00Z`, outlet, url };
    const item = { file: `${at}.txt`, bytes: new TextEncoder().encode(text), form: 'text', given } as const;
    for await (const { report } of whoholds.add(items(item))) if (report !== null) ids.push(report.id);
  }
  return { whoholds, ids };
};

const standing = async (whoholds: Whoholds, report: ReportId): Promise<readonly string[]> => {
  const { rows } = await whoholds.claims({ report });
  return rows.flatMap(({ claim, retracted }) => (retracted ? [] : claim.place.name)).sort();
};

const SECOND = { text: page(TAKEN, ...REST, SAYS_SO), day: '18' };
const ONE = { text: FIRST, day: '17' };

describe('a version that says that it corrects', () => {
  it.each([
    ['after the first', [ONE, SECOND]],
    ['before the first', [SECOND, ONE]],
  ])('withdraws what it dropped and nothing else, when it came in %s', async (_, versions) => {
    const { whoholds, ids } = await ledgerOf(versions);
    const first = ids[versions.indexOf(ONE)] ?? '';
    expect(await standing(whoholds, first)).toEqual(['Ashford']);
    const cell = { place: 'southlea/garth', scope: 'district' } as const;
    const at = async (asOf: string) =>
      (await whoholds.why(cell, { on: '2021-03-17' as Day, asOf: asOf as Instant, seq: null })).assessment.holder;
    expect(await at('2021-03-17T12:00:00.000Z')).toBe('red');
    expect(await at('2021-03-18T12:00:00.000Z')).not.toBe('red');
  });

  it('withdraws what it changed into something else', async () => {
    const changed = GARTH.replace('Garth in Southlea, the reeve of Garth', 'Lowick in Southlea, the reeve of Lowick');
    const { whoholds, ids } = await ledgerOf([ONE, { text: page(TAKEN, changed, ...REST, SAYS_SO), day: '18' }]);
    expect(await standing(whoholds, ids[0] ?? '')).toEqual(['Ashford']);
  });

  it('lets stand what it says in other words', async () => {
    const reworded = TAKEN.replace('has captured the town of Ashford', 'has captured Ashford town').replace(
      'league ',
      '',
    );
    const { whoholds, ids } = await ledgerOf([ONE, { text: page(reworded, GARTH, ...REST, SAYS_SO), day: '18' }]);
    expect(await standing(whoholds, ids[0] ?? '')).toEqual(['Ashford', 'Garth']);
  });

  it('withdraws only what it names, where it names something', async () => {
    const { whoholds, ids } = await ledgerOf([ONE, { text: page(...REST, GARTH_WRONG), day: '18' }]);
    expect(await standing(whoholds, ids[0] ?? '')).toEqual(['Ashford']);
  });
});

describe('a version that says nothing of a correction', () => {
  it('withdraws nothing, and what it dropped is told', async () => {
    const { whoholds, ids } = await ledgerOf([ONE, { text: page(TAKEN, ...REST), day: '18' }]);
    expect(await standing(whoholds, ids[0] ?? '')).toEqual(['Ashford', 'Garth']);
    const told = await whoholds.report(ids[1] ?? '');
    expect(told?.relations.versions).toMatchObject([
      {
        id: ids[0],
        is: 'earlier',
        corrects: false,
        withdrawn: [],
        changes: { dropped: [{ text: GARTH }], changed: [], added: [] },
      },
    ]);
  });
});

describe('another outlet', () => {
  it('makes a copy and no version: its correction withdraws nothing of the first', async () => {
    const { whoholds, ids } = await ledgerOf([ONE, { ...SECOND, outlet: 'Ashford Examiner' }]);
    expect(await standing(whoholds, ids[0] ?? '')).toEqual(['Ashford', 'Garth']);
    expect((await whoholds.report(ids[0] ?? ''))?.relations.versions).toEqual([]);
  });
});

describe('a report shows its versions', () => {
  const more = 'Barges were tied up below the bridge and nobody knew when the mill would open again this spring.';
  const changed = TAKEN.replace('town of Ashford', 'bridge of Ashford');

  it('from either side, on the terminal and over HTTP', async () => {
    const { whoholds, ids } = await ledgerOf([ONE, { text: page(changed, ...REST, more, SAYS_SO), day: '18' }]);
    const [first = '', second = ''] = ids;
    const earlier = await whoholds.report(first);
    expect(earlier?.relations.versions).toMatchObject([{ id: second, is: 'later', corrects: true }]);
    const [version] = earlier?.relations.versions ?? [];
    expect(version?.changes.changed.map(({ before, after }) => [before.text, after.text])).toEqual([
      [expect.stringContaining(TAKEN), expect.stringContaining(changed)],
    ]);
    expect(version?.changes.added.map(({ text }) => text)).toEqual([more, SAYS_SO]);
    const at = version?.changes.dropped[0];
    expect(earlier?.row.report.text.slice(at?.start, at?.end)).toBe(GARTH);
    expect(version?.withdrawn).toHaveLength(2);
    const terminal = earlier === null ? '' : reportText(earlier);
    expect(terminal).toContain('in this later version of 2021-03-18');
    expect(terminal).toContain(`- “${GARTH}”`);
    expect(terminal).toContain(`+ “${more}”`);
    const app = buildApp(whoholds, { host: '127.0.0.1', report: () => {} });
    const answer = await app.request(`http://localhost/api/reports/${second}`);
    const { data } = (await answer.json()) as { data: { versions: unknown; origin: unknown } };
    expect(data.versions).toMatchObject([{ id: first, is: 'earlier', withdrawn: version?.withdrawn }]);
    expect(data.origin).toEqual({ agency: null, report: null });
  });

  it('also where all words are others, when they came from one address', async () => {
    const url = 'https://post.example/story';
    const other = page('Nothing is known of the fair in Midvale since the bridges were closed to carts and cattle.');
    const { whoholds, ids } = await ledgerOf([
      { ...ONE, url },
      { text: other, day: '25', url },
      { text: other, day: '26', url: 'https://post.example/another', outlet: 'Ashford Examiner' },
    ]);
    expect((await whoholds.report(ids[1] ?? ''))?.relations.versions.map(({ id }) => id)).toEqual([ids[0]]);
  });

  it('and names the agency whose story it is', async () => {
    const wire = {
      text: FIRST.replace('March 17 - ', 'March 17 (Three Rivers Wire) - '),
      day: '17',
      outlet: 'Three Rivers Wire',
    };
    const { whoholds, ids } = await ledgerOf([wire, { text: page(TAKEN, GARTH, REST[0] ?? ''), day: '17' }]);
    expect((await whoholds.report(ids[1] ?? ''))?.relations.origin).toEqual({
      agency: 'Three Rivers Wire',
      report: ids[0],
    });
  });
});
