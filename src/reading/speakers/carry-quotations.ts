// A quotation belongs to the speaker of its frame and goes on, over sentences and paragraphs, until another frame.
// "Residents told us so" and "Thus said X" stand over the sentence before.
import { kept } from '../../model/keep.ts';
import type { Span } from '../../model/text.ts';
import { isNobodys } from '../actors/denial-cues.ts';
import type { Draft, Frame, Sentence } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import { isChecked, nobodySays } from './find-checked.ts';

/** A frame within a quotation is told by whoever is quoted. */
const isQuoted = (frame: Frame, sentence: Sentence): boolean =>
  sentence.tokens.some(({ start, quoted }) => quoted && start === frame.cue.start);

const hasFrame = (frames: readonly Frame[], sentence: Sentence): boolean =>
  inSentence(frames, sentence.index).some((frame) => frame.cue.end > frame.cue.start && !isQuoted(frame, sentence));

const quotedShare = kept(({ tokens }: Sentence): { share: number; words: number } => {
  const words = tokens.filter(({ type }) => type !== 'mark');
  const quoted = words.filter((token) => token.quoted).length;
  return { share: words.length === 0 ? 0 : quoted / words.length, words: quoted };
});

const isAllQuoted = (sentence: Sentence): boolean => quotedShare(sentence).share >= 0.6;

/** "He said it was worse elsewhere. A has fallen; B is besieged; in C …": a list behind what it was promised for. */
const isList = ({ tokens, heading }: Sentence): boolean =>
  !heading && tokens.filter(({ word, quoted }) => word === ';' && !quoted).length >= 2;

/** "The mayor called it off. His town was “not a theatre”.": fewer words may be a mere name. */
const FEW = 3;

/** The frame of the next sentence of the same quotation: "“A. B,” said X." */
const ownerAhead = (frames: readonly Frame[], { sentences }: Draft, sentence: Sentence): Frame | null => {
  for (let at = sentence.index + 1; at < sentences.length; at++) {
    const next = sentences[at];
    if (next?.paragraph !== sentence.paragraph || next.tokens[0]?.quoted !== true) return null;
    const own = inSentence(frames, at).find((frame) => !isQuoted(frame, next) && frame.cue.end > frame.cue.start);
    if (own !== undefined) return own;
  }
  return null;
};

/** The frame whose quotation this sentence goes on with: in its paragraph before, else after, else the one before. */
const ownerOf = (frames: readonly Frame[], { sentences }: Draft, sentence: Sentence): Frame | null => {
  // "“The minister BELIEVES it. It is so,” said X": what is told inside the quotation is not who tells it.
  const own = frames.filter((frame) => {
    const at = sentences[frame.sentence];
    return at?.part === sentence.part && !isQuoted(frame, at);
  });
  const inParagraph = own.filter((frame) => sentences[frame.sentence]?.paragraph === sentence.paragraph);
  const before = inParagraph.findLast((frame) => frame.sentence < sentence.index);
  if (before !== undefined) return before;
  if (!isAllQuoted(sentence)) return null;
  const after = inParagraph.find((frame) => frame.sentence > sentence.index);
  const paragraphBefore = own.findLast(
    (frame) => frame.sentence < sentence.index && (sentences[frame.sentence]?.paragraph ?? 0) >= sentence.paragraph - 2,
  );
  return after ?? paragraphBefore ?? null;
};

/** It is all what somebody is named to have said: "“We hold A.” - Karim Bakhtar". */
const isWhole = (frames: readonly Frame[], { start, end }: Sentence): boolean =>
  frames.some((frame) => frame.content.some((one) => one.start === start && one.end === end));

const goesOn = (frames: readonly Frame[], draft: Draft, sentence: Sentence): Frame | null => {
  if (hasFrame(frames, sentence) || isQuotedHeading(sentence) || isWhole(frames, sentence)) return null;
  if (isAllQuoted(sentence)) return ownerAhead(frames, draft, sentence) ?? ownerOf(frames, draft, sentence);
  if (quotedShare(sentence).words >= FEW || isList(sentence)) return ownerOf(frames, draft, sentence);
  return labelOver(frames, draft, sentence) ?? entrySpeaker(frames, draft, sentence);
};

/** Words by which the page itself speaks: "we", "there was no word from". */
const isOfPage = ({ theatre: { lexicon }, report }: Draft, { tokens, start, end }: Sentence): boolean =>
  tokens.some(({ word, quoted }) => !quoted && lexicon.has('firstPerson', word)) ||
  lexicon.list('pageWords').some((words) => report.text.slice(start, end).toLowerCase().includes(words));

/** "A shopkeeper tells us that A fell. The police had gone.": who alone speaks in a live page's entry speaks on to its end. */
const entrySpeaker = (frames: readonly Frame[], draft: Draft, sentence: Sentence): Frame | null => {
  if (sentence.part !== 'entry' || sentence.heading || isOfPage(draft, sentence)) return null;
  const own = frames.filter((frame) => draft.sentences[frame.sentence]?.paragraph === sentence.paragraph);
  const last = own.findLast(({ sentence: at, cue }) => at < sentence.index && cue.end > cue.start);
  const { speaker = null, sides = [] } = last?.by ?? {};
  const alone = own.every(
    ({ by, sentence: at, cue }) => at > sentence.index || cue.end === cue.start || by.speaker === speaker,
  );
  const known =
    last !== undefined &&
    speaker !== null &&
    !sides.some((side) => side === 'outlet' || side === 'unknown') &&
    last.polarity === 'affirmed';
  return known && alone ? last : null;
};

/** A label without a quotation behind it begins a paragraph of talk: "Baluch: No. They came on Saturday." */
const labelsTalk = (frame: Frame, { sentences, report }: Draft): boolean => {
  const sentence = sentences[frame.sentence];
  if (sentence === undefined || report.text.slice(frame.cue.start, frame.cue.end) !== ':') return false;
  const opens = sentence.start === frame.start && sentences[frame.sentence - 1]?.paragraph !== sentence.paragraph;
  return sentence.part === 'entry' || (opens && !sentence.tokens.some(({ quoted }) => quoted));
};

/** "Council's X to us: A. B.": in a ticker's entry or an interview a label stands over all that follows. */
const labelOver = (frames: readonly Frame[], draft: Draft, sentence: Sentence): Frame | null => {
  const own = frames.filter((frame) => draft.sentences[frame.sentence]?.paragraph === sentence.paragraph);
  const last = own.findLast((frame) => frame.sentence < sentence.index);
  return last !== undefined && labelsTalk(last, draft) ? last : null;
};

/** "announced it, and another confirmed it": what one says ends where the next begins to. */
const ownPart = (frames: readonly Frame[], { sentence, start }: Frame, span: Span): Span => {
  const next = inSentence(frames, sentence).find((other) => other.start > start && other.start > span.start);
  return next === undefined ? span : { start: span.start, end: Math.min(span.end, Math.max(span.start, next.start)) };
};

/** "confirmed it on Monday": the day is of the saying. */
const withoutDates = (draft: Draft, { sentence }: Frame, { start, end }: Span): string => {
  const date = inSentence(draft.dates, sentence).find((one) => start <= one.start && one.start < end);
  if (date === undefined) return draft.report.text.slice(start, end);
  const words = draft.report.text.slice(start, date.start).trim().split(/\s+/);
  const link = draft.theatre.lexicon.has('prepositions', words.at(-1)?.toLowerCase() ?? '') ? -1 : undefined;
  return words.slice(0, link).join(' ') + draft.report.text.slice(Math.min(date.end, end), end);
};

/** "A resident CONFIRMED this": the report has told it in its own words already, and is borne out. */
const isConfirming = ({ theatre: { lexicon }, sentences }: Draft, { sentence, cue }: Frame): boolean =>
  sentences[sentence]?.tokens.some(
    ({ word, start }) =>
      start >= cue.start &&
      start < cue.end &&
      lexicon.verbs.get(word)?.some(({ lemma }) => lexicon.has('confirmingVerbs', lemma)),
  ) === true;

/** "said so", "told us the same": the words said are those of the sentence before. */
const pointsBack = (frames: readonly Frame[], draft: Draft, frame: Frame): Sentence | null => {
  const { lexicon } = draft.theatre;
  const says = frame.content.map((span) =>
    withoutDates(draft, frame, ownPart(frames, frame, span))
      // "confirmed it to Wire 7": whom it was told.
      .replace(/ to \p{Lu}.*$/u, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} ]+/gu, '')
      .trim()
      .replace(/ \p{L}+$/u, (last) => (lexicon.has('conjunctions', last.trim()) ? '' : last)),
  );
  // "The report was confirmed by residents": of what was told its own subject tells.
  const passive = frame.content.length > 0 && frame.content.every(({ end }) => end <= frame.cue.start);
  if (
    passive ||
    isConfirming(draft, frame) ||
    isNobodys(draft, frame.by) ||
    frame.polarity === 'denied' ||
    !/\p{L}/u.test(draft.report.text.slice(frame.cue.start, frame.cue.end)) ||
    !says.every((words) => words === '' || lexicon.has('sameWords', words))
  )
    return null;
  const before = draft.sentences[frame.sentence - 1];
  const alone = before !== undefined && !before.heading && !hasFrame(frames, before);
  return alone && before.paragraph === draft.sentences[frame.sentence]?.paragraph ? before : null;
};

/** Whose words went on last, and how far. */
interface Link {
  readonly owner: Frame;
  readonly paragraph: number;
}

const lastLink = (frames: readonly Frame[], sentence: Sentence): Link | null => {
  const owner = inSentence(frames, sentence.index).findLast((frame) => !isQuoted(frame, sentence));
  return owner === undefined ? null : { owner, paragraph: sentence.paragraph };
};

/** A long quotation opens each of its paragraphs anew; a short remark between two does not end it. */
const goesFurther = (chain: Link | null, frames: readonly Frame[], sentence: Sentence): Frame | null =>
  chain !== null &&
  isAllQuoted(sentence) &&
  !isQuotedHeading(sentence) &&
  !hasFrame(frames, sentence) &&
  sentence.paragraph - chain.paragraph <= 2
    ? chain.owner
    : null;

/** A heading that is nothing but a quotation: somebody's words, and it does not say whose. */
const isQuotedHeading = (sentence: Sentence): boolean =>
  sentence.heading &&
  quotedShare(sentence).share >= 0.7 &&
  quotedShare(sentence).words > 1 &&
  sentence.part !== 'entry';

/** "All is quiet, he said; by now “our men are in control” there": the quotation behind the semicolon is his too. */
const tailOf = (frames: readonly Frame[], draft: Draft, frame: Frame): Span | null => {
  const sentence = draft.sentences[frame.sentence];
  if (sentence === undefined || frame.polarity === 'denied' || draft.report.text[frame.cue.end] !== ';') return null;
  const start = frame.cue.end + 1;
  const behind = inSentence(frames, frame.sentence).some((other) => other.start >= start);
  const quotes = sentence.tokens.some((token) => token.quoted && token.start > start);
  // In a live page's entry who speaks goes on behind the semicolon too.
  const entry = sentence.part === 'entry' && !frame.by.sides.some((side) => side === 'outlet' || side === 'unknown');
  return (quotes || entry) && !behind ? { start, end: sentence.end } : null;
};

/** An answer of an interview in a paragraph of its own: nobody who spoke before goes on there. */
const isAnswer = (frames: readonly Frame[], { sentences }: Draft, sentence: Sentence): boolean =>
  frames.some(
    ({ cue, content }) =>
      cue.start === cue.end && content.some(({ start, end }) => start === sentence.start && end === sentence.end),
  ) &&
  frames.every(({ sentence: at, cue }) => cue.start === cue.end || sentences[at]?.paragraph !== sentence.paragraph);

/** Adds to each frame the sentences without a frame of their own that it stands over. */
export const carryQuotations = (draft: Draft, frames: readonly Frame[]): readonly Frame[] => {
  const added = new Map<Frame, Sentence[]>();
  const add = (frame: Frame | null, sentence: Sentence | null): void => {
    if (frame !== null && sentence !== null) added.set(frame, [...(added.get(frame) ?? []), sentence]);
  };
  let chain: Link | null = null;
  for (const sentence of draft.sentences) {
    if (isAnswer(frames, draft, sentence)) continue;
    const owner: Frame | null = goesOn(frames, draft, sentence) ?? goesFurther(chain, frames, sentence);
    add(owner, sentence);
    chain = owner === null ? (lastLink(frames, sentence) ?? chain) : { owner, paragraph: sentence.paragraph };
  }
  for (const frame of frames) add(frame, pointsBack(frames, draft, frame));
  const headings = draft.sentences.filter((sentence) => isQuotedHeading(sentence) && !hasFrame(frames, sentence));
  const carried = frames.flatMap((frame): readonly Frame[] => {
    const tail = tailOf(frames, draft, frame);
    const sentences = (added.get(frame) ?? []).map(({ start, end }) => ({ start, end }));
    const more = tail === null ? sentences : [tail, ...sentences];
    if (more.length === 0) return [frame];
    if (frame.polarity === 'affirmed') return [{ ...frame, content: [...frame.content, ...more] }];
    // "The ministry rejected the claim. “Commandos have …”": what is quoted next is said, not denied.
    return [frame, { ...frame, content: more, polarity: 'affirmed', modality: null }];
  });
  return [...headings.map((sentence) => nobodySays(draft, sentence, isChecked(draft, sentence))), ...carried];
};
