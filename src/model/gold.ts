// What a person read in a report by the reading guide, as the gold files write it; checked where it is parsed (score).
// Invariant: absent fields are undefined here, as in the files; records are never changed.
import type { SpeakerSide } from './actor.ts';
import type { AggregateClaim, IncidentType, Kind, Modality, Polarity, Scope } from './claim.ts';
import type { Precision } from './time.ts';

/** An index in the same report, one in another, or "PLACE KIND by ACTOR". */
export type GoldReference = number | string | { readonly file: string; readonly index: number };

interface GoldSpoken {
  readonly speaker?: string | null | undefined;
  readonly role?: string | null | undefined;
  readonly speakerSide?: SpeakerSide | readonly SpeakerSide[] | undefined;
  readonly via?: string | null | undefined;
  readonly relayedBy?: string | null | undefined;
  readonly quote: string;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly optional?: boolean | undefined;
}

interface GoldDated {
  readonly date?: string | null | readonly (string | null)[] | undefined;
  readonly dateFrom?: string | undefined;
  readonly dateStart?: string | undefined;
  readonly datePrecision?: Precision | undefined;
  readonly dateBounds?: readonly (string | null)[] | undefined;
}

/** A further whole reading that is as good. */
export interface GoldAlternative {
  readonly kind?: string | undefined;
  readonly actor?: string | null | undefined;
  readonly polarity?: string | undefined;
  readonly modality?: string | undefined;
}

export interface GoldClaim extends GoldSpoken, GoldDated {
  readonly place: string;
  readonly placeId?: string | null | undefined;
  readonly placeIdAlso?: readonly string[] | undefined;
  readonly altPlaceIds?: readonly string[] | undefined;
  readonly candidates?: readonly string[] | undefined;
  readonly province?: string | null | undefined;
  readonly scope: Scope;
  readonly kind: Kind;
  readonly actor: string | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly to?: string | null | undefined;
  readonly force?: string | null | undefined;
  readonly flag?: string | null | undefined;
  readonly by?: string | null | undefined;
  readonly partial?: boolean | undefined;
  readonly answers?: GoldReference | null | undefined;
  readonly corrects?: GoldReference | null | undefined;
  readonly retractedBy?: string | null | undefined;
  readonly altKinds?: readonly string[] | undefined;
  readonly altActors?: readonly (string | null)[] | undefined;
  readonly altModalities?: readonly string[] | undefined;
  readonly altSides?: readonly string[] | undefined;
  readonly altScopes?: readonly string[] | undefined;
  readonly altSpeakers?: readonly string[] | undefined;
  readonly accept?: readonly GoldAlternative[] | undefined;
}

export interface GoldAggregate extends GoldSpoken {
  readonly count: number | null;
  readonly comparator?: AggregateClaim['comparator'] | undefined;
  readonly fraction?: number | null | undefined;
  readonly of?: number | string | null | undefined;
  readonly unit: string;
  /** Names of provinces, or the id of one place, that the number counts in. */
  readonly provinces?: readonly string[] | undefined;
  readonly placeId?: string | null | undefined;
  readonly kind: AggregateClaim['kind'];
  readonly actor?: string | null | undefined;
  readonly since?: string | null | undefined;
  readonly on?: string | null | undefined;
  readonly by?: string | null | undefined;
  readonly predicate?: string | null | undefined;
  readonly polarity: Polarity;
  readonly modality?: Modality | undefined;
  readonly answers?: GoldReference | null | undefined;
  readonly duplicate?: boolean | undefined;
}

export interface GoldIncident extends GoldSpoken, GoldDated {
  readonly type: IncidentType;
  readonly subtype?: string | null | undefined;
  readonly actor?: string | null | undefined;
  readonly target?: string | null | undefined;
  readonly placeId?: string | null | readonly string[] | undefined;
  readonly place?: string | null | readonly string[] | undefined;
  readonly polarity?: Polarity | undefined;
  readonly modality?: Modality | undefined;
  readonly fatalities?: number | null | undefined;
  readonly fatalitiesComparator?: string | undefined;
  readonly injuries?: number | null | undefined;
  readonly deniedBy?: SpeakerSide | readonly SpeakerSide[] | null | undefined;
  readonly sameEvent?: number | null | undefined;
  readonly duplicate?: boolean | undefined;
}

export interface GoldCorrection {
  readonly of: GoldReference | null;
  readonly text: string;
  readonly quote: string;
}

export interface GoldRecord {
  readonly file: string;
  readonly theatre?: string | undefined;
  readonly outlet?: string | null | undefined;
  readonly published?: string | null | undefined;
  readonly publishedBounds?: readonly (string | null)[] | undefined;
  readonly family?: string | undefined;
  readonly copyOf?: string | undefined;
  readonly claims: readonly GoldClaim[];
  readonly aggregates: readonly GoldAggregate[];
  readonly incidents: readonly GoldIncident[];
  readonly corrections: readonly GoldCorrection[];
}
