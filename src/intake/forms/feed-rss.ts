// RSS 0.9 to 2.0 and RDF to a feed: items stand in the channel or beside it, names come from a dozen modules.
// Invariant: what belongs to an image, a text input or a source inside is not taken for the channel's or the item's own.
import { isoDate } from './feed-dates.ts';
import { type Feed, type FeedDate, type FeedEntry, type Person, personFrom, type Words } from './feed-model.ts';
import { rssWords } from './feed-words.ts';
import { elementsIn, resolveAddress, textOf, type XmlElement } from './xml-tree.ts';

/** The first child of any of the names that has something in it, the names in their order of trust. */
const first = (element: XmlElement, names: readonly string[]): XmlElement | undefined => {
  const children = elementsIn(element);
  for (const name of names) {
    const found = children.find((child) => child.name === name && (child.children.length > 0 || child.attributes.href));
    if (found !== undefined) return found;
  }
  return undefined;
};

const wordsOf = (element: XmlElement, names: readonly string[]): string | null => {
  const found = first(element, names);
  return found === undefined ? null : textOf(found).trim() || null;
};

export const dateOf = (words: string | null): FeedDate | null =>
  words === null ? null : { words, iso: isoDate(words) };

const peopleOf = (element: XmlElement, names: readonly string[]): readonly Person[] => {
  const children = elementsIn(element);
  for (const name of names) {
    const people = children
      .filter((child) => child.name === name)
      .map((child) => personFrom(wordsOf(child, ['name', 'atom:name']) ?? textOf(child)))
      .filter((person) => person !== null);
    if (people.length > 0) return people;
  }
  return [];
};

const AUTHORS = ['author', 'dc:creator', 'dc:author', 'itunes:author', 'managingeditor', 'atom:author'];

/** A guid is an address unless it says that it is none. */
const guidLink = (item: XmlElement): string | null => {
  const guid = first(item, ['guid']);
  if (guid === undefined || /^false$/i.test(guid.attributes.ispermalink ?? '')) return null;
  const address = resolveAddress(textOf(guid), guid.base);
  return /^https?:/i.test(address) ? address : null;
};

const linkOf = (element: XmlElement): string | null => {
  const own = first(element, ['link']);
  const written = own === undefined ? '' : textOf(own).trim() || (own.attributes.href ?? '');
  if (own !== undefined && written !== '') return resolveAddress(written, own.base);
  const alternate = elementsIn(element).find(
    ({ name, attributes }) =>
      name === 'atom:link' && (attributes.rel ?? 'alternate') === 'alternate' && attributes.href,
  );
  if (alternate !== undefined) return resolveAddress(alternate.attributes.href ?? '', alternate.base);
  return guidLink(element) ?? element.attributes['rdf:about'] ?? null;
};

const titleOf = (element: XmlElement): Words | null =>
  rssWords(first(element, ['title', 'dc:title', 'atom:title', 'media:title']));

const SUMMARIES = [
  'description',
  'dc:description',
  'summary',
  'abstract',
  'itunes:summary',
  'atom:summary',
  'media:description',
];
const CONTENTS = ['content:encoded', 'xhtml:body', 'body', 'xhtml:div', 'fullitem', 'atom:content', 'content'];

/** Of a description and a summary the second is taken for the fuller; where there is no content. */
const bodyOf = (item: XmlElement): { summary: Words | null; content: Words | null } => {
  const content = rssWords(first(item, CONTENTS));
  const summaries = elementsIn(item).filter(({ name }) => name === 'description' || name === 'summary');
  const [one, two] = [rssWords(summaries[0]), rssWords(summaries[1])];
  return { summary: one ?? rssWords(first(item, SUMMARIES)), content: content ?? two };
};

const PUBLISHED = ['pubdate', 'dcterms:issued', 'published', 'atom:published'];
const UPDATED = ['dc:date', 'dcterms:modified', 'modified', 'atom:updated', 'lastbuilddate', 'updated'];

const entryOf = (item: XmlElement, text: string): FeedEntry => {
  const guid = first(item, ['guid', 'id', 'atom:id']);
  return {
    id: guid === undefined ? (item.attributes['rdf:about'] ?? null) : textOf(guid).trim() || null,
    title: titleOf(item),
    link: linkOf(item),
    authors: peopleOf(item, AUTHORS),
    published: dateOf(wordsOf(item, PUBLISHED)),
    updated: dateOf(wordsOf(item, UPDATED)),
    ...bodyOf(item),
    origin: wordsOf(item, ['source']),
    source: text.slice(item.start, item.end),
  };
};

const isItem = ({ name }: XmlElement): boolean => name === 'item';

/** `root` is `rss`, `rdf:RDF`, or a bare channel. */
export const rssFeed = (root: XmlElement, text: string): Feed => {
  const channel = elementsIn(root).find(({ name }) => name === 'channel') ?? root;
  const items = [...(channel === root ? [] : elementsIn(channel).filter(isItem)), ...elementsIn(root).filter(isItem)];
  return {
    kind: root.name === 'rdf:rdf' ? 'rdf' : 'rss',
    title: titleOf(channel),
    link: linkOf(channel),
    description: rssWords(
      first(channel, ['description', 'dc:description', 'tagline', 'subtitle', 'itunes:summary', 'itunes:subtitle']),
    ),
    id: wordsOf(channel, ['guid', 'id']),
    authors: peopleOf(channel, AUTHORS),
    published: dateOf(wordsOf(channel, PUBLISHED)),
    updated: dateOf(wordsOf(channel, UPDATED)),
    entries: items.map((item) => entryOf(item, text)),
  };
};
