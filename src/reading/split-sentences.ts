// Text to sentences, words and quotation marks; paragraphs counted, headings and live-blog entries told apart.
// Invariant: sentences do not overlap, and every token is text.slice(start, end).

import type { Lexicon } from '../model/lexicon.ts';
import type { ReportPart } from '../model/report.ts';
import type { Span } from '../model/text.ts';
import { diaryDays } from './dates/diary-days.ts';
import type { Draft, Sentence, Token } from './marks.ts';
import { bindHeld } from './words/bind-held.ts';
import { bridgeAsides, withoutOpener } from './words/bridge-asides.ts';
import { clockLength } from './words/entry-clock.ts';
import { plainSpellings } from './words/plain-spellings.ts';
import { withoutTitles } from './words/quoted-titles.ts';
import { withoutScareQuotes } from './words/scare-quotes.ts';
import { splitWords } from './words/split-words.ts';

/** A hard-wrapped line is this long; a shorter line without a full stop is a heading of its own. */
const WRAP_MIN = 50;
const WRAP_MAX = 90;

const endsSentence = (line: string): boolean => /[.!?:]["'”’)\]]*\s*$/u.test(line);

/** "…at least four\npeople in a minibus": a line that only wraps is not the end of its paragraph; before a line longer than any that wraps it is a heading. */
const isWrapped = (line: string, next: string): boolean =>
  line.length >= WRAP_MIN &&
  Math.max(line.length, next.length) <= WRAP_MAX &&
  !endsSentence(line) &&
  /^[\p{Ll}\p{N}\p{Lu}"“]/u.test(next);

const lineFrom = (text: string, start: number): string => {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
};

const splitParagraphs = (text: string, part: Span): Span[] => {
  const paragraphs: Span[] = [];
  let start = part.start;
  for (let at = part.start; at <= part.end; at++) {
    if (at < part.end && text[at] !== '\n') continue;
    const line = lineFrom(text, text.lastIndexOf('\n', at - 1) + 1);
    if (at < part.end && isWrapped(line, lineFrom(text, at + 1))) continue;
    if (text.slice(start, at).trim() !== '') paragraphs.push(trimSpan(text, { start, end: at }));
    start = at + 1;
  }
  return paragraphs;
};

const trimSpan = (text: string, { start, end }: Span): Span => {
  const piece = text.slice(start, end);
  return {
    start: start + (piece.length - piece.trimStart().length),
    end: end - (piece.length - piece.trimEnd().length),
  };
};

/** A full stop with what closes behind it: quotation marks, brackets, the numbers of notes ("seized A.[12][13] The army"). */
const STOP = /[.!?]+["'”’)\]]*(?:\[\d{1,3}\])*(?=\s)/gu;

/** "Gen. Amarkhil", "E. Crane", "U.S. forces": a full stop that ends no sentence; "No." is short for a number before one only. */
const isAbbreviation = (before: string, after: string, lexicon: Lexicon): boolean => {
  const word = /([\p{L}.]+)\.$/u.exec(before)?.[1] ?? '';
  if (lexicon.has('numberAbbreviations', word.toLowerCase())) return /^\p{N}/u.test(after);
  // "at 3 a.m. Friday", "at 3 a.m. GMT"; in "at 3 a.m. Soldiers …" the hour ends the sentence.
  if (lexicon.has('clockWords', word.toLowerCase())) {
    const next = /^\p{L}+/u.exec(after)?.[0] ?? '';
    return /^\p{Lu}+$/u.test(next) || ['weekdays', 'months'].some((list) => lexicon.has(list, next.toLowerCase()));
  }
  return /^\p{Lu}$/u.test(word) || lexicon.has('abbreviations', word.toLowerCase());
};

const splitParagraph = (text: string, { start, end }: Span, lexicon: Lexicon): Span[] => {
  const piece = text.slice(start, end);
  const cuts: number[] = [];
  for (const stop of piece.matchAll(STOP)) {
    const at = stop.index + stop[0].length;
    const after = piece.slice(at).trimStart();
    if (!/^["'“‘(]*[\p{Lu}\p{N}#]/u.test(after)) continue;
    if (stop[0] === '.' && isAbbreviation(piece.slice(Math.max(0, at - 12), at), after, lexicon)) continue;
    cuts.push(at);
  }
  const bounds = [0, ...cuts, piece.length];
  return bounds.slice(1).map((to, i) => trimSpan(text, { start: start + (bounds[i] ?? 0), end: start + to }));
};

const isHeading = (text: string, sentence: Span, part: ReportPart): boolean =>
  part.kind === 'headline' || !/[.!?…]["'”’)\]]*$/u.test(text.slice(sentence.start, sentence.end));

/** A paragraph without the time that it opens with, where it is an entry's and says more. */
const withoutClock = ({ report, theatre }: Draft, { start, end }: Span, part: ReportPart): Span => {
  const length = part.kind === 'entry' ? clockLength(report.text.slice(start, end), theatre.lexicon) : 0;
  return { start: start + length < end ? start + length : start, end };
};

/** The report's parts; a report without any is one body. */
const partsOf = ({ report }: Draft): readonly ReportPart[] =>
  report.parts.length > 0 ? report.parts : [{ start: 0, end: report.text.length, kind: 'body', at: null }];

interface Paragraph extends Span {
  readonly part: ReportPart;
}

const paragraphsOf = (draft: Draft): readonly Paragraph[] =>
  partsOf(draft).flatMap((part) =>
    splitParagraphs(draft.report.text, part).map((whole) => ({ ...withoutClock(draft, whole, part), part })),
  );

/** Pass: fills `sentences`. */
export const splitSentences = (draft: Draft): Draft => {
  const { lexicon } = draft.theatre;
  const { text } = draft.report;
  const sentences: Sentence[] = [];
  const paragraphs = paragraphsOf(draft);
  const days = diaryDays(draft.report, draft.theatre, paragraphs);
  for (const [paragraph, block] of paragraphs.entries()) {
    const { part } = block;
    const tokens = splitWords(text, block);
    let first = 0;
    for (const span of splitParagraph(text, block, lexicon)) {
      const own: Token[] = [];
      while (first < tokens.length && (tokens[first]?.start ?? 0) < span.end) {
        const token = tokens[first++];
        if (token !== undefined) own.push(token);
      }
      if (own.length === 0) continue;
      const heading = isHeading(text, span, part);
      const plain = bindHeld(plainSpellings(own, lexicon), lexicon);
      sentences.push({
        ...span,
        ...{ index: sentences.length, paragraph, part: part.kind, at: part.at, day: days[paragraph] ?? null },
        ...{
          heading,
          tokens: bridgeAsides(
            withoutOpener(withoutScareQuotes(withoutTitles(plain, lexicon), heading), lexicon),
            lexicon,
          ),
        },
      });
    }
  }
  return { ...draft, sentences };
};
