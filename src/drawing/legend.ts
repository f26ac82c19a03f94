// The legend: every form with its meaning in words, one swatch for each side that holds or claims something.
import type { SideId } from '../model/actor.ts';
import type { Status } from '../model/control.ts';
import type { ControlCell } from './cell.ts';
import { ENGLISH, type Words } from './language.ts';
import type { Look } from './look.ts';
import { BARE, lookOf } from './look.ts';
import type { SideNumber } from './palette.ts';

/** The two main sides, and every other that holds or claims something shown, in the order of their colours. */
export const legendSides = (
  numbers: ReadonlyMap<SideId, SideNumber>,
  cells: readonly Pick<ControlCell, 'holder'>[],
): readonly SideId[] => {
  const holders = new Set(cells.map(({ holder }) => holder));
  return [...numbers]
    .filter(([id, number]) => number < 3 || holders.has(id))
    .sort(([, a], [, b]) => a - b)
    .map(([id]) => id);
};

export const LEGEND_ORDER: readonly Status[] = [
  'confirmed',
  'claimed',
  'disputed',
  'contested',
  'threatened',
  'undetermined',
];

export interface LegendRow {
  readonly status: Status;
  readonly name: string;
  readonly means: string;
  readonly looks: readonly Look[];
}

/** A made-up cell of a status, for its swatch: holder `a`, the other party `b`. */
const sample = (status: Status, a: string, b: string) => ({
  place: '',
  scope: 'district' as const,
  on: '2000-01-01' as never,
  holder: status === 'disputed' ? null : a,
  against: status === 'disputed' ? [a, b] : [b],
  status,
  p: null,
  flags: [],
  lastEvidence: null,
  staleAfter: null,
});

const looksOf = (status: Status, sides: readonly [SideNumber, SideNumber]): readonly Look[] => {
  if (status === 'undetermined') return [BARE];
  const numbers = new Map([
    ['a', sides[0]],
    ['b', sides[1]],
  ]);
  const both: readonly (readonly [string, string])[] = [
    ['b', 'a'],
    ['a', 'b'],
  ];
  const shown = status === 'confirmed' || status === 'claimed' ? both : both.slice(1);
  return shown.map(([holder, other]) => lookOf(sample(status, holder, other), numbers));
};

/** Rows in reading order; `sides` are the two main sides' numbers. */
export const legendRows = (sides: readonly [SideNumber, SideNumber], words: Words = ENGLISH): readonly LegendRow[] =>
  LEGEND_ORDER.map((status) => ({ status, ...words.status[status], looks: looksOf(status, sides) }));
