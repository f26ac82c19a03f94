// The attribution of words that nobody else says: the outlet's own voice.
import type { Attribution } from '../../model/claim.ts';
import type { Draft } from '../marks.ts';
import { voiceOf } from './voice.ts';

/** Speaker null, side `outlet`. */
export const outletVoice = (draft: Draft): Attribution => {
  const spoken = { speaker: null, role: null, sides: ['outlet'] };
  return { ...spoken, voice: voiceOf(spoken, draft.theatre), via: null, relayedBy: null, frame: null };
};
