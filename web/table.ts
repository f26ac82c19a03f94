// The table that says what the map shows, cell by cell: it stands in the map's place and needs no picture.

import { sideName, verdictOf } from '../src/drawing/words.ts';
import type { Flag } from '../src/model/control.ts';
import type { CellAnswer } from './answers.ts';
import { button, make } from './elements.ts';
import { glyphImage } from './list.ts';
import { placeName, provinceName } from './names.ts';
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

const row = (page: Page, cell: CellAnswer): HTMLElement => {
  const name = make(
    'th',
    { scope: 'row' },
    button(placeName(cell.place), { class: 'link' }, () => page.go(chooseCell(cell))),
  );
  const verdict = make('td', {}, glyphImage(cell, page.world), ` ${verdictOf(controlCell(cell), page.world.sides)}`);
  const rest = [
    words().status[cell.status].name,
    holderWords(page, cell),
    cell.lastEvidence === null ? '—' : sayNumber(cell.lastEvidence),
    cell.flags.map(flagWords).join(words().comma) || '—',
  ];
  return make(
    'tr',
    {},
    name,
    make('td', {}, provinceName(cell.place.province) ?? '—'),
    make('td', {}, scopeWords(cell.scope)),
    verdict,
    ...rest.map((each) => make('td', {}, each)),
  );
};

/** So many rows at a time: thousands at once would make the page wait. */
const ROWS = 1000;

/** A button for the next rows; it goes when all are there. */
const drawMore = (page: Page, cells: readonly CellAnswer[], body: HTMLElement): HTMLElement | null => {
  let from = ROWS;
  const left = (): string => say(words().table.more, { n: Math.min(ROWS, cells.length - from), all: cells.length });
  if (cells.length <= from) return null;
  const more = button(left(), { class: 'more-rows' }, () => {
    body.append(...cells.slice(from, from + ROWS).map((cell) => row(page, cell)));
    from += ROWS;
    if (from >= cells.length) more.remove();
    else more.textContent = left();
  });
  return more;
};

/** The table, and below it what brings the rest of a long one. */
export const drawTable = (page: Page, { cells, on }: Shown): readonly HTMLElement[] => {
  const body = make('tbody', {}, ...cells.slice(0, ROWS).map((cell) => row(page, cell)));
  const caption = say(words().table.caption, { day: sayNumber(on), n: cells.length });
  const heads = HEADS.map((head) => make('th', { scope: 'col' }, words().table[head]));
  const table = make('table', {}, make('caption', {}, caption), make('thead', {}, make('tr', {}, ...heads)), body);
  const more = drawMore(page, cells, body);
  return more === null ? [table] : [table, more];
};
