// A day as a slider: keys, dragging, and the date said as text.
import { type Day, daysBetween } from '../src/model/time.ts';
import { type Axis, dayAt, shareOf, stepDay } from './axis.ts';
import { make } from './elements.ts';

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

interface Slider {
  readonly element: HTMLElement;
  readonly set: (day: Day, words: string) => void;
}

interface SliderUse {
  readonly axis: Axis;
  readonly track: HTMLElement;
  /** The day asked for now: quick keys step from it, not from what is shown. */
  readonly current: () => Day;
  readonly moved: (day: Day, how: 'push' | 'replace') => void;
  readonly play: () => void;
}

export const makeSlider = (
  name: string,
  className: string,
  { axis, track, current, moved, play }: SliderUse,
): Slider => {
  const days = daysBetween(axis.first, axis.last);
  const element = make('div', {
    role: 'slider',
    tabindex: 0,
    class: `handle ${className}`,
    'aria-label': name,
    'aria-valuemin': 0,
    'aria-valuemax': days,
  });
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOf(event);
    if (step === null && event.key !== ' ') return;
    event.preventDefault();
    if (step === null) play();
    else moved(stepDay(current(), step, axis), 'replace');
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
      element.setAttribute('aria-valuenow', String(daysBetween(axis.first, day)));
      element.setAttribute('aria-valuetext', words);
      element.style.insetInlineStart = `${shareOf(day, axis) * 100}%`;
    },
  };
};
