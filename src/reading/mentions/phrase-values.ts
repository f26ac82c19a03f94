// What a phrase of the lexicon or a side's name stands for.
import type { SideId } from '../../model/actor.ts';
import type { Scope } from '../../model/claim.ts';
import type { PlaceKind } from '../../model/place.ts';

export interface SideName {
  readonly type: 'side';
  readonly side: SideId;
  /** A nation's word means its side only where it does something ("Norland said"), see nation-acts. */
  readonly nation: boolean;
  /** Written in lower case: "militants", a common noun for a side. */
  readonly common: boolean;
}

/** 'group' means whom the report spoke of last that is no state; 'enemy' the speaker's enemy; 'forces' takes its owner's side. */
export interface ActorNoun {
  readonly type: 'noun';
  readonly means: 'government' | 'non-state' | 'foreign' | 'group' | 'enemy' | 'civilian' | 'forces';
}

export interface ScopeNoun {
  readonly type: 'scope';
  readonly scope: Scope;
  readonly kind: PlaceKind | null;
  readonly plural: boolean;
}

export type PhraseValue = SideName | ActorNoun | ScopeNoun;
