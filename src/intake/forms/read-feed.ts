// A feed to its entries, each a report of its own: full text where the feed has it, else the summary.
// Invariant: what an entry says of itself goes before what the feed says; the entry as it stands in the feed is the original.
import { done, type Outcome } from '../../model/outcome.ts';
import { decodeBytes } from '../decode-bytes.ts';
import type { Given, Item, Source } from '../item.ts';
import { feedAddresses } from './addresses.ts';
import { type Feed, type FeedEntry, personWords, type Words } from './feed-model.ts';
import { type Content, memberName, refuseItem, tooLarge, type Visit, wholeOf } from './form.ts';
import { parseFeed } from './parse-feed.ts';
import { sitemapPages } from './sitemap.ts';
import { withHeading, withHeadline, wordsOf } from './with-headline.ts';
import { decodeReferences } from './xml-tree.ts';

const plainOf = (words: Words | null): string | null =>
  words === null ? null : (words.isMarkup ? decodeReferences(wordsOf(words.text)) : words.text).trim() || null;

const dateOf = (date: FeedEntry['published']): string | null => (date === null ? null : (date.iso ?? date.words));

const given = (entry: FeedEntry, feed: Feed, outer: Given): Given => ({
  ...outer,
  published: dateOf(entry.published) ?? dateOf(entry.updated) ?? outer.published,
  modified: dateOf(entry.updated) ?? outer.modified ?? null,
  outlet: outer.outlet ?? entry.origin ?? plainOf(feed.title),
  url: entry.link,
  title: plainOf(entry.title),
  author: entry.authors.map(personWords).find((words) => words !== null) ?? null,
  id: entry.id,
});

/** Plain words whose title is markup, or the other way round, are put together as HTML. */
const itemOf = (entry: FeedEntry, feed: Feed, content: Content): Item | null => {
  const words = entry.content ?? entry.summary;
  const own = given(entry, feed, content.given);
  if (words === null && own.title === null) return null;
  const text = words?.text ?? '';
  const written = words?.isMarkup
    ? `<article>${withHeading(own.title, text)}</article>`
    : withHeadline(own.title, text);
  return {
    file: memberName(content.file, entry.id ?? entry.link ?? own.title ?? 'an entry'),
    bytes: new TextEncoder().encode(written),
    form: words?.isMarkup ? 'html' : 'text',
    given: own,
    original: new TextEncoder().encode(entry.source),
  };
};

/** What a list that holds no report is called, and what to do with it; null where it is no list. */
const listWords = (text: string, deepest: number): string | null => {
  const feeds = feedAddresses(text, deepest).length;
  if (feeds > 0) return `a list of ${feeds} ${feeds === 1 ? 'feed' : 'feeds'}`;
  const { pages, sitemaps } = sitemapPages(text, deepest);
  if (pages.length > 0) return `a sitemap with ${pages.length} ${pages.length === 1 ? 'address' : 'addresses'}`;
  return sitemaps.length > 0
    ? `an index of ${sitemaps.length} ${sitemaps.length === 1 ? 'sitemap' : 'sitemaps'}`
    : null;
};

const refuseOther = ({ file }: Content, text: string, { limits }: Visit): Outcome<Item> => {
  const list = listWords(text, limits.xmlDepth);
  return refuseItem(
    'not-a-report',
    file,
    list === null
      ? `${file} is no feed: it has no rss, rdf, feed or JSON Feed in it.`
      : `${file} is ${list} and holds no report itself; \`whoholds watch\` follows it, and \`add\` follows it by its web address.`,
  );
};

/** A feed; of other XML or JSON only what was named is refused, the rest is somebody's data. */
export async function* readFeed(content: Content, visit: Visit): Source {
  const { limits } = visit;
  const bytes = await wholeOf(content.chunks, limits.itemBytes);
  if (bytes === null) return yield tooLarge(content.file, limits.itemBytes);
  const decoded = decodeBytes(bytes, 'html', { file: content.file, charset: content.given.charset ?? null });
  if (!decoded.ok) return yield decoded;
  const { text } = decoded.value;
  const { feed, tooDeep } = parseFeed(text, { address: content.given.url ?? '', deepest: limits.xmlDepth });
  if (feed === null && !tooDeep && content.isNamed) yield refuseOther(content, text, visit);
  for (const entry of feed?.entries ?? []) {
    const item = itemOf(entry, feed as Feed, content);
    yield item === null
      ? refuseItem('empty-report', content.file, `An entry of ${content.file} has neither a title nor words.`)
      : done(item, decoded.notes);
  }
  if (tooDeep)
    yield refuseItem(
      'too-deep',
      content.file,
      `${content.file} nests its elements deeper than ${limits.xmlDepth}; what came before was read.`,
    );
}
