// What the theatre, its sides and places are called in the page's language. English names are the records' own; those of
// another language are asked for once, before anything is drawn, and who has none there keeps the English one.
import { LANGUAGES, type Language } from '../src/drawing/language.ts';
import type { Scope } from '../src/model/claim.ts';
import type { NamesRecord } from '../src/publishing/places.ts';
import { ask } from './answers.ts';
import { say, words } from './words.ts';

const NONE: NamesRecord = { title: null, sides: {}, places: {}, provinces: {} };
let known = NONE;

export const learnNames = async (lang: Language): Promise<void> => {
  known = lang === LANGUAGES[0] ? NONE : (await ask<NamesRecord>('/api/names', { lang })).data;
};

export const placeName = ({ id, name }: { readonly id: string | null; readonly name: string }): string =>
  (id === null ? undefined : known.places[id]) ?? name;

export const provinceName = <P extends string | null>(province: P): P | string =>
  province === null ? province : (known.provinces[province] ?? province);

/** A city beside its district needs its scope to be told apart. */
export const cellName = ({
  place,
  scope,
}: {
  readonly place: Parameters<typeof placeName>[0];
  readonly scope: Scope;
}): string =>
  scope === 'district' || scope === 'centre'
    ? placeName(place)
    : say(words().list.part, { place: placeName(place), scope: words().scope[scope] });

interface Named {
  readonly title: string;
  readonly sides: readonly { readonly id: string; readonly name: string }[];
}

/** The theatre with its own and its sides' names. */
export const namedTheatre = <T extends Named>(theatre: T): T => ({
  ...theatre,
  title: known.title ?? theatre.title,
  sides: theatre.sides.map((side) => ({ ...side, name: known.sides[side.id] ?? side.name })),
});

interface Spelled {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly province: string | null;
}

/** A place by its name in the page's language; it is found by all its spellings still. */
export const namedPlace = <T extends Spelled>(place: T): T => ({
  ...place,
  name: placeName(place),
  names: placeName(place) === place.name ? place.names : [place.name, ...place.names],
  province: provinceName(place.province),
});
