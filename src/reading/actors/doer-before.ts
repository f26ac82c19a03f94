// Who did what was told in the sentence before, for the "they" that goes on with it.
// Invariant: where others came, those who fled before them are not meant by who came on.
import type { SideId } from '../../model/actor.ts';
import type { ActorMark, Draft, Frame, Predicate } from '../marks.ts';
import { inSentence, inSentences } from '../words/by-sentence.ts';
import { isOnePerson } from './one-person.ts';
import { risenPeople } from './risen-people.ts';

export const GOING: readonly Predicate['kind'][] = ['withdrawal', 'loss', 'surrender'];
export const COMING: readonly Predicate['kind'][] = ['capture', 'recapture', 'entry', 'attack'];

/** "The rebels entered A on Monday; THE MAYOR SAYS they have left it": what its own sentence tells before the saying. */
const toldInHalf = (
  { predicates }: Draft,
  { sentence, start }: ActorMark,
  frame: Frame | null,
): readonly Predicate[] => {
  if (frame === null || frame.sentence !== sentence || frame.polarity === 'denied') return [];
  const here = inSentence(predicates, sentence);
  const own = here.find(({ doer }) => doer?.start === start);
  const told = here.filter(({ end }) => end <= (frame.speaker?.start ?? frame.start));
  // "The rebels attacked A; the police chief said they had held it": who was attacked did.
  const theirs = own?.kind === 'loss' || (own?.kind === 'hold' && told.some(({ kind }) => kind === 'attack'));
  return theirs ? [] : told;
};

/** "They also took B": who did the first thing told in the sentence before, or before the saying; not who fled, where others came. */
export const doerBefore = (draft: Draft, mark: ActorMark, frame: Frame | null = null): SideId | null => {
  const sideOf = (one: Predicate): SideId | null => one.doer?.side ?? risenPeople(draft, one);
  const one = draft.theatre.lexicon.has('onePronouns', mark.text.toLowerCase());
  const isDone = (told: Predicate): boolean =>
    sideOf(told) !== null && !(one && told.doer !== null && isOnePerson(draft, told.doer));
  const half = toldInHalf(draft, mark, frame).filter(isDone);
  const before = half.length > 0 ? half : inSentence(draft.predicates, mark.sentence - 1).filter(isDone);
  const own = inSentence(draft.predicates, mark.sentence).find(({ doer }) => doer?.start === mark.start);
  const came = own !== undefined && COMING.includes(own.kind) ? before.filter(({ kind }) => !GOING.includes(kind)) : [];
  const first = came[0] ?? before[0];
  return first === undefined ? null : sideOf(first);
};

/** "A militia took A FROM THE REBELS. The group …": who took it, where the one named last is who was driven out; else null. */
export const takerFrom = (draft: Draft, mark: ActorMark): SideId | null => {
  const before = inSentences(draft.predicates, { from: mark.sentence - 1, to: mark.sentence });
  const last = before.findLast(
    ({ end, doer, other }) => end <= mark.start && doer?.side != null && other?.side != null,
  );
  if (last === undefined || !COMING.includes(last.kind) || last.doer === null || last.other === null) return null;
  const named = inSentences(draft.mentions, { from: mark.sentence - 1, to: mark.sentence }).findLast(
    (one) => one.type === 'actor' && one.side !== null && one.means !== 'civilian' && one.end <= mark.start,
  );
  return named?.start === last.other.start ? last.doer.side : null;
};
