// How many places each side had on each day, by which right: what the strip of days shows. Silence is not counted.
// Invariant: the counts of a day are those of the cells that the map of that day shows with a holder or a quarrel.
import type { CellHoldings, DayCounts, Holding, HoldingCount } from '../model/control.ts';
import { addDays, type Day, daysBetween } from '../model/time.ts';

const keyOf = ({ holder, status, against }: Holding): string => JSON.stringify([holder, status, against]);

const isDistrict = ({ cell: { scope } }: CellHoldings): boolean => scope === 'district' || scope === 'centre';

const withOne = (count: HoldingCount | undefined, { holder, status, against }: Holding, district: 0 | 1) => ({
  ...{ holder, status, against },
  places: (count?.places ?? 0) + 1,
  districts: (count?.districts ?? 0) + district,
});

/** Every day from `from` to `last`, both inclusive. Undetermined cells are left out: nobody has said enough of them. */
export const countDays = (
  all: readonly CellHoldings[],
  { from, last: end }: { readonly from: Day; readonly last: Day },
): readonly DayCounts[] => {
  const days = Array.from({ length: Math.max(0, daysBetween(from, end) + 1) }, () => new Map<string, HoldingCount>());
  const last = days.length;
  const at = (day: Day | undefined): number =>
    day === undefined ? last : Math.min(last, Math.max(0, daysBetween(from, day)));
  for (const one of all) {
    const district = isDistrict(one) ? 1 : 0;
    one.holdings.forEach((holding, index) => {
      if (holding.status === 'undetermined') return;
      const key = keyOf(holding);
      for (const counts of days.slice(at(holding.from), at(one.holdings[index + 1]?.from)))
        counts.set(key, withOne(counts.get(key), holding, district));
    });
  }
  const ordered = (counts: ReadonlyMap<string, HoldingCount>): readonly HoldingCount[] =>
    [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
  return days.map((counts, index) => ({ on: addDays(from, index), counts: ordered(counts) }));
};
