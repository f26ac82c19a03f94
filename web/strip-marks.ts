// Numbers about the whole theatre as marks for the strip. They are shown as they were said; none is counted among ours.
// Invariant: only numbers that say out of how many, or since the beginning, stand there; a day's losses are no total.
import type { StripMark } from '../src/drawing/strip-drawing.ts';
import { addDays } from '../src/model/time.ts';
import type { AggregateAnswer } from './answers.ts';
import { sideNumberOf } from './said.ts';
import { words } from './words.ts';
import type { World } from './world.ts';

type Told = AggregateAnswer & {
  readonly proposition: NonNullable<AggregateAnswer['proposition']>;
  readonly stated: NonNullable<AggregateAnswer['stated']>;
};

const isTold = (one: AggregateAnswer): one is Told => one.proposition !== null && one.stated !== null;

const UNITS = ['district', 'centre'];
/** A list of all districts of a country differs from another by some, not by half. */
const LEAST_SHARE = 0.5;
const START_DAYS = 7;

const countsAll = ({ of, denominator }: Told): boolean =>
  of !== null && of >= (denominator?.gazetteer ?? of) * LEAST_SHARE;

/** Whose places the number counts: a loss of the incumbent is counted as the challenger's. */
const sideOf = ({ proposition: { measure, side } }: Told, { theatre, counted }: World): string | null => {
  const isIncumbent = theatre.sides.some(({ id, role }) => id === side && role === 'incumbent');
  return measure === 'lost' ? (isIncumbent ? counted : null) : side;
};

const isTotal = (one: Told, { first }: World): boolean => {
  const { measure, from, startTold, unit, within } = one.proposition;
  if (!UNITS.includes(unit) || within.length > 0 || one.polarity !== 'affirmed') return false;
  if (measure === 'settled' || measure === 'held') return countsAll(one) || one.stated.number === 0;
  if (measure !== 'seized' && measure !== 'lost') return false;
  return countsAll(one) || (startTold && from <= addDays(first, START_DAYS));
};

const OVER: readonly (string | null)[] = ['over', 'at least'];
const UNDER: readonly (string | null)[] = ['under', 'at most', 'nearly'];

const boundOf = ({ comparator, stated }: Told): StripMark['bound'] => {
  if (OVER.includes(comparator)) return 'over';
  if (UNDER.includes(comparator)) return 'under';
  return stated.least < stated.most ? 'range' : 'none';
};

const MOST_LETTERS = 30;
const shortened = (words: string): string =>
  words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS - 1).trimEnd()}…` : words;

const who = ({ speaker, source }: Told): string =>
  shortened(speaker !== null && speaker.toLowerCase() !== 'it' ? speaker : (source.outlet ?? words().strip.notNamed));

/** "over 80", "195 of 407", "about 50 %", "none" */
const wordsOf = (one: Told): string => {
  const rounded = Math.round(one.stated.number);
  if (rounded === 0) return words().strip.none;
  const said = one.fraction === null ? String(rounded) : `${Math.round(one.fraction * 100)} %`;
  const plain = one.comparator === null || ['exactly', 'half', 'all'].includes(one.comparator);
  return `${plain ? said : `${one.comparator} ${said}`}${one.of === null ? '' : ` of ${one.of}`}`;
};

const markOf = (one: Told, of: string, world: World): StripMark => {
  const bound = boundOf(one);
  const { number, least, most } = one.stated;
  const isRange = bound === 'range';
  return {
    ...{ on: one.proposition.until, of, number, bound },
    low: isRange ? least : number,
    high: isRange ? most : number,
    side: sideNumberOf(one.sides, world),
    words: wordsOf(one),
    who: who(one),
    counted: one.of !== null,
  };
};

/** One mark for what is said alike on one day: a named speaker's before a nameless one's. */
export const marksOf = (answers: readonly AggregateAnswer[], world: World): readonly StripMark[] => {
  const found = new Map<string, StripMark>();
  const told = answers.filter(isTold).toSorted((a, b) => Number(a.speaker === null) - Number(b.speaker === null));
  for (const one of told) {
    const of = sideOf(one, world);
    if (of === null || !isTotal(one, world)) continue;
    const key = `${one.proposition.until} ${of} ${one.comparator} ${one.stated.number}`;
    if (!found.has(key)) found.set(key, markOf(one, of, world));
  }
  return [...found.values()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.number - b.number));
};
