// A report's body in sentences for comparing it with others: their words, their names, and whose words they are.
// Invariant: a sentence is quoted where at least half of it stands between quotation marks, across sentences too.
import type { Report } from '../model/report.ts';
import type { Quote, Span } from '../model/text.ts';
import { foldWords } from './fold-words.ts';
import { hashRun } from './shingles.ts';

export type Body = Pick<Report, 'text' | 'bodyStart' | 'parts'>;

/** Its span is that of its words in the report's text. */
export interface Sentence extends Quote {
  readonly words: readonly number[];
  /** The same in one number: equal where all words are. */
  readonly key: number;
  /** Words with a capital that do not begin the sentence. */
  readonly names: readonly number[];
  readonly quoted: boolean;
}

/** Shorter ones are a heading, a credit, a "he said". */
const FEWEST_WORDS = 6;

const ENDS = /\n\n+|\n(?=\p{Lu})|[.!?؟。۔]["'”’»)\]]*\s+(?=["'“‘«„(]?[\p{Lu}\p{Lo}])/gu;

const stretchesOf = (text: string, from: number): readonly Span[] => {
  const stretches: Span[] = [];
  let start = from;
  for (const { index, 0: end } of text.slice(from).matchAll(ENDS)) {
    stretches.push({ start, end: from + index + end.length });
    start = from + index + end.length;
  }
  return [...stretches, { start, end: text.length }];
};

/** Marks that open, and close; the straight one does both in turn. A paragraph's end closes whatever is open. */
const MARKS = /[“«„]|(?<![\p{L}\p{N}])‘|[”»]|(?<=[.,!?…])’|"|\n\n/gu;
const OPENS = new Set(['“', '«', '„', '‘']);
/** A word or two in quotation marks are a name or a doubt. */
const SHORTEST_QUOTE = 12;

const quotedIn = (text: string): readonly Span[] => {
  const quoted: Span[] = [];
  let open = -1;
  const close = (end: number) => {
    if (open >= 0 && end - open >= SHORTEST_QUOTE) quoted.push({ start: open, end });
    open = -1;
  };
  for (const { index, 0: mark } of text.matchAll(MARKS)) {
    if (open < 0 && (OPENS.has(mark) || mark === '"')) open = index;
    else if (!OPENS.has(mark)) close(index);
  }
  close(text.length);
  return quoted;
};

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

const sentenceAt = (report: string, stretch: Span, quoted: readonly Span[]): Sentence => {
  const written = report.slice(stretch.start, stretch.end);
  const text = written.trim();
  const start = stretch.start + written.indexOf(text);
  const { hashes, capitals } = foldWords(text);
  const inMarks = quoted.reduce((sum, one) => sum + overlap(stretch, one), 0);
  const names = hashes.filter((_, at) => at > 0 && capitals[at]);
  return {
    start,
    end: start + text.length,
    text,
    words: hashes,
    key: hashRun(hashes),
    names,
    quoted: inMarks * 2 >= text.length,
  };
};

/** Every sentence that has a word. */
export const splitSentences = ({ text, bodyStart }: Body): readonly Sentence[] => {
  const quoted = quotedIn(text);
  return stretchesOf(text, bodyStart)
    .map((stretch) => sentenceAt(text, stretch, quoted))
    .filter(({ words }) => words.length > 0);
};

/** One report is compared with many others: it is split once for as long as somebody holds it. */
const known = new WeakMap<Body, readonly Sentence[]>();

/** Those that are long enough to be known again. */
export const sentencesOf = (body: Body): readonly Sentence[] => {
  const before = known.get(body);
  if (before !== undefined) return before;
  const sentences = splitSentences(body).filter(({ words }) => words.length >= FEWEST_WORDS);
  known.set(body, sentences);
  return sentences;
};
