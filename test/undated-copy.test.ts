// A copy that bears no date beside a wire and a reprint that do: read again in the bounds that they give it, the old reading
// kept for what was known before, and the same in whichever order they come in.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { knownAt } from '../src/assessment/known-evidence.ts';
import { SKETCHER } from '../src/intake/find-family.ts';
import { filesSource } from '../src/intake/sources.ts';
import { type Ledger, openLedger } from '../src/ledger/ledger.ts';
import type { Instant } from '../src/model/time.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { addItems } from '../src/whoholds/add-items.ts';
import { gatherEvidence } from '../src/whoholds/gather-evidence.ts';
import { ListDesk } from '../src/whoholds/list-desk.ts';

const BODY = [
  'The Red League captured the town of Ashford on Wednesday, league spokesman Ivo Hale said.',
  'Government forces still hold Eastry, he said.',
  'Shops in the market were closed and the buses to Eastry did not run, and many families left for the hills.',
  'Rain fell over the valley for a third day and the river stood high at the mill, the weather office said.',
].join('\n\n');
const DENIAL = 'The army denied on Thursday that Ashford had fallen.';
const TEXTS = {
  copy: `Town changes hands\n\n${BODY}\n\n${DENIAL}`,
  wire: `Town changes hands\n\nEASTRY, March 18, 2021 (Three Rivers Wire) - ${BODY}\n\n${DENIAL}`,
  reprint: `Town changes hands\n\nEASTRY, March 22, 2021 (Three Rivers Wire) - ${BODY}`,
  other: 'Harbour quiet\n\nEASTRY, March 20, 2021 - Government forces held Eastry on Friday, a colonel said.',
};
type Name = keyof typeof TEXTS;

/** When all of them are added: after the wire could be read on the 18th, and before that day's end. */
const SEEN = '2021-03-18T06:00:00.000Z' as Instant;
const BEFORE = '2021-03-18T12:00:00.000Z' as Instant;
const WITH_WIRE = '2021-03-19T12:00:00.000Z' as Instant;

const theatre = loadTheatre('tiny');
const folder = mkdtempSync(join(tmpdir(), 'whoholds-undated-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let ledgers = 0;

for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(folder, `${name}.txt`), text);

const add = async (ledger: Ledger, names: readonly Name[]): Promise<number> => {
  const options = { reader: null, by: 'test', now: () => SEEN };
  const files = names.map((name) => join(folder, `${name}.txt`));
  let asserted = 0;
  for await (const { report, entries } of addItems({ ledger, theatre, options }, filesSource(files))) {
    expect(report).not.toBeNull();
    asserted += entries.asserted;
  }
  return asserted;
};

const opened = (): Promise<Ledger> => openLedger({ file: join(folder, `${++ledgers}.db`) }, theatre.id);

/** In one run, or in one each. */
const ledgerOf = async (names: readonly Name[], atOnce = false): Promise<Ledger> => {
  const ledger = await opened();
  if (atOnce) await add(ledger, names);
  else for (const name of names) await add(ledger, [name]);
  return ledger;
};

/** What the copy says at a moment: kind, place, days. */
const saysOf = async (ledger: Ledger, asOf: Instant | null, seq?: number) => {
  const at = seq ?? (await ledger.seq());
  const evidence = [...(await gatherEvidence({ ledger, theatre }, at, null)).values()].flat();
  return evidence
    .flatMap((one) => knownAt(one, { asOf, seq: at }) ?? [])
    .filter(({ report }) => report.publishedAt === null && report.published.basis === 'implied')
    .map(({ claim: { kind, place, when } }) => `${kind} ${place.name} ${when.earliest}..${when.latest}`)
    .sort();
};

const UNDATED = ['capture Ashford null..null', 'hold Eastry null..null', 'loss Ashford null..null'];
const TURNS = ['capture Ashford 2021-03-17..2021-03-17', 'loss Ashford 2021-03-11..2021-03-18'];
const BY_WIRE = [TURNS[0], 'hold Eastry 2021-03-17..2021-03-19', TURNS[1]];
const BY_BOTH = [TURNS[0], 'hold Eastry 2021-03-17..2021-03-23', TURNS[1]];

const turnsOf = async (ledger: Ledger, seq?: number) => {
  const turns = [BEFORE, WITH_WIRE, null].map((asOf) => saysOf(ledger, asOf, seq));
  return Promise.all(turns);
};

const ordersOf = (names: readonly Name[]): readonly (readonly Name[])[] =>
  names.length < 2
    ? [names]
    : names.flatMap((first) => ordersOf(names.filter((name) => name !== first)).map((rest) => [first, ...rest]));

describe('a copy without a date', () => {
  test('says by itself what it can', async () => {
    const ledger = await ledgerOf(['copy', 'other']);
    expect(await turnsOf(ledger)).toEqual([UNDATED, UNDATED, UNDATED]);
    await ledger.close();
  });

  test('is read again with every dated one that comes, and nothing that was entered changes', async () => {
    const ledger = await opened();
    const states: number[] = [];
    for (const name of ['copy', 'wire', 'reprint'] as const) {
      await add(ledger, [name]);
      states.push(await ledger.seq());
    }
    const told = await Promise.all(states.map((seq) => turnsOf(ledger, seq)));
    expect(told).toEqual([
      [UNDATED, UNDATED, UNDATED],
      [UNDATED, BY_WIRE, BY_WIRE],
      [UNDATED, BY_WIRE, BY_BOTH],
    ]);
    const [back] = (await ledger.entries(states[0] ?? 0, (states[1] ?? 0) + 1)).filter(({ act }) => act === 'retract');
    expect(back).toMatchObject({
      known: '2021-03-18T23:59:59.999Z',
      reason: 'Dated by its family: out between 2021-03-17 and 2021-03-19.',
    });
    await ledger.close();
  });

  test.each(ordersOf(['copy', 'wire', 'reprint', 'other']).map((order) => [order.join(', '), order] as const))(
    'says the same loaded as %s, one by one and at once',
    async (_, order) => {
      for (const atOnce of [false, true]) {
        const ledger = await ledgerOf(order, atOnce);
        expect(await turnsOf(ledger)).toEqual([UNDATED, BY_WIRE, BY_BOTH]);
        await ledger.close();
      }
    },
  );

  test('adds nothing when it or its kin come again', async () => {
    const ledger = await ledgerOf(['wire', 'copy', 'reprint']);
    const seq = await ledger.seq();
    expect(await add(ledger, ['copy', 'reprint', 'wire'])).toBe(0);
    expect(await ledger.seq()).toBe(seq);
    await ledger.close();
  });

  test('stands as it did when all that is derived is made again', async () => {
    const ledger = await ledgerOf(['reprint', 'copy', 'wire']);
    const [turns, page] = [await turnsOf(ledger), await ledger.claims({ limit: 100 })];
    await ledger.rebuild(SKETCHER);
    expect(await turnsOf(ledger)).toEqual(turns);
    expect(await ledger.claims({ limit: 100 })).toEqual(page);
    await ledger.close();
  });

  test('is shown with the bounds that its claims were read in', async () => {
    const ledger = await ledgerOf(['copy', 'wire']);
    const { rows } = await new ListDesk(ledger, theatre).reports({});
    const copy = rows.find(({ report }) => report.file.endsWith('copy.txt'))?.report;
    expect(copy?.published).toMatchObject({ earliest: '2021-03-17', latest: '2021-03-19', precision: 'about' });
    await ledger.close();
  });

  test('is not said again where a person took it back', async () => {
    const ledger = await ledgerOf(['copy', 'wire']);
    const page = await ledger.claims({ limit: 100 });
    const row = page.rows.find(({ claim, known }) => claim.kind === 'hold' && known !== null);
    const deciding = { by: 'person/ana', reason: 'misread', known: '2021-03-25T00:00:00.000Z' as Instant };
    const act = { act: 'retract', type: 'claim', subject: row?.claim.id ?? '' } as const;
    await ledger.decide([act], { ...deciding, recorded: SEEN });
    await add(ledger, ['wire', 'copy']);
    expect(await turnsOf(ledger)).toEqual([UNDATED, BY_WIRE, TURNS]);
    await ledger.close();
  });
});
