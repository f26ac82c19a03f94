// Finding a place by any spelling: a box with a list below it, walked by arrows, that says also when there is none.
import { verdictOf } from '../src/drawing/words.ts';
import type { CellAnswer, PlaceRecord } from './answers.ts';
import { make, part } from './elements.ts';
import { findPlaces, nearestPlaces } from './find-places.ts';
import type { Page, Shown } from './view.ts';
import { say, sayCount, words } from './words.ts';
import { controlCell } from './world.ts';

const inputOf = (): HTMLInputElement => {
  const input = part('find-words');
  if (!(input instanceof HTMLInputElement)) throw new Error('#find-words is not an input.');
  return input;
};

const MOST = 8;
const MOST_NEAR = 3;

interface Offer {
  readonly places: readonly PlaceRecord[];
  /** None has that name: these are only spelled alike. */
  readonly isGuess: boolean;
}

const offerFor = (text: string, places: readonly PlaceRecord[]): Offer => {
  const found = findPlaces(text, places).slice(0, MOST);
  if (found.length > 0) return { places: found, isGuess: false };
  return { places: nearestPlaces(text, places).slice(0, MOST_NEAR), isGuess: true };
};

/** Of what is said of a place's parts, what is said of the place itself: of a city the city, not its airport. */
const cellOf = (place: PlaceRecord, shown: Shown | null): CellAnswer | null => {
  const cells = shown?.cells.filter((cell) => cell.place.id === place.id) ?? [];
  return cells.find(({ scope }) => scope === place.kind) ?? cells[0] ?? null;
};

const optionOf = (
  place: PlaceRecord,
  at: number,
  { page, shown }: { page: Page; shown: Shown | null },
): HTMLElement => {
  const cell = cellOf(place, shown);
  const where = [words().kind[place.kind], place.province].filter((word) => word !== null).join(words().comma);
  const verdict = cell === null ? words().verdict.silent : verdictOf(controlCell(cell), page.world.sides);
  return make(
    'div',
    { id: `found-${at}`, role: 'option', 'aria-selected': 'false', 'data-id': place.id },
    make('span', {}, make('strong', {}, place.name), `${words().comma}${where}`),
    make('span', { class: 'verdict' }, verdict),
  );
};

/** The list below the box: which option is the active one, and what is shown. */
const makeList = (input: HTMLInputElement) => {
  const list = part('find-list');
  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  let active = -1;
  const mark = (at: number): void => {
    active = at;
    const all = options();
    for (const [index, option] of all.entries()) option.setAttribute('aria-selected', String(index === at));
    const option = all[at];
    if (option === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', option.id);
    option?.scrollIntoView({ block: 'nearest' });
  };
  const show = (items: readonly HTMLElement[]): void => {
    list.replaceChildren(...items);
    list.hidden = items.length === 0;
    input.setAttribute('aria-expanded', String(items.length > 0));
    mark(-1);
  };
  return {
    show,
    close: (): void => show([]),
    step: (by: number): void => {
      const { length } = options();
      if (length > 0) mark((active + by + length) % length);
    },
    active: (): string | null => options()[active]?.dataset.id ?? null,
    element: list,
  };
};

const drawOffer = (text: string, { places, isGuess }: Offer, look: { page: Page; shown: Shown | null }) => {
  const { frame } = words();
  const options = places.map((place, at) => optionOf(place, at, look));
  if (!isGuess) return options;
  const near = places.length === 0 ? [] : [make('div', { role: 'presentation', class: 'empty' }, frame.nearest)];
  const none = make('div', { role: 'presentation', class: 'empty' }, say(frame.noSuchPlace, { words: text }));
  return [none, ...near, ...options];
};

/** Offers places while a person types; Enter opens the active one, else the best. What is not found is said, with nothing guessed. */
export const makeFind = (page: Page, latest: () => Shown | null): void => {
  const input = inputOf();
  const list = makeList(input);
  const { places, byId } = page.world;
  const open = (place: PlaceRecord): void => {
    input.value = '';
    list.close();
    page.go({ place: place.id, scope: cellOf(place, latest())?.scope ?? null });
  };
  const offer = (): Offer | null => {
    const text = input.value.trim();
    if (text === '') {
      list.close();
      return null;
    }
    const found = offerFor(text, places);
    list.show(drawOffer(text, found, { page, shown: latest() }));
    return found;
  };
  input.addEventListener('input', () => {
    const found = offer();
    if (found === null) return;
    const none = say(words().frame.noSuchPlace, { words: input.value });
    page.say(found.isGuess ? none : sayCount(words().frame.found, found.places.length));
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') list.close();
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    list.step(event.key === 'ArrowDown' ? 1 : -1);
  });
  input.addEventListener('blur', list.close);
  // Before the box loses the focus, and with it the list.
  list.element.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null;
    const place = byId.get(option?.dataset.id ?? '');
    if (place !== undefined) open(place);
  });
  part('find').addEventListener('submit', (event) => {
    event.preventDefault();
    const found = offer();
    const chosen = byId.get(list.active() ?? '') ?? (found?.isGuess === false ? found.places[0] : undefined);
    if (chosen !== undefined) open(chosen);
    else if (found !== null) page.say(say(words().frame.noSuchPlace, { words: input.value }));
  });
};
