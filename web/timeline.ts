// The strip under the map: the day, and until when things were known, as two sliders over one axis. Dragging replaces.
import { dayWords, longDayWords } from '../src/drawing/words.ts';
import { type Day, isDay } from '../src/model/time.ts';
import { type Axis, clampDay, dayAt, drawAxis, shareOf, stepDay } from './axis.ts';
import { iconButton, make, part } from './elements.ts';
import { knownWords } from './headline.ts';
import { makeSlider } from './slider.ts';
import type { Page, Shown } from './view.ts';
import { dayOf } from './world.ts';

type How = 'push' | 'replace';

const knownDay = (asOf: string | null, axis: Axis): Day => {
  const day = asOf?.slice(0, 10) ?? null;
  return day !== null && isDay(day) ? clampDay(day, axis) : axis.last;
};

/** The day's handle. It moves at once; the picture follows when its answer has come. */
const makeDay = (page: Page, axis: Axis, track: HTMLElement) => {
  const current = (): Day => clampDay(dayOf(page.state(), page.world), axis);
  const slider = makeSlider('Day', 'day', { axis, track, current, moved: (on, how) => move(on, how) });
  const show = (on: Day): void => slider.set(clampDay(on, axis), longDayWords(on));
  const move = (on: Day, how: How): void => {
    show(on);
    page.go({ on }, how);
  };
  return { slider, show, move, step: (days: number): void => move(stepDay(current(), days, axis), 'push') };
};

/** The known-until handle; the last day of the axis means: everything known. */
const makeKnown = (page: Page, axis: Axis, track: HTMLElement) => {
  const current = (): Day => knownDay(page.state().asOf, axis);
  const slider = makeSlider('Known until', 'known', { axis, track, current, moved: (day, how) => move(day, how) });
  const later = make('div', { class: 'unknown-yet', 'aria-hidden': 'true' });
  const show = (asOf: string | null): void => {
    const until = knownDay(asOf, axis);
    slider.set(until, asOf === null ? 'everything known' : dayWords(until));
    later.style.insetInlineStart = `${shareOf(until, axis) * 100}%`;
  };
  const move = (day: Day, how: How): void => {
    const asOf = day >= axis.last ? null : day;
    show(asOf);
    page.go({ asOf }, how);
  };
  return { slider, later, show, step: (days: number): void => move(stepDay(current(), days, axis), 'push') };
};

const drawHead = (label: HTMLElement, step: (days: number) => void): HTMLElement =>
  make(
    'div',
    { class: 'strip-head' },
    label,
    make(
      'div',
      { class: 'strip-buttons' },
      iconButton('previous', { 'aria-label': 'Previous day', title: 'Previous day (,)' }, () => step(-1)),
      iconButton('next', { 'aria-label': 'Next day', title: 'Next day (.)' }, () => step(1)),
    ),
  );

/** The strip in the frame of index.html. */
export const makeTimeline = (page: Page) => {
  const axis: Axis = page.world;
  const track = make('div', { class: 'track' });
  const label = make('div', { class: 'strip-day' });
  const day = makeDay(page, axis, track);
  const known = makeKnown(page, axis, track);
  drawAxis(track, axis);
  track.append(known.later, day.slider.element, known.slider.element);
  track.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[role=slider]') !== null) return;
    const { left, width } = track.getBoundingClientRect();
    day.move(dayAt((event.clientX - left) / Math.max(1, width), axis), 'push');
  });
  part('timeline').replaceChildren(drawHead(label, day.step), make('div', { class: 'track-frame' }, track));
  return {
    step: day.step,
    stepKnown: known.step,
    show: ({ on, state }: Shown): void => {
      const isAhead = state.asOf !== null && on > knownDay(state.asOf, axis);
      day.show(on);
      known.show(state.asOf);
      label.replaceChildren(
        make('strong', {}, longDayWords(on)),
        make('span', {}, isAhead ? 'later than what was known: nothing is foretold' : knownWords(state.asOf)),
      );
    },
  };
};
export type TimelineView = ReturnType<typeof makeTimeline>;
