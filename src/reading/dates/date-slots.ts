// Reads one slot of a date pattern: a weekday, a month, a day's number, a year, a length. Each returns where it ends.
// Invariant: a slot looks at no more than a dozen words, whatever the text.

import { readFigures, readShortFigures } from './date-figures.ts';
import { fullYear, type SlotGround, type SlotRead, type SlotReader } from './date-slot.ts';
import type { Calendar, Part, Stepping, Unit } from './date-values.ts';
import { type PhraseList, phraseAt } from './date-vocabulary.ts';
import { type DateWord, figureOf, isCapital } from './date-words.ts';
import { length } from './length-slots.ts';
import { isMonthDay, ordinalWords, spelt } from './spelt-numbers.ts';

const read = (to: number, values: SlotRead['values']): SlotRead => ({ to, values });

const phrase = (ground: SlotGround, at: number, list: PhraseList) =>
  phraseAt(ground.words, at, ground.vocabulary.phrases(list));

/** "May", "March", "Sun" are words too: they need their capital. */
const lacksCapital = ({ words, vocabulary }: SlotGround, at: number): boolean =>
  !isCapital(words[at]) && vocabulary.lexicon.has('dateNeedsCapital', words[at]?.word ?? '');

/** "Dec.", "Mon.": the stop of a short form; one that ends the sentence stays out. */
const pastStop = (words: readonly DateWord[], at: number, to: number): number => {
  const isShort = (words[at]?.text.length ?? 9) <= 5;
  return isShort && words[to]?.text === '.' && words[to]?.glued && words[to + 1] !== undefined ? to + 1 : to;
};

const weekday: SlotReader = (ground, at) => {
  const found = phrase(ground, at, 'dateWeekdays');
  if (found === null || lacksCapital(ground, at)) return null;
  return read(pastStop(ground.words, at, found.to), { weekday: Number(found.value) });
};

const month: SlotReader = (ground, at) => {
  const found = phrase(ground, at, 'dateMonths');
  if (found === null || lacksCapital(ground, at)) return null;
  const [calendar = '', number] = found.value.includes(' ') ? found.value.split(' ') : ['gregorian', found.value];
  // Months of the other calendars are names that few readers know from persons' names: never in small letters.
  if (calendar !== 'gregorian' && !isCapital(ground.words[at])) return null;
  return read(pastStop(ground.words, at, found.to), {
    month: { calendar: calendar as Calendar, number: Number(number) },
  });
};

/** "28", "28th", "twenty-eighth". */
const nthAt = (ground: SlotGround, at: number) => {
  const value = figureOf(ground.words[at], 2);
  if (value === null) {
    const inWords = ordinalWords(ground, at);
    return inWords && isMonthDay(inWords.value) ? { ...inWords, bare: false } : null;
  }
  const next = ground.words[at + 1];
  const ending = next?.glued === true && ground.vocabulary.lexicon.has('dateSuffixes', next.word);
  return isMonthDay(value) ? { to: ending ? at + 2 : at + 1, value, bare: !ending } : null;
};

const nth: SlotReader = (ground, at) => {
  const found = nthAt(ground, at);
  return found && read(found.to, { nth: found.value, bare: found.bare });
};

const lastNth: SlotReader = (ground, at) => {
  const found = nthAt(ground, at);
  return found && read(found.to, { lastNth: found.value, bare: found.bare });
};

/** "12, 13 and 14": a day between the first and the last. */
const midNth: SlotReader = (ground, at) => {
  const found = nthAt(ground, at);
  return found && read(found.to, {});
};

const speltDay: SlotReader = (ground, at) => {
  const found = spelt(ground, at, (value) => isMonthDay(value) && value > 2);
  return found && read(found.to, { nth: found.value, bare: true });
};

/** "nineteen eighty six", "nineteen hundred ninety three", "two thousand and thirty two". */
const speltYear = (ground: SlotGround, at: number): SlotRead | null => {
  const century = spelt(ground, at, (value) => value >= 15 && value <= 20);
  const rest = century && spelt(ground, century.to, (value) => value >= 10 && value <= 99);
  const whole = spelt(ground, at, (value) => value >= 1500 && value < 2200);
  if (whole !== null) return read(whole.to, { year: whole.value });
  return century && rest ? read(rest.to, { year: century.value * 100 + rest.value }) : null;
};

const year: SlotReader = (ground, at) => {
  const word = ground.words[at];
  if (!word?.figure) return speltYear(ground, at);
  const value = word.text.length === 4 ? Number(word.text) : 0;
  return value >= 1200 && value < 2200 ? read(at + 1, { year: value }) : null;
};

/** "of 87": the century is the last. */
const shortYear: SlotReader = ({ words }, at) => {
  const value = words[at]?.text.length === 2 ? figureOf(words[at], 2) : null;
  return value === null ? null : read(at + 1, { year: fullYear(value) });
};

const decade: SlotReader = ({ words }, at) => {
  const ending = words[at + 1];
  const found = /^(?:19|20)\d0$/.test(words[at]?.text ?? '') && ending?.glued && ending.word === 's';
  return found ? read(at + 2, { year: Number(words[at]?.text) }) : null;
};

const unit: SlotReader = (ground, at) => {
  const found = phrase(ground, at, 'dateUnits');
  return found && read(found.to, { unit: found.value as Unit });
};

const ordinal: SlotReader = (ground, at) => {
  const found = nthAt(ground, at);
  return found && !found.bare ? read(found.to, { ordinal: found.value }) : null;
};

const step: SlotReader = (ground, at) => {
  const found = phrase(ground, at, 'dateSteps');
  return found && read(found.to, { step: found.value as Stepping });
};

const part: SlotReader = (ground, at) => {
  const found = phrase(ground, at, 'dateParts');
  return found && read(found.to, { part: found.value as Part });
};

const season: SlotReader = (ground, at) => {
  const found = phrase(ground, at, 'dateSeasons');
  const [from = 0, to = 0] = found?.value.split(' ').map(Number) ?? [];
  return found && read(found.to, { season: [from, to] });
};

const feast: SlotReader = (ground, at) => {
  const found = phrase(ground, at, 'dateFeasts');
  return found && read(found.to, { feast: found.value });
};

const vague: SlotReader = (ground, at) => {
  const found = phrase(ground, at, 'dateVague');
  return found && read(found.to, {});
};

/** By the slot's name in a pattern. */
export const SLOTS: Readonly<Record<string, SlotReader>> = {
  ...{
    weekday,
    month,
    nth,
    'last-nth': lastNth,
    'mid-nth': midNth,
    spelt: speltDay,
    year,
    'short-year': shortYear,
    decade,
  },
  ...{ unit, length, ordinal, step, part },
  ...{ season, feast, vague, figures: readFigures, 'short-figures': readShortFigures },
};
