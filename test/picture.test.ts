// The picture that stands alone: what must be printed on it, that it is well formed, and that it asks nothing of anybody.
import { parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coversExtent } from '../src/drawing/cell.ts';
import { ENGLISH } from '../src/drawing/language.ts';
import { THEMES, type ThemeName } from '../src/drawing/palette.ts';
import { drawMap } from '../src/drawing/picture.ts';
import type { Day } from '../src/model/time.ts';
import { compareMoments } from '../src/publishing/compare-view.ts';
import { paintPicture } from '../src/publishing/paint-picture.ts';
import { openTinyLedger, type TinyLedger } from './tiny-ledger.ts';

let ledger: TinyLedger;
beforeAll(async () => {
  ledger = await openTinyLedger();
});
afterAll(() => ledger.remove());

const drawn = async (theme: ThemeName = 'light'): Promise<string> => {
  const { whoholds } = ledger;
  const moment = { on: '2021-03-18' as Day, asOf: null, seq: await whoholds.seq() };
  const cells = await whoholds.control({ ...moment, place: null, scope: null, minStatus: null, all: false });
  return drawMap(whoholds.theatre, cells, { ...moment, theme, width: 1200, height: 675 });
};
const comparedOn = async (on: string, other: string) => {
  const { whoholds } = ledger;
  const seq = await whoholds.seq();
  const moments = [
    { on: on as Day, asOf: null },
    { on: other as Day, asOf: null },
  ] as const;
  const { cells, ...view } = await compareMoments(whoholds, moments, seq);
  return { view, svg: drawMap(whoholds.theatre, cells, { ...view, seq, theme: 'light', width: 1200, height: 675 }) };
};
const wordsOf = (svg: string): string => svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the picture', () => {
  it('has printed on it what was asked, of which state, and what it cannot say', async () => {
    const words = wordsOf(await drawn());
    for (const part of [
      'held by the Red League',
      'Thursday 18 March 2021',
      'as known from all reports',
      ...['Confirmed', 'Claimed', 'Disputed', 'Contested', 'Threatened', 'Undetermined'],
      'Blank means silence, not safety. Not for settling bets',
      `Ledger ${await ledger.whoholds.seq()}`,
      ledger.whoholds.theatre.version.slice(0, 12),
      'km',
    ])
      expect(words.replaceAll(' ', '')).toContain(part.replaceAll(' ', ''));
  });

  it('is well formed and has every pattern that it uses', async () => {
    const svg = await drawn();
    const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
    const had = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((id) => id === undefined || !had.has(id))).toEqual([]);
    const { children } = parseDocument(svg, { xmlMode: true });
    expect(children.filter(({ type }) => type === 'tag')).toHaveLength(1);
  });

  it.each(THEMES)('needs nothing from outside, %s', async (theme) => {
    const svg = await drawn(theme);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@import|<script|<image|var\(/);
  });

  it('shows what differs between two days, with a sign for each kind of change and its count', async () => {
    const { view, svg } = await comparedOn('2021-03-19', '2021-03-16');
    const { changed } = view.compared;
    expect(view.on).toBe('2021-03-19');
    expect(changed.length).toBeGreaterThan(0);
    const signs = [...svg.matchAll(/data-change="(\w+)"/g)].map(([, sign]) => sign);
    const signed = changed.filter(({ group }) => group !== 'status');
    expect(signs.sort()).toEqual(signed.map(({ group }) => group).sort());
    const words = wordsOf(svg);
    expect(words.replaceAll('\u00a0', ' ')).toContain('Between 16 and');
    expect(words).toContain('Only what changed is coloured');
    for (const group of new Set(changed.map((one) => one.group)))
      expect(words).toMatch(
        new RegExp(`${changed.filter((one) => one.group === group).length} +${ENGLISH.compare.group[group].title}`),
      );
    // What did not change is bare land.
    const coloured = changed.filter(({ after }) => after !== null && coversExtent(after));
    expect(svg.match(/class="cell (?!silent)/g)).toHaveLength(coloured.length);
  });

  it('shows a part of the land and no name beyond its frame', async () => {
    const { whoholds } = ledger;
    const moment = { on: '2021-03-18' as Day, asOf: null, seq: await whoholds.seq() };
    const cells = await whoholds.control({ ...moment, place: null, scope: null, minStatus: null, all: false });
    const options = { ...moment, theme: 'light', width: 1200, height: 675 } as const;
    const [whole, part] = [
      drawMap(whoholds.theatre, cells, options),
      drawMap(whoholds.theatre, cells, { ...options, box: [1.2, 1.1, 2.4, 2] }),
    ];
    expect(part).toContain('clip-path="url(#land)"');
    expect(part.match(/class="cell/g)?.length).toBeLessThan(whole.match(/class="cell/g)?.length ?? 0);
    const kmOf = (svg: string): number => Number(/>(\d+) km</.exec(svg)?.[1]);
    expect(kmOf(part)).toBeLessThan(kmOf(whole));
    // More than the whole land is the whole land; nearer than anybody looks is as near as that.
    const scaleOf = (svg: string) => /M[\d.]+ [\d.]+v4h[\d.]+v-4/.exec(svg)?.[0];
    expect(scaleOf(drawMap(whoholds.theatre, cells, { ...options, box: [-170, -80, 170, 80] }))).toBe(scaleOf(whole));
    expect(drawMap(whoholds.theatre, cells, { ...options, box: [1.2, 1.1, 1.2001, 1.1001] })).toMatch(/>\d+ km</);
  });

  it('is the same text for the same state', async () => {
    expect(await drawn()).toBe(await drawn());
  });

  it('is painted with its own letters, to the pixel the same again', async () => {
    const svg = await drawn();
    const [png, again] = [await paintPicture(svg, 1), await paintPicture(svg, 1)];
    expect(Buffer.from(png).equals(Buffer.from(again))).toBe(true);
    const header = Buffer.from(png).subarray(0, 24);
    expect(header.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([1200, 675]);
    // Without its words it is another picture: the letters were there.
    const bare = await paintPicture(svg.replace(/<text[\s\S]*?<\/text>/g, ''), 1);
    expect(Buffer.from(png).equals(Buffer.from(bare))).toBe(false);
  });
});
