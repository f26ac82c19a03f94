// Everything for the first picture in one answer: the theatre, its places, and the cells of the day that the address names.
import { type Answered, ask, type CellAnswer, type PlaceRecord, type TheatreRecord } from './answers.ts';
import { learnNames } from './names.ts';
import type { State } from './state.ts';
import { makeWorld, type World } from './world.ts';

interface StartAnswer {
  readonly on: string;
  readonly theatre: TheatreRecord;
  readonly places: readonly PlaceRecord[];
  readonly cells: readonly CellAnswer[];
}

export type Cells = Answered<readonly CellAnswer[]>;
type Cut = Pick<State, 'asOf' | 'seq'> & { readonly on: string };

export interface Start {
  readonly world: World;
  /** The first day's cells, once and only for what the address asked; later the ledger may know more. */
  readonly take: (cut: Cut) => Cells | null;
}

export const loadStart = async ({ on, asOf, seq, lang }: State): Promise<Start> => {
  const [{ data, meta }] = await Promise.all([ask<StartAnswer>('/api/start', { on, asOf, seq }), learnNames(lang)]);
  let first: Cells | null = { data: data.cells, meta };
  const take = (cut: Cut): Cells | null => {
    const cells = cut.on === data.on && cut.asOf === asOf && cut.seq === seq ? first : null;
    first = null;
    return cells;
  };
  return { world: makeWorld(data.theatre, data.places), take };
};
