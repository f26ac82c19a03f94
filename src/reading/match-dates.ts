// Finds the date expressions of one sentence: the patterns of the language, read from the last word to the first, so that
// an expression inside another ("two days after 3 May") is known before it. Invariant: expressions never overlap.
import type { Span } from '../model/text.ts';
import type { Theatre } from '../model/theatre.ts';
import { MEANINGS } from './date-meanings.ts';
import type { PatternEnd, PatternNode } from './date-patterns.ts';
import type { SlotGround, SlotRead } from './date-slot.ts';
import { SLOTS } from './date-slots.ts';
import type { DateMeaning, DateOrder, Values } from './date-values.ts';
import { CLASSES, type DateClass, vocabularyOf } from './date-vocabulary.ts';
import { type DateWord, isTorn, splitDateWords } from './date-words.ts';

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
  /** Index of its first word and of the word behind its last. */
  readonly from: number;
  readonly to: number;
}

/** An expression as it was read at a place: `to` is the word behind it. */
interface Reading {
  readonly to: number;
  readonly name: string;
  readonly rank: number;
  readonly meaning: DateMeaning;
  readonly untold: DateMeaning | null;
}

interface Scan extends SlotGround {
  readonly order: DateOrder;
  /** The slots that may begin with each word. */
  readonly slots: readonly ReadonlySet<string>[];
  /** What was read at each word so far, the longest first. */
  readonly read: (readonly Reading[])[];
}

/** A place in the patterns and in the words, with what the slots on the way gave. */
interface State {
  readonly node: PatternNode;
  readonly at: number;
  readonly values: Values;
}

const JOINTS = 3;

const isOfClass = (reading: Reading, name: DateClass): boolean =>
  MEANINGS[reading.name]?.classes.includes(name) ?? false;

/** "{last-day}" is a second day, "{last-period}" a second period. */
const LAST = 'last-';

const classOf = (slot: string): DateClass | null => CLASSES.find((name) => name === slot.replace(LAST, '')) ?? null;

const filled = (slot: string, meaning: DateMeaning): Values => {
  if (slot.startsWith(LAST)) return { lastDay: meaning };
  return slot === 'day' || slot === 'period' ? { day: meaning } : { stretch: meaning };
};

/** A slot that an expression fills: "{day}", "{week}". */
const innerSlot = (scan: Scan, at: number, slot: string): SlotRead | null => {
  const name = classOf(slot);
  const found = name === null ? undefined : scan.read[at]?.find((reading) => isOfClass(reading, name));
  return found === undefined ? null : { to: found.to, values: filled(slot, found.meaning) };
};

const slotAt = (scan: Scan, at: number, slot: string): SlotRead | null => {
  const reader = SLOTS[slot];
  if (reader === undefined) return innerSlot(scan, at, slot);
  return scan.slots[at]?.has(slot) ? reader(scan, at) : null;
};

/** None to three joining marks or words: with and without them it may go on. */
const pastJoints = ({ words, vocabulary }: Scan, { node: { joint }, at, values }: State): readonly State[] => {
  if (joint === null) return [];
  const states = [{ node: joint, at, values }];
  for (let to = at; to < at + JOINTS; to += 1) {
    if (!vocabulary.lexicon.has('dateJoints', words[to]?.word ?? '')) break;
    states.push({ node: joint, at: to + 1, values });
  }
  return states;
};

/** Where one word, slot or joint more leads. */
const stepsFrom = (scan: Scan, state: State): readonly State[] => {
  const { node, at, values } = state;
  const word = scan.words[at];
  if (word === undefined) return [];
  const states = [...pastJoints(scan, state)];
  const behind = node.words.get(word.word);
  if (behind !== undefined) states.push({ node: behind, at: at + 1, values });
  for (const [slot, child] of node.slots) {
    const found = slotAt(scan, at, slot);
    if (found !== null) states.push({ node: child, at: found.to, values: { ...values, ...found.values } });
  }
  return states;
};

/** What a pattern means that ends here, where its meaning holds of the words. */
const readingOf = (scan: Scan, from: number, { to, values, end }: Ended): Reading | null => {
  const standing = { scan, from, to, order: scan.order };
  const entry = MEANINGS[end.name];
  const meaning = entry?.means(values, standing) ?? null;
  return meaning && { to, ...end, meaning, untold: entry?.fromTold?.(values, standing) ?? null };
};

interface Ended {
  readonly to: number;
  readonly values: Values;
  readonly end: PatternEnd;
}

/** Every expression that the patterns behind a state read. */
const readFrom = (scan: Scan, from: number, first: State): readonly Reading[] => {
  const found: Reading[] = [];
  const open = [first];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const { node, at, values } = state;
    const ends = node.ends.length > 0 && !isTorn(scan.words, from, at) ? node.ends : [];
    for (const end of ends) {
      const reading = readingOf(scan, from, { to: at, values, end });
      if (reading !== null) found.push(reading);
    }
    open.push(...stepsFrom(scan, state));
  }
  return found;
};

/** "Monday" goes on as "Monday night": patterns that begin with what was read here. */
const goneOn = (scan: Scan, at: number, base: readonly Reading[]): readonly Reading[] =>
  base.flatMap(({ name, to, meaning }) =>
    (MEANINGS[name]?.classes ?? []).flatMap((slot) => {
      const node = scan.vocabulary.patterns.slots.get(slot);
      return node === undefined ? [] : readFrom(scan, at, { node, at: to, values: filled(slot, meaning) });
    }),
  );

const byLength = (a: Reading, b: Reading): number => b.to - a.to || a.rank - b.rank;

const mayBegin = ({ vocabulary, slots }: Scan, word: DateWord, at: number): boolean =>
  vocabulary.patterns.words.has(word.word) || (slots[at]?.size ?? 0) > 0;

const NOTHING: readonly Reading[] = [];

const readAt = (scan: Scan, at: number): readonly Reading[] => {
  const word = scan.words[at];
  if (word === undefined || !mayBegin(scan, word, at)) return NOTHING;
  const base = readFrom(scan, at, { node: scan.vocabulary.patterns, at, values: {} });
  if (base.length === 0) return NOTHING;
  const longer = goneOn(scan, at, base);
  // "Friday 25 June to Monday 28 June" has gone on once; "on Monday night to Tuesday" twice.
  return [...base, ...longer, ...goneOn(scan, at, longer)].sort(byLength);
};
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
