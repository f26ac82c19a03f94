// A decoded text to a feed, whichever of the formats it is in.
// Invariant: never throws; what is no feed is null, what is broken in one gives what can be read of it.
import { atomFeed } from './feed-atom.ts';
import { jsonFeed } from './feed-json.ts';
import type { Feed } from './feed-model.ts';
import { rssFeed } from './feed-rss.ts';
import { elementsIn, parseXml, type XmlElement } from './xml-tree.ts';

export interface FeedGround {
  /** Where the feed was found, which relative addresses are relative to; empty where nobody says. */
  readonly address: string;
  /** How deep its elements may be nested. */
  readonly deepest: number;
}

/** Brackets in one another, those in strings left out; a record that tells of news has a handful. */
const isDeeperThan = (text: string, deepest: number): boolean => {
  let depth = 0;
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (mark === '[' || mark === '{') depth += 1;
    else if (mark === ']' || mark === '}') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
};

const DEEPEST_JSON = 200;

/** The value; undefined where the text is no JSON, or nested beyond all sense. */
export const parseJson = (text: string): unknown => {
  if (isDeeperThan(text, DEEPEST_JSON)) return undefined;
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined; // converted: what is no JSON is no feed, and the caller says so
  }
};

const isAtom = ({ name }: XmlElement): boolean => /^(?:atom:)?(?:feed|entry)$/.test(name);
const isRss = ({ name }: XmlElement): boolean => /^(?:rss|rdf:rdf|channel)$/.test(name);

/** The element that is the feed: at the top, or one below it where a wrapper stands around. */
const rootOf = (elements: readonly XmlElement[]): XmlElement | undefined => {
  const isRoot = (element: XmlElement): boolean => isAtom(element) || isRss(element);
  return elements.find(isRoot) ?? elements.flatMap(elementsIn).find(isRoot);
};

export type ParsedFeed = { readonly feed: Feed | null; readonly tooDeep: boolean };

export const parseFeed = (text: string, { address, deepest }: FeedGround): ParsedFeed => {
  if (/^\s*\{/.test(text)) return { feed: jsonFeed(parseJson(text), address), tooDeep: false };
  const { elements, tooDeep } = parseXml(text, { deepest, base: address });
  const root = rootOf(elements);
  if (root === undefined) return { feed: null, tooDeep };
  return { feed: isAtom(root) ? atomFeed(root, text) : rssFeed(root, text), tooDeep };
};
