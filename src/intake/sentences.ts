// A report's body in sentences for comparing it with others: their words, their names, and whose words they are.
// Invariant: a sentence is quoted where at least half of it stands between quotation marks, across sentences too.
import type { Report } from '../model/report.ts';
import { foldWords } from './fold-words.ts';
import { hashRun } from './shingles.ts';

export type Body = Pick<Report, 'text' | 'bodyStart' | 'parts'>;

export interface Sentence {
  readonly text: string;
  readonly words: readonly number[];
  /** The same in one number: equal where all words are. */
  readonly key: number;
  /** Words with a capital that do not begin the sentence. */
  readonly names: readonly number[];
  readonly quoted: boolean;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Shorter ones are a heading, a credit, a "he said". */
const FEWEST_WORDS = 6;

const ENDS = /\n\n+|\n(?=\p{Lu})|[.!?؟。۔]["'”’»)\]]*\s+(?=["'“‘«„(]?[\p{Lu}\p{Lo}])/gu;

const stretchesOf = (text: string): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(ENDS)) {
    stretches.push({ start, end: index + end.length });
    start = index + end.length;
  }
  return [...stretches, { start, end: text.length }];
};

/** Marks that open, and close; the straight one does both in turn. A paragraph's end closes whatever is open. */
const MARKS = /[“«„]|(?<![\p{L}\p{N}])‘|[”»]|(?<=[.,!?…])’|"|\n\n/gu;
const OPENS = new Set(['“', '«', '„', '‘']);
/** A word or two in quotation marks are a name or a doubt. */
const SHORTEST_QUOTE = 12;

const quotedIn = (text: string): readonly Stretch[] => {
  const quoted: Stretch[] = [];
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

const overlap = (a: Stretch, b: Stretch): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

const sentenceAt = (body: string, stretch: Stretch, quoted: readonly Stretch[]): Sentence => {
  const text = body.slice(stretch.start, stretch.end).trim();
  const { hashes, capitals } = foldWords(text);
  const inMarks = quoted.reduce((sum, one) => sum + overlap(stretch, one), 0);
  const names = hashes.filter((_, at) => at > 0 && capitals[at]);
  return { text, words: hashes, key: hashRun(hashes), names, quoted: inMarks * 2 >= text.length };
};

const split = ({ text, bodyStart }: Body): readonly Sentence[] => {
  const body = text.slice(bodyStart);
  const quoted = quotedIn(body);
  return stretchesOf(body)
    .map((stretch) => sentenceAt(body, stretch, quoted))
    .filter(({ words }) => words.length >= FEWEST_WORDS);
};

/** One report is compared with many others: it is split once for as long as somebody holds it. */
const known = new WeakMap<Body, readonly Sentence[]>();

export const sentencesOf = (body: Body): readonly Sentence[] => {
  const before = known.get(body);
  if (before !== undefined) return before;
  const sentences = split(body);
  known.set(body, sentences);
  return sentences;
};
