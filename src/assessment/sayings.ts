// What is said of a cell, without any weighing: the words that rules without a model go by, for comparison.
// Invariant: what a word says does not depend on what is said later, so that a day's words are those of that day.
import type { Cell, Evidence } from '../model/control.ts';
import type { Saying } from '../model/series.ts';
import { NOTHING_HEARD } from './coverage.ts';
import { type Ground, mainOpponent } from './ground.ts';
import { isMain } from './opposition.ts';
import { dayFrom, type Statement, statementsOf } from './statements.ts';
import { prepare } from './view.ts';

/** A bare loss means the loser's one opponent here; who was named nearby is for the assessment to weigh (E13a). */
const holderBy = (ground: Ground, { says, rumour }: Statement): Saying['holder'] => {
  if (rumour || says.side === null) return null;
  if (says.what === 'has') return says.side;
  return says.what === 'lost' ? mainOpponent(ground, says.side) : null;
};

/** Every word about this very cell that is somebody's own; what is only entailed or borrowed is left out. */
export const sayingsOf = (ground: Ground, cell: Cell, evidence: readonly Evidence[]): readonly Saying[] => {
  const copies = new Set(prepare(ground, { cell, heard: NOTHING_HEARD }, evidence).copies.map(({ claim }) => claim.id));
  return statementsOf(ground, cell, evidence)
    .filter((one) => isMain(one) && !one.implied)
    .map((one) => ({
      ...{ day: dayFrom(one.day), known: one.evidence.known ?? one.evidence.report.known, by: one.side },
      ...{ holder: holderBy(ground, one), copy: copies.has(one.claim.id) },
    }));
};
