// How well each cell's province was listened to, from loose evidence: what an open ledger works out for itself.
import { findCampaigns } from '../src/assessment/campaigns.ts';
import { type Listening, listenTo, provinceOf } from '../src/assessment/coverage.ts';
import type { Ground } from '../src/assessment/ground.ts';
import type { Cell, Evidence } from '../src/model/control.ts';

/** The listening of each cell's province, worked out once for each. */
export const listeners = (ground: Ground, evidence: readonly Evidence[]): ((cell: Cell) => Listening) => {
  const spoken = Map.groupBy(evidence, ({ claim }) =>
    claim.place.id === null ? '' : provinceOf(ground, claim.place.id),
  );
  const campaigns = findCampaigns(ground, evidence);
  const made = new Map<string, Listening>();
  return ({ place }) => {
    const province = provinceOf(ground, place);
    const known = made.get(province) ?? listenTo(ground, spoken.get(province) ?? [], campaigns);
    made.set(province, known);
    return known;
  };
};
