// What else is told of a place: its other parts, the places in it, and the place that it lies in. A quarrel over a gate is
// a quarrel that whoever looks at the district must not miss.

import type { CellAnswer, WhyAnswer } from './answers.ts';
import { make } from './elements.ts';
import { row } from './list.ts';
import { placeName } from './names.ts';
import type { Page, Shown } from './view.ts';
import { say, words } from './words.ts';

/** The cells that hold it or that it holds, of places somebody has spoken of; never the cell itself. */
export const relatedCells = (
  { place, scope }: Pick<WhyAnswer, 'place' | 'scope'>,
  { world }: Pick<Page, 'world'>,
  cells: readonly CellAnswer[],
): readonly CellAnswer[] => {
  const around = world.byId.get(place.id);
  const home = around?.cell ?? null;
  return cells.filter((cell) => {
    if (cell.place.id === place.id) return cell.scope !== scope;
    const other = world.byId.get(cell.place.id);
    const isInside = other?.cell === place.id || other?.within === place.id;
    return isInside || cell.place.id === home || (home !== null && home !== place.id && other?.cell === home);
  });
};

/** What of the place is meant is said of each: they have one name. */
const partName = ({ place, scope }: CellAnswer): string =>
  say(words().list.part, { place: placeName(place), scope: words().scope[scope] });

export const drawRelated = (page: Page, { cells }: Shown, why: WhyAnswer): HTMLElement | null => {
  const related = relatedCells(why, page, cells);
  if (related.length === 0) return null;
  return make(
    'section',
    { class: 'related', 'aria-label': words().evidence.relatedMeans },
    make('h3', {}, words().evidence.related),
    make('ul', { class: 'places' }, ...related.map((cell) => row(page, cell, partName(cell)))),
  );
};
