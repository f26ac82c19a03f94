// A theatre is data: who fights, where, since when, who held what at the start, how its places are spelled and drawn.
import type { Actor, Side, SideId, SpeakerSide } from './actor.ts';
import type { Lexicon } from './lexicon.ts';
import type { Gazetteer, PlaceId } from './place.ts';
import type { Day } from './time.ts';

export interface Outlet {
  readonly name: string;
  readonly names: readonly string[];
  readonly homepage: string | null;
  /** A state's or party's own outlet speaks for that side; null for an independent one. */
  readonly affiliation: SpeakerSide | null;
  readonly agency: boolean;
  /** It publishes a map of control or repeats one: its own word would be a map's (control-method 5.7). */
  readonly map: boolean;
  /** How it writes numeric dates: day first, month first, or unknown. */
  readonly dateOrder: 'day-first' | 'month-first' | null;
}

/** Who held a place on the theatre's first day, and how sure the list is (control-method E18). */
export interface Baseline {
  readonly id: string;
  readonly origin: string;
  readonly day: Day;
  readonly holder: SideId;
  readonly exceptions: ReadonlyMap<PlaceId, SideId>;
  /** Probability of the holder given by the list. */
  readonly p: number;
}

/** Our own drawing of a place's extent, approximate unless imported. GeoJSON ring order of RFC 7946. */
export interface CellShape {
  readonly place: PlaceId;
  readonly approximate: boolean;
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly [number, number])[])[] }
    | {
        readonly type: 'MultiPolygon';
        readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[];
      };
}

/** A list of places that people count against ("80 of 421"): how many it has, whose it is, of which year. */
export interface Denominator {
  readonly count: number;
  readonly unit: string;
  readonly list: string;
  readonly edition: string;
  readonly origin: string;
}

/** What a language calls the theatre, its sides and its places; who is not there is called as ever. */
export interface NamesIn {
  readonly title: string | null;
  readonly sides: ReadonlyMap<SideId, string>;
  readonly places: ReadonlyMap<PlaceId, string>;
}

export interface Theatre {
  readonly id: string;
  /** Changes whenever any of its files does: a hash. */
  readonly version: string;
  readonly title: string;
  readonly period: { readonly from: Day; readonly until: Day | null };
  /** The day the page opens on; null = the last day with reports. */
  readonly openOn: Day | null;
  readonly timezone: string;
  readonly sides: readonly Side[];
  readonly actors: readonly Actor[];
  readonly outlets: readonly Outlet[];
  /** True for the theatre `open`, which has no gazetteer: places stay names. */
  readonly open: boolean;
  readonly gazetteer: Gazetteer;
  /** Border crossings by the land that they lead to, as the language's `nationNames` has it in lower case. */
  readonly crossings: ReadonlyMap<string, readonly PlaceId[]>;
  readonly lexicon: Lexicon;
  readonly baselines: readonly Baseline[];
  readonly denominators: readonly Denominator[];
  readonly cells: readonly CellShape[];
  /** By the language's code. */
  readonly names: ReadonlyMap<string, NamesIn>;
  readonly tempo: 'moving' | 'frozen';
  readonly coverage: 'counted' | 'none';
}
