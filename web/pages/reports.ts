// The list of reports: by words, outlet and day, the newest in the ledger first.
import type { reportHeadRecord } from '../../src/publishing/report-records.ts';
import { ask } from '../answers.ts';
import { type Child, make } from '../elements.ts';
import { addressWith, reportAddress } from '../page-links.ts';
import { empty } from '../rows-table.ts';
import { whenWords } from '../said.ts';
import { say, sayCount, words } from '../words.ts';
import { drawFilters } from './filters.ts';
import { pageWords } from './page-words.ts';
import { apart } from './source-words.ts';
import type { View, Visit } from './visit.ts';

type Row = ReturnType<typeof reportHeadRecord>;
interface Outlet {
  readonly outlet: string | null;
  readonly reports: number;
}

const LIMIT = 50;

const drawRow = (row: Row, { moment }: Visit): HTMLElement => {
  const { reports } = pageWords();
  const agency = row.agency === null || row.agency === row.outlet ? null : say(reports.via, { agency: row.agency });
  const meta = [row.outlet ?? words().evidence.outletUnknown, whenWords(row.published), agency];
  return make(
    'li',
    { class: 'row' },
    make(
      'p',
      {},
      make(
        'a',
        { href: reportAddress(row.id, moment), 'data-row': true, class: 'row-title' },
        row.title ?? reports.untitled,
      ),
    ),
    make('p', { class: 'source' }, ...apart(meta)),
    make(
      'p',
      { class: 'row-count' },
      sayCount(reports.claims, row.claims),
      row.copyOf === null ? null : make('span', { class: 'tag' }, reports.copy),
    ),
  );
};

const pager = (visit: Visit, next: string | null): HTMLElement | null => {
  const { reports } = pageWords();
  const cursor = visit.asked('cursor');
  if (next === null && cursor === null) return null;
  const kept = Object.fromEntries(['q', 'outlet', 'from', 'until'].map((name) => [name, visit.asked(name)]));
  const link = (told: string, at: string | null): HTMLElement =>
    make('a', { class: 'button', href: addressWith('/reports', visit.moment, { ...kept, cursor: at }) }, told);
  return make(
    'p',
    { class: 'pager' },
    cursor === null ? null : link(reports.first, null),
    next === null ? null : link(reports.older, next),
  );
};

const filters = (visit: Visit, outlets: readonly Outlet[]): HTMLElement => {
  const { reports, frame } = pageWords();
  const known = outlets.flatMap(({ outlet, reports: n }) =>
    outlet === null ? [] : [[outlet, `${outlet} (${n})`] as const],
  );
  return drawFilters(visit, [
    { name: 'q', label: reports.words, type: 'search', value: visit.asked('q') },
    {
      ...{ name: 'outlet', label: frame.outlet, type: 'choice', value: visit.asked('outlet') },
      options: [['', frame.any], ...known],
    },
    { name: 'from', label: frame.from, type: 'date', value: visit.asked('from') },
    { name: 'until', label: frame.until, type: 'date', value: visit.asked('until') },
  ]);
};

const foundWords = (rows: readonly Row[], next: string | null): string => {
  const { reports } = pageWords();
  return next === null ? sayCount(reports.found, rows.length) : say(reports.foundMore, { n: rows.length });
};

export const showReports = async (visit: Visit): Promise<View> => {
  const asked = Object.fromEntries(['q', 'outlet', 'from', 'until', 'cursor'].map((name) => [name, visit.asked(name)]));
  const [found, outlets] = await Promise.all([
    ask<readonly Row[]>('/api/reports', { ...asked, limit: LIMIT, text: 'false' }),
    ask<readonly Outlet[]>('/api/sources'),
  ]);
  const { reports } = pageWords();
  const all = outlets.data.reduce((sum, one) => sum + one.reports, 0);
  const told = foundWords(found.data, found.meta.next);
  if (Object.values(asked).some((each) => each !== null)) visit.say(told);
  const list: Child =
    found.data.length === 0
      ? empty(reports.none)
      : make('ul', { class: 'rows' }, ...found.data.map((row) => drawRow(row, visit)));
  return {
    ...{ page: 'reports', title: reports.title, stamp: found.meta },
    sub: say(reports.sub, {
      reports: sayCount(reports.reports, all),
      outlets: sayCount(reports.outlets, outlets.data.length),
    }),
    parts: [filters(visit, outlets.data), make('p', { class: 'found' }, told), list, pager(visit, found.meta.next)],
  };
};
