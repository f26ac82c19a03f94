// A document that is quoted: "The council sent an open letter to the president: / “A has fallen. …”" is its author's words.
// Invariant: its author is the one who wrote or sent it, or who owns it; what follows is quoted from its first word on.

import type { Parse } from '../clauses/parse.ts';
import { parseSentence } from '../clauses/parse-sentence.ts';
import type { Draft } from '../marks.ts';
import { isIn, isInAny, type SentenceView, viewSentences, wordAt } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';
import { spanOf } from './said-content.ts';
import { sourceEnd } from './source-after.ts';
import { sourceBefore } from './source-before.ts';
import { type Bounds, scanLeft, skipLead } from './source-scan.ts';
import { isNounStart } from './source-words.ts';

const isPaper = (view: SentenceView, at: number): boolean => isInAny(view, ['documentNouns', 'writtenNouns'], at);

/** "addressed an open TELEGRAM", "a LETTER was sent": its object or its subject, at most so many words off. */
const NEAR = 5;

/** "The council's letter", "a letter from the council": whose the paper is by the words right beside it. */
const ownerBeside = (parse: Parse, at: number): Bounds | null => {
  const { view } = parse;
  const link = at + (isIn(view, 'paperVerbs', at + 1) ? 2 : 1);
  if (isIn(view, 'paperLinks', link) && isNounStart(view, link + 1))
    return { from: link + 1, to: sourceEnd(parse, link + 1) };
  for (let mark = at - 1; mark > at - NEAR && view.tokens[mark]?.type !== undefined; mark--)
    if (/^['’]s?$/.test(wordAt(view, mark))) return { from: skipLead(view, scanLeft(parse, mark), mark), to: mark };
  return null;
};

/** "The council on Tuesday ADDRESSED a telegram to": right before the paper, with nothing but its own words between. */
const sentBy = (parse: Parse, at: number): Bounds | null => {
  const { view } = parse;
  for (let sent = at - 1; sent > 0 && sent >= at - NEAR; sent--) {
    if (view.tokens[sent]?.type === 'mark' || isIn(view, 'prepositions', sent)) return null;
    if (!isIn(view, 'sendingForms', sent)) continue;
    const { from, to } = sourceBefore(parse, sent);
    return from < to ? { from, to } : null;
  }
  return null;
};

/** "IN A PETITION to parliament, elders of A said": who does what the sentence tells. */
const subjectBehind = ({ view, verbAt }: Parse, at: number): Bounds | null => {
  if (!isIn(view, 'prepositions', 0) || at > NEAR) return null;
  const comma = view.tokens.findIndex(({ word }, i) => i > at && word === ',');
  const tells = (i: number): boolean => verbAt[i] !== undefined || isInAny(view, ['namingForms', 'sendingForms'], i);
  const to = view.tokens.findIndex((_, i) => i > comma + 1 && tells(i));
  return comma > 0 && to > 0 && isNounStart(view, comma + 1) ? { from: comma + 1, to } : null;
};

const authorOf = (parse: Parse): Bounds | null => {
  const { view } = parse;
  for (const [at, token] of view.tokens.entries()) {
    if (token.quoted || !isPaper(view, at)) continue;
    const found = sentBy(parse, at) ?? ownerBeside(parse, at) ?? subjectBehind(parse, at);
    if (found !== null) return found;
  }
  return null;
};

/** Where a quotation opens. */
const opensQuoted = ({ tokens }: SentenceView): boolean => tokens.find(({ type }) => type !== 'mark')?.quoted === true;

const isAllQuoted = ({ tokens }: SentenceView): boolean => {
  const words = tokens.filter(({ type }) => type !== 'mark');
  return words.length > 0 && words.every(({ quoted }) => quoted);
};

/** Raw frames without content, to which the quotation behind is carried; `told` are the sentences with a frame of their own. */
export const findDocuments = (draft: Draft, told: ReadonlySet<number>): readonly RawFrame[] => {
  const views = viewSentences(draft);
  return views.flatMap((view, i): readonly RawFrame[] => {
    const next = views[i + 1];
    const { index, heading, paragraph } = view.sentence;
    const ends = wordAt(view, view.tokens.length - 1) === ':';
    if ((heading && !ends) || next === undefined || told.has(index) || !opensQuoted(next) || isAllQuoted(view))
      return [];
    if (next.sentence.paragraph - paragraph > 1 || !view.tokens.some((_, at) => isPaper(view, at))) return [];
    const author = authorOf(parseSentence(view));
    const speaker = author === null ? null : spanOf(view, author.from, author.to);
    const cue = spanOf(view, view.tokens.length - 1, view.tokens.length);
    if (speaker === null || cue === null) return [];
    const { start, end } = speaker;
    const frame = { cue, sentence: index, speaker, content: [], told: null };
    return [{ start, end, ...frame, polarity: 'affirmed', modality: null, wrote: true }];
  });
};
