// A sitemap, plain or with the news extension, to the pages it names; an index of sitemaps to the sitemaps it names.
import { isoDate } from './feed-dates.ts';
import { elementsIn, elementsNamed, parseXml, textOf, type XmlElement } from './xml-tree.ts';

export interface SitemapPage {
  readonly url: string;
  readonly title: string | null;
  /** Of the news extension: an ISO day or instant. */
  readonly published: string | null;
  readonly modified: string | null;
  readonly outlet: string | null;
}

export interface Sitemap {
  readonly pages: readonly SitemapPage[];
  /** Further sitemaps, of an index: those for news first, then the latest changed. */
  readonly sitemaps: readonly string[];
}

const bareName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

/** The words of the first element below of that name, whatever prefix the sitemap gives it. */
const wordsOf = (element: XmlElement | undefined, name: string): string | null => {
  const found = element === undefined ? undefined : elementsIn(element).find((child) => bareName(child) === name);
  return found === undefined ? null : textOf(found).trim() || null;
};

const dateOf = (words: string | null): string | null => (words === null ? null : isoDate(words));

const pageOf = (element: XmlElement): SitemapPage | null => {
  const url = wordsOf(element, 'loc');
  if (url === null) return null;
  const news = elementsIn(element).find((child) => child.name === 'news:news' || bareName(child) === 'news');
  const publication =
    news === undefined ? undefined : elementsIn(news).find((child) => bareName(child) === 'publication');
  return {
    url,
    title: wordsOf(news, 'title'),
    published: dateOf(wordsOf(news, 'publication_date')),
    modified: dateOf(wordsOf(element, 'lastmod')),
    outlet: wordsOf(publication, 'name'),
  };
};

const named = (elements: readonly XmlElement[], name: string): readonly XmlElement[] =>
  elements.flatMap((element) => [...elementsNamed(element, name), ...elementsNamed(element, `sitemap:${name}`)]);

/** An index leads to years of pages; what is new stands in few of its sitemaps. */
const sitemapsIn = (elements: readonly XmlElement[]): readonly string[] => {
  const found = named(elements, 'sitemap').flatMap((element) => {
    const url = wordsOf(element, 'loc');
    return url === null ? [] : [{ url, news: /news/i.test(url), changed: dateOf(wordsOf(element, 'lastmod')) ?? '' }];
  });
  const sorted = found.sort((a, b) => Number(b.news) - Number(a.news) || b.changed.localeCompare(a.changed));
  return [...new Set(sorted.map(({ url }) => url))];
};

/** Reads a decoded sitemap; nothing where it is none. */
export const sitemapPages = (text: string, deepest = 200): Sitemap => {
  const { elements } = parseXml(text, { deepest });
  return {
    pages: named(elements, 'url')
      .map(pageOf)
      .filter((page) => page !== null),
    sitemaps: sitemapsIn(elements),
  };
};
