import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side } from '../model/actor.ts';
import type { DayCounts, HoldingCount } from '../model/control.ts';
import { addDays, type Day } from '../model/time.ts';
import { drawStrip } from './draw-strip.ts';
import { type Asked, LINE, placeLabels, spread, widthOf } from './mark-labels.ts';
import { paintWith } from './palette.ts';
import { toMarkup } from './scene.ts';
import { numberSides } from './sides.ts';
import type { StripDrawing, StripMark } from './strip-drawing.ts';
import { highest, stripRows } from './strip-rows.ts';
import { rowScales, ticksUpTo, xOf } from './strip-scale.ts';

const FIRST = '2021-03-10' as Day;
const side = (id: string, role: Side['role'], alliedWith: string | null = null) => ({
  ...{ id, name: id, role, alliedWith, belligerent: true, class: 'non-state' as const },
});
const BLUE = side('blue', 'incumbent');
const RED = side('red', 'challenger');
const GREEN = side('green', 'challenger');

const count = (holder: string | null, status: HoldingCount['status'], places: number): HoldingCount => ({
  ...{ holder, status, places, districts: places },
  against: holder === null ? ['red', 'blue'] : status === 'threatened' ? [holder === 'red' ? 'blue' : 'red'] : [],
});
const days = (...all: readonly (readonly HoldingCount[])[]): readonly DayCounts[] =>
  all.map((counts, at) => ({ on: addDays(FIRST, at), counts }));

const sides = [BLUE, RED];
const numbers = numberSides(sides);
const form = ({ look }: { look: { fill: object } }): unknown =>
  'pattern' in look.fill ? (look.fill.pattern as { form: string }).form : 'solid';

const mark = (over: Partial<StripMark>): StripMark => ({
  ...{ on: addDays(FIRST, 2), of: 'red', number: 9, low: 9, high: 9, bound: 'none', side: null },
  ...{ words: '9 of 12', who: 'Envoy', counted: true },
  ...over,
});
const strip = (over: Partial<StripDrawing>): StripDrawing => ({
  ...{ days: [], marks: [], sides, numbers, own: null, paint: paintWith('light'), prefix: 's', labelled: true },
  ...{ first: FIRST, last: addDays(FIRST, 4), width: 400, height: 120, on: addDays(FIRST, 1) },
  ...over,
});
const markup = (drawing: StripDrawing): string => drawStrip(drawing).map(toMarkup).join('');

describe('the rows of the strip', () => {
  it('stack the challenger above zero and the incumbent below, the surest next to zero', () => {
    const counts = [count('red', 'claimed', 2), count(null, 'disputed', 1), count('red', 'confirmed', 5)];
    const below = [count('blue', 'threatened', 3), count('blue', 'claimed', 1)];
    const [row, ...more] = stripRows(days([...counts, ...below]), { sides, numbers });
    expect(more).toEqual([]);
    expect(row?.side).toBe('red');
    expect(row?.up.map(form)).toEqual(['solid', 'claimed', 'disputed']);
    expect(row?.down.map(form)).toEqual(['threatened', 'claimed']);
    expect([highest(row?.up ?? []), highest(row?.down ?? [])]).toEqual([8, 4]);
  });

  it('look the same with the sides exchanged', () => {
    const [one] = stripRows(days([count('red', 'claimed', 2)]), { sides, numbers });
    const other = [side('red', 'incumbent'), side('blue', 'challenger')];
    const [two] = stripRows(days([count('blue', 'claimed', 2)]), { sides: other, numbers: numberSides(other) });
    expect(two?.up).toEqual(one?.up);
  });

  it('put an ally with its ally, and give three camps a row each', () => {
    const ally = side('militia', 'other', 'blue');
    const withAlly = [BLUE, RED, ally];
    const rows = stripRows(days([count('militia', 'claimed', 4)]), { sides: withAlly, numbers });
    expect(rows.map(({ down }) => highest(down))).toEqual([4]);
    const three = [BLUE, RED, GREEN];
    const all = stripRows(days([count('green', 'confirmed', 1)]), { sides: three, numbers: numberSides(three) });
    expect(all.map((row) => row.side)).toEqual(['blue', 'red', 'green']);
    expect(all.every(({ down }) => down.length === 0)).toBe(true);
  });
});

describe('the strip’s scale', () => {
  it('gives a place the same height above zero and below it, and keeps every stack and mark inside', () => {
    const counts = days([count('red', 'confirmed', 30), count('blue', 'claimed', 10)]);
    const [scale] = rowScales(stripRows(counts, { sides, numbers }), { height: 100 }, () => 60);
    if (scale === undefined) throw new Error('no row');
    expect(scale.y(0) - scale.y(1)).toBeCloseTo(scale.y(-1) - scale.y(0));
    expect(scale.y(60)).toBeGreaterThanOrEqual(0);
    expect(scale.y(-10)).toBeLessThanOrEqual(100);
  });

  it('has at most three round ticks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), (most) => {
        const ticks = ticksUpTo(most);
        return ticks.length >= 1 && ticks.length <= 3 && ticks.every((tick) => tick <= most);
      }),
    );
  });
});

describe('the strip’s picture', () => {
  it('goes in steps by day: a place held for one day is a step of one day’s width', () => {
    const drawing = strip({ days: days([], [count('red', 'confirmed', 1)], [], [], []) });
    const [, path] = markup(drawing).match(/<path d="(M[^"]+Z)"/) ?? [];
    const xs = [...(path ?? '').matchAll(/[MH](-?[\d.]+)/g)].map(([, x]) => Number(x));
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([50, 150]);
    expect(path).not.toMatch(/[LCQ]/);
  });

  it('draws what people count as single marks: never joined, never filled', () => {
    const marks = [mark({}), mark({ on: addDays(FIRST, 3), number: 10, low: 10, high: 10, bound: 'over' })];
    const signs = markup(strip({ days: days([], [], [], [], []), marks })).match(/<g class="said">.*?<\/g>/g) ?? [];
    expect(signs).toHaveLength(2);
    for (const sign of signs) expect(sign).not.toMatch(/fill="(?!none)/);
  });

  it('names each mark with what it was counted out of, beside our own number', () => {
    const own = { number: '5', who: 'named: held', value: 5 };
    const text = markup(strip({ days: days([], [count('red', 'confirmed', 5)], [], [], []), marks: [mark({})], own }));
    expect(text).toContain('9 of 12');
    expect(text).toContain('named: held');
    expect(markup(strip({ days: days([], [], [], [], []), marks: [mark({})], own, labelled: false }))).not.toContain(
      '<text',
    );
  });

  it('places a day where its handle stands', () => {
    const frame = { first: FIRST, last: addDays(FIRST, 4), width: 400, height: 1 };
    expect([xOf(FIRST, frame), xOf(addDays(FIRST, 2), frame), xOf(frame.last, frame)]).toEqual([0, 200, 400]);
  });
});

describe('labels of marks', () => {
  const asked = fc.record({
    number: fc.constantFrom('9', '195 of 407'),
    who: fc.constantFrom('Envoy', 'a long name of a speaker'),
    to: fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 120 })),
  });
  const box = (one: Asked & { x: number; y: number; anchor: string }) => {
    const left = one.anchor === 'start' ? one.x : one.x - widthOf(one);
    return { left, right: left + widthOf(one), y: one.y };
  };

  it('never overlap', () => {
    const many = fc.array(asked, { maxLength: 5 });
    fc.assert(
      fc.property(many, many, fc.integer({ min: 0, max: 700 }), (near, far, at) => {
        const placed = placeLabels({ width: 700, height: 120, at }, near, far);
        const boxes = [...placed.near, ...placed.far].map(box);
        return boxes.every((one, i) =>
          boxes.every(
            (other, j) =>
              i >= j || Math.abs(one.y - other.y) >= LINE - 1 || one.right < other.left || other.right < one.left,
          ),
        );
      }),
    );
  });

  it('stay inside the height, in the order of their marks', () => {
    const heights = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 7 });
    fc.assert(
      fc.property(heights, (wanted) => {
        const placed = spread(
          [...wanted].sort((a, b) => a - b),
          120,
        );
        return placed.every((y, at) => y >= 0 && y <= 120 && (at === 0 || y - (placed[at - 1] ?? 0) >= LINE - 0.01));
      }),
    );
  });
});
