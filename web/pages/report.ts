// One report: its words with all that was read marked, what was cut and not understood, and the others of its story.
import { ask } from '../answers.ts';
import { make } from '../elements.ts';
import { empty } from '../rows-table.ts';
import { whenWords } from '../said.ts';
import { say, sayCount, sayNumber, words } from '../words.ts';
import { pageWords } from './page-words.ts';
import { drawFamily } from './report-family.ts';
import { drawReadItems } from './report-items.ts';
import { reportMarks, type WholeReport } from './report-marks.ts';
import { drawReportText, MARK_KINDS } from './report-text.ts';
import { apart, webLink } from './source-words.ts';
import type { View, Visit } from './visit.ts';

const subOf = (report: WholeReport): HTMLElement => {
  const { reports } = pageWords();
  const { outlet, published, byline, modified, agency, url, language } = report;
  const more = [
    whenWords(published),
    byline === null ? null : say(reports.byline, { who: byline }),
    modified === null ? null : say(reports.modified, { day: whenWords(modified) }),
    agency === null || agency === outlet ? null : say(reports.via, { agency }),
    language === null || language === 'en' ? null : language,
  ];
  return make(
    'span',
    {},
    make('strong', {}, make('bdi', {}, outlet ?? words().evidence.outletUnknown)),
    ' · ',
    ...apart(more),
    url === null ? null : make('span', { class: 'web-address' }, webLink(url)),
  );
};

const drawKey = (): HTMLElement =>
  make(
    'p',
    { class: 'mark-key' },
    ...MARK_KINDS.map((kind) => make('span', {}, make('mark', { class: `of-${kind}` }, pageWords().report.key[kind]))),
  );

const drawCut = ({ cut }: WholeReport): HTMLElement => {
  const { report } = pageWords();
  return make(
    'details',
    { class: 'cut' },
    make('summary', {}, sayCount(report.cut, cut.length)),
    cut.length === 0
      ? empty(report.noCut)
      : make(
          'ul',
          {},
          ...cut.map(({ text, reason }) =>
            make(
              'li',
              { class: 'cut-item' },
              make('p', { class: 'cut-text' }, text),
              make('p', { class: 'source', dir: 'auto' }, reason),
            ),
          ),
        ),
  );
};

const drawWords = (report: WholeReport): HTMLElement =>
  make(
    'section',
    { class: 'report-words', 'aria-label': pageWords().report.text },
    drawKey(),
    make('article', { lang: report.language }, ...drawReportText(report.text, report.parts, reportMarks(report))),
    drawCut(report),
  );

export const showReport = async (visit: Visit): Promise<View> => {
  const id = visit.id ?? '';
  const { data: report, meta } = await ask<WholeReport>(`/api/reports/${encodeURIComponent(id)}`);
  const { report: told } = pageWords();
  return {
    ...{ page: null, stamp: meta },
    title: report.title ?? pageWords().reports.untitled,
    sub: subOf(report),
    parts: [
      make(
        'div',
        { class: 'report-columns' },
        make(
          'div',
          {},
          drawWords(report),
          ...drawFamily(report, visit),
          make('p', { class: 'source' }, say(told.id, { id: report.id, seq: sayNumber(report.seq) })),
        ),
        make('section', { class: 'report-read', 'aria-label': told.read }, ...drawReadItems(report, visit)),
      ),
    ],
  };
};
