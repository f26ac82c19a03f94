// One shape for all tables. On a phone each row stands as a block with its heads beside the values (style.css),
// which takes a table its meaning from those who hear it, so the roles are said outright.
import { type Child, make } from './elements.ts';

export interface Column {
  readonly head: string;
  readonly numeric?: boolean;
  /** Its values never break. */
  readonly short?: boolean;
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell of each is the row's head. */
  readonly rows: readonly (readonly Child[])[];
  /** Only as wide as its words. */
  readonly narrow?: boolean;
}

const classOf = ({ numeric = false, short = false }: Column): string | null =>
  [numeric ? 'numeric' : '', short ? 'short' : ''].join(' ').trim() || null;

const cell = (content: Child, column: Column, at: number): HTMLElement =>
  make(
    at === 0 ? 'th' : 'td',
    {
      ...(at === 0 ? { scope: 'row', role: 'rowheader' } : { role: 'cell' }),
      'data-head': column.head,
      class: classOf(column),
    },
    content,
  );

/** Rows of a table, for one that grows. */
export const tableRows = ({ columns, rows }: Pick<Table, 'columns' | 'rows'>): readonly HTMLElement[] =>
  rows.map((row) => make('tr', { role: 'row' }, ...columns.map((column, at) => cell(row[at] ?? '—', column, at))));

export const rowsTable = ({ caption, columns, rows, narrow = false }: Table): HTMLElement =>
  make(
    'table',
    { role: 'table', class: narrow ? 'rows-table narrow' : 'rows-table' },
    make('caption', { dir: 'auto' }, caption),
    make(
      'thead',
      { role: 'rowgroup' },
      make(
        'tr',
        { role: 'row' },
        ...columns.map((column) =>
          make('th', { scope: 'col', role: 'columnheader', class: classOf(column) }, column.head),
        ),
      ),
    ),
    make('tbody', { role: 'rowgroup' }, ...tableRows({ columns, rows })),
  );

export const section = (title: Child, ...parts: readonly Child[]): HTMLElement =>
  make('section', { class: 'part' }, make('h2', {}, title), ...parts);

export const empty = (told: string): HTMLElement => make('p', { class: 'empty' }, told);
