// What belongs to a language, not to a war: verbs by kind, reporting verbs, modality, weekdays. A theatre may add to it.
/** Words for people who speak, by how they count (control-method E2, E3, E8; reading guide, Attribution). */
export interface Offices {
  /** Office and occupation words by voice class; `resident` and `witness` speak for no side. */
  readonly classes: {
    readonly ministry: readonly string[];
    readonly 'local-official': readonly string[];
    readonly commander: readonly string[];
    readonly spokesman: readonly string[];
    readonly witness: readonly string[];
    readonly resident: readonly string[];
    readonly outlet: readonly string[];
    readonly 'third-party': readonly string[];
  };
  /** Not on the record: "a source", "asked not to be named". */
  readonly anonymous: readonly string[];
  /** Sources that speak for the state: "a security source". */
  readonly securitySource: readonly string[];
  readonly localSource: readonly string[];
  /** Nobody speaks: "rumours", "reports". */
  readonly hearsay: readonly string[];
  readonly former: readonly string[];
  /** Offices that still speak for their side when left: "a former governor". */
  readonly highOffice: readonly string[];
  /** After a nation's name these say where, not who: "the Tajik border". */
  readonly beside: readonly string[];
  readonly nationalities: readonly string[];
}

export interface Lexicon {
  readonly language: string;
  readonly offices: Offices;
}
