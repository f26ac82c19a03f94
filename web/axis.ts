// Days as places on a line: which day lies where, and the words below it.

import { addDays, type Day, daysBetween } from '../src/model/time.ts';
import { make } from './elements.ts';
import { monthWords, shortDayWords } from './words.ts';

const WEEK = 7;

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

export const shareOf = (day: Day, axis: Axis): number =>
  Math.min(1, Math.max(0, daysBetween(axis.first, day) / Math.max(1, daysBetween(axis.first, axis.last))));

export const dayAt = (share: number, axis: Axis): Day =>
  clampDay(addDays(axis.first, Math.round(share * daysBetween(axis.first, axis.last))), axis);

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

export const drawAxis = (track: HTMLElement, axis: Axis): void => {
  const months = monthStarts(axis);
  const isShort = daysBetween(axis.first, axis.last) < 62;
  const ticks = isShort ? weekStarts(axis) : months;
  const words = (day: Day): string => (isShort ? shortDayWords(day) : monthWords(day));
  track.append(
    ...ticks.map((day) => placeAt(make('span', { class: 'tick', 'aria-hidden': 'true' }, words(day)), day, axis)),
  );
};
