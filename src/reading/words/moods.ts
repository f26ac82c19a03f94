// The moods a predicate can have, and what verbs and nouns share in telling them.
import type { Kind, Modality, Polarity } from '../../model/claim.ts';

import { isIn, type SentenceView } from './view-sentence.ts';

export interface Mood {
  readonly kind: Kind;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly dropped: string | null;
}

export const TAKING: readonly Kind[] = ['capture', 'loss', 'recapture'];

/** "could fall", "about to fall": a threat; "may enter" stays an entry that is only possible. */
export const possible = (kind: Kind): Mood => ({
  ...{ kind: TAKING.includes(kind) && kind !== 'recapture' ? 'threat' : kind },
  ...{ polarity: 'affirmed', modality: 'possible', dropped: null },
});

export const actual = (kind: Kind): Mood => ({ kind, polarity: 'affirmed', modality: 'actual', dropped: null });
export const planned = (kind: Kind): Mood => ({ kind, polarity: 'affirmed', modality: 'planned', dropped: null });
export const dropped = (kind: Kind, reason: string): Mood => ({ ...actual(kind), dropped: reason });

export const flip = (mood: Mood, deny: boolean): Mood =>
  deny ? { ...mood, polarity: mood.polarity === 'denied' ? 'affirmed' : 'denied' } : mood;

/** True where a word of the list stands in a stretch of the sentence. */
export const anyIn = (view: SentenceView, list: string, [from, to]: readonly [number, number]): boolean => {
  for (let i = Math.max(0, from); i < to; i++) if (isIn(view, list, i)) return true;
  return false;
};

/** "seem to hold A"; "NO LONGER appear to hold A", "DO NOT seem to hold it". */
export const seeming = (kind: Kind, negated: boolean): Mood => flip({ ...actual(kind), modality: 'reported' }, negated);

/** Why what somebody only means to do, or others want of him, makes no claim. */
export const isOnlyWanted = (reason: string | null): boolean => /^(?:a demand|a purpose)\b/u.test(reason ?? '');
