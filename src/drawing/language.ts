// The languages of the interface. All words stand in one file for each; this one fills their gaps and counts.
// Invariant: a language that lacks a word lends it from English, whole; no word stands in code.
import english from './english.json' with { type: 'json' };

export type Words = typeof english;
export const ENGLISH: Words = english;

/** By the name that an address has for it; the first is meant where none is named. */
export const LANGUAGES = ['en', 'fa'] as const;
export type Language = (typeof LANGUAGES)[number];

/** As the language is called by those who speak it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', fa: 'دری' };

/** The code by which a theatre's names are kept. */
export const codeOf = ({ code }: Pick<Words, 'code'>): string => code.slice(0, 2);

type Part<T> = T extends string | readonly string[] ? T : { readonly [K in keyof T]?: Part<T[K]> };
export type SomeWords = Part<Words>;
export type SomeOf<T> = Part<T>;

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const lend = (whole: unknown, some: unknown): unknown => {
  if (some === undefined) return whole;
  if (!isGroup(whole) || !isGroup(some)) return some;
  return Object.fromEntries(Object.entries(whole).map(([key, value]) => [key, lend(value, some[key])]));
};

/** All words of one language, with what another has of them in their place. */
export const lent = <T>(whole: T, some: SomeOf<NoInfer<T>>): T => lend(whole, some) as T;

/** A language with every gap filled from English. */
export const withEnglish = (some: SomeWords): Words => lent(ENGLISH, some);

export type Value = string | number;

const LATIN = /[A-Za-z]/;
/** Letters of the line's own direction, or words that are kept apart already. */
const OWN = /[\u0600-\u06ff\u2068]/;
/** Foreign words keep their own direction inside a line that runs the other way. */
const isolated = (words: string, { direction }: Pick<Words, 'direction'>): string =>
  direction === 'rtl' && LATIN.test(words) && !OWN.test(words) ? `\u2068${words}\u2069` : words;

/** A number in the language's own digits. */
export const inDigits = (value: Value, { digits }: Pick<Words, 'digits'>): string =>
  String(value).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);

/** A sentence with its gaps filled: `{n} places` with n = 3. Numbers take the language's digits, words stay as they are. */
export const fill = (sentence: string, values: Readonly<Record<string, Value>>, words: Words): string =>
  sentence.replace(/\{(\w+)\}/g, (gap, name: string) => {
    const value = values[name];
    if (value === undefined) return gap;
    return typeof value === 'number' ? inDigits(value, words) : isolated(value, words);
  });

export interface Counted {
  readonly zero?: string;
  readonly one: string;
  readonly other: string;
}

/** The form for so many, filled: "No place", "1 place", "12 places". */
export const count = (forms: Counted, n: number, words: Words): string => {
  const form = n === 0 ? (forms.zero ?? forms.other) : n === 1 ? forms.one : forms.other;
  return fill(form, { n }, words);
};
