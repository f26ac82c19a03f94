// The blocks of a page judged: which are the article's, which its head's, and why each other one is cut.
// Invariant: sentences of the article are never cut for their place alone; what is short and no sentence may be.
import { isHeading, type PageBlock } from './page-blocks.ts';
import { isCaption, isLinkList, isShortLine, isStandfirst, LIST, leadsOut, listLines } from './page-kinds.ts';
import { pageLineReason } from './page-lines.ts';
import { foldWords } from './page-mass.ts';
import type { Paragraph } from './paragraphs.ts';
import type { HtmlElement } from './parse-html.ts';
import { judgeLine, opensArticle } from './read-head.ts';

export interface Layout {
  readonly blocks: readonly PageBlock[];
  /** Index of the headline's block; -1 where the page has none. */
  readonly headline: number;
  readonly roots: readonly HtmlElement[];
  /** The page's own host, where its address is known. */
  readonly host: string | null;
}

const isWithin = (element: HtmlElement, roots: ReadonlySet<HtmlElement>): boolean => {
  for (let at: HtmlElement | null = element; at !== null; at = at.parent) if (roots.has(at)) return true;
  return false;
};

const toParagraph = (block: PageBlock): Paragraph => ({
  text: block.text,
  kind: isCaption(block) ? 'caption' : 'body',
  gap: false,
  cut: block.cut,
});

const LEAST_STANDFIRST = 30;

// "By Ana Crane , Ivo Hale on Monday, November 18th": in the head of a page that is a byline, whatever follows the names.
const BYLINE = /^(?:(?:written|posted|reported) )?[Bb]y:? \p{Lu}[\p{L}.’'-]*(?: \p{Lu}| ,|,| and\b|$)/u;

/** Between headline and first sentence: bylines, dates, and what else is short and no sentence. */
const headReason = (block: PageBlock): string | null => {
  const line = judgeLine(toParagraph(block));
  if (line === 'byline' || line === 'date line') return line;
  if (BYLINE.test(block.text) && block.text.length < 140 && !/[!?]$/.test(block.text)) return 'byline';
  if (isStandfirst(block) && block.text.length >= LEAST_STANDFIRST) return null;
  if (isCaption(block) || ['li', 'td'].includes(block.element.tag)) return null;
  if (block.element.tag === 'time') return 'date line';
  const longest = block.element.tag === 'p' ? 60 : 100;
  return isShortLine(block) && block.text.length < longest && !isHeading(block.element.tag) ? 'head of the page' : null;
};

const judgeBlock = (
  block: PageBlock,
  place: { inside: boolean; inHead: boolean },
  host: string | null,
): string | null => {
  const own = block.cut ?? pageLineReason(block.text);
  if (own !== null) return own;
  const head = place.inHead ? headReason(block) : null;
  if (head !== null) return head;
  if (isLinkList(block) && !(place.inside && leadsOut(block, host))) return 'related link';
  return place.inside || (place.inHead && (isStandfirst(block) || isCaption(block) || block.text.length >= 40))
    ? null
    : 'outside the article';
};

/** Blocks before the headline and outside the article are furniture; in the head, bylines and date lines are. */
const judgePlaces = ({ blocks, headline, roots, host }: Layout): readonly PageBlock[] => {
  const held = new Set(roots);
  const inside = blocks.map(({ element }) => isWithin(element, held));
  const listed = listLines(blocks);
  const firstProse = blocks.findIndex(
    (block, i) =>
      i > headline && inside[i] && opensArticle(toParagraph(block)) && !(headline >= 0 && isStandfirst(block)),
  );
  return blocks.map((block, i): PageBlock => {
    const kind = isCaption(block) ? 'caption' : 'body';
    if (i === headline) return { ...block, kind: 'headline', cut: null };
    if (block.cut === null && headline >= 0 && i < headline) return { ...block, kind, cut: 'before the headline' };
    const inHead = i > headline && i < firstProse && (headline >= 0 || inside[i] === true);
    const cut = judgeBlock(block, { inside: inside[i] === true, inHead: inHead && listed[i] !== true }, host);
    const leads = cut === null && inHead && kind === 'body' && (isStandfirst(block) || inside[i] !== true);
    return { ...block, kind: leads ? 'headline' : kind, cut };
  });
};

/** What stands below the last sentence and is none: a name, a heading of what was cut. A list stays. */
const cutTail = (blocks: readonly PageBlock[]): readonly PageBlock[] => {
  const last = blocks.findLastIndex((block) => block.cut === null && !isShortLine(block) && block.kind === 'body');
  const holder = blocks[last]?.element;
  const listed = listLines(blocks);
  const below = blocks.filter((block, i) => i > last && block.cut === null && block.kind === 'body').length;
  return blocks.map((block, i) =>
    last >= 0 &&
    below <= LIST &&
    i > last &&
    block.cut === null &&
    block.kind !== 'headline' &&
    block.element !== holder &&
    isShortLine(block) &&
    listed[i] !== true
      ? { ...block, cut: 'below the article' }
      : block,
  );
};

/** The items under "More stories" are links too, as far as each of them holds one. */
const cutLinkLists = (blocks: readonly PageBlock[]): readonly PageBlock[] => {
  let inList = false;
  return blocks.map((block) => {
    const isItem = block.element.tag === 'li' || block.element.parent?.tag === 'li';
    inList = (block.cut === 'related link' && block.text.length < 60) || (inList && isItem && block.linked > 0);
    return inList && block.cut === null ? { ...block, cut: 'related link' } : block;
  });
};

/** A heading over nothing but links that were cut is theirs. Looked at from the last block to the first. */
const cutHeadings = (blocks: readonly PageBlock[]): readonly PageBlock[] => {
  let links = 0;
  let isLast = true;
  const judged = blocks.toReversed().map((block) => {
    const below = links;
    links = block.cut === 'related link' ? links + 1 : 0;
    const isHeadingOf = below >= 2 || (below === 1 && isLast);
    if (block.cut === null && block.kind === 'body' && isShortLine(block) && isHeadingOf) {
      return { ...block, cut: 'related link' };
    }
    isLast &&= block.cut !== null;
    return block;
  });
  return judged.toReversed();
};

const LEAST_REPEATED = 25;

/** Captions of a gallery, the headline and the standfirst are said again below: they stay once, a standfirst where the article has it. */
const cutRepeated = (blocks: readonly PageBlock[], headline: number): readonly PageBlock[] => {
  const first = new Map<string, number>();
  const judged = [...blocks];
  blocks.forEach((block, i) => {
    const words = block.cut === null ? foldWords(block.text) : '';
    const before = first.get(words);
    if (words.length < LEAST_REPEATED) return;
    if (before === undefined) first.set(words, i);
    else if (block.kind !== 'body' || before === headline) judged[i] = { ...block, cut: 'said again' };
    else if (blocks[before]?.kind === 'headline') judged[before] = { ...(blocks[before] ?? block), cut: 'said again' };
  });
  return judged;
};

/** Every block with its kind and, where it is no part of the article, its reason. */
export const judgeBlocks = (layout: Layout): readonly PageBlock[] =>
  cutTail(cutHeadings(cutLinkLists(cutRepeated(judgePlaces(layout), layout.headline))));
