// What a page says of itself in its head: headline, day, publisher, address, by JSON-LD, Open Graph, Dublin Core and kin.
// Invariant: dates of change stand apart and are never taken for the day of publication.
import type { HtmlPage } from './parse-html.ts';

export interface PageRecord {
  readonly headlines: readonly string[];
  readonly dates: readonly string[];
  /** Of its last change. */
  readonly changes: readonly string[];
  readonly outlets: readonly string[];
  readonly url: string | null;
  /** Who wrote it. */
  readonly authors: readonly string[];
  /** The article's own words, where the page repeats them for machines. */
  readonly body: string | null;
}

const DATE_NAMES = [
  'article:published_time',
  'article:published',
  'pdate',
  'publish_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'published_time',
  'dc.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'article.published',
];

const CHANGE_NAMES = [
  'article:modified_time',
  'article:modified',
  'og:article:modified_time',
  'og:updated_time',
  'datemodified',
  'lastmod',
  'last-modified',
  'last_updated',
  'dc.date.modified',
  'dcterms.modified',
  'article.updated',
];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parseStrictly = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null; // converted: a broken record is no record, the page's own words remain
  }
};

// Line breaks and tabs inside of strings, commas before a closing bracket, a semicolon behind: what systems get wrong most.
const CONTROLS = /\p{Cc}+/gu;
const mended = (text: string): string =>
  text
    .replace(CONTROLS, ' ')
    .replace(/,\s*(?=[}\]])/g, '')
    .replace(/;\s*$/, '');

const parseJson = (text: string): unknown => {
  const bare = text.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '');
  return parseStrictly(bare) ?? parseStrictly(mended(bare));
};

/** Objects of a JSON-LD value, through lists and graphs. */
const objectsIn = (value: unknown, depth = 0): readonly Record<string, unknown>[] => {
  if (depth > 6) return [];
  if (Array.isArray(value)) return value.flatMap((one) => objectsIn(one, depth + 1));
  return isRecord(value)
    ? [value, ...objectsIn(value['@graph'], depth + 1), ...objectsIn(value.mainEntity, depth + 1)]
    : [];
};

const isArticle = (thing: Record<string, unknown>): boolean =>
  /article|posting|report/i.test([thing['@type']].flat().join(' '));

const textIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  return isRecord(value) ? textIn(value.name) : Array.isArray(value) ? textIn(value[0]) : [];
};

/** The names under which a meta element gives its content; some have several. */
const namesOf = ({ property, name, itemprop }: Readonly<Record<string, string>>): readonly string[] =>
  [property, name, itemprop].flatMap((one) => one?.toLowerCase().split(/\s+/) ?? []);

/** Every author, be he named alone, in a list, or as a thing with a name; an address of a profile is no name. */
const authorsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).flatMap(textIn).filter((name) => !/^https?:|^@/.test(name));

/** The head's record of a page; empty lists where it has none. */
export const readRecord = ({ metas, jsonLd }: Pick<HtmlPage, 'metas' | 'jsonLd'>): PageRecord => {
  const articles = jsonLd.flatMap((text) => objectsIn(parseJson(text))).filter(isArticle);
  const meta = (...names: string[]): string[] =>
    names.flatMap((name) =>
      metas.filter((one) => namesOf(one).includes(name)).flatMap(({ content }) => textIn(content)),
    );
  const canonical = metas.find((one) => one.tag === 'link' && one.rel?.toLowerCase() === 'canonical')?.href;
  const address = [canonical, ...meta('og:url')].find((text) => text !== undefined && /^https?:\/\//i.test(text));
  return {
    headlines: [...articles.flatMap((one) => textIn(one.headline)), ...meta('og:title', 'twitter:title')],
    dates: [...articles.flatMap((one) => textIn(one.datePublished)), ...meta(...DATE_NAMES)],
    changes: [...articles.flatMap((one) => textIn(one.dateModified)), ...meta(...CHANGE_NAMES)],
    outlets: [...articles.flatMap((one) => textIn(one.publisher)), ...meta('og:site_name')],
    url: address ?? null,
    authors: [
      ...articles.flatMap((one) => authorsOf(one.author ?? one.creator)),
      ...authorsOf(meta('author', 'article:author', 'dc.creator', 'parsely-author', 'byl')),
    ],
    body: articles.flatMap((one) => textIn(one.articleBody))[0] ?? null,
  };
};
