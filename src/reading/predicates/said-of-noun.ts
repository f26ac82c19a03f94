// What is said behind a noun that names a deed: "the fall of A IS EXPECTED", "NEVER TOOK PLACE", "WAS DENIED", "IS A LIE".
// Invariant: the noun is what the sentence is about; where it hangs on something else, nothing is said of it.
import type { VerbForms } from '../../model/lexicon.ts';
import { behindTimeAt, closesWithTime } from '../words/time-ahead.ts';
import { isFiller, isIn, isInAny, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** So many words stand at most between a noun and what governs it. */
const GOVERNED = 4;

/** Words from a noun to what is said of it: "fighting near A within the next 24 hours". */
const SAID = 14;

/** What only helps another verb, or stands before a noun. */
const HELPING = ['be', 'have', 'modals', 'pastDo', 'prepositions'];

const verbsAt = (view: SentenceView, at: number): readonly VerbForms[] =>
  view.markAt[at] === undefined ? (view.lexicon.verbs.get(wordAt(view, at)) ?? []) : [];

const isVerbOf = (view: SentenceView, at: number, list: string): boolean =>
  verbsAt(view, at).some(({ lemma }) => view.lexicon.has(list, lemma));

const isOwnVerb = (view: SentenceView, at: number): boolean =>
  verbsAt(view, at).length > 0 && !isInAny(view, HELPING, at);

/** The first verb behind a noun that is no helper; -1 where a mark or another clause comes before it. */
const verbBehind = (view: SentenceView, at: number): number => {
  for (let i = at + 1; i < Math.min(view.tokens.length, at + SAID); i++) {
    if (view.tokens[i]?.type === 'mark' || isInAny(view, ['clauseComplements', 'relatives'], i)) return -1;
    if (isOwnVerb(view, i)) return i;
  }
  return -1;
};

/** "fighting near A COULD NOT BE RULED OUT", "IS EXPECTED", "is likely": what may come has not come. */
export const isForeseen = (view: SentenceView, at: number): boolean => {
  for (let i = at + 1; i < Math.min(view.tokens.length, at + SAID); i++) {
    if (view.tokens[i]?.type === 'mark') break;
    if (!isInAny(view, ['be', 'modals'], i)) continue;
    const from =
      [i + 1, i + 2, i + 3].find(
        (next) => !isInAny(view, ['be', 'negations', 'verbAdverbs', 'foreseenAdverbs'], next),
      ) ?? i;
    // "is expected TO BREAK OUT"; what is expected "to go on", or to have effects, has come.
    const comes = !isIn(view, 'goalLinks', from + 1) || isIn(view, 'outbreakForms', from + 2);
    if (phraseLength(view, 'rulingOut', from) > 0 || (isIn(view, 'foreseenWords', from) && comes)) return true;
  }
  return isCalledOpen(view, at);
};

/** Words of "a very old". */
const CALLED = 3;

/** What a noun is said to be: behind the copula, its articles, adverbs and adjectives; -1 where the lists have nothing there. */
const calledAt = (view: SentenceView, at: number, lists: readonly string[]): number => {
  for (let i = at + 1; i < Math.min(view.tokens.length, at + SAID); i++) {
    if (view.tokens[i]?.type === 'mark' || isInAny(view, ['clauseComplements', 'relatives'], i)) return -1;
    if (!isVerbOf(view, i, 'copulas')) continue;
    for (let next = i + 1; next <= i + 1 + CALLED; next++) {
      if (lists.some((list) => phraseLength(view, list, next) > 0)) return next;
      if (!isFiller(view, next) && !isInAny(view, ['determiners', 'negations', 'verbAdverbs', 'be'], next)) break;
    }
  }
  return -1;
};

/** "a withdrawal from A IS AN OPTION", "remains a goal of the rebels", "was never ON THE TABLE": told of a thing that may be. */
export const isCalledOpen = (view: SentenceView, at: number): boolean =>
  !hangsOn(view, at) && calledAt(view, at, ['openThings']) > 0;

/** "The capture of A IS A LIE". */
export const isCalledLie = (view: SentenceView, at: number): boolean => {
  const lie = hangsOn(view, at) ? -1 : calledAt(view, at, ['lieNouns']);
  return lie > 0 && ![1, 2, 3].some((back) => isInAny(view, ['negations', 'negativeWords', 'modals'], lie - back));
};

/** "the parade AFTER the fall of A", "news OF the capture": the sentence is about something else. */
const hangsOn = (view: SentenceView, at: number): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - GOVERNED) && view.tokens[i]?.type !== 'mark'; i--) {
    // "ON MONDAY the fall of A was denied": a time governs nothing.
    const timed = behindTimeAt(view, i) > i && behindTimeAt(view, i) <= at;
    if (isIn(view, 'prepositions', i) && !timed) return true;
    if (isInAny(view, ['clauseComplements', 'conjunctions'], i)) return false;
  }
  return false;
};

/** Behind the comma that closes an aside; where none does, the comma itself. */
const pastAside = (view: SentenceView, comma: number): number => {
  const close = view.tokens.findIndex(({ type }, i) => i > comma && type === 'mark');
  return wordAt(view, close) === ',' ? close + 1 : comma;
};

/** "the capture of A NEVER TOOK PLACE", "did not happen": nobody took it; what did not come about "until Monday" did then. */
export const isUnhappened = (view: SentenceView, at: number): boolean => {
  if (hangsOn(view, at)) return false;
  for (let i = at + 1; i < Math.min(view.tokens.length, at + SAID); i++) {
    // "the withdrawal from A, ANNOUNCED ON SUNDAY, has not begun"
    if (wordAt(view, i) === ',') i = pastAside(view, i);
    if (view.tokens[i]?.type === 'mark') return false;
    const length = phraseLength(view, 'comingAbout', i);
    if (length > 0) {
      const last = view.tokens[i + length];
      const negated = [i - 1, i - 2].some((before) => isInAny(view, ['negations', 'negativeWords'], before));
      const ends = last === undefined || last.type === 'mark' || isIn(view, 'conjunctions', i + length);
      return negated && (ends || closesWithTime(view, i + length));
    }
    if (isOwnVerb(view, i)) return false;
  }
  return false;
};

/** "HALTED its withdrawal from A", "the withdrawal from A HAS BEEN SUSPENDED": what was broken off is not told as done. */
export const isBrokenOff = (view: SentenceView, at: number): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - GOVERNED); i--) {
    if (isVerbOf(view, i, 'haltingVerbs')) return true;
    if (view.tokens[i]?.type === 'mark' || isIn(view, 'prepositions', i)) break;
  }
  const behind = verbBehind(view, at);
  return behind > 0 && isIn(view, 'be', behind - 1) && isVerbOf(view, behind, 'haltingVerbs') && !hangsOn(view, at);
};

/** "The siege of A HAS FAILED". */
export const isFailed = (view: SentenceView, at: number): boolean => {
  const behind = hangsOn(view, at) ? -1 : verbBehind(view, at);
  const negated = [1, 2].some((back) => isIn(view, 'negations', behind - back));
  return behind > 0 && isVerbOf(view, behind, 'failingGovernors') && !negated;
};

/** "was dismissed as a rumour BY THE MAYOR": he is the one who denies. */
const hasAgent = (view: SentenceView, from: number): boolean => {
  for (let at = from; at < from + LABEL && view.tokens[at]?.type === 'word'; at++)
    if (isIn(view, 'agentWords', at)) return true;
  return false;
};

/** Words of "as a mere rumour by". */
const LABEL = 5;

/** "The capture of A WAS DENIED", "has since been rejected": nobody is named who denies it. */
export const isTurnedDown = (view: SentenceView, at: number): boolean => {
  if (hangsOn(view, at)) return false;
  for (let i = at + 1; i < Math.min(view.tokens.length, at + SAID); i++) {
    if (view.tokens[i]?.type === 'mark' || isInAny(view, ['clauseComplements', 'relatives'], i)) return false;
    if (!isIn(view, 'be', i) || isIn(view, 'modals', i - 1)) continue;
    const from = isIn(view, 'verbAdverbs', i + 1) ? i + 2 : i + 1;
    return isIn(view, 'turnedDownForms', from) && !hasAgent(view, from + 1);
  }
  return false;
};
