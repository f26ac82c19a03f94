// Finding a place by any spelling.
import type { ControlCell } from '../src/drawing/cell.ts';
import type { PlaceRecord } from './answers.ts';
import { make, part } from './elements.ts';
import type { Page, Shown } from './view.ts';
import { say, words } from './words.ts';
import { findPlaces } from './world.ts';

const inputOf = (): HTMLInputElement => {
  const input = part('find-words');
  if (!(input instanceof HTMLInputElement)) throw new Error('#find-words is not an input.');
  return input;
};

const optionOf = ({ id, name, kind, province }: PlaceRecord): HTMLElement =>
  make(
    'option',
    { value: id },
    [name, words().kind[kind], province].filter((word) => word !== null).join(words().comma),
  );

const scopeOf = (place: PlaceRecord, shown: Shown | null): ControlCell['scope'] | null =>
  shown?.cells.find((cell) => cell.place.id === place.id)?.scope ?? null;

const SHOWN_OPTIONS = 8;

/** Offers places while a person types; Enter opens the best. What is not found is said, with nothing guessed. */
export const makeFind = (page: Page, latest: () => Shown | null): void => {
  const input = inputOf();
  const list = part('find-list');
  input.addEventListener('input', () => {
    list.replaceChildren(...findPlaces(input.value, page.world.places).slice(0, SHOWN_OPTIONS).map(optionOf));
  });
  part('find').addEventListener('submit', (event) => {
    event.preventDefault();
    const [best] = findPlaces(input.value, page.world.places);
    if (best === undefined) page.say(say(words().frame.noSuchPlace, { words: input.value }));
    else {
      page.go({ place: best.id, scope: scopeOf(best, latest()) });
      input.value = '';
    }
  });
};
