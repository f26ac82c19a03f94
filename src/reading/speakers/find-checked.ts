// Words that are held up to be checked: a quoted heading, "Claim: A has fallen", a heading with a verdict right behind it
// ("A has surrendered / No evidence."), and points under "What is not confirmed". Nobody in the report says them.
// Invariant: what has a speaker of its own keeps him; a verdict alone is short.
import type { Draft, Frame, Sentence } from '../marks.ts';
import { isIn, isInAny, phraseLength, type SentenceView, viewSentences, wordAt } from '../words/view-sentence.ts';
import { voiceOf } from './voice.ts';

const VERDICT = 3;

/** Words that somebody is said to have said, and nobody says who; a rumour where they are held up to be checked. */
export const nobodySays = (draft: Draft, sentence: Sentence, checked: boolean): Frame => {
  const spoken = { speaker: null, role: null, sides: ['unknown'] };
  const by = { ...spoken, voice: voiceOf(spoken, draft.theatre), via: null, relayedBy: null, frame: null };
  const { start, end, index } = sentence;
  const cue = { start, end: start };
  return {
    ...{ start, end: start, sentence: index, by, speaker: null, cue, content: [{ start, end }] },
    ...{ polarity: 'affirmed', modality: checked ? 'reported' : null },
  };
};

/** "“A has fallen” / False." and "/ Too early.": words held up to be checked, with a short verdict right behind them. */
export const isChecked = ({ sentences, report }: Draft, { index, paragraph }: Sentence): boolean => {
  const next = sentences[index + 1];
  if (next === undefined || next.heading || next.paragraph - paragraph > 2) return false;
  return next.tokens.filter(({ type }) => type === 'word').length <= VERDICT && report.text[next.end - 1] === '.';
};

/** Where the words behind "Verdict:", "3." begin. */
const afterNumber = (view: SentenceView): number => {
  let at = 0;
  while (view.tokens[at]?.type === 'number' || /^[-–—•*.)#]$/.test(wordAt(view, at))) at++;
  return at;
};

/** How far a label such as "Claim:" or "Rumour 3:" reaches; 0 where there is none. */
const labelLength = (view: SentenceView, list: string): number => {
  const from = afterNumber(view);
  const length = phraseLength(view, list, from);
  const number = length > 0 && view.tokens[from + length]?.type === 'number' ? 1 : 0;
  const mark = /^[:–—-]$/.test(wordAt(view, from + length + number));
  if (length > 0 && mark) return from + length + number + 1;
  return length > 0 && list === 'rumourLabels' ? pastTalk(view, from + length) : 0;
};

/** Words of "doing the rounds on social media". */
const TALK = 8;

/** "Rumour DOING THE ROUNDS:", "Rumours ON SOCIAL MEDIA:": where it is told, up to the colon; 0 where names or marks stand there. */
const pastTalk = (view: SentenceView, from: number): number => {
  const colon = view.tokens.findIndex(({ word }, at) => at > from && at <= from + TALK && word === ':');
  const plain = view.tokens
    .slice(from, colon)
    .every(({ type }, i) => type === 'word' && view.markAt[from + i] === undefined);
  return colon > 0 && plain && isInAny(view, ['roundWords', 'prepositions'], from) ? colon + 1 : 0;
};

/** "False.", "Verdict: no evidence": a sentence that is a verdict and no more. */
export const isVerdict = (view: SentenceView, list: string): boolean => {
  const from = labelLength(view, 'verdictLabels') || afterNumber(view);
  const to = from + phraseLength(view, list, from);
  return to > from && view.tokens.slice(to).every(({ type }) => type === 'mark');
};

/** "False, says the mayor", "Not true either, according to X", "Misleading: it left": a verdict, and who gives it or why behind its mark. */
const opensVerdict = (view: SentenceView, list: string): boolean => {
  const from = afterNumber(view);
  const length = phraseLength(view, list, from);
  const to = from + length + (isIn(view, 'verdictAdverbs', from + length) ? 1 : 0);
  return length > 0 && view.tokens[to]?.type === 'mark';
};

/** The words behind "Claim:"; all of a heading with a verdict behind it. */
const checkedPart = (view: SentenceView, next: SentenceView | undefined): Sentence | null => {
  const label = labelLength(view, 'rumourLabels');
  const start = view.tokens[label]?.start;
  if (label > 0) return start === undefined ? null : { ...view.sentence, start };
  const own = view.sentence.heading && view.sentence.part !== 'headline' && next !== undefined;
  return own && isVerdict(next, 'verdictWords') ? view.sentence : null;
};

/** "Claim" alone: what is claimed stands in the sentence behind. */
const isBareLabel = (view: SentenceView | undefined): boolean => {
  const length = view === undefined ? 0 : phraseLength(view, 'rumourLabels', afterNumber(view));
  return view?.sentence.heading === true && length > 0 && afterNumber(view) + length === view.tokens.length;
};

/** "What is not confirmed / - A is surrounded.": the points beneath are held up, as long as they are points. */
const isUnconfirmedPoint = (views: readonly SentenceView[], at: number): boolean => {
  for (let i = at; i >= 0; i--) {
    const view = views[i];
    if (view === undefined) return false;
    if (i < at && view.sentence.heading && !isPoint(view))
      return ['unconfirmedHeads', 'falseHeads'].some((list) => phraseLength(view, list, 0) > 0);
    if (view.sentence.paragraph !== views[at]?.sentence.paragraph && !isPoint(view)) return false;
  }
  return false;
};

const isPoint = (view: SentenceView): boolean => /^[-–—•*·]$/.test(wordAt(view, 0));

/** The words inside a quotation that is all the sentence, or all that stands behind its label. */
const quotedPart = (view: SentenceView): Sentence | null => {
  const from = labelLength(view, 'rumourLabels') || afterNumber(view);
  const close = view.tokens.findIndex(({ word }, at) => at > from && /^["”]$/.test(word));
  const first = view.tokens[from + 1];
  const last = view.tokens[close - 1];
  if (!/^["“]$/.test(wordAt(view, from)) || first === undefined || last === undefined) return null;
  // "“A has fallen,” said the mayor" is his; "Claim: “A has fallen,” says a post" is held up.
  const whole = view.tokens.slice(close + 1).every(({ type }) => type === 'mark');
  return whole || labelLength(view, 'rumourLabels') > 0
    ? { ...view.sentence, start: first.start, end: last.end }
    : null;
};

/** "“A has fallen.” False.", "Claim: “A has fallen,” says a post / Verdict: False.": a quotation with a verdict right behind it. */
const judgedQuotation = (view: SentenceView, next: SentenceView | undefined): Sentence | null => {
  const opens = view.tokens[0]?.start === view.sentence.start;
  const judged =
    next !== undefined &&
    ['verdictWords', 'trueWords'].some((list) => isVerdict(next, list) || opensVerdict(next, list));
  return opens && judged && view.sentence.part !== 'headline' ? quotedPart(view) : null;
};

/** One frame, nobody's, for each claim that the report holds up to be checked. */
export const findChecked = (draft: Draft, frames: readonly Frame[]): readonly Frame[] => {
  const views = viewSentences(draft);
  const framed = new Set(frames.flatMap(({ sentence, cue }) => (cue.end > cue.start ? [sentence] : [])));
  return views.flatMap((view, at) => {
    const quoted = judgedQuotation(view, views[at + 1]);
    if (quoted !== null) return [nobodySays(draft, quoted, true)];
    if (framed.has(at)) return [];
    const whole = isBareLabel(views[at - 1]) || (isPoint(view) && isUnconfirmedPoint(views, at));
    const part = whole ? view.sentence : checkedPart(view, views[at + 1]);
    return part === null ? [] : [nobodySays(draft, part, true)];
  });
};
