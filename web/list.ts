// The panel without a choice: what changed on this day, then every place with a sentence, by province.

import { drawGlyphImage, glyphOf } from '../src/drawing/glyph.ts';
import { paintByVariable } from '../src/drawing/palette.ts';
import { verdictOf } from '../src/drawing/words.ts';
import type { CellAnswer } from './answers.ts';
import { button, make, mount } from './elements.ts';
import { drawFilter, isFiltered, isListed } from './list-filter.ts';
import { cellName, provinceName } from './names.ts';
import type { State } from './state.ts';
import { chooseCell, type Page, type Shown } from './view.ts';
import { say, sayNumber, shortDayWords, words } from './words.ts';
import { controlCell, type World } from './world.ts';

const MOST_CHANGES = 8;

export const glyphImage = (cell: CellAnswer, world: World, size = 16): SVGElement =>
  mount(drawGlyphImage(glyphOf(controlCell(cell), world.numbers), paintByVariable, size));

const rowKey = (place: string, scope: string | null): string => JSON.stringify([place, scope]);

/** The row of the place that a state has chosen; null where the list has none. */
export const rowOf = ({ place, scope }: Pick<State, 'place' | 'scope'>): HTMLElement | null => {
  const key = rowKey(place ?? '', scope);
  const rows = document.querySelectorAll<HTMLElement>('[data-row]');
  return [...rows].find((each) => each.dataset.row === key) ?? null;
};

/** One place as a row that opens it. */
export const row = (page: Page, cell: CellAnswer, name = cellName(cell)): HTMLElement => {
  const open = button('', { class: 'place-row', 'data-row': rowKey(cell.place.id, cell.scope) }, () =>
    page.go(chooseCell(cell)),
  );
  open.append(
    glyphImage(cell, page.world),
    make(
      'span',
      { class: 'place-words' },
      make('strong', {}, name),
      make('span', { class: 'verdict' }, verdictOf(controlCell(cell), page.world.sides)),
    ),
    make('span', { class: 'age' }, cell.lastEvidence === null ? '' : shortDayWords(cell.lastEvidence)),
  );
  return make('li', {}, open);
};

const byProvince = (cells: readonly CellAnswer[]): readonly (readonly [string, readonly CellAnswer[]])[] => {
  const groups = new Map<string, CellAnswer[]>();
  for (const cell of cells) {
    const key = provinceName(cell.place.province) ?? words().list.elsewhere;
    const group = groups.get(key);
    if (group) group.push(cell);
    else groups.set(key, [cell]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
};

/** Cities first: their fall is what a day is remembered by. */
const changedCells = ({ cells }: Shown, changes: NonNullable<Shown['changes']>): readonly CellAnswer[] => {
  const changed = new Set(changes.map(({ place, scope }) => `${place.id} ${scope}`));
  const isCity = ({ place, scope }: CellAnswer): boolean => place.kind === 'city' && scope === 'city';
  const found = cells.filter((cell) => changed.has(`${cell.place.id} ${cell.scope}`));
  return found.toSorted((a, b) => Number(isCity(b)) - Number(isCity(a)));
};

/** A button for those that are left; it goes when all are there. */
const showRest = (page: Page, list: HTMLElement, changed: readonly CellAnswer[]): HTMLElement => {
  const more = button(say(words().list.all, { n: changed.length }), { class: 'link' }, () => {
    list.append(...changed.slice(MOST_CHANGES).map((cell) => row(page, cell)));
    more.remove();
  });
  return more;
};

const drawChanges = (page: Page, shown: Shown): HTMLElement => {
  const head = (count: string): HTMLElement =>
    make('h2', {}, words().list.changed, make('span', { class: 'count' }, count));
  if (shown.changes === null)
    return make('section', {}, head('…'), make('p', { class: 'empty' }, words().list.comparing));
  const changed = changedCells(shown, shown.changes);
  if (changed.length === 0) {
    return make('section', {}, head(sayNumber(0)), make('p', { class: 'empty' }, words().list.noChange));
  }
  const list = make('ul', { class: 'places' }, ...changed.slice(0, MOST_CHANGES).map((cell) => row(page, cell)));
  return make(
    'section',
    {},
    head(sayNumber(changed.length)),
    list,
    changed.length > MOST_CHANGES ? showRest(page, list, changed) : null,
  );
};

const rowsOf = (page: Page, cells: readonly CellAnswer[]): HTMLElement =>
  make('ul', { class: 'places' }, ...cells.map((cell) => row(page, cell)));

const provinceHead = (province: string, cells: readonly CellAnswer[]): HTMLElement =>
  make('h2', {}, province, make('span', { class: 'count' }, sayNumber(cells.length)));

/** More rows than this are folded by province, and made when they are unfolded. */
const MOST_ROWS = 800;

const drawFolded = (page: Page, province: string, cells: readonly CellAnswer[]): HTMLElement => {
  const isOpen = document.querySelector(`#list details[data-province="${CSS.escape(province)}"][open]`) !== null;
  const fold = make(
    'details',
    { class: 'province', 'data-province': province, open: isOpen },
    make('summary', {}, provinceHead(province, cells)),
    isOpen ? rowsOf(page, cells) : null,
  );
  fold.addEventListener('toggle', () => {
    if (fold.querySelector('ul') === null) fold.append(rowsOf(page, cells));
  });
  return fold;
};

/** The whole list as one piece for the panel. */
export const drawList = (page: Page, shown: Shown): readonly HTMLElement[] => {
  if (shown.cells.length === 0) return [make('p', { class: 'empty' }, words().list.silence)];
  const listed = shown.cells.filter((cell) => isListed(cell, shown.state));
  const isLong = listed.length > MOST_ROWS;
  const drawProvince = (province: string, cells: readonly CellAnswer[]): HTMLElement =>
    isLong
      ? drawFolded(page, province, cells)
      : make('section', {}, provinceHead(province, cells), rowsOf(page, cells));
  return [
    ...(isFiltered(shown.state) ? [] : [drawChanges(page, shown)]),
    drawFilter(page, shown.state, { all: shown.cells.length, listed: listed.length }),
    ...byProvince(listed).map(([province, cells]) => drawProvince(province, cells)),
  ];
};
