// The panel without a choice: what changed on this day, then every place with a sentence, by province.
import { drawGlyphImage, glyphOf } from '../src/drawing/glyph.ts';
import { paintByVariable } from '../src/drawing/palette.ts';
import { shortDayWords, verdictOf } from '../src/drawing/words.ts';
import type { CellAnswer } from './answers.ts';
import { button, make, mount } from './elements.ts';
import { scopeWords } from './scopes.ts';
import { chooseCell, type Page, type Shown } from './view.ts';
import { controlCell, type World } from './world.ts';

const MOST_CHANGES = 8;

export const glyphImage = (cell: CellAnswer, world: World, size = 16): SVGElement =>
  mount(drawGlyphImage(glyphOf(controlCell(cell), world.numbers), paintByVariable, size));

const nameOf = (cell: CellAnswer): string =>
  cell.scope === 'district' || cell.scope === 'centre'
    ? cell.place.name
    : `${cell.place.name} (${scopeWords(cell.scope).toLowerCase()})`;

const row = (page: Page, cell: CellAnswer): HTMLElement => {
  const open = button('', { class: 'place-row' }, () => page.go(chooseCell(cell)));
  open.append(
    glyphImage(cell, page.world),
    make(
      'span',
      { class: 'place-words' },
      make('strong', {}, nameOf(cell)),
      make('span', { class: 'verdict' }, verdictOf(controlCell(cell), page.world.sides)),
    ),
    make('span', { class: 'age' }, cell.lastEvidence === null ? '' : shortDayWords(cell.lastEvidence)),
  );
  return make('li', {}, open);
};

const byProvince = (cells: readonly CellAnswer[]): readonly (readonly [string, readonly CellAnswer[]])[] => {
  const groups = new Map<string, CellAnswer[]>();
  for (const cell of cells) {
    const key = cell.place.province ?? 'Elsewhere';
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
};

const changedCells = ({ cells, changes }: Shown): readonly CellAnswer[] => {
  const changed = new Set(changes.map(({ place, scope }) => `${place.id} ${scope}`));
  return cells.filter((cell) => changed.has(`${cell.place.id} ${cell.scope}`));
};

/** The whole list as one piece for the panel. */
export const drawList = (page: Page, shown: Shown): readonly HTMLElement[] => {
  const changed = changedCells(shown);
  if (shown.cells.length === 0) {
    return [
      make('p', { class: 'empty' }, 'No report speaks of this day or one before it. Blank means silence, not safety.'),
    ];
  }
  const first = changed.slice(0, MOST_CHANGES).map((cell) => row(page, cell));
  const more = changed.length - first.length;
  return [
    make(
      'section',
      {},
      make('h2', {}, 'Changed on this day', make('span', { class: 'count' }, String(changed.length))),
      changed.length === 0
        ? make('p', { class: 'empty' }, 'No place changed holder or status.')
        : make('ul', { class: 'places' }, ...first),
      more > 0 ? make('p', { class: 'empty' }, `and ${more} more, below`) : null,
    ),
    ...byProvince(shown.cells).map(([province, cells]) =>
      make(
        'section',
        {},
        make('h2', {}, province, make('span', { class: 'count' }, String(cells.length))),
        make('ul', { class: 'places' }, ...cells.map((cell) => row(page, cell))),
      ),
    ),
  ];
};
