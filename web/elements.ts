// Elements from values. Invariant: words become text nodes only; nothing a report says is ever parsed as markup.
import type { Drawn } from '../src/drawing/scene.ts';
import { type IconName, icon } from './icons.ts';

export type Child = Node | string | null;
type Attributes = Readonly<Record<string, string | number | boolean | null>>;

const dress = (element: Element, attributes: Attributes): void => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== null && value !== false) element.setAttribute(name, String(value));
  }
};

export const make = (tag: string, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElement => {
  const element = document.createElement(tag);
  dress(element, attributes);
  element.append(...children.filter((child) => child !== null));
  return element;
};

/** A button that does one thing; the name is its words. */
export const button = (words: string, attributes: Attributes, act: () => void): HTMLElement => {
  const element = make('button', { type: 'button', ...attributes }, words);
  element.addEventListener('click', act);
  return element;
};

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing as SVG elements. */
export const mount = ({ tag, attributes, children }: Drawn): SVGElement => {
  const element = document.createElementNS(SVG, tag) as SVGElement;
  dress(element, attributes);
  element.append(...children.map((child) => (typeof child === 'string' ? child : mount(child))));
  return element;
};

/** A button with a sign; its name is the `aria-label`. */
export const iconButton = (name: IconName, attributes: Attributes, act: () => void): HTMLElement => {
  const element = button('', attributes, act);
  element.append(mount(icon(name)));
  return element;
};

/** The element of the page's own frame with this id; the frame is index.html, so a missing one is our fault. */
export const part = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`index.html has no element #${id}.`);
  return element;
};
