// Date phrases that our own rules read: weeks and months, stretches, parts of months, years, solar hijri, numerals.
// Invariant: each pattern carries an example; what the words are is data (languages/en/dates.json).
import type { Lexicon } from '../model/lexicon.ts';
import type { Span } from '../model/text.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Day, Precision } from '../model/time.ts';
import { addDays } from '../model/time.ts';
import type { DateMeaning, MonthPart, Stretch } from './anchor-dates.ts';
import { always, monthMeaning, offset } from './anchor-dates.ts';
import { monthEnd, monthStart, weekdayBefore, weekStart, yearOf } from './calendar.ts';
import { findPhrases, hasPhrase } from './find-phrases.ts';
import { numberOf, ordinalOf } from './numbers.ts';

export interface DateExpression extends Span {
  readonly meaning: DateMeaning;
  /** True for a duration up to now ("for eleven days"), which starts a state as "since" does. */
  readonly lasting: boolean;
  /** "three days after", "the day before": reckoned from the day told last before it, not from the report's. */
  readonly fromTold?: boolean;
}

const relative = (anchor: (said: Day) => Stretch): DateMeaning => ({ anchor, needs: 'relative' });

const week = (weeks: number) =>
  relative((said) => {
    const from = addDays(weekStart(said), 7 * weeks);
    return { from, to: weeks === 0 ? said : addDays(from, 6), precision: 'week' };
  });

const month = (months: number) =>
  relative((said) => ({
    from: monthStart(said, months),
    to: months === 0 ? said : monthEnd(said, months),
    precision: 'month',
  }));

const year = (years: number) =>
  relative((said) => {
    const of = yearOf(said) + years;
    return { from: `${of}-01-01` as Day, to: years === 0 ? said : (`${of}-12-31` as Day), precision: 'month' };
  });

const weekend = (weeks: number) =>
  relative((said) => {
    const from = addDays(weekdayBefore(6, said), -7 * weeks);
    const to = addDays(from, 1);
    return { from, to: to > said ? said : to, precision: 'about' };
  });

const TOLD: readonly (readonly [string, number])[] = [
  ['date:told-before', -1],
  ['date:told-after', 1],
];

/** Lists of the lexicon whose phrases stand alone. "Last week" = Monday to Sunday before. */
const FIXED: readonly (readonly [string, DateMeaning])[] = [
  ['date:today', offset(0, 0, 'day')],
  ['date:yesterday', offset(-1, -1, 'day')],
  ['date:before-yesterday', offset(-2, -2, 'day')],
  ['date:tomorrow', offset(1, 1, 'day')],
  ['date:after-tomorrow', offset(2, 2, 'day')],
  ['date:overnight', offset(-1, 0, 'about')],
  ['date:recent-days', offset(-6, 0, 'week')],
  ['date:recent-weeks', offset(-28, 0, 'month')],
  ['date:recent-months', offset(-92, 0, 'month')],
  ['date:this-week', week(0)],
  ['date:last-week', week(-1)],
  ['date:past-week', offset(-7, 0, 'week')],
  ['date:next-week', week(1)],
  ['date:this-month', month(0)],
  ['date:last-month', month(-1)],
  ['date:past-month', offset(-31, 0, 'month')],
  ['date:next-month', month(1)],
  ['date:this-year', year(0)],
  ['date:last-year', year(-1)],
  ['date:past-year', offset(-365, 0, 'month')],
  ['date:weekend', weekend(0)],
  ['date:last-weekend', weekend(1)],
  [
    'date:long-ago',
    relative((said) => ({ from: addDays(said, -3650), to: addDays(said, -730), precision: 'unknown' })),
  ],
];

const UNIT_DAYS: readonly (readonly [string, number, Precision])[] = [
  ['unit:hour', 1 / 24, 'about'],
  ['unit:day', 1, 'about'],
  ['unit:week', 7, 'week'],
  ['unit:fortnight', 14, 'week'],
  ['unit:month', 30.44, 'month'],
  ['unit:year', 365.25, 'month'],
  ['unit:decade', 3652.5, 'month'],
];

interface Match {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly group: (name: string) => string;
}

interface Rule {
  readonly pattern: RegExp;
  readonly lasting?: boolean;
  readonly fromTold?: boolean;
  readonly means: (match: Match, ground: Lexicon) => DateMeaning | null;
}

const anyOf = (lexicon: Lexicon, ...lists: readonly string[]): string =>
  lists
    .flatMap((name) => lexicon.list(name))
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/\s+/g, '\\s+'))
    .join('|');

const unitOf = (word: string, lexicon: Lexicon) =>
  UNIT_DAYS.find(([name]) => lexicon.has(name, word.toLowerCase())) ?? null;

const countOf = (words: string, lexicon: Lexicon): number | null =>
  numberOf(words.toLowerCase().trim().split(/\s+/), lexicon);

/** Length in days of "three months"; null where the number is none. */
const lengthOf = (match: Match, lexicon: Lexicon) => {
  const unit = unitOf(match.group('unit'), lexicon);
  const count = match.group('count') === '' ? 1 : countOf(match.group('count'), lexicon);
  return unit === null || count === null ? null : { days: count * unit[1], isDay: unit[1] === 1, precision: unit[2] };
};

const stretchRules = (lexicon: Lexicon): readonly Rule[] => {
  const unit = `(?<unit>${anyOf(lexicon, ...UNIT_DAYS.map(([name]) => name))})`;
  const count = '(?<count>[\\p{L}\\p{N}-]+)';
  const past = (match: Match, ground: Lexicon) => {
    const length = lengthOf(match, ground);
    if (!length || (match.group('lasting') !== '' && length.days < 1)) return null;
    return offset(-Math.max(1, Math.round(length.days) - (length.isDay ? 1 : 0)), 0, length.precision);
  };
  const ago = (match: Match, ground: Lexicon) => {
    const length = lengthOf(match, ground);
    const back = length && -Math.round(length.days);
    return length && back !== null ? offset(back, back, length.isDay ? 'day' : length.precision) : null;
  };
  const ahead = (match: Match, ground: Lexicon) => {
    const length = lengthOf(match, ground);
    const days = length && Math.round(length.days);
    return length && days ? offset(days, days, length.isDay ? 'day' : length.precision) : null;
  };
  const within = (match: Match, ground: Lexicon) => {
    const length = lengthOf(match, ground);
    if (!length || length.days < 1) return null;
    return hasPhrase(match.text, ground.list('futureWords')) ? ahead(match, ground) : past(match, ground);
  };
  return [
    // "in the last three months", "over the past 24 hours"
    {
      pattern: new RegExp(`\\b(?:the\\s+|these\\s+)?(?:${anyOf(lexicon, 'past')})\\s+${count}\\s+${unit}\\b`, 'giu'),
      means: past,
    },
    // "three weeks ago"
    { pattern: new RegExp(`\\b${count}\\s+${unit}\\s+ago\\b`, 'giu'), means: ago },
    // "three days after troops had driven them out": three days before what was told
    {
      pattern: new RegExp(`\\b${count}\\s+${unit}\\s+(?:${anyOf(lexicon, 'units:past-of-told')})\\b`, 'giu'),
      fromTold: true,
      means: ago,
    },
    // "he had left two days before."
    { pattern: new RegExp(`\\b${count}\\s+${unit}\\s+before(?=\\s*[.,;:)]|$)`, 'giu'), fromTold: true, means: ago },
    // "two weeks from now"
    {
      pattern: new RegExp(`\\b${count}\\s+${unit}\\s+(?:${anyOf(lexicon, 'units:from-now')})\\b`, 'giu'),
      means: ahead,
    },
    // "will leave in two months"; "the third time in a week"
    { pattern: new RegExp(`\\b(?:${anyOf(lexicon, 'units:within')})\\s+${count}\\s+${unit}\\b`, 'giu'), means: within },
    // "two days later"
    {
      pattern: new RegExp(`\\b${count}\\s+${unit}\\s+(?:${anyOf(lexicon, 'units:future-of-told')})\\b`, 'giu'),
      fromTold: true,
      means: ahead,
    },
    // "for eleven days", "for a month"
    {
      pattern: new RegExp(`\\bfor\\s+(?:about\\s+|nearly\\s+|almost\\s+|some\\s+)?${count}\\s+${unit}\\b`, 'giu'),
      lasting: true,
      means: past,
    },
    // "for the ninth day"
    {
      pattern: new RegExp(
        `\\bfor\\s+(?:the|a)\\s+(?<count>[\\p{L}\\p{N}]+)\\s+(?:consecutive\\s+|straight\\s+)?${unit}\\b`,
        'giu',
      ),
      lasting: true,
      means: (match, ground) => {
        const nth = ordinalOf(match.group('count').toLowerCase(), ground);
        const days = unitOf(match.group('unit'), ground)?.[1] ?? 1;
        return nth === null ? null : offset(-Math.round((nth - 1) * days), 0, 'about');
      },
    },
  ];
};

const PARTS: readonly (readonly [string, MonthPart])[] = [
  ['part:early', 'early'],
  ['part:middle', 'middle'],
  ['part:late', 'late'],
];

const monthNumber = (word: string, lexicon: Lexicon): number | null => {
  const found = lexicon.look('months', word.toLowerCase().replace('.', ''));
  return found === null || !/^\p{Lu}/u.test(word) ? null : Number(found);
};

const monthRules = (lexicon: Lexicon): readonly Rule[] => {
  const name = '(?<month>\\p{Lu}\\p{L}{2,8})\\.?';
  const ofYear = '(?:,?\\s+(?:of\\s+)?(?<year>(?:19|20)\\d\\d)(?!\\d))?';
  const parts = anyOf(lexicon, ...PARTS.map(([list]) => list));
  const yearIn = (match: Match) => (match.group('year') === '' ? null : Number(match.group('year')));
  const whole = (match: Match, ground: Lexicon) => {
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

const yearRules = (lexicon: Lexicon): readonly Rule[] => [
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

/** Words that stand for one stretch whatever is around them. */
const findFixed = (text: string, lexicon: Lexicon): readonly DateExpression[] =>
  FIXED.flatMap(([list, meaning]) =>
    findPhrases(text, lexicon.list(list)).map(({ start, end }) => ({
      start,
      end: /['’]s$/.test(text.slice(start, end)) ? end - 2 : end,
      meaning,
      lasting: false,
    })),
  );

/** "the day before", "the next day": of the day told last. */
const findTold = (text: string, lexicon: Lexicon): readonly DateExpression[] =>
  TOLD.flatMap(([list, days]) =>
    findPhrases(text, lexicon.list(list)).map(({ start, end }) => ({
      ...{ start, end, meaning: offset(days, days, 'day'), lasting: false, fromTold: true },
    })),
  );

const applyRule = (text: string, rule: Rule, lexicon: Lexicon): readonly DateExpression[] =>
  [...text.matchAll(rule.pattern)].flatMap((found) => {
    const end = found.index + found[0].length;
    const match: Match = { text, start: found.index, end, group: (name) => found.groups?.[name] ?? '' };
    const meaning = rule.means(match, lexicon);
    const { lasting = false, fromTold = false } = rule;
    return meaning === null ? [] : [{ start: found.index, end, meaning, lasting, fromTold }];
  });

const compiled = new WeakMap<Lexicon, readonly Rule[]>();

const rulesOf = (lexicon: Lexicon): readonly Rule[] => {
  const known = compiled.get(lexicon) ?? [...stretchRules(lexicon), ...monthRules(lexicon), ...yearRules(lexicon)];
  compiled.set(lexicon, known);
  return known;
};

/** Every phrase of the kinds above; they may overlap, and the caller takes the longest. */
export const findDatePhrases = (text: string, theatre: Theatre): readonly DateExpression[] => [
  ...findFixed(text, theatre.lexicon),
  ...findTold(text, theatre.lexicon),
  ...rulesOf(theatre.lexicon).flatMap((rule) => applyRule(text, rule, theatre.lexicon)),
];
