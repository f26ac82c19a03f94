// How far each province was listened to: what reports say of it, and of how many of its districts they say anything.
// Invariant: a province of which nobody spoke is in the list too; its row of noughts is the finding.
import type { Evidence } from '../model/control.ts';
import type { Gazetteer, PlaceId } from '../model/place.ts';
import { dayIn } from '../model/time.ts';
import type { ProvinceCoverage } from './overview-contract.ts';

const isDistrict = (gazetteer: Gazetteer, id: PlaceId): boolean => gazetteer.get(id)?.kind === 'district';

/** The district that a place is or lies in; null for what spans several. */
const districtOf = (gazetteer: Gazetteer, id: PlaceId): PlaceId | null =>
  [id, ...gazetteer.ancestors(id).map((place) => place.id), gazetteer.cellOf(id)].find(
    (each) => each !== null && isDistrict(gazetteer, each),
  ) ?? null;

export interface ProvinceGround {
  readonly gazetteer: Gazetteer;
  readonly timezone: string;
}

/** One province's row. `places` are all that lie in it, `said` what is known of them. */
export const tellProvince = (
  { gazetteer, timezone }: ProvinceGround,
  { province, places }: { readonly province: PlaceId; readonly places: readonly PlaceId[] },
  said: readonly Evidence[],
): ProvinceCoverage => {
  const spokenOf = new Set(said.flatMap(({ claim }) => districtOf(gazetteer, claim.place.id ?? '') ?? []));
  const reports = new Map(said.map(({ report }) => [report.id, report]));
  const outlets = [...reports.values()].flatMap(({ outlet }) => outlet ?? []);
  const last = [...reports.values()]
    .map(({ known }) => known)
    .sort()
    .at(-1);
  return {
    province: { id: province, name: gazetteer.get(province)?.name ?? province },
    districts: places.filter((id) => isDistrict(gazetteer, id)).length,
    spokenOf: spokenOf.size,
    claims: said.length,
    reports: reports.size,
    families: new Set([...reports.values()].map(({ family }) => family)).size,
    outlets: new Set(outlets).size,
    lastReport: last === undefined ? null : dayIn(last, timezone),
  };
};
