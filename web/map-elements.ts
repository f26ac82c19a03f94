// The map as elements: each cell can be reached, named and styled by itself. One tab stop for all of them.
import { paintByVariable } from '../src/drawing/palette.ts';
import { mount } from './elements.ts';
import { drawMap, mapDrawing } from './map-drawn.ts';
import type { Mark, Surface } from './map-surface.ts';
import { nearestTowards, type Point } from './neighbours.ts';
import { isScope } from './scopes.ts';
import type { Page } from './view.ts';

/** The element under the pointer or in focus that stands for a cell. */
const cellAt = (target: EventTarget | null): SVGElement | null =>
  target instanceof Element ? target.closest<SVGElement>('[data-place]') : null;

const markOf = (cell: SVGElement | null): Mark | null => {
  const { place, scope } = cell?.dataset ?? {};
  if (cell === null || place === undefined) return null;
  return { place, scope: isScope(scope) ? scope : null, label: cell.getAttribute('aria-label') ?? '' };
};

const middleOf = (element: Element): Point => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};

const keepPatternSize = (root: Element, k: number): void => {
  for (const pattern of root.querySelectorAll('pattern'))
    pattern.setAttribute('patternTransform', `scale(${1 / k}) rotate(${pattern.getAttribute('data-turn')})`);
};

export const elementSurface = (page: Page, root: SVGElement): Surface => {
  const cells = (): SVGElement[] => [...root.querySelectorAll<SVGElement>('[data-place]')];
  const focused = (): SVGElement | null => {
    const cell = cellAt(document.activeElement);
    return cell !== null && root.contains(cell) ? cell : null;
  };
  /** Exactly one cell can be reached with Tab: the wanted one, else the first. */
  const setTabStop = (wanted: string | null): void => {
    const all = cells();
    const stop = all.find((cell) => cell.dataset.place === wanted) ?? all[0];
    for (const cell of all) cell.setAttribute('tabindex', cell === stop ? '0' : '-1');
  };
  const focus = (): void => root.querySelector<SVGElement>('[data-place][tabindex="0"]')?.focus();
  return {
    culls: false,
    draw: ({ laid, shown, at }) => {
      const manner = { paint: paintByVariable, zoom: at.k, interactive: true, view: null, dense: false };
      const active = focused()?.dataset.place ?? null;
      root.replaceChildren(...drawMap(page, mapDrawing(page, laid, { ...manner, shown }), shown).map(mount));
      setTabStop(active ?? shown.state.place);
      if (active !== null) focus();
    },
    move: ({ k }) => keepPatternSize(root, k),
    under: (event) => markOf(cellAt(event.target)),
    focused: () => markOf(focused()),
    focus,
    step: (direction) => {
      const from = focused();
      const next = from === null ? null : nearestTowards(from, direction, { all: cells(), middleOf });
      if (next === null) return;
      setTabStop(next.dataset.place ?? null);
      next.focus();
    },
  };
};
