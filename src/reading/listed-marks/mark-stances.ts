// The stands that people take, as frames for the marks (--marks), beside those of what is said.
// Invariant: nothing that a frame of saying already stands over is marked twice, and no claim is made of them.
import { overlaps, type Span } from '../../model/text.ts';
import { parseSentence } from '../clauses/parse-sentence.ts';
import type { Draft, Frame } from '../marks.ts';
import { nameSpeakers, type RawFrame } from '../speakers/name-speakers.ts';
import { viewSentences } from '../words/view-sentence.ts';
import { findStances } from './find-stances.ts';
import { tokensOf } from './nested-marks.ts';
import { findOwnedStances } from './owned-stances.ts';
import { isSomebody } from './stance-owners.ts';

const holds = (outer: Span, { start }: Span): boolean => outer.start <= start && start < outer.end;

/** "The senator named wages as the reason. “The young are sick of it.”": a frame without a word of saying, and the verb of its speaker. */
const introduces = ({ cue, speaker, sentence }: Frame, stance: Frame): boolean =>
  cue.start === cue.end && sentence === stance.sentence && speaker?.start === stance.speaker?.start;

const asRaw = ({ by, ...frame }: Frame): RawFrame => ({ ...frame, told: by.via });

/** "CITING a lack of evidence, the panel voted": a reason, and nobody's words. */
const citesThing = (draft: Draft, { cue, speaker, sentence }: Frame): boolean => {
  const { lexicon } = draft.theatre;
  if (speaker === null || !lexicon.has('citedWords', draft.report.text.slice(cue.start, cue.end).toLowerCase()))
    return false;
  const view = viewSentences(draft).find((one) => one.sentence.index === sentence);
  return view !== undefined && !isSomebody(view, tokensOf(view, speaker));
};

/** "The ministry POSTED A VIDEO of it": what is shown there is not said. */
const putsFilm = (draft: Draft, { cue, content }: Frame): boolean => {
  const { lexicon } = draft.theatre;
  const { text } = draft.report;
  const said = text.slice(cue.end, Math.max(cue.end, ...content.map(({ end }) => end)));
  const words = said
    .trim()
    .toLowerCase()
    .split(/[^\p{L}]+/u, FILM);
  const film =
    lexicon.has('indefiniteArticles', words[0] ?? '') && words.some((one) => lexicon.has('footageNouns', one));
  return film && lexicon.has('publishedForms', text.slice(cue.start, cue.end).toLowerCase());
};

/** "NO GROUP has claimed it": nobody says so; "neither side" are two who do. */
const byNobody = ({ theatre: { lexicon }, report }: Draft, { speaker, polarity }: Frame): boolean => {
  const said = speaker === null ? '' : report.text.slice(speaker.start, speaker.end).toLowerCase();
  const sides = lexicon.list('bothSides').some((words) => said.startsWith(words));
  return polarity === 'affirmed' && !sides && lexicon.has('negativeWords', said.split(/\s+/u)[0] ?? '');
};

/** Words of "a short video". */
const FILM = 3;

/** The frames of a draft with the stands between them, in the order of the text. */
export const withStances = (draft: Draft): readonly Frame[] => {
  const saysIt = (frame: Frame): boolean => ![citesThing, putsFilm, byNobody].some((not) => not(draft, frame));
  const frames = draft.frames.filter(saysIt);
  const isTold = ({ cue }: RawFrame): boolean =>
    frames.some((frame) => overlaps(frame.cue, cue) || frame.content.some((span) => holds(span, cue)));
  const found = viewSentences(draft).flatMap((view) => {
    const parse = parseSentence(view);
    return [...findStances(parse), ...findOwnedStances(parse)];
  });
  const free = found.filter((one) => !isTold(one));
  const stances = free.filter(
    ({ cue }) => !free.some((other) => other.cue !== cue && other.content.some((span) => holds(span, cue))),
  );
  if (stances.length === 0) return frames;
  const raw = [...frames.map(asRaw), ...stances].sort((a, b) => a.start - b.start);
  const cues = new Set(stances.map(({ cue }) => cue));
  const named = nameSpeakers(draft, raw).filter(({ cue }) => cues.has(cue));
  const opens = (frame: Frame): Frame | undefined => named.find((stance) => introduces(frame, stance));
  const joined = named.map((stance) => {
    const more = frames.filter((frame) => introduces(frame, stance)).flatMap(({ content }) => content);
    return more.length === 0 ? stance : { ...stance, content: [...stance.content, ...more] };
  });
  return [...frames.filter((frame) => opens(frame) === undefined), ...joined].sort((a, b) => a.start - b.start);
};
