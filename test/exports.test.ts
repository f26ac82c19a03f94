// One suite over every export format, on a real ledger: each names its versions, reads back, and repeats itself.
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day, Instant } from '../src/model/time.ts';
import { EXPORT_FORMATS, EXPORTERS, type ExportFormat, exportControl } from '../src/publishing/exports.ts';
import { openTinyLedger, type TinyLedger } from './tiny-ledger.ts';

let ledger: TinyLedger;
beforeAll(async () => {
  ledger = await openTinyLedger();
});
afterAll(() => ledger.remove());

const write = (format: ExportFormat, options: { hxl?: boolean; seq?: number; on?: string; asOf?: string } = {}) =>
  exportControl(ledger.whoholds, format, {
    on: (options.on ?? '2021-03-20') as Day,
    asOf: (options.asOf ?? null) as Instant | null,
    seq: options.seq ?? null,
    hxl: options.hxl ?? false,
  });
const rowsOf = (text: string) => parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe.each(EXPORT_FORMATS)('the export %s', (format) => {
  it('is known by its own name and says what it is', () => {
    expect(EXPORTERS[format].format).toBe(format);
    expect(EXPORTERS[format].mediaType).toMatch(/^[a-z]+\/[a-z+]+/);
  });

  it('names the ledger’s seq, the theatre’s version and the model’s version inside the file', async () => {
    const text = await write(format);
    const [cell] = await ledger.whoholds.control({
      ...{ on: '2021-03-20' as Day, asOf: null, seq: null },
      ...{ place: null, scope: null, minStatus: null, all: false },
    });
    expect(text).toContain(String(await ledger.whoholds.seq()));
    expect(text).toContain(ledger.whoholds.theatre.version);
    expect(text).toContain(cell?.model.version);
  });

  it('is the same text when asked again', async () => {
    expect(await write(format)).toBe(await write(format));
  });

  it('holds nothing that could not be known yet', async () => {
    const early = await write(format, { asOf: '2021-03-10T00:00:00.000Z' });
    expect(early).not.toContain('Ashford');
  });

  it('ends with a line break and holds no row from a state that was empty', async () => {
    expect((await write(format)).endsWith('\n')).toBe(true);
    const [full, empty] = [await write(format), await write(format, { seq: 0 })];
    expect(empty.length).toBeLessThan(full.length);
    expect(empty).not.toContain('Ashford');
  });
});

describe('geojson', () => {
  it('has one feature a cell, districts as polygons and gates as points', async () => {
    type Feature = { id: string; geometry: { type: string; coordinates: unknown }; properties: { scope: string } };
    const { type, features } = JSON.parse(await write('geojson')) as { type: string; features: Feature[] };
    expect(type).toBe('FeatureCollection');
    expect(new Set(features.map(({ id }) => id)).size).toBe(features.length);
    const kinds = new Set(features.map(({ properties, geometry }) => `${properties.scope} ${geometry?.type}`));
    expect(kinds).toContain('district Polygon');
    expect(kinds).toContain('crossing Point');
  });

  it('runs its outer rings counterclockwise, as RFC 7946 asks', async () => {
    type Feature = { geometry: { type: string; coordinates: [number, number][][] } };
    const { features } = JSON.parse(await write('geojson')) as { features: Feature[] };
    const areaOf = (ring: [number, number][]): number =>
      ring.slice(1).reduce((sum, [x, y], at) => {
        const [px, py] = ring[at] ?? [0, 0];
        return sum + px * y - x * py;
      }, 0);
    for (const { geometry } of features)
      if (geometry.type === 'Polygon') expect(areaOf(geometry.coordinates[0] ?? [])).toBeGreaterThan(0);
  });
});

describe('csv', () => {
  it('has a header row and one row a cell', async () => {
    const rows = rowsOf(await write('csv'));
    expect(rows.find(({ place, scope }) => place === 'northmark/ashford' && scope === 'district')).toMatchObject({
      name: 'Ashford',
      province: 'Northmark',
      theatre: 'tiny',
    });
  });

  it('adds the tag row below the header when asked', async () => {
    const [first] = rowsOf(await write('csv', { hxl: true }));
    expect(Object.values(first ?? {}).every((tag) => tag.startsWith('#'))).toBe(true);
    expect(rowsOf(await write('csv', { hxl: true })).length).toBe(rowsOf(await write('csv')).length + 1);
  });
});

describe('claims', () => {
  it('are one object a line with quote, speaker and report', async () => {
    const [claim] = linesOf(await write('jsonl'));
    expect(Object.keys(claim ?? {})).toEqual(
      expect.arrayContaining(['id', 'quote', 'speaker', 'report', 'seq', 'ledger']),
    );
  });

  it('become events only where they are affirmed and actual', async () => {
    const rows = rowsOf(await write('acled-like', { on: '2021-03-31' }));
    const ids = new Set(rows.map((row) => row.event_id_cnty));
    const claims = linesOf(await write('jsonl', { on: '2021-03-31' }));
    const left = claims.filter(({ polarity, modality }) => polarity === 'denied' || modality !== 'actual');
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter(({ id }) => ids.has(String(id)))).toEqual([]);
  });

  it('say who overtakes and who regains by the taker’s class', async () => {
    const rows = rowsOf(await write('acled-like', { on: '2021-03-31' }));
    const subs = new Set(rows.map((row) => `${row.actor1}: ${row.sub_event_type}`));
    expect(subs).toContain('Red League: Non-state actor overtakes territory');
    expect(subs).toContain('Blue Council: Government regains territory');
    expect(rows.every((row) => ['1', '2', '3'].includes(row.time_precision ?? ''))).toBe(true);
  });
});
