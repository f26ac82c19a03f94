// "the southern Ashford", "our Ashford, the southern one": of the places of one name the one that lies farthest that way.
// Invariant: only where the name is several places', all of which have a point on the map.
import type { PlaceId } from '../../model/place.ts';
import type { Draft, PlaceMark } from '../marks.ts';

/** How far a point lies towards each side of the compass, by the lists of the lexicon. */
const TOWARDS = [
  ['compassNorth', ([, lat]: readonly [number, number]) => lat],
  ['compassSouth', ([, lat]: readonly [number, number]) => -lat],
  ['compassEast', ([lon]: readonly [number, number]) => lon],
  ['compassWest', ([lon]: readonly [number, number]) => -lon],
] as const;

/** The adjective right before the name, or in ", the southern one" and "(the one in the south)" behind it. */
const saysWay = ({ sentences, theatre }: Draft, { sentence, from, to }: PlaceMark, list: string): boolean => {
  const tokens = sentences[sentence]?.tokens ?? [];
  const has = (name: string, at: number): boolean => theatre.lexicon.has(name, tokens[at]?.word ?? '');
  if (has(list, from - 1) && has('definiteWords', from - 2)) return true;
  if (!/^[,(]$/.test(tokens[to]?.word ?? '') || !has('referenceArticles', to + 1)) return false;
  if (has(list, to + 2)) return has('oneWords', to + 3) || /^[,)]$/.test(tokens[to + 3]?.word ?? '');
  return has('oneWords', to + 2) && [to + 4, to + 5].some((at) => has(list, at));
};

/** The places of the name that lie farthest the way that is said; empty where none is. */
export const inDirection = (draft: Draft, mark: PlaceMark): readonly PlaceId[] => {
  if (mark.candidates.length < 2) return [];
  const towards = TOWARDS.find(([list]) => saysWay(draft, mark, list));
  if (towards === undefined) return [];
  const [, measure] = towards;
  const far = mark.candidates.flatMap((id) => {
    const point = draft.theatre.gazetteer.get(id)?.point ?? null;
    return point === null ? [] : [{ id, far: measure(point) }];
  });
  const most = Math.max(...far.map((one) => one.far));
  return far.length < mark.candidates.length ? [] : far.filter((one) => most - one.far < NEAR).map(({ id }) => id);
};

/** A town lies in its district: within half a degree both are the same way. */
const NEAR = 0.3;
