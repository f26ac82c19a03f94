// A wire and its cut copy in a real ledger: the family says what the fullest member says, and what the copy lacks is on record.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesSource } from '../src/intake/sources.ts';
import type { Cell } from '../src/model/control.ts';
import type { ReportId } from '../src/model/report.ts';
import type { Day, Instant } from '../src/model/time.ts';
import { buildApp } from '../src/publishing/serve.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { openWhoholds, type Whoholds } from '../src/whoholds.ts';

const HEAD = 'Town changes hands\n\nEASTRY, March 17 (Three Rivers Wire) - ';
const KEPT = [
  'The Red League has captured the town of Ashford, league spokesman Ivo Hale said on Wednesday.',
  'Shops in the market were closed and the buses to Eastry did not run, and many families left for the hills.',
  'Rain fell over the valley for a third day and the river stood high at the mill, the weather office said.',
];
const ADMISSION = 'The mayor of Ashford said the Red League held the town of Ashford.';
const WIRE = HEAD + [...KEPT.slice(0, 2), ADMISSION, KEPT[2]].join('\n\n');
const CUT = HEAD + KEPT.join('\n\n');

const folder = mkdtempSync(join(tmpdir(), 'whoholds-copies-'));
const CELL: Cell = { place: 'northmark/ashford', scope: 'district' };
const ON = { on: '2021-03-17' as Day, asOf: null, seq: null };

/** A ledger of these texts, in their order; each an hour after the one before. */
const ledgerOf = async (name: string, texts: readonly string[]): Promise<{ whoholds: Whoholds; ids: ReportId[] }> => {
  const theatre = loadTheatre('tiny');
  const whoholds = await openWhoholds({ theatre, ledger: { file: join(folder, `${name}.db`) }, purpose: 'write' });
  const ids: ReportId[] = [];
  for (const [at, text] of texts.entries()) {
    const file = join(folder, `${name}-${at}.txt`);
    writeFileSync(file, text);
    const published = `2021-03-17T1${at}:00:00Z`;
    for await (const { report } of whoholds.add(filesSource([file], { published })))
      if (report !== null) ids.push(report.id);
  }
  return { whoholds, ids };
};

const opened: Whoholds[] = [];
const open = async (name: string, texts: readonly string[]) => {
  const made = await ledgerOf(name, texts);
  opened.push(made.whoholds);
  return made;
};
afterAll(async () => {
  for (const whoholds of opened) await whoholds.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a wire and its cut copy', () => {
  let both: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    both = await open('both', [CUT, WIRE]);
  });

  it('are one family, and what only one has is tied to it', async () => {
    const [cut, wire] = both.ids;
    const { assessment } = await both.whoholds.why(CELL, ON);
    expect(assessment).toMatchObject({ status: 'confirmed', holder: 'red', families: 1 });
    const told = assessment.steps.map(({ evidence }) => [
      evidence.claim.by.role ?? evidence.claim.by.speaker,
      evidence.report.id,
    ]);
    expect(told).toContainEqual([expect.stringContaining('mayor'), wire]);
    expect(told).toContainEqual([expect.stringContaining('spokesman'), cut]);
  });

  it('tell where the cell would stand had only the copy been read, and by which sentence', async () => {
    const [cut, wire] = both.ids;
    const { hadOnly } = await both.whoholds.why(CELL, ON);
    expect(hadOnly).toHaveLength(1);
    expect(hadOnly[0]).toMatchObject({ report: { id: cut }, status: 'claimed', holder: 'red' });
    expect(hadOnly[0]?.dropped).toEqual([{ of: wire, sentences: [{ text: ADMISSION, claims: [expect.any(String)] }] }]);
  });

  it('stand so indeed where only the copy was read', async () => {
    const { whoholds } = await open('cut', [CUT]);
    const alone = await whoholds.why(CELL, ON);
    const [supposed] = (await both.whoholds.why(CELL, ON)).hadOnly;
    const { status, holder, p } = alone.assessment;
    expect(supposed).toMatchObject({ status, holder, p });
    expect(alone.hadOnly).toEqual([]);
  });

  it('say nothing of a copy before the fuller one could be read', async () => {
    const asOf = '2021-03-17T10:30:00.000Z' as Instant;
    const early = await both.whoholds.why(CELL, { ...ON, asOf });
    expect(early.assessment.status).toBe('claimed');
    expect(early.hadOnly).toEqual([]);
  });

  it('keep the dropped sentence with the report, and the claim that went with it', async () => {
    const [cut = '', wire = ''] = both.ids;
    const found = await both.whoholds.report(cut);
    const [claim] = found?.dropped[0]?.sentences[0]?.claims ?? [];
    expect(found?.dropped).toEqual([{ of: wire, sentences: [{ text: ADMISSION, claims: [claim] }] }]);
    const { rows } = await both.whoholds.claims({ report: wire });
    expect(rows.map((row) => row.claim.id)).toContain(claim);
    expect((await both.whoholds.report(wire))?.dropped).toEqual([]);
    const answer = await buildApp(both.whoholds, { host: '127.0.0.1', report: () => {} }).request(
      `http://localhost/api/reports/${cut}`,
    );
    expect(((await answer.json()) as { data: { dropped: unknown } }).data.dropped).toEqual(found?.dropped);
  });
});
