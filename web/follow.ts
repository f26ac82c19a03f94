// Follows the state: asks, shows the cells, then what changed. An answer that comes after a newer question is dropped.
import { dayWords } from '../src/drawing/words.ts';
import { AskProblem } from './answers.ts';
import { make, part } from './elements.ts';
import type { Evidence } from './evidence.ts';
import { announcement } from './headline.ts';
import { loadChanges, loadEvidence, loadShown } from './load.ts';
import type { State } from './state.ts';
import type { Page, Shown } from './view.ts';
import { dayOf } from './world.ts';

export interface Showing {
  readonly all: (shown: Shown, evidence: Evidence | null, before: State | null) => void;
  readonly changes: (shown: Shown) => void;
}

/** What, what still holds, what to do. */
export const showTrouble = (error: unknown, before: Shown | null): void => {
  const words = error instanceof AskProblem ? error.message : 'Something on this page broke.';
  const holds = before === null ? '' : ` The page shows ${dayWords(before.on)} as loaded before.`;
  part('trouble').replaceChildren(make('p', {}, `${words}${holds} Try again.`));
  part('trouble').hidden = false;
  if (!(error instanceof AskProblem)) console.error(error);
};

const NEWS = ['on', 'asOf', 'with', 'withAsOf'] as const;
/** Whether the new state deserves to be said aloud. */
const isNews = (before: State | null, state: State): boolean =>
  before === null || NEWS.some((field) => before[field] !== state[field]);

export const makeFollower = (page: Page, showing: Showing) => {
  let latest: Shown | null = null;
  let turn = 0;
  const load = async (state: State, isCurrent: () => boolean): Promise<void> => {
    const [shown, evidence] = await Promise.all([loadShown(state, page.world), loadEvidence(state, page.world)]);
    if (!isCurrent()) return;
    const before = latest?.state ?? null;
    latest = shown;
    part('trouble').hidden = true;
    showing.all(shown, evidence, before);
    const changes = shown.compared === null ? await loadChanges(shown) : [];
    if (!isCurrent()) return;
    latest = { ...shown, changes };
    showing.changes(latest);
    if (isNews(before, state)) page.say(announcement(page, latest));
  };
  return {
    latest: (): Shown | null => latest,
    follow: async (state: State): Promise<void> => {
      turn += 1;
      const mine = turn;
      part('busy').textContent = `Reading ${dayWords(dayOf(state, page.world))}…`;
      try {
        await load(state, () => mine === turn);
      } catch (error) {
        if (mine === turn) showTrouble(error, latest);
      } finally {
        if (mine === turn) part('busy').textContent = '';
      }
    },
  };
};
