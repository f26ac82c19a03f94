// What could not be used: each refusal with its reason, its words, what would have been taken, and how to try again.
import { REFUSAL_CODES, type RefusalCode, STAGES } from '../../src/model/outcome.ts';
import type { refusalRowRecord, wholeRefusalRecord } from '../../src/publishing/refusal-records.ts';
import { ask } from '../answers.ts';
import { make } from '../elements.ts';
import { reportAddress } from '../page-links.ts';
import { loadSession } from '../review-api.ts';
import { troubleWords } from '../trouble.ts';
import { clockWords, say, sayCount, sayNumber, words } from '../words.ts';
import { drawFilters } from './filters.ts';
import { pageWords } from './page-words.ts';
import { markId } from './report-marks.ts';
import type { View, Visit } from './visit.ts';

type Refusal = ReturnType<typeof refusalRowRecord>;
type Whole = ReturnType<typeof wholeRefusalRecord>;

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

/** The item's bytes as text, asked for when a person opens it: words, whatever they are. */
const drawOriginal = ({ id, original }: Refusal): HTMLElement | null => {
  if (original === null) return null;
  const { refusals } = pageWords();
  const text = make('div', { class: 'report-text' }, refusals.reading);
  const fold = make('details', {}, make('summary', {}, say(refusals.original, { size: original.size })), text);
  fold.addEventListener(
    'toggle',
    () => {
      ask<Whole>(`/api/refusals/${encodeURIComponent(id)}`).then(
        ({ data }) => text.replaceChildren(data.text ?? refusals.noText, ...(data.cut ? [refusals.cut] : [])),
        (error: unknown) => text.replaceChildren(troubleWords(error)),
      );
    },
    { once: true },
  );
  return fold;
};

/** Gives the button that tries a refusal again; null where nobody is signed in. */
type Retries = ((id: string) => HTMLElement) | null;

const retriesFor = async (visit: Visit): Promise<Retries> => {
  const session = await loadSession();
  return session.account === null ? null : (await import('./retry.ts')).makeRetries(session, visit);
};

const drawRefusal = (one: Refusal, visit: Visit, retries: Retries): HTMLElement => {
  const { refusals } = pageWords();
  const taken = one.expected.length === 0 ? null : say(refusals.expected, { what: one.expected.join(words().comma) });
  return make(
    'li',
    { class: 'refusal' },
    make('p', { dir: 'auto' }, one.reason),
    itemOf(one, visit),
    taken === null ? null : make('p', { class: 'source' }, taken),
    make('p', { class: 'source' }, say(refusals.retry, { hint: hintOf(one) })),
    make('p', { class: 'source' }, make('code', {}, `whoholds refusals retry ${one.id}`)),
    make('p', { class: 'source' }, say(refusals.recorded, { time: clockWords(one.recorded) })),
    retries === null ? null : retries(one.id),
    drawOriginal(one),
  );
};

const drawCode = (code: RefusalCode, ones: readonly Refusal[], draw: (one: Refusal) => HTMLElement): HTMLElement =>
  make(
    'section',
    { class: 'part' },
    make('h2', {}, make('code', {}, code), make('span', { class: 'count' }, sayNumber(ones.length))),
    make(
      'p',
      { class: 'source' },
      make('bdi', {}, REFUSAL_CODES[code]),
      ' ',
      say(pageWords().refusals.stage, { stage: ones[0]?.stage ?? '' }),
    ),
    make('ul', { class: 'rows' }, ...ones.map(draw)),
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
  const [{ data: all, meta }, retries] = await Promise.all([
    ask<readonly Refusal[]>('/api/refusals'),
    retriesFor(visit),
  ]);
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
      ...byCode.map(([code, ones]) => drawCode(code, ones, (one) => drawRefusal(one, visit, retries))),
    ],
  };
};
