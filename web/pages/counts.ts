// Numbers that people give, each beside what the ledger would count: never joined, never filled, no cell made from them.
import type { Day } from '../../src/model/time.ts';
import { addDays, isDay } from '../../src/model/time.ts';
import { type AggregateAnswer, ask } from '../answers.ts';
import { button, type Child, make, mount } from '../elements.ts';
import { knownWords } from '../headline.ts';
import { sideNumberOf, whenWords } from '../said.ts';
import { longDayWords, say, sayCount, sayNumber, shortDayWords, words } from '../words.ts';
import type { World } from '../world.ts';
import { drawCountPicture } from './count-picture.ts';
import { drawFilters } from './filters.ts';
import { pageWords } from './page-words.ts';
import { sideTag, sourceLink, voiceName } from './source-words.ts';
import { empty } from './tables.ts';
import type { View, Visit } from './visit.ts';

/** The day that a number is told of; the day it was known where it says none. */
const dayOf = ({ proposition, when, source }: AggregateAnswer): Day =>
  proposition?.until ?? when.latest ?? (source.known.slice(0, 10) as Day);

const quoteWords = ({ quote }: AggregateAnswer): string => `“${quote.text.replace(/\s+/g, ' ')}”`;

const rangeOf = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  say(pageWords().counts.range, { low, high });

type Row = readonly [head: string, told: string | null];

const denominatorRow = ({ denominator }: AggregateAnswer): Row => {
  const { counts } = pageWords();
  if (denominator === null) return [counts.whole, null];
  const { stated, gazetteer, lists } = denominator;
  const list = lists[0] === undefined ? '' : say(counts.listed, { list: lists[0].list, edition: lists[0].edition });
  return [
    counts.whole,
    stated === null
      ? say(counts.wholeNotSaid, { gazetteer })
      : say(counts.wholeSaid, { stated, list: lists.length === 0 ? counts.noList : list, gazetteer }),
  ];
};

/** The figures behind the sentence, a row each; none is left out where there is one. */
const rowsOf = (one: AggregateAnswer): readonly Row[] => {
  const { counts } = pageWords();
  const { ledger, named, namingGap } = one;
  return [
    [counts.heard, ledger === null ? null : rangeOf(ledger.heard)],
    [counts.drift, ledger === null ? null : rangeOf(ledger)],
    [counts.spokenOf, ledger === null ? null : say(counts.of, { n: ledger.spokenOf, of: ledger.places })],
    [counts.named, named === null ? null : sayNumber(named.length)],
    [
      counts.gap,
      namingGap === null ? null : say(namingGap < 0 ? counts.gapMore : counts.gapFewer, { n: Math.abs(namingGap) }),
    ],
    denominatorRow(one),
  ];
};

const drawFigures = (one: AggregateAnswer): HTMLElement =>
  make(
    'dl',
    { class: 'figures' },
    ...rowsOf(one)
      .filter(([, told]) => told !== null)
      .flatMap(([head, told]) => [make('div', {}, make('dt', {}, head), make('dd', {}, told))]),
  );

const picture = (one: AggregateAnswer, world: World): HTMLElement | null => {
  const { stated, ledger } = one;
  if (stated === null || ledger === null) return null;
  const drawn = drawCountPicture({ ...one, stated, ledger }, sideNumberOf(one.sides, world), one.sentence);
  return make('figure', {}, mount(drawn));
};

const differenceWords = (differs: readonly string[]): string => {
  const { counts } = pageWords();
  const names: Readonly<Record<string, string>> = counts.differences;
  return differs.length === 0
    ? counts.nothingDiffers
    : say(counts.differs, { what: differs.map((each) => names[each] ?? each).join(words().comma) });
};

type Known = ReadonlyMap<string, AggregateAnswer>;

/** What answers it stands beside it, word by word, with what differs; neither corrects the other. */
const drawBeside = (one: AggregateAnswer, { world, moment }: Visit, byId: Known): HTMLElement | null => {
  const { counts } = pageWords();
  const items = one.beside.flatMap((beside) => {
    const other = byId.get(beside.aggregate);
    if (other === undefined) return [];
    return [
      make(
        'li',
        { class: 'beside' },
        make('p', { class: 'answers' }, beside.direction === 'answers' ? counts.answers : counts.answeredBy),
        make('p', {}, make('a', { href: `#${other.id}` }, quoteWords(other))),
        make('p', {}, voiceName(other, other.source.outlet), ', ', sideTag(other.sides, world)),
        make('p', { class: 'source' }, sourceLink(other.source, moment)),
        make(
          'p',
          { class: 'source' },
          beside.sameProposition ? counts.sameQuestion : counts.otherQuestion,
          ' ',
          differenceWords(beside.differs),
        ),
      ),
    ];
  });
  return items.length === 0 ? null : make('ul', { class: 'besides' }, ...items);
};

const MOST_ADMISSIONS = 6;

const drawAdmissions = ({ contradictedBy }: AggregateAnswer, world: World): HTMLElement | null => {
  if (contradictedBy.length === 0) return null;
  const { counts } = pageWords();
  const items = contradictedBy
    .slice(0, MOST_ADMISSIONS)
    .map(({ claim }) =>
      make(
        'li',
        {},
        `${claim.place.name}: ${voiceName(claim, null)}, `,
        sideTag(claim.sides, world),
        ` “${claim.quote.text}”`,
      ),
    );
  const more = contradictedBy.length - MOST_ADMISSIONS;
  return make(
    'details',
    {},
    make('summary', {}, sayCount(counts.ownSide, contradictedBy.length)),
    make('ul', {}, ...items, more > 0 ? make('li', {}, say(counts.moreOwn, { n: more })) : null),
  );
};

const fitWords = ({ verdict }: AggregateAnswer): string => pageWords().counts.verdicts[verdict];

const drawCount = (one: AggregateAnswer, visit: Visit, byId: Known): HTMLElement =>
  make(
    'li',
    { class: 'count-item', id: one.id },
    make(
      'div',
      { class: 'count-said' },
      make('blockquote', {}, make('mark', {}, quoteWords(one))),
      make('p', {}, make('strong', {}, voiceName(one, one.source.outlet)), ', ', sideTag(one.sides, visit.world)),
      make('p', { class: 'source' }, sourceLink(one.source, visit.moment), `, ${whenWords(one.when)}`),
      drawBeside(one, visit, byId),
    ),
    make(
      'div',
      { class: 'count-ledger' },
      make('p', { class: `fit of-${one.verdict}` }, make('strong', {}, fitWords(one))),
      picture(one, visit.world),
      make('p', { class: 'source' }, one.sentence),
      drawAdmissions(one, visit.world),
    ),
    drawFigures(one),
  );

const drawDay = (day: Day, ones: readonly AggregateAnswer[], visit: Visit, byId: Known): HTMLElement =>
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

const drawKey = (): HTMLElement => make('p', { class: 'source count-key' }, pageWords().counts.key);

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
      make('p', { class: 'lead' }, counts.lead),
      filters(visit, on),
      drawKey(),
      ...byDay.map(([day, ones]) => drawDay(day, ones, visit, byId)),
      ...(shown.length > 0 ? [] : [on === null ? empty(counts.noneAtAll) : drawNone(on, days, visit)]),
    ],
    step: (by) => {
      if (on !== null) visit.go({ on: addDays(on, by) });
    },
  };
};
