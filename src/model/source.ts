// Who answers for a claim, in which interest, and how often that came true: the nouns of grading (control-method section 6).
import type { VoiceClass } from './claim.ts';

export const INTERESTS = ['self-serving', 'neutral', 'against'] as const;
export type Interest = (typeof INTERESTS)[number];

/** A neighbour with a stake, and a rumour that nobody stands for, are judged apart from others of their class. */
export type SourceClass = VoiceClass | 'third-party-with-stake' | 'rumour';

export interface Source {
  readonly class: SourceClass;
  /** A side, or a voice that is none. */
  readonly side: string;
  readonly interest: Interest;
}

export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Letter = (typeof LETTERS)[number];
