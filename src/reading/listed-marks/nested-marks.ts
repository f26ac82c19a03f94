// What is told within what somebody says: "the lawyer said HER CLIENT HAD TOLD the police that A" has two speakers, and
// "he said HE HOPED that A", "“they NEVER THOUGHT it,” she said" have one.
// Invariant: asked for the marks alone; a frame that stands in nobody else's words is kept.
import type { Span } from '../../model/text.ts';
import type { Draft, Frame } from '../marks.ts';
import { type SentenceView, viewSentences } from '../words/view-sentence.ts';
import { isSomebody } from './stance-owners.ts';

const holds = ({ start, end }: Span, at: number): boolean => start <= at && at < end;

/** The words of a span, as they stand in the sentence. */
export const tokensOf = (
  { tokens }: SentenceView,
  { start, end }: Span,
): { readonly from: number; readonly to: number } => {
  const from = tokens.findIndex((token) => token.start >= start);
  const to = tokens.findIndex((token) => token.start >= end);
  return { from: Math.max(0, from), to: to < 0 ? tokens.length : to };
};

/** "hoped", "never thought": how he feels about it, which is no saying of its own. */
const isThought = (view: SentenceView, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  view.tokens
    .slice(from, to)
    .some(
      ({ word }) =>
        view.lexicon.has('thinkingForms', word) ||
        (view.lexicon.verbs.get(word) ?? []).some(({ lemma }) => view.lexicon.has('opinionVerbs', lemma)),
    );

/** A noun that nobody is said to own: "A MESSAGE that A". */
const isUnowned = (text: string, { speaker, cue }: Frame): boolean =>
  speaker !== null && text.slice(speaker.start, speaker.end).endsWith(text.slice(cue.start, cue.end));

const isOwn = (draft: Draft, frame: Frame, outer: Frame): boolean => {
  const view = viewSentences(draft).find(({ sentence }) => sentence.index === frame.sentence);
  const { speaker, cue } = frame;
  if (view === undefined || speaker === null || isUnowned(draft.report.text, frame)) return false;
  const [who, words] = [tokensOf(view, speaker), tokensOf(view, cue)];
  if (!isSomebody(view, who)) return false;
  const quoted = view.tokens[words.from]?.quoted === true;
  return !isThought(view, words) || (!quoted && frame.by.speaker !== outer.by.speaker);
};

/** The frames without those that only go on with the one they stand in. */
export const withoutNested = (draft: Draft, frames: readonly Frame[]): readonly Frame[] =>
  frames.filter((frame) => {
    const { cue } = frame;
    if (cue.start === cue.end) return true;
    const outer = frames.find(
      (other) =>
        other !== frame && other.cue.end > other.cue.start && other.content.some((span) => holds(span, cue.start)),
    );
    return outer === undefined || isOwn(draft, frame, outer);
  });
