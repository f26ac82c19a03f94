// "The army has TRIED twice to retake A; both attempts failed": whose attempts they were, where the words name nobody.
// Invariant: who tried is told before them, in the sentence or the one before, and nobody else has tried since.
import type { SideId } from '../../model/actor.ts';
import type { ActorMark, Draft, Predicate } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import { sideAt } from './actor-meant.ts';

/** The subject of the last verb of trying before a place in a sentence; null for none. */
const whoTried = (draft: Draft, sentence: number, before: number): ActorMark | null => {
  const { lexicon } = draft.theatre;
  const verb = draft.sentences[sentence]?.tokens.findLast(
    ({ word, end }) =>
      end <= before &&
      lexicon.verbs.get(word)?.some(({ lemma, base }) => base !== word && lexicon.has('tryingVerbs', lemma)),
  );
  if (verb === undefined) return null;
  const subject = inSentence(draft.mentions, sentence).findLast(
    (one): one is ActorMark => one.type === 'actor' && !one.modifies && one.end <= verb.start,
  );
  return subject ?? null;
};

/** The side of who tried; null where the failing is of no attempt, or nobody was told to try. */
export const triedBefore = (draft: Draft, { sentence, start, end, doer }: Predicate): SideId | null => {
  const { tokens = [] } = draft.sentences[sentence] ?? {};
  const attempt = tokens.find(
    (token) => token.start >= start && token.end <= end && draft.theatre.lexicon.has('attemptNouns', token.word),
  );
  if (attempt === undefined || doer !== null) return null;
  return sideAt(draft, whoTried(draft, sentence, start) ?? whoTried(draft, sentence - 1, start));
};
