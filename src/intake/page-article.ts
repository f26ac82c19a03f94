// Where a page's article stands: by the page's own names for it, else by where sentences stand closest together.
// Invariant: an element is the article's or not as a whole; what inside it is no article is judged block by block.
import type { PageBlock } from './page-blocks.ts';
import { densest, withSiblings } from './page-densest.ts';
import { foldWords, type Masses, massOf, PARAGRAPH, proseIn, within } from './page-mass.ts';
import { elementsOf, type HtmlElement } from './parse-html.ts';

// What content systems call the element that holds the words of an article, and nothing else.
const BODY_NAME =
  /(?:^|[\s_-])(?:(?:article|story|entry|post|news|content)[_-]{0,2}(?:body|content|text|copy)|(?:main|body)[_-]?(?:content|text|copy)|(?:article|story|post|entry)[_-]{1,2}(?:main|inner)|texte?-article|field-{1,2}name-body|node__content|wysiwyg)(?![_-]?(?:header|footer|side|meta|tag|top|read|view|comment|post|author|head|share|tool|relat|art|mobile|ad))(?:$|[\s_-])/i;
const BODY_PROP = /(?:^|\s)(?:articleBody|reviewBody)(?:\s|$)/i;

const nameOf = ({ attributes }: HtmlElement): string =>
  `${attributes.class ?? ''} ${attributes.id ?? ''}`.replace(/([a-z])([A-Z])/g, '$1-$2').slice(0, 500);

/** By what is said to machines, not by a class that may mean many things. */
const isMarkedBody = ({ attributes }: HtmlElement): boolean =>
  BODY_PROP.test(attributes.itemprop ?? '') || BODY_PROP.test(attributes.name ?? '');

const isNamedBody = (element: HtmlElement): boolean =>
  !PARAGRAPH.has(element.tag) && (isMarkedBody(element) || BODY_NAME.test(nameOf(element)));

/** Share of the page's best prose that a named element must hold to be believed. */
const BELIEVED = 0.5;

/** The tightest element that still holds nearly all of what is counted. */
const tightest = (root: HtmlElement, count: (element: HtmlElement) => number, share: number): HtmlElement => {
  const whole = count(root);
  let at = root;
  for (;;) {
    const next = at.children.find((child) => typeof child !== 'string' && count(child) >= whole * share);
    if (next === undefined || typeof next === 'string' || whole === 0) return at;
    at = next;
  }
};

const LEAST_ARTICLE = 250;
const FEWEST_PARTS = 3;

/** Share of an element's prose that another inside it must hold to stand for it. */
const NEARLY_ALL = 0.8;

const isOther = (element: HtmlElement, masses: Masses): boolean =>
  element.tag === 'article' && proseIn(masses, element) >= LEAST_ARTICLE;

/**
 * The parts of a body of which one was found: those of the same class beside it, and wherever they stand on a page of one story.
 * Where they are many, what holds them is the body: between them stand lists and headings.
 */
const partsOf = (root: HtmlElement, body: HtmlElement, masses: Masses): readonly HtmlElement[] => {
  const isAlike = (one: HtmlElement): boolean =>
    one.attributes.class !== undefined && one.attributes.class === body.attributes.class && isNamedBody(one);
  const all = elementsOf(root).filter((one) => one === body || isAlike(one));
  const beside = all.filter(({ parent }) => parent === body.parent);
  if (beside.length >= FEWEST_PARTS && body.parent !== null) return [body.parent];
  const stories = elementsOf(root).filter((one) => one !== root && isOther(one, masses));
  return root.tag === 'article' || stories.length <= 1 ? all : beside;
};

/** The elements that the page itself calls the article's body: the tightest of one that holds enough, with its further parts. */
const named = (root: HtmlElement, masses: Masses): readonly HtmlElement[] => {
  const found = elementsOf(root).filter((one) => proseIn(masses, one) > 0 && isNamedBody(one));
  const most = Math.max(0, ...found.map((one) => proseIn(masses, one)));
  const first = found.find((one) => proseIn(masses, one) >= most * BELIEVED);
  if (first === undefined) return [];
  const inside = (share: number): readonly HtmlElement[] =>
    found.filter((one) => within(one, first) && proseIn(masses, one) >= proseIn(masses, first) * share);
  const best = inside(BELIEVED).find(isMarkedBody) ?? inside(NEARLY_ALL).at(-1) ?? first;
  return partsOf(root, best, masses);
};

/** The element that holds what the page repeats of the article for machines; null where it repeats nothing or a part. */
const recordedPlace = (root: HtmlElement, masses: Masses, prose: number): HtmlElement | null => {
  const count = (element: HtmlElement): number => masses.get(element)?.recorded ?? 0;
  if (count(root) < Math.max(MOST_REPEATED.letters, prose * MOST_REPEATED.share)) return null;
  const found = tightest(root, count, 0.95);
  return PARAGRAPH.has(found.tag) ? found.parent : found;
};

const MOST_REPEATED = { letters: 300, share: 0.7 };

/** The <article> that the headline stands in: other stories on the page have theirs. */
const articleAround = (headline: HtmlElement | null, masses: Masses): HtmlElement | null => {
  for (let up = headline; up !== null; up = up.parent)
    if (up.tag === 'article' && proseIn(masses, up) >= LEAST_ARTICLE) return up;
  return null;
};

const SENTENCE = /\p{L}{2}.{20,}[.!?…。؟۔][\])"'”’»]*$/su;

/** A page of a sentence or two, shorter than a paragraph: what it calls an article, else what stands with its headline. */
const flashIn = (around: HtmlElement, { blocks, headline }: Pick<PageToSearch, 'blocks' | 'headline'>) => {
  const isSaid = (holder: HtmlElement): boolean =>
    blocks.some(({ element, text }) => within(element, holder) && element !== headline && SENTENCE.test(text));
  const articles = elementsOf(around).filter((one) => one.tag === 'article' && isSaid(one));
  if (articles.length === 1 || (articles.length > 1 && headline !== null)) return articles;
  for (let up = headline; up !== null; up = up.parent) if (isSaid(up)) return [up];
  return [];
};

export interface PageToSearch {
  readonly root: HtmlElement;
  /** The blocks that are not furniture by their element. */
  readonly blocks: readonly PageBlock[];
  readonly headline: HtmlElement | null;
  /** The article as the page repeats it for machines. */
  readonly record: string | null;
}

/** The elements that hold the article: never none, and the whole page where nothing tells. */
export const findArticle = ({ root, blocks, headline, record }: PageToSearch): readonly HtmlElement[] => {
  const words = record === null ? '' : foldWords(record);
  const isRecorded = (text: string): boolean => words !== '' && words.includes(foldWords(text).slice(0, 80).trim());
  const masses = massOf(blocks, isRecorded);
  const around = articleAround(headline, masses) ?? root;
  const best = densest(around, masses);
  const own = named(around, masses);
  const ownProse = own.reduce((sum, one) => sum + proseIn(masses, one), 0);
  const repeated = recordedPlace(root, masses, Math.max(ownProse, proseIn(masses, best)));
  if (repeated !== null) return [repeated];
  if (proseIn(masses, root) === 0) return flashIn(around, { blocks, headline });
  return ownProse >= proseIn(masses, best) * BELIEVED ? own : withSiblings(best, masses);
};
