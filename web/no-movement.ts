// Stands in the bundle for d3-transition and d3-interpolate, which d3-zoom asks for: the map is moved by people and never by
// itself, so nothing is interrupted and nothing lies between two views. They would bring colours, easing and timers, a
// tenth of all our script. scripts/build-web.mjs puts this in their place.
import { type BaseType, type Selection, selection } from 'd3-selection';

type Interruptible = Selection<BaseType, unknown, null, undefined> & { interrupt: () => unknown };

/** What d3-zoom calls on every selection before it moves it. */
(selection.prototype as Interruptible).interrupt = function interrupt(this: Interruptible): Interruptible {
  return this;
};

/** What it calls on an element when a finger or the wheel takes over. */
export const interrupt = (): void => {};

/** The way from one view to another, of which only the end is shown. */
export const interpolateZoom =
  <T>(_: T, end: T) =>
  (): T =>
    end;
