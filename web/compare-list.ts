// The panel while two moments are compared: which other moment, then every changed place by the kind of change.

import { drawChangeImage } from '../src/drawing/change-sign.ts';
import { signOf } from '../src/drawing/draw-changes.ts';
import { GROUPS, type Group } from '../src/drawing/find-changes.ts';
import { paintByVariable } from '../src/drawing/palette.ts';
import { verdictOf } from '../src/drawing/words.ts';
import { addDays } from '../src/model/time.ts';
import type { CellAnswer } from './answers.ts';
import { clampDay } from './axis.ts';
import type { Changed, Compared } from './compare-cells.ts';
import { comparison } from './compare-moments.ts';
import { button, make, mount } from './elements.ts';
import { glyphImage } from './list.ts';
import { cellName, placeName } from './names.ts';
import type { State } from './state.ts';
import { chooseCell, type Page, type Shown } from './view.ts';
import { dayWords, say, words } from './words.ts';
import { controlCell } from './world.ts';

const WEEK = 7;

/** What to compare with, as buttons; the handle on the strip goes to any other day. */
const drawChoices = (page: Page, { on, state }: Shown): HTMLElement => {
  const before = (days: number) => ({ with: clampDay(addDays(on, -days), page.world), withAsOf: null });
  const { compare } = words();
  const choices: readonly (readonly [string, Partial<State>])[] = [
    [compare.dayBefore, before(1)],
    [compare.weekBefore, before(WEEK)],
    [compare.thenItself, comparison.thenAndNow(on)],
  ];
  const isChosen = (change: Partial<State>): boolean =>
    state.with === change.with && state.withAsOf === change.withAsOf;
  return make(
    'div',
    { class: 'compare-choices', role: 'group', 'aria-label': compare.with },
    ...choices.map(([label, change]) =>
      button(label, { 'aria-pressed': String(isChosen(change)) }, () => page.go(change)),
    ),
    button(compare.end, {}, () => page.go({ with: null, withAsOf: null })),
  );
};

const verdict = (page: Page, cell: CellAnswer | null): string =>
  cell === null ? words().verdict.silentThen : verdictOf(controlCell(cell), page.world.sides);

const row = (page: Page, changed: Changed): HTMLElement => {
  const cell = changed.after ?? changed.before;
  const sign = signOf(changed.group);
  const said = say(words().compare.row, {
    after: verdict(page, changed.after),
    before: verdict(page, changed.before),
  });
  const open = button('', { class: 'place-row changed-row' }, () => page.go(chooseCell(changed)));
  open.append(
    cell === null ? '' : glyphImage(changed.after ?? { ...cell, status: 'undetermined' }, page.world),
    make(
      'span',
      { class: 'place-words' },
      make('strong', {}, cell === null ? placeName(changed.place) : cellName(cell)),
      make('span', { class: 'verdict' }, said),
    ),
    sign === null ? '' : mount(drawChangeImage(sign, paintByVariable)),
  );
  return make('li', {}, open);
};

const drawGroup = (page: Page, group: Group, changed: readonly Changed[]): HTMLElement => {
  const { title, means } = words().compare.group[group];
  const sign = signOf(group);
  return make(
    'section',
    { 'data-group': group },
    make(
      'h2',
      {},
      make(
        'span',
        { class: 'group-title' },
        sign === null ? null : mount(drawChangeImage(sign, paintByVariable)),
        title,
      ),
      make('span', { class: 'count' }, String(changed.length)),
    ),
    means === '' ? null : make('p', { class: 'empty' }, means),
    make('ul', { class: 'places' }, ...changed.map((one) => row(page, one))),
  );
};

/** The list in the groups' order; groups without a place are left out. */
export const drawComparison = (page: Page, shown: Shown, compared: Compared): readonly HTMLElement[] => {
  const groups = GROUPS.map((group) => [group, compared.changed.filter((one) => one.group === group)] as const);
  const nothing = say(words().compare.nothing, { day: dayWords(compared.later.on) });
  return [
    drawChoices(page, shown),
    ...(compared.changed.length === 0 ? [make('p', { class: 'empty' }, nothing)] : []),
    ...groups.filter(([, changed]) => changed.length > 0).map(([group, changed]) => drawGroup(page, group, changed)),
  ];
};
