// Zoom and pan of the map: buttons, pinch, and the wheel only where it is meant, so that pages still scroll.
import { select } from 'd3-selection';
import { type D3ZoomEvent, zoom, zoomIdentity } from 'd3-zoom';
import type { Ground } from '../src/drawing/ground.ts';
import { part } from './elements.ts';
import type { Transform } from './map-surface.ts';

const MOST = 24;

interface ZoomUse {
  readonly moved: (at: Transform) => void;
  readonly settled: (at: Transform) => void;
  /** Where the chosen place lies in the drawing; closer looks go there. */
  readonly chosen: () => readonly [x: number, y: number] | null;
}

/** Buttons, pinch and double tap; the wheel only with Ctrl or when the map has focus, so that pages scroll. */
export const addZoom = (svg: SVGSVGElement, root: SVGElement, { moved, settled, chosen }: ZoomUse) => {
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([1, MOST])
    // At once: web/no-movement.ts has no movement to offer.
    .duration(0)
    .filter((event: MouseEvent) =>
      event.type === 'wheel' ? event.ctrlKey || svg.contains(document.activeElement) : !event.button,
    )
    .on('zoom', ({ transform }: D3ZoomEvent<SVGSVGElement, unknown>) => {
      root.setAttribute('transform', transform.toString());
      moved(transform);
    })
    .on('end', ({ transform }: D3ZoomEvent<SVGSVGElement, unknown>) => settled(transform));
  const selection = select(svg).call(behaviour);
  part('zoom-in').addEventListener('click', () => {
    behaviour.scaleBy(selection, 1.6);
    const seat = chosen();
    if (seat !== null) behaviour.translateTo(selection, seat[0], seat[1]);
  });
  part('zoom-out').addEventListener('click', () => behaviour.scaleBy(selection, 1 / 1.6));
  part('zoom-all').addEventListener('click', () => behaviour.transform(selection, zoomIdentity));
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
    /** Moves the map by so many pixels of the screen. */
    moveBy: ([dx, dy]: readonly [number, number], k: number): void => {
      if (dx !== 0 || dy !== 0) behaviour.translateBy(selection, dx / k, dy / k);
    },
  };
};
