// Behind words quoted and who said them, what is not quoted is the report's: "“A,” he tells us from his flat, a place he shares".
// Invariant: asked for the marks alone, of pieces in the order of the text, before any that follow each other are joined.
import type { Span } from '../../model/text.ts';

const OPENS = /^["“]|^''/u;
const CLOSES = /["”]$|''$/u;
const MARK = /["“]|''/u;

/** The pieces, without what is not quoted behind a first one that is, in the sentence that ends at `end`. */
export const onlyQuoted = (text: string, pieces: readonly Span[], end: number): readonly Span[] => {
  const [first] = pieces;
  const said = first === undefined ? '' : text.slice(first.start, first.end);
  if (first === undefined || !OPENS.test(said) || !CLOSES.test(said)) return pieces;
  return pieces.flatMap((piece): readonly Span[] => {
    if (piece === first || piece.start >= end) return [piece];
    const mark = MARK.exec(text.slice(piece.start, piece.end));
    return mark === null ? [] : [{ start: piece.start + mark.index, end: piece.end }];
  });
};
