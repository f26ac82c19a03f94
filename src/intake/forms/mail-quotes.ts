// A reply carries the mail that it answers, and a signature: words of another day or of nobody, cut from what its sender writes.
// Invariant: what is cut is given back with its reason; a forwarded mail is what was sent on, and a mail without words of its own
// is what it quotes.
import type { Cut } from '../../model/report.ts';
import { late } from '../load-late.ts';
import { wordsOf } from './with-headline.ts';

const htmlparser = late<typeof import('htmlparser2')>('htmlparser2');

export interface Answered {
  readonly words: string;
  readonly cut: readonly Cut[];
}

const QUOTED = 'quoted mail';
const SIGNATURE = 'signature';

const FORWARDED_SUBJECT = /^\s*(?:fwd?|wg|tr|enc|rv|doorst)\s*:/i;
const FORWARDED = /^[-–—_\s]*(?:(?:begin )?forwarded message\b|weitergeleitete nachricht)/im;

const isForwarded = (subject: string | null, words: string): boolean =>
  FORWARDED_SUBJECT.test(subject ?? '') || FORWARDED.test(words.slice(0, 20_000));

/** Fewer letters than a short sentence has are no report: "Thanks, see below." */
const LEAST_OWN = 24;
const hasOwnWords = (words: string): boolean => (words.match(/\p{L}/gu) ?? []).length >= LEAST_OWN;

const isQuoted = (line: string): boolean => /^\s{0,3}>/.test(line);
const isBlank = (line: string): boolean => line.trim() === '';

/** "On Wed, Mar 17, 2021 at 10:12 PM Desk <desk@example.org> wrote:", on one line or two, in whatever language: a day and a colon. */
const introLines = (lines: readonly string[], quote: number): number => {
  let at = quote - 1;
  while (at >= 0 && isBlank(lines[at] ?? '')) at -= 1;
  if (at < 0 || quote - at > 3 || !/:\s*$/.test(lines[at] ?? '')) return quote;
  for (const from of [at, at - 1, at - 2]) {
    const said = lines.slice(Math.max(0, from), at + 1).join(' ');
    if (from >= 0 && said.length < 250 && /\d/.test(said) && /^\s*(?:on|am|le|el|il|op|den|\d)/i.test(said))
      return from;
  }
  return quote;
};

/** Where a mail that answers above the other begins to repeat it: a line of dashes with words, or the other's own head. */
const DIVIDER =
  /^\s*-{2,}\s*(?:original message|original appointment|ursprüngliche nachricht|message d'origine)\s*-{2,}\s*$/i;
const HEAD_LINE = /^\s*\*?(?:from|sent|date|to|cc|subject)\s*:\*?\s/i;
const MOST_HEAD = 6;

const otherHead = (lines: readonly string[]): number =>
  lines.findIndex((line, at) => {
    if (DIVIDER.test(line)) return true;
    if (!/^\s*\*?from\s*:/i.test(line)) return false;
    const head = lines.slice(at, at + MOST_HEAD).filter((one) => HEAD_LINE.test(one));
    return head.length >= 3 && head.some((one) => /^\s*\*?(?:sent|date)\s*:/i.test(one));
  });

interface Lines {
  readonly own: readonly string[];
  readonly quoted: readonly (readonly string[])[];
}

const partLines = (lines: readonly string[]): Lines => {
  const other = otherHead(lines);
  const above = other < 0 ? lines : lines.slice(0, other);
  const quoted: string[][] = [];
  const own: string[] = [];
  for (let at = 0; at < above.length; ) {
    if (!isQuoted(above[at] ?? '')) {
      own.push(above[at] ?? '');
      at += 1;
      continue;
    }
    let end = at;
    while (end < above.length && isQuoted(above[end] ?? '')) end += 1;
    const from = introLines(above, at);
    own.splice(Math.max(0, own.length - (at - from)));
    quoted.push(above.slice(from, end));
    at = end;
  }
  if (other >= 0) quoted.push(lines.slice(other));
  return { own, quoted };
};

const unquoted = (line: string): string => line.replace(/^(?:\s{0,3}>)+ ?/, '');

/** Below "-- " stands the sender's signature. */
const partSignature = (text: string): readonly [words: string, signature: string | null] => {
  const found = /(?:^|\n)-- ?\r?\n([\s\S]{0,2000})$/.exec(text);
  return found === null ? [text, null] : [`${text.slice(0, found.index)}\n`, found[1]?.trim() || null];
};

const cutOf = (reason: string, texts: readonly string[]): readonly Cut[] =>
  texts.map((text) => ({ text: text.trim(), reason })).filter(({ text }) => text !== '');

/** The sender's own words of a plain mail. */
export const answerIn = (text: string, subject: string | null): Answered => {
  const [signed, signature] = partSignature(text);
  const signatures = cutOf(SIGNATURE, signature === null ? [] : [signature]);
  const lines = signed.split(/\r?\n/);
  const { own, quoted } = partLines(lines);
  if (quoted.length === 0) return { words: signed, cut: signatures };
  if (isForwarded(subject, signed) || !hasOwnWords(own.join('\n')))
    return { words: lines.map(unquoted).join('\n'), cut: signatures };
  const cut = cutOf(
    QUOTED,
    quoted.map((block) => block.join('\n')),
  );
  return { words: own.join('\n'), cut: [...cut, ...signatures] };
};

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
  return { words: without(ranges), cut: ranges.flatMap((range) => cutOf(range.reason, [wordsIn(range)])) };
};
