// Asks for the other moment and for the days between. Where nothing is compared, nothing is asked.
import type { Moment } from '../src/drawing/find-changes.ts';
import { ask, type CellAnswer, type HoldingsAnswer } from './answers.ts';
import { type Compared, compareCells } from './compare-cells.ts';
import { comparison } from './compare-moments.ts';
import type { Shown } from './view.ts';
import type { World } from './world.ts';

export const loadComparison = async (
  { state, on, cells, stamp }: Omit<Shown, 'compared'>,
  world: World,
): Promise<Compared | null> => {
  if (!comparison.isOn(state)) return null;
  const { seq } = stamp;
  const [earlier, later] = comparison.momentsOf(state, on);
  const cellsAt = async (moment: Moment): Promise<readonly CellAnswer[]> => {
    const isShown = moment.on === on && moment.asOf === state.asOf;
    return isShown ? cells : (await ask<readonly CellAnswer[]>('/api/control', { ...moment, seq })).data;
  };
  const isOneDay = earlier.on === later.on;
  const holdings = async (): Promise<readonly HoldingsAnswer[]> => {
    const range = { from: world.first < earlier.on ? world.first : earlier.on, until: later.on };
    return (await ask<readonly HoldingsAnswer[]>('/api/holdings', { ...range, asOf: later.asOf, seq })).data;
  };
  const [before, after, knownThen, between] = await Promise.all([
    cellsAt(earlier),
    cellsAt(later),
    isOneDay ? null : cellsAt({ on: earlier.on, asOf: earlier.on }),
    isOneDay ? [] : holdings(),
  ]);
  const asked = { earlier, later, before, after, knownThen, holdings: between, counted: world.counted };
  return { earlier, later, changed: compareCells(asked) };
};
