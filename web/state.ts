// What the page shows, as one value, and its address: the two hold the same, so a copied link shows the same thing.
// Invariant: parse(format(state)) is the state; words that mean nothing are dropped, never guessed.
import { LANGUAGES, type Language } from '../src/drawing/language.ts';
import { formatBox, type MapBox, parseBox } from '../src/drawing/map-box.ts';
import { SCOPES, type Scope } from '../src/model/claim.ts';
import { STATUSES, type Status } from '../src/model/control.ts';
import { type Day, isDay, toInstant } from '../src/model/time.ts';

export interface State {
  /** Null: the theatre's opening day. */
  readonly on: Day | null;
  /** A day (its end) or an instant; null: everything known. */
  readonly asOf: string | null;
  readonly seq: number | null;
  readonly place: string | null;
  readonly scope: Scope | null;
  readonly view: 'map' | 'table';
  /** The day to compare with; null: the day shown, or no comparison. */
  readonly with: Day | null;
  /** The known-until to compare with: the same day as known then; null: as for the day shown. */
  readonly withAsOf: string | null;
  /** The part of the map that is looked at; null: all of it. */
  readonly box: MapBox | null;
  readonly lang: Language;
  /** Only places that this side holds are listed; null: all. */
  readonly side: string | null;
  /** Only places of this status are listed; null: all. */
  readonly status: Status | null;
}

export const START: State = {
  on: null,
  asOf: null,
  seq: null,
  place: null,
  scope: null,
  view: 'map',
  with: null,
  withAsOf: null,
  box: null,
  lang: 'en',
  side: null,
  status: null,
};

const asDay = (text: string | null): Day | null => (text !== null && isDay(text) ? text : null);
const asCut = (text: string | null): string | null => (text === null ? null : (asDay(text) ?? toInstant(text)));
const asSeq = (text: string | null): number | null => (text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null);

/** The state that an address's query names. */
export const parseAddress = (query: string): State => {
  const words = new URLSearchParams(query);
  const place = words.get('place') || null;
  return {
    on: asDay(words.get('on')),
    asOf: asCut(words.get('asOf')),
    seq: asSeq(words.get('seq')),
    place,
    scope: place === null ? null : (SCOPES.find((scope) => scope === words.get('scope')) ?? null),
    view: words.get('view') === 'table' ? 'table' : 'map',
    with: asDay(words.get('with')),
    withAsOf: asCut(words.get('withAsOf')),
    box: parseBox(words.get('box') ?? ''),
    lang: LANGUAGES.find((language) => language === words.get('lang')) ?? 'en',
    side: words.get('side') || null,
    status: STATUSES.find((status) => status === words.get('status')) ?? null,
  };
};

/** Marks that an address may carry as they are stay readable. */
const readableQuery = (words: URLSearchParams): string =>
  words.toString().replace(/%2F/g, '/').replace(/%3A/g, ':').replace(/%2C/g, ',');

/** The state as a query; empty for the start. Slashes of place ids stay readable. */
export const formatAddress = (state: State): string => {
  const words = new URLSearchParams();
  if (state.on !== null) words.set('on', state.on);
  if (state.asOf !== null) words.set('asOf', state.asOf);
  if (state.seq !== null) words.set('seq', String(state.seq));
  if (state.place !== null) words.set('place', state.place);
  if (state.place !== null && state.scope !== null) words.set('scope', state.scope);
  if (state.with !== null) words.set('with', state.with);
  if (state.withAsOf !== null) words.set('withAsOf', state.withAsOf);
  if (state.box !== null) words.set('box', formatBox(state.box));
  if (state.view !== 'map') words.set('view', state.view);
  if (state.side !== null) words.set('side', state.side);
  if (state.status !== null) words.set('status', state.status);
  if (state.lang !== 'en') words.set('lang', state.lang);
  const text = readableQuery(words);
  return text === '' ? '' : `?${text}`;
};

export const isSame = (a: State, b: State): boolean => formatAddress(a) === formatAddress(b);

/** Whether only the part of the map that is looked at differs: nothing need be asked for. */
export const isMove = (a: State, b: State): boolean => !isSame(a, b) && isSame(a, { ...b, box: a.box });
