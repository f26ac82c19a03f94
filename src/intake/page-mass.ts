// How much of a page's words and sentences each of its elements holds, and how strongly they speak for it.
// Invariant: an element's sums are those of all that it holds; furniture, which is left out before, weighs nothing.
import { normaliseText } from './normalise-text.ts';
import type { PageBlock } from './page-blocks.ts';
import type { HtmlElement } from './parse-html.ts';

/** Sums over an element and all that it holds. */
export interface Mass {
  /** Letters of prose: paragraphs' worth of text that is no link. */
  prose: number;
  /** Letters of prose that the page's own record of the article holds too. */
  recorded: number;
  text: number;
  linked: number;
  /** How much the sentences directly inside speak for this element. */
  score: number;
}

export type Masses = ReadonlyMap<HtmlElement, Mass>;

export const PROSE_LENGTH = 80;
const SHORTEST = 25;

export const foldWords = (text: string): string =>
  normaliseText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const PARAGRAPH = new Set(['p', 'li', 'blockquote', 'pre', 'td', 'dd', 'h2', 'h3', 'h4']);

/** A paragraph is worth its commas and its length: menus have neither. */
const worthOf = ({ text, linked, element }: PageBlock): number => {
  if (text.length < SHORTEST || linked * 2 > text.length || /^h\d$|^figcaption$/.test(element.tag)) return 0;
  return 1 + (text.match(/[,،、，]/g)?.length ?? 0) + Math.min(3, Math.floor(text.length / 100));
};

const SHARES = [1, 1 / 2, 1 / 6, 1 / 9, 1 / 12];

export const massOf = (blocks: readonly PageBlock[], isRecorded: (text: string) => boolean): Masses => {
  const masses = new Map<HtmlElement, Mass>();
  const at = (element: HtmlElement): Mass => {
    const known = masses.get(element) ?? { prose: 0, recorded: 0, text: 0, linked: 0, score: 0 };
    masses.set(element, known);
    return known;
  };
  for (const block of blocks) {
    const { text, linked, element } = block;
    const prose = text.length >= PROSE_LENGTH && linked * 2 <= text.length ? text.length : 0;
    const recorded = prose > 0 && isRecorded(text) ? prose : 0;
    for (let up: HtmlElement | null = element; up !== null; up = up.parent) {
      const mass = at(up);
      mass.prose += prose;
      mass.recorded += recorded;
      mass.text += text.length;
      mass.linked += linked;
    }
    const worth = worthOf(block);
    let holder = PARAGRAPH.has(element.tag) ? element.parent : element;
    for (let level = 0; holder !== null && worth > 0 && level < SHARES.length; level++, holder = holder.parent)
      at(holder).score += worth * (SHARES[level] ?? 0);
  }
  return masses;
};

export const within = (element: HtmlElement, root: HtmlElement): boolean => {
  for (let at: HtmlElement | null = element; at !== null; at = at.parent) if (at === root) return true;
  return false;
};

export const proseIn = (masses: Masses, element: HtmlElement): number => masses.get(element)?.prose ?? 0;

// The page itself gets a share of all that stands on it, and is the article only where the sentences stand in it bare.
const OF_THE_PAGE = 0.5;

export const scoreOf = (masses: Masses, element: HtmlElement): number => {
  const mass = masses.get(element);
  if (mass === undefined) return 0;
  const own = /^(?:html|body)$/.test(element.tag) ? OF_THE_PAGE : 1;
  return mass.score * own * (1 - mass.linked / Math.max(1, mass.text));
};
