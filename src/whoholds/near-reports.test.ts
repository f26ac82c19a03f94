import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batchOf } from '../../test/ledger-world.ts';
import { reportOf, sentencesOf } from '../../test/made-stories.ts';
import { type NearReport, SKETCHER, signatureOf } from '../intake/find-family.ts';
import { type Ledger, openLedger } from '../ledger/ledger.ts';
import { NearReports } from './near-reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'whoholds-near-'));
let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger({ file: join(folder, 'near.db') }, 'tiny');
  await ledger.sketch(SKETCHER);
});
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const near = (number: number, outlet: string): NearReport => {
  const report = reportOf(sentencesOf(number, 6), { outlet });
  return { report, signature: signatureOf(report) };
};
const append = async ({ report, signature }: NearReport): Promise<void> => {
  await ledger.append([{ ...batchOf('any'), report, signature, original: new TextEncoder().encode(report.text) }]);
};
const ids = (found: readonly NearReport[]) => found.map(({ report }) => report.id);

describe('near reports', () => {
  const [first, copy, other] = [near(1, 'A'), near(1, 'B'), near(2, 'A')];

  test('are found on their way into the ledger', async () => {
    const reports = new NearReports(ledger);
    reports.add(first);
    reports.add(other);
    expect(ids(await reports.to(copy))).toEqual([first.report.id]);
  });

  test('are found in the ledger when they have arrived, and only once', async () => {
    const reports = new NearReports(ledger);
    reports.add(first);
    await append(first);
    reports.arrived();
    expect(ids(await reports.to(copy))).toEqual([first.report.id]);
    expect((await new NearReports(ledger).to(copy))[0]).toEqual(first);
  });

  test('are never the report itself', async () => expect(await new NearReports(ledger).to(first)).toEqual([]));
});
