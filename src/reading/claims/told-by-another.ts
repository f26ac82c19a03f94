// Who of a side denies what another of it has told: "The army says it has cleared A. A councillor said this was not true".
// Invariant: two who are named, and nothing told between them.
import type { UnplacedClaim } from '../../model/claim.ts';
import type { Cue } from '../actors/denial-cues.ts';
import { rankOf } from '../dates/moments.ts';
import type { Draft } from '../marks.ts';
import { sentenceAt } from '../words/by-sentence.ts';

/** Told by another of the same side in the sentence right before: he may know better. */
export const isOfAnother = (draft: Draft, { sentence, by }: Cue, claim: UnplacedClaim): boolean =>
  claim.by.speaker !== null &&
  by.speaker !== null &&
  claim.by.speaker !== by.speaker &&
  rankOf(draft, sentenceAt(draft, claim.quote.start)) === rankOf(draft, sentence.index) - 1;
