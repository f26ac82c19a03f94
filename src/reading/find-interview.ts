// An interview: what stands behind a question, or behind the label of who answers, is said by the person who is introduced.
// Invariant: one person answers; a question is the outlet's; a report with fewer than two questions is no interview.

import { kept } from '../model/keep.ts';
import { isFreeName } from './find-introduced.ts';
import { findOffices } from './find-offices.ts';
import type { Draft, Frame, Sentence } from './marks.ts';
import type { RawFrame } from './name-speakers.ts';
import { type SentenceView, viewSentences } from './view-sentence.ts';
import { voiceOf } from './voice.ts';

/** A label is short: "Q:", "The Examiner:", "Colonel Pell:". */
const LABEL = 4;
const FEWEST_QUESTIONS = 2;

const isQuestion = kept(
  ({ tokens }: Sentence): boolean => !tokens[0]?.quoted && tokens.some(({ word }) => word === '?'),
);

/** The words before a colon that opens a paragraph, or null. */
const labelOf = (view: SentenceView): string | null => {
  const colon = view.tokens.findIndex(({ word }) => word === ':');
  if (colon < 1 || colon > LABEL) return null;
  return view.tokens
    .slice(0, colon)
    .map(({ text }) => text)
    .join(' ');
};

interface Turn {
  readonly label: string | null;
  readonly sentences: readonly SentenceView[];
}

const paragraphs = (views: readonly SentenceView[]): readonly (readonly SentenceView[])[] => [
  ...Map.groupBy(
    views.filter(({ sentence }) => sentence.part !== 'caption'),
    ({ sentence }) => sentence.paragraph,
  ).values(),
];

const turnsOf = (views: readonly SentenceView[]): readonly Turn[] =>
  paragraphs(views).map((sentences) => ({
    label: sentences[0] === undefined ? null : labelOf(sentences[0]),
    sentences,
  }));

const asks = ({ sentences }: Turn): boolean => sentences.some(({ sentence }) => isQuestion(sentence));

/** The labels said again and again, and which of them asks. */
const labelsOf = (turns: readonly Turn[]): { readonly asking: string | null; readonly answering: string | null } => {
  const labelled = turns.filter(({ label }) => label !== null);
  const counts = [...Map.groupBy(labelled, ({ label }) => label ?? '')].filter(
    ([, own]) => own.length >= FEWEST_QUESTIONS,
  );
  const [first, second] = counts.sort((a, b) => b[1].length - a[1].length);
  if (first === undefined || second === undefined) return { asking: null, answering: null };
  const [asking, answering] =
    first[1].filter(asks).length >= second[1].filter(asks).length ? [first, second] : [second, first];
  return { asking: asking[0], answering: answering[0] };
};

/** The paragraphs that answer: behind their label, or, where nobody is labelled, between two questions. */
const answersOf = (turns: readonly Turn[]): readonly Turn[] => {
  const { asking, answering } = labelsOf(turns);
  let open = false;
  return turns.filter((turn) => {
    if (answering !== null) {
      if (turn.label !== null) open = turn.label === answering;
      return open;
    }
    const question = asking === null && asks(turn);
    const answer = open && !question;
    open = open || question;
    return answer;
  });
};

/** Where most answers stand in quotation marks, a paragraph without is the outlet's. */
const quotedOnly = (answers: readonly Turn[]): readonly Turn[] => {
  const quoted = answers.filter(({ sentences: [first] }) => first?.tokens[0]?.quoted === true || opensQuoted(first));
  return quoted.length * 2 > answers.length ? quoted : answers;
};

const opensQuoted = (view: SentenceView | undefined): boolean => view?.tokens[1]?.quoted === true;

/** The first person named with an office before the answers begin, or in the last paragraph. */
const intervieweeIn = (views: readonly SentenceView[]): RawFrame['speaker'] => {
  for (const view of views) {
    const office = findOffices(view.tokens.map(({ text }) => text).join(' '), view.theatre).length > 0;
    const from = office ? view.tokens.findIndex((_, at) => isNameStart(view, at)) : -1;
    if (from < 0) continue;
    let to = from;
    while (isFreeName(view, to)) to++;
    return { start: view.tokens[from]?.start ?? 0, end: asideEnd(view, to) };
  }
  return null;
};

/** "Ivo Hale, 41, sold oil in Ashford": a name that opens a sentence before the first question. */
const personIn = (views: readonly SentenceView[]): RawFrame['speaker'] => {
  const named = views.filter(({ sentence }) => !sentence.heading).find((view) => isNameStart(view, 0));
  if (named === undefined) return null;
  let to = 0;
  while (isFreeName(named, to)) to++;
  return { start: named.tokens[0]?.start ?? 0, end: named.tokens[to - 1]?.end ?? 0 };
};

const isNameStart = (view: SentenceView, at: number): boolean =>
  isFreeName(view, at) && isFreeName(view, at + 1) && view.tokens[at - 1]?.word !== view.lexicon.list('bylineLeads')[0];

/** "Colonel X, commander of the garrison": the office behind the name belongs to it. */
const asideEnd = ({ tokens }: SentenceView, to: number): number => {
  const end = tokens[to - 1]?.end ?? 0;
  if (tokens[to]?.word !== ',') return end;
  const close = tokens.findIndex(({ type }, at) => at > to && type === 'mark');
  return tokens[(close < 0 ? tokens.length : close) - 1]?.end ?? end;
};

/** At most one frame, over all answers of an interview. */
export const findInterview = (draft: Draft): readonly RawFrame[] => {
  const views = viewSentences(draft);
  const turns = turnsOf(views);
  const questions = turns.filter(asks).length;
  const answers = quotedOnly(answersOf(turns));
  const [first] = answers;
  if (questions < FEWEST_QUESTIONS || answers.length < FEWEST_QUESTIONS || first === undefined) return [];
  const start = first.sentences[0]?.sentence.index ?? 0;
  const lead = views.slice(0, start);
  const speaker = intervieweeIn(lead) ?? personIn(lead) ?? intervieweeIn(views.slice(-3));
  if (speaker === null) return [];
  const content = answers.flatMap(({ sentences }) =>
    sentences.map(({ sentence }) => ({ start: sentence.start, end: sentence.end })),
  );
  const cue = { start: speaker.end, end: speaker.end };
  const sentence =
    views.find((view) => view.sentence.start <= speaker.start && speaker.start < view.sentence.end)?.sentence.index ??
    0;
  return [{ ...speaker, cue, sentence, speaker, content, told: null, polarity: 'affirmed', modality: null }];
};

/** "An interview with a villager": who answers, and of whose office or party nothing is told, is one of the place's people. */
export const ofPlainAnswer = (draft: Draft, frame: Frame): Frame => {
  const [first] = frame.content;
  if (frame.cue.start < frame.cue.end || first === undefined || frame.by.sides.some((side) => side !== 'unknown'))
    return frame;
  const offices = findOffices(draft.report.text.slice(0, first.start), draft.theatre);
  const plain = offices.length > 0 && offices.every(({ class: of }) => of === 'resident' || of === 'witness');
  const by = { ...frame.by, sides: ['local' as const] };
  return plain ? { ...frame, by: { ...by, voice: voiceOf(by, draft.theatre) } } : frame;
};
