// The cells that an act would change: the verdict now and then, side by side, and over which days.
import { drawGlyphImage, glyphOf } from '../src/drawing/glyph.ts';
import { paintByVariable } from '../src/drawing/palette.ts';
import { capital, verdictOf } from '../src/drawing/words.ts';
import { make, mount } from './elements.ts';
import type { Turn } from './review-api.ts';
import { REVIEW } from './review-words.ts';
import { scopeWords } from './scopes.ts';
import { dayWords } from './words.ts';
import type { World } from './world.ts';

const verdict = (when: 'from' | 'to', turn: Turn, world: World): HTMLElement => {
  const held = turn[when];
  const cell = {
    ...{ ...held, place: turn.place.id, scope: turn.scope, on: turn.at, p: null, flags: [] },
    ...{ lastEvidence: null, staleAfter: null },
  };
  return make(
    'div',
    { class: 'turn-side' },
    make('span', { class: 'turn-label' }, when === 'from' ? REVIEW.before : REVIEW.after),
    mount(drawGlyphImage(glyphOf(cell, world.numbers), paintByVariable, 16)),
    make('span', {}, capital(verdictOf(cell, world.sides))),
  );
};

const daysWords = ({ first, last, days }: Turn): string => {
  const span = first === last ? dayWords(first) : `${dayWords(first)} to ${dayWords(last)}`;
  return `${span}, ${days === 1 ? 'one day' : `${days} days`}`;
};

/** A city beside its district needs its scope to be told apart. */
export const cellName = ({
  place,
  scope,
}: Pick<Turn, 'scope'> & { readonly place: { readonly name: string } }): string => {
  const isDistrict = scope === 'district' || scope === 'centre';
  return isDistrict ? place.name : `${place.name} (${scopeWords(scope).toLowerCase()})`;
};

const drawTurn = (turn: Turn, world: World): HTMLElement =>
  make(
    'li',
    { class: 'turn' },
    make('p', {}, make('strong', {}, cellName(turn)), make('span', { class: 'turn-days' }, ` ${daysWords(turn)}`)),
    make('div', { class: 'turn-sides' }, verdict('from', turn, world), verdict('to', turn, world)),
  );

export const drawTurns = (turns: readonly Turn[], world: World): HTMLElement => {
  if (turns.length === 0) return make('p', { class: 'empty' }, REVIEW.noChange);
  return make(
    'div',
    { class: 'turns' },
    make('p', { class: 'turns-head' }, `${REVIEW.cells(turns.length)}:`),
    make('ul', {}, ...turns.map((turn) => drawTurn(turn, world))),
  );
};
