// What a feed and its entries say, in one shape for RSS, RDF, Atom and JSON Feed.
// Invariant: what is not said is null; words are as the feed's author meant them, with the addresses inside made whole.

export interface Words {
  readonly text: string;
  /** `text` is HTML; else it is to be taken as it stands. */
  readonly isMarkup: boolean;
}

export interface Person {
  readonly name: string | null;
  readonly email: string | null;
  readonly url: string | null;
}

export interface FeedDate {
  readonly words: string;
  /** An ISO day or an instant in UTC; null where the words are neither. */
  readonly iso: string | null;
}

export interface FeedEntry {
  readonly id: string | null;
  readonly title: Words | null;
  readonly link: string | null;
  readonly authors: readonly Person[];
  readonly published: FeedDate | null;
  readonly updated: FeedDate | null;
  readonly summary: Words | null;
  readonly content: Words | null;
  /** Who published it first, where the feed gathers what others publish. */
  readonly origin: string | null;
  /** The entry as it stands in the feed. */
  readonly source: string;
}

export interface Feed {
  readonly kind: 'rss' | 'rdf' | 'atom' | 'json';
  readonly title: Words | null;
  readonly link: string | null;
  readonly description: Words | null;
  readonly id: string | null;
  readonly authors: readonly Person[];
  readonly published: FeedDate | null;
  readonly updated: FeedDate | null;
  readonly entries: readonly FeedEntry[];
}

/** "Ann Example (ann@example.org)", as a feed's reader would see it. */
export const personWords = ({ name, email, url }: Person): string | null =>
  name !== null && email !== null ? `${name} (${email})` : (name ?? email ?? url);

const LONGEST_NAME = 500;
const EMAIL = /[a-z\d._%+-]+@(?:[a-z\d-]+\.)*[a-z\d-]+/i;

/** A name with or without its address in brackets, in either order. */
export const personFrom = (words: string): Person | null => {
  const text = words.slice(0, LONGEST_NAME).replace(/\s+/g, ' ').trim();
  if (text === '') return null;
  const email = EMAIL.exec(text)?.[0] ?? null;
  if (email === null) return { name: text, email: null, url: null };
  const name = text
    .replace(email, '')
    .replace(/\(\s*\)|<\s*>|\[\s*\]/g, '')
    .replace(/^\s*\((.*)\)\s*$/, '$1')
    .trim();
  return { name: name === '' ? null : name, email, url: null };
};
