// Other versions of a report: what its outlet dropped, changed and added from the earlier to the later, and what it took back.
import { make } from '../elements.ts';
import { cellName } from '../names.ts';
import { section } from '../rows-table.ts';
import { say, sayCount, words } from '../words.ts';
import { pageWords } from './page-words.ts';
import { reportLink } from './report-link.ts';
import type { WholeReport } from './report-marks.ts';
import type { Visit } from './visit.ts';

type Version = WholeReport['versions'][number];

const plain = (text: string): string => text.replace(/\s+/g, ' ');
const line = (head: string, ...words: readonly string[]): HTMLElement =>
  make(
    'li',
    { class: 'cut-item' },
    make('p', { class: 'source' }, head),
    ...words.map((each) => make('p', {}, plain(each))),
  );

const drawChanges = ({ changes: { dropped, changed, added } }: Version): HTMLElement | null => {
  const { report } = pageWords();
  const count = dropped.length + changed.length + added.length;
  return count === 0
    ? make('p', { class: 'source' }, report.sameWords)
    : make(
        'details',
        { class: 'dropped differs' },
        make('summary', {}, sayCount(report.sentencesDiffer, count)),
        make(
          'ul',
          {},
          ...dropped.map(({ text }) => line(report.wasDropped, text)),
          ...changed.map(({ before, after }) => line(report.wasChanged, before.text, after.text)),
          ...added.map(({ text }) => line(report.wasAdded, text)),
        ),
      );
};

const drawVersion =
  (visit: Visit) =>
  (version: Version): HTMLElement => {
    const { report } = pageWords();
    const head = [report.versionIs[version.is], version.corrects ? report.corrects : null];
    return make(
      'li',
      { class: 'member' },
      reportLink(version, visit),
      make('p', { class: 'source' }, head.filter((each) => each !== null).join('; ')),
      drawChanges(version),
      version.withdrawn.length === 0
        ? null
        : make('p', { class: 'source' }, say(report.withdrawn, { n: version.withdrawn.length })),
      ...version.tookBack.map((claim) =>
        make(
          'p',
          { class: 'took-back' },
          `${cellName(claim)}: ${words().claim[claim.kind]}. `,
          make('q', {}, plain(claim.quote.text)),
        ),
      ),
    );
  };

/** Nothing where it is the only one. */
export const drawVersions = ({ versions }: WholeReport, visit: Visit): readonly HTMLElement[] =>
  versions.length === 0
    ? []
    : [section(pageWords().report.versions, make('ul', {}, ...versions.map(drawVersion(visit))))];
