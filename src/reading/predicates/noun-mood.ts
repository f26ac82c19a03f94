// The mood of a noun that names a deed: "the fall of A", "fears the loss of A", "talks on the handover of A".
import type { Kind } from '../../model/claim.ts';
import { isPossessive } from '../clauses/word-class.ts';
import { isDoubtedAt } from '../words/doubt-scope.ts';
import { actual, anyIn, dropped, flip, type Mood, planned, possible, TAKING } from '../words/moods.ts';
import {
  isFiller,
  isHyphen,
  isIn,
  isInAny,
  phraseBefore,
  phraseLength,
  type SentenceView,
  startOfPhrase,
} from '../words/view-sentence.ts';
import { isThereNot, isToBe } from './existential-future.ts';
import { isBrokenOff, isCalledLie, isFailed, isForeseen, isTurnedDown, isUnhappened } from './said-of-noun.ts';

/** So many words stand at most between a noun and what governs it. */
const GOVERNED = 4;

/** "the anniversary of the capture of A", "a film about the siege of A": what is remembered is not told. */
const isRemembered = (view: SentenceView, at: number): boolean => {
  for (let i = at - 1; i >= Math.max(1, at - GOVERNED); i--)
    if (isIn(view, 'rememberedLinks', i)) return isIn(view, 'rememberedHeads', i - 1);
  return false;
};

/** What can be talked of beforehand: who gives up or goes, not who takes. */
const GIVEN: readonly Kind[] = ['surrender', 'withdrawal'];

/** "ruled out a withdrawal from A". */
const isRuledOut = (view: SentenceView, at: number): boolean => {
  for (let i = Math.max(0, at - GOVERNED - 1); i < at; i++) if (phraseLength(view, 'rulingOut', i) > 0) return true;
  return false;
};

/** "KNEW NOTHING OF the fall of A", "had no information about it": who says nothing of it. */
const isUnknown = (view: SentenceView, at: number): boolean => {
  for (let i = Math.max(0, at - GOVERNED - 2); i < at; i++) if (phraseLength(view, 'unknownDeeds', i) > 0) return true;
  return false;
};

/** "ABOUT the fall of A he said that he has NO INFORMATION": who opens with it says nothing of it. */
const isUnknownBehind = (view: SentenceView, at: number): boolean => {
  const link = startOfPhrase(view, at) - 1;
  const before = view.tokens[link - 1];
  const opens =
    before === undefined || before.type === 'mark' || isInAny(view, ['relatives', 'conjunctions'], link - 1);
  if (!isIn(view, 'spokenLinks', link) || !opens) return false;
  return view.tokens.slice(at).some((_, i) => phraseLength(view, 'knowledgeDenied', at + i) > 0);
};

/** "talks on the handover of A", "negotiating the surrender of A": what is talked of has not come about. */
const isTalkedOf = (view: SentenceView, at: number): boolean => {
  const talk = view.tokens.findIndex((_, i) => i >= at - 7 && i < at && isIn(view, 'talkWords', i));
  return (
    talk >= 0 &&
    view.tokens.slice(talk + 1, at).every(({ type, word }) => type === 'word' && !view.lexicon.has('talkEnds', word))
  );
};

/** "talks on the handover of A BROKE DOWN". */
const isOfFailedTalks = (view: SentenceView, at: number): boolean => {
  for (let i = at + 1; i < view.tokens.length && view.tokens[i]?.type !== 'mark'; i++)
    if (phraseLength(view, 'talksFailed', i) > 0) return !isInAny(view, ['negations', 'negativeWords'], i - 1);
  return false;
};

/** "residents fear the fall of A"; "fears of the fall of A" are nobody's. */
const isFearedNoun = (view: SentenceView, kind: Kind, at: number): boolean =>
  TAKING.includes(kind) &&
  kind !== 'recapture' &&
  view.tokens
    .slice(0, at)
    .some((_, i) => i >= at - 4 && isIn(view, 'fearWords', i) && !isIn(view, 'prepositions', i + 1));

/** "the claimed capture of A"; in "officials claimed fighting went on" the word is a verb. */
const isCalledDoubtful = (view: SentenceView, at: number): boolean => {
  if (!isIn(view, 'doubtAdjectives', at - 1)) return false;
  const before = view.tokens[at - 2];
  const subject = before?.type === 'word' && !isPossessive(view, at - 2) && !isInAny(view, NO_SUBJECT, at - 2);
  return !(subject && view.lexicon.verbs.has(view.tokens[at - 1]?.word ?? ''));
};

const NO_SUBJECT = ['determiners', 'possessives', 'prepositions', 'conjunctions', 'be', 'have', 'verbAdverbs'];

/** "the IMMINENT fall of A"; "close-quarters fighting" is going on. */
const isCalledNear = (view: SentenceView, at: number): boolean =>
  [1, 2, 3].some((back) => isIn(view, 'imminentWords', at - back) && !isHyphen(view, at - back + 1));

const WANTED: readonly Kind[] = ['capture', 'recapture', 'surrender', 'withdrawal'];

/** "Elders CALLED FOR the recapture of A": a demand is nobody's plan. */
const isDemanded = (view: SentenceView, kind: Kind, at: number): boolean =>
  WANTED.includes(kind) &&
  view.tokens.slice(Math.max(0, at - GOVERNED), at).some((_, i) => {
    const from = Math.max(0, at - GOVERNED) + i;
    return phraseLength(view, 'callingFor', from) > 0;
  });

/** "PROMISED the recapture of A", "PREPARED FOR the recapture", "PLANS for the capture": what is to be has not been. */
const isWanted = (view: SentenceView, kind: Kind, at: number): boolean => {
  if (!WANTED.includes(kind)) return false;
  for (let i = at - 2; i >= Math.max(0, at - GOVERNED); i--) {
    if (isIn(view, 'plannedNouns', i) || phraseLength(view, 'preparingFor', i) > 0) return true;
    const verbs = view.markAt[i] === undefined ? (view.lexicon.verbs.get(view.tokens[i]?.word ?? '') ?? []) : [];
    if (verbs.some(({ lemma }) => view.lexicon.has('wantingVerbs', lemma))) return true;
    // "urged calm AFTER the capture of A" tells of a capture.
    const away = isIn(view, 'prepositions', i) && !isIn(view, 'partLinks', i) && !isIn(view, 'aimLinks', i);
    if (view.tokens[i]?.type !== 'word' || away) return false;
  }
  return false;
};

/** Words of "long-planned and well prepared". */
const CALLED = 4;

/** "the PLANNED withdrawal from A", "the FAILED capture of A": what the noun is called right before it; "well-planned" says how it went. */
const isCalled = (view: SentenceView, list: string, [kind, at]: readonly [Kind, number]): boolean => {
  if (!WANTED.includes(kind)) return false;
  for (let i = at - 1; i >= Math.max(0, at - CALLED) && isFiller(view, i) && !isIn(view, 'determiners', i); i--)
    if (phraseLength(view, list, i) > 0 && !isHyphen(view, i - 1)) return true;
  return false;
};

/** "the planned withdrawal from A WAS COMPLETED", "BEGAN": what was planned has come about. */
const isCarriedOut = (view: SentenceView, at: number): boolean => {
  for (let i = at + 1; i < view.tokens.length && view.tokens[i]?.type !== 'mark'; i++)
    if (isIn(view, 'carriedOutForms', i) && view.markAt[i] === undefined)
      return ![i - 1, i - 2].some((before) => isInAny(view, ['negations', 'modals', 'toWords'], before));
  return false;
};

/** "its loss MEANS the fall of A", "would spell the fall of A": what follows from something, as somebody thinks. */
const isImplied = (view: SentenceView, kind: Kind, at: number): boolean =>
  TAKING.includes(kind) &&
  [1, 2, 3].some((back) => {
    const verbs = view.lexicon.verbs.get(view.tokens[at - back]?.word ?? '') ?? [];
    const implies = verbs.some(
      ({ lemma, past }) => view.lexicon.has('implyingVerbs', lemma) && past !== view.tokens[at - back]?.word,
    );
    const between = view.tokens.slice(at - back + 1, at);
    return implies && between.every((_, i) => isInAny(view, ['determiners', 'possessives'], at - back + 1 + i));
  });

/** Words of "ended the army's two-year". */
const TENURE = 5;

/** "ENDED the army's occupation of A", "DURING their occupation", "The occupation of A LASTED a month": a time that is told of, and no taking. */
const isTenure = (view: SentenceView, at: number): boolean => {
  if (!isIn(view, 'tenureNouns', at)) return false;
  const isOf = (i: number, lists: readonly string[]): boolean =>
    (view.markAt[i] === undefined &&
      view.lexicon.verbs
        .get(view.tokens[i]?.word ?? '')
        ?.some(({ lemma }) => lists.some((list) => view.lexicon.has(list, lemma)))) === true;
  for (let i = at - 1; i >= Math.max(0, at - TENURE); i--)
    if (isIn(view, 'timeSpanLinks', i) || isOf(i, ['holdEnding', 'siegeEnding'])) return true;
  for (let i = at + 1; i <= at + TENURE && view.tokens[i]?.type !== 'mark'; i++)
    if (isOf(i, ['endingAlone', 'beginningVerbs', 'durationVerbs'])) return true;
  return false;
};

/** "WITHOUT a withdrawal from A there is no peace", "BARRING the fall of A": what is wanting has not come about. */
const isLacking = (view: SentenceView, kind: Kind, at: number): boolean => {
  const isOwner = (i: number): boolean => view.markAt[i]?.type === 'actor' || isPossessive(view, i - 1);
  for (let i = at; kind !== 'hold' && i > at - CALLED && (i === at || isFiller(view, i) || isOwner(i)); i--)
    if (phraseBefore(view, 'lacking', i) > 0) return true;
  return false;
};

/** "NOTHING SUGGESTS the capture of A", "little points to a withdrawal". */
const isShownByNothing = (view: SentenceView, at: number): boolean => {
  for (let i = at - 1; i >= Math.max(1, at - GOVERNED); i--) {
    const proves = view.lexicon.verbs
      .get(view.tokens[i]?.word ?? '')
      ?.some(({ lemma }) => view.lexicon.has('provingVerbs', lemma));
    if (proves === true)
      return [i - 1, i - 2, i - 3].some((before) => isInAny(view, ['nothingWords', 'littleWords'], before));
  }
  return false;
};

/** "NOBODY BELIEVES what they say about the capture of A". */
const isNobodysBelief = (view: SentenceView, at: number): boolean =>
  view.tokens.slice(0, at).some((_, i) => {
    const length = phraseLength(view, 'nobodyThinks', i);
    const verbs = length > 0 ? (view.lexicon.verbs.get(view.tokens[i + length]?.word ?? '') ?? []) : [];
    return verbs.some(({ lemma }) => view.lexicon.has('thinkingVerbs', lemma));
  });

/** "warned against ANY surrender of A", "in ANY handover of it": one that may be, and none that is told of; what is denied is denied. */
const isAnyAtAll = (view: SentenceView, kind: Kind, at: number): boolean => {
  if (!WANTED.includes(kind)) return false;
  for (let i = at - 1; i >= Math.max(0, at - CALLED) && isFiller(view, i); i--)
    if (isIn(view, 'zeroWords', i))
      return !view.tokens.slice(0, i).some((_, before) => isIn(view, 'negations', before) || isDenying(view, before));
  return false;
};

const isDenying = (view: SentenceView, at: number): boolean =>
  (view.lexicon.verbs.get(view.tokens[at]?.word ?? '') ?? []).some(({ lemma }) =>
    ['denyingVerbs', 'rejectingVerbs'].some((list) => view.lexicon.has(list, lemma)),
  );

/** "the SO-CALLED liberation of A": whoever says that does not say it himself. */
const isSoCalled = (view: SentenceView, at: number): boolean => {
  for (let i = at; i > at - CALLED && isFiller(view, i - 1); i--)
    if (phraseBefore(view, 'soCalled', i) > 0) return true;
  return false;
};

/** Mood of a noun ("the fall of Ashford"): doubted where the sentence doubts, dropped in a condition or question. */
export const moodOfNoun = (view: SentenceView, kind: Kind, at: number): Mood => {
  if (isFearedNoun(view, kind, at)) return possible(kind);
  const before = anyIn(view, 'ifWords', [at - 6, at]);
  if (before || view.tokens.at(-1)?.word === '?') return dropped(kind, before ? 'a condition' : 'a question');
  if (isDemanded(view, kind, at)) return dropped(kind, 'a demand');
  if (isLacking(view, kind, at)) return dropped(kind, 'a condition');
  if (isAnyAtAll(view, kind, at)) return dropped(kind, 'none in particular');
  if (isNobodysBelief(view, at)) return dropped(kind, 'believed by nobody');
  if (isShownByNothing(view, at)) return dropped(kind, 'left open');
  if (isForeseen(view, at)) return dropped(kind, 'a thing still to come');
  if (GIVEN.includes(kind) && isBrokenOff(view, at)) return dropped(kind, 'broken off');
  if (isRemembered(view, at) || isTenure(view, at)) return dropped(kind, 'told of the past');
  if (isImplied(view, kind, at)) return dropped(kind, 'an opinion');
  const talked = GIVEN.includes(kind) && isTalkedOf(view, at);
  if (talked && isOfFailedTalks(view, at)) return dropped(kind, 'talks that failed');
  if (isCalledNear(view, at) || talked) return possible(kind);
  if (isUnknown(view, at) || isUnknownBehind(view, at)) return dropped(kind, 'left open');
  const mood = flip(
    isToBe(view, at) ||
      isWanted(view, kind, at) ||
      (isCalled(view, 'plannedAdjectives', [kind, at]) && !isCarriedOut(view, at))
      ? planned(kind)
      : actual(kind),
    isIn(view, 'negativeWords', at - 1) ||
      isIn(view, 'negativeWords', at - 2) ||
      isRuledOut(view, at) ||
      isThereNot(view, at) ||
      isCalled(view, 'failedAdjectives', [kind, at]) ||
      isUnhappened(view, at) ||
      isTurnedDown(view, at) ||
      isCalledLie(view, at) ||
      (kind === 'siege' && isFailed(view, at)),
  );
  if (mood.polarity === 'affirmed' && isSoCalled(view, at)) return dropped(kind, 'only called so');
  const rumour = anyIn(view, 'doubtNouns', [at - 8, at]) || isCalledDoubtful(view, at) || isDoubtedAt(view, at);
  return rumour ? { ...mood, modality: 'reported' } : mood;
};
