// Finds the date expressions of one sentence: the patterns of the language, read from the last word to the first, so that
// an expression inside another ("two days after 3 May") is known before it. Invariant: expressions never overlap.
import type { Span } from '../model/text.ts';
import type { Theatre } from '../model/theatre.ts';
import { MEANINGS } from './date-meanings.ts';
import type { SlotGround, SlotRead } from './date-slot.ts';
import { SLOTS } from './date-slots.ts';
import type { DateMeaning, DateOrder, Values } from './date-values.ts';
import { CLASSES, type DateClass, type DatePattern, type Step, vocabularyOf } from './date-vocabulary.ts';
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
  readonly meaning: DateMeaning;
  readonly untold: DateMeaning | null;
}

interface Scan extends SlotGround {
  readonly order: DateOrder;
  /** What was read at each word so far, the longest first. */
  readonly read: (readonly Reading[])[];
}

/** A place that a pattern has come to, with what its slots gave. */
type State = SlotRead;

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
const innerSlot = (scan: Scan, at: number, slot: string): readonly State[] => {
  const name = classOf(slot);
  const found = name === null ? undefined : scan.read[at]?.find((reading) => isOfClass(reading, name));
  return found === undefined ? [] : [{ to: found.to, values: filled(slot, found.meaning) }];
};

const slotAt = (scan: Scan, at: number, slot: string): readonly State[] => {
  const reader = SLOTS[slot];
  if (reader === undefined) return innerSlot(scan, at, slot);
  const found = at < scan.words.length ? reader(scan, at) : null;
  return found === null ? [] : [found];
};

/** None to three joining marks or words: both with and without them may go on. */
const pastJoints = ({ words, vocabulary }: Scan, at: number): readonly State[] => {
  const ends = [{ to: at, values: {} }];
  for (let to = at; to < at + JOINTS; to += 1) {
    if (!vocabulary.lexicon.has('dateJoints', words[to]?.word ?? '')) break;
    ends.push({ to: to + 1, values: {} });
  }
  return ends;
};

const stepAt = (scan: Scan, at: number, step: Step): readonly State[] => {
  if (step.type === 'joint') return pastJoints(scan, at);
  if (step.type === 'slot') return slotAt(scan, at, step.slot);
  const word = scan.words[at]?.word;
  return word !== undefined && step.words.has(word) ? [{ to: at + 1, values: {} }] : [];
};

/** Every way in which the steps can be gone from a place. */
const walk = (scan: Scan, from: State, steps: readonly Step[]): readonly State[] =>
  steps.reduce<readonly State[]>(
    (states, step) =>
      states.flatMap((state) =>
        stepAt(scan, state.to, step).map(({ to, values }) => ({ to, values: { ...state.values, ...values } })),
      ),
    [from],
  );

/** What the pattern reads from `from` on; `state` is how far its first step has come. */
const applyPattern = (scan: Scan, from: number, { pattern, state }: Begun): readonly Reading[] =>
  walk(scan, state, pattern.steps.slice(1)).flatMap(({ to, values }) => {
    if (isTorn(scan.words, from, to)) return [];
    const standing = { scan, from, to, order: scan.order };
    const entry = MEANINGS[pattern.name];
    const meaning = entry?.means(values, standing) ?? null;
    if (meaning === null) return [];
    return [{ to, name: pattern.name, meaning, untold: entry?.fromTold?.(values, standing) ?? null }];
  });

interface Begun {
  readonly pattern: DatePattern;
  readonly state: State;
}

/** Patterns whose first step stands at this word. */
const begunAt = (scan: Scan, at: number): readonly Begun[] => {
  const { byWord, bySlot } = scan.vocabulary;
  const states: Begun[] = (byWord.get(scan.words[at]?.word ?? '') ?? []).map((pattern) => ({
    pattern,
    state: { to: at + 1, values: {} },
  }));
  for (const [slot, patterns] of bySlot)
    for (const state of slotAt(scan, at, slot)) for (const pattern of patterns) states.push({ pattern, state });
  return states;
};

/** "Monday" goes on as "Monday night": patterns that begin with what was read here. */
const goneOn = (scan: Scan, at: number, base: readonly Reading[]): readonly Reading[] =>
  base.flatMap((reading) =>
    CLASSES.filter((name) => isOfClass(reading, name)).flatMap((name) =>
      (scan.vocabulary.extensions.get(name) ?? []).flatMap((pattern) =>
        applyPattern(scan, at, { pattern, state: { to: reading.to, values: filled(name, reading.meaning) } }),
      ),
    ),
  );

const byLength = (a: Reading, b: Reading): number => b.to - a.to;

const readAt = (scan: Scan, at: number): readonly Reading[] => {
  const word = scan.words[at];
  if (word === undefined || !(word.figure || scan.vocabulary.opens(word.word))) return [];
  const base = begunAt(scan, at).flatMap((begun) => applyPattern(scan, at, begun));
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
  const scan: Scan = { words, vocabulary: vocabularyOf(theatre.lexicon), order, read: [] };
  for (let at = words.length - 1; at >= 0; at -= 1) scan.read[at] = readAt(scan, at);
  return { words, expressions: chosen(scan) };
};
