// What a report says of who holds what: the reading guide's words are law here.
// A claim is one place, one kind, one actor, one speaker, with its exact words; a denial is a claim, not a second table.
import type { SideId, SpeakerSide } from './actor.ts';
import type { Note, Refusal } from './outcome.ts';
import type { PlacedPlace, PlaceId, PlaceMention } from './place.ts';
import type { Correction, ReportId } from './report.ts';
import type { Quote, Span } from './text.ts';
import { contentId } from './text.ts';
import type { Day, When } from './time.ts';

export const KINDS = [
  'capture',
  'recapture',
  'hold',
  'loss',
  'withdrawal',
  'surrender',
  'siege',
  'threat',
  'entry',
  'clash',
  'attack',
  'repulse',
] as const;
export type Kind = (typeof KINDS)[number];

export const SCOPES = [
  'district',
  'centre',
  'town',
  'city',
  'crossing',
  'base',
  'road',
  'facility',
  'area',
  'outskirts',
  'village',
  'province',
] as const;
export type Scope = (typeof SCOPES)[number];

export const POLARITIES = ['affirmed', 'denied'] as const;
export type Polarity = (typeof POLARITIES)[number];

export const MODALITIES = ['actual', 'possible', 'planned', 'reported'] as const;
export type Modality = (typeof MODALITIES)[number];

export const VOICE_CLASSES = [
  'spokesman',
  'ministry',
  'local-official',
  'commander',
  'third-party',
  'resident',
  'witness',
  'outlet',
  'anonymous',
  'unknown',
] as const;
export type VoiceClass = (typeof VOICE_CLASSES)[number];

/** How a speaker counts, by rules for offices and the theatre's roles: all that assessment may know of the wording. */
export interface Voice {
  readonly class: VoiceClass;
  readonly onRecord: boolean;
  readonly stake: boolean;
}

export interface Attribution {
  readonly speaker: string | null;
  readonly role: string | null;
  readonly voice: Voice;
  readonly sides: readonly SpeakerSide[];
  readonly via: string | null;
  readonly relayedBy: string | null;
  /** The reporting frame's words ("…, said X on Wednesday"); null for the outlet's own voice. */
  readonly frame: Span | null;
}

export type ClaimId = string;

export interface Claim<P = PlacedPlace> {
  readonly id: ClaimId;
  readonly report: ReportId;
  readonly place: P;
  readonly placeSpan: Span | null;
  readonly scope: Scope;
  readonly kind: Kind;
  readonly actor: SideId | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly when: When;
  readonly by: Attribution;
  readonly quote: Quote;
  readonly answers: ClaimId | null;
  /** Who gets a place that is given up, lost or left, where the sentence says. */
  readonly to: SideId | null;
  readonly force: string | null;
  readonly deadline: When | null;
  readonly partial: boolean;
  readonly tactical: boolean;
  /** The reader's confidence, 0..1. */
  readonly reading: number;
  /** Which reader made it: `rules/VERSION`, `gold`, `person/NAME`. */
  readonly reader: string;
}

/** Before the stage `places`: the place is still words. The stage is visible in the type. */
export type UnplacedClaim = Claim<PlaceMention>;

/** Ids name what was read, not where it was put nor which version read it; so a better gazetteer renames nothing. */
export const claimId = (claim: Omit<UnplacedClaim, 'id'> | Omit<Claim, 'id'>): ClaimId =>
  contentId('clm', [
    claim.report,
    claim.quote.start,
    claim.quote.end,
    claim.placeSpan?.start ?? null,
    claim.placeSpan?.end ?? null,
    claim.kind,
    claim.scope,
    claim.actor,
    claim.by.speaker,
    claim.polarity,
    claim.modality,
    claim.when.earliest,
    claim.when.latest,
    claim.when.precision,
  ]);

export const COMPARATORS = [
  'exactly',
  'over',
  'under',
  'at least',
  'at most',
  'about',
  'nearly',
  'dozens',
  'several',
  'half',
  'all',
] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** A number about many places. It never colours a cell. */
export interface AggregateClaim {
  readonly id: string;
  readonly report: ReportId;
  readonly count: number | null;
  readonly comparator: Comparator | null;
  readonly fraction: number | null;
  readonly of: number | null;
  readonly unit: string;
  /** The places that they lie in, where the words say so; empty where they count the whole country's. */
  readonly within: readonly PlaceId[];
  readonly kind: Kind | 'not-control';
  readonly actor: SideId | null;
  readonly since: Day | null;
  readonly on: Day | null;
  readonly until: Day | null;
  readonly predicate: string | null;
  readonly when: When;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly by: Attribution;
  readonly quote: Quote;
  readonly answers: string | null;
}

export const INCIDENT_TYPES = [
  'battle',
  'explosion/remote violence',
  'violence against civilians',
  'protest',
  'riot',
  'strategic development',
  'displacement',
] as const;
export type IncidentType = (typeof INCIDENT_TYPES)[number];

export interface Incident<P = PlacedPlace> {
  readonly id: string;
  readonly report: ReportId;
  readonly type: IncidentType;
  readonly subtype: string | null;
  /** The party named (an actor's id where the theatre has it), not its side. */
  readonly actor: string | null;
  readonly target: string | null;
  readonly place: P | null;
  readonly when: When;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly fatalities: { readonly low: number; readonly high: number } | null;
  readonly injuries: { readonly low: number; readonly high: number } | null;
  readonly by: Attribution;
  readonly deniedBy: SpeakerSide | null;
  readonly sameEvent: string | null;
  readonly quote: Quote;
}

export interface Marks {
  readonly dates: readonly (Span & { readonly when: When })[];
  readonly places: readonly (Span & { readonly candidates: readonly PlaceId[] })[];
  readonly speakers: readonly (Span & {
    readonly name: string;
    readonly cue: Span;
    readonly content: readonly Span[];
  })[];
}

/** One line of `--trace`: which pass made which mark of which words. */
export interface TraceLine {
  readonly pass: string;
  readonly span: Span | null;
  readonly says: string;
}

export interface Reading<P = PlacedPlace> {
  readonly report: ReportId;
  readonly reader: string;
  readonly claims: readonly Claim<P>[];
  readonly aggregates: readonly AggregateClaim[];
  readonly incidents: readonly Incident<P>[];
  readonly corrections: readonly Correction[];
  readonly notes: readonly Note[];
  readonly refusals: readonly Refusal[];
  readonly marks: Marks;
  readonly trace: readonly TraceLine[];
}

export type UnplacedReading = Reading<PlaceMention>;

/** The reading with more notes; marks and trace are still made only when somebody asks for them. */
export const withNotes = (reading: Reading, notes: readonly Note[]): Reading => {
  if (notes.length === 0) return reading;
  const { report, reader, claims, aggregates, incidents, corrections, refusals } = reading;
  return {
    ...{ report, reader, claims, aggregates, incidents, corrections, refusals },
    notes: [...notes, ...reading.notes],
    get marks() {
      return reading.marks;
    },
    get trace() {
      return reading.trace;
    },
  };
};
