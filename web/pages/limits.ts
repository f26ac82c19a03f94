// What the map cannot see: silence by province, the age of its last words, how its answers held, the delay, and where the
// rules stand. Invariant: nothing here makes the map look surer than it is; noughts are shown as noughts.

import { paintByVariable } from '../../src/drawing/palette.ts';
import { draw } from '../../src/drawing/scene.ts';
import { capital } from '../../src/drawing/words.ts';
import { type Day, daysBetween } from '../../src/model/time.ts';
import type { coverageRecord } from '../../src/publishing/overview-records.ts';
import type { Hindsight } from '../../src/whoholds.ts';
import { ask, type CellAnswer } from '../answers.ts';
import { type Child, make, mount } from '../elements.ts';
import { knownWords } from '../headline.ts';
import { placeName } from '../names.ts';
import { empty, rowsTable, section } from '../rows-table.ts';
import { START } from '../state.ts';
import { dayWords, say, sayCount, sayNumber, words } from '../words.ts';
import { dayOf } from '../world.ts';
import { drawCalibration } from './calibration.ts';
import { pageWords } from './page-words.ts';
import { later, type View, type Visit } from './visit.ts';

type Coverage = ReturnType<typeof coverageRecord>;

const BAR = 120;

/** As much of the bar as is spoken of; its numbers stand beside it. */
const shareBar = (share: number): SVGElement =>
  mount(
    draw('svg', { class: 'share-bar', viewBox: `0 0 ${BAR} 10`, width: BAR, height: 10, 'aria-hidden': 'true' }, [
      draw('rect', { x: 0.5, y: 0.5, width: BAR - 1, height: 9, fill: 'none', stroke: paintByVariable('rule') }),
      draw('rect', { x: 0, y: 0, width: Math.round(share * BAR), height: 10, fill: paintByVariable('ink2') }),
    ]),
  );

const coverageRow = (row: Coverage): readonly Child[] => [
  placeName(row.province),
  make(
    'span',
    { class: 'share' },
    shareBar(row.districts === 0 ? 0 : row.spokenOf / row.districts),
    say(pageWords().counts.of, { n: row.spokenOf, of: row.districts }),
  ),
  sayNumber(row.reports),
  sayNumber(row.outlets),
  sayNumber(row.claims),
  row.lastReport === null ? pageWords().limits.never : sayNumber(row.lastReport),
];

/** Those least heard of first: there silence tells least. */
const byReports = (a: Coverage, b: Coverage): number =>
  a.reports - b.reports || a.province.name.localeCompare(b.province.name);

const drawCoverage = (rows: readonly Coverage[]): readonly Child[] => {
  const { limits, sources, frame } = pageWords();
  const sum = (of: (row: Coverage) => number): number => rows.reduce((all, row) => all + of(row), 0);
  const silent = rows.filter(({ claims }) => claims === 0).length;
  return [
    make(
      'p',
      {},
      say(limits.silenceSays, { n: sum(({ spokenOf }) => spokenOf), of: sum(({ districts }) => districts) }),
      ' ',
      sayCount(limits.silentProvinces, silent),
    ),
    rowsTable({
      caption: limits.coverageCaption,
      columns: [
        { head: words().table.province },
        { head: limits.districts },
        { head: sources.reports, numeric: true },
        { head: frame.outlets, numeric: true },
        { head: sources.claims, numeric: true },
        { head: limits.lastReport },
      ],
      rows: rows.toSorted(byReports).map(coverageRow),
    }),
  ];
};

const AGES: readonly (readonly [name: 'week' | 'month' | 'quarter' | 'older', most: number])[] = [
  ['week', 7],
  ['month', 30],
  ['quarter', 90],
  ['older', Number.POSITIVE_INFINITY],
];

/** Cells by the days since the last word about them. */
export const countAges = (cells: readonly Pick<CellAnswer, 'lastEvidence'>[], on: Day): readonly number[] => {
  const ages = cells.flatMap(({ lastEvidence }) => (lastEvidence === null ? [] : [daysBetween(lastEvidence, on)]));
  return AGES.map(([, most], at) => ages.filter((age) => age <= most && age > (AGES[at - 1]?.[1] ?? -1)).length);
};

const drawAges = (cells: readonly CellAnswer[], on: Day): readonly Child[] => {
  const { limits } = pageWords();
  const counts = countAges(cells, on);
  const all = Math.max(
    1,
    counts.reduce((sum, n) => sum + n, 0),
  );
  return [
    make('p', { dir: 'auto' }, say(limits.agesSay, { day: dayWords(on) })),
    rowsTable({
      narrow: true,
      caption: say(limits.agesCaption, { n: cells.length }),
      columns: [{ head: limits.lastWord }, { head: limits.placesHead }],
      rows: AGES.map(([name], at) => [
        limits.ages[name],
        make('span', { class: 'share' }, shareBar((counts[at] ?? 0) / all), sayNumber(counts[at] ?? 0)),
      ]),
    }),
  ];
};

type Held = Hindsight['byStatus'][number] | Hindsight['byLikelihood'][number];

const heldName = (held: Held): string => {
  if ('status' in held) return words().status[held.status].name;
  const told: Readonly<Record<string, string>> = words().likelihood;
  return capital(told[held.likelihood] ?? held.likelihood);
};

const heldTable = (caption: string, head: string, rows: readonly Held[]): HTMLElement => {
  const { limits } = pageWords();
  return rowsTable({
    ...{ caption, narrow: true },
    columns: [
      { head },
      { head: limits.told, numeric: true },
      { head: limits.same, numeric: true },
      { head: limits.other, numeric: true },
      { head: limits.open, numeric: true },
    ],
    rows: rows.map((row) => [
      heldName(row),
      sayNumber(row.told),
      sayNumber(row.same),
      sayNumber(row.other),
      sayNumber(row.open),
    ]),
  });
};

const drawHindsight = async ({ moment: { asOf, seq } }: Visit): Promise<readonly Child[]> => {
  const { limits, frame } = pageWords();
  const { data } = await ask<Hindsight | null>('/api/hindsight', { asOf, seq });
  if (data === null) return [empty(limits.tooLarge)];
  const span = { n: data.days, from: dayWords(data.from), until: dayWords(data.until) };
  return [
    make('p', { class: 'source' }, say(limits.hindsightDays, span)),
    heldTable(limits.byStatus, words().table.status, data.byStatus),
    heldTable(limits.byLikelihood, frame.likelihood, data.byLikelihood),
  ];
};

const delayWords = ({ world: { theatre } }: Visit): string => {
  const { limits } = pageWords();
  if (theatre.delayHours > 0) return sayCount(limits.delay, theatre.delayHours);
  return theatre.period.until === null ? limits.noDelay : say(limits.over, { day: dayWords(theatre.period.until) });
};

const list = (items: readonly string[]): HTMLElement =>
  make('ul', { class: 'plain-list' }, ...items.map((each) => make('li', { dir: 'auto' }, each)));

const READ_ON = ['method', 'rules', 'truth-format', 'learning', 'reading-guide', 'api'] as const;

const drawReadOn = (): HTMLElement =>
  make(
    'ul',
    { class: 'plain-list' },
    ...READ_ON.map((name) => make('li', {}, make('a', { href: `/docs/${name}` }, pageWords().limits.docs[name]))),
  );

export const showLimits = async (visit: Visit): Promise<View> => {
  const { asOf, seq } = visit.moment;
  const on = dayOf({ ...START, on: visit.moment.on as Day | null }, visit.world);
  const [coverage, cells] = await Promise.all([
    ask<readonly Coverage[]>('/api/coverage', { asOf, seq }),
    ask<readonly CellAnswer[]>('/api/control', { on, asOf, seq }),
  ]);
  const { limits } = pageWords();
  return {
    ...{ page: 'limits', title: limits.title, stamp: coverage.meta },
    sub: say(limits.sub, { day: dayWords(on), known: knownWords(asOf) }),
    parts: [
      section(limits.unseen, list(limits.unseenList)),
      section(limits.silence, ...drawCoverage(coverage.data)),
      section(limits.age, ...drawAges(cells.data, on)),
      section(
        limits.right,
        make('p', { dir: 'auto' }, limits.hindsightSays),
        later(limits.counting, () => drawHindsight(visit)),
        later(limits.scoring, () => drawCalibration(visit.world)),
      ),
      section(limits.late, make('p', {}, delayWords(visit))),
      section(limits.use, list(limits.useList)),
      section(limits.readOn, drawReadOn()),
    ],
  };
};
