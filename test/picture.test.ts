// The picture that stands alone: what must be printed on it, that it is well formed, and that it asks nothing of anybody.
import { parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { THEMES, type ThemeName } from '../src/drawing/palette.ts';
import { drawMap } from '../src/drawing/picture.ts';
import type { Day } from '../src/model/time.ts';
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
