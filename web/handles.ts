// The strip's handles: the day, until when things were known, and the day (or the known-until) that is compared with it.

import { type Day, isDay } from '../src/model/time.ts';
import { type Axis, clampDay, shareOf, stepDay } from './axis.ts';
import { make } from './elements.ts';
import { makeSlider } from './slider.ts';
import type { State } from './state.ts';
import type { Page } from './view.ts';
import { dayWords, longDayWords, say, words } from './words.ts';
import { dayOf } from './world.ts';

export type How = 'push' | 'replace';

export interface Strip {
  readonly page: Page;
  readonly axis: Axis;
  readonly track: HTMLElement;
  /** Space on a handle. */
  readonly play: () => void;
}

/** The last day of the axis stands for: everything known. */
export const knownDay = (asOf: string | null, axis: Axis): Day => {
  const day = asOf?.slice(0, 10) ?? null;
  return day !== null && isDay(day) ? clampDay(day, axis) : axis.last;
};

const asKnown = (day: Day, axis: Axis): Day | null => (day >= axis.last ? null : day);
const knownText = (asOf: string | null, axis: Axis): string =>
  asOf === null ? words().strip.everything : dayWords(knownDay(asOf, axis));

/** The day's handle. It moves at once; the picture follows when its answer has come. */
export const makeDay = ({ page, axis, track, play }: Strip) => {
  const current = (): Day => clampDay(dayOf(page.state(), page.world), axis);
  const slider = makeSlider(words().strip.day, 'day', {
    axis,
    track,
    play,
    current,
    moved: (on, how) => move(on, how),
  });
  const show = (on: Day): void => slider.set(clampDay(on, axis), longDayWords(on));
  const move = (on: Day, how: How): void => {
    show(on);
    page.go({ on }, how);
  };
  const step = (days: number, how: How = 'push'): void => move(stepDay(current(), days, axis), how);
  return { element: slider.element, current, show, move, step };
};

export const makeKnown = ({ page, axis, track, play }: Strip) => {
  const current = (): Day => knownDay(page.state().asOf, axis);
  const slider = makeSlider(words().strip.knownUntil, 'known', {
    axis,
    track,
    play,
    current,
    moved: (day, how) => move(day, how),
  });
  const later = make('div', { class: 'unknown-yet', 'aria-hidden': 'true' });
  const show = (asOf: string | null): void => {
    slider.set(knownDay(asOf, axis), knownText(asOf, axis));
    later.style.insetInlineStart = `${shareOf(knownDay(asOf, axis), axis) * 100}%`;
    later.hidden = asOf === null;
  };
  const move = (day: Day, how: How): void => {
    const asOf = asKnown(day, axis);
    show(asOf);
    page.go({ asOf }, how);
  };
  const step = (days: number): void => move(stepDay(current(), days, axis), 'push');
  return { element: slider.element, later, current, show, step };
};

/** Of two days the other one; of one day as known at two moments the other moment. Not there without a comparison. */
export const makeWith = ({ page, axis, track, play }: Strip) => {
  const isKnown = (): boolean => page.state().with === null && page.state().withAsOf !== null;
  const current = (): Day => {
    const state = page.state();
    return isKnown() ? knownDay(state.withAsOf, axis) : clampDay(state.with ?? axis.first, axis);
  };
  const slider = makeSlider(words().strip.comparedWith, 'with', {
    axis,
    track,
    play,
    current,
    moved: (day, how) => move(day, how),
  });
  const show = (state: State): void => {
    slider.element.hidden = state.with === null && state.withAsOf === null;
    const known = state.with === null;
    slider.element.dataset.of = known ? 'known' : 'day';
    slider.set(
      current(),
      known ? say(words().headline.knownOn, { day: knownText(state.withAsOf, axis) }) : longDayWords(current()),
    );
  };
  const move = (day: Day, how: How): void => page.go(isKnown() ? { withAsOf: day } : { with: day }, how);
  return { element: slider.element, show };
};
