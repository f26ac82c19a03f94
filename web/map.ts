// The map in the page: the shared drawing as elements, with choosing, zoom and the keyboard. One tab stop for all cells.
import { type Ground, layGround, type Margin } from '../src/drawing/ground.ts';
import { bordersOf, drawLayers } from '../src/drawing/map.ts';
import { paintByVariable } from '../src/drawing/palette.ts';
import { draw } from '../src/drawing/scene.ts';
import { make, mount, part } from './elements.ts';
import { drawChanges, mappedCells } from './map-changes.ts';
import { addZoom } from './map-zoom.ts';
import { directionOf, nearestTowards } from './neighbours.ts';
import { isScope } from './scopes.ts';
import type { Page, Shown } from './view.ts';
import { words } from './words.ts';
import { controlCell, drawnPlace } from './world.ts';

export interface MapView {
  readonly show: (shown: Shown) => void;
  readonly focus: () => void;
}

interface Laid {
  readonly ground: Ground;
  readonly borders: ReturnType<typeof bordersOf>;
}

/** The free corner for the headline, where a line begins, is kept only where the map is wide. */
const marginsOf = (width: number): Margin => {
  if (width < 900) return { top: 12, right: 12, bottom: 12, left: 12 };
  const [start, end] = [300, 32];
  const isTurned = words().direction === 'rtl';
  return { top: 24, right: isTurned ? start : end, bottom: 24, left: isTurned ? end : start };
};

const lay = (page: Page, frame: Element): Laid => {
  const { width, height } = frame.getBoundingClientRect();
  const size = { width: Math.max(280, width), height: Math.max(200, height) };
  const ground = layGround(page.world.drawn, size, marginsOf(size.width));
  return { ground, borders: bordersOf(ground) };
};

const drawMap = (page: Page, { ground, borders }: Laid, { shown, scale }: { shown: Shown; scale: number }) => [
  ...drawLayers({
    ground,
    borders,
    places: page.world.drawn,
    cells: mappedCells(shown).map(controlCell),
    sides: page.world.sides,
    numbers: page.world.numbers,
    paint: paintByVariable,
    prefix: 'map',
    chosen: shown.state.place,
    zoom: scale,
    interactive: true,
    bareWords: shown.compared === null ? words().verdict.silent : words().verdict.unchanged,
  }),
  ...drawChanges(page, ground, { shown, scale }),
];

/** The element under the pointer or in focus that stands for a cell. */
const cellAt = (target: EventTarget | null): SVGElement | null =>
  target instanceof Element ? target.closest<SVGElement>('[data-place]') : null;

const choose = (page: Page, element: SVGElement): void => {
  const { place, scope } = element.dataset;
  if (place !== undefined) page.go({ place, scope: isScope(scope) ? scope : null });
};

/** Exactly one cell can be reached with Tab: the chosen one, else the last focused, else the first. */
const setTabStop = (root: Element, wanted: string | null): void => {
  const cells = [...root.querySelectorAll<SVGElement>('[data-place]')];
  const stop = cells.find((cell) => cell.dataset.place === wanted) ?? cells[0];
  for (const cell of cells) cell.setAttribute('tabindex', cell === stop ? '0' : '-1');
};

const onKey = (page: Page, root: Element) => (event: KeyboardEvent) => {
  const cell = cellAt(event.target);
  if (cell === null || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    choose(page, cell);
    return;
  }
  const direction = directionOf(event.key);
  if (direction === null) return;
  event.preventDefault();
  const next = nearestTowards(cell, direction, [...root.querySelectorAll<SVGElement>('[data-place]')]);
  if (next === null) return;
  setTabStop(root, next.dataset.place ?? null);
  next.focus();
};

/** The name under the pointer, as words beside it; the same words are the cell's own label. */
const followPointer = (frame: HTMLElement, root: Element): void => {
  const card = make('div', { class: 'hover-card', hidden: true, 'aria-hidden': 'true' });
  frame.append(card);
  root.addEventListener('pointermove', (event) => {
    const cell = cellAt(event.target);
    card.hidden = cell === null || !(event instanceof PointerEvent) || event.pointerType === 'touch';
    if (cell === null || !(event instanceof PointerEvent)) return;
    card.textContent = cell.getAttribute('aria-label');
    const box = frame.getBoundingClientRect();
    const left = Math.min(event.clientX - box.left + 14, box.width - card.offsetWidth - 8);
    card.style.translate = `${left}px ${event.clientY - box.top + 16}px`;
  });
  root.addEventListener('pointerleave', () => {
    card.hidden = true;
  });
};

const svgElement = (): SVGSVGElement => {
  const svg = mount(draw('svg', { role: 'group', 'aria-label': words().frame.map }));
  if (!(svg instanceof SVGSVGElement)) throw new Error('This browser makes no SVG.');
  return svg;
};

/** The map view in the frame of index.html. */
export const makeMap = (page: Page): MapView => {
  const frame = part('map');
  const svg = svgElement();
  const root = mount(draw('g', { class: 'root' }));
  svg.append(root);
  frame.prepend(svg);
  let laid: Laid | null = null;
  let latest: Shown | null = null;
  let scale = 1;
  const redraw = (): void => {
    if (latest === null || frame.hidden) return;
    laid ??= lay(page, frame);
    const { width, height } = laid.ground.size;
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    zooming.setExtent(laid.ground.size);
    const active = cellAt(document.activeElement)?.dataset.place ?? null;
    root.replaceChildren(...drawMap(page, laid, { shown: latest, scale }).map(mount));
    setTabStop(root, active ?? latest.state.place);
    if (active !== null) root.querySelector<SVGElement>('[data-place][tabindex="0"]')?.focus();
  };
  const zooming = addZoom(svg, root, {
    settled: (settled) => {
      if (settled === scale) return;
      scale = settled;
      redraw();
    },
    chosen: () => {
      const place = latest?.state.place ? page.world.byId.get(latest.state.place) : undefined;
      return place === undefined || laid === null ? null : laid.ground.pointOf(drawnPlace(place));
    },
  });
  svg.addEventListener('keydown', onKey(page, root));
  svg.addEventListener('click', (event) => {
    const cell = cellAt(event.target);
    if (cell !== null) choose(page, cell);
  });
  followPointer(frame, root);
  new ResizeObserver(() => {
    laid = null;
    redraw();
  }).observe(frame);
  return {
    show: (shown) => {
      latest = shown;
      redraw();
    },
    focus: () => root.querySelector<SVGElement>('[data-place][tabindex="0"]')?.focus(),
  };
};
