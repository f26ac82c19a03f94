// Who says what: "X said that …", "…, said X", "according to X", "X: …", and quotations that go on without a frame.
// Invariant: a frame's content never holds its own speaker; where no frame stands, the outlet speaks.
import type { Span } from '../model/text.ts';
import type { Parse } from './clauses/parse.ts';
import { parseSentence } from './clauses/parse-sentence.ts';
import type { Draft, Frame } from './marks.ts';
import { carryQuotations } from './speakers/carry-quotations.ts';
import { findAccording } from './speakers/find-according.ts';
import { findAsked } from './speakers/find-asked.ts';
import { findChecked } from './speakers/find-checked.ts';
import { findClaimNouns } from './speakers/find-claim-nouns.ts';
import { findColons } from './speakers/find-colons.ts';
import { findConceding } from './speakers/find-conceding.ts';
import { findCredited } from './speakers/find-credited.ts';
import { findDocuments } from './speakers/find-documents.ts';
import { findFigures } from './speakers/find-figures.ts';
import { findGapped } from './speakers/find-gapped.ts';
import { findHeaded } from './speakers/find-headed.ts';
import { findInterview, ofPlainAnswer } from './speakers/find-interview.ts';
import { findIntroduced } from './speakers/find-introduced.ts';
import { findOwnCount } from './speakers/find-own-count.ts';
import { findPassive } from './speakers/find-passive.ts';
import { findQuoted } from './speakers/find-quoted.ts';
import { findSaying } from './speakers/find-saying.ts';
import { findSignature } from './speakers/find-signature.ts';
import { findSourced } from './speakers/find-sourced.ts';
import { findWhatTold } from './speakers/find-what-told.ts';
import { askedIn } from './speakers/interview-turns.ts';
import { isMereSign } from './speakers/mere-sign.ts';
import { nameSpeakers, type RawFrame } from './speakers/name-speakers.ts';
import { voiceOf } from './speakers/voice.ts';
import { inSentence } from './words/by-sentence.ts';
import { viewSentences } from './words/view-sentence.ts';

const traceOf = ({ start, end, by }: Frame): { pass: string; span: Span; says: string } => ({
  ...{ pass: 'findFrames', span: { start, end } },
  says: `${by.speaker ?? 'somebody'} [${by.sides.join(', ')}]${by.via === null ? '' : ` via ${by.via}`}`,
});

/** An introduction that nothing was carried to says nothing. */
const saysSomething = ({ content, cue }: Frame): boolean => content.length > 0 || cue.end > cue.start;

/** "The movement's paper: … Qari X said": in a party's own paper a named speaker of no other side is the party's. */
const ofOwnPaper = (frame: Frame, [own]: readonly Frame[], theatre: Draft['theatre']): Frame => {
  const named = /^\p{Lu}/u.test(frame.by.speaker ?? '');
  if (own === undefined || !named || !frame.by.sides.every((side) => side === 'unknown')) return frame;
  const by = { ...frame.by, sides: own.by.sides };
  return { ...frame, by: { ...by, voice: voiceOf(by, theatre) } };
};

/** What names the source of the sentence before says nothing else. */
const withSourced = (sourced: readonly RawFrame[], raw: readonly RawFrame[]): readonly RawFrame[] => [
  ...sourced,
  ...raw.filter(({ sentence }) => sourced.every((one) => one.sentence !== sentence)),
];

/** "MR. HALE: We hold A": the label of a turn is the interview's, with all the paragraphs that go on with it. */
const withoutLabels = (draft: Draft, raw: readonly RawFrame[], interview: readonly RawFrame[]): readonly RawFrame[] => {
  const asked = askedIn(draft);
  const turns = interview.flatMap(({ content }) => content.map(({ start }) => start));
  const isLabel = ({ cue }: RawFrame): boolean => turns.some((start) => cue.end <= start && start - cue.end <= 1);
  // "QUESTION (Radio Nine): …": who asks says nothing.
  const asks = ({ sentence, cue }: RawFrame): boolean =>
    asked.has(sentence) && draft.report.text.slice(cue.start, cue.end) === ':';
  return interview.length === 0 ? raw : raw.filter((frame) => !isLabel(frame) && !asks(frame));
};

/** "THE NEXT DAY General Hale told us": the day is no word of his name. */
const withoutDay = (draft: Draft, raw: RawFrame): RawFrame => {
  const { speaker, sentence } = raw;
  if (speaker === null) return raw;
  const day = inSentence(draft.dates, sentence).find(({ start, end }) => start <= speaker.start && end > speaker.start);
  const gap = day === undefined ? '' : (/^,?\s*/u.exec(draft.report.text.slice(day.end, speaker.end))?.[0] ?? '');
  const start = day === undefined ? speaker.start : day.end + gap.length;
  // "FRIDAY'S attack shows": of that day.
  if (day !== undefined && /^['’]/u.test(draft.report.text.slice(day.end))) return raw;
  return start >= speaker.end ? raw : { ...raw, speaker: { start, end: speaker.end } };
};

/** "As TO Ashford, reports that …", "TWELVE FATALITIES reported.": what is spoken to or of does not speak. */
const isToldOf = ({ theatre: { lexicon }, report: { text } }: Draft, { speaker, cue }: RawFrame): boolean => {
  const words = speaker === null ? [] : text.slice(speaker.start, speaker.end).toLowerCase().split(/\s+/);
  // "KINDLY INFORM the press": who is asked to says nothing.
  const bids = words.length === 1 && /ly$/u.test(words[0] ?? '');
  const verb = text.slice(cue.start, cue.end).toLowerCase();
  if (bids && lexicon.verbs.get(verb)?.every(({ base }) => base === verb)) return true;
  return lexicon.has('infinitiveMarks', words[0] ?? '') || lexicon.has('countedHarms', words.at(-1) ?? '');
};

/** "south of A, A PORT WHERE THE SIDES AGREED a truce, sources said": what tells of a place speaks for nobody. */
const isOfClause = ({ sentences, theatre: { lexicon } }: Draft, { sentence, speaker }: RawFrame): boolean => {
  const words = sentences[sentence]?.tokens ?? [];
  if (speaker === null) return false;
  const said = words.filter(({ start, end }) => start >= speaker.start && end <= speaker.end);
  const where = said.findIndex(({ word }) => lexicon.has('whereWords', word));
  // "RESIDENTS OF a village where the army was seen said"
  const plain = said.slice(0, where).every(({ type, word }) => type === 'word' && !lexicon.has('partLinks', word));
  return where > 0 && where < said.length - 1 && plain;
};

/** Those who say something without a verb of saying, or with none of their own. */
const withoutVerb = (parse: Parse): readonly RawFrame[] =>
  [findConceding, findGapped, findWhatTold].flatMap((find) => find(parse));

/** Pass: fills `frames`. */
export const findFrames = (draft: Draft): Draft => {
  const raw = viewSentences(draft).flatMap((view): RawFrame[] => {
    const parse = parseSentence(view);
    const verbs = [...findSaying(parse), ...findQuoted(parse), ...findPassive(parse), ...findFigures(parse)];
    const found = [
      ...verbs,
      ...findAccording(parse),
      ...findOwnCount(parse),
      ...findColons(parse),
      ...findClaimNouns(parse),
      ...withoutVerb(parse),
    ];
    const introduced = findIntroduced(parse).filter((one) => found.every(({ start }) => start > one.end));
    const saidBy = (one: RawFrame): boolean =>
      !isToldOf(draft, one) && !isMereSign(view, one) && !isOfClause(draft, one);
    return [...introduced, ...found].filter(saidBy).sort((a, b) => a.start - b.start);
  });
  const interview = findInterview(draft);
  const isAsked = ({ speaker }: RawFrame): boolean =>
    speaker !== null &&
    draft.theatre.lexicon.has('secondPerson', draft.report.text.slice(speaker.start, speaker.end).toLowerCase());
  const told = new Set(raw.filter(({ content }) => content.length > 0).map(({ sentence }) => sentence));
  const asked = findAsked(viewSentences(draft));
  const papers = [...findHeaded(draft), ...findDocuments(draft, told), ...asked];
  const order = [
    ...interview,
    ...papers,
    ...withSourced(
      [...findSourced(draft), ...findCredited(draft)],
      withoutLabels(
        draft,
        // "What the army says: …": the label's verb is no other frame's.
        raw.filter(
          (one) => !isAsked(one) && !asked.some(({ sentence, end }) => sentence === one.sentence && one.start < end),
        ),
        interview,
      ),
    ),
  ].sort((a, b) => a.start - b.start);
  const spoke = nameSpeakers(
    draft,
    order.map((one) => withoutDay(draft, one)),
  ).map((frame) => (interview.length > 0 ? ofPlainAnswer(draft, frame) : frame));
  const named = carryQuotations(draft, spoke).filter(saysSomething);
  // A briefing is nobody's own paper: who asks there is of no house.
  const own = interview.length > 0 && askedIn(draft).size > 0 ? [] : findSignature(draft, named);
  const spoken = [...own, ...named.map((frame) => ofOwnPaper(frame, own, draft.theatre))];
  const frames = [...spoken, ...findChecked(draft, spoken)];
  return { ...draft, frames, trace: [...draft.trace, ...frames.map(traceOf)] };
};
