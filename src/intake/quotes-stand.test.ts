// Every quote of every gold record must stand in the text that intake gives, and every gold day must be found or bounded.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../model/report.ts';
import type { Day } from '../model/time.ts';
import { judgeFamilies, type NearReport, signatureOf } from './find-family.ts';
import { foldFamilies } from './fold-families.ts';
import { type Ground, intake } from './intake.ts';
import { NOTHING_GIVEN } from './sources.ts';

interface Gold {
  readonly file: string;
  readonly theatre?: string;
  readonly published: string | null;
  readonly publishedBounds?: readonly (string | null)[];
  readonly family: string;
  readonly claims: readonly { readonly quote: string }[];
  readonly aggregates: readonly { readonly quote: string }[];
  readonly incidents: readonly { readonly quote: string }[];
}

const ROOT = join(import.meta.dirname, '..', '..');
const DISPATCHES = join(ROOT, 'test', 'dispatches');
const DEMO = join(ROOT, 'demo');
const REPORTS = join(ROOT, '..', 'shared', 'reports');

const ground = (theatre: string | undefined): Ground => ({
  timezone: theatre === 'tiny' ? 'Etc/UTC' : 'Asia/Kabul',
  period:
    theatre === 'tiny'
      ? { from: '2021-03-01' as Day, until: '2021-03-31' as Day }
      : { from: '2021-05-01' as Day, until: '2021-08-31' as Day },
  outlets: [],
  retrieved: null,
});

const take = (folder: string, file: string, theatre?: string): Report => {
  const form = file.endsWith('.html') ? 'html' : 'text';
  const taken = intake({ file, bytes: readFileSync(join(folder, file)), form, given: NOTHING_GIVEN }, ground(theatre));
  if (!taken.ok) throw new Error(`${file}: ${taken.refusal.reason}`);
  return taken.value;
};

const goldOf = (folder: string): readonly Gold[] =>
  readFileSync(join(folder, 'gold.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Gold);

const missingQuotes = (folder: string): readonly string[] =>
  goldOf(folder).flatMap((gold) => {
    const { text } = take(folder, gold.file, gold.theatre);
    return [...gold.claims, ...gold.aggregates, ...gold.incidents]
      .filter(({ quote }) => !text.includes(quote))
      .map(({ quote }) => `${gold.file}: ${quote}`);
  });

/** The gold day, or bounds that hold it. */
const isDayFound = (gold: Gold, { published }: Report): 'day' | 'bounds' | 'wrong' => {
  const { earliest, latest } = published;
  const day = gold.published ?? gold.publishedBounds?.[0] ?? null;
  if (gold.published !== null && earliest === gold.published && latest === gold.published) return 'day';
  return (earliest === null || day === null || earliest <= day) && (latest === null || (day !== null && latest >= day))
    ? 'bounds'
    : 'wrong';
};

/** Pairs of files that are folded into one family, by every pair's own judgement. */
const foldedPairs = (reports: readonly { readonly file: string; readonly near: NearReport }[]): ReadonlySet<string> => {
  const edges = reports.flatMap(({ near }, i) =>
    judgeFamilies(
      near.report,
      near.signature,
      reports.slice(0, i).map((other) => other.near),
    ),
  );
  const families = foldFamilies(edges);
  const pairs = reports.flatMap((a, i) =>
    reports.slice(i + 1).flatMap((b) => {
      const family = families.get(a.near.report.id);
      return family !== undefined && family === families.get(b.near.report.id) ? [`${a.file} = ${b.file}`] : [];
    }),
  );
  return new Set(pairs);
};

const nearOf = (folder: string, file: string, theatre?: string): { file: string; near: NearReport } => {
  const report = take(folder, file, theatre);
  return { file, near: { report, signature: signatureOf(report) } };
};

const expectedPairs = (members: readonly { readonly file: string; readonly family: string }[]): ReadonlySet<string> =>
  new Set(
    members.flatMap((a, i) =>
      members.slice(i + 1).flatMap((b) => (a.family === b.family ? [`${a.file} = ${b.file}`] : [])),
    ),
  );

describe('the dispatches', () => {
  const gold = goldOf(DISPATCHES);
  test('every gold quote stands in the text', () => expect(missingQuotes(DISPATCHES)).toEqual([]));

  test('every day is found or bounded, nearly all are found', () => {
    const found = gold.map(
      (record) => `${isDayFound(record, take(DISPATCHES, record.file, record.theatre))} ${record.file}`,
    );
    expect(found.filter((line) => line.startsWith('wrong'))).toEqual([]);
    expect(found.filter((line) => line.startsWith('bounds')).length).toBeLessThanOrEqual(3);
  });

  test('every copy is folded into its family, and nothing else', () => {
    const reports = gold.map((record) => nearOf(DISPATCHES, record.file, record.theatre));
    expect(foldedPairs(reports)).toEqual(expectedPairs(gold));
  });
});

describe('the demo notes', () => {
  const rows = readFileSync(join(DEMO, 'index.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const notes = rows.map((cells) => ({
    file: cells[0] ?? '',
    published: cells[1] ?? '',
    family: cells.at(-1)?.trim() || (cells[0] ?? ''),
  }));

  test('every day is found', () => {
    for (const note of notes)
      expect(take(DEMO, note.file).published).toMatchObject({ earliest: note.published, latest: note.published });
  });
  test('every copy is folded into its family, and nothing else', () => {
    expect(foldedPairs(notes.map(({ file }) => nearOf(DEMO, file)))).toEqual(expectedPairs(notes));
  });
});

describe.runIf(existsSync(REPORTS))(
  'the real reports beside the project (absent: this suite says so by not running)',
  () => {
    test('every gold quote stands in the text', () => expect(missingQuotes(REPORTS)).toEqual([]));

    test('a day that the page lost comes out as bounds, the others as days', () => {
      const found = goldOf(REPORTS).map((gold) => isDayFound(gold, take(REPORTS, gold.file)));
      expect(found).toEqual(['day', 'bounds', 'bounds', 'bounds', 'day']);
    });

    test('the two forms of one story are one family', () => {
      const gold = goldOf(REPORTS);
      expect(foldedPairs(gold.map(({ file }) => nearOf(REPORTS, file)))).toEqual(expectedPairs(gold));
    });
  },
);
