// Months, parts of months, years and decades: "mid-July", "in May", "since 2014", "the 1990s".
// Invariant: a month's name needs its capital and, alone, a preposition: "may" and "march" are words too.
import type { Lexicon } from '../model/lexicon.ts';
import type { Day } from '../model/time.ts';
import type { DateMeaning, MonthPart } from './anchor-dates.ts';
import { always, monthMeaning } from './anchor-dates.ts';
import { anyOf, type DateMatch, type DateRule } from './date-rule.ts';

const PARTS: readonly (readonly [string, MonthPart])[] = [
  ['part:early', 'early'],
  ['part:middle', 'middle'],
  ['part:late', 'late'],
];

const monthNumber = (word: string, lexicon: Lexicon): number | null => {
  const found = lexicon.look('months', word.toLowerCase().replace('.', ''));
  return found === null || !/^\p{Lu}/u.test(word) ? null : Number(found);
};

export const monthRules = (lexicon: Lexicon): readonly DateRule[] => {
  const name = '(?<month>\\p{Lu}\\p{L}{2,8})\\.?';
  const ofYear = '(?:,?\\s+(?:of\\s+)?(?<year>(?:19|20)\\d\\d)(?!\\d))?';
  const parts = anyOf(lexicon, ...PARTS.map(([list]) => list));
  const yearIn = (match: DateMatch) => (match.group('year') === '' ? null : Number(match.group('year')));
  const whole = (match: DateMatch, ground: Lexicon) => {
    const number = monthNumber(match.group('month'), ground);
    return number === null ? null : monthMeaning(number, 'whole', yearIn(match));
  };
  return [
    // "mid-July", "the first days of June", "late May 2021"
    {
      pattern: new RegExp(`\\b(?<part>${parts})[\\s-]+${name}${ofYear}(?!\\s+\\d)`, 'gu'),
      means: (match, ground) => {
        const number = monthNumber(match.group('month'), ground);
        const part = PARTS.find(([list]) => ground.has(list, match.group('part').toLowerCase()))?.[1];
        return number === null || !part ? null : monthMeaning(number, part, yearIn(match));
      },
    },
    // "in May", "since June 2020"
    {
      pattern: new RegExp(`(?<=\\b(?:${anyOf(lexicon, 'dateLinks')})\\s)${name}${ofYear}(?!\\s+\\d|\\p{L})`, 'giu'),
      means: whole,
    },
    // "May 2021"
    { pattern: new RegExp(`(?<!\\d\\s|\\p{L})${name},?\\s+(?<year>(?:19|20)\\d\\d)(?!\\d)`, 'gu'), means: whole },
  ];
};

const yearStretch = (from: number, to: number): DateMeaning =>
  always({ from: `${from}-01-01` as Day, to: `${to}-12-31` as Day, precision: 'month' });

export const yearRules = (lexicon: Lexicon): readonly DateRule[] => [
  // "in late 2001", "since 2014"
  {
    pattern: new RegExp(
      `(?<=\\b(?:${anyOf(lexicon, 'dateLinks')})[\\s-])(?<year>(?:19|20)\\d\\d)(?![\\d,.]\\d|\\d|\\s+\\p{L}+s\\b)`,
      'giu',
    ),
    means: (match) => yearStretch(Number(match.group('year')), Number(match.group('year'))),
  },
  // "the 1990s"
  {
    pattern: /\b(?<year>(?:19|20)\d0)s\b/giu,
    means: (match) => yearStretch(Number(match.group('year')), Number(match.group('year')) + 9),
  },
];
