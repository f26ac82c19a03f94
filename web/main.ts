// Starts the page: one state, one address, views that follow. Nothing here concludes anything about a place.
import { drawComparison } from './compare-list.ts';
import { part } from './elements.ts';
import { drawEvidence, type Evidence } from './evidence.ts';
import { makeFind } from './find.ts';
import { makeFollower, type Showing } from './follow.ts';
import { showHeadline, showLegend, showSides } from './headline.ts';
import { openKeySheet } from './key-sheet.ts';
import { listenForKeys } from './keys.ts';
import { showLanguages } from './languages.ts';
import { drawList, rowOf } from './list.ts';
import { loadStart, type Start } from './load-start.ts';
import { type MapView, makeMap } from './map.ts';
import { listenForReview } from './open-review.ts';
import { showPageLinks } from './page-links.ts';
import { lastingLink, listenForShare } from './share.ts';
import { showSigns } from './show-signs.ts';
import { formatAddress, isSame, parseAddress, type State } from './state.ts';
import { drawTable } from './table.ts';
import { makeThemeButton } from './theme.ts';
import { makeTimeline, type TimelineView } from './timeline.ts';
import { showTrouble } from './trouble.ts';
import { type Page, SHOWN, type Shown } from './view.ts';
import { say, speak, words } from './words.ts';

const CALM_MS = 700;
/** Live words, at most every 0.7 s: of answers and of news the last one counts, and neither takes the other's place. */
const makeSpeaker = (): Page['say'] => {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let told = { answer: '', news: '' };
  return (said, kind = 'answer') => {
    clearTimeout(waiting);
    told = { ...told, [kind]: said };
    waiting = setTimeout(() => {
      part('announce').replaceChildren(`${told.answer} ${told.news}`.trim());
      told = { answer: '', news: '' };
    }, CALM_MS);
  };
};

interface Views {
  readonly map: MapView;
  readonly timeline: TimelineView;
}

const drawPanelList = (page: Page, shown: Shown): readonly HTMLElement[] =>
  shown.compared === null ? drawList(page, shown) : drawComparison(page, shown, shown.compared);

/** Drawn anew, the list's choices keep the focus of whoever is choosing. */
const redrawList = (list: HTMLElement, drawn: readonly HTMLElement[]): void => {
  const active = document.activeElement;
  const label = list.contains(active) && active instanceof HTMLSelectElement ? active.getAttribute('aria-label') : null;
  list.replaceChildren(...drawn);
  if (label === null) return;
  const choices = [...list.querySelectorAll('select')];
  choices.find((select) => select.getAttribute('aria-label') === label)?.focus({ preventScroll: true });
};

/** The list stays where it was while the evidence stands in its place. */
const makePanel = (page: Page) => {
  const [panel, list, evidencePart] = [part('panel'), part('list'), part('evidence')];
  let listScroll = 0;
  return {
    changes: (shown: Shown): void => redrawList(list, drawPanelList(page, shown)),
    show: (shown: Shown, evidence: Evidence | null): void => {
      if (!list.hidden) listScroll = panel.scrollTop;
      const isOpening = evidence !== null && !list.hidden;
      redrawList(list, drawPanelList(page, shown));
      list.hidden = evidence !== null;
      evidencePart.replaceChildren(...(evidence === null ? [] : drawEvidence(page, { shown, evidence }, lastingLink)));
      if (isOpening) panel.scrollTop = 0;
      if (evidence === null) panel.scrollTop = listScroll;
    },
  };
};

const showMiddle = (page: Page, shown: Shown): void => {
  const isTable = shown.state.view === 'table';
  part('map').hidden = isTable;
  part('table').hidden = !isTable;
  part('table').replaceChildren(...(isTable ? drawTable(page, shown) : []));
  part('toggle-table').textContent = isTable ? words().frame.showMap : words().frame.showTable;
  document.body.dataset.view = shown.state.view;
  document.body.toggleAttribute('data-compared', shown.compared !== null);
};

const showStamp = ({ stamp: { seq, theatre, model } }: Shown): void => {
  const { frame } = words();
  const parts = [
    say(frame.ledger, { seq: String(seq) }),
    say(frame.theatre, { version: theatre.version.slice(0, 12) }),
    say(frame.model, { version: model.version }),
  ];
  part('stamp').textContent = parts.join(' · ');
};

/** Where the panel lies below the map (on a phone), so much of it comes into sight: place and verdict. */
const PEEK = 190;
const peek = (): void => {
  const below = part('panel').getBoundingClientRect().top + PEEK - innerHeight;
  if (below > 0) scrollBy({ top: below });
};

/** To what a choice opened; when it is closed, back to its row in the list, else to the map. */
const moveFocus = (before: State | null, state: State, map: MapView): void => {
  if (before === null || before.place === state.place) return;
  if (state.place !== null) {
    document.getElementById('panel-title')?.focus({ preventScroll: true });
    peek();
  } else if (document.activeElement === document.body) {
    const row = rowOf(before);
    if (row === null) map.focus();
    else row.focus({ preventScroll: true });
  }
};

const makeShowing = (page: Page, { map, timeline }: Views): Showing => {
  const panel = makePanel(page);
  return {
    changes: panel.changes,
    moved: (shown) => {
      map.move(shown);
      showLanguages(shown.state);
    },
    all: (shown, evidence, before) => {
      showHeadline(page, shown);
      showSides(page, shown);
      showMiddle(page, shown);
      map.show(shown);
      void timeline.show(shown, evidence?.periods ?? null).catch((error: unknown) => showTrouble(error, shown));
      panel.show(shown, evidence);
      showStamp(shown);
      showLanguages(shown.state);
      showPageLinks('map', { ...shown.state, on: shown.on });
      document.dispatchEvent(new Event(SHOWN));
      moveFocus(before, shown.state, map);
    },
  };
};

const keysFor = (page: Page, timeline: TimelineView) => ({
  ',': () => timeline.step(-1),
  '.': () => timeline.step(1),
  '[': () => timeline.stepKnown(-1),
  ']': () => timeline.stepKnown(1),
  '+': () => part('zoom-in').click(),
  '-': () => part('zoom-out').click(),
  '0': () => part('zoom-all').click(),
  '/': () => part('find-words').focus(),
  n: () => timeline.change(1),
  p: () => timeline.change(-1),
  c: () => timeline.compare(),
  t: () => part('toggle-table').click(),
  '?': () => openKeySheet(),
  Escape: () => page.go({ place: null, scope: null }),
});

const run = (start: Start): void => {
  let state = parseAddress(location.search);
  const go: Page['go'] = (change, how = 'push') => {
    const next = { ...state, ...change };
    if (isSame(next, state)) return;
    state = next;
    const address = `/${formatAddress(state)}`;
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void follower.follow(state);
  };
  const page: Page = { world: start.world, go, say: makeSpeaker(), state: () => state };
  const views: Views = { map: makeMap(page), timeline: makeTimeline(page) };
  const follower = makeFollower(page, start, makeShowing(page, views));
  makeFind(page, follower.latest);
  part('toggle-table').addEventListener('click', () => go({ view: state.view === 'table' ? 'map' : 'table' }));
  addEventListener('popstate', () => {
    state = parseAddress(location.search);
    void follower.follow(state);
  });
  listenForKeys(keysFor(page, views.timeline));
  part('open-keys').addEventListener('click', () => openKeySheet());
  void follower.follow(state);
  listenForShare(page, follower.latest);
  listenForReview(page, () => follower.follow(state));
};

/** Where the legend is folded until it is asked for: on a phone, and where headline and legend share a low column. */
const NO_ROOM = '(max-width: 640px), (min-width: 1360px) and (max-height: 730px)';

const start = async (): Promise<void> => {
  await speak(parseAddress(location.search).lang);
  showSigns();
  makeThemeButton();
  if (matchMedia(NO_ROOM).matches) part('legend-fold').removeAttribute('open');
  try {
    const begun = await loadStart(parseAddress(location.search));
    part('theatre').textContent = begun.world.theatre.title;
    showLegend();
    run(begun);
  } catch (error) {
    showTrouble(error, null);
  }
};

void start();
