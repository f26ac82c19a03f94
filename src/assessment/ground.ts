// What assessment needs of a theatre: sides and their camps, who held what at the start, places, tempo, numbers.
// Invariant: two sides of one camp never contradict each other; nothing here names a side or a place.
import type { Side, SideId, SpeakerSide } from '../model/actor.ts';
import type { Gazetteer, PlaceId } from '../model/place.ts';
import type { Baseline, Theatre } from '../model/theatre.ts';
import { hashParameters, PARAMETERS, type Parameters } from './parameters.ts';

export interface Ground {
  readonly sides: readonly Side[];
  /** The theatre's own first; the others only show where the answer would differ (E18). */
  readonly baselines: readonly Baseline[];
  readonly gazetteer: Gazetteer;
  readonly tempo: Theatre['tempo'];
  readonly timezone: string;
  readonly coverage: Theatre['coverage'];
  /** Whose own word would be a map's: outlets that publish or repeat one, and this ledger; by `mapKey`. */
  readonly maps: ReadonlySet<string>;
  readonly parameters: Parameters;
  readonly paramsHash: string;
}

/** A name as it is compared with those that publish maps. */
export const mapKey = (name: string): string => name.trim().toLowerCase().replaceAll('’', "'").replace(/^the /, '');

const THIS_LEDGER = 'whoholds';

const mapsIn = ({ outlets }: Theatre): ReadonlySet<string> =>
  new Set([
    THIS_LEDGER,
    ...outlets.filter(({ map }) => map).flatMap(({ name, names }) => [name, ...names].map(mapKey)),
  ]);

export const groundOf = (theatre: Theatre, parameters: Parameters = PARAMETERS): Ground => ({
  sides: theatre.sides,
  baselines: theatre.baselines,
  gazetteer: theatre.gazetteer,
  tempo: theatre.tempo,
  timezone: theatre.timezone,
  coverage: theatre.coverage,
  maps: mapsIn(theatre),
  parameters,
  paramsHash: hashParameters(parameters),
});

export const sideOf = (ground: Ground, id: SpeakerSide | null): Side | null =>
  ground.sides.find((side) => side.id === id) ?? null;

const findCamp = (ground: Ground, id: SpeakerSide): string => {
  const seen = new Set<string>();
  let camp: string = id;
  while (!seen.has(camp)) {
    seen.add(camp);
    camp = sideOf(ground, camp)?.alliedWith ?? camp;
  }
  return camp;
};

const campsOf = new WeakMap<Ground['sides'], Map<string, string>>();
/** Asked for millions of times with one ground: the last one's camps are at hand. */
let last: { readonly sides: Ground['sides']; readonly camps: Map<string, string> } | null = null;

const campsIn = ({ sides }: Ground): Map<string, string> => {
  if (last?.sides === sides) return last.camps;
  const camps = campsOf.get(sides) ?? new Map<string, string>();
  campsOf.set(sides, camps);
  last = { sides, camps };
  return camps;
};

/** The side that this one is counted with, at the end of the chain of allies; a voice that is no side is its own camp. */
export const campOf = (ground: Ground, id: SpeakerSide): string => {
  const camps = campsIn(ground);
  const known = camps.get(id);
  if (known !== undefined) return known;
  const camp = findCamp(ground, id);
  camps.set(id, camp);
  return camp;
};

/** A side that fights, or is counted with one that does; neighbours and voices are not. */
export const isParty = (ground: Ground, id: SpeakerSide): boolean => {
  const side = sideOf(ground, id);
  return side !== null && (side.belligerent || sideOf(ground, campOf(ground, id))?.belligerent === true);
};

const theOne = (sides: readonly Side[]): SideId | null => (sides.length === 1 ? (sides[0]?.id ?? null) : null);

/** Whom a bare loss by this side means where nobody on the cell is named: the incumbent's one challenger, and back. */
export const mainOpponent = (ground: Ground, loser: SideId): SideId | null => {
  const role = sideOf(ground, campOf(ground, loser))?.role === 'incumbent' ? 'challenger' : 'incumbent';
  const camps = ground.sides.filter((side) => side.role === role && campOf(ground, side.id) === side.id);
  return theOne(camps) ?? (role === 'challenger' ? (camps[0]?.id ?? null) : null);
};

/** Who the baseline says held a place: the place itself, else the shape it lies in, else the theatre's rule. */
export const baselineHolder = (ground: Ground, baseline: Baseline | undefined, place: PlaceId): SideId | null => {
  if (baseline === undefined) return null;
  const own = baseline.exceptions.get(place) ?? baseline.exceptions.get(ground.gazetteer.cellOf(place) ?? '');
  return own ?? baseline.holder;
};

/** A limit in days, longer on a frozen front (section 2, stale limits). */
export const limitDays = ({ tempo, parameters }: Ground, days: number): number =>
  tempo === 'frozen' ? days * parameters.frozenFactor : days;
