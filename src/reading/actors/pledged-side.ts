// "The president vowed to retake A": what somebody in office plans to take, his side is to take.
// Invariant: only what is planned, and only in the sentence in which he says so.

import { frameOver } from '../clauses/frame-over.ts';
import type { Draft, Predicate } from '../marks.ts';
import { speakerSideAt } from './actor-meant.ts';

/** "The president VOWED TO RETAKE A": the actor of what was pledged. */
export const pledged = (draft: Draft, predicate: Predicate): Predicate => {
  const frame = predicate.outsider && predicate.modality === 'planned' ? frameOver(draft, predicate.start) : null;
  const side = frame?.sentence === predicate.sentence ? speakerSideAt(draft, predicate.start) : null;
  return side === null ? predicate : { ...predicate, outsider: false, actor: predicate.actor ?? side };
};
