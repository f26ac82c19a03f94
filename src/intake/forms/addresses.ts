// Addresses of feeds out of an outline (OPML), and out of the head of a page that names its feeds.
import { elementsNamed, parseXml, resolveAddress } from './xml-tree.ts';

export interface FeedAddress {
  readonly url: string;
  readonly title: string | null;
  /** The site that the feed belongs to. */
  readonly site: string | null;
}

const isAddress = (text: string | undefined): text is string =>
  text !== undefined && /^(?:https?|feed):/i.test(text.trim());

/** `feed:` stands before an address, or in the place of http. */
const cleanAddress = (text: string): string =>
  text
    .trim()
    .replace(/^feed:(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://');

/** The feeds of a decoded OPML list, each once, in its order, folders opened; none where it is no such list. */
export const feedAddresses = (text: string, deepest = 200): readonly FeedAddress[] => {
  const outlines = parseXml(text, { deepest }).elements.flatMap((element) => [...elementsNamed(element, 'outline')]);
  const found = new Map<string, FeedAddress>();
  for (const { attributes, base } of outlines) {
    const written = attributes.xmlurl ?? attributes.url;
    if (!isAddress(written) || (attributes.xmlurl === undefined && /^(?:link|include)$/i.test(attributes.type ?? '')))
      continue;
    const url = resolveAddress(cleanAddress(written), base);
    const site = isAddress(attributes.htmlurl) ? attributes.htmlurl.trim() : null;
    if (!found.has(url)) found.set(url, { url, title: attributes.title ?? attributes.text ?? null, site });
  }
  return [...found.values()];
};
