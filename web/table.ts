// The table that says what the map shows, cell by cell: it stands in the map's place and needs no picture.

import { sideName, verdictOf } from '../src/drawing/words.ts';
import type { Flag } from '../src/model/control.ts';
import type { CellAnswer } from './answers.ts';
import { button, type Child, make } from './elements.ts';
import { glyphImage } from './list.ts';
import { placeName, provinceName } from './names.ts';
import { type Column, rowsTable, tableRows } from './rows-table.ts';
import { scopeWords } from './scopes.ts';
import { chooseCell, type Page, type Shown } from './view.ts';
import { say, sayNumber, words } from './words.ts';
import { controlCell } from './world.ts';

const HEADS = ['place', 'province', 'what', 'verdict', 'status', 'holder', 'lastWord', 'flags'] as const;

/** Flags as the model names them, in words: "singleSource" is "single source". */
export const flagWords = (flag: Flag): string => words().flag[flag];

const holderWords = (page: Page, { holder }: CellAnswer): string => {
  if (holder === null) return words().side.notSaid;
  return holder === 'none' ? words().side.nobody : sideName(holder, page.world.sides);
};

const rowOf = (page: Page, cell: CellAnswer): readonly Child[] => {
  const verdict = verdictOf(controlCell(cell), page.world.sides);
  return [
    button(placeName(cell.place), { class: 'link' }, () => page.go(chooseCell(cell))),
    provinceName(cell.place.province),
    scopeWords(cell.scope),
    make('span', { class: 'with-glyph' }, glyphImage(cell, page.world), make('span', {}, verdict)),
    words().status[cell.status].name,
    holderWords(page, cell),
    cell.lastEvidence === null ? null : sayNumber(cell.lastEvidence),
    cell.flags.map(flagWords).join(words().comma) || null,
  ];
};

const columns = (): readonly Column[] =>
  HEADS.map((head) => ({ head: words().table[head], short: head === 'lastWord' }));

const rowsOf = (page: Page, cells: readonly CellAnswer[]) => ({
  columns: columns(),
  rows: cells.map((cell) => rowOf(page, cell)),
});

/** So many rows at a time: thousands at once would make the page wait. */
const ROWS = 1000;

/** A button for the next rows; it goes when all are there. */
const drawMore = (page: Page, cells: readonly CellAnswer[], table: HTMLElement): HTMLElement | null => {
  let from = ROWS;
  const left = (): string => say(words().table.more, { n: Math.min(ROWS, cells.length - from), all: cells.length });
  if (cells.length <= from) return null;
  const more = button(left(), { class: 'more-rows' }, () => {
    table.querySelector('tbody')?.append(...tableRows(rowsOf(page, cells.slice(from, from + ROWS))));
    from += ROWS;
    if (from >= cells.length) more.remove();
    else more.textContent = left();
  });
  return more;
};

/** The table, and below it what brings the rest of a long one. */
export const drawTable = (page: Page, { cells, on }: Shown): readonly HTMLElement[] => {
  const caption = say(words().table.caption, { day: sayNumber(on), n: cells.length });
  const table = rowsTable({ caption, ...rowsOf(page, cells.slice(0, ROWS)) });
  const more = drawMore(page, cells, table);
  return more === null ? [table] : [table, more];
};
