// Whose "ours", "with us" and "theirs" are: by who speaks, in his own words or told of him, and by whom he spoke before.
// Invariant: only a predicate whose rule means the speaker or his enemy is asked.
import type { SideId } from '../../model/actor.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft, Predicate } from '../marks.ts';
import { challengerOf, isIncumbent, opponentOf } from '../mentions/theatre-sides.ts';
import { inSentences } from '../words/by-sentence.ts';
import { speakerSideAt } from './actor-meant.ts';
import { restMeant } from './rest-of-men.ts';

/** In quotation marks, or in a text that is the speaker's own. */
const isSpoken = (draft: Draft, { sentence, start }: Predicate): boolean => {
  const cue = frameOver(draft, start)?.cue;
  const tokens = draft.sentences[sentence]?.tokens ?? [];
  // "A "is and remains" THEIRS": in the outlet's words, whatever of it is in marks.
  const owner = tokens.find((one) => one.start >= start && draft.theatre.lexicon.has('ownerPronouns', one.word));
  const token = owner ?? tokens.find((one) => one.start <= start && start < one.end);
  // "Most of A is theirs, the rest is OURS, a captain said": his own words without their marks.
  const ours =
    cue !== undefined &&
    tokens.some((one) => one.end <= cue.start && draft.theatre.lexicon.has('firstPerson', one.word));
  return token?.quoted === true || ours || (cue !== undefined && cue.start === cue.end);
};

/** "the frontier with NORLAND": a land that only lies there owns nothing here. */
const isOfWar = ({ theatre }: Draft, side: SideId): boolean =>
  theatre.sides.some(({ id, belligerent }) => id === side && belligerent);

const namedIn = (draft: Draft, from: number, to: number): readonly ActorMark[] =>
  inSentences(draft.mentions, { from, to }).filter(
    (mark): mark is ActorMark =>
      mark.type === 'actor' && mark.side !== null && !mark.pronoun && isOfWar(draft, mark.side),
  );

/** "The police slept on the square. The bazaar is still theirs.": of whom alone the sentences before have told. */
const toldOf = (draft: Draft, sentence: number): SideId | null => {
  const [first, ...others] = new Set(namedIn(draft, sentence - 2, sentence - 1).map(({ side }) => side));
  return others.length === 0 ? (first ?? null) : null;
};

/** "A, cradle of the rebels, is theirs again": whoever the sentence has named, or those before it. */
const nearestFighter = (draft: Draft, { sentence, end }: Predicate): SideId | null =>
  namedIn(draft, sentence, sentence).findLast((mark) => mark.end <= end)?.side ??
  // Whoever is quoted need not have those in mind.
  (frameOver(draft, end - 1) === null ? toldOf(draft, sentence) : null);

/** "A is the Reds'. B is half theirs, a council officer said.": whom the sentence before named, of whom he then speaks. */
const foeBefore = (draft: Draft, { sentence, end }: Predicate, speaker: SideId | null): SideId | null => {
  const cue = frameOver(draft, end - 1)?.cue;
  if (cue === undefined || cue.start < end || speaker === null || !isIncumbent(speaker, draft.theatre)) return null;
  const side = namedIn(draft, sentence - 1, sentence - 1).at(-1)?.side ?? undefined;
  return side !== undefined && side !== speaker ? side : null;
};

/** "ours", "with us", "theirs": in a speaker's own words the enemy's, told of him ("said that it was theirs") his own. */
export const sideMeant = (draft: Draft, predicate: Predicate): SideId | null => {
  if (predicate.means === null) return restMeant(draft, predicate);
  const speaker = speakerSideAt(draft, predicate.start);
  const own = predicate.means === 'speaker' || !isSpoken(draft, predicate);
  const before = own && predicate.means === 'enemy' ? foeBefore(draft, predicate, speaker) : null;
  if (before !== null) return before;
  if (own && (speaker !== null || predicate.means === 'speaker')) return speaker;
  if (own) return nearestFighter(draft, predicate) ?? challengerOf(draft.theatre);
  // Whoever is neither side says "theirs" of those who came.
  return speaker === null ? challengerOf(draft.theatre) : opponentOf(speaker, draft.theatre);
};
