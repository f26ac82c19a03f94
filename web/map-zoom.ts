// Zoom and pan of the map: buttons, pinch, and the wheel only where it is meant, so that pages still scroll.
import { select } from 'd3-selection';
import { type D3ZoomEvent, zoom, zoomIdentity } from 'd3-zoom';
import type { Ground } from '../src/drawing/ground.ts';
import { MOST_ZOOM, type View } from '../src/drawing/map-box.ts';
import { part } from './elements.ts';
import type { Transform } from './map-surface.ts';

/** Whether a person chose the part that is looked at (a step to go back to), moved to it, or is shown what was asked for. */
export type Cause = 'push' | 'replace' | 'shown';

interface ZoomUse {
  readonly moved: (at: Transform) => void;
  readonly settled: (at: Transform, cause: Cause) => void;
  /** Where the chosen place lies in the drawing; closer looks go there. */
  readonly chosen: () => readonly [x: number, y: number] | null;
}

const fitted = ([left, top, right, bottom]: View, { width, height }: Ground['size']) => {
  const k = Math.min(MOST_ZOOM, Math.max(1, Math.min(width / (right - left), height / (bottom - top))));
  return zoomIdentity
    .translate(width / 2, height / 2)
    .scale(k)
    .translate(-(left + right) / 2, -(top + bottom) / 2);
};

const makeBehaviour = (svg: SVGSVGElement) =>
  zoom<SVGSVGElement, unknown>()
    .scaleExtent([1, MOST_ZOOM])
    // At once: web/no-movement.ts has no movement to offer.
    .duration(0)
    .filter((event: MouseEvent) =>
      event.type === 'wheel' ? event.ctrlKey || svg.contains(document.activeElement) : !event.button,
    );

/** Buttons, pinch and double tap; the wheel only with Ctrl or when the map has focus, so that pages scroll. */
const CLOSER = 1.6;

const listenToButtons = (acts: Readonly<Record<'closer' | 'farther' | 'whole', () => void>>): void => {
  part('zoom-in').addEventListener('click', acts.closer);
  part('zoom-out').addEventListener('click', acts.farther);
  part('zoom-all').addEventListener('click', acts.whole);
};

export const addZoom = (svg: SVGSVGElement, root: SVGElement, { moved, settled, chosen }: ZoomUse) => {
  let cause: Cause = 'replace';
  const by = (next: Cause, act: () => void): void => {
    cause = next;
    act();
    cause = 'replace';
  };
  const behaviour = makeBehaviour(svg)
    .on('zoom', ({ transform }: D3ZoomEvent<SVGSVGElement, unknown>) => {
      root.setAttribute('transform', transform.toString());
      moved(transform);
    })
    .on('end', ({ transform }: D3ZoomEvent<SVGSVGElement, unknown>) => settled(transform, cause));
  const selection = select(svg).call(behaviour);
  listenToButtons({
    closer: () => {
      const seat = chosen();
      by(seat === null ? 'push' : 'shown', () => behaviour.scaleBy(selection, CLOSER));
      if (seat !== null) by('push', () => behaviour.translateTo(selection, seat[0], seat[1]));
    },
    farther: () => by('push', () => behaviour.scaleBy(selection, 1 / CLOSER)),
    whole: () => by('push', () => behaviour.transform(selection, zoomIdentity)),
  });
  return {
    setExtent: ({ width, height }: Ground['size']) =>
      behaviour
        .translateExtent([
          [-width / 3, -height / 3],
          [(width * 4) / 3, (height * 4) / 3],
        ])
        .extent([
          [0, 0],
          [width, height],
        ]),
    /** All of the view can be seen then, in the middle; null: the whole map. */
    show: (view: View | null, size: Ground['size']): void =>
      by('shown', () => {
        behaviour.transform(selection, view === null ? zoomIdentity : fitted(view, size));
        // Within the bounds that a person's own moves have.
        behaviour.translateBy(selection, 0, 0);
      }),
    /** Moves the map by so many pixels of the screen. */
    moveBy: ([dx, dy]: readonly [number, number], k: number): void => {
      if (dx !== 0 || dy !== 0) behaviour.translateBy(selection, dx / k, dy / k);
    },
  };
};
