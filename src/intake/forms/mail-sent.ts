// A mail that was sent on: what its own head says of who wrote it, and when.
// Invariant: its words are of the day of that head, not of the day on which somebody sent it on.
export interface Sent {
  readonly date: string | null;
  readonly from: string | null;
  readonly title: string | null;
  /** What was written above it. */
  readonly note: string | null;
}

const FORWARDED_SUBJECT = /^\s*(?:fwd?|wg|tr|enc|rv|doorst)\s*:/i;
const FORWARDED = /^[-–—_ \t]*(?:(?:begin )?forwarded message\b|weitergeleitete nachricht)/im;

export const isForwarded = (subject: string | null, words: string): boolean =>
  FORWARDED_SUBJECT.test(subject ?? '') || FORWARDED.test(words.slice(0, 20_000));

/** Where a mail that answers above the other begins to repeat it: a line of dashes with words, or the other's own head. */
const DIVIDER =
  /^\s*-{2,}\s*(?:original message|original appointment|ursprüngliche nachricht|message d'origine)\s*-{2,}\s*$/i;
const HEAD_LINE = /^\s*\*?(?:from|sent|date|to|cc|subject)\s*:\*?\s/i;
const MOST_HEAD = 6;

export const otherHead = (lines: readonly string[]): number =>
  lines.findIndex((line, at) => {
    if (DIVIDER.test(line)) return true;
    if (!/^\s*\*?from\s*:/i.test(line)) return false;
    const head = lines.slice(at, at + MOST_HEAD).filter((one) => HEAD_LINE.test(one));
    return head.length >= 3 && head.some((one) => /^\s*\*?(?:sent|date)\s*:/i.test(one));
  });

const FIELDS = 'from|sent|date|to|cc|bcc|subject|reply-to';

/** A field of a head that stands line by line, or runs on as a page gives it. */
const fieldOf = (head: string, name: string): string | null => {
  const found = new RegExp(
    `(?:^|[\\s*])(?:${name})\\s*:\\*?\\s*(.{1,300}?)\\s*(?=[\\s*](?:${FIELDS})\\s*:|\\n|$)`,
    'is',
  ).exec(head);
  return found?.[1]?.trim() || null;
};

/** "Stringer <s@example.org>" is Stringer. */
const senderIn = (from: string | null): string | null =>
  from
    ?.replace(/\s*[<[(]?\s*[^\s<>]+@[^\s>\])]+\s*[>\])]?\s*$/, '')
    .replace(/^["']|["']$/g, '')
    .trim() || from;

export const sentBy = (head: string, note: string | null): Sent => ({
  date: fieldOf(head, 'date|sent'),
  from: senderIn(fieldOf(head, 'from')),
  title: fieldOf(head, 'subject'),
  note,
});

const SENT_WITHIN_LINES = 4;

/** Where the head of what was sent on stands among the lines; null where there is none. */
export const findSentHead = (lines: readonly string[]): { readonly start: number; readonly end: number } | null => {
  const marked = lines.findIndex((line) => FORWARDED.test(line));
  const start = marked >= 0 ? marked : otherHead(lines);
  if (start < 0) return null;
  const below = lines.slice(start, start + SENT_WITHIN_LINES).findIndex((line) => HEAD_LINE.test(line));
  let end = below < 0 ? start + 1 : start + below;
  while (below >= 0 && end < lines.length && HEAD_LINE.test(lines[end] ?? '')) end += 1;
  return { start, end };
};

/** How far into a mail the head of what was sent on is looked for. */
const SENT_WITHIN = 3_000;

/** The same where all words run on, as those between the marks of a page do. */
export const sentInRun = (text: string, subject: string | null): Sent | null => {
  const words = text.slice(0, SENT_WITHIN);
  const mark = /forwarded message|original message/i.exec(words);
  if (mark === null && !FORWARDED_SUBJECT.test(subject ?? '')) return null;
  const from = words.slice(mark?.index ?? 0).search(/\bfrom\s*:/i);
  if (from < 0) return null;
  // Nothing says where a subject ends that runs on into the words.
  return { ...sentBy(words.slice((mark?.index ?? 0) + from), null), title: null };
};
