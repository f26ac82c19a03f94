// An interview or a briefing: what stands behind the label of who answers, or behind a question, is said by that person, who
// may be introduced before. Invariant: a question is the outlet's; a report with fewer than two questions is no interview.

import { isPossessive } from '../clauses/word-class.ts';
import type { Draft, Frame } from '../marks.ts';
import { findOffices } from '../mentions/find-offices.ts';
import { isIn, isInAny, phraseLength, type SentenceView, viewSentences } from '../words/view-sentence.ts';
import { isFreeName } from './find-introduced.ts';
import {
  asks,
  FEWEST_QUESTIONS,
  isQuestion,
  soleVoice,
  spokenIn,
  type Turn,
  turnsOf,
  type Voice,
  voicesOf,
} from './interview-turns.ts';
import type { RawFrame } from './name-speakers.ts';
import { spanOf } from './said-content.ts';
import { voiceOf } from './voice.ts';

/** Where nobody is labelled: the paragraphs between two questions. */
const betweenQuestions = (turns: readonly Turn[]): readonly Turn[] => {
  let open = false;
  return turns.filter((turn) => {
    const question = asks(turn);
    const answer = open && !question;
    open = open || question;
    return answer;
  });
};

/** Where most answers stand in quotation marks, a paragraph without is the outlet's. */
const quotedOnly = (answers: readonly Turn[]): readonly Turn[] => {
  const quoted = answers.filter(isQuotedTurn);
  return quoted.length * 2 > answers.length ? quoted : answers;
};

const isQuotedTurn = ({ sentences: [first] }: Turn): boolean => [0, 1].some((at) => first?.tokens[at]?.quoted === true);

const speaksOf = ({ sentences }: Turn, list: string): boolean =>
  sentences.some(({ tokens, lexicon }) => tokens.some(({ word, quoted }) => !quoted && lexicon.has(list, word)));

/** "I can see them": answers in the first person are somebody's; an explainer's, which says "we" now and then, are not. */
const isPersonal = (answers: readonly Turn[]): boolean =>
  answers.every(isQuotedTurn) ||
  answers.some((turn) => speaksOf(turn, 'singularSelf')) ||
  answers.filter((turn) => speaksOf(turn, 'firstPerson')).length * 2 > answers.length;

/** The first person named with an office before the answers begin, or in the last paragraph. */
const intervieweeIn = (views: readonly SentenceView[]): RawFrame['speaker'] => {
  for (const view of views) {
    const office = findOffices(view.tokens.map(({ text }) => text).join(' '), view.theatre).length > 0;
    // "The bishop OF LOWER HOLLIN": a name behind "of" is a place's or a house's.
    const from = office
      ? view.tokens.findIndex((_, at) => isNameStart(view, at) && !isIn(view, 'partLinks', at - 1))
      : -1;
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
  !isQuestion(view.sentence) &&
  isFreeName(view, at) &&
  isFreeName(view, at + 1) &&
  view.tokens[at - 1]?.word !== view.lexicon.list('bylineLeads')[0];

/** "Colonel X, commander of the garrison": the office behind the name belongs to it. */
const asideEnd = ({ tokens }: SentenceView, to: number): number => {
  const end = tokens[to - 1]?.end ?? 0;
  if (tokens[to]?.word !== ',') return end;
  const close = tokens.findIndex(({ type }, at) => at > to && type === 'mark');
  return tokens[(close < 0 ? tokens.length : close) - 1]?.end ?? end;
};

/** Where "press briefing" and its like begin. */
const briefingAt = (view: SentenceView): number => {
  let at = view.tokens.findLastIndex((_, i) => phraseLength(view, 'briefingNouns', i) > 0);
  while (isIn(view, 'briefingLeads', at - 1)) at -= 1;
  return at;
};

/** "Transcript of THE MINISTRY OF DEFENCE press briefing": whose spokesman a name without an office is, by the title. */
const houseIn = (views: readonly SentenceView[]): RawFrame['speaker'] => {
  const title = views.find((view) => briefingAt(view) >= 0);
  if (title === undefined) return null;
  const { tokens } = title;
  const at = briefingAt(title);
  const paper = tokens.findIndex((_, i) => i < at && phraseLength(title, 'briefingNouns', i) > 0);
  const behind = paper < 0 ? 0 : paper + phraseLength(title, 'briefingNouns', paper);
  // "Press conference, transcript": a comma leads to no house.
  const from = behind + (isIn(title, 'partLinks', behind) || /^[:,]$/.test(tokens[behind]?.word ?? '') ? 1 : 0);
  const to = at - (isPossessive(title, at - 1) ? 1 : 0);
  return from < to ? spanOf(title, from, to) : houseBehind(title, at);
};

/** "Press conference OF THE COUNCIL, 17 March". */
const houseBehind = (title: SentenceView, at: number): RawFrame['speaker'] => {
  const link = title.tokens.findIndex((_, i) => i > at && isInAny(title, ['partLinks', 'byWords'], i));
  const comma = title.tokens.findIndex(({ type }, i) => i > link && type === 'mark');
  return link < 0 ? null : spanOf(title, link + 1, comma < 0 ? title.tokens.length : comma);
};

const contentOf = ({ sentences, from }: Turn): RawFrame['content'] =>
  sentences.map((view, i) => ({
    start: (i === 0 ? view.tokens[from]?.start : null) ?? view.sentence.start,
    end: view.sentence.end,
  }));

interface Answers {
  readonly speaker: NonNullable<RawFrame['speaker']>;
  readonly turns: readonly Turn[];
  readonly house: RawFrame['speaker'];
}

const frameOf = (views: readonly SentenceView[], { speaker, turns, house }: Answers): RawFrame => {
  const { start, end } = speaker;
  const at = views.findIndex(({ sentence }) => sentence.start <= start && start < sentence.end);
  return {
    ...{ start, end, cue: { start: end, end }, sentence: Math.max(0, at), speaker, told: null, house },
    ...{ content: turns.flatMap(contentOf), polarity: 'affirmed', modality: null },
  };
};

/** The label's own words. */
const labelSpan = ({ turns: [first] }: Voice): RawFrame['speaker'] => {
  const all = first?.sentences[0]?.tokens.slice(0, first.from) ?? [];
  const open = all.findIndex(({ word }) => word === '(');
  // "PELL (Radio Nine):"
  const tokens = open > 0 ? all.slice(0, open) : all;
  const last = tokens.findLast(({ type }) => type !== 'mark');
  return tokens[0] === undefined || last === undefined ? null : { start: tokens[0].start, end: last.end };
};

/** "Pell:" is the Colonel Pell who was introduced, and "AHMADI:" nobody else. */
const sharesWord = (
  views: readonly SentenceView[],
  { start, end }: NonNullable<RawFrame['speaker']>,
  { label }: Voice,
): boolean => {
  const words = label.toLowerCase().split(' ');
  return views.some(({ tokens }) =>
    tokens.some((token) => token.start >= start && token.end <= end && words.includes(token.word)),
  );
};

/** "ANCHOR:", "PELL (studio):": the outlet's own people. */
const isOfNewsroom = ({ turns: [first] }: Voice): boolean => {
  const view = first?.sentences[0];
  return view?.tokens.slice(0, first?.from).some((_, at) => isIn(view, 'newsroomLabels', at)) === true;
};

/** The one who answers is who was introduced; of several each is who his label says. */
const labelled = (
  views: readonly SentenceView[],
  turns: readonly Turn[],
  voices: readonly Voice[],
): readonly RawFrame[] => {
  const answering = voices.filter((voice) => !voice.asking && !isOfNewsroom(voice));
  const first = turns.find(({ label }) => voices.some((voice) => voice.label === label));
  const before = views.slice(0, first?.sentences[0]?.sentence.index ?? 0);
  const introduced = answering.length === 1 ? intervieweeIn([...before, ...views.slice(-3)]) : null;
  const house = houseIn(before);
  return answering.flatMap((voice) => {
    const bare = voice.turns[0]?.sentences[0] !== undefined && isIn(voice.turns[0].sentences[0], 'turnLabels', 0);
    const own = labelSpan(voice);
    const met = introduced !== null && (bare || sharesWord(views, introduced, voice)) ? introduced : null;
    const speaker = met ?? (bare ? house : own);
    return speaker === null ? [] : [frameOf(views, { speaker, turns: spokenIn(turns, voice), house })];
  });
};

/** "Hale:" is somebody whom the lead has brought in, and "Verdict:" nobody. */
const isMet = (views: readonly SentenceView[], { speaker, content }: RawFrame, voice: Voice): boolean =>
  speaker !== null &&
  speaker.end <= (content[0]?.start ?? 0) &&
  sharesWord(views, speaker, voice) &&
  !isOwnLabel(voice, speaker);

const isOwnLabel = (voice: Voice, { start }: NonNullable<RawFrame['speaker']>): boolean =>
  labelSpan(voice)?.start === start;

/** One frame over all answers of each who answers in an interview or a briefing. */
export const findInterview = (draft: Draft): readonly RawFrame[] => {
  const views = viewSentences(draft);
  const turns = turnsOf(views);
  if (turns.filter(asks).length < FEWEST_QUESTIONS) return [];
  const voices = voicesOf(turns);
  if (voices.some(({ asking }) => !asking)) return labelled(views, turns, voices);
  const sole = voices.length === 0 ? soleVoice(turns) : null;
  const alone = sole === null ? [] : labelled(views, turns, [sole]).filter((frame) => isMet(views, frame, sole));
  if (alone.length > 0) return alone;
  const answers = quotedOnly(betweenQuestions(turns));
  const start = answers[0]?.sentences[0]?.sentence.index ?? 0;
  // "Mr HALE (Ashford): Eleven.": in a debate each answer has a label, and no one person gives them all.
  const bare = answers.filter(({ label }) => label === null);
  if (answers.length < FEWEST_QUESTIONS || bare.length * 2 <= answers.length || !isPersonal(answers)) return [];
  const lead = views.slice(0, start);
  const speaker = intervieweeIn(lead) ?? personIn(lead) ?? intervieweeIn(views.slice(-3));
  return speaker === null ? [] : [frameOf(views, { speaker, turns: answers, house: null })];
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
