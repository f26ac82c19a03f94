// What the model and its learning do on made-up corpora whose truth is known: one table, three seeds (control-method 13).

import type { Scores } from './simulation/scores.ts';
import { type CorpusScores, scoreSeed } from './simulation/settings.ts';

const EXTENT = { cells: 421, days: 107 };
const SEEDS = [1, 2, 3];

const digits = (value: number, places: number): string => value.toFixed(places).replace(/^(-?)0\./, '$1.');

/** The lowest and the highest of the seeds. */
const range = (values: readonly number[], places = 3): string => {
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => digits(value, places));
  return low === high ? `${low}` : `${low}–${high}`;
};

const rowOf = (name: string, all: readonly Scores[]): readonly string[] => [
  name,
  range(all.map(({ brier }) => brier)),
  range(all.map(({ logLoss }) => logLoss)),
  range(all.map(({ ece }) => ece)),
  range(all.map(({ auc }) => auc)),
  range(
    all.map(({ share }) => share.forecast),
    2,
  ),
];

const block = (title: string, seeds: readonly CorpusScores[]): readonly (readonly string[])[] => {
  const [first] = seeds;
  const names = [...(first?.scores.keys() ?? [])];
  const scores = (name: string): readonly Scores[] => seeds.flatMap((seed) => seed.scores.get(name) ?? []);
  const real = scores(names[0] ?? '').map(({ share }) => share.real);
  const days = range(
    seeds.map(({ reportDays }) => reportDays),
    0,
  );
  return [
    [`**${title}, ${days} report-days**`, '', '', '', '', `(really ${range(real, 2)})`],
    ...names.map((name) => rowOf(name, scores(name))),
  ];
};

const HEADER = ['setting', 'Brier', 'log loss', 'ECE', 'AUC', 'challenger’s share, last day'];

/** The table, as the manual has it. */
export const simulationTable = (): string => {
  const seeds = SEEDS.map((seed) => scoreSeed(seed, EXTENT));
  const rows = [
    HEADER,
    HEADER.map(() => '---'),
    ...block(
      'dense',
      seeds.map(({ dense }) => dense),
    ),
    ...block(
      'thin',
      seeds.map(({ thin }) => thin),
    ),
  ];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
};

if (import.meta.main) console.log(simulationTable());
