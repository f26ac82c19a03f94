// The sentence around a quote, cut from the report's own text, with the quoted words marked by offsets.
import { overlaps, type Span } from '../src/model/text.ts';

const STOP = /[.!?…]["”’»)\]]*\s+(?=["“‘«(]?[\p{Lu}\d])|\n+/gu;
/** Titles and initials end with a full stop without ending a sentence. */
const NO_STOP = /(?:^|\s)(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Gov|St|No|Brig)\.\s+$/u;

const isStop = (text: string, from: number, to: number): boolean =>
  text.slice(from, to).includes('\n') || !NO_STOP.test(text.slice(Math.max(0, from - 8), to));

/** From the start of the quote's first sentence to the end of its last; never beyond the text. */
export const sentenceAround = (text: string, quote: Span): Span => {
  let start = 0;
  for (const match of text.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (!isStop(text, match.index, end)) continue;
    if (end <= quote.start) start = end;
    else if (match.index >= quote.end - 1) return { start, end: match.index + match[0].trimEnd().length };
  }
  return { start, end: text.trimEnd().length };
};

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** A stretch between two edges of marks, with those that lie over it. */
export interface Stretch<T extends Span> extends Span {
  readonly marks: readonly T[];
}

/** The stretch cut where any mark begins or ends. */
export const cutAtMarks = <T extends Span>(within: Span, marks: readonly T[]): readonly Stretch<T>[] => {
  const inside = marks.filter((mark) => overlaps(mark, within));
  const cuts = new Set([within.start, within.end]);
  for (const { start, end } of inside) {
    cuts.add(Math.max(start, within.start));
    cuts.add(Math.min(end, within.end));
  }
  const points = [...cuts].sort((a, b) => a - b);
  return points.slice(0, -1).map((start, at) => {
    const end = points[at + 1] ?? within.end;
    return { start, end, marks: inside.filter((mark) => overlaps(mark, { start, end })) };
  });
};

/** A stretch of text in pieces, marked where any of the spans lies. */
export const piecesOf = (text: string, within: Span, marks: readonly Span[]): readonly Piece[] =>
  cutAtMarks(within, marks).map((piece) => ({
    text: text.slice(piece.start, piece.end),
    marked: piece.marks.length > 0,
  }));
