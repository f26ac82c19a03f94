// Reads a length of time: "three weeks", "2 years, 1 month and 3 days", "half a year", "a year and a half".
// Invariant: at most four units, and nothing longer than a century.
import type { SlotGround, SlotReader, WordsRead } from './date-slot.ts';
import type { Length, Unit } from './date-values.ts';
import { type PhraseList, phraseAt } from './date-vocabulary.ts';
import { figureOf } from './date-words.ts';
import { spelt } from './spelt-numbers.ts';

const phrase = (ground: SlotGround, at: number, list: PhraseList) =>
  phraseAt(ground.words, at, ground.vocabulary.phrases(list));

/** A century: what is longer dates nothing that news tells. */
const LONGEST_DAYS = 36_525;

const UNIT_DAYS: Readonly<Record<Unit, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  fortnight: 14,
  month: 30.44,
  year: 365.25,
  decade: 3652.5,
};

const MONTHS: Partial<Record<Unit, number>> = { month: 1, year: 12, decade: 120 };

export const daysIn = ({ months, days }: Length): number => months * UNIT_DAYS.month + days;

/** "3", "2,000", "three", "a", "a couple of". */
const countAt = (ground: SlotGround, at: number): WordsRead | null => {
  const { words } = ground;
  if (!words[at]?.figure) return spelt(ground, at, (value) => value > 0);
  const decimal = words[at + 1]?.glued && words[at + 2]?.glued && /^[.,:/]$/.test(words[at + 1]?.text ?? '');
  const value = decimal ? null : figureOf(words[at], 4);
  return value === null ? null : { to: at + 1, value };
};

const HALF = 0.5;

/** "three", "half a": how many of the unit that follows. */
const amountAt = (ground: SlotGround, at: number): WordsRead | null => {
  const half = phrase(ground, at, 'dateHalf');
  return half === null ? countAt(ground, at) : { to: half.to, value: HALF };
};

const lengthOf = (count: number, of: Unit): Length => {
  const months = (MONTHS[of] ?? 0) * count;
  const whole = Math.floor(months);
  const days = MONTHS[of] === undefined ? count * UNIT_DAYS[of] : Math.round((months - whole) * UNIT_DAYS.month);
  return { months: whole, days, unit: of };
};

const oneLength = (ground: SlotGround, at: number): { readonly to: number; readonly length: Length } | null => {
  const count = amountAt(ground, at);
  const found = count && phrase(ground, count.to, 'dateUnits');
  if (!count || !found) return null;
  const half = phrase(ground, found.to, 'dateAndHalf');
  return { to: half?.to ?? found.to, length: lengthOf(count.value + (half === null ? 0 : HALF), found.value as Unit) };
};

const sum = (a: Length, b: Length): Length => ({ months: a.months + b.months, days: a.days + b.days, unit: b.unit });

export const length: SlotReader = (ground, at) => {
  const first = oneLength(ground, at);
  let whole = first;
  for (let part = 0; whole !== null && part < 3; part += 1) {
    const joined = /^(?:,|and)$/.test(ground.words[whole.to]?.word ?? '') ? whole.to + 1 : whole.to;
    const next = oneLength(ground, joined);
    if (next === null) break;
    whole = { to: next.to, length: sum(whole.length, next.length) };
  }
  return whole === null || daysIn(whole.length) > LONGEST_DAYS
    ? null
    : { to: whole.to, values: { length: whole.length } };
};
