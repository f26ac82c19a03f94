// Where the places lie that a number counts: "five districts in PAKTIA and GHAZNI", "six districts of BADGHIS".
// Invariant: only a name that may be a province's; a number of places never lies in a place of its own size.
import type { PlaceId } from '../model/place.ts';
import type { Span } from '../model/text.ts';
import { overlaps } from '../model/text.ts';
import { inSentence, sentenceAt } from './by-sentence.ts';
import type { Draft } from './marks.ts';

/** The provinces that a clause names, in its order; a name that a district or city shares means the province beside a number. */
export const provincesIn = (draft: Draft, clause: Span): readonly PlaceId[] => {
  const { gazetteer } = draft.theatre;
  const named = inSentence(draft.mentions, sentenceAt(draft, clause.start)).flatMap((mention) => {
    if (mention.type !== 'place' || !overlaps(mention, clause)) return [];
    return mention.candidates.filter((id) => gazetteer.get(id)?.kind === 'province').slice(0, 1);
  });
  return [...new Set(named)];
};
