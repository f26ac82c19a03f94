// The others of a report's story: who copied whom, what each left out, and other states of the same page.
import { type Child, make } from '../elements.ts';
import { reportAddress } from '../page-links.ts';
import { section } from '../rows-table.ts';
import { say, sayCount } from '../words.ts';
import { pageWords } from './page-words.ts';
import { reportLink } from './report-link.ts';
import type { WholeReport } from './report-marks.ts';
import { drawVersions } from './report-versions.ts';
import type { Visit } from './visit.ts';

type Dropped = WholeReport['dropped'][number];

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
      reportLink(member, visit),
      member.copyOf === null
        ? null
        : make('p', { class: 'source' }, say(pageWords().report.copyOf, { of: nameOf(member.copyOf) })),
      ...member.dropped.map((dropped) => drawDropped(dropped, nameOf)),
    );
};

/** The same outlet's own other version stands among the versions, with all that differs. */
const isVersion = ({ versions }: WholeReport, id: string): boolean => versions.some((one) => one.id === id);

const ownPart = (report: WholeReport): readonly Child[] => {
  const nameOf = namer(report);
  const { report: told } = pageWords();
  if (report.copyOf === null || isVersion(report, report.copyOf)) return [];
  return [
    make('p', {}, say(told.isCopy, { of: nameOf(report.copyOf) })),
    ...report.dropped.map((dropped) => drawDropped(dropped, nameOf)),
  ];
};

/** Whose story it is: an agency's, which many may print. */
const originWords = ({ origin: { agency, report } }: WholeReport, { moment }: Visit): HTMLElement | null => {
  if (agency === null) return null;
  const told = say(pageWords().report.origin, { agency });
  return make(
    'p',
    { class: 'source' },
    report === null ? told : make('a', { href: reportAddress(report, moment) }, told),
  );
};

/** Family and versions; a report that stands alone says so. */
export const drawFamily = (report: WholeReport, visit: Visit): readonly HTMLElement[] => {
  const { report: told } = pageWords();
  const members = report.members.filter(({ id }) => !isVersion(report, id)).map(memberItem(report, visit));
  return [
    section(
      told.family,
      make('p', { class: 'empty' }, members.length === 0 ? told.alone : told.countsOnce),
      ...ownPart(report),
      originWords(report, visit),
      members.length === 0 ? null : make('ul', {}, ...members),
    ),
    ...drawVersions(report, visit),
  ];
};
