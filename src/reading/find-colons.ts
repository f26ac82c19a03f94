// Headlines and tickers: "Spokesman X: we hold the town", "City falls to rebels - deputy governor".
import type { Parse } from './find-subject.ts';
import type { RawFrame } from './name-speakers.ts';
import { findOffices } from './speaker-sides.ts';
import type { SentenceView } from './view-sentence.ts';
import { wordAt } from './view-sentence.ts';

/** A speaker in front of a colon or behind a dash is short. */
const SHORT = 9;

const namesSpeaker = (view: SentenceView, from: number, to: number): boolean => {
  const words = view.tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
  return (
    findOffices(words, view.theatre).length > 0 ||
    view.marks.some((mark) => mark.type === 'actor' && mark.from >= from && mark.to <= to && !mark.pronoun)
  );
};

const frame = (
  view: SentenceView,
  speaker: readonly [number, number],
  content: readonly [number, number],
): readonly RawFrame[] => {
  const [from, to] = speaker;
  const first = view.tokens[from];
  const last = view.tokens[to - 1];
  const begin = view.tokens[content[0]];
  const end = view.tokens[content[1] - 1];
  if (first === undefined || last === undefined || begin === undefined || end === undefined) return [];
  const words = { start: first.start, end: last.end };
  return [
    {
      ...words,
      sentence: view.sentence.index,
      speaker: words,
      cue: words,
      content: [{ start: begin.start, end: end.end }],
      told: null,
      polarity: 'affirmed',
      modality: null,
    },
  ];
};

const colon = (view: SentenceView): readonly RawFrame[] => {
  const at = view.tokens.findIndex(({ word }) => word === ':');
  if (at < 1 || at > SHORT || !namesSpeaker(view, 0, at)) return [];
  return frame(view, [0, at], [at + 1, view.tokens.length]);
};

const dash = (view: SentenceView): readonly RawFrame[] => {
  const length = view.tokens.length - (wordAt(view, view.tokens.length - 1) === '.' ? 1 : 0);
  for (let at = length - 1; at > Math.max(2, length - SHORT); at--) {
    const spaced = view.tokens[at - 1] !== undefined && (view.tokens[at]?.start ?? 0) > (view.tokens[at - 1]?.end ?? 0);
    if (!/^[-–—]$/.test(wordAt(view, at)) || !spaced) continue;
    return namesSpeaker(view, at + 1, length) ? frame(view, [at + 1, length], [0, at]) : [];
  }
  return [];
};

/** Frames by punctuation alone. */
export const findColons = ({ view, verbs }: Parse): readonly RawFrame[] => {
  const byColon = verbs.every((verb) => verb.from > 2) ? colon(view) : [];
  return byColon.length > 0 || !view.sentence.heading ? byColon : dash(view);
};
