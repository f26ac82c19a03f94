// The counts of days as bands to stack: which side stands above zero, which below, and each status in its own form.
// Invariant: one unit is one place; nothing is smoothed, nothing is joined between days.
import type { Side, SideId } from '../model/actor.ts';
import type { DayCounts, HoldingCount, Status } from '../model/control.ts';
import type { Day } from '../model/time.ts';
import { type Look, lookOf } from './look.ts';
import type { SideNumber } from './palette.ts';
import type { DrawnSide } from './sides.ts';

/** One status of one side over all days; `values` has one number a day. */
export interface Band {
  readonly look: Look;
  readonly values: readonly number[];
}

/** Bands outward from zero: the surest first. */
export interface StripRow {
  readonly side: SideId;
  readonly up: readonly Band[];
  readonly down: readonly Band[];
}

const FROM_ZERO: readonly Status[] = ['confirmed', 'threatened', 'claimed', 'contested', 'disputed'];

type Counted = Pick<HoldingCount, 'holder' | 'status' | 'against'>;
type Numbers = ReadonlyMap<SideId, SideNumber>;

/** Counts have no probability and no age: the full form. */
const lookOfCount = ({ holder, status, against }: Counted, on: Day, numbers: Numbers): Look => {
  const bare = { place: '', scope: 'district', p: null, flags: [], lastEvidence: null, staleAfter: null } as const;
  return lookOf({ ...bare, on, holder, status, against }, numbers);
};

/** A threatened place is drawn with its threatener, a disputed one with its parties; else one form a side. */
const formKey = ({ holder, status, against }: Counted): string =>
  JSON.stringify([FROM_ZERO.indexOf(status), holder, status === 'disputed' || status === 'contested' ? against : []]);

const bandsOf = (days: readonly DayCounts[], numbers: Numbers, isIn: (count: Counted) => boolean): readonly Band[] => {
  const found = new Map<string, { readonly look: Look; readonly values: number[] }>();
  days.forEach(({ on, counts }, at) => {
    for (const count of counts) {
      if (!isIn(count)) continue;
      const key = formKey(count);
      const band = found.get(key) ?? { look: lookOfCount(count, on, numbers), values: days.map(() => 0) };
      band.values[at] = (band.values[at] ?? 0) + count.places;
      found.set(key, band);
    }
  });
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, band]) => band);
};

export interface StripSides {
  readonly sides: readonly DrawnSide[];
  readonly numbers: Numbers;
}

/** Allies stand with the side that they are allied with. */
const campOf = (id: SideId, sides: readonly DrawnSide[]): SideId => {
  const ally = sides.find((side) => side.id === id)?.alliedWith ?? null;
  return ally === null || ally === id ? id : ally;
};

const partiesOf = ({ holder, against }: Counted): readonly SideId[] =>
  holder === null || holder === 'none' ? against : [holder];

/** Belligerents by camp that have a place on any of the days, or are one of the two main sides. */
const campsIn = (days: readonly DayCounts[], sides: readonly DrawnSide[]): readonly SideId[] => {
  const seen = new Set(days.flatMap(({ counts }) => counts.flatMap(partiesOf)));
  const isMain = ({ role }: Pick<Side, 'role'>): boolean => role !== 'other';
  const standing = sides.filter((side) => side.belligerent && (isMain(side) || seen.has(side.id)));
  return [...new Set(standing.map(({ id }) => campOf(id, sides)))];
};

/** Two camps share one row, the challenger above zero and the incumbent below; three and more have a row each. */
export const stripRows = (days: readonly DayCounts[], { sides, numbers }: StripSides): readonly StripRow[] => {
  const camps = campsIn(days, sides);
  const incumbent = sides.find(({ role }) => role === 'incumbent')?.id ?? null;
  const challengers = camps.filter((camp) => camp !== incumbent);
  const ownerOf = (count: Counted): SideId | null => {
    const parties = partiesOf(count).map((id) => campOf(id, sides));
    return parties.find((camp) => camp !== incumbent && camps.includes(camp)) ?? parties[0] ?? null;
  };
  const bandsFor = (camp: SideId | null): readonly Band[] => bandsOf(days, numbers, (count) => ownerOf(count) === camp);
  const [only] = challengers;
  if (only !== undefined && challengers.length === 1)
    return [{ side: only, up: bandsFor(only), down: incumbent === null ? [] : bandsFor(incumbent) }];
  return camps.map((camp) => ({ side: camp, up: bandsFor(camp), down: [] }));
};

/** The highest stack of any day. */
export const highest = (bands: readonly Band[]): number => {
  const days = bands[0]?.values.length ?? 0;
  const sums = Array.from({ length: days }, (_, at) => bands.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  return Math.max(0, ...sums);
};
