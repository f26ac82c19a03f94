// Plain text to paragraphs: a blank line always ends one; a single line break does too, unless the text is hard-wrapped.
// Invariant: a hard-wrapped paragraph keeps its line breaks, so that a quote holds them too.
import type { Paragraph } from './paragraphs.ts';

type Lines = readonly string[];

const WRAP = { narrowest: 40, widest: 130, leastBreaks: 4, share: 0.8, slack: 3 };

/** Whether each break of a block stands where the next word would not have fitted into the width. */
const breaksAt = (lines: Lines, width: number): boolean[] =>
  lines.slice(1).map((next, i) => {
    const line = lines[i] ?? '';
    return line.length <= width && line.length + 1 + (next.split(' ')[0] ?? '').length > width - WRAP.slack;
  });

/** The width at which a whole text is wrapped; null where it is not: a headline over a byline is no wrapped paragraph. */
const wrapWidth = (blocks: readonly Lines[]): number | null => {
  const inner = blocks.flatMap((lines) => lines.slice(0, -1));
  const width = inner.reduce((most, line) => Math.max(most, line.length), 0);
  if (inner.length < WRAP.leastBreaks || width < WRAP.narrowest || width > WRAP.widest) return null;
  const breaks = blocks.flatMap((lines) => breaksAt(lines, width));
  return breaks.filter(Boolean).length >= breaks.length * WRAP.share ? width : null;
};

const linesOf = (block: string): Lines =>
  block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A line that ends inside a sentence, with the sentence's next word in small letters below: "… killed a / suspected man". */
const runsOn = (line: string, next: string): boolean =>
  line.length >= WRAP.narrowest && /[\p{L}\p{N},]$/u.test(line) && /^\p{Ll}/u.test(next);

/** Where a head of short lines hides the text's width, a block that runs on over a break is joined up to its full stops. */
const joinRunning = (lines: Lines): Lines => {
  const wrapped = lines.some((line, i) => runsOn(line, lines[i + 1] ?? ''));
  if (!wrapped) return lines;
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const end = last?.split('\n').at(-1) ?? '';
    if (last !== undefined && end.length >= WRAP.narrowest && /[\p{L}\p{N},]$/u.test(end))
      joined[joined.length - 1] = `${last}\n${line}`;
    else joined.push(line);
  }
  return joined;
};

/** Paragraphs of a normalised plain text, in order, none of them cut. */
export const splitParagraphs = (text: string): readonly Paragraph[] => {
  const blocks = text.split(/\n(?: *\n)+/).map(linesOf);
  const width = wrapWidth(blocks);
  return blocks.flatMap((lines) => {
    const wrapped = width !== null && breaksAt(lines, width).every(Boolean);
    const pieces = wrapped && lines.length > 1 ? [lines.join('\n')] : joinRunning(lines);
    return pieces.map((piece, i) => ({ text: piece, kind: 'body' as const, gap: i === 0, cut: null }));
  });
};
