// A reply carries the mail that it answers, and a signature: words of another day or of nobody, cut from what its sender writes.
// Invariant: what is cut is given back with its reason; a forwarded mail is what was sent on, and a mail without words of its own
// is what it quotes.
import type { Cut } from '../../model/report.ts';
import { findSentHead, isForwarded, otherHead, type Sent, sentBy } from './mail-sent.ts';

export interface Answered {
  readonly words: string;
  readonly cut: readonly Cut[];
  readonly sent: Sent | null;
}

export const QUOTED = 'quoted mail';
export const SIGNATURE = 'signature';
const SENT_HEAD = 'head of a mail that was sent on';

/** Fewer letters than a short sentence has are no report: "Thanks, see below." */
const LEAST_OWN = 24;
export const hasOwnWords = (words: string): boolean => (words.match(/\p{L}/gu) ?? []).length >= LEAST_OWN;

const isQuoted = (line: string): boolean => /^\s{0,3}>/.test(line);
const isBlank = (line: string): boolean => line.trim() === '';

/** "On Wed, Mar 17, 2021 at 10:12 PM Desk <desk@example.org> wrote:", on one line or two, in whatever language: a day and a colon. */
const introLines = (lines: readonly string[], quote: number): number => {
  let at = quote - 1;
  while (at >= 0 && isBlank(lines[at] ?? '')) at -= 1;
  if (at < 0 || quote - at > 3 || !/:\s*$/.test(lines[at] ?? '')) return quote;
  for (const from of [at, at - 1, at - 2]) {
    const above = lines.slice(Math.max(0, from), at + 1);
    const said = above.join(' ');
    if (above.some(isQuoted)) return quote;
    if (from >= 0 && said.length < 250 && /\d/.test(said) && /^\s*(?:on|am|le|el|il|op|den|\d)/i.test(said))
      return from;
  }
  return quote;
};

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

export const cutOf = (reason: string, texts: readonly string[]): readonly Cut[] =>
  texts.map((text) => ({ text: text.trim(), reason })).filter(({ text }) => text !== '');

/** A mail that was sent on: its own head is taken from its words, and what was written above it is told apart. */
const sentOn = (lines: readonly string[], signatures: readonly Cut[]): Answered => {
  const plain = lines.map(unquoted);
  const head = findSentHead(plain);
  if (head === null) return { words: plain.join('\n'), cut: signatures, sent: null };
  const words = plain.slice(head.start, head.end).join('\n');
  const note = plain.slice(0, head.start).join('\n').trim();
  return {
    words: plain.slice(head.end).join('\n'),
    cut: [...cutOf(SENT_HEAD, [words]), ...signatures],
    sent: sentBy(words, note === '' ? null : note),
  };
};

/** The sender's own words of a plain mail, or those that were sent on. */
export const answerIn = (text: string, subject: string | null): Answered => {
  const [signed, signature] = partSignature(text);
  const signatures = cutOf(SIGNATURE, signature === null ? [] : [signature]);
  const lines = signed.split(/\r?\n/);
  const { own, quoted } = partLines(lines);
  if (isForwarded(subject, signed)) return sentOn(lines, signatures);
  if (quoted.length === 0) return { words: signed, cut: signatures, sent: null };
  if (!hasOwnWords(own.join('\n'))) return { words: lines.map(unquoted).join('\n'), cut: signatures, sent: null };
  const cut = cutOf(
    QUOTED,
    quoted.map((block) => block.join('\n')),
  );
  return { words: own.join('\n'), cut: [...cut, ...signatures], sent: null };
};
