// "the crossing of A": the landmark of that kind in the district that bears the name, or the only one of its province.
// Invariant: nothing is found where a candidate is of that kind itself, nor where two could be meant.
import type { Gazetteer, Place, PlaceKind } from '../model/place.ts';
import type { Question } from './rank-candidates.ts';

/** What a place has one of, so that the kind and the place's name are as good as its own name. */
const LANDMARKS: readonly PlaceKind[] = ['crossing', 'airport', 'dam'];

const lieIn = (
  gazetteer: Gazetteer,
  landmarks: readonly Place[],
  larger: readonly (string | null)[],
): readonly Place[] => landmarks.filter(({ id }) => gazetteer.ancestors(id).some((above) => larger.includes(above.id)));

/** "the HELMAND GOVERNOR'S OFFICE": the seat of a province lies in its only city. */
const seatOf = (
  candidates: readonly Place[],
  { scope, gazetteer }: Question,
): { place: Place; reason: string } | null => {
  const [province, ...more] = candidates;
  if (scope !== 'centre' || province?.kind !== 'province' || more.length > 0) return null;
  const cities = gazetteer.all().filter(({ kind }) => kind === 'city');
  const [place, second] = lieIn(gazetteer, cities, [province.id]);
  return place === undefined || second !== undefined ? null : { place, reason: `the only city of ${province.name}` };
};

/** The landmark meant and the reason; null where the words name no kind of landmark, or none or several are there. */
export const landmarkOf = (
  candidates: readonly Place[],
  question: Question,
): { place: Place; reason: string } | null => {
  const { context, scope, gazetteer } = question;
  const seat = seatOf(candidates, question);
  if (seat !== null) return seat;
  const kind = LANDMARKS.find((one) => one === (context.kindWord ?? scope));
  if (kind === undefined || candidates.some((place) => place.kind === kind)) return null;
  const landmarks = gazetteer.all().filter((place) => place.kind === kind);
  const near = lieIn(
    gazetteer,
    landmarks,
    candidates.map(({ id }) => gazetteer.cellOf(id)),
  );
  const around =
    near.length > 0
      ? near
      : lieIn(
          gazetteer,
          landmarks,
          candidates.map(({ id }) => id),
        );
  const [place, second] = around;
  if (place === undefined || second !== undefined) return null;
  return { place, reason: `the only ${kind} of ${candidates[0]?.name}` };
};
