// Starts the page: one state, one address, views that follow. Nothing here concludes anything about a place.

import { dayWords } from '../src/drawing/words.ts';
import { AskProblem } from './answers.ts';
import { make, mount, part } from './elements.ts';
import { drawEvidence, type Evidence } from './evidence.ts';
import { makeFind, makeThemeButton } from './find.ts';
import { announcement, showHeadline, showLegend } from './headline.ts';
import { type IconName, icon } from './icons.ts';
import { listenForKeys } from './keys.ts';
import { drawList } from './list.ts';
import { loadEvidence, loadShown } from './load.ts';
import { type MapView, makeMap } from './map.ts';
import { formatAddress, isSame, parseAddress, type State } from './state.ts';
import { drawTable } from './table.ts';
import { makeTimeline, type TimelineView } from './timeline.ts';
import type { Page, Shown } from './view.ts';
import { dayOf, loadWorld, type World } from './world.ts';

/** The shown day, everything known now and this ledger's state: what a link must name to show the same for ever. */
const lastingLink = ({ state, on, stamp }: Shown): string => {
  const asOf = state.asOf ?? new Date().toISOString();
  return `${location.origin}/${formatAddress({ ...state, on, asOf, seq: stamp.seq })}`;
};

const CALM_MS = 700;
/** Live words, at most every 0.7 s: the last one counts. */
const makeSpeaker = () => {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (words: string): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => part('announce').replaceChildren(words), CALM_MS);
  };
};

interface Views {
  readonly map: MapView;
  readonly timeline: TimelineView;
}

const showPanel = (page: Page, shown: Shown, evidence: Evidence | null): void => {
  const panel = part('panel');
  const list = part('list');
  panel.classList.toggle('has-choice', evidence !== null);
  list.replaceChildren(...drawList(page, shown));
  list.hidden = evidence !== null;
  part('evidence').replaceChildren(...(evidence === null ? [] : drawEvidence(page, { shown, evidence }, lastingLink)));
};

const showMiddle = (page: Page, shown: Shown): void => {
  const isTable = shown.state.view === 'table';
  part('map').hidden = isTable;
  part('table').hidden = !isTable;
  part('table').replaceChildren(...(isTable ? [drawTable(page, shown)] : []));
  const toggle = part('toggle-table');
  toggle.textContent = isTable ? 'Show as map' : 'Show as table';
  document.body.dataset.view = shown.state.view;
};

const showAll = (page: Page, views: Views, { shown, evidence }: { shown: Shown; evidence: Evidence | null }): void => {
  showHeadline(page, shown);
  showMiddle(page, shown);
  views.map.show(shown);
  views.timeline.show(shown);
  showPanel(page, shown, evidence);
  part('stamp').textContent =
    `Ledger ${shown.stamp.seq} · theatre ${shown.stamp.theatre.version.slice(0, 12)} · model ${shown.stamp.model.version}`;
};

const showTrouble = (error: unknown, before: Shown | null): void => {
  const words = error instanceof AskProblem ? error.message : 'Something on this page broke.';
  const holds = before === null ? '' : ` The page shows ${dayWords(before.on)} as loaded before.`;
  part('trouble').replaceChildren(make('p', {}, `${words}${holds} Try again.`));
  part('trouble').hidden = false;
  if (!(error instanceof AskProblem)) console.error(error);
};

/** Moves the focus to what a choice opened, and back to the map or list when it is closed. */
const moveFocus = (before: State | null, state: State, views: Views): void => {
  if (before === null || before.place === state.place) return;
  if (state.place !== null) document.getElementById('panel-title')?.focus({ preventScroll: true });
  else if (document.activeElement === document.body) views.map.focus();
};

const run = (world: World): void => {
  const say = makeSpeaker();
  let state = parseAddress(location.search);
  let shown: Shown | null = null;
  let turn = 0;
  const follow = async (): Promise<void> => {
    turn += 1;
    const [mine, wanted] = [turn, state];
    part('busy').textContent = `Reading ${dayWords(dayOf(wanted, world))}…`;
    try {
      const [next, evidence] = await Promise.all([loadShown(wanted, world), loadEvidence(wanted, world)]);
      if (mine !== turn) return;
      const before = shown?.state ?? null;
      shown = next;
      part('trouble').hidden = true;
      showAll(page, views, { shown: next, evidence });
      moveFocus(before, wanted, views);
      if (before === null || before.on !== wanted.on || before.asOf !== wanted.asOf) say(announcement(page, next));
    } catch (error) {
      if (mine === turn) showTrouble(error, shown);
    } finally {
      if (mine === turn) part('busy').textContent = '';
    }
  };
  const go: Page['go'] = (change, how = 'push') => {
    const next = { ...state, ...change };
    if (isSame(next, state)) return;
    state = next;
    const address = `/${formatAddress(state)}`;
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void follow();
  };
  const page: Page = { world, go, say };
  const views: Views = { map: makeMap(page), timeline: makeTimeline(page) };
  const find = makeFind(page, () => shown);
  const toggleTable = (): void => go({ view: state.view === 'table' ? 'map' : 'table' });
  part('toggle-table').addEventListener('click', toggleTable);
  addEventListener('popstate', () => {
    state = parseAddress(location.search);
    void follow();
  });
  listenForKeys({
    ',': () => views.timeline.step(-1),
    '.': () => views.timeline.step(1),
    '[': () => views.timeline.stepKnown(state, -1),
    ']': () => views.timeline.stepKnown(state, 1),
    '+': () => part('zoom-in').click(),
    '-': () => part('zoom-out').click(),
    '0': () => part('zoom-all').click(),
    '/': () => find.focus(),
    t: toggleTable,
    Escape: () => go({ place: null, scope: null }),
  });
  void follow();
};

/** Signs of the buttons that stand in index.html. */
const SIGNS: readonly (readonly [id: string, name: IconName])[] = [
  ['theme', 'theme'],
  ['zoom-in', 'closer'],
  ['zoom-out', 'farther'],
  ['zoom-all', 'whole'],
];

const start = async (): Promise<void> => {
  for (const [id, name] of SIGNS) part(id).replaceChildren(mount(icon(name)));
  makeThemeButton();
  try {
    const world = await loadWorld();
    part('theatre').textContent = world.theatre.title;
    showLegend(world);
    run(world);
  } catch (error) {
    showTrouble(error, null);
  }
};

void start();
