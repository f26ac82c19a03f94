// Atom 1.0 and 0.3 to a feed.
// Invariant: an entry without an author of its own has its source's, else the feed's; a link is the alternate one.
import { type Feed, type FeedDate, type FeedEntry, type Person, personFrom } from './feed-model.ts';
import { dateOf } from './feed-rss.ts';
import { atomWords } from './feed-words.ts';
import { elementsIn, resolveAddress, textOf, type XmlElement } from './xml-tree.ts';

/** The name as Atom has it, whether or not the document says that it is Atom. */
const isNamed = (element: XmlElement, name: string): boolean =>
  element.name === `atom:${name}` || element.name === name;

const child = (element: XmlElement, ...names: readonly string[]): XmlElement | undefined => {
  const children = elementsIn(element);
  for (const name of names) {
    const found = children.find((each) => isNamed(each, name));
    if (found !== undefined) return found;
  }
  return undefined;
};

const words = (element: XmlElement, ...names: readonly string[]): string | null => {
  const found = child(element, ...names);
  return found === undefined ? null : textOf(found).trim() || null;
};

const personOf = (element: XmlElement): Person | null => {
  const [name, email] = [words(element, 'name'), words(element, 'email')];
  const address = child(element, 'uri', 'url', 'homepage');
  const url = address === undefined ? null : resolveAddress(textOf(address), address.base);
  if (name !== null || email !== null || url !== null) return { name, email, url };
  return personFrom(textOf(element));
};

const authorsOf = (element: XmlElement): readonly Person[] =>
  elementsIn(element)
    .filter((each) => isNamed(each, 'author') || each.name === 'dc:creator')
    .map(personOf)
    .filter((person) => person !== null);

const linkOf = (element: XmlElement): string | null => {
  const links = elementsIn(element).filter((each) => isNamed(each, 'link'));
  const alternates = links.filter(({ attributes }) => /^(?:alternate)?$/i.test(attributes.rel ?? ''));
  const best =
    alternates.find(({ attributes }) => attributes.href && /html/i.test(attributes.type ?? 'html')) ??
    alternates.find(({ attributes }) => attributes.href);
  if (best !== undefined) return resolveAddress(best.attributes.href ?? '', best.base);
  const written = alternates.find((each) => textOf(each).trim() !== '');
  return written === undefined ? null : resolveAddress(textOf(written), written.base);
};

const idOf = (element: XmlElement): string | null => {
  const id = child(element, 'id');
  if (id === undefined) return null;
  // A word is a name of its own; a path is an address that was cut short.
  return (textOf(id).includes('/') ? resolveAddress(textOf(id), id.base) : textOf(id).trim()) || null;
};

const datesOf = (element: XmlElement): { published: FeedDate | null; updated: FeedDate | null } => ({
  published: dateOf(words(element, 'published', 'issued', 'dcterms:issued', 'created')),
  updated: dateOf(words(element, 'updated', 'modified', 'dc:date', 'dcterms:modified')),
});

/** An entry that has no address of its own but an id that is one is at its id. */
const entryLink = (entry: XmlElement): string | null => {
  const link = linkOf(entry);
  const id = link === null ? words(entry, 'id') : null;
  return link ?? (id !== null && /^https?:\/\//i.test(id) ? id : null);
};

const entryOf = (entry: XmlElement, text: string, feedAuthors: readonly Person[]): FeedEntry => {
  const source = child(entry, 'source');
  const own = authorsOf(entry);
  const outer = source === undefined ? [] : authorsOf(source);
  return {
    id: idOf(entry),
    title: atomWords(child(entry, 'title', 'dc:title')),
    link: entryLink(entry),
    authors: own.length > 0 ? own : outer.length > 0 ? outer : feedAuthors,
    ...datesOf(entry),
    summary: atomWords(child(entry, 'summary', 'dc:description')),
    content: atomWords(child(entry, 'content')),
    origin: source === undefined ? null : words(source, 'title'),
    source: text.slice(entry.start, entry.end),
  };
};

/** `root` is `feed`, or a single `entry`. */
export const atomFeed = (root: XmlElement, text: string): Feed => {
  const authors = authorsOf(root);
  const entries = isNamed(root, 'entry') ? [root] : elementsIn(root).filter((each) => isNamed(each, 'entry'));
  return {
    kind: 'atom',
    title: atomWords(child(root, 'title', 'dc:title')),
    link: linkOf(root),
    description: atomWords(child(root, 'subtitle', 'tagline', 'info')),
    id: idOf(root),
    authors,
    ...datesOf(root),
    entries: entries.map((entry) => entryOf(entry, text, authors)),
  };
};
