// How often the map was right by a list from outside, where the server has one: told against came true, beside simple rules.
import { sideName } from '../../src/drawing/words.ts';
import type { Calibration, ClockCalibration } from '../../src/publishing/calibration.ts';
import { ask } from '../answers.ts';
import { type Child, make } from '../elements.ts';
import { rowsTable } from '../rows-table.ts';
import { dayWords, say, sayNumber, words } from '../words.ts';
import type { World } from '../world.ts';
import { pageWords } from './page-words.ts';

const percent = (share: number | null): string =>
  share === null ? '—' : say(words().percent, { n: Math.round(share * 100) });

/** Three decimals are what a Brier score is told by. */
const score = (value: number | null): string => (value === null ? '—' : sayNumber(value.toFixed(3)));

const drawBins = ({ reliability }: ClockCalibration): HTMLElement => {
  const { limits } = pageWords();
  return rowsTable({
    ...{ caption: limits.binsCaption, narrow: true },
    columns: [
      { head: limits.toldShare, numeric: true },
      { head: limits.cameShare, numeric: true },
      { head: limits.band, numeric: true },
      { head: limits.cellDays, numeric: true },
    ],
    rows: reliability.map(({ p, rate, band, rows }) => [
      percent(p),
      percent(rate),
      band === null ? '—' : say(pageWords().counts.range, { low: percent(band.low), high: percent(band.high) }),
      sayNumber(rows),
    ]),
  });
};

const drawRivals = ({ assessed, rivals }: ClockCalibration): HTMLElement => {
  const { limits } = pageWords();
  return rowsTable({
    ...{ caption: limits.rivalsCaption, narrow: true },
    columns: [{ head: limits.forecast }, { head: limits.brier, numeric: true }],
    rows: [
      [make('strong', {}, limits.thisMap), score(assessed.brier)],
      ...rivals.map(({ name, brier }) => [name, score(brier)]),
    ],
  });
};

/** The day's own knowledge first: what a reader had then. */
const drawClock = (head: string, clock: ClockCalibration): HTMLElement => {
  const { limits } = pageWords();
  const { share, of } = clock.confirmed;
  return make(
    'section',
    {},
    make('h3', {}, head),
    make('p', {}, say(limits.confirmedRight, { share: percent(share), of: Math.round(of) })),
    drawBins(clock),
    drawRivals(clock),
  );
};

/** Where nobody gave a list, how one could. */
export const drawCalibration = async ({ sides }: World): Promise<readonly Child[]> => {
  const { limits } = pageWords();
  const { data } = await ask<Calibration | null>('/api/calibration');
  if (data === null) return [make('p', {}, limits.scoreSays)];
  const span = {
    cells: data.cells,
    days: data.cellDays,
    from: dayWords(data.from),
    until: dayWords(data.until),
    side: sideName(data.challenger, sides),
  };
  return [
    make('p', {}, say(limits.scored, span)),
    make(
      'div',
      { class: 'clocks' },
      drawClock(limits.nowcast, data.nowcast),
      drawClock(limits.hindcast, data.hindcast),
    ),
  ];
};
