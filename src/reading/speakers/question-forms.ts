// What asks and for what: "Has A fallen?", "So A has fallen?", "Can you confirm that A has fallen?", behind "Q:" or a name.
// Invariant: asks of the words of one sentence alone.
import { isIn, isInAny, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';

export const SAYINGS = { yes: 'answersYes', no: 'answersNo', partly: 'answersPartly' } as const;

/** "Q:", "A.", "3.", "The Courier:": a label is short. */
const LABEL = 4;

export const afterLabel = (view: SentenceView): number => {
  let at = 0;
  while (view.tokens[at]?.type === 'number' || /^[-–—•*.)"“‘]$/.test(wordAt(view, at))) at++;
  const colon = view.tokens.findIndex(({ word }, i) => i > at && i <= at + LABEL && word === ':');
  if (isIn(view, 'turnLabels', at) && /^[:.)]$/.test(wordAt(view, at + 1))) return at + 2;
  return colon > 0 && answerLength(view, at) === 0 && /^\p{Lu}/u.test(view.tokens[at]?.text ?? '') ? colon + 1 : at;
};

export const answerLength = (view: SentenceView, at: number): number =>
  Math.max(...Object.values(SAYINGS).map((list) => phraseLength(view, list, at)));

export const isAsked = ({ tokens }: SentenceView): boolean =>
  tokens.findLast(({ type, word }) => type !== 'mark' || word === '?')?.word === '?';

/** "And so, IS A surrounded?": where the question itself begins. */
export const afterOpeners = (view: SentenceView): number => {
  let at = afterLabel(view);
  while (isInAny(view, ['questionOpeners', 'conjunctions'], at) || wordAt(view, at) === ',') at++;
  return at;
};

/** "A retaken?", "A fallen?": no helper, so that the rest of it must be asked. */
const isShort = (view: SentenceView, at: number): boolean =>
  at === afterLabel(view) && !view.tokens.some((_, i) => isInAny(view, ['be', 'have', 'do', 'modals'], i));

/** "So A has fallen?": told as a statement, to be said yes or no to. */
const isStated = (view: SentenceView, at: number): boolean =>
  (at > 0 || isShort(view, at)) &&
  !isInAny(view, ['questionWords', 'whoWords', 'prepositions'], at) &&
  phraseLength(view, 'whoWords', at) === 0;

/** "Has A fallen?", "So is A surrounded?"; "will A hold?" and "why did they leave?" are not for yes or no. */
export const isForYesOrNo = (view: SentenceView): boolean => {
  const at = afterOpeners(view);
  const plain = !view.tokens.some((_, i) => isIn(view, 'modals', i) || isIn(view, 'negations', i));
  // "Did you know that A had fallen? No.": what is answered is whether somebody knew.
  const ofMind = isIn(view, 'secondPerson', at + 1) && [at + 2, at + 3].some((i) => isIn(view, 'mindVerbs', i));
  return plain && !ofMind && (isInAny(view, ['be', 'have', 'do'], at) || isStated(view, at));
};

/** "held by the army or the rebels? Yes.": which of them is not said. */
export const isChoice = (view: SentenceView): boolean => view.tokens.some((_, at) => isIn(view, 'choiceWords', at));

/** "Can you confirm that A has fallen?": a yes says it, a no only that nobody can. */
export const asksToConfirm = (view: SentenceView): boolean =>
  phraseLength(view, 'confirmQuestions', afterOpeners(view)) > 0;

/** "Do they hold THE WHOLE OF A?": a no leaves open how much. */
export const isOfWhole = (view: SentenceView): boolean =>
  view.tokens.some((_, at) => isIn(view, 'wholeShares', at) || isIn(view, 'completeWords', at));

/** "So they have A and B left?": a no to the two leaves open which. */
export const isStatedQuestion = (view: SentenceView): boolean =>
  !isInAny(view, ['be', 'have', 'do'], afterOpeners(view));
