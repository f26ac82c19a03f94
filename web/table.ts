// The table that says what the map shows, cell by cell: it stands in the map's place and needs no picture.
import { STATUS_WORDS, sideName, verdictOf } from '../src/drawing/words.ts';
import type { CellAnswer } from './answers.ts';
import { button, make } from './elements.ts';
import { glyphImage } from './list.ts';
import { scopeWords } from './scopes.ts';
import { chooseCell, type Page, type Shown } from './view.ts';
import { controlCell } from './world.ts';

const HEADS = ['Place', 'Province', 'What', 'Verdict', 'Status', 'Holder', 'Last word', 'Flags'];

/** Flags as the model names them, in words: "singleSource" is "single source". */
export const flagWords = (flag: string): string => flag.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const holderWords = (page: Page, { holder }: CellAnswer): string => {
  if (holder === null) return 'cannot be said';
  return holder === 'none' ? 'nobody' : sideName(holder, page.world.sides);
};

const row = (page: Page, cell: CellAnswer): HTMLElement => {
  const name = make(
    'th',
    { scope: 'row' },
    button(cell.place.name, { class: 'link' }, () => page.go(chooseCell(cell))),
  );
  const verdict = make('td', {}, glyphImage(cell, page.world), ` ${verdictOf(controlCell(cell), page.world.sides)}`);
  const rest = [
    STATUS_WORDS[cell.status].name,
    holderWords(page, cell),
    cell.lastEvidence ?? '—',
    cell.flags.map(flagWords).join(', ') || '—',
  ];
  return make(
    'tr',
    {},
    name,
    make('td', {}, cell.place.province ?? '—'),
    make('td', {}, scopeWords(cell.scope)),
    verdict,
    ...rest.map((words) => make('td', {}, words)),
  );
};

export const drawTable = (page: Page, shown: Shown): HTMLElement =>
  make(
    'table',
    {},
    make(
      'caption',
      {},
      `Every place that somebody has spoken of by ${shown.on}: ${shown.cells.length}. All others: silence.`,
    ),
    make('thead', {}, make('tr', {}, ...HEADS.map((head) => make('th', { scope: 'col' }, head)))),
    make('tbody', {}, ...shown.cells.map((cell) => row(page, cell))),
  );
