// The head of a plain text: which of its first lines is the headline, which are masthead, date line, byline, label.
// Invariant: only lines before the first sentence of the article are judged; a line that fits no form stays in the text.
import { findWrittenDates } from './date-forms.ts';
import type { Paragraph } from './paragraphs.ts';

type HeadLine = 'date line' | 'byline' | 'section label' | 'candidate' | 'kept';

export interface Head {
  readonly paragraphs: readonly Paragraph[];
  /** Index of the headline's paragraph; null where the text begins with the article. */
  readonly headline: number | null;
  /** Number of paragraphs before the first sentence of the article. */
  readonly length: number;
}

const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const withoutDates = (text: string): string =>
  findWrittenDates(text).reduceRight((rest, date) => rest.slice(0, date.start) + rest.slice(date.end), text);

/** "By A Writer", "Note after Wire 7, 12 May 2021", "A report from X by Y": who wrote, never what happened. */
const isByline = (text: string): boolean =>
  text.length <= 120 &&
  /^(?:by|note after|words by|text by|reporting by|from our|special to)\b(?! \d)(?:[^.!?]|[.](?=\w))*\.?$/i.test(
    text,
  ) &&
  !/\b(?:said|says)\b/i.test(text);

const isDateLine = (text: string): boolean =>
  text.length <= 140 &&
  findWrittenDates(text).length > 0 &&
  words(withoutDates(text)).length <= 12 &&
  !/[^.]{60,}\.$/.test(text);

const isLabel = (text: string): boolean =>
  words(text).length <= 4 && text.length <= 40 && text === text.toUpperCase() && /\p{Lu}/u.test(text);

// "ASHFORD, June 14 (Wire 7) - " or "EASTRY: " opens the article itself, however short the paragraph is.
export const DATELINE =
  /^(?:\p{Lu}[\p{Lu}\p{M}'’ ./-]{2,40}(?:, [^():–—]{2,30})?(?: ?\([^)]{1,40}\))?:? ?[-–—]{1,2} |\p{Lu}[\p{Lu}'’ /-]{2,30}(?: \([^)]{1,40}\))?: |\([\p{L}\d ]{1,20}\) )/u;

// "05:58 #North: …", "0215 BREAKING …": the entries of a thread or a live page.
const ENTRY = /^\[?\d{1,2}[:.]?\d{2}\b/;

/** The article's own prose: a dateline, an entry, a sentence that ends. */
const isProse = (text: string): boolean =>
  text.length > 180 ||
  (DATELINE.test(text) && words(text).length > 8) ||
  ENTRY.test(text) ||
  (/[.!?]["'”’)]*$/.test(text) && words(text).length >= 8);

/** What a line of the head is by its own words. */
export const judgeLine = ({ text, kind, cut }: Paragraph): HeadLine => {
  if (kind === 'caption' || cut !== null) return 'kept';
  if (isByline(text)) return 'byline';
  if (isDateLine(text)) return 'date line';
  if (isLabel(text)) return 'section label';
  return /[^.]\.$/.test(text) ? 'kept' : 'candidate'; // a headline ends without a full stop
};

/** Whether a paragraph is the article's own first prose, and so ends the head. */
export const opensArticle = (paragraph: Paragraph): boolean => {
  if (paragraph.kind !== 'body' || paragraph.cut !== null || !isProse(paragraph.text)) return false;
  const line = judgeLine(paragraph);
  return line !== 'date line' && line !== 'byline';
};

const LONGEST_HEAD = 14;

const headLength = (paragraphs: readonly Paragraph[]): number => {
  const at = paragraphs.findIndex(opensArticle);
  return Math.min(at < 0 ? paragraphs.length : at, LONGEST_HEAD);
};

/** Start of the block (lines without a blank line between) that follows the one holding `index`. */
const nextBlock = (paragraphs: readonly Paragraph[], index: number): number => {
  const at = paragraphs.findIndex((paragraph, i) => i > index && paragraph.gap);
  return at < 0 ? paragraphs.length : at;
};

/** Everything up to the last date line is masthead where a later block still offers a headline. */
const mastheadEnd = (paragraphs: readonly Paragraph[], lines: readonly HeadLine[]): number => {
  for (let i = lines.length - 1; i >= 0; i--) {
    const next = nextBlock(paragraphs, i);
    if (lines[i] === 'date line' && lines.slice(next).some((line) => line === 'candidate' || line === 'section label'))
      return next;
  }
  return 0;
};

const findHeadline = (paragraphs: readonly Paragraph[], lines: readonly HeadLine[]): number | null => {
  const from = mastheadEnd(paragraphs, lines);
  for (const wanted of ['candidate', 'section label', 'date line'] as const) {
    const at = lines.findIndex((line, i) => i >= from && line === wanted);
    if (at >= 0) return at;
  }
  return null;
};

/** A name between headline and date line of one block is the writer's or the paper's. */
const isNameLine = (paragraphs: readonly Paragraph[], lines: readonly HeadLine[], i: number): boolean => {
  const [line, next] = [paragraphs[i], paragraphs[i + 1]];
  return line?.gap === false && next?.gap === false && lines[i + 1] === 'date line' && words(line.text).length <= 5;
};

const REASONS = {
  'date line': 'date line',
  byline: 'byline',
  'section label': 'section label',
  candidate: 'masthead',
  kept: null,
} as const;

/** Finds the headline and cuts what stands before it, and the date lines, bylines and labels after it. */
export const readHead = (paragraphs: readonly Paragraph[]): Head => {
  const length = headLength(paragraphs);
  const lines = paragraphs.slice(0, length).map(judgeLine);
  const headline = findHeadline(paragraphs, lines);
  const judged = paragraphs.map((paragraph, i): Paragraph => {
    if (i === headline) return { ...paragraph, kind: 'headline' };
    const line = headline !== null && i > headline && isNameLine(paragraphs, lines, i) ? 'byline' : lines[i];
    if (line === undefined || headline === null) return paragraph;
    const furniture = i < headline || line !== 'candidate';
    return furniture ? { ...paragraph, cut: paragraph.cut ?? REASONS[line] } : paragraph;
  });
  return { paragraphs: judged, headline, length };
};
