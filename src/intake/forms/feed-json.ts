// JSON Feed 1.0 and 1.1 to a feed.
// Invariant: a field of another kind than the format says is as one that is missing.
import type { Feed, FeedEntry, Person, Words } from './feed-model.ts';
import { dateOf } from './feed-rss.ts';
import { plain, resolveMarkup } from './feed-words.ts';
import { resolveAddress } from './xml-tree.ts';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? value.trim() || null : typeof value === 'number' ? String(value) : null;

const personOf = (value: unknown): Person | null => {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const [name, url] = [textOf(fields.name), textOf(fields.url)];
  return name === null && url === null ? null : { name, email: null, url };
};

const authorsOf = ({ authors, author }: Fields): readonly Person[] =>
  [...(Array.isArray(authors) ? authors : []), author].map(personOf).filter((person) => person !== null);

const wordsOf = (text: unknown, base: string): Words | null =>
  typeof text === 'string' && text.trim() !== '' ? { text: resolveMarkup(text, base).trim(), isMarkup: true } : null;

const plainOf = (value: unknown): Words | null => (typeof value === 'string' ? plain(value) : null);

const entryOf = (item: Fields, base: string, feedAuthors: readonly Person[]): FeedEntry => {
  const own = authorsOf(item);
  const link = textOf(item.url) ?? textOf(item.external_url);
  return {
    id: textOf(item.id),
    title: plainOf(item.title),
    link: link === null ? null : resolveAddress(link, base),
    authors: own.length > 0 ? own : feedAuthors,
    published: dateOf(textOf(item.date_published)),
    updated: dateOf(textOf(item.date_modified)),
    summary: plainOf(item.summary),
    content: wordsOf(item.content_html, base) ?? plainOf(item.content_text),
    origin: null,
    source: JSON.stringify(item),
  };
};

/** The feed, where a parsed JSON value is one. */
export const jsonFeed = (value: unknown, address: string): Feed | null => {
  const fields = fieldsOf(value);
  if (fields === null || !/jsonfeed\.org\/version/.test(textOf(fields.version) ?? '')) return null;
  const home = textOf(fields.home_page_url);
  const base = textOf(fields.feed_url) ?? home ?? address;
  const authors = authorsOf(fields);
  const items = (Array.isArray(fields.items) ? fields.items : []).map(fieldsOf).filter((item) => item !== null);
  return {
    kind: 'json',
    title: plainOf(fields.title),
    link: home,
    description: plainOf(fields.description),
    id: textOf(fields.feed_url),
    authors,
    published: null,
    updated: null,
    entries: items.map((item) => entryOf(item, base, authors)),
  };
};
