// Who is meant in a text that is wholly one party's: it says "we" of itself, and "they" of those whom it named.
// Invariant: a third person is never the speaker unless the speaker's own men were named right before.
import type { SideId } from '../../model/actor.ts';
import type { Theatre } from '../../model/theatre.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft } from '../marks.ts';
import { challengerOf, opponentOf } from '../mentions/theatre-sides.ts';
import { inSentence } from '../words/by-sentence.ts';

/** A frame that no word makes: a signature, a letterhead, a party's own paper. */
export const isOwnText = (draft: Draft, { start, sentence, from }: ActorMark): boolean => {
  const frame = frameOver(draft, start);
  const quoted = draft.sentences[sentence]?.tokens[from]?.quoted === true;
  const fights = draft.theatre.sides.some(({ id, belligerent }) => belligerent && frame?.by.sides.includes(id));
  return frame !== null && frame.cue.start === frame.cue.end && !quoted && fights;
};

interface Known {
  readonly speaker: SideId | null;
  readonly sideOf: (draft: Draft, mark: ActorMark) => SideId | null;
}

/** "Our men drove THEM off", "The enemy came. HE left nine dead": by what was said first; null where nothing was. */
export const thirdPerson = (draft: Draft, mark: ActorMark, { speaker, sideOf }: Known): SideId | null => {
  const { lexicon } = draft.theatre;
  const word = mark.text.toLowerCase().split(' ')[0] ?? '';
  // "Soldiers! You have only the fort left": a party speaks to its enemy.
  if (lexicon.has('secondPerson', word)) return opponentOf(speaker, draft.theatre);
  if (!lexicon.has('thirdPerson', word)) return null;
  const named = (sentence: number): readonly SideId[] =>
    inSentence(draft.mentions, sentence)
      .filter((one): one is ActorMark => one.type === 'actor' && !one.pronoun && one.end <= mark.start)
      // "With TANKS. They came from three sides": what is nobody's by its name.
      .filter(
        ({ side, text }) => side !== null || !lexicon.has('forceHeads', text.toLowerCase().split(' ').at(-1) ?? ''),
      )
      .flatMap((one) => sideOf(draft, one) ?? []);
  const here = named(mark.sentence);
  const enemy = opponentOf(speaker, draft.theatre);
  if (lexicon.has('objectForms', word)) return here.find((side) => side !== speaker) ?? enemy;
  const titled = draft.sentences[mark.sentence - 1]?.heading === true;
  const last = here[0] ?? (titled ? null : (named(mark.sentence - 1)[0] ?? null));
  // "his men", of somebody without a side: not the speaker's, which are "ours".
  return last ?? (lexicon.has('personPronouns', word) ? enemy : null);
};

/** "the disrupters", says who took the land: those of the holder's friends who rose against it. */
export const risenAgainst = (theatre: Theatre, { text }: ActorMark, speaker: SideId | null): SideId | null => {
  const words = text.toLowerCase().split(' ');
  if (!words.some((word) => theatre.lexicon.has('risenNouns', word))) return null;
  const risen = theatre.sides.filter(
    ({ alliedWith, class: of, belligerent }) => belligerent && alliedWith !== null && of !== 'foreign',
  );
  return speaker === challengerOf(theatre) && risen.length === 1 ? (risen[0]?.id ?? null) : null;
};
