// Where a page's article stands: by the page's own names for it, else by where sentences stand closest together.
// Invariant: an element is the article's or not as a whole; what inside it is no article is judged block by block.
import { normaliseText } from './normalise-text.ts';
import type { PageBlock } from './page-blocks.ts';
import { elementsOf, type HtmlElement } from './parse-html.ts';

/** Sums over an element and all that it holds. */
interface Mass {
  /** Letters of prose: paragraphs' worth of text that is no link. */
  prose: number;
  /** Letters of prose that the page's own record of the article holds too. */
  recorded: number;
  text: number;
  linked: number;
  /** How much the sentences directly inside speak for this element. */
  score: number;
}

type Masses = ReadonlyMap<HtmlElement, Mass>;

const PROSE_LENGTH = 80;
const SHORTEST = 25;

export const foldWords = (text: string): string =>
  normaliseText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const PARAGRAPH = new Set(['p', 'li', 'blockquote', 'pre', 'td', 'dd', 'h2', 'h3', 'h4']);

/** A paragraph is worth its commas and its length: menus have neither. */
const worthOf = ({ text, linked, element }: PageBlock): number => {
  if (text.length < SHORTEST || linked * 2 > text.length || /^h\d$|^figcaption$/.test(element.tag)) return 0;
  return 1 + (text.match(/[,،、，]/g)?.length ?? 0) + Math.min(3, Math.floor(text.length / 100));
};

const SHARES = [1, 1 / 2, 1 / 6, 1 / 9, 1 / 12];

const massOf = (blocks: readonly PageBlock[], isRecorded: (text: string) => boolean): Masses => {
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

// What content systems call the element that holds the words of an article, and nothing else.
const BODY_NAME =
  /(?:^|[\s_-])(?:(?:article|story|entry|post|news|content)[_-]{0,2}(?:body|content|text|copy)|(?:main|body)[_-]?(?:content|text|copy)|(?:article|story|post|entry)[_-]{1,2}(?:main|inner)|texte?-article|field-{1,2}name-body|node__content|wysiwyg)(?![_-]?(?:header|footer|side|meta|tag|top|read|view|comment|post|author|head|share|tool|relat|art|mobile|ad))(?:$|[\s_-])/i;
const BODY_PROP = /(?:^|\s)(?:articleBody|reviewBody)(?:\s|$)/i;

const nameOf = ({ attributes }: HtmlElement): string =>
  `${attributes.class ?? ''} ${attributes.id ?? ''}`.replace(/([a-z])([A-Z])/g, '$1-$2').slice(0, 500);

const isNamedBody = (element: HtmlElement): boolean =>
  !PARAGRAPH.has(element.tag) && (BODY_PROP.test(element.attributes.itemprop ?? '') || BODY_NAME.test(nameOf(element)));

/** Share of the page's best prose that a named element must hold to be believed. */
const BELIEVED = 0.5;

const within = (element: HtmlElement, root: HtmlElement): boolean => {
  for (let at: HtmlElement | null = element; at !== null; at = at.parent) if (at === root) return true;
  return false;
};

const proseIn = (masses: Masses, element: HtmlElement): number => masses.get(element)?.prose ?? 0;

// The page itself gets a share of all that stands on it, and is the article only where the sentences stand in it bare.
const OF_THE_PAGE = 0.5;

const scoreOf = (masses: Masses, element: HtmlElement): number => {
  const mass = masses.get(element);
  if (mass === undefined) return 0;
  const own = /^(?:html|body)$/.test(element.tag) ? OF_THE_PAGE : 1;
  return mass.score * own * (1 - mass.linked / Math.max(1, mass.text));
};

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

/** Where several elements score nearly as well as the best (an article in sections), what holds most of them. */
const aroundSections = (masses: Masses, best: HtmlElement, ranked: readonly HtmlElement[]): HtmlElement => {
  const near = ranked.slice(0, 6).filter((one) => scoreOf(masses, one) >= scoreOf(masses, best) * 0.6);
  for (let up = best.parent; up !== null && up.tag !== 'body' && up.tag !== 'html'; up = up.parent) {
    const holder = up;
    if (near.filter((one) => one !== holder && within(one, holder)).length >= 3) return holder;
  }
  return best;
};

// Tags that hold an article only where others were never closed.
const MISPLACED = /^(?:h\d|span|font|b|i|em|strong|a|center)$/;

const densest = (root: HtmlElement, masses: Masses): HtmlElement => {
  const ranked = [...masses.keys()]
    .filter((one) => within(one, root))
    .sort((a, b) => scoreOf(masses, b) - scoreOf(masses, a));
  const top = ranked[0];
  if (top === undefined) return root;
  let best = aroundSections(masses, top, ranked);
  let last = scoreOf(masses, best);
  for (
    let up = best.parent;
    up !== null && up !== root.parent && up.tag !== 'body' && up.tag !== 'html';
    up = up.parent
  ) {
    const score = scoreOf(masses, up);
    if (score < last / 3) break;
    if (score > last) {
      best = up;
      break;
    }
    last = score;
  }
  while (best.parent !== null && best !== root && MISPLACED.test(best.tag)) best = best.parent;
  return best;
};

const FEWEST_ENTRIES = 3;

/** What stands beside the densest element and is as good: a lead above it, a second half below an advertisement. */
const withSiblings = (best: HtmlElement, masses: Masses): readonly HtmlElement[] => {
  const threshold = Math.max(10, scoreOf(masses, best) * 0.2);
  const beside = (best.parent?.children ?? [best]).filter((one) => typeof one !== 'string');
  const isAlike = (one: HtmlElement): boolean =>
    one.tag === best.tag && one.attributes.class !== undefined && one.attributes.class === best.attributes.class;
  // Entries of a live page stand side by side, the short ones among the long.
  const areEntries = beside.filter(isAlike).length >= FEWEST_ENTRIES;
  const isGood = (one: HtmlElement): boolean => {
    const mass = masses.get(one);
    if (one === best || mass === undefined) return one === best;
    const alike = isAlike(one);
    if (alike && areEntries) return true;
    const density = mass.linked / Math.max(1, mass.text);
    return (
      scoreOf(masses, one) + (alike ? scoreOf(masses, best) * 0.2 : 0) >= threshold ||
      (one.tag === 'p' && mass.text > PROSE_LENGTH && density < 0.25)
    );
  };
  return beside.filter(isGood);
};

/** Share of an element's prose that another inside it must hold to stand for it. */
const NEARLY_ALL = 0.8;

/** The elements that the page itself calls the article's body: the tightest of one that holds enough, with its like beside it. */
const named = (root: HtmlElement, masses: Masses): readonly HtmlElement[] => {
  const found = elementsOf(root).filter((one) => proseIn(masses, one) > 0 && isNamedBody(one));
  const most = Math.max(0, ...found.map((one) => proseIn(masses, one)));
  const first = found.find((one) => proseIn(masses, one) >= most * BELIEVED);
  if (first === undefined) return [];
  const inside = (share: number): readonly HtmlElement[] =>
    found.filter((one) => within(one, first) && proseIn(masses, one) >= proseIn(masses, first) * share);
  const marked = inside(BELIEVED).find(({ attributes }) => BODY_PROP.test(attributes.itemprop ?? ''));
  const best = marked ?? inside(NEARLY_ALL).at(-1) ?? first;
  // Inside the headline's own <article> its like are further parts of it, wherever they stand.
  const isFurther = (one: HtmlElement): boolean =>
    one.attributes.class === best.attributes.class && (root.tag === 'article' || one.parent === best.parent);
  return found.filter((one) => one === best || isFurther(one));
};

/** The element that holds what the page repeats of the article for machines; null where it repeats nothing or a part. */
const recordedPlace = (root: HtmlElement, masses: Masses, prose: number): HtmlElement | null => {
  const count = (element: HtmlElement): number => masses.get(element)?.recorded ?? 0;
  if (count(root) < Math.max(MOST_REPEATED.letters, prose * MOST_REPEATED.share)) return null;
  const found = tightest(root, count, 0.95);
  return PARAGRAPH.has(found.tag) ? found.parent : found;
};

const MOST_REPEATED = { letters: 300, share: 0.7 };

const LEAST_ARTICLE = 250;

/** The <article> that the headline stands in: other stories on the page have theirs. */
const articleAround = (headline: HtmlElement | null, masses: Masses): HtmlElement | null => {
  for (let up = headline; up !== null; up = up.parent)
    if (up.tag === 'article' && proseIn(masses, up) >= LEAST_ARTICLE) return up;
  return null;
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
  return ownProse >= proseIn(masses, best) * BELIEVED ? own : withSiblings(best, masses);
};
