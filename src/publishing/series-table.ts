// The days of a place on a terminal: what was known of each at its end, beside what is known of it now.
import type { CellSeries, Told } from '../model/series.ts';
import type { Theatre } from '../model/theatre.ts';
import { paint, sideName, table } from './tables.ts';

/** The likeliest camp, in whole percents. */
const shareWords = ({ p }: Told, theatre: Theatre): string => {
  const [likeliest] = Object.entries(p ?? {})
    .filter(([key]) => key !== 'contested')
    .sort((a, b) => b[1] - a[1]);
  return likeliest === undefined ? '' : `${sideName(likeliest[0], theatre)} ${Math.round(likeliest[1] * 100)} %`;
};

const toldCells = (told: Told, theatre: Theatre): readonly string[] => [
  `${told.status} ${sideName(told.holder, theatre)}`,
  paint('dim', shareWords(told, theatre)),
];

export const seriesText = (all: readonly CellSeries[], theatre: Theatre): string => {
  const head = ['day', 'scope', 'as known then', '', 'as known now', ''].map((word) => paint('dim', word));
  const rows = all.flatMap(({ cell, days }) =>
    days.map(({ day, nowcast, hindcast }) => [
      day,
      cell.scope,
      ...toldCells(nowcast, theatre),
      ...toldCells(hindcast, theatre),
    ]),
  );
  return table([head, ...rows]);
};
