// "The mayor said THEY had left": who holds an office is no "they", where another side did what was told last.
// Invariant: asked only of a plural pronoun; what was won back is told by those who did it.
import type { SideId } from '../../model/actor.ts';
import type { ActorMark, Draft, Frame } from '../marks.ts';
import { isIncumbent, localForceOf } from '../mentions/theatre-sides.ts';
import { inSentence } from '../words/by-sentence.ts';
import { COMING, doerBefore, GOING } from './doer-before.ts';

interface Told {
  readonly frame: Frame;
  /** The side of who tells it. */
  readonly speaker: SideId | null;
}

/** "Officials said they had RETAKEN the offices": what was lost to the others is won back by those who tell it. */
const isWonBack = ({ theatre, predicates }: Draft, { sentence, start }: ActorMark, speaker: SideId): boolean =>
  isIncumbent(speaker, theatre) &&
  // "The rebels LOST A. The mayor said they had retaken it": won back by those who had lost it.
  !inSentence(predicates, sentence - 1).some(({ kind, doer }) => GOING.includes(kind) && doer?.side !== speaker) &&
  inSentence(predicates, sentence).some(({ doer, kind }) => doer?.start === start && kind === 'recapture');

/** "The mayor said they had driven THEM out": his own did. */
const isDoneToThem = ({ mentions, theatre }: Draft, { sentence, end }: ActorMark): boolean =>
  inSentence(mentions, sentence).some(
    (one) => one.type === 'actor' && one.start > end && theatre.lexicon.has('objectPlurals', one.text.toLowerCase()),
  );

/** "The mayor said that the rebels were in A. HE SAID THEY had come at dawn": one who tells is no "they" who came. */
const isOneWhoTells = (draft: Draft, mark: ActorMark, teller: string): boolean => {
  const { lexicon } = draft.theatre;
  const [first = '', ...rest] = teller.split(/[^\p{L}]+/u);
  const single = lexicon.has('indefiniteArticles', first) && rest.some((word) => lexicon.has('personNouns', word));
  const one = single || ['personPronouns', 'onePronouns'].some((list) => lexicon.has(list, teller));
  return (
    one &&
    inSentence(draft.predicates, mark.sentence).some(
      ({ doer, kind }) => doer?.start === mark.start && COMING.includes(kind),
    )
  );
};

/** "A LAWMAKER", "a MEMBER of the provincial COUNCIL": who sits in a body that bears no arms. */
const isOfBody = (words: readonly string[], { lexicon }: Draft['theatre']): boolean =>
  words.some((word) => lexicon.has('civilSpeakers', word)) ||
  (words.some((word) => lexicon.has('bodyMembers', word)) && words.some((word) => lexicon.has('civilBodies', word)));

/** "THE MAYOR said A was now in THEIR HANDS": one man has hands of his own; what is "still" in theirs may be his men's. */
const isInHandsOfMany = ({ sentences, theatre: { lexicon } }: Draft, mark: ActorMark, said: readonly string[]) => {
  const tokens = sentences[mark.sentence]?.tokens ?? [];
  const hands =
    lexicon.has('theirWords', mark.text.toLowerCase()) && lexicon.has('controlHeads', tokens[mark.to]?.word ?? '');
  const still = tokens.slice(0, mark.from).some(({ word }) => lexicon.has('stillWords', word));
  return hands && !still && said.some((word) => lexicon.has('personNouns', word));
};

/** Whether "they", under a frame of somebody in office, are others than his own. */
export const isOtherThanOffice = (draft: Draft, mark: ActorMark, { frame, speaker }: Told): boolean => {
  const { lexicon } = draft.theatre;
  const words =
    frame.speaker === null ? '' : draft.report.text.slice(frame.speaker.start, frame.speaker.end).toLowerCase();
  const said = words.split(/[^\p{L}]+/u);
  const office =
    said.some((word) => lexicon.has('officeActors', word)) ||
    isOfBody(said, draft.theatre) ||
    isOneWhoTells(draft, mark, words);
  const many = lexicon.has('pluralPronouns', mark.text.toLowerCase()) || isInHandsOfMany(draft, mark, said);
  if (!office || !many || isDoneToThem(draft, mark)) return false;
  const own = speaker !== null && (speaker === localForceOf(draft.theatre) || isWonBack(draft, mark, speaker));
  const last = own ? null : doerBefore(draft, mark, frame);
  return last !== null && last !== speaker;
};
