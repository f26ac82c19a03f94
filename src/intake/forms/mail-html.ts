// The same of a mail in HTML: what its program marks as quoted or as a signature is cut, whatever it is called there.
import { late } from '../load-late.ts';
import { type Answered, cutOf, hasOwnWords, QUOTED, SIGNATURE } from './mail-quotes.ts';
import { isForwarded, sentInRun } from './mail-sent.ts';
import { wordsOf } from './with-headline.ts';
import { decodeReferences } from './xml-tree.ts';

const htmlparser = late<typeof import('htmlparser2')>('htmlparser2');

type Attributes = Readonly<Record<string, string>>;

/** As the common mail programs mark what they quote. */
const reasonOf = (tag: string, { class: names = '', id = '', type }: Attributes): string | null => {
  if (tag === 'blockquote' && type?.toLowerCase() === 'cite') return QUOTED;
  if (
    /(?:^|\s)(?:gmail_quote|gmail_quote_container|gmail_attr|yahoo_quoted|moz-cite-prefix|protonmail_quote)(?:\s|$)/.test(
      names,
    )
  )
    return QUOTED;
  if (/(?:^|\s)(?:gmail_signature|moz-signature|protonmail_signature_block)(?:\s|$)/.test(names)) return SIGNATURE;
  return /^(?:x_)?(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION)$/.test(id) ? QUOTED : null;
};

/** Outlook puts what it quotes behind such an element, not into it. */
const isDivider = ({ id = '' }: Attributes): boolean => /^(?:x_)?(?:divRplyFwdMsg|appendonsend)$/.test(id);

interface Range {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

const quotedRanges = (html: string): readonly Range[] => {
  const ranges: Range[] = [];
  let [depth, open] = [0, null as { readonly start: number; readonly depth: number; readonly reason: string } | null];
  const parser = new (htmlparser().Parser)({
    onopentag(tag, attributes) {
      depth += 1;
      const reason = open === null ? reasonOf(tag, attributes) : null;
      if (reason !== null) open = { start: parser.startIndex, depth: isDivider(attributes) ? -1 : depth, reason };
    },
    onclosetag() {
      if (open?.depth === depth) {
        ranges.push({ start: open.start, end: parser.endIndex + 1, reason: open.reason });
        open = null;
      }
      depth -= 1;
    },
  });
  parser.end(html);
  const rest = open as { readonly start: number; readonly reason: string } | null;
  return rest === null ? ranges : [...ranges, { start: rest.start, end: html.length, reason: rest.reason }];
};

/** The sender's own words of a mail in HTML. */
export const answerInHtml = (html: string, subject: string | null): Answered => {
  const all = quotedRanges(html);
  const without = (ranges: readonly Range[]): string => {
    const starts = [0, ...ranges.map(({ end }) => end)];
    return starts.map((from, at) => html.slice(from, ranges[at]?.start ?? html.length)).join(' ');
  };
  const wordsIn = ({ start, end }: Range): string => wordsOf(html.slice(start, end));
  const isAnswer = hasOwnWords(wordsOf(without(all)));
  const ranges = all.filter(
    (range) => range.reason === SIGNATURE || (isAnswer && !isForwarded(subject, wordsIn(range).slice(0, 200))),
  );
  const cut = ranges.flatMap((range) => cutOf(range.reason, [wordsIn(range)]));
  return { words: without(ranges), cut, sent: sentInRun(decodeReferences(wordsOf(html)), subject) };
};
