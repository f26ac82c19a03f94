// Starts the pages beside the map: the address says which one, its script is loaded, and it is shown anew whenever the
// address changes. The frame holds the bar, the keys and the title; each page its own questions.

import { ask, type TheatreRecord } from '../answers.ts';
import { mount, part } from '../elements.ts';
import { icon } from '../icons.ts';
import { listenForKeys } from '../keys.ts';
import { learnNames } from '../names.ts';
import { addressWith, type PageMoment, showPageLinks } from '../page-links.ts';
import { parseAddress } from '../state.ts';
import { makeThemeButton } from '../theme.ts';
import { showTrouble } from '../trouble.ts';
import { say, words } from '../words.ts';
import { loadWorld, makeWorld, type World } from '../world.ts';
import { showChanges } from './changes.ts';
import { showCounts } from './counts.ts';
import { restoreFocus, takeFocus } from './focus.ts';
import { showIncidents } from './incidents.ts';
import { showLimits } from './limits.ts';
import { pageKeys } from './page-keys.ts';
import { showOtherLanguage } from './page-language.ts';
import { pageWords, speakPages } from './page-words.ts';
import { listenForPrint } from './print.ts';
import { showRefusals } from './refusals.ts';
import { showReport } from './report.ts';
import { showReports } from './reports.ts';
import { showSources } from './sources.ts';
import { type SpotName, spotOf } from './spot.ts';
import type { PageShow, Query, View, Visit } from './visit.ts';

/** All in one script, which packs better than many small ones; only the map's drawing comes when a place is asked for. */
const PAGES: Readonly<Record<SpotName, PageShow>> = {
  changes: showChanges,
  counts: showCounts,
  reports: showReports,
  report: showReport,
  sources: showSources,
  incidents: showIncidents,
  refusals: showRefusals,
  limits: showLimits,
  place: async (visit) => (await import('./place.ts')).showPlace(visit),
};

const momentOf = (query: string): PageMoment => {
  const { on, asOf, seq, lang } = parseAddress(query);
  return { on, asOf, seq, lang };
};

const announce = (told: string): void => part('announce').replaceChildren(told);

type Frame = Pick<Visit, 'world' | 'placed' | 'go' | 'again'>;

const visitOf = (frame: Frame): Visit => {
  const query = new URLSearchParams(location.search);
  return {
    ...{ ...frame, say: announce },
    id: spotOf(location.pathname)?.id ?? null,
    asked: (name) => query.get(name) || null,
    moment: momentOf(location.search),
  };
};

const showView = (view: View, visit: Visit): void => {
  const focused = takeFocus();
  part('page-title').replaceChildren(view.title);
  part('page-sub').replaceChildren(...[view.sub].filter((each) => each !== null));
  part('content').replaceChildren(...view.parts.filter((each) => each !== null));
  document.title = say(pageWords().frame.title, { page: view.title, theatre: visit.world.theatre.title });
  const { frame } = words();
  part('stamp').textContent = [
    say(frame.ledger, { seq: String(view.stamp.seq) }),
    say(frame.theatre, { version: view.stamp.theatre.version.slice(0, 12) }),
    say(frame.model, { version: view.stamp.model.version }),
  ].join(' · ');
  part('printed').textContent = location.href;
  showPageLinks(view.page, visit.moment);
  showOtherLanguage(visit.moment);
  restoreFocus(focused);
};

/** Called for by the address's own fragment, which the browser could not find before the page was there. */
const showFragment = (): void => {
  const target = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
  target?.scrollIntoView();
};

/** Without the fragment. */
const addressShown = (): string => location.pathname + location.search;

/** The address with some of its words changed. */
const changedAddress = (change: Query): string => {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(change))
    if (value === null || value === '') query.delete(name);
    else query.set(name, value);
  const text = query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':');
  return text === '' ? location.pathname : `${location.pathname}?${text}`;
};

/** Places and their extents are a quarter of a megabyte: asked for once, and only by who needs them. */
const keepPlaces = (): (() => Promise<World>) => {
  let loading: Promise<World> | null = null;
  return () => {
    const asked = loading ?? loadWorld();
    loading = asked;
    asked.catch(() => {
      loading = null;
    });
    return asked;
  };
};

const makePages = (world: World) => {
  let asked = '';
  let turn = 0;
  let shown: View | null = null;
  const placed = keepPlaces();
  const show = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    asked = addressShown();
    const spot = spotOf(location.pathname);
    part('page').setAttribute('aria-busy', 'true');
    try {
      if (spot === null) throw new Error(`No page is at ${location.pathname}.`);
      const visit = visitOf({ world, placed, go, again: () => void show() });
      const view = await PAGES[spot.name](visit);
      if (mine !== turn) return;
      part('trouble').hidden = true;
      shown = view;
      showView(view, visit);
    } catch (error) {
      if (mine === turn) showTrouble(error, null);
    } finally {
      if (mine === turn) part('page').removeAttribute('aria-busy');
    }
  };
  const go = (change: Query): void => {
    const address = changedAddress(change);
    if (address === addressShown()) return;
    history.pushState(null, '', address);
    void show();
  };
  return {
    show,
    // A step to a mark in the same page draws nothing anew: the mark would be lost.
    follow: (): void => {
      if (addressShown() !== asked) void show();
    },
    step: (days: number): void => shown?.step?.(days),
  };
};

const start = async (): Promise<void> => {
  makeThemeButton();
  await speakPages(momentOf(location.search).lang);
  part('theme').replaceChildren(mount(icon('theme')));
  showPageLinks(null, momentOf(location.search));
  try {
    const { lang } = momentOf(location.search);
    const [{ data: theatre }] = await Promise.all([ask<TheatreRecord>('/api/theatre'), learnNames(lang)]);
    const world = makeWorld(theatre, []);
    part('theatre').replaceChildren(world.theatre.title);
    document.querySelector('a.name')?.setAttribute('href', addressWith('/', momentOf(location.search)));
    const pages = makePages(world);
    addEventListener('popstate', pages.follow);
    listenForKeys(pageKeys(pages.step));
    listenForPrint();
    await pages.show();
    showFragment();
  } catch (error) {
    showTrouble(error, null);
  }
};

void start();
