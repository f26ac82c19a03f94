// A report's own words with everything that was read in them marked, each mark to be found by its number.
// Invariant: the words become text nodes; offsets are the ledger's, and every character of the text is shown once.
import type { Span } from '../../src/model/text.ts';
import { make } from '../elements.ts';
import { cutAtMarks, type Stretch } from '../sentence.ts';

export const MARK_KINDS = ['claim', 'count', 'incident', 'note', 'refused'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export interface Marked extends Span {
  readonly id: string;
  readonly kind: MarkKind;
}

/** Gives each mark its address once, where it begins. */
const drawPiece = (text: string, piece: Stretch<Marked>, placed: Set<string>): readonly (Node | string)[] => {
  const words = text.slice(piece.start, piece.end);
  if (piece.marks.length === 0) return [words];
  const fresh = piece.marks.filter(({ id }) => !placed.has(id));
  for (const { id } of fresh) placed.add(id);
  const [first, ...others] = fresh;
  const kinds = [...new Set(piece.marks.map(({ kind }) => `of-${kind}`))];
  return [
    ...others.map(({ id }) => make('span', { id })),
    make('mark', { class: kinds.join(' '), id: first?.id ?? null }, words),
  ];
};

export interface TextPart extends Span {
  readonly kind: string;
}

/** The parts in their order; what lies between them, if anything, is shown as body. */
const wholeParts = (text: string, parts: readonly TextPart[]): readonly TextPart[] => {
  const whole: TextPart[] = [];
  let at = 0;
  for (const part of [...parts].sort((a, b) => a.start - b.start)) {
    if (text.slice(at, part.start).trim() !== '') whole.push({ start: at, end: part.start, kind: 'body' });
    whole.push({ ...part, start: Math.max(at, part.start) });
    at = Math.max(at, part.end);
  }
  if (text.slice(at).trim() !== '') whole.push({ start: at, end: text.length, kind: 'body' });
  return whole.filter(({ start, end }) => start < end);
};

export const drawReportText = (
  text: string,
  parts: readonly TextPart[],
  marks: readonly Marked[],
): readonly HTMLElement[] => {
  const placed = new Set<string>();
  return wholeParts(text, parts).map((part) =>
    make(
      'div',
      { class: `text-part of-${part.kind}` },
      ...cutAtMarks(part, marks).flatMap((piece) => drawPiece(text, piece, placed)),
    ),
  );
};
