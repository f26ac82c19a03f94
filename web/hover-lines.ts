// What the card under the pointer says: name and verdict, how old the last word is, and how many stories tell of it.
import { make } from './elements.ts';
import type { Mark } from './map-surface.ts';
import type { Shown } from './view.ts';
import { ageWords, say, sayCount, words } from './words.ts';

export const hoverLines = ({ place, scope, label }: Mark, shown: Shown | null): readonly HTMLElement[] => {
  const cell = shown?.cells.find((one) => one.place.id === place && (scope === null || one.scope === scope)) ?? null;
  const name = make('strong', {}, label);
  if (shown === null || cell === null || cell.lastEvidence === null) return [name];
  const { hover } = words();
  const told = { age: ageWords(cell.lastEvidence, shown.on), voices: sayCount(hover.voices, cell.families) };
  return [name, make('span', {}, say(hover.last, told))];
};
