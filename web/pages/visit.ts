// What each page is given and what it gives back. A page asks, and answers with a title and its parts; the frame shows them.
import { type Child, make } from '../elements.ts';
import type { PageMoment, PageName } from '../page-links.ts';
import { troubleWords } from '../trouble.ts';
import type { World } from '../world.ts';

export type Query = Readonly<Record<string, string | null>>;

export interface Visit {
  /** Theatre and sides; the places only where a page asks for them. */
  readonly world: World;
  readonly placed: () => Promise<World>;
  /** The report or place that the address names. */
  readonly id: string | null;
  /** Words of the address, as they are. */
  readonly asked: (name: string) => string | null;
  /** What links take along. */
  readonly moment: PageMoment;
  /** Another view of the same page, a step to go back to. */
  readonly go: (change: Query) => void;
  /** The same view, asked for anew. */
  readonly again: () => void;
  /** Said aloud. */
  readonly say: (words: string) => void;
}

export interface View {
  readonly page: PageName | null;
  readonly title: string;
  readonly sub: Child;
  readonly parts: readonly Child[];
  /** Made from this state of the ledger, by this model. */
  readonly stamp: { readonly seq: number; readonly theatre: { version: string }; readonly model: { version: string } };
  /** Another day's view, by the keys for days; null where the page is of no one day. */
  readonly step?: (days: number) => void;
}

export type PageShow = (visit: Visit) => Promise<View>;

/** A part that comes later than the page; until then, and where it does not come, words stand in its place. */
export const later = (waiting: string, load: () => Promise<readonly Child[]>): HTMLElement => {
  const place = make('div', { class: 'later', 'aria-busy': 'true' }, make('p', { class: 'empty' }, waiting));
  const fill = (parts: readonly Child[]): void => {
    place.replaceChildren(...parts.filter((each) => each !== null));
    place.removeAttribute('aria-busy');
  };
  load().then(fill, (error: unknown) => {
    console.error(error);
    fill([make('p', { class: 'wrong' }, troubleWords(error))]);
  });
  return place;
};
