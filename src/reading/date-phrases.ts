// Date phrases that our own rules read: fixed phrases, lengths of time, months and years; one list of rules.
// Invariant: what the words are is data (languages/en/dates.json).
import type { Lexicon } from '../model/lexicon.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Day } from '../model/time.ts';
import { addDays } from '../model/time.ts';
import type { DateMeaning, Stretch } from './anchor-dates.ts';
import { offset } from './anchor-dates.ts';
import { monthEnd, monthStart, weekdayBefore, weekStart, yearOf } from './calendar.ts';
import { monthRules, yearRules } from './date-months.ts';
import type { DateExpression, DateMatch, DateRule } from './date-rule.ts';
import { stretchRules, UNIT_LISTS } from './date-stretches.ts';
import { findPhrases, hasPhrase } from './find-phrases.ts';

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

/** Words that stand for one stretch whatever is around them. */
const findFixed = (text: string, lexicon: Lexicon): readonly DateExpression[] => {
  const found: DateExpression[] = [];
  for (const [list, meaning] of FIXED)
    for (const { start, end } of findPhrases(text, lexicon.list(list)))
      found.push({
        start,
        end: /['’]s$/.test(text.slice(start, end)) ? end - 2 : end,
        meaning,
        lasting: false,
      });
  return found;
};

/** "the day before", "the next day": of the day told last. */
const findTold = (text: string, lexicon: Lexicon): readonly DateExpression[] =>
  TOLD.flatMap(([list, days]) =>
    findPhrases(text, lexicon.list(list)).map(({ start, end }) => ({
      ...{ start, end, meaning: offset(days, days, 'day'), lasting: false, fromTold: true },
    })),
  );

const applyRule = (text: string, rule: DateRule, lexicon: Lexicon): readonly DateExpression[] =>
  [...text.matchAll(rule.pattern)].flatMap((found) => {
    const end = found.index + found[0].length;
    const match: DateMatch = { text, start: found.index, end, group: (name) => found.groups?.[name] ?? '' };
    const meaning = rule.means(match, lexicon);
    const { lasting = false, fromTold = false } = rule;
    return meaning === null ? [] : [{ start: found.index, end, meaning, lasting, fromTold }];
  });

interface RuleSet {
  readonly rules: readonly DateRule[];
  /** False where a text has no word without which none of the rules can match: patterns cost more than a look. */
  mayMatch(text: string): boolean;
}

const compiled = new WeakMap<Lexicon, readonly RuleSet[]>();

const makeRules = (lexicon: Lexicon): readonly RuleSet[] => {
  const units = Object.freeze(UNIT_LISTS.flatMap((name) => lexicon.list(name)));
  return [
    { rules: stretchRules(lexicon), mayMatch: (text) => hasPhrase(text, units) },
    { rules: monthRules(lexicon), mayMatch: (text) => hasPhrase(text, lexicon.list('months')) },
    { rules: yearRules(lexicon), mayMatch: (text) => /\d/.test(text) },
  ];
};

const rulesOf = (text: string, lexicon: Lexicon): readonly DateRule[] => {
  const known = compiled.get(lexicon) ?? makeRules(lexicon);
  compiled.set(lexicon, known);
  return known.flatMap(({ rules, mayMatch }) => (mayMatch(text) ? rules : []));
};

/** Every phrase of the kinds above; they may overlap, and the caller takes the longest. */
export const findDatePhrases = (text: string, theatre: Theatre): readonly DateExpression[] => [
  ...findFixed(text, theatre.lexicon),
  ...findTold(text, theatre.lexicon),
  ...rulesOf(text, theatre.lexicon).flatMap((rule) => applyRule(text, rule, theatre.lexicon)),
];
