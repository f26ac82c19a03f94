// Families through the ledger's index: what pairs make of it in memory, in whatever order the reports come.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { foldReports } from '../bench/families.ts';
import { judgeFamilies, SKETCHER, signatureOf } from '../src/intake/find-family.ts';
import { type Ledger, openLedger } from '../src/ledger/ledger.ts';
import type { Report } from '../src/model/report.ts';
import { seeded } from '../src/model/seeded.ts';
import { NearReports } from '../src/whoholds/near-reports.ts';
import { batchOf } from './ledger-world.ts';
import { FORMS, reportOf, sentencesOf } from './made-stories.ts';

const folder = mkdtempSync(join(tmpdir(), 'whoholds-families-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let ledgers = 0;

/** So many reports in an append, as `add` does it. */
const BATCH = 32;

/** The ledger's families of these reports, as they come in one after another, and how many ties it took. */
const foldInto = async (ledger: Ledger, reports: readonly Report[]) => {
  await ledger.sketch(SKETCHER);
  const near = new NearReports(ledger);
  for (let from = 0; from < reports.length; from += BATCH) {
    const batches = [];
    for (const report of reports.slice(from, from + BATCH)) {
      const one = { report, signature: signatureOf(report) };
      const families = judgeFamilies(report, one.signature, await near.to(one));
      near.add(one);
      batches.push({ ...batchOf('any'), ...one, original: new TextEncoder().encode(report.text), families });
    }
    await ledger.append(batches);
    near.arrived();
  }
  const told = await ledger.memberships(reports.map(({ id }) => id));
  return {
    families: new Map([...told].map(([id, { family }]): [string, string] => [id, family]).sort()),
    ties: (await ledger.familyEdges()).length,
  };
};

const fold = async (reports: readonly Report[]) => {
  const ledger = await openLedger({ file: join(folder, `${++ledgers}.db`) }, 'tiny');
  return foldInto(ledger, reports).finally(() => ledger.close());
};

const shuffled = <T>(items: readonly T[], seed: number): readonly T[] => {
  const random = seeded(seed);
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
};

const COPIES = Object.keys(FORMS);

const copiesOf = (number: number, papers: number): readonly Report[] => {
  const story = sentencesOf(number, 16);
  const random = seeded(number);
  return Array.from({ length: papers }, (_, at) =>
    reportOf(FORMS[COPIES[at % COPIES.length] ?? '']?.(story, random) ?? [], { outlet: `Paper ${at} of ${number}` }),
  );
};

describe('families in a ledger', () => {
  test('are the same in whatever order the reports come in', async () => {
    const reports = [3, 5, 8].flatMap((number) => copiesOf(number, 22));
    const { families } = await fold(reports);
    expect(new Set(families.values()).size).toBe(3);
    for (const seed of [1, 2]) expect((await fold(shuffled(reports, seed))).families).toEqual(families);
  });

  test('of a story in two hundred papers are one, by few ties', async () => {
    const { families, ties } = await fold(shuffled(copiesOf(21, 200), 4));
    expect(new Set(families.values()).size).toBe(1);
    expect(ties).toBeLessThan(200 * 12);
  });

  test('hold when hundreds of other stories close with the same background', async () => {
    const background = sentencesOf(900, 4);
    const others = Array.from({ length: 160 }, (_, at) =>
      reportOf([...sentencesOf(1000 + at, 4 + (at % 5)), ...background], { outlet: `Paper ${at}` }),
    );
    const story = [...sentencesOf(77, 5), ...background];
    const [first, copy] = [reportOf(story, { outlet: 'Wire' }), reportOf(story.slice(0, 6), { outlet: 'Examiner' })];
    const { families } = await fold([first, ...others, copy]);
    expect(new Set(families.values()).size).toBe(161);
    expect(families.get(copy.id)).toBe(families.get(first.id));
  });

  test('of the benchmark’s made-up reports are right', async () => {
    const { precision, recall, copies, families } = await foldReports(700);
    expect([copies, families]).toEqual([expect.any(Number), 700 - copies]);
    expect(copies).toBeGreaterThan(150);
    expect(precision).toBe(1);
    expect(recall).toBeGreaterThan(0.99);
  });
});
