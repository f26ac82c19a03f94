// What lies around a place: a small map and a table that says the same, each neighbour a link to its own page.
import { capital, verdictOf } from '../../src/drawing/words.ts';
import type { Day } from '../../src/model/time.ts';
import type { CellAnswer, PlaceRecord } from '../answers.ts';
import { type Child, make } from '../elements.ts';
import type { Evidence } from '../evidence.ts';
import { glyphImage } from '../list.ts';
import { placeAddress } from '../page-links.ts';
import { empty, rowsTable } from '../rows-table.ts';
import type { State } from '../state.ts';
import { dayWords, say, sayNumber, words } from '../words.ts';
import { controlCell, type World } from '../world.ts';
import { pageWords } from './page-words.ts';
import { drawPlaceMap, hasExtent, neighboursOf } from './place-map.ts';
import type { Visit } from './visit.ts';

/** All that a place's page is drawn from. */
export interface Found {
  readonly world: World;
  readonly place: PlaceRecord;
  readonly state: State;
  readonly on: Day;
  readonly evidence: Evidence;
  readonly cells: readonly CellAnswer[];
}

const cellOf = ({ cells }: Found, id: string): CellAnswer | undefined =>
  cells.find(({ place, scope }) => place.id === id && (scope === 'district' || scope === 'centre')) ??
  cells.find(({ place }) => place.id === id);

const neighbourRow = (found: Found, neighbour: PlaceRecord, { moment }: Visit): readonly Child[] => {
  const cell = cellOf(found, neighbour.id);
  const link = make(
    'a',
    { href: placeAddress(neighbour.id, null, { ...moment, on: found.on }), 'data-row': true },
    neighbour.name,
  );
  const told = cell === undefined ? words().verdict.silent : verdictOf(controlCell(cell), found.world.sides);
  return [
    link,
    make('span', { class: 'with-glyph' }, cell === undefined ? null : glyphImage(cell, found.world), capital(told)),
    cell?.lastEvidence == null ? '—' : sayNumber(cell.lastEvidence),
  ];
};

export const drawAround = (found: Found, visit: Visit): HTMLElement => {
  const { place: told } = pageWords();
  const neighbours = neighboursOf(found.place, found.world).toSorted((a, b) => a.name.localeCompare(b.name));
  const mapWords = say(told.mapSays, { place: found.place.name, n: neighbours.length });
  const map = { neighbours, cells: found.cells, told: mapWords };
  const table = rowsTable({
    caption: say(told.aroundCaption, { day: dayWords(found.on) }),
    columns: [
      { head: words().table.place },
      { head: words().table.verdict },
      { head: words().table.lastWord, short: true },
    ],
    rows: neighbours.map((one) => neighbourRow(found, one, visit)),
  });
  const hasMap = hasExtent(found.place, found.world);
  return make(
    'section',
    { class: 'part around' },
    make('h2', {}, told.around),
    hasMap ? make('figure', { class: 'place-map-frame' }, drawPlaceMap(found.place, map, found.world)) : null,
    neighbours.length === 0 ? empty(told.noNeighbour) : table,
  );
};
