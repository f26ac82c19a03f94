import { describe, expect, test } from 'vitest';
import { type Item, NOTHING_GIVEN } from '../intake/sources.ts';
import type { Outcome } from '../model/outcome.ts';
import { loadTheatre } from '../theatre/load.ts';
import { type ReadItem, readReports } from './read-item.ts';
import { readTogether } from './read-together.ts';

const BODY = [
  'The Red League captured the town of Ashford on Wednesday, league spokesman Ivo Hale said.',
  'Shops in the market were closed and the buses to Eastry did not run, and many families left for the hills.',
  'Rain fell over the valley for a third day and the river stood high at the mill, the weather office said.',
].join('\n\n');
const WIRE = `Town changes hands\n\nEASTRY, March 18, 2021 (Three Rivers Wire) - ${BODY}`;
const COPY = `Town changes hands\n\n${BODY}`;
const OTHER = 'Harbour quiet\n\nEASTRY, March 20, 2021 - Government forces held Coldwell on Friday, a colonel said.';
const theatre = loadTheatre('tiny');

/** The texts as files, and how many of them were asked for. */
const handOut = (texts: readonly string[]) => {
  const asked = { count: 0 };
  async function* items(): AsyncIterable<Outcome<Item>> {
    for (const [at, text] of texts.entries()) {
      asked.count++;
      const bytes = new TextEncoder().encode(text);
      yield { ok: true, value: { file: `${at}.txt`, bytes, form: 'text', given: NOTHING_GIVEN }, notes: [] };
    }
  }
  return { asked, read: readTogether(items(), { theatre, reader: readReports, retrieved: null }) };
};

const readAll = async (texts: readonly string[]): Promise<readonly ReadItem[]> => {
  const all: ReadItem[] = [];
  for await (const one of handOut(texts).read) all.push(one);
  return all;
};

const saysOf = (one: ReadItem | undefined) =>
  one?.ok ? one.reading.claims.map(({ place, when }) => `${place.name} ${when.earliest}..${when.latest}`) : null;
const notedOf = (one: ReadItem | undefined) => (one?.ok ? one.reading.notes.map(({ code }) => code) : null);

describe('reports read in one run', () => {
  test.for([
    ['before', [COPY, OTHER, WIRE], 0],
    ['after', [WIRE, OTHER, COPY], 2],
  ] as const)('an undated copy has its days where it stands %s its wire', async ([, texts, at]) => {
    const all = await readAll(texts);
    expect(saysOf(all[at])).toEqual(['Ashford 2021-03-17..2021-03-17']);
    expect(notedOf(all[at])).toContain('dated-by-family');
    expect(notedOf(all[at])).not.toContain('undated');
    expect(all.map((one) => one.ok && one.report.file)).toEqual(['0.txt', '1.txt', '2.txt']);
  });

  test('without kin it stays open, and says so', async () => {
    const [alone] = await readAll([COPY, OTHER]);
    expect(saysOf(alone)).toEqual(['Ashford null..null']);
    expect(notedOf(alone)).toContain('undated');
  });

  test('a report on the same town is no kin', async () => {
    const another =
      'Town changes hands\n\nAfter a night of shelling the Red League captured Ashford, three of its people told us.';
    expect(saysOf((await readAll([WIRE, another]))[1])).toEqual(['Ashford null..null']);
  });

  test('what bears its date waits for nothing', async () => {
    const { asked, read } = handOut([WIRE, OTHER, OTHER]);
    for await (const one of read) {
      expect(one.ok).toBe(true);
      break;
    }
    expect(asked.count).toBe(1);
  });

  test('an undated one waits for a bounded number of others', async () => {
    const { asked, read } = handOut([COPY, ...Array.from({ length: 600 }, () => OTHER), WIRE]);
    for await (const one of read) {
      expect(saysOf(one)).toEqual(['Ashford null..null']);
      break;
    }
    expect(asked.count).toBeLessThan(300);
  });
});
