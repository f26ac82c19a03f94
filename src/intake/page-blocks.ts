// A page's elements to blocks of text in page order, each with the reason why it is furniture, if it is.
// Invariant: every word of the page's body stands in exactly one block; white space is one space.
import type { PartKind } from '../model/report.ts';
import { normaliseText } from './normalise-text.ts';
import { chromeRule } from './page-chrome.ts';
import { elementsOf, type HtmlElement } from './parse-html.ts';

export interface PageBlock {
  readonly text: string;
  /** The nearest block element. */
  readonly element: HtmlElement;
  /** Characters that stand in links. */
  readonly linked: number;
  readonly cut: string | null;
  /** The machine's time of a <time> in the block. */
  readonly time: string | null;
  /** Where its last link leads. */
  readonly href: string | null;
  readonly kind: PartKind;
}

const BLOCK = new Set(
  (
    'p div li ul ol h1 h2 h3 h4 h5 h6 section article header footer nav aside main figure figcaption blockquote table tbody thead tr td th ' +
    'time body html form dl dt dd address pre fieldset center marquee details summary dialog hr'
  ).split(' '),
);

export const isHeading = (tag: string): boolean => /^h[1-6]$/.test(tag);

const PROSE_LENGTH = 80;

/** Length of an element's prose: paragraphs' worth of text that is no link. Counted once for the whole page. */
export type Prose = ReadonlyMap<HtmlElement, number>;

/** Prose is counted on the element that directly holds it and on all that hold that. */
export const countProse = (blocks: readonly PageBlock[]): Prose => {
  const prose = new Map<HtmlElement, number>();
  for (const { text, linked, element } of blocks) {
    if (text.length < PROSE_LENGTH || linked * 2 > text.length) continue;
    for (let at: HtmlElement | null = element; at !== null; at = at.parent)
      prose.set(at, (prose.get(at) ?? 0) + text.length);
  }
  return prose;
};

interface Draft {
  text: string;
  linked: number;
  time: string | null;
  href: string | null;
}

const EMPTY: Draft = { text: '', linked: 0, time: null, href: null };

/** Blocks of a page's body, none of them judged yet. */
export const blocksOf = (root: HtmlElement): readonly PageBlock[] => {
  const blocks: PageBlock[] = [];
  let draft: Draft = { ...EMPTY };
  const flush = (element: HtmlElement): void => {
    const text = normaliseText(draft.text.replace(/\s+/g, ' ')).replace(/ {2,}/g, ' ').trim();
    if (text !== '') blocks.push({ ...draft, text, element, cut: null, kind: 'body' });
    draft = { ...EMPTY };
  };
  const write = (text: string, inLink: boolean): void => {
    draft.text += text;
    if (inLink) draft.linked += text.length;
  };
  const visit = (element: HtmlElement, holder: HtmlElement, inLink: boolean): void => {
    for (const child of element.children) {
      if (typeof child === 'string') {
        // Where spaces stand as they are written, a blank line ends a paragraph.
        const [first = '', ...more] = holder.tag === 'pre' ? child.split(/\n\s*\n/) : [child];
        write(first, inLink);
        for (const paragraph of more) {
          flush(holder);
          write(paragraph, inLink);
        }
      } else if (child.tag === 'br') {
        if (isHeading(holder.tag)) draft.text += ' ';
        else flush(holder);
      } else if (BLOCK.has(child.tag)) {
        flush(holder);
        draft.time = child.attributes.datetime ?? null;
        visit(child, child, inLink);
        flush(child);
      } else {
        if (child.tag === 'a') draft.href = child.attributes.href ?? null;
        visit(child, holder, inLink || child.tag === 'a');
      }
    }
  };
  visit(root, root, false);
  flush(root);
  return blocks;
};

/** Share of the page's prose beyond which no rule may cut an element; readers' comments may well outgrow the article. */
const MOST_OF_PAGE = 0.4;
const MOST_OF_PAGE_IN_COMMENTS = 0.9;

const MAINSTAYS = ['html', 'body', 'main', 'article'];

/** The furniture of a page by its elements: the reason for each element that a rule cuts. */
export const findChrome = (root: HtmlElement, prose: Prose): ReadonlyMap<HtmlElement, string> => {
  const reasons = new Map<HtmlElement, string>();
  const total = prose.get(root) ?? 0;
  const holdsHeadline = new Set<HtmlElement>();
  for (const element of elementsOf(root))
    if (element.tag === 'h1')
      for (let at: HtmlElement | null = element; at !== null; at = at.parent) holdsHeadline.add(at);
  const reasonOf = (element: HtmlElement): string | null => {
    if (holdsHeadline.has(element) || MAINSTAYS.includes(element.tag)) return null;
    const rule = chromeRule(element);
    const own = prose.get(element) ?? 0;
    if (rule === null || (rule.sparesProse === true && own > 0)) return null;
    return own <= total * (rule.reason === 'comments' ? MOST_OF_PAGE_IN_COMMENTS : MOST_OF_PAGE) ? rule.reason : null;
  };
  for (const element of elementsOf(root)) {
    const inherited = element.parent === null ? undefined : reasons.get(element.parent);
    const reason = inherited ?? reasonOf(element);
    if (reason !== null) reasons.set(element, reason);
  }
  return reasons;
};
