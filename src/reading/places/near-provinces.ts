// The provinces that a sentence is about, for telling names of the same spelling apart.
// Invariant: the cost grows with the report's length, not with its square: a book is read as a report is.
import type { PlaceId } from '../../model/place.ts';
import type { Draft, Mention, PlaceMark } from '../marks.ts';
import { isLargerKind } from '../place-groups/place-order.ts';

/** A name that is a province alone speaks of it; one that is a city too only may. */
const MAYBE = 0.4;
const HERE = 8;
const BEFORE = 1;
const AFTER = 0.5;
/** How much a name one sentence before weighs more than one long before; it fades with the distance. */
const NEAR = 4;
const NEAR_SENTENCES = 40;

interface Sighting {
  readonly id: PlaceId;
  readonly sentence: number;
  readonly sure: number;
}

type Ranked = readonly (readonly [id: PlaceId, weight: number])[];

type Ranking = ReadonlyMap<number, Ranked>;

const isCalledLarger = (mark: PlaceMark, behind: ReadonlyMap<string, Mention>): boolean => {
  const next = behind.get(`${mark.sentence} ${mark.to}`);
  return next?.type === 'scope' && isLargerKind(next.kind);
};

const sightingsIn = ({ mentions, theatre }: Draft): readonly Sighting[] => {
  const behind = new Map(mentions.map((mark) => [`${mark.sentence} ${mark.from}`, mark]));
  return mentions.flatMap((mark) => {
    if (mark.type !== 'place') return [];
    const sure = mark.candidates.length === 1 || isCalledLarger(mark, behind) ? 1 : MAYBE;
    const provinces = mark.candidates.filter((id) => theatre.gazetteer.get(id)?.kind === 'province');
    return provinces.map((id) => ({ id, sentence: mark.sentence, sure }));
  });
};

const add = (weights: Map<PlaceId, number>, id: PlaceId, weight: number): unknown =>
  weights.set(id, (weights.get(id) ?? 0) + weight);

const rankAt = (nearby: readonly Sighting[], sentence: number, far: ReadonlyMap<PlaceId, number>): Ranked => {
  const weights = new Map(far);
  for (const { id, sentence: at, sure } of nearby) {
    const distance = sentence - at;
    // `far` has counted it as one after this sentence.
    add(weights, id, sure * ((distance === 0 ? HERE : BEFORE + NEAR / distance) - AFTER));
  }
  return [...weights].sort((a, b) => b[1] - a[1]);
};

/** Every sentence's provinces in one walk: what lies long before is a running sum, what is near is weighed by distance. */
const rankAll = (draft: Draft): Ranking => {
  const all = sightingsIn(draft);
  const far = new Map<PlaceId, number>();
  for (const { id, sure } of all) add(far, id, sure * AFTER);
  const bySentence = new Map<number, Ranked>();
  let [from, to] = [0, 0];
  for (const { index } of draft.sentences) {
    while ((all[to]?.sentence ?? Number.POSITIVE_INFINITY) <= index) to += 1;
    for (let next = all[from]; next !== undefined && index - next.sentence > NEAR_SENTENCES; next = all[++from])
      add(far, next.id, next.sure * (BEFORE - AFTER));
    bySentence.set(index, rankAt(all.slice(from, to), index, far));
  }
  return bySentence;
};

const ranked = new WeakMap<Draft['mentions'], Ranking>();

const rankedAt = (draft: Draft, sentence: number): Ranked => {
  const known = ranked.get(draft.mentions) ?? rankAll(draft);
  ranked.set(draft.mentions, known);
  return known.get(sentence) ?? [];
};

/** Provinces that the report speaks of: nearest before the sentence first, then the most often named. */
export const provincesNear = (draft: Draft, sentence: number): readonly PlaceId[] =>
  rankedAt(draft, sentence).map(([id]) => id);

/** A province of less weight than this share of the first is only named in passing. */
const SHARE = 2 / 3;

/** The provinces that a name without one can be in: those that the sentence is about, without what is named in passing. */
export const provincesMeant = (draft: Draft, sentence: number): readonly PlaceId[] => {
  const all = rankedAt(draft, sentence);
  const least = (all[0]?.[1] ?? 0) * SHARE;
  return all.filter(([, weight]) => weight >= least).map(([id]) => id);
};
