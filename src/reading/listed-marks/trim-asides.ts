// "…, he said, REFERRING TO THE VOTE", "…, BUT DID NOT ELABORATE": how somebody said it is no part of what he said.
// Invariant: asked for the marks alone; within quotation marks nothing is cut.
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { Span } from '../../model/text.ts';

const asides = kept(
  (lexicon: Lexicon) => new RegExp(`(?:^|,|["”])\\s*(?:${lexicon.list('saidAsides').join('|')})\\b`, 'iu'),
);

/** How many quotation marks have opened and not closed before an offset. */
const isOpen = (said: string): boolean => {
  const plain = (said.match(/"/gu) ?? []).length % 2 === 1;
  return plain || (said.match(/“/gu) ?? []).length > (said.match(/”/gu) ?? []).length;
};

/** The span up to such an aside; null where it is nothing else. */
export const withoutAside = (text: string, { start, end }: Span, lexicon: Lexicon): Span | null => {
  const said = text.slice(start, end);
  const found = asides(lexicon).exec(said);
  if (found === null) return { start, end };
  const at = found.index + (/^["”]/u.test(found[0]) ? 1 : 0);
  // "…, without giving a date, AND THAT B": what is said goes on behind it.
  const goesOn = said.slice(found.index + 1).includes(',');
  if (goesOn || isOpen(said.slice(0, at))) return { start, end };
  return at === 0 ? null : { start, end: start + at };
};
