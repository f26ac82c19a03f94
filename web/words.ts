// The language that the page speaks, and every way of saying something in it. It is chosen once, before anything is drawn:
// another language is another address, and the page starts anew. Invariant: no other module of the page holds a word.
import * as days from '../src/drawing/day-words.ts';
import {
  type Counted,
  count,
  ENGLISH,
  fill,
  inDigits,
  type Language,
  type Value,
  type Words,
  withEnglish,
} from '../src/drawing/language.ts';
import * as sentences from '../src/drawing/words.ts';
import type { Day } from '../src/model/time.ts';

let spoken: Words = ENGLISH;

/** All words, by where they stand: `words().list.changed`. */
export const words = (): Words => spoken;

/** Fills a sentence's gaps: `say(words().list.more, { n: 3 })`. */
export const say = (sentence: string, values: Readonly<Record<string, Value>>): string =>
  fill(sentence, values, spoken);

/** A number, or what is written with digits, in the language's own. */
export const sayNumber = (value: Value): string => inDigits(value, spoken);

/** The form for so many: `sayCount(words().evidence.periods, 2)`. */
export const sayCount = (forms: Counted, n: number): string => count(forms, n, spoken);

export const dayWords = (day: Day): string => days.dayWords(day, spoken);
export const shortDayWords = (day: Day): string => days.shortDayWords(day, spoken);
export const longDayWords = (day: Day): string => days.longDayWords(day, spoken);
export const weekdayWords = (day: Day): string => days.weekdayWords(day, spoken);
export const ageWords = (last: Day, on: Day): string => days.ageWords(last, on, spoken);
export const monthWords = (day: Day): string => days.monthWords(day, spoken);
export const clockWords = (instant: string): string => days.clockWords(instant, spoken);
export const places = (n: number): string => sentences.places(n, spoken);

/** Loaded only where it is asked for. */
const load = async (language: Language): Promise<Words> => {
  if (language === 'en') return ENGLISH;
  const { default: dari } = await import('../src/drawing/dari.json', { with: { type: 'json' } });
  return withEnglish(dari);
};

/** Says what the frame says, in the language: `data-say` is the words, `data-say-label` the name, `data-say-hint` the hint. */
const dress = (root: ParentNode): void => {
  const sentence = (path: string): string => {
    const found = path
      .split('.')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], spoken);
    if (typeof found !== 'string') throw new Error(`There are no words ${path}.`);
    return found;
  };
  for (const element of root.querySelectorAll<HTMLElement>('[data-say]'))
    element.textContent = sentence(element.dataset.say ?? '');
  for (const element of root.querySelectorAll<HTMLElement>('[data-say-label]')) {
    const label = sentence(element.dataset.sayLabel ?? '');
    element.setAttribute('aria-label', label);
    if (element.title !== '') element.title = label;
  }
  for (const element of root.querySelectorAll<HTMLElement>('[data-say-hint]'))
    element.setAttribute('placeholder', sentence(element.dataset.sayHint ?? ''));
};

/** Before anything is drawn: the language, its direction, and the frame's own words. */
export const speak = async (language: Language): Promise<void> => {
  spoken = await load(language);
  document.documentElement.lang = spoken.code;
  document.documentElement.dir = spoken.direction;
  if (language !== 'en') dress(document);
};
