// A copy that bears no date beside a wire that does: bounded by it, and known when it was, in whichever order they come in.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { filesSource } from '../src/intake/sources.ts';
import { openLedger } from '../src/ledger/ledger.ts';
import type { Day } from '../src/model/time.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { gatherEvidence } from '../src/whoholds/gather-evidence.ts';
import { openWhoholds } from '../src/whoholds.ts';

const BODY = [
  'The Red League has captured the town of Ashford, league spokesman Ivo Hale said.',
  'Shops in the market were closed and the buses to Eastry did not run, and many families left for the hills.',
  'Rain fell over the valley for a third day and the river stood high at the mill, the weather office said.',
].join('\n\n');
const WIRE = `Town changes hands\n\nEASTRY, March 17, 2021 (Three Rivers Wire) - ${BODY}`;
const COPY = `Town changes hands\n\n${BODY}`;

const folder = mkdtempSync(join(tmpdir(), 'whoholds-undated-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const evidenceAfter = async (name: string, texts: readonly string[]) => {
  const theatre = loadTheatre('tiny');
  const whoholds = await openWhoholds({ theatre, ledger: { file: join(folder, `${name}.db`) }, purpose: 'write' });
  for (const [at, text] of texts.entries()) {
    const file = join(folder, `${name}-${at}.txt`);
    writeFileSync(file, text);
    for await (const { report } of whoholds.add(filesSource([file]))) expect(report).not.toBeNull();
  }
  await whoholds.close();
  const ledger = await openLedger({ file: join(folder, `${name}.db`) }, theatre.id);
  const evidence = [...(await gatherEvidence({ ledger, theatre }, await ledger.seq(), null)).values()].flat();
  await ledger.close();
  return evidence.map(({ report }) => report).sort((a, b) => (a.known < b.known ? -1 : 1));
};

describe('a copy without a date', () => {
  test.each([
    ['after', [WIRE, COPY]],
    ['before', [COPY, WIRE]],
  ])('that comes in %s the wire', async (name, texts) => {
    const [wire, copy] = await evidenceAfter(name, texts);
    expect(wire?.published).toMatchObject({ earliest: '2021-03-17' as Day, latest: '2021-03-17' });
    expect(copy).toMatchObject({
      published: { earliest: '2021-03-16', latest: '2021-03-18', precision: 'about', basis: 'implied' },
      known: '2021-03-18T23:59:59.999Z',
    });
  });
});
