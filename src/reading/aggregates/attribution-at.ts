// Who says the words at an offset: the speaker of the innermost frame over them, else the outlet in its own voice.
import type { Attribution } from '../../model/claim.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { Draft } from '../marks.ts';
import { voiceOf } from '../speakers/voice.ts';

export const attributionAt = (draft: Draft, at: number): Attribution => {
  const frame = frameOver(draft, at);
  if (frame !== null) return frame.by;
  const spoken = { speaker: null, role: null, sides: ['outlet'] };
  return { ...spoken, voice: voiceOf(spoken, draft.theatre), via: null, relayedBy: null, frame: null };
};
