// The marks as the formats promise them (--marks): everything found, in sentences that carry no claim too.
import type { Marks } from '../model/claim.ts';
import type { Draft } from './marks.ts';

/** Dates, places and speakers of a draft, in the order of the text. */
export const listMarks = (draft: Draft): Marks => ({
  dates: draft.dates.map(({ start, end, when }) => ({ start, end, when })),
  places: draft.mentions.flatMap((mention) =>
    mention.type === 'place' && mention.sure
      ? [{ start: mention.start, end: mention.end, candidates: mention.candidates }]
      : [],
  ),
  speakers: draft.frames.flatMap(({ speaker, by, start, end, content }) =>
    speaker === null || by.speaker === null
      ? []
      : [{ start: speaker.start, end: speaker.end, name: by.speaker, cue: { start, end }, content }],
  ),
});
