// A place is a gazetteer's entry; a place mention is words in a report. A mention becomes a place only in the stage `places`.
import type { Span } from './text.ts';

export type PlaceId = string;

export const PLACE_KINDS = [
  'country',
  'province',
  'district',
  'city',
  'town',
  'village',
  'crossing',
  'base',
  'airport',
  'road',
  'pass',
  'dam',
  'area',
  'facility',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export interface Place {
  readonly id: PlaceId;
  readonly kind: PlaceKind;
  readonly name: string;
  /** Every further spelling, without the main name. */
  readonly names: readonly string[];
  readonly province: string | null;
  readonly within: PlaceId | null;
  readonly point: readonly [lon: number, lat: number] | null;
}

/** What the report says around a name that helps to tell it apart. All lists are strongest first. */
export interface PlaceContext {
  /** A kind said with the name ("district", "city", "crossing" …), folded to a gazetteer kind. */
  readonly kindWord: PlaceKind | null;
  /** Larger places named with it ("of Ghazni province", "X in Kandahar"), by id. */
  readonly within: readonly PlaceId[];
  /** Candidates of the other names of the same list or sentence. */
  readonly beside: readonly (readonly PlaceId[])[];
  /** What the same name meant where the report last told it apart before (or first after) this one; empty where nowhere. */
  readonly told: readonly PlaceId[];
  /** Larger places (provinces) that the report speaks of, most and nearest first. */
  readonly report: readonly PlaceId[];
}

export interface PlaceMention {
  readonly span: Span;
  /** As written. */
  readonly text: string;
  /** Every gazetteer entry that has this spelling; empty where none has, or without a gazetteer. */
  readonly candidates: readonly PlaceId[];
  readonly context: PlaceContext;
}

export interface PlacedPlace {
  readonly id: PlaceId | null;
  readonly name: string;
  readonly province: string | null;
  readonly kind: PlaceKind | null;
  /** Left over where the name could not be told apart; empty otherwise. */
  readonly candidates: readonly PlaceId[];
  /** Which rule decided, e.g. "only candidate", "province named: Ghazni". */
  readonly reason: string;
}

/** A name found in text by the gazetteer's scanner: longest match first, never overlapping, in text order. */
export interface ScannedName {
  readonly span: Span;
  readonly text: string;
  readonly candidates: readonly PlaceId[];
}

export interface Gazetteer {
  get(id: PlaceId): Place | null;
  all(): readonly Place[];
  /** Exact spellings (folded: case, diacritics, hyphens, apostrophes) standing in a text at word borders, capitalised. */
  scan(text: string): readonly ScannedName[];
  /** Whether a place, or a party to the conflict, is named in a text at all: one quick look. */
  touches(text: string): boolean;
  /** Candidates for one name alone: exact spelling first, else close spellings by transliteration rules and edit distance; empty where none is close. */
  lookup(name: string): readonly PlaceId[];
  /** Those of the close spellings that need nothing else to be believed: of one transliteration, or a letter off in a long name. */
  spells(name: string): readonly PlaceId[];
  /** From the nearest to the farthest: district, province, country. */
  ancestors(id: PlaceId): readonly Place[];
  /** The place whose shape on the map holds this one (its district); itself where it is one; null for larger places. */
  cellOf(id: PlaceId): PlaceId | null;
}
