// Follows the state: asks, shows the cells, then what changed. An answer that comes after a newer question is dropped.

import { part } from './elements.ts';
import type { Evidence } from './evidence.ts';
import { announcement } from './headline.ts';
import { loadChanges, loadEvidence, loadShown } from './load.ts';
import type { Start } from './load-start.ts';
import { isMove, type State } from './state.ts';
import { showTrouble } from './trouble.ts';
import type { Page, Shown } from './view.ts';
import { dayWords, say, words } from './words.ts';
import { dayOf } from './world.ts';

export interface Showing {
  readonly all: (shown: Shown, evidence: Evidence | null, before: State | null) => void;
  readonly changes: (shown: Shown) => void;
  /** Only another part of the map is looked at. */
  readonly moved: (shown: Shown) => void;
}

const NEWS = ['on', 'asOf', 'with', 'withAsOf'] as const;
/** Whether the new state deserves to be said aloud. */
const isNews = (before: State | null, state: State): boolean =>
  before === null || NEWS.some((field) => before[field] !== state[field]);

const CALM_MS = 200;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const makeFollower = (page: Page, start: Start, showing: Showing) => {
  let latest: Shown | null = null;
  let turn = 0;
  let told: State | null = null;
  let asked: State | null = null;
  const load = async (state: State, isCurrent: () => boolean): Promise<void> => {
    const [found, evidence] = await Promise.all([loadShown(state, start), loadEvidence(state, page.world)]);
    if (!isCurrent()) return;
    const before = latest?.state ?? null;
    // The map may have been moved meanwhile.
    const shown = { ...found, state: asked ?? state };
    latest = shown;
    part('trouble').hidden = true;
    showing.all(shown, evidence, before);
    part('busy').textContent = '';
    // While the days go by, what changed on each is not asked for: the next day would wait for it.
    await pause(CALM_MS);
    if (!isCurrent()) return;
    const changes = shown.compared === null ? await loadChanges(shown) : [];
    if (!isCurrent()) return;
    latest = { ...(latest ?? shown), changes };
    showing.changes(latest);
    if (isNews(told, state)) page.say(announcement(page, latest), 'news');
    told = state;
  };
  return {
    latest: (): Shown | null => latest,
    follow: async (state: State): Promise<void> => {
      const isMoved = asked !== null && isMove(asked, state);
      asked = state;
      if (isMoved) {
        if (latest === null) return;
        latest = { ...latest, state: { ...latest.state, box: state.box } };
        showing.moved(latest);
        return;
      }
      turn += 1;
      const mine = turn;
      part('busy').textContent = say(words().frame.reading, { day: dayWords(dayOf(state, page.world)) });
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
