// The day and the known-until date as two sliders over one axis of days. Dragging replaces, letting go makes a step.
import { dayWords, longDayWords, monthWords, shortDayWords } from '../src/drawing/words.ts';
import { addDays, type Day, daysBetween, isDay } from '../src/model/time.ts';
import { iconButton, make, part } from './elements.ts';
import { knownWords } from './headline.ts';
import type { Page, Shown } from './view.ts';

const PAGE_DAYS = 30;
const WEEK = 7;

/** How far a key moves a slider, in days; null for keys that do not. */
const stepOf = (event: KeyboardEvent): number | null => {
  const size = event.shiftKey ? WEEK : 1;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return -size;
    case 'ArrowRight':
    case 'ArrowUp':
      return size;
    case 'PageDown':
      return -PAGE_DAYS;
    case 'PageUp':
      return PAGE_DAYS;
    case 'Home':
      return Number.NEGATIVE_INFINITY;
    case 'End':
      return Number.POSITIVE_INFINITY;
    default:
      return null;
  }
};

export interface Axis {
  readonly first: Day;
  readonly last: Day;
}

export const clampDay = (day: Day, { first, last }: Axis): Day => (day < first ? first : day > last ? last : day);

/** The day so many days on, inside the axis; infinite steps mean its ends. */
export const stepDay = (day: Day, step: number, axis: Axis): Day => {
  if (step === Number.NEGATIVE_INFINITY) return axis.first;
  if (step === Number.POSITIVE_INFINITY) return axis.last;
  return clampDay(addDays(day, step), axis);
};

const shareOf = (day: Day, axis: Axis): number =>
  Math.min(1, Math.max(0, daysBetween(axis.first, day) / Math.max(1, daysBetween(axis.first, axis.last))));

const dayAt = (share: number, axis: Axis): Day =>
  clampDay(addDays(axis.first, Math.round(share * daysBetween(axis.first, axis.last))), axis);

interface Slider {
  readonly element: HTMLElement;
  readonly set: (day: Day, words: string) => void;
}

interface SliderUse {
  readonly axis: Axis;
  readonly track: HTMLElement;
  readonly moved: (day: Day, how: 'push' | 'replace') => void;
}

const makeSlider = (name: string, className: string, { axis, track, moved }: SliderUse): Slider => {
  const days = daysBetween(axis.first, axis.last);
  const element = make('div', {
    role: 'slider',
    tabindex: 0,
    class: `handle ${className}`,
    'aria-label': name,
    'aria-valuemin': 0,
    'aria-valuemax': days,
  });
  let current = axis.first;
  element.addEventListener('keydown', (event) => {
    const step = event.ctrlKey || event.metaKey || event.altKey ? null : stepOf(event);
    if (step === null) return;
    event.preventDefault();
    moved(stepDay(current, step, axis), 'replace');
  });
  const toPointer = (event: PointerEvent, how: 'push' | 'replace'): void => {
    const { left, width } = track.getBoundingClientRect();
    moved(dayAt((event.clientX - left) / Math.max(1, width), axis), how);
  };
  element.addEventListener('pointerdown', (event) => element.setPointerCapture(event.pointerId));
  element.addEventListener('pointermove', (event) => {
    if (element.hasPointerCapture(event.pointerId)) toPointer(event, 'replace');
  });
  return {
    element,
    set: (day, words) => {
      current = day;
      element.setAttribute('aria-valuenow', String(daysBetween(axis.first, day)));
      element.setAttribute('aria-valuetext', words);
      element.style.insetInlineStart = `${shareOf(day, axis) * 100}%`;
    },
  };
};

/** The first of each month inside the axis, and the first day itself. */
export const monthStarts = ({ first, last }: Axis): readonly Day[] => {
  const starts: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) if (day.endsWith('-01')) starts.push(day);
  return starts;
};

const weekStarts = ({ first, last }: Axis): readonly Day[] => {
  const starts: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, WEEK)) starts.push(day);
  return starts;
};

const placeAt = (element: HTMLElement, day: Day, axis: Axis): HTMLElement => {
  element.style.insetInlineStart = `${shareOf(day, axis) * 100}%`;
  return element;
};

const drawAxis = (track: HTMLElement, axis: Axis): void => {
  const months = monthStarts(axis);
  const isShort = daysBetween(axis.first, axis.last) < 62;
  const ticks = isShort ? weekStarts(axis) : months;
  const words = (day: Day): string => (isShort ? shortDayWords(day) : monthWords(day));
  track.append(
    make('div', { class: 'rail' }),
    ...ticks.map((day) => placeAt(make('span', { class: 'tick', 'aria-hidden': 'true' }, words(day)), day, axis)),
  );
};

const knownDay = (asOf: string | null, axis: Axis): Day => {
  const day = asOf?.slice(0, 10) ?? null;
  return day !== null && isDay(day) ? clampDay(day, axis) : axis.last;
};

/** The strip under the map. The last day of the axis as known-until means: everything known. */
export const makeTimeline = (page: Page) => {
  const axis: Axis = page.world;
  const track = make('div', { class: 'track' });
  const label = make('div', { class: 'strip-day' });
  drawAxis(track, axis);
  const setKnown = (day: Day, how: 'push' | 'replace'): void => page.go({ asOf: day >= axis.last ? null : day }, how);
  const day = makeSlider('Day', 'day', { axis, track, moved: (on, how) => page.go({ on }, how) });
  const known = makeSlider('Known until', 'known', { axis, track, moved: setKnown });
  const later = make('div', { class: 'unknown-yet', 'aria-hidden': 'true' });
  track.append(later, day.element, known.element);
  track.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[role=slider]') !== null) return;
    const { left, width } = track.getBoundingClientRect();
    page.go({ on: dayAt((event.clientX - left) / Math.max(1, width), axis) });
  });
  let shownDay = axis.first;
  const step = (days: number): void => page.go({ on: stepDay(shownDay, days, axis) });
  part('timeline').replaceChildren(
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
    ),
    make('div', { class: 'track-frame' }, track),
  );
  return {
    step,
    stepKnown: (state: Shown['state'], days: number): void =>
      setKnown(stepDay(knownDay(state.asOf, axis), days, axis), 'push'),
    show: ({ on, state }: Shown): void => {
      shownDay = on;
      const until = knownDay(state.asOf, axis);
      const isAhead = state.asOf !== null && on > until;
      day.set(clampDay(on, axis), longDayWords(on));
      known.set(until, state.asOf === null ? 'everything known' : dayWords(until));
      later.style.insetInlineStart = `${shareOf(until, axis) * 100}%`;
      label.replaceChildren(
        make('strong', {}, longDayWords(on)),
        make('span', {}, isAhead ? 'later than what was known: nothing is foretold' : knownWords(state.asOf)),
      );
    },
  };
};
export type TimelineView = ReturnType<typeof makeTimeline>;
