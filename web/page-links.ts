// The pages beside the map, and their addresses: what is shown (day, known until, state of the ledger, language) goes along.
import type { Language } from '../src/drawing/language.ts';
import type { Scope } from '../src/model/claim.ts';
import { make, part } from './elements.ts';
import { words } from './words.ts';

export const PAGE_NAMES = [
  'map',
  'changes',
  'counts',
  'reports',
  'sources',
  'incidents',
  'refusals',
  'limits',
] as const;
export type PageName = (typeof PAGE_NAMES)[number];

/** What a link takes along. */
export interface PageMoment {
  readonly on: string | null;
  readonly asOf: string | null;
  readonly seq: number | null;
  readonly lang: Language;
}

type More = Readonly<Record<string, string | number | null>>;

export const addressWith = (path: string, { on, asOf, seq, lang }: PageMoment, more: More = {}): string => {
  const query = new URLSearchParams();
  const all: More = { on, asOf, seq, ...more, lang: lang === 'en' ? null : lang };
  for (const [name, value] of Object.entries(all)) if (value !== null) query.set(name, String(value));
  const text = query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':');
  return text === '' ? path : `${path}?${text}`;
};

export const pageAddress = (name: PageName, moment: PageMoment, more: More = {}): string =>
  addressWith(name === 'map' ? '/' : `/${name}`, moment, more);

export const reportAddress = (id: string, moment: PageMoment): string =>
  addressWith(`/reports/${encodeURIComponent(id)}`, moment);

export const placeAddress = (id: string, scope: Scope | null, moment: PageMoment): string =>
  addressWith(`/place/${encodeURIComponent(id)}`, moment, { scope });

const closeMenu = (nav: HTMLElement, menu: HTMLElement): void => {
  menu.setAttribute('aria-expanded', 'false');
  nav.classList.remove('open');
};

/** The button that opens the list where the bar has no room for it. */
const makeMenu = (nav: HTMLElement): HTMLElement => {
  const known = nav.querySelector<HTMLElement>('button');
  if (known !== null) return known;
  const attributes = { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'page-list', class: 'pages-menu' };
  const menu = make('button', attributes, words().nav.menu);
  menu.addEventListener('click', () => {
    const isOpen = nav.classList.toggle('open');
    menu.setAttribute('aria-expanded', String(isOpen));
  });
  nav.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !nav.classList.contains('open')) return;
    event.stopPropagation();
    closeMenu(nav, menu);
    menu.focus();
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !nav.contains(target)) closeMenu(nav, menu);
  });
  return menu;
};

/** The bar's links, each to what is shown now; `current` is the page that one is on. */
export const showPageLinks = (current: PageName | null, moment: PageMoment): void => {
  const nav = part('pages');
  const links = PAGE_NAMES.map((name) => {
    const attributes = { href: pageAddress(name, moment), 'aria-current': name === current ? 'page' : null };
    return make('li', {}, make('a', attributes, words().nav[name]));
  });
  nav.replaceChildren(makeMenu(nav), make('ul', { id: 'page-list' }, ...links));
};
