// Asks for what the strip shows: one answer with the counts of all days, one with the numbers that people say.
import type { StripMark } from '../src/drawing/strip-drawing.ts';
import { type AggregateAnswer, ask, type DayAnswer } from './answers.ts';
import type { State } from './state.ts';
import { marksOf } from './strip-marks.ts';
import type { World } from './world.ts';

export interface StripAnswer {
  readonly days: readonly DayAnswer[];
  /** Empty while they are asked for. */
  readonly marks: readonly StripMark[];
}

type Cut = Pick<State, 'asOf' | 'seq'>;

const EMPTY: StripAnswer = { days: [], marks: [] };

/** What is known of a moment is asked for once; while a newer one is on its way, the last one stays. */
export const makeStripLoader = (world: World, came: (answer: StripAnswer) => void) => {
  let asked: string | null = null;
  let latest = EMPTY;
  const load = async ({ asOf, seq }: Cut, key: string): Promise<void> => {
    const isCurrent = (): boolean => asked === key;
    const range = { from: world.first, until: world.last };
    const days = await ask<readonly DayAnswer[]>('/api/days', { ...range, asOf, seq });
    if (!isCurrent()) return;
    latest = { ...latest, days: days.data };
    came(latest);
    const said = await ask<readonly AggregateAnswer[]>('/api/aggregates', { asOf, seq });
    if (!isCurrent()) return;
    latest = { ...latest, marks: marksOf(said.data, world) };
    came(latest);
  };
  return {
    latest: (): StripAnswer => latest,
    /** Rejects where the server does; the next call asks again. `seq` is the one that the picture was made from. */
    follow: async (cut: Cut): Promise<void> => {
      const key = JSON.stringify([cut.asOf, cut.seq]);
      if (key === asked) return;
      asked = key;
      try {
        await load(cut, key);
      } catch (error) {
        if (asked === key) asked = null;
        throw error;
      }
    },
  };
};
