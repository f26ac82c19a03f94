// A report before it is one text: paragraphs in order, each with its part, its gap and, where it is no article, why it is cut.
// Invariant: a paragraph's words never change; it is kept whole or cut whole.
import type { Cut, PartKind, ReportPart } from '../model/report.ts';
import type { Instant } from '../model/time.ts';

export interface Paragraph {
  readonly text: string;
  readonly kind: PartKind;
  /** A blank line stands before it. */
  readonly gap: boolean;
  /** Why it is no part of the article; null where it is. */
  readonly cut: string | null;
  /** An entry's own time. */
  readonly at?: Instant | null;
}

/** What a page or a text file turns out to be, before dates and outlets are settled. */
export interface Page {
  readonly title: string | null;
  readonly paragraphs: readonly Paragraph[];
  /** The page's own record of its day and its publisher, best first; empty for plain text. */
  readonly recorded: {
    readonly dates: readonly string[];
    readonly changes: readonly string[];
    readonly outlets: readonly string[];
    readonly authors: readonly string[];
    readonly url: string | null;
  };
  /** Lines that may date the report, best first. */
  readonly dateLines: readonly string[];
  readonly mastheads: readonly string[];
  readonly bylines: readonly string[];
}

export interface Assembled {
  readonly text: string;
  readonly bodyStart: number;
  readonly parts: readonly ReportPart[];
  readonly cut: readonly Cut[];
}

/** Headline, blank line, body; one part a paragraph, so that no sentence runs from one into the next. */
export const assemble = (paragraphs: readonly Paragraph[]): Assembled => {
  const whole = paragraphs.filter(({ cut, text }) => cut === null && text !== '');
  const kept = [...whole.filter(({ kind }) => kind === 'headline'), ...whole.filter(({ kind }) => kind !== 'headline')];
  const parts: ReportPart[] = [];
  let text = '';
  kept.forEach(({ text: words, kind, gap, at }, i) => {
    if (i > 0) text += gap || kept[i - 1]?.kind === 'headline' ? '\n\n' : '\n';
    parts.push({ start: text.length, end: text.length + words.length, kind, at: at ?? null });
    text += words;
  });
  // A picture above the article has its caption above it too: the body begins with the article's own words.
  const body = parts.find(({ kind }) => kind === 'body' || kind === 'entry');
  const bodyStart = (body ?? parts.find(({ kind }) => kind !== 'headline'))?.start ?? text.length;
  const cut = paragraphs.flatMap(({ text: words, cut: reason }) => (reason === null ? [] : [{ text: words, reason }]));
  return { text, bodyStart, parts, cut };
};
