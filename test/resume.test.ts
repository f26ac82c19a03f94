// Adding that is killed in the middle, at any moment: the same command goes on, nothing is lost and nothing is there twice.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/source-files.ts';
import { openLedger, type Where } from '../src/ledger/ledger.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

const REPORTS = 140;
const WHOHOLDS = join(ROOT, 'bin', 'whoholds.js');

let home = '';
let server: TestPostgres;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'whoholds-resume-'));
  server = await startPostgres();
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

/** Every report is of its own words, so that none is another's copy; every fiftieth is empty. */
const storyOf = (number: number): string => {
  if (number % 50 === 0) return ' \n';
  const words = Array.from({ length: 12 }, (_, at) => `w${(number * 7919 + at * 104_729) % 99_991}`).join(' ');
  return `Dispatch ${number}\n\nEASTRY, March 17 - The Red League has captured the town of Ashford, its mayor said on Wednesday. ${words}.\n`;
};

const nameOf = (number: number): string => `${String(number).padStart(5, '0')}.txt`;

const makeFolder = (): string => {
  const folder = mkdtempSync(join(home, 'reports-'));
  for (let number = 1; number <= REPORTS; number += 1) writeFileSync(join(folder, nameOf(number)), storyOf(number));
  return folder;
};

const makeLines = (): string => {
  const file = join(mkdtempSync(join(home, 'lines-')), 'archive.jsonl');
  const lines = Array.from({ length: REPORTS }, (_, at) => JSON.stringify({ id: at + 1, text: storyOf(at + 1) }));
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};

const start = (where: Where, source: string) =>
  spawn(
    process.execPath,
    [WHOHOLDS, 'add', source, '--theatre', 'tiny', '--ledger', 'file' in where ? where.file : where.url, '--json'],
    { env: { ...process.env, WHOHOLDS_HOME: home }, stdio: ['ignore', 'pipe', 'pipe'] },
  );

interface Line {
  readonly file?: string;
  readonly total?: { readonly asserted: number; readonly reports: number; readonly refused: number };
}

/** Runs to the end, or until so many lines were told and the signal came. */
const run = async (where: Where, source: string, end: { after: number; by: NodeJS.Signals } | null) => {
  const child = start(where, source);
  const closed = once(child, 'close');
  const complaint = text(child.stderr);
  const lines: Line[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(JSON.parse(line));
    if (lines.length === end?.after) child.kill(end.by);
  }
  await closed;
  return { lines, complaint: await complaint, status: child.exitCode, signal: child.signalCode };
};

const filesOf = (lines: readonly Line[]): readonly string[] => lines.flatMap(({ file }) => file ?? []);

/** All that the ledger holds, apart from when it came in. */
const contentOf = async (where: Where) => {
  const ledger = await openLedger(where, 'tiny', { readOnly: true });
  const [heads, refusals] = [await ledger.reportHeads(), await ledger.quarantine()];
  const counts = await ledger.claimCounts();
  const held = {
    reports: heads.map(({ report }) => `${report.file} ${report.id} ${counts.get(report.id)}`).sort(),
    refused: refusals.map(({ file, original }) => `${file} ${original?.hash}`).sort(),
    entries: await ledger.seq(),
    families: (await ledger.familyEdges()).length,
  };
  await ledger.close();
  return held;
};

const places: readonly (readonly [name: string, fresh: () => Promise<Where>])[] = [
  ['SQLite', async () => ({ file: join(mkdtempSync(join(home, 'ledger-')), 'whoholds.db') })],
  ['PostgreSQL', async () => ({ url: await server.database() })],
];

describe.each(places)('adding to %s', (_, fresh) => {
  it.each([
    ['a folder', makeFolder],
    ['one large file', makeLines],
  ])('%s, killed twice, goes on where it was', async (_what, make) => {
    const [source, where, whole] = [make(), await fresh(), await fresh()];
    const told: Line[] = [];
    for (const after of [40, 50]) {
      const killed = await run(where, source, { after, by: 'SIGKILL' });
      expect(killed.signal).toBe('SIGKILL');
      told.push(...killed.lines);
    }
    const last = await run(where, source, null);
    expect(last.status).toBe(1);
    expect(last.complaint).toMatch(/"event":"resumed","items":\d+/);
    // What was told before the kill is in, and only the last batch is told again.
    expect(filesOf(last.lines).length).toBeLessThanOrEqual(REPORTS - 64);
    told.push(...last.lines);
    expect(new Set(filesOf(told)).size).toBe(REPORTS);
    expect((await run(whole, source, null)).lines.at(-1)?.total).toMatchObject({ reports: 138, refused: 2 });
    expect(await contentOf(where)).toEqual(await contentOf(whole));
  });

  it('after its end starts anew, and finds all there', async () => {
    const [source, where] = [makeFolder(), await fresh()];
    await run(where, source, null);
    const again = await run(where, source, null);
    expect(again.complaint).not.toContain('resumed');
    expect(again.lines.at(-1)?.total).toMatchObject({ reports: 138, refused: 2, asserted: 0 });
  });
});

describe('adding to a ledger', () => {
  const fresh = (): Where => ({ file: join(mkdtempSync(join(home, 'ledger-')), 'whoholds.db') });

  it('that was asked to stop keeps what is in hand, says so, and goes on', async () => {
    const [source, where] = [makeFolder(), fresh()];
    const stopped = await run(where, source, { after: 20, by: 'SIGINT' });
    expect([stopped.status, stopped.complaint]).toEqual([130, expect.stringContaining('Stopped as asked.')]);
    const inside = stopped.lines.at(-1)?.total;
    expect(inside?.reports).toBeLessThan(REPORTS - 4);
    const rest = await run(where, source, null);
    expect(rest.complaint).toContain(`"event":"resumed","items":${(inside?.reports ?? 0) + (inside?.refused ?? 0)}`);
    const whole = fresh();
    await run(whole, source, null);
    expect(await contentOf(where)).toEqual(await contentOf(whole));
  });

  it('starts anew where the folder is another, so that nothing new is passed over', async () => {
    const [source, where] = [makeFolder(), fresh()];
    await run(where, source, { after: 70, by: 'SIGKILL' });
    mkdirSync(join(source, '0'));
    writeFileSync(join(source, '0', 'late.txt'), storyOf(9999));
    const last = await run(where, source, null);
    expect(last.complaint).not.toContain('resumed');
    expect(last.lines.at(-1)?.total?.reports).toBe(139);
    const whole = fresh();
    await run(whole, source, null);
    expect((await contentOf(where)).reports).toEqual((await contentOf(whole)).reports);
  });

  it('starts anew where a report that was in is another', async () => {
    const [source, where] = [makeFolder(), fresh()];
    await run(where, source, { after: 70, by: 'SIGKILL' });
    writeFileSync(join(source, nameOf(3)), storyOf(777));
    const last = await run(where, source, null);
    expect(last.complaint).not.toContain('resumed');
    expect(last.lines.at(-1)?.total?.reports).toBe(138);
  });
});
