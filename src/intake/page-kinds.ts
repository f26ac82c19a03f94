// What a block of a page is by its looks: a caption, a standfirst, a link, a short line, a line of a list.
// Invariant: told from the block and what holds it, whatever else stands on the page.
import type { PageBlock } from './page-blocks.ts';
import { wordsOf } from './page-chrome.ts';
import type { HtmlElement } from './parse-html.ts';

/** An element of the words, or one up to three levels above it, calls itself so. */
const calls = (element: HtmlElement, is: (one: HtmlElement) => boolean): boolean => {
  let at: HtmlElement | null = element;
  for (let level = 0; at !== null && level < 3; level++, at = at.parent) if (is(at)) return true;
  return false;
};

const CAPTION_WORDS = ['caption', 'captions', 'figcaption', 'credit'];
export const isCaption = ({ element }: PageBlock): boolean =>
  calls(element, ({ tag }) => tag === 'figure' || tag === 'figcaption') ||
  [element, element.parent].some((one) => one !== null && CAPTION_WORDS.some((word) => wordsOf(one).has(word)));

const STANDFIRST =
  /(?:^|[\s_-])(?:stand-?first|dek|deck|sub-?(?:title|head(?:line|ing)?|line|deck)|strap-?line)(?:$|[\s_-])/i;
export const isStandfirst = ({ element }: PageBlock): boolean =>
  calls(element, ({ attributes }) =>
    STANDFIRST.test(`${attributes.class ?? ''} ${attributes.id ?? ''}`.replace(/([a-z])([A-Z])/g, '$1-$2')),
  );

export const endsSentence = (text: string): boolean => /[.!?…。؟۔][\])"'”’»]*$/u.test(text);

const SOCIAL =
  /(?:^|\.)(?:facebook|twitter|x|instagram|linkedin|pinterest|reddit|whatsapp|telegram|t|flipboard|tumblr|youtube|google)\.\w+$/;

const siteOf = (host: string): string => host.split('.').slice(-2).join('.');

/** A link that leads out to a source is the article's; one that leads to the paper's own pages is not. */
export const leadsOut = ({ href }: PageBlock, host: string | null): boolean => {
  const to = /^https?:\/\/([^/?#:]+)/i.exec(href ?? '')?.[1]?.toLowerCase();
  return host !== null && to !== undefined && siteOf(to) !== siteOf(host) && !SOCIAL.test(to);
};

export const isLinkList = ({ text, linked }: PageBlock): boolean =>
  linked > text.length * 0.7 && text.length < 200 && !endsSentence(text);

export const isShortLine = ({ text, element }: PageBlock): boolean =>
  text.length < 100 && !endsSentence(text) && !['li', 'td', 'th', 'dd', 'dt'].includes(element.tag);

/** Several short lines of one holder are a list. */
export const LIST = 4;

/** Which blocks are lines of a list: several short ones of one holder, one below the other. A list is the article's. */
export const listLines = (blocks: readonly PageBlock[]): readonly boolean[] => {
  const listed = blocks.map(() => false);
  const holderOf = (block: PageBlock | undefined): HtmlElement | null =>
    block === undefined || block.cut !== null || !isShortLine(block)
      ? null
      : block.element.tag === 'p'
        ? block.element.parent
        : block.element;
  for (let from = 0; from < blocks.length; ) {
    const holder = holderOf(blocks[from]);
    let to = from + 1;
    while (holder !== null && to < blocks.length && holderOf(blocks[to]) === holder) to += 1;
    if (to - from >= LIST) listed.fill(true, from, to);
    from = to;
  }
  return listed;
};
