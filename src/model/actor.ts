// A side takes, holds and leaves; an actor (person, force, office) stands on a side, for a time.
// Voices that are not sides ('local', 'international', 'outlet', 'unknown') may speak but never hold.
import type { Day } from './time.ts';

export type SideId = string;

export const VOICE_SIDES = ['local', 'international', 'outlet', 'unknown'] as const;
export type VoiceSide = (typeof VOICE_SIDES)[number];
export type SpeakerSide = SideId | VoiceSide;

export interface Side {
  readonly id: SideId;
  readonly name: string;
  /** Words a report uses for the side's people and institutions, e.g. "insurgents" and "militants", "security forces". */
  readonly names: readonly string[];
  readonly belligerent: boolean;
  readonly role: 'incumbent' | 'challenger' | 'other';
  /** A side that this one is counted with (uprising forces with the government), else null. */
  readonly alliedWith: SideId | null;
  /** The open theatre's class: 'government', 'non-state' or 'foreign'. */
  readonly class: 'government' | 'non-state' | 'foreign';
}

export interface Role {
  readonly title: string | null;
  readonly side: SpeakerSide;
  readonly from: Day | null;
  readonly until: Day | null;
}

export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly roles: readonly Role[];
  /** A person speaks; a force or organisation acts. */
  readonly kind: 'person' | 'force' | 'organisation';
}
