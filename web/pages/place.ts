// A place's own page, to be linked and printed: its verdict and reason, its days, what everybody says, what lies around it.
import { verdictOf } from '../../src/drawing/words.ts';
import { SCOPES, type Scope } from '../../src/model/claim.ts';
import { addDays, type Day } from '../../src/model/time.ts';
import { ask, type CellAnswer } from '../answers.ts';
import { button, type Child, make } from '../elements.ts';
import { beforeWords, drawGroups, drawProbability, silenceWords } from '../evidence.ts';
import { findPlaces } from '../find-places.ts';
import { knownWords } from '../headline.ts';
import { glyphImage } from '../list.ts';
import { loadEvidence } from '../load.ts';
import { addressWith, placeAddress } from '../page-links.ts';
import { drawPlaceStripFigure } from '../place-strip.ts';
import { empty, rowsTable, section } from '../rows-table.ts';
import { scopeWords } from '../scopes.ts';
import { START, type State } from '../state.ts';
import { flagWords } from '../table.ts';
import type { Page, Shown } from '../view.ts';
import { dayWords, longDayWords, say, sayCount, sayNumber, weekdayWords, words } from '../words.ts';
import { controlCell, dayOf, type World } from '../world.ts';
import { pageWords } from './page-words.ts';
import { drawAround, type Found } from './place-around.ts';
import { apart } from './source-words.ts';
import type { View, Visit } from './visit.ts';

const stateOf = ({ moment, id, asked }: Visit): State => ({
  ...START,
  ...{ on: moment.on as Day | null, asOf: moment.asOf, seq: moment.seq, lang: moment.lang, place: id },
  scope: SCOPES.find((scope) => scope === asked('scope')) ?? null,
});

/** The evidence's parts are those of the map's panel; a choice there leads to this place's page on another day. */
const pageOf = ({ world, state }: Found, visit: Visit): Page => ({
  world,
  state: () => state,
  say: visit.say,
  go: ({ on }) => {
    if (on !== undefined && on !== null) visit.go({ on });
  },
});

const line = (className: string, told: string | null): HTMLElement | null =>
  told === null || told === '' ? null : make('p', { class: className }, told);

const sinceWords = ({ evidence: { why } }: Found): string | null => {
  const { place } = pageWords();
  if (why.changeBetween === null) return null;
  const { from, until } = why.changeBetween;
  return from === until
    ? say(place.sinceDay, { day: dayWords(from) })
    : say(place.since, { from: dayWords(from), until: dayWords(until) });
};

const drawVerdict = (found: Found, visit: Visit): HTMLElement => {
  const { why } = found.evidence;
  const page = pageOf(found, visit);
  const verdict = make(
    'div',
    { class: 'verdict-block' },
    glyphImage(why, found.world, 26),
    make('p', { class: 'verdict-words' }, verdictOf(controlCell(why), found.world.sides)),
  );
  return make(
    'section',
    { class: 'place-verdict', 'aria-label': words().table.verdict },
    verdict,
    drawProbability(why),
    line('since', sinceWords(found)),
    line('reason', silenceWords(why) ?? why.reason),
    line('before', beforeWords(page, why)),
    line('flags', why.flags.map(flagWords).join(' · ')),
    drawPlaceStripFigure(page, shownOf(found), found.evidence),
  );
};

const shownOf = ({ state, on, cells, evidence: { why } }: Found): Shown => ({
  ...{ state, on, cells, changes: null, compared: null },
  stamp: { seq: why.seq, asOf: why.asOf, theatre: { id: '', version: '' }, model: why.model },
});

const periodRows = ({ evidence, world }: Found): readonly (readonly Child[])[] =>
  evidence.periods.map(({ holder, status, from, until, reason }) => [
    sayNumber(from),
    until === null ? pageWords().place.stillSo : sayNumber(addDays(until, -1)),
    verdictOf({ holder, status, against: [], flags: [] }, world.sides),
    reason,
  ]);

const drawPeriodTable = (found: Found): HTMLElement => {
  const { place: told } = pageWords();
  return section(
    told.periods,
    rowsTable({
      caption: sayCount(told.periodsCaption, found.evidence.periods.length),
      columns: [{ head: told.from }, { head: told.until }, { head: words().table.verdict }, { head: told.why }],
      rows: periodRows(found),
    }),
  );
};

const drawWouldChange = ({ evidence: { why } }: Found): HTMLElement | null =>
  why.wouldChange.length === 0
    ? null
    : section(
        words().evidence.wouldChange,
        make(
          'ul',
          { class: 'plain-list' },
          ...why.wouldChange.map(({ sentence }) => make('li', { dir: 'auto' }, sentence)),
        ),
      );

/** Days, the map, the other scopes that somebody speaks of, and a link that shows the same next year. */
const drawTools = (found: Found, scopes: readonly Scope[], visit: Visit): HTMLElement => {
  const { place: told } = pageWords();
  const { moment } = visit;
  const lasting = {
    ...moment,
    on: found.on,
    asOf: moment.asOf ?? new Date().toISOString(),
    seq: found.evidence.why.seq,
  };
  const { scope } = found.evidence.why;
  const at = (on: Day): string => placeAddress(found.place.id, scope, { ...moment, on });
  return make(
    'p',
    { class: 'pager place-tools' },
    make('a', { class: 'button', href: at(addDays(found.on, -1)) }, `‹ ${weekdayWords(addDays(found.on, -1))}`),
    make('a', { class: 'button', href: at(addDays(found.on, 1)) }, `${weekdayWords(addDays(found.on, 1))} ›`),
    make(
      'a',
      { class: 'button', href: addressWith('/', { ...moment, on: found.on }, { place: found.place.id, scope }) },
      told.onMap,
    ),
    make('a', { class: 'button', href: placeAddress(found.place.id, scope, lasting) }, told.lasting),
    button(told.print, {}, () => print()),
    ...scopes
      .filter((one) => one !== scope)
      .map((one) => make('a', { class: 'button', href: placeAddress(found.place.id, one, moment) }, scopeWords(one))),
  );
};

const notFound = (visit: Visit, world: World, stamp: View['stamp']): View => {
  const { place: told } = pageWords();
  const near = findPlaces((visit.id ?? '').split('/').at(-1) ?? '', world.places).slice(0, 8);
  return {
    ...{ page: null, title: say(words().frame.noSuchPlace, { words: visit.id ?? '' }), sub: null, stamp },
    parts: [
      near.length === 0 ? empty(told.noneNear) : make('p', {}, told.nearest),
      make(
        'ul',
        { class: 'plain-list' },
        ...near.map(({ id, name, province }) =>
          make(
            'li',
            {},
            make('a', { href: placeAddress(id, null, visit.moment), 'data-row': true }, name),
            province === null ? null : `, ${province}`,
          ),
        ),
      ),
    ],
  };
};

const whereWords = ({ place, evidence: { why } }: Found): readonly Child[] =>
  apart([scopeWords(why.scope), place.province]);

const subOf = (found: Found): HTMLElement =>
  make(
    'span',
    {},
    make('span', { class: 'place-where' }, ...whereWords(found)),
    make('strong', {}, longDayWords(found.on)),
    say(words().headline.sub, { known: knownWords(found.state.asOf) }),
  );

export const showPlace = async (visit: Visit): Promise<View> => {
  const state = stateOf(visit);
  const world = await visit.placed();
  const on = dayOf(state, world);
  const cells = await ask<readonly CellAnswer[]>('/api/control', { on, asOf: state.asOf, seq: state.seq });
  const place = world.byId.get(visit.id ?? '');
  if (place === undefined) return notFound(visit, world, cells.meta);
  const evidence = await loadEvidence(state, world);
  if (evidence === null) throw new Error('A page of a place has its evidence.');
  const found: Found = { world, place, state, on, evidence, cells: cells.data };
  const scopes = cells.data.flatMap((cell) => (cell.place.id === place.id ? [cell.scope] : []));
  return {
    ...{ page: null, title: place.name, sub: subOf(found), stamp: cells.meta },
    parts: [
      drawTools(found, scopes, visit),
      make(
        'div',
        { class: 'place-columns' },
        make('div', {}, drawVerdict(found, visit), drawWouldChange(found)),
        drawAround(found, visit),
      ),
      drawPeriodTable(found),
      section(pageWords().place.said, ...drawGroups(pageOf(found, visit), evidence)),
    ],
    step: (by) => visit.go({ on: addDays(on, by) }),
  };
};
