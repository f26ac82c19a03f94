// The table that says what the map shows, cell by cell: it stands in the map's place and needs no picture.
import { sideName, verdictOf } from '../src/drawing/words.ts';
import type { Flag } from '../src/model/control.ts';
import type { CellAnswer } from './answers.ts';
import { button, make } from './elements.ts';
import { glyphImage } from './list.ts';
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
    button(cell.place.name, { class: 'link' }, () => page.go(chooseCell(cell))),
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
    make('td', {}, cell.place.province ?? '—'),
    make('td', {}, scopeWords(cell.scope)),
    verdict,
    ...rest.map((each) => make('td', {}, each)),
  );
};

export const drawTable = (page: Page, shown: Shown): HTMLElement =>
  make(
    'table',
    {},
    make('caption', {}, say(words().table.caption, { day: sayNumber(shown.on), n: shown.cells.length })),
    make('thead', {}, make('tr', {}, ...HEADS.map((head) => make('th', { scope: 'col' }, words().table[head])))),
    make('tbody', {}, ...shown.cells.map((cell) => row(page, cell))),
  );
