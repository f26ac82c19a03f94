// Numbers that people give, each beside what the ledger would count: never joined, never filled, no cell made from them.
import { addDays, type Day, isDay } from '../../src/model/time.ts';
import { type AggregateAnswer, ask } from '../answers.ts';
import { button, type Child, make } from '../elements.ts';
import { knownWords } from '../headline.ts';
import { empty } from '../rows-table.ts';
import { longDayWords, say, sayCount, sayNumber, shortDayWords } from '../words.ts';
import { drawCount, type Known } from './count-item.ts';
import { drawFilters } from './filters.ts';
import { pageWords } from './page-words.ts';
import type { View, Visit } from './visit.ts';

/** The day that a number is told of; the day it was known where it says none. */
const dayOf = ({ proposition, when, source }: AggregateAnswer): Day =>
  proposition?.until ?? when.latest ?? (source.known.slice(0, 10) as Day);

const drawDay = (
  day: Day,
  ones: readonly AggregateAnswer[],
  { visit, byId }: { readonly visit: Visit; readonly byId: Known },
): HTMLElement =>
  make(
    'section',
    { class: 'part' },
    make('h2', {}, longDayWords(day), make('span', { class: 'count' }, sayNumber(ones.length))),
    make('ul', { class: 'count-list' }, ...ones.map((one) => drawCount(one, visit, byId))),
  );

const MOST_NEAR = 4;

/** Where nobody gives a number for the day: the days nearest to it for which somebody does. */
const drawNone = (on: Day, days: readonly Day[], visit: Visit): HTMLElement => {
  const { counts } = pageWords();
  const near = [
    ...days.filter((day) => day < on).slice(-MOST_NEAR),
    ...days.filter((day) => day > on).slice(0, MOST_NEAR),
  ];
  return make(
    'div',
    {},
    empty(say(counts.none, { day: longDayWords(on) })),
    make(
      'p',
      { class: 'near-days' },
      ...near.map((day) => button(shortDayWords(day), {}, () => visit.go({ on: day }))),
    ),
  );
};

const drawKey = (): HTMLElement => make('p', { class: 'source count-key', dir: 'auto' }, pageWords().counts.key);

const filters = (visit: Visit, on: Day | null): HTMLElement => {
  const { counts, frame } = pageWords();
  const all: Child = on === null ? null : button(counts.allDays, {}, () => visit.go({ on: null }));
  return drawFilters(
    visit,
    [
      { name: 'on', label: counts.day, type: 'date', value: on },
      {
        ...{ name: 'fit', label: counts.fit, type: 'choice', value: visit.asked('fit') },
        options: [['', frame.any], ...Object.entries(counts.verdicts)],
      },
    ],
    all,
  );
};

const subWords = (shown: readonly AggregateAnswer[], visit: Visit): string =>
  say(pageWords().counts.sub, {
    counts: sayCount(pageWords().counts.found, shown.length),
    known: knownWords(visit.moment.asOf),
  });

export const showCounts = async (visit: Visit): Promise<View> => {
  const { asOf, seq, on: asked } = visit.moment;
  const on = asked !== null && isDay(asked) ? asked : null;
  const { data: all, meta } = await ask<readonly AggregateAnswer[]>('/api/aggregates', { asOf, seq });
  const fit = visit.asked('fit');
  const shown = all.filter((one) => (on === null || dayOf(one) === on) && (fit === null || one.verdict === fit));
  const byId: Known = new Map(all.map((one) => [one.id, one]));
  const days = [...new Set(all.map(dayOf))].sort();
  const byDay = [...Map.groupBy(shown, dayOf)].sort(([a], [b]) => (a < b ? 1 : -1));
  const { counts } = pageWords();
  const sub = subWords(shown, visit);
  if (on !== null || fit !== null) visit.say(sub);
  return {
    ...{ page: 'counts', title: counts.title, sub, stamp: meta },
    parts: [
      make('p', { class: 'lead', dir: 'auto' }, counts.lead),
      filters(visit, on),
      drawKey(),
      ...byDay.map(([day, ones]) => drawDay(day, ones, { visit, byId })),
      ...(shown.length > 0 ? [] : [on === null ? empty(counts.noneAtAll) : drawNone(on, days, visit)]),
    ],
    step: (by) => {
      if (on !== null) visit.go({ on: addDays(on, by) });
    },
  };
};
