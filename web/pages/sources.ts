// Who speaks and who prints it: each voice with what it claimed and what became of it, the letters by interest, the outlets.
import { ask } from '../answers.ts';
import { type Child, make } from '../elements.ts';
import { knownWords } from '../headline.ts';
import { addressWith } from '../page-links.ts';
import { rowsTable, section } from '../rows-table.ts';
import { sideWords } from '../said.ts';
import { say, sayCount, sayNumber, words } from '../words.ts';
import { drawFilters } from './filters.ts';
import { drawLetters, type Grades } from './letters.ts';
import { pageWords } from './page-words.ts';
import { drawSpeakers, type Speaker, speakerName } from './speakers.ts';
import type { View, Visit } from './visit.ts';

interface Outlet {
  readonly outlet: string | null;
  readonly affiliation: string | null;
  readonly reports: number;
  readonly copies: number;
  readonly claims: number;
}
const drawOutlets = (outlets: readonly Outlet[], visit: Visit): readonly Child[] => {
  const { sources } = pageWords();
  const link = (outlet: string | null): Child =>
    outlet === null
      ? words().evidence.outletUnknown
      : make('a', { href: addressWith('/reports', visit.moment, { outlet }) }, outlet);
  const near = ({ affiliation }: Outlet): string =>
    affiliation === null ? '—' : sideWords([affiliation], visit.world);
  return [
    rowsTable({
      caption: sources.outletsCaption,
      columns: [
        { head: pageWords().frame.outlet },
        { head: sources.reports, numeric: true },
        { head: sources.copies, numeric: true },
        { head: sources.claims, numeric: true },
        { head: sources.affiliation },
      ],
      rows: outlets.map((one) => [
        link(one.outlet),
        sayNumber(one.reports),
        sayNumber(one.copies),
        sayNumber(one.claims),
        near(one),
      ]),
    }),
  ];
};

const isWanted = (one: Speaker, visit: Visit): boolean => {
  const side = visit.asked('side');
  const q = visit.asked('q')?.toLowerCase() ?? '';
  const said = [speakerName(one), ...one.roles].join(' ').toLowerCase();
  return (side === null || one.sides.some((each) => each === side)) && said.includes(q);
};

const filters = (visit: Visit, speakers: readonly Speaker[]): HTMLElement => {
  const { sources, frame } = pageWords();
  const sides = [...new Set(speakers.flatMap((one) => one.sides))];
  return drawFilters(visit, [
    { name: 'q', label: sources.find, type: 'search', value: visit.asked('q') },
    {
      ...{ name: 'side', label: sources.side, type: 'choice', value: visit.asked('side') },
      options: [['', frame.any], ...sides.map((side) => [side, sideWords([side], visit.world)] as const)],
    },
  ]);
};

export const showSources = async (visit: Visit): Promise<View> => {
  const { asOf, seq } = visit.moment;
  const [speakers, grades, outlets] = await Promise.all([
    ask<readonly Speaker[]>('/api/speakers', { asOf, seq }),
    ask<Grades>('/api/sources/grades', { asOf, seq }),
    ask<readonly Outlet[]>('/api/sources'),
  ]);
  const { sources } = pageWords();
  const wanted = speakers.data.filter((one) => isWanted(one, visit));
  const found = sayCount(sources.found, wanted.length);
  if (visit.asked('q') !== null || visit.asked('side') !== null) visit.say(found);
  return {
    ...{ page: 'sources', title: sources.title, stamp: speakers.meta },
    sub: say(sources.sub, { known: knownWords(asOf) }),
    parts: [
      section(
        sources.speakers,
        filters(visit, speakers.data),
        make('p', { class: 'found' }, found),
        ...drawSpeakers(wanted, visit),
      ),
      section(sources.letters, make('p', { dir: 'auto' }, sources.lettersSay), ...drawLetters(grades.data, visit)),
      section(
        sources.outletsTitle,
        make('p', { dir: 'auto' }, sources.outletsSay),
        ...drawOutlets(outlets.data, visit),
      ),
    ],
  };
};
