// What a name that several places bear was last told to mean: "Ashford in Northmark", "the other Ashford, in Southlea".
// Invariant: only what the report itself says beside the name decides; "the other A" tells what a bare A is not.
import type { PlaceId } from '../../model/place.ts';
import type { Draft, PlaceMark } from '../marks.ts';
import type { NamedPlace } from './named-places.ts';
import { inDirection } from './place-by-compass.ts';
import type { Ground } from './place-suits.ts';

/** The places of one name that lie in what is named with it. */
const meantBy = ({ draft }: Ground, { mark, item }: NamedPlace): readonly PlaceId[] => {
  const { gazetteer } = draft.theatre;
  const isInside = (id: PlaceId): boolean => gazetteer.ancestors(id).some((above) => item.within.includes(above.id));
  return item.within.length === 0 ? inDirection(draft, mark) : mark.candidates.filter(isInside);
};

const isOtherMark = ({ theatre, sentences }: Draft, { sentence, from }: PlaceMark): boolean =>
  theatre.lexicon.has('otherWords', sentences[sentence]?.tokens[from - 1]?.word ?? '');

const isOther = ({ draft }: Ground, { mark }: NamedPlace): boolean => isOtherMark(draft, mark);

/** A bare "Ashford" in a report on "Ashford Field" is the field, where the gazetteer calls it so too. */
const namedInFull = ({ places }: Ground, { text, candidates }: PlaceMark): readonly PlaceId[] => {
  const known = inFull.get(places) ?? new Map<string, readonly PlaceId[]>();
  inFull.set(places, known);
  const key = JSON.stringify([text, candidates]);
  const found = known.get(key) ?? longerName(places, { text, candidates });
  known.set(key, found);
  return found;
};

const inFull = new WeakMap<readonly NamedPlace[], Map<string, readonly PlaceId[]>>();

const longerName = (
  places: readonly NamedPlace[],
  { text, candidates }: Pick<PlaceMark, 'text' | 'candidates'>,
): readonly PlaceId[] => {
  const longer = places.find(
    ({ mark }) =>
      mark.candidates.length < candidates.length &&
      mark.candidates.every((id) => candidates.includes(id)) &&
      mark.text.toLowerCase().startsWith(`${text.toLowerCase()} `),
  );
  return longer?.mark.candidates ?? [];
};

const located = new WeakMap<readonly NamedPlace[], { seen: number; readonly names: NamedPlace[] }>();

/** Names with what they lie in: of thousands of names few have it. Of a list that grows only what is new is looked at. */
const locatedIn = (places: readonly NamedPlace[]): readonly NamedPlace[] => {
  const known = located.get(places) ?? { seen: 0, names: [] };
  located.set(places, known);
  for (; known.seen < places.length; known.seen += 1) {
    const named = places[known.seen];
    if (named !== undefined && (named.item.within.length > 0 || named.mark.candidates.length > 1))
      known.names.push(named);
  }
  return known.names;
};

/** Places with the same name in another's candidates; empty where the report never tells them apart. */
export const toldApart = (ground: Ground, mark: PlaceMark): readonly PlaceId[] => {
  if (mark.candidates.length < 2) return [];
  const told = [...locatedIn(ground.places), ...locatedIn(ground.focus)].filter(
    (named) => named.mark.candidates.some((id) => mark.candidates.includes(id)) && meantBy(ground, named).length > 0,
  );
  const here = told.find((named) => named.mark.start === mark.start);
  if (here !== undefined) return meantBy(ground, here);
  const others = told.filter((named) => isOther(ground, named)).flatMap((named) => meantBy(ground, named));
  const own = told.filter((named) => !isOther(ground, named) && named.mark.sentence !== mark.sentence);
  const before = own.filter((named) => named.mark.sentence < mark.sentence);
  const latest = before.reduce<NamedPlace | undefined>(
    (last, named) => (last === undefined || named.mark.sentence >= last.mark.sentence ? named : last),
    undefined,
  );
  // "A and B of N, A and C of M have fallen": a sentence that tells of both leaves open which one a bare A is.
  const both = new Set(
    before
      .filter(({ mark: { sentence } }) => sentence === latest?.mark.sentence)
      .flatMap((one) => meantBy(ground, one)),
  );
  if (latest !== undefined && both.size > meantBy(ground, latest).length) return [];
  const meant = latest ?? own[0];
  if (meant !== undefined && isOtherMark(ground.draft, mark)) {
    const known = meantBy(ground, meant);
    return mark.candidates.filter((id) => !known.includes(id));
  }
  if (meant !== undefined) return meantBy(ground, meant);
  const full = namedInFull(ground, mark);
  if (full.length > 0) return full;
  return others.length === 0 ? [] : mark.candidates.filter((id) => !others.includes(id));
};
