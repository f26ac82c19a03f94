// The picture behind the handles: drawn anew for each day and each width from answers that are already here.

import { drawStrip } from '../src/drawing/draw-strip.ts';
import { paintByVariable } from '../src/drawing/palette.ts';
import { draw } from '../src/drawing/scene.ts';
import type { StripDrawing } from '../src/drawing/strip-drawing.ts';
import type { Day } from '../src/model/time.ts';
import { mount } from './elements.ts';
import type { StripAnswer } from './load-strip.ts';
import { ownCount, stripWords } from './strip-words.ts';
import type { World } from './world.ts';

/** A low strip, as on a phone, has no words: a tap reads them out. */
const LABELLED_FROM = 80;

const drawingOf = (world: World, { days, marks }: StripAnswer, frame: { width: number; height: number; on: Day }) => {
  const own = ownCount(days, frame.on, world);
  return {
    ...{ days, marks, own, ...frame, first: world.first, last: world.last },
    ...{ sides: world.theatre.sides, numbers: world.numbers, paint: paintByVariable, prefix: 'strip' },
    labelled: frame.height >= LABELLED_FROM,
  } satisfies StripDrawing;
};

export const makeStripPicture = (world: World, track: HTMLElement) => {
  const svg = mount(draw('svg', { class: 'strip-picture', role: 'img' }));
  track.append(svg);
  let answer: StripAnswer = { days: [], marks: [] };
  let on: Day = world.first;
  const redraw = (): void => {
    const { width, height } = svg.getBoundingClientRect();
    if (width === 0 || answer.days.length === 0) return;
    const drawn = drawStrip(drawingOf(world, answer, { width, height, on }));
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    svg.setAttribute('aria-label', stripWords(answer, on, world));
    svg.replaceChildren(...drawn.map(mount));
  };
  new ResizeObserver(redraw).observe(svg);
  return {
    show: (next: StripAnswer, day: Day): void => {
      answer = next;
      on = day;
      redraw();
    },
  };
};
