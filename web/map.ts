// The map in the page: drawn as elements, or on a canvas where there are thousands of cells; choosing, zoom, the keyboard.
import { draw } from '../src/drawing/scene.ts';
import { make, mount, part } from './elements.ts';
import { hoverLines } from './hover-lines.ts';
import { makeSight } from './map-aim.ts';
import { canvasSurface } from './map-canvas.ts';
import { elementSurface } from './map-elements.ts';
import { makeScale } from './map-scale.ts';
import type { Mark, Surface, Transform } from './map-surface.ts';
import { addZoom } from './map-zoom.ts';
import { directionOf } from './neighbours.ts';
import type { Page, Shown } from './view.ts';
import { words } from './words.ts';

export interface MapView {
  readonly show: (shown: Shown) => void;
  /** The same cells, and perhaps another part of the map. */
  readonly move: (shown: Shown) => void;
  readonly focus: () => void;
}

/** More cells than this are painted: an element for each would make every step of the day wait. */
const MOST_ELEMENTS = 2000;

const isGreat = ({ world }: Page): boolean => world.drawn.filter(({ shape }) => shape !== null).length > MOST_ELEMENTS;

const choose = (page: Page, { place, scope }: Mark): void => page.go({ place, scope });

const onKey = (page: Page, surface: Surface, keepInSight: () => void) => (event: KeyboardEvent) => {
  const mark = surface.focused();
  if (mark === null || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    choose(page, mark);
    return;
  }
  const direction = directionOf(event.key);
  if (direction === null) return;
  event.preventDefault();
  surface.step(direction);
  keepInSight();
};

interface Listening {
  readonly page: Page;
  readonly frame: HTMLElement;
  readonly svg: SVGSVGElement;
  readonly surface: Surface;
}

interface Watching {
  readonly latest: () => Shown | null;
  readonly keepInSight: () => void;
}

/** The name under the pointer, as words beside it; the same words are the cell's own label. */
const followPointer = ({ frame, svg, surface }: Listening, lines: (mark: Mark) => readonly HTMLElement[]): void => {
  const card = make('div', { class: 'hover-card', hidden: true, 'aria-hidden': 'true' });
  frame.append(card);
  svg.addEventListener('pointermove', (event) => {
    const mark = event.pointerType === 'touch' ? null : surface.under(event);
    card.hidden = mark === null;
    svg.classList.toggle('over', mark !== null);
    if (mark === null) return;
    card.replaceChildren(...lines(mark));
    const box = frame.getBoundingClientRect();
    const left = Math.min(event.clientX - box.left + 14, box.width - card.offsetWidth - 8);
    card.style.translate = `${left}px ${event.clientY - box.top + 16}px`;
  });
  svg.addEventListener('pointerleave', () => {
    card.hidden = true;
  });
};

const layers = (frame: HTMLElement): { readonly svg: SVGSVGElement; readonly root: SVGElement } => {
  const svg = mount(draw('svg', { role: 'group', 'aria-label': words().frame.map }));
  if (!(svg instanceof SVGSVGElement)) throw new Error('This browser makes no SVG.');
  const root = mount(draw('g', { class: 'root' }));
  svg.append(root);
  frame.prepend(svg);
  return { svg, root };
};

/** For measurements: when the first cell was on the page. */
const FIRST_CELL = 'first-cell';
const markFirstCell = (): void => {
  if (performance.getEntriesByName(FIRST_CELL).length === 0) performance.mark(FIRST_CELL);
};

const EDGE = 24;
type Stretch = readonly [low: number, high: number];
/** How far to move a stretch that is out of a frame to the frame's middle; 0 where it is inside. */
const off = ([low, high]: Stretch, [from, to]: Stretch): number =>
  high < from + EDGE || low > to - EDGE ? (from + to) / 2 - (low + high) / 2 : 0;

/** How far to move the map so that the cell in focus can be seen. */
const outOfSight = (frame: Element): readonly [dx: number, dy: number] => {
  const [cell, box] = [document.activeElement?.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (cell === undefined) return [0, 0];
  return [off([cell.left, cell.right], [box.left, box.right]), off([cell.top, cell.bottom], [box.top, box.bottom])];
};

const listen = (listening: Listening, { latest, keepInSight }: Watching): void => {
  const { page, svg, surface } = listening;
  svg.addEventListener('keydown', onKey(page, surface, keepInSight));
  svg.addEventListener('click', (event) => {
    const mark = surface.under(event);
    if (mark !== null) choose(page, mark);
  });
  followPointer(listening, (mark) => hoverLines(mark, latest()));
};

const WHOLE: Transform = { k: 1, x: 0, y: 0 };
const isSame = (a: Transform, b: Transform): boolean => a.k === b.k && a.x === b.x && a.y === b.y;

/** The map view in the frame of index.html. */
export const makeMap = (page: Page): MapView => {
  const frame = part('map');
  const { svg, root } = layers(frame);
  const scale = makeScale(frame);
  const surface = isGreat(page) ? canvasSurface(page, root, frame) : elementSurface(page, root);
  let latest: Shown | null = null;
  let [at, drawnAt] = [WHOLE, WHOLE];
  const redraw = (): void => {
    const laid = sight.laid();
    if (latest === null || laid === null) return;
    surface.draw({ laid, shown: latest, at });
    drawnAt = at;
    scale.show(laid.ground.kmPerPixel / at.k);
    markFirstCell();
  };
  const sight = makeSight(page, frame, (size) => {
    svg.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
    zooming.setExtent(size);
  });
  const zooming = addZoom(svg, root, {
    moved: surface.move,
    settled: ({ k, x, y }, cause) => {
      at = { k, x, y };
      if (cause === 'shown') return;
      if (k !== drawnAt.k || (surface.culls && !isSame(at, drawnAt))) redraw();
      page.go({ box: sight.moved(at) }, cause);
    },
    chosen: () => sight.seat(latest?.state.place ?? null),
  });
  /** True where the map had to move. */
  const aim = (): boolean => {
    const aimed = latest === null ? null : sight.aim(latest.state);
    if (aimed !== null) zooming.show(aimed.view, aimed.size);
    return aimed !== null;
  };
  const keepInSight = (): void => zooming.moveBy(outOfSight(frame), at.k);
  listen({ page, frame, svg, surface }, { latest: () => latest, keepInSight });
  new ResizeObserver(() => {
    sight.forget();
    aim();
    redraw();
  }).observe(frame);
  const show = (shown: Shown, isDrawn: boolean): void => {
    latest = shown;
    if (aim() || !isDrawn) redraw();
  };
  return { show: (shown) => show(shown, false), move: (shown) => show(shown, true), focus: surface.focus };
};
