// Joins outlines from outside to the theatre's districts: by id, by name, or by a close spelling, and says what found none.
// Invariant: an outline goes to one place at most, and a place gets one outline at most; where two are as good, neither is taken.
import type { Gazetteer, Place, PlaceId } from '../model/place.ts';
import type { CellShape } from '../model/theatre.ts';
import { foldName } from './fold-name.ts';

export type MatchedBy = 'id' | 'name' | 'spelling';

/** A feature of the file, whatever its fields are called. */
export interface Outline {
  /** Counted from 1. */
  readonly row: number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: CellShape['geometry'];
}

export interface Match {
  readonly place: PlaceId;
  readonly by: MatchedBy;
  readonly outline: Outline;
}

export interface Unmatched {
  readonly row: number;
  /** The words that the feature gives itself. */
  readonly words: readonly string[];
  readonly why: string;
}

export interface Boundaries {
  readonly matches: readonly Match[];
  readonly unmatched: readonly Unmatched[];
  /** Districts that stay with their approximate outline. */
  readonly left: readonly Place[];
}

const wordsOf = ({ properties }: Outline): readonly string[] =>
  Object.values(properties).filter((value): value is string => typeof value === 'string' && value.trim() !== '');

const isDistrict = (gazetteer: Gazetteer, id: PlaceId): boolean => gazetteer.get(id)?.kind === 'district';

/** The larger places that the feature's own words name, by id or by name: they tell homonyms apart. */
const provincesIn = (gazetteer: Gazetteer, words: readonly string[]): ReadonlySet<PlaceId> => {
  const named = words.flatMap((word) => (gazetteer.get(word) === null ? gazetteer.lookup(word) : [word]));
  return new Set(named.filter((id) => gazetteer.get(id)?.kind === 'province'));
};

interface Candidate {
  readonly id: PlaceId;
  readonly by: MatchedBy;
}

const namedBy = (gazetteer: Gazetteer, words: readonly string[]): readonly Candidate[] =>
  words.flatMap((word) =>
    gazetteer
      .lookup(word)
      .filter((id) => isDistrict(gazetteer, id))
      .map((id): Candidate => {
        const { name = '', names = [] } = gazetteer.get(id) ?? {};
        const same = [name, ...names].some((spelling) => foldName(spelling) === foldName(word));
        return { id, by: same ? 'name' : 'spelling' };
      }),
  );

const RANK: readonly MatchedBy[] = ['id', 'name', 'spelling'];

/** The one place that a feature means; or why none. */
const placeOf = (gazetteer: Gazetteer, outline: Outline): Candidate | string => {
  const words = wordsOf(outline);
  const own = words.find((word) => isDistrict(gazetteer, word));
  if (own !== undefined) return { id: own, by: 'id' };
  const other = words.map((word) => gazetteer.get(word)).find((place) => place !== null);
  if (other && words[0] !== undefined && !words.some((word) => word !== other.id && word !== other.name))
    return `it is the outline of ${other.id}, a ${other.kind}: cells are districts`;
  const provinces = provincesIn(gazetteer, words);
  const isInside = (id: PlaceId): boolean =>
    provinces.size === 0 || gazetteer.ancestors(id).some((above) => provinces.has(above.id));
  const candidates = namedBy(gazetteer, words).filter(({ id }) => isInside(id));
  const best = RANK.map((by) => candidates.filter((one) => one.by === by)).find((list) => list.length > 0) ?? [];
  const [first, ...others] = new Map(best.map((one) => [one.id, one])).values();
  if (first === undefined) return 'no district has such a name';
  return others.length === 0 ? first : `it may be ${[first, ...others].map(({ id }) => id).join(' or ')}`;
};

/** Where several outlines mean one place, the best kind of match has it; two of one kind are both refused. */
const settle = (found: readonly Match[]): { matches: readonly Match[]; refused: readonly Match[] } => {
  const groups = [...Map.groupBy(found, ({ place }) => place).values()];
  const bestOf = (group: readonly Match[]): readonly Match[] =>
    RANK.map((by) => group.filter((match) => match.by === by)).find((list) => list.length > 0) ?? [];
  const matches = groups.flatMap((group) => (bestOf(group).length === 1 ? bestOf(group) : []));
  return { matches, refused: found.filter((match) => !matches.includes(match)) };
};

export const matchBoundaries = (gazetteer: Gazetteer, outlines: readonly Outline[]): Boundaries => {
  const asked = outlines.map((outline) => ({ outline, found: placeOf(gazetteer, outline) }));
  const told = (outline: Outline, why: string): Unmatched => ({ row: outline.row, words: wordsOf(outline), why });
  const found = asked.flatMap(({ outline, found: one }) =>
    typeof one === 'string' ? [] : [{ place: one.id, by: one.by, outline }],
  );
  const lost = asked.flatMap(({ outline, found: one }) => (typeof one === 'string' ? [told(outline, one)] : []));
  const { matches, refused } = settle(found);
  const taken = new Set(matches.map(({ place }) => place));
  const doubles = refused.map(({ outline, place }) =>
    told(outline, `another outline means ${place} as well or better`),
  );
  const districts = gazetteer.all().filter(({ kind }) => kind === 'district');
  return {
    matches: matches.toSorted((a, b) => (a.place < b.place ? -1 : 1)),
    unmatched: [...lost, ...doubles].sort((a, b) => a.row - b.row),
    left: districts.filter(({ id }) => !taken.has(id)),
  };
};
