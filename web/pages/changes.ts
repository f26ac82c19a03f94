// What changed between two days, or of one day between two moments of knowledge: a sentence each, with what made it so.

import { addDays, type Day, isDay } from '../../src/model/time.ts';
import { ask, type ChangeAnswer } from '../answers.ts';
import { type Child, make } from '../elements.ts';
import { knownWords } from '../headline.ts';
import { cellName, provinceName } from '../names.ts';
import { addressWith, pageAddress, placeAddress } from '../page-links.ts';
import { empty } from '../rows-table.ts';
import { outletWords, speakerWords } from '../said.ts';
import { START } from '../state.ts';
import { dayWords, say, sayCount, sayNumber, shortDayWords, words } from '../words.ts';
import { dayOf } from '../world.ts';
import { drawFilters } from './filters.ts';
import { pageWords } from './page-words.ts';
import { sideTag } from './source-words.ts';
import type { View, Visit } from './visit.ts';

const KINDS = ['hands', 'gained', 'lost', 'new', 'status', 'withdrawn'] as const;

interface Between {
  readonly from: Day;
  readonly to: Day;
  readonly fromAsOf: string | null;
  readonly toAsOf: string | null;
}

const asDay = (text: string | null): Day | null => (text !== null && isDay(text) ? text : null);

/** The day shown and the one before it, unless the address says which. */
const betweenOf = ({ asked, moment, world }: Visit): Between => {
  const shown = dayOf({ ...START, on: asDay(moment.on) }, world);
  const to = asDay(asked('to')) ?? shown;
  const from = asDay(asked('from')) ?? addDays(to, -1);
  return { from, to, fromAsOf: asked('fromAsOf'), toAsOf: asked('toAsOf') };
};

type Entry = ChangeAnswer['because'][number];

const entryItem = ({ act, known, reason, claim }: Entry, { world }: Visit): HTMLElement => {
  const { changes } = pageWords();
  const since = known === null ? null : say(changes.known, { day: dayWords(known.slice(0, 10) as Day) });
  const { name } = speakerWords(claim);
  const how = [changes.acts[act], since, reason === null || reason === '' ? null : reason];
  return make(
    'li',
    { class: 'entry' },
    make('p', { dir: 'auto' }, `“${claim.quote.text.replace(/\s+/g, ' ')}”`),
    make('p', { class: 'source' }, name, ', ', sideTag(claim.sides, world), ` · ${outletWords(claim)}`),
    make('p', { class: 'source' }, how.filter((each) => each !== null).join(words().comma)),
  );
};

const mapLink = ({ place, scope }: ChangeAnswer, { from, to }: Between, { moment }: Visit): HTMLElement =>
  make(
    'a',
    { href: addressWith('/', { ...moment, on: to }, { place: place.id, scope, with: from === to ? null : from }) },
    pageWords().changes.onMap,
  );

const drawChange = (one: ChangeAnswer, between: Between, visit: Visit): HTMLElement => {
  const { place, scope, sentence, to, because } = one;
  const [, rest = ''] = sentence.split(/:(.*)/s);
  const at = { ...visit.moment, on: between.to };
  return make(
    'li',
    { class: 'change' },
    make(
      'p',
      { class: 'change-sentence' },
      make('a', { href: placeAddress(place.id, scope, at), 'data-row': true, class: 'row-title' }, cellName(one)),
      place.province === null ? null : make('span', { class: 'source' }, ` ${provinceName(place.province)}`),
    ),
    make('p', { dir: 'auto' }, rest.trim()),
    make('p', { class: 'source' }, make('bdi', {}, to.reason), ' ', mapLink(one, between, visit)),
    because.length === 0
      ? null
      : make(
          'details',
          {},
          make('summary', {}, sayCount(pageWords().changes.entries, because.length)),
          make('ul', {}, ...because.map((entry) => entryItem(entry, visit))),
        ),
  );
};

const drawKind = (
  kind: (typeof KINDS)[number],
  ones: readonly ChangeAnswer[],
  draw: (one: ChangeAnswer) => HTMLElement,
): HTMLElement | null =>
  ones.length === 0
    ? null
    : make(
        'section',
        { class: 'part' },
        make('h2', {}, pageWords().changes.kinds[kind], make('span', { class: 'count' }, sayNumber(ones.length))),
        make('ul', { class: 'rows' }, ...ones.map(draw)),
      );

const subWords = ({ from, to, fromAsOf, toAsOf }: Between, { moment }: Visit): string => {
  const { changes } = pageWords();
  const knownOf = (asOf: string | null): string => knownWords(asOf ?? moment.asOf);
  return from === to
    ? say(changes.subKnown, { day: dayWords(to), from: knownOf(fromAsOf), to: knownOf(toAsOf) })
    : say(changes.sub, { from: dayWords(from), to: dayWords(to), known: knownOf(toAsOf) });
};

const feedLinks = ({ to }: Between): HTMLElement =>
  make(
    'p',
    { class: 'source' },
    pageWords().changes.feeds,
    ' ',
    make('a', { href: `/changes.atom?to=${to}`, type: 'application/atom+xml' }, 'Atom'),
    ', ',
    make('a', { href: `/changes.json?to=${to}`, type: 'application/feed+json' }, 'JSON Feed'),
  );

const filters = (visit: Visit, { from, to, fromAsOf, toAsOf }: Between): HTMLElement => {
  const { changes } = pageWords();
  return drawFilters(visit, [
    { name: 'from', label: changes.from, type: 'date', value: from },
    { name: 'to', label: changes.to, type: 'date', value: to },
    { name: 'fromAsOf', label: changes.fromAsOf, type: 'date', value: fromAsOf },
    { name: 'toAsOf', label: changes.toAsOf, type: 'date', value: toAsOf },
  ]);
};

const tallyWords = (all: readonly ChangeAnswer[]): string => {
  const { changes } = pageWords();
  const parts = KINDS.map((kind) => [kind, all.filter((one) => one.change === kind).length] as const)
    .filter(([, n]) => n > 0)
    .map(([kind, n]) => say(changes.tally, { n, kind: changes.kinds[kind].toLowerCase() }));
  return [sayCount(changes.found, all.length), ...(parts.length === 0 ? [] : [parts.join(words().comma)])].join(': ');
};

/** Another pair of days, the same number of days apart. */
const stepper =
  (visit: Visit, { from, to }: Between) =>
  (by: number): void =>
    visit.go({ from: addDays(from, by), to: addDays(to, by), on: null });

const neighbours = (between: Between, visit: Visit): HTMLElement => {
  const link = (by: number): Child => {
    const [from, to] = [addDays(between.from, by), addDays(between.to, by)];
    const { fromAsOf, toAsOf } = between;
    const told = from === to ? shortDayWords(to) : `${shortDayWords(from)} – ${shortDayWords(to)}`;
    const href = pageAddress('changes', { ...visit.moment, on: null }, { from, to, fromAsOf, toAsOf });
    return make('a', { class: 'button', href }, by < 0 ? `‹ ${told}` : `${told} ›`);
  };
  return make('p', { class: 'pager' }, link(-1), link(1));
};

export const showChanges = async (visit: Visit): Promise<View> => {
  const between = betweenOf(visit);
  const { asOf, seq } = visit.moment;
  const { data: all, meta } = await ask<readonly ChangeAnswer[]>('/api/changes', { ...between, asOf, seq });
  const told = tallyWords(all);
  visit.say(told);
  const draw = (one: ChangeAnswer): HTMLElement => drawChange(one, between, visit);
  return {
    ...{ page: 'changes', title: pageWords().changes.title, sub: subWords(between, visit), stamp: meta },
    parts: [
      filters(visit, between),
      make('p', { class: 'found' }, told),
      neighbours(between, visit),
      ...KINDS.map((kind) =>
        drawKind(
          kind,
          all.filter((one) => one.change === kind),
          draw,
        ),
      ),
      ...(all.length === 0 ? [empty(pageWords().changes.none)] : []),
      feedLinks(between),
    ],
    step: stepper(visit, between),
  };
};
