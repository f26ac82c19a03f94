// Finds the date expressions of one sentence: the patterns of the language, read from the last word to the first, so that
// an expression inside another ("two days after 3 May") is known before it. Invariant: expressions never overlap.
import type { Span } from '../../model/text.ts';
import type { Theatre } from '../../model/theatre.ts';
import { MEANINGS } from './date-meanings.ts';
import type { DateMeaning, DateOrder } from './date-values.ts';
import { vocabularyOf } from './date-vocabulary.ts';
import { type DateWord, splitDateWords } from './date-words.ts';
import { type Reading, readAt, type Scan } from './read-patterns.ts';

export interface DateExpression extends Span {
  readonly meaning: DateMeaning;
  /** True for a duration up to now ("for eleven days"), which starts a state as "since" does. */
  readonly lasting: boolean;
  /** "three days after", "the day before": reckoned from the day told last before it, not from the report's. */
  readonly fromTold: boolean;
  /** What it means where no day was told before it. */
  readonly untold: DateMeaning | null;
  /** True where its own words say from when to when: a preposition before it starts or ends nothing. */
  readonly closed: boolean;
  /** True where it means something only in a report that tells a story. */
  readonly ofStory: boolean;
  /** Index of its first word and of the word behind its last. */
  readonly from: number;
  readonly to: number;
}

/** "on Wednesday": the preposition of a day is told with it. */
const withPreposition = ({ words, vocabulary }: Scan, from: number): number =>
  vocabulary.lexicon.has('dateOn', words[from - 1]?.word ?? '') ? from - 1 : from;

const expressionOf = (scan: Scan, from: number, { to, name, meaning, untold }: Reading): DateExpression => {
  const { words } = scan;
  const entry = MEANINGS[name];
  return {
    start: words[withPreposition(scan, from)]?.start ?? 0,
    end: words[to - 1]?.end ?? 0,
    meaning,
    lasting: entry?.lasting ?? false,
    fromTold: entry?.fromTold !== undefined,
    untold,
    closed: entry?.closed ?? false,
    ofStory: entry?.ofStory ?? false,
    from,
    to,
  };
};

/** What the words only look like: "USA Today", "day after day". */
const NAME = 'name';

/** The first word's longest expression, then on behind it. */
const chosen = (scan: Scan): readonly DateExpression[] => {
  const found: DateExpression[] = [];
  for (let at = 0; at < scan.words.length; at += 1) {
    const longest = scan.read[at]?.[0];
    if (longest === undefined) continue;
    if (longest.name !== NAME) found.push(expressionOf(scan, at, longest));
    at = longest.to - 1;
  }
  return found;
};

export interface DatedWords {
  readonly words: readonly DateWord[];
  readonly expressions: readonly DateExpression[];
}

/** The expressions of a sentence, in text order, with the words that they were read from. */
export const matchDates = (text: string, theatre: Theatre, order: DateOrder): DatedWords => {
  const words = splitDateWords(text);
  const vocabulary = vocabularyOf(theatre.lexicon);
  const scan: Scan = { words, vocabulary, order, slots: words.map(vocabulary.slotsAt), read: [] };
  for (let at = words.length - 1; at >= 0; at -= 1) scan.read[at] = readAt(scan, at);
  return { words, expressions: chosen(scan) };
};
