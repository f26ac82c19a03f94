// What could not be used: each refusal with its reason, its words, what would have been taken, and how to try again.
import { REFUSAL_CODES, type RefusalCode, STAGES } from '../../src/model/outcome.ts';
import type { refusalRecord } from '../../src/publishing/records.ts';
import { ask } from '../answers.ts';
import { make } from '../elements.ts';
import { reportAddress } from '../page-links.ts';
import { say, sayCount, sayNumber, words } from '../words.ts';
import { drawFilters } from './filters.ts';
import { pageWords } from './page-words.ts';
import { markId } from './report-marks.ts';
import type { View, Visit } from './visit.ts';

type Refusal = ReturnType<typeof refusalRecord>;

const hintOf = ({ code, stage }: Refusal): string => {
  const { hints, byStage } = pageWords().refusals;
  const known: Readonly<Record<string, string>> = hints;
  const stages: Readonly<Record<string, string>> = byStage;
  return known[code] ?? stages[stage] ?? pageWords().refusals.hint;
};

const itemOf = ({ report, file, span }: Refusal, { moment }: Visit): HTMLElement => {
  const { refusals } = pageWords();
  if (report !== null)
    return make(
      'p',
      {},
      make(
        'a',
        {
          href: `${reportAddress(report, moment)}${span === null ? '' : `#${markId('refused', span)}`}`,
          'data-row': true,
        },
        refusals.theReport,
      ),
    );
  return make('p', {}, file === null ? refusals.noItem : say(refusals.file, { file }));
};

const drawRefusal = (one: Refusal, visit: Visit): HTMLElement => {
  const { refusals } = pageWords();
  return make(
    'li',
    { class: 'refusal' },
    make('p', {}, one.reason),
    itemOf(one, visit),
    one.expected.length === 0
      ? null
      : make('p', { class: 'source' }, say(refusals.expected, { what: one.expected.join(words().comma) })),
    make('p', { class: 'source' }, say(refusals.retry, { hint: hintOf(one) })),
  );
};

const drawCode = (code: RefusalCode, ones: readonly Refusal[], visit: Visit): HTMLElement =>
  make(
    'section',
    { class: 'part' },
    make('h2', {}, make('code', {}, code), make('span', { class: 'count' }, sayNumber(ones.length))),
    make(
      'p',
      { class: 'source' },
      REFUSAL_CODES[code],
      ' ',
      say(pageWords().refusals.stage, { stage: ones[0]?.stage ?? '' }),
    ),
    make('ul', { class: 'rows' }, ...ones.map((one) => drawRefusal(one, visit))),
  );

const filters = (visit: Visit, all: readonly Refusal[]): HTMLElement => {
  const { refusals, frame } = pageWords();
  const codes = [...new Set(all.map(({ code }) => code))].sort();
  const stages = STAGES.filter((stage) => all.some((one) => one.stage === stage));
  return drawFilters(visit, [
    {
      ...{ name: 'code', label: refusals.code, type: 'choice', value: visit.asked('code') },
      options: [['', frame.any], ...codes.map((code) => [code, code] as const)],
    },
    {
      ...{ name: 'stage', label: refusals.stageLabel, type: 'choice', value: visit.asked('stage') },
      options: [['', frame.any], ...stages.map((stage) => [stage, stage] as const)],
    },
  ]);
};

const isWanted = ({ code, stage }: Refusal, visit: Visit): boolean =>
  [
    [visit.asked('code'), code],
    [visit.asked('stage'), stage],
  ].every(([asked, own]) => asked === null || asked === own);

export const showRefusals = async (visit: Visit): Promise<View> => {
  const { data: all, meta } = await ask<readonly Refusal[]>('/api/refusals');
  const shown = all.filter((one) => isWanted(one, visit));
  const { refusals } = pageWords();
  const told = sayCount(refusals.found, shown.length);
  if (shown.length !== all.length) visit.say(told);
  const byCode = [...Map.groupBy(shown, ({ code }) => code)].sort(([, a], [, b]) => b.length - a.length);
  return {
    ...{ page: 'refusals', title: refusals.title, sub: refusals.sub, stamp: meta },
    parts: [
      filters(visit, all),
      make('p', { class: 'found' }, told),
      ...byCode.map(([code, ones]) => drawCode(code, ones, visit)),
    ],
  };
};
