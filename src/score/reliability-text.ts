// The reliability diagram in letters: one line a bin, a scale from 0 to 1, the forecast and what came true on it.
import type { ReliabilityPoint } from './forecast-scores.ts';

const WIDTH = 50;
const percent = (value: number): string => `${Math.round(value * 100)} %`.padStart(5);
const at = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * WIDTH);

/** `|` the forecast, `o` what came true, `-` its 90 % band; `@` where the two fall together. */
const scaleOf = ({ p, rate, band }: ReliabilityPoint): string => {
  const cells = Array.from({ length: WIDTH + 1 }, () => ' ');
  if (band !== null) for (let column = at(band.low); column <= at(band.high); column += 1) cells[column] = '-';
  cells[at(p)] = '|';
  cells[at(rate)] = at(rate) === at(p) ? '@' : 'o';
  return cells.join('');
};

export const reliabilityText = (points: readonly ReliabilityPoint[]): readonly string[] => [
  `forecast  came true  0${' '.repeat(WIDTH / 2 - 2)}½${' '.repeat(WIDTH / 2)}1  cell-days`,
  ...points.map(
    (point) =>
      `   ${percent(point.p)}      ${percent(point.rate)}  ${scaleOf(point)}  ${String(Math.round(point.weight)).padStart(9)}`,
  ),
];
