// Walks the tree of date patterns over the words of a sentence from one place on.
// Invariant: each way through the tree ends; a pattern is as long as its line, and what it takes in is read already.
import { MEANINGS } from './date-meanings.ts';
import type { PatternEnd, PatternNode } from './date-patterns.ts';
import type { SlotGround, SlotRead } from './date-slot.ts';
import { SLOTS } from './date-slots.ts';
import type { DateMeaning, DateOrder, Values } from './date-values.ts';
import { CLASSES, type DateClass } from './date-vocabulary.ts';
import { type DateWord, isTorn } from './date-words.ts';

/** An expression as it was read at a place: `to` is the word behind it. */
export interface Reading {
  readonly to: number;
  readonly name: string;
  readonly rank: number;
  readonly meaning: DateMeaning;
  readonly untold: DateMeaning | null;
}

export interface Scan extends SlotGround {
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
  return reader === undefined ? innerSlot(scan, at, slot) : reader(scan, at);
};

const INNER_SLOTS: readonly string[] = [...CLASSES, 'last-day', 'last-period'];
const NO_SLOTS: readonly string[] = [];

/** The slots that something at the word may fill. */
const slotsAt = ({ slots, read }: Scan, at: number): Iterable<string> => {
  const own = slots[at];
  const inner = (read[at]?.length ?? 0) > 0 ? INNER_SLOTS : NO_SLOTS;
  if (own === undefined || own.size === 0) return inner;
  return inner.length === 0 ? own : [...own, ...inner];
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
  if (node.slots.size === 0) return states;
  for (const slot of slotsAt(scan, at)) {
    const child = node.slots.get(slot);
    const found = child && slotAt(scan, at, slot);
    if (child && found) states.push({ node: child, at: found.to, values: { ...values, ...found.values } });
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

/** All that begins at a word, the longest first; what begins behind it has been read already. */
export const readAt = (scan: Scan, at: number): readonly Reading[] => {
  const word = scan.words[at];
  if (word === undefined || !mayBegin(scan, word, at)) return NOTHING;
  const base = readFrom(scan, at, { node: scan.vocabulary.patterns, at, values: {} });
  if (base.length === 0) return NOTHING;
  const longer = goneOn(scan, at, base);
  // "Friday 25 June to Monday 28 June" has gone on once; "on Monday night to Tuesday" twice.
  return [...base, ...longer, ...goneOn(scan, at, longer)].sort(byLength);
};
