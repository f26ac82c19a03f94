import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES } from '../model/control.ts';
import type { Day } from '../model/time.ts';
import { bordersOf, findBorders } from './borders.ts';
import type { ControlCell, DrawnPlace } from './cell.ts';
import { layGround } from './ground.ts';
import { drawLayers } from './map.ts';
import type { MapDrawing } from './map-drawing.ts';
import { paintWith } from './palette.ts';
import { placeLabels } from './place-labels.ts';
import { type Drawn, toMarkup } from './scene.ts';
import { nameSides } from './words.ts';

const square = (west: number, south: number, turned = false) => {
  const ring = [
    [west, south],
    [west + 1, south],
    [west + 1, south + 1],
    [west, south + 1],
    [west, south],
  ] as [number, number][];
  return { type: 'Polygon' as const, coordinates: [turned ? [...ring].reverse() : ring] };
};
const place = (id: string, province: string, shape: DrawnPlace['shape']): DrawnPlace => ({
  id,
  kind: 'district',
  name: `Name of ${id}`,
  province,
  point: [shape === null ? 0.5 : (shape.coordinates[0]?.[0]?.[0] as number) + 0.5, 50.5],
  shape,
});
const places = [
  place('west', 'One', square(0, 50)),
  place('mid', 'One', square(1, 50, true)),
  place('east', 'Two', square(2, 50)),
];
const ground = layGround(places, {
  size: { width: 600, height: 400 },
  margin: { top: 10, right: 10, bottom: 10, left: 10 },
});

const cell = (id: string, given: Partial<ControlCell> = {}): ControlCell => ({
  place: id,
  scope: 'district',
  on: '2021-03-17' as Day,
  holder: 'b',
  against: ['a'],
  status: 'confirmed',
  p: null,
  flags: [],
  lastEvidence: null,
  staleAfter: null,
  ...given,
});
const layers = (cells: readonly ControlCell[], interactive = true, given: Partial<MapDrawing> = {}): readonly Drawn[] =>
  drawLayers({
    ground,
    borders: bordersOf(ground),
    places,
    cells,
    sides: nameSides([]),
    numbers: new Map([
      ['a', 1],
      ['b', 2],
    ]),
    paint: paintWith('light'),
    prefix: 'm',
    chosen: null,
    zoom: 1,
    interactive,
    bareWords: 'nobody has spoken of it',
    view: null,
    room: null,
    signs: [],
    dense: false,
    ...given,
  });
const markup = (drawn: readonly Drawn[]): string => drawn.map(toMarkup).join('');

describe('the ground', () => {
  it('fits the land into the picture whichever way its rings run', () => {
    for (const { box } of ground.extents.values()) {
      expect(box[2] - box[0]).toBeGreaterThan(150);
      expect(box[2] - box[0]).toBeLessThan(250);
    }
  });

  it('measures kilometres: a degree of longitude at 50° north is about 71', () => {
    const [west, south, east] = ground.extents.get('west')?.box ?? [0, 0, 0, 0];
    expect(south).toBeGreaterThan(0);
    expect((east - west) * ground.kmPerPixel).toBeCloseTo(71, 0);
  });

  it('finds the line between neighbours and the outside of all', () => {
    const between = findBorders(ground.extents.values()).map((border) => border.between.join('|'));
    expect(between.sort()).toEqual(['east|', 'east|mid', 'mid|', 'mid|west', 'west|']);
  });
});

describe('the map', () => {
  it('gives every extent a name and a role, also where nobody spoke', () => {
    const text = markup(layers([cell('west')]));
    expect(text).toContain('aria-label="Name of west: B, confirmed"');
    expect(text).toContain('aria-label="Name of mid: nobody has spoken of it"');
    expect(text.match(/tabindex="-1"/g)).toHaveLength(3);
  });

  it('has no control in a picture', () => {
    expect(markup(layers([cell('west')], false))).not.toContain('tabindex');
  });

  it('leaves out the line between two confirmed cells of one holder', () => {
    const rims = (cells: readonly ControlCell[]): number =>
      (markup(layers(cells)).match(/class="outline"[^>]*/g) ?? []).length;
    expect(rims([cell('west'), cell('mid')])).toBe(2);
    const shared = ground.extents.get('west')?.box[2] ?? 0;
    const outline =
      markup(layers([cell('west'), cell('mid')])).match(/<path d="([^"]*)"[^>]*class="outline"/)?.[1] ?? '';
    const vertical = outline.split('M').filter((part) => {
      const xs = part.split('L').map((corner) => Number(corner.split(',')[0]));
      return xs.length === 2 && xs.every((x) => Math.abs(x - shared) < 0.2);
    });
    expect(vertical).toEqual([]);
  });

  it('colours no district for its town, gate or road', () => {
    const text = markup(layers([cell('west', { scope: 'crossing' }), cell('mid', { scope: 'road' })]));
    expect(text).not.toContain('class="cell confirmed"');
    expect(text.match(/class="symbol"/g)).toHaveLength(2);
    // A road is a bar, in the forms of every status.
    for (const status of STATUSES)
      expect(markup(layers([cell('mid', { scope: 'road', status, against: ['a'] })]))).toContain('rx="1"');
  });
});

describe('a part of the map', () => {
  it('leaves out what lies outside the view', () => {
    const [left, top, right, bottom] = ground.extents.get('west')?.box ?? [0, 0, 0, 0];
    const text = markup(layers([cell('west'), cell('east')], true, { view: [left, top, right - 1, bottom] }));
    expect(text).toContain('Name of west');
    expect(text).not.toContain('Name of east');
  });

  it('keeps the patterns of small cells where there are thousands, and no sign covers them', () => {
    const small = { zoom: 0.05 };
    const claimed = [cell('west', { status: 'claimed' })];
    expect(markup(layers(claimed, true, small))).toContain('class="symbol"');
    const dense = markup(layers(claimed, true, { ...small, dense: true }));
    expect(dense).not.toContain('class="symbol"');
    expect(dense).toContain('fill="url(#m-claimed-2)"');
  });
});

describe('names on the map', () => {
  const wanted = fc.record({
    text: fc.stringMatching(/^[a-z]{1,12}$/),
    at: fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 })),
    weight: fc.nat(100),
    gap: fc.constant(4),
    strong: fc.boolean(),
    centred: fc.boolean(),
  });
  const boxOf = ({ x, y, anchor, text, strong }: ReturnType<typeof placeLabels>[number]) => {
    const width = text.length * 12 * 0.62 * (strong ? 1.06 : 1);
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    return { left, right: left + width, top: y - 11, bottom: y + 3 };
  };

  it('never lie over each other nor outside the picture', () => {
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 30 }), (names) => {
        const boxes = placeLabels(names, [0, 0, 400, 300], []).map(boxOf);
        return boxes.every(
          (a, at) =>
            a.left >= 0 &&
            a.right <= 400 &&
            boxes.every(
              (b, other) =>
                at === other || a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top,
            ),
        );
      }),
    );
  });

  it('keep the weightiest where two would collide', () => {
    const at = [200, 150] as const;
    const blocked = [[0, 0, 400, 138] as const, [0, 162, 400, 300] as const, [0, 0, 195, 300] as const];
    const names = [
      { text: 'lesser', at, weight: 1, gap: 4, strong: false, centred: false },
      { text: 'greater', at, weight: 9, gap: 4, strong: false, centred: false },
    ];
    expect(placeLabels(names, [0, 0, 400, 300], blocked).map(({ text }) => text)).toEqual(['greater']);
  });
});
