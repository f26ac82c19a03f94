// Scores of assessed control for people: aligned tables and short sentences, in the order of control-method 11.
import { CLOCKS, type Clock } from '../model/series.ts';
import type { Theatre } from '../model/theatre.ts';
import { table } from '../publishing/tables.ts';
import type { Band } from '../score/bootstrap.ts';
import type { ClockScores, ControlScores } from '../score/control-scores.ts';
import type { ForecastFigures } from '../score/forecast-scores.ts';
import { reliabilityText } from '../score/reliability-text.ts';
import type { Share } from '../score/status-scores.ts';
import { CONFIRMED_WITHIN } from '../score/status-scores.ts';
import { ECE_LIMIT } from '../score/temperature.ts';
import { DATE_WINDOW, type DateFigures, FOUND_WINDOW } from '../score/turn-scores.ts';

export interface Made {
  readonly truth: string;
  readonly theatre: Theatre;
  readonly model: string;
  readonly seq: number;
}

export const CLOCK_WORDS: Readonly<Record<Clock, string>> = {
  nowcast: 'As known on the day (nowcast)',
  hindcast: 'As known at the end (hindcast)',
};

/** The aim of the method for what is shown as confirmed. */
const CONFIRMED_AIM = 0.95;
/** A difference of Brier scores below this is noise with so many provinces (control-method 11). */
const NOISE = 0.02;
const NOISE_PROVINCES = 34;
const MOST_DISAGREEMENTS = 50;

export const number = (value: number | null): string =>
  value === null
    ? '—'
    : value
        .toFixed(3)
        .replace(/^-(?=0\.000$)/, '')
        .replace(/^(-?)0\./, '$1.');
const percent = (value: number | null): string => (value === null ? '—' : `${Math.round(value * 100)} %`);
const days = (value: number | null): string => (value === null ? '—' : `${value} d`);
const bandWords = (band: Band | null): string => (band === null ? '—' : `${number(band.low)} to ${number(band.high)}`);
const shareWords = ({ share, of }: Share): string => `${percent(share)} of ${Math.round(of)}`;

const many = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const sideName = (id: string, theatre: Theatre): string =>
  id === 'none' ? 'nobody' : (theatre.sides.find((side) => side.id === id)?.name ?? id);

const headText = (scores: ControlScores, { truth, theatre, model, seq }: Made): string =>
  [
    `${truth} against ledger ${seq} of ${theatre.id}, model ${model}`,
    `${many(scores.cells, 'cell')} in ${many(scores.blocks, 'province')}, ${scores.from} to ${scores.until}: ${many(scores.cellDays, 'cell-day')}; cells that change hands: ${scores.changedCells}, dated turns: ${scores.turns}`,
    `Asked: does ${sideName(scores.challenger, theatre)} hold the seat? By the truth on ${percent(scores.baseRate)} of the cell-days.`,
  ].join('\n');

const figureCells = ({ brier, parts, logLoss, auc, aucChanged, ece }: ForecastFigures): readonly string[] => [
  number(brier),
  number(parts?.reliability ?? null),
  number(parts?.resolution ?? null),
  number(parts?.uncertainty ?? null),
  number(parts?.within ?? null),
  number(logLoss),
  number(auc),
  number(aucChanged),
  number(ece),
];

const HEAD = [
  '',
  'Brier',
  '= rel',
  '− res',
  '+ unc',
  '+ within',
  'log loss',
  'AUC',
  'changed',
  'ECE',
  'worse by',
  '90 % band',
];

const forecastTable = ({ assessed, rivals }: ClockScores): string =>
  table([
    HEAD,
    ['assessed', ...figureCells(assessed)],
    ...rivals.map((one) => [one.name, ...figureCells(one), number(one.worseBy.brier), bandWords(one.worseBy.band)]),
  ]);

const boundsText = ({ assessed }: ClockScores): string =>
  `90 % bands of the assessment: Brier ${bandWords(assessed.brierBand)}, AUC ${bandWords(assessed.aucBand)}.`;

const noiseText = (blocks: number): string =>
  `With ${many(blocks, 'province')} a difference of Brier under about ${number(NOISE)} is noise${blocks < NOISE_PROVINCES ? `, and with fewer than ${NOISE_PROVINCES} a larger one may be` : ''}.`;

const dateRow = (name: string, { turns, told, medianError, medianLate, covered }: DateFigures): readonly string[] => [
  name,
  `${told} of ${turns}`,
  days(medianError),
  days(medianLate),
  covered.of === 0 ? '—' : shareWords(covered),
];

const datesText = ({ falls, returns }: ClockScores): string =>
  table([
    [`Dates (told within ${DATE_WINDOW} d)`, 'told', 'median error', 'late', 'in the 80 % interval'],
    dateRow('  to the challenger', falls),
    dateRow('  from the challenger', returns),
  ]);

const confirmedText = ({ confirmed, confirmedInTime }: ClockScores, theatre: Theatre): string => {
  const bySide = Object.entries(confirmed.bySide).map(([side, one]) => `${sideName(side, theatre)} ${shareWords(one)}`);
  const met = confirmed.share === null ? '' : confirmed.share >= CONFIRMED_AIM ? ', met' : ', missed';
  return [
    `Confirmed is right on ${shareWords(confirmed)} cell-days (aim ${percent(CONFIRMED_AIM)}${met}${confirmed.band === null ? '' : `; 90 % band ${bandWords(confirmed.band)}`})${bySide.length === 0 ? '' : `: ${bySide.join(', ')}`}`,
    `Fallen and confirmed within ${CONFIRMED_WITHIN} days: ${shareWords(confirmedInTime)} falls`,
  ].join('\n');
};

const disputesText = ({ disputes }: ClockScores, theatre: Theatre): string =>
  disputes.length === 0
    ? 'Nothing was disputed.'
    : table([
        ['Disputes', 'in all', 'confirmed rightly', 'median', 'wrongly', 'left open'],
        ...disputes.map((row) => [
          `  ${sideName(row.right, theatre)} was right`,
          ...[row.disputes, row.confirmedRight].map(String),
          days(row.days),
          ...[row.confirmedWrong, row.open].map(String),
        ]),
      ]);

const threatsText = ({ threats }: ClockScores): string =>
  threats
    .map(
      ({ within, threatened, base }) =>
        `Threatened and lost within ${within} days: ${shareWords(threatened)} cell-days; any held place: ${percent(base.share)}`,
    )
    .join('\n');

const reversalsText = ({ reversals }: ClockScores, theatre: Theatre): string =>
  table([
    [`Reversals found (within ${FOUND_WINDOW} d)`, 'taken back', 'lost again'],
    ...reversals.map(({ side, recaptures, relosses }) => [
      `  ${sideName(side, theatre)}`,
      shareWords(recaptures),
      shareWords(relosses),
    ]),
  ]);

const agreementText = ({ agreement }: ClockScores): string => {
  const { table: counts, agree, weightedKappa, pabak, mcnemar } = agreement;
  return [
    `Agreement, each cell on its last day: ${percent(agree)}; weighted κ ${number(weightedKappa)}, PABAK ${number(pabak)}, McNemar p ${number(mcnemar)}`,
    `  the challenger’s by both ${counts.both}, by the assessment alone ${counts.toldOnly}, by the truth alone ${counts.trueOnly}, by neither ${counts.neither}`,
  ].join('\n');
};

const recalibrationText = ({ recalibration, assessed }: ClockScores): string => {
  if (recalibration === null)
    return `No temperature asked for: ECE ${number(assessed.ece)} is not above ${number(ECE_LIMIT)}.`;
  if (recalibration.length === 0)
    return `ECE ${number(assessed.ece)} is above ${number(ECE_LIMIT)}, but one month alone leaves nothing to learn a temperature on.`;
  return table([
    ['One temperature a month, learned on the months before', 'T', 'ECE', 'then', 'log loss', 'then'],
    ...recalibration.map(({ month, temperature, before, after }) => [
      `  ${month}`,
      temperature.toFixed(2),
      number(before.ece),
      number(after.ece),
      number(before.logLoss),
      number(after.logLoss),
    ]),
  ]);
};

const clockText = (scores: ControlScores, clock: Clock, theatre: Theatre): string => {
  const figures = scores[clock];
  return [
    CLOCK_WORDS[clock],
    `${forecastTable(figures)}\n${boundsText(figures)} ${noiseText(scores.blocks)}`,
    reliabilityText(figures.reliability).join('\n'),
    datesText(figures),
    [confirmedText(figures, theatre), threatsText(figures)].join('\n'),
    disputesText(figures, theatre),
    reversalsText(figures, theatre),
    agreementText(figures),
    recalibrationText(figures),
  ].join('\n\n');
};

export const controlScoresText = (scores: ControlScores, made: Made): string =>
  [headText(scores, made), ...CLOCKS.map((clock) => clockText(scores, clock, made.theatre))].join('\n\n');

/** The longest disagreements as known at the end, each with the assessment's own reason. */
export const disagreementLines = ({ hindcast }: ControlScores, theatre: Theatre): readonly string[] => {
  const { disagreements } = hindcast;
  const rest = disagreements.length - MOST_DISAGREEMENTS;
  return [
    ...disagreements
      .slice(0, MOST_DISAGREEMENTS)
      .map(
        ({ cell, from, until, truth, told, status, p, reason }) =>
          `${cell} ${from} to ${until}: truth ${sideName(truth, theatre)}, assessed ${sideName(told, theatre)} (${status}, p ${number(p)}). ${reason}`,
      ),
    ...(rest > 0 ? [`… and ${rest} shorter ones (--json has them all).`] : []),
  ];
};
