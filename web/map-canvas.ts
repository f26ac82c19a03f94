// The map on a canvas, for thousands of cells: painted from the same drawing, so with the same look. Over it lie two elements
// only: the cell under the pointer, and the one that has the focus, which has its name and can be opened by keyboard.
import { paintWith } from '../src/drawing/palette.ts';
import { draw } from '../src/drawing/scene.ts';
import { markAt, markOf, marksOf, type PlacedMark } from './canvas-marks.ts';
import { makePainter, paintDrawn } from './canvas-paint.ts';
import { mount } from './elements.ts';
import { drawMap, type Laid, mapDrawing } from './map-drawn.ts';
import { type Surface, seenAt, type Transform } from './map-surface.ts';
import { nearestTowards, type Point } from './neighbours.ts';
import { themeNow, whenThemeChanges } from './theme.ts';
import type { Page, Shown } from './view.ts';

interface Drawing {
  readonly laid: Laid;
  readonly shown: Shown;
  readonly at: Transform;
}

/** A painting quicker than this is done anew in each frame while a person moves the map. */
const QUICK_MS = 24;

const makeCanvas = (frame: HTMLElement) => {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  frame.prepend(canvas);
  const painter = makePainter(canvas, getComputedStyle(document.body).fontFamily);
  const probe = makePainter(document.createElement('canvas'), painter.font);
  const fit = ({ laid: { ground }, at: { k, x, y } }: Drawing): void => {
    const [width, height] = [ground.size.width, ground.size.height].map((side) => Math.round(side * devicePixelRatio));
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const { context } = painter;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.setTransform(devicePixelRatio * k, 0, 0, devicePixelRatio * k, devicePixelRatio * x, devicePixelRatio * y);
    canvas.style.transform = '';
  };
  const isInside = (d: string, [x, y]: Point): boolean => {
    const path = painter.paths.get(d) ?? new Path2D(d);
    return probe.context.isPointInPath(path, x, y);
  };
  return { canvas, painter, fit, isInside };
};

/** The cell in focus or under the pointer, as an element over the image. */
const overlay = ({ place, scope, label, path, at: [x, y] }: PlacedMark, { k }: Transform, isHover: boolean) => {
  const shape = path === null ? { cx: x, cy: y, r: 12 / k } : { d: path };
  const named = isHover
    ? { class: 'hovered', 'aria-hidden': 'true' }
    : { class: 'cell', role: 'button', tabindex: 0, 'aria-label': label, 'data-place': place, 'data-scope': scope };
  const fill = { fill: 'transparent', 'pointer-events': 'none' } as const;
  return mount(draw(path === null ? 'circle' : 'path', { ...shape, ...fill, ...named }));
};

const makeMarks = (page: Page) => {
  let drawing: Drawing | null = null;
  let marks: readonly PlacedMark[] | null = null;
  return {
    of: (next: Drawing): void => {
      drawing = next;
      marks = null;
    },
    /** Found when they are first asked for: a day that is only played past needs none. */
    all: (): readonly PlacedMark[] => {
      if (marks !== null || drawing === null) return marks ?? [];
      const { laid, shown, at } = drawing;
      const manner = { paint: paintWith('light'), zoom: at.k, interactive: false, view: null, dense: true };
      marks = marksOf(mapDrawing(page, laid, { ...manner, shown }));
      return marks;
    },
  };
};

/** The two elements over the image. */
const makeOverlay = (root: SVGElement, marks: ReturnType<typeof makeMarks>) => {
  let stop: string | null = null;
  return {
    stop: (): string | null => stop,
    hasFocus: (): boolean => root.contains(document.activeElement),
    /** The one tab stop: the wanted cell, else the first. */
    place: (wanted: string | null, at: Transform, isFocused: boolean): void => {
      const mark = markOf(marks.all(), wanted) ?? marks.all()[0] ?? null;
      stop = mark?.place ?? null;
      root.replaceChildren(...(mark === null ? [] : [overlay(mark, at, false)]));
      if (isFocused) root.querySelector<SVGElement>('[data-place]')?.focus({ preventScroll: true });
    },
    hover: (mark: PlacedMark | null, at: Transform): void => {
      root.querySelector('.hovered')?.remove();
      if (mark !== null) root.prepend(overlay(mark, at, true));
    },
  };
};

const makePainting = (page: Page, frame: HTMLElement) => {
  const { canvas, painter, fit, isInside } = makeCanvas(frame);
  let latest: Drawing | null = null;
  let took = 0;
  const paint = (drawing: Drawing): void => {
    const started = performance.now();
    const { laid, shown, at } = drawing;
    const manner = {
      paint: paintWith(themeNow()),
      zoom: at.k,
      interactive: false,
      view: seenAt(laid.ground.size, at),
      dense: true,
    };
    fit(drawing);
    paintDrawn(painter, drawMap(page, mapDrawing(page, laid, { ...manner, shown }), shown));
    latest = drawing;
    took = performance.now() - started;
  };
  const repaint = (at: Transform): void => {
    if (latest !== null) paint({ ...latest, at });
  };
  /** The image as it is, moved; painted anew where that is quick. */
  const move = (at: Transform): void => {
    if (latest === null) return;
    const k = at.k / latest.at.k;
    canvas.style.transform = `translate(${at.x - latest.at.x * k}px, ${at.y - latest.at.y * k}px) scale(${k})`;
    if (took < QUICK_MS) repaint(at);
  };
  return { paint, repaint, move, isInside };
};

export const canvasSurface = (page: Page, root: SVGElement, frame: HTMLElement): Surface => {
  const painting = makePainting(page, frame);
  const marks = makeMarks(page);
  const { stop, hasFocus, place, hover } = makeOverlay(root, marks);
  let now: Transform = { k: 1, x: 0, y: 0 };
  whenThemeChanges(() => painting.repaint(now));
  return {
    culls: true,
    draw: (drawing) => {
      const isFocused = hasFocus();
      now = drawing.at;
      marks.of(drawing);
      painting.paint(drawing);
      place(isFocused ? stop() : (drawing.shown.state.place ?? stop()), now, isFocused);
    },
    move: (at) => {
      now = at;
      painting.move(at);
    },
    under: (event) => {
      const { left, top } = frame.getBoundingClientRect();
      const point = [(event.clientX - left - now.x) / now.k, (event.clientY - top - now.y) / now.k] as const;
      const mark = markAt(marks.all(), point, painting.isInside);
      hover(mark, now);
      return mark;
    },
    focused: () => (hasFocus() ? markOf(marks.all(), stop()) : null),
    focus: () => place(stop(), now, true),
    step: (direction) => {
      const from = markOf(marks.all(), stop());
      const others = { all: marks.all(), middleOf: ({ at }: PlacedMark) => at };
      const next = from === null ? null : nearestTowards(from, direction, others);
      if (next !== null) place(next.place, now, true);
    },
  };
};
