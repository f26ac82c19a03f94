// The cells that an act would change: the verdict now and then, side by side, and over which days.

import { drawGlyphImage, glyphOf } from '../src/drawing/glyph.ts';
import { paintByVariable } from '../src/drawing/palette.ts';
import { capital, verdictOf } from '../src/drawing/words.ts';
import { make, mount } from './elements.ts';
import { cellName } from './names.ts';
import type { Turn } from './review-api.ts';
import { reviewWords } from './review-words.ts';
import { dayWords, say, sayCount } from './words.ts';
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
    make('span', { class: 'turn-label' }, when === 'from' ? reviewWords().before : reviewWords().after),
    mount(drawGlyphImage(glyphOf(cell, world.numbers), paintByVariable, 16)),
    make('span', {}, capital(verdictOf(cell, world.sides))),
  );
};

const daysWords = ({ first, last, days }: Turn): string => {
  const { span, day, days: counted } = reviewWords();
  const told = { from: dayWords(first), until: dayWords(last), days: sayCount(counted, days) };
  return say(first === last ? day : span, told);
};

const drawTurn = (turn: Turn, world: World): HTMLElement =>
  make(
    'li',
    { class: 'turn' },
    make('p', {}, make('strong', {}, cellName(turn)), make('span', { class: 'turn-days' }, ` ${daysWords(turn)}`)),
    make('div', { class: 'turn-sides' }, verdict('from', turn, world), verdict('to', turn, world)),
  );

export const drawTurns = (turns: readonly Turn[], world: World): HTMLElement => {
  if (turns.length === 0) return make('p', { class: 'empty' }, reviewWords().noChange);
  return make(
    'div',
    { class: 'turns' },
    make('p', { class: 'turns-head' }, sayCount(reviewWords().cells, turns.length)),
    make('ul', {}, ...turns.map((turn) => drawTurn(turn, world))),
  );
};
