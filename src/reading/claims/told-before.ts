// What a sentence that says nothing of its own ("denied it", "confirmed the claim") can mean of what was told before it.
// Invariant: who is named in that sentence narrows what is meant, and never widens it.
import type { Attribution, UnplacedClaim } from '../../model/claim.ts';
import { type Cue, isOfSpeaker, textOf } from '../actors/denial-cues.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { Draft, PlaceMark } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

/** What a claim is mostly about. */
export const CLAIMED: readonly UnplacedClaim['kind'][] = [
  'capture',
  'recapture',
  'loss',
  'surrender',
  'hold',
  'withdrawal',
];

/** The town and its headquarters, said in one breath, are meant in one. */
export const sameSaid = (a: UnplacedClaim, b: UnplacedClaim): boolean =>
  a.place.text === b.place.text && a.actor === b.actor;

/** Both are one speaker's; a clash is nobody's own. */
export const sameClaimant = (a: UnplacedClaim, b: UnplacedClaim): boolean =>
  a.by.speaker === b.by.speaker && (a.actor === b.actor || b.actor === null);

/** "All three were rejected, THAT about B by its mayor": behind the comma one of them is told of again. */
const isParted = (draft: Draft, start: number, end: number): boolean =>
  [...textOf(draft, { start, end }).matchAll(/, (\p{L}+)/gu)].some(([, word = '']) =>
    draft.theatre.lexicon.has('againPointers', word),
  );

/** "the NEWS ABOUT B he called untrue": the place stands before the words that deny it. */
const isToldOf = ({ sentences, theatre: { lexicon } }: Draft, { sentence, from }: PlaceMark): boolean => {
  const { tokens = [] } = sentences[sentence] ?? {};
  const linked = ['rumourLinks', 'aboutLinks'].some((list) => lexicon.has(list, tokens[from - 1]?.word ?? ''));
  return linked && lexicon.has('rumourNouns', tokens[from - 2]?.word ?? '');
};

/** "rejected this and SAID the rebels had left B": what is said beside the denial is not what it denies. */
const isSaidBeside = (draft: Draft, cue: Cue, { start }: PlaceMark): boolean => {
  const frame = frameOver(draft, start);
  return frame !== null && frame.start > cue.at && frame.by.speaker === cue.by.speaker;
};

/** The places of which the words that deny say what they deny: "rejected the claim ABOUT B". */
const namedBy = (draft: Draft, cue: Cue): readonly PlaceMark[] =>
  inSentence(draft.mentions, cue.sentence.index).filter(
    (mark): mark is PlaceMark =>
      mark.type === 'place' &&
      (mark.start > cue.at || isToldOf(draft, mark)) &&
      (!mark.locates || isToldOf(draft, mark)) &&
      !isOfSpeaker(draft, mark) &&
      !isSaidBeside(draft, cue, mark) &&
      (mark.start < cue.at || !isParted(draft, cue.at, mark.start)),
  );

const isOneOf = (named: readonly PlaceMark[], { place }: UnplacedClaim): boolean =>
  named.some(({ text, candidates }) => text === place.text || candidates.some((id) => place.candidates.includes(id)));

/** "rejected the claim about B" means what was claimed of B, and nothing of the other places. */
export const isNamedIn = (draft: Draft, cue: Cue, claim: UnplacedClaim): boolean => {
  const named = namedBy(draft, cue);
  return named.length === 0 || isOneOf(named, claim);
};

/** A claim about B, however far before it stands. */
export const isAboutNamed = (draft: Draft, cue: Cue, claim: UnplacedClaim): boolean =>
  isOneOf(
    namedBy(draft, cue).filter((mark) => isToldOf(draft, mark)),
    claim,
  );

/** Said by nobody of the sides that speak here. */
export const otherSide = (claim: Pick<UnplacedClaim, 'by'>, by: Attribution): boolean =>
  !claim.by.sides.some((side) => by.sides.includes(side));
