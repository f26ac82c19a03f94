// "acknowledged that the rebels had taken some villages but denied that THEY held A": whoever denies a taking denies
// that of those whose deeds he has just told.
// Invariant: only under a denial, and only where others than who denies did something in the words before it.
import type { SideId } from '../../model/actor.ts';
import type { ActorMark, Draft, Frame, Predicate } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

const TAKING: readonly Predicate['kind'][] = ['capture', 'recapture', 'entry', 'siege', 'attack', 'hold', 'threat'];

interface Told {
  readonly frame: Frame | null;
  /** The side of who denies it. */
  readonly speaker: SideId | null;
}

/** Whom "they" mean under a denial; null where it may be who denies it. */
export const deniedOthers = (draft: Draft, mark: ActorMark, { frame, speaker }: Told): SideId | null => {
  const { lexicon } = draft.theatre;
  if (frame === null || speaker === null || frame.polarity !== 'denied' || frame.sentence !== mark.sentence)
    return null;
  if (!lexicon.has('pluralPronouns', mark.text.toLowerCase())) return null;
  // "denied that they had LOST A": one's own loss.
  const own = inSentence(draft.predicates, mark.sentence).find(({ doer }) => doer?.start === mark.start);
  if (own === undefined || !TAKING.includes(own.kind)) return null;
  const last = inSentence(draft.predicates, mark.sentence).findLast(
    ({ end, doer, kind }) => end <= frame.start && doer?.side != null && TAKING.includes(kind),
  );
  const side = last?.doer?.side ?? null;
  return side === speaker ? null : side;
};
