// The others of a report's story: who copied whom, what each left out, and other states of the same page.
import type { Relative } from '../../src/whoholds.ts';
import { type Child, make } from '../elements.ts';
import { reportAddress } from '../page-links.ts';
import { whenWords } from '../said.ts';
import { say, sayCount, words } from '../words.ts';
import { pageWords } from './page-words.ts';
import type { WholeReport } from './report-marks.ts';
import { apart } from './source-words.ts';
import { section } from './tables.ts';
import type { Visit } from './visit.ts';

type Dropped = WholeReport['dropped'][number];

const link = ({ id, title, outlet, published }: Relative, { moment }: Visit): HTMLElement =>
  make(
    'p',
    {},
    make('a', { href: reportAddress(id, moment), 'data-row': true }, title ?? pageWords().reports.untitled),
    make('span', { class: 'source' }, ' ', ...apart([outlet ?? words().evidence.outletUnknown, whenWords(published)])),
  );

const drawDropped = (dropped: Dropped, nameOf: (id: string) => string): HTMLElement =>
  make(
    'details',
    { class: 'dropped' },
    make(
      'summary',
      {},
      say(pageWords().report.lacks, {
        sentences: sayCount(pageWords().report.sentences, dropped.sentences.length),
        of: nameOf(dropped.of),
      }),
    ),
    make(
      'ul',
      {},
      ...dropped.sentences.map(({ text, claims }) =>
        make(
          'li',
          { class: 'cut-item' },
          text.replace(/\s+/g, ' '),
          claims.length === 0
            ? null
            : make('span', { class: 'tag' }, sayCount(pageWords().reports.claims, claims.length)),
        ),
      ),
    ),
  );

/** By outlet, as people call a copy: "the one in …". */
const namer = (report: WholeReport) => {
  const names = new Map([report, ...report.members].map(({ id, outlet }) => [id, outlet]));
  return (id: string): string => (id === report.id ? pageWords().report.thisOne : (names.get(id) ?? id));
};

const memberItem = (report: WholeReport, visit: Visit) => {
  const nameOf = namer(report);
  return (member: WholeReport['members'][number]): HTMLElement =>
    make(
      'li',
      { class: 'member' },
      link(member, visit),
      member.copyOf === null
        ? null
        : make('p', { class: 'source' }, say(pageWords().report.copyOf, { of: nameOf(member.copyOf) })),
      ...member.dropped.map((dropped) => drawDropped(dropped, nameOf)),
    );
};

const ownPart = (report: WholeReport): readonly Child[] => {
  const nameOf = namer(report);
  const { report: told } = pageWords();
  if (report.copyOf === null) return [];
  return [
    make('p', {}, say(told.isCopy, { of: nameOf(report.copyOf) })),
    ...report.dropped.map((dropped) => drawDropped(dropped, nameOf)),
  ];
};

/** Family and versions; a report that stands alone says so. */
export const drawFamily = (report: WholeReport, visit: Visit): readonly HTMLElement[] => {
  const { report: told } = pageWords();
  const members = report.members.map(memberItem(report, visit));
  const versions = report.versions.map((one) => make('li', { class: 'member' }, link(one, visit)));
  return [
    section(
      told.family,
      make('p', { class: 'empty' }, members.length === 0 ? told.alone : told.countsOnce),
      ...ownPart(report),
      members.length === 0 ? null : make('ul', {}, ...members),
    ),
    ...(versions.length === 0 ? [] : [section(told.versions, make('ul', {}, ...versions))]),
  ];
};
