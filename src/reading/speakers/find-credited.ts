// Whose words a quotation is by the name set behind it: "“We hold A.” - Karim Bakhtar, the mayor", "“A is ours.” / — a soldier".
// Invariant: all before the dash is quoted, and the line has no verb before its first comma.

import { isFiniteVerb } from '../clauses/clause-bounds.ts';
import { parseSentence } from '../clauses/parse-sentence.ts';
import type { Draft } from '../marks.ts';
import { findOffices } from '../mentions/find-offices.ts';
import { isIn, type SentenceView, viewSentences, wordAt } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';
import { spanOf } from './said-content.ts';

/** So many words a name with its office has at most. */
const LONGEST = 12;

export const isAllQuoted = ({ tokens }: SentenceView): boolean => {
  const words = tokens.filter(({ type }) => type === 'word');
  return words.length > 0 && words.every(({ quoted }) => quoted);
};

const isName = (view: SentenceView, from: number, to: number): boolean =>
  view.tokens.slice(from, to).every(({ text }) => /^\p{Lu}|^[-.]$/u.test(text)) &&
  view.tokens[from]?.type === 'word' &&
  !view.marks.some((mark) => mark.type === 'place' && mark.from <= from && mark.to >= to);

/** Where the dash stands that opens the line, or behind a quotation that is all before it; -1 where there is none. */
const dashAt = ({ tokens }: SentenceView): number => {
  const at = tokens.findIndex(({ word, quoted }) => /^[-–—]$/.test(word) && !quoted);
  const apart = (tokens[at]?.end ?? 0) < (tokens[at + 1]?.start ?? 0);
  const closes = at === 0 || /^["”]$/.test(tokens[at - 1]?.word ?? '');
  const quoted = tokens.slice(0, Math.max(0, at)).every((token) => token.quoted || token.type === 'mark');
  return at >= 0 && apart && closes && quoted ? at : -1;
};

const wordsIn = ({ tokens }: SentenceView, from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');

/** Where the name and its office end, which begin behind the dash; 0 where nobody is named. */
const creditEnd = (view: SentenceView, from: number): number => {
  const { tokens, theatre } = view;
  const comma = tokens.findIndex(({ word }, at) => at > from && /^[,(]$/.test(word));
  const stop = tokens.at(-1)?.type === 'mark' ? tokens.length - 1 : tokens.length;
  const to = comma < 0 ? stop : comma;
  if (to <= from || to - from > LONGEST || tokens.slice(from, to).some(({ word }) => word === ':')) return 0;
  const { verbs } = parseSentence(view);
  if (verbs.some((verb) => verb.from >= from && verb.to <= to && isFiniteVerb(verb))) return 0;
  const office = findOffices(wordsIn(view, from, to), theatre).length > 0 || isIn(view, 'indefiniteArticles', from);
  return office || isName(view, from, to) ? officeEnd(view, to, stop) : 0;
};

/** "Karim Hale, THE GOVERNOR OF NORTHMARK, asked where he was": the office behind the comma is his. */
const officeEnd = (view: SentenceView, comma: number, stop: number): number => {
  if (wordAt(view, comma) !== ',') return comma;
  const next = view.tokens.findIndex(({ word }, at) => at > comma && /^[,;(]$/.test(word));
  const to = next < 0 ? stop : next;
  const words = view.tokens
    .slice(comma + 1, to)
    .map(({ text }) => text)
    .join(' ');
  return to - comma <= LONGEST && findOffices(words, view.theatre).length > 0 ? to : comma;
};

/** The sentences of the quotation that go before the line. */
const quotedBefore = (views: readonly SentenceView[], at: number, paragraph: number): readonly SentenceView[] => {
  const quoted: SentenceView[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const view = views[i];
    if (view === undefined || !isAllQuoted(view) || view.sentence.paragraph !== paragraph) break;
    quoted.unshift(view);
  }
  return quoted;
};

/** "- The rebels: “We hold A.” / - The army: nothing": one of two points is no credit to the other. */
const isPoint = (views: readonly SentenceView[], at: number): boolean => {
  const paragraph = views[at]?.sentence.paragraph;
  const first = views.find(({ sentence }) => sentence.paragraph === paragraph);
  return first !== undefined && /^[-–—•*·]$/.test(wordAt(first, 0));
};

const creditedIn = (views: readonly SentenceView[], view: SentenceView, at: number): readonly RawFrame[] => {
  const dash = dashAt(view);
  const to = dash < 0 ? 0 : creditEnd(view, dash + 1);
  const speaker = spanOf(view, dash + 1, to);
  const cue = spanOf(view, dash, dash + 1);
  if (to === 0 || speaker === null || cue === null) return [];
  // A line of its own names who spoke in the paragraph before it.
  const opens = dash === 0 && views[at - 1]?.sentence.paragraph !== view.sentence.paragraph;
  if (opens && isPoint(views, at - 1)) return [];
  const paragraph = (opens ? views[at - 1] : view)?.sentence.paragraph ?? -1;
  const before = quotedBefore(views, at, paragraph).map(({ sentence: { start, end } }) => ({ start, end }));
  const own = dash === 0 ? [] : [spanOf(view, 0, dash)].filter((span) => span !== null);
  const content = [...before, ...own];
  const sentence = view.sentence.index;
  const start = cue.start;
  return content.length === 0
    ? []
    : [{ start, end: speaker.end, cue, sentence, speaker, content, told: null, polarity: 'affirmed', modality: null }];
};

/** One raw frame for each line that names whose words stand before it. */
export const findCredited = (draft: Draft): readonly RawFrame[] => {
  const views = viewSentences(draft);
  return views.flatMap((view, at) => creditedIn(views, view, at));
};
