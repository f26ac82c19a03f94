// An HTML page to a page of paragraphs: furniture cut by elements, the article found by where the prose stands, the rest by rules.
// Invariant: every block of the page is either kept or cut with its reason; the headline comes first.

import { type Instant, toInstant } from '../model/time.ts';
import { markEntries } from './mark-entries.ts';
import { normaliseText } from './normalise-text.ts';
import { findArticle } from './page-article.ts';
import { blocksOf, countProse, findChrome, isHeading, type PageBlock } from './page-blocks.ts';
import { judgeBlocks } from './page-judge.ts';
import { foldWords } from './page-mass.ts';
import { type PageRecord, readRecord } from './page-record.ts';
import type { Page, Paragraph } from './paragraphs.ts';
import { elementsOf, type HtmlElement, type HtmlPage, parseHtml } from './parse-html.ts';

/** "Two bad weeks | Northern Courier" names the site after its last bar. */
const titleParts = (title: string): { headline: string; site: string | null } => {
  const text = normaliseText(title).replace(/\s+/g, ' ').trim();
  const bar = /^(.{8,})\s[|–—·-]\s([^|–—·]{2,40})$/u.exec(text);
  return bar ? { headline: bar[1] ?? text, site: bar[2] ?? null } : { headline: text, site: null };
};

const LEAST_NAMED = 15;

interface Names {
  /** The headline, by the page's record and its title. */
  readonly headlines: readonly string[];
  /** The site's own, which many pages set as a heading too. */
  readonly sites: readonly string[];
}

/** The heading that the page's own record names, else any block that it names, else the first h1 that is no furniture and no site's name. */
const headlineIndex = (blocks: readonly PageBlock[], names: Names): number => {
  const [headlines, sites] = [names.headlines, names.sites].map((list) => new Set(list.map(foldWords)));
  // Most blocks are far too long or too short to be it, and are not looked at closely.
  const longest = Math.max(0, ...names.headlines.map(({ length }) => length)) * 2;
  const isNamed = ({ text }: PageBlock): boolean => {
    const words = text.length <= longest ? foldWords(text) : '';
    return words !== '' && headlines?.has(words) === true;
  };
  const heading = blocks.findIndex((block) => isHeading(block.element.tag) && isNamed(block));
  if (heading >= 0) return heading;
  const h1 = blocks.findIndex(
    ({ element, cut, text }) => element.tag === 'h1' && cut === null && sites?.has(foldWords(text)) !== true,
  );
  // Where the site's name is the h1, the headline below it is a plain block; a trail of links above the h1 is none.
  const block = blocks.findIndex(
    (one, i) => i > h1 && one.cut === null && one.text.length >= LEAST_NAMED && isNamed(one),
  );
  return block >= 0 ? block : h1;
};

const toParagraph = ({ text, kind, cut }: PageBlock): Paragraph => ({ text, kind, gap: false, cut });

/** Machine times of the article: of one or two the first is the page's own; more are a live page's entries, the last one dates it. */
const pageTimes = (blocks: readonly PageBlock[]): { own: readonly string[]; entries: readonly string[] } => {
  const times = blocks
    .filter(({ cut }) => cut === null || cut === 'date line' || cut === 'byline' || cut === 'head of the page')
    .flatMap(({ time }) => time ?? []);
  return times.length <= 2 ? { own: times.slice(0, 1), entries: [] } : { own: [], entries: times.sort().slice(-1) };
};

/** The first moment that an element of the page is marked with; other stories of the page stand below. */
const markedTimes = (root: HtmlElement, name: string): readonly string[] => {
  const marked = elementsOf(root).find(({ attributes }) =>
    (attributes.itemprop ?? '').toLowerCase().split(/\s+/).includes(name),
  );
  const moment = marked?.attributes.content ?? marked?.attributes.datetime;
  return moment === undefined ? [] : [moment];
};

/** A live page's <time> elements: each is cut, and its moment goes to the paragraphs up to the next. */
const timedEntries = (blocks: readonly PageBlock[], paragraphs: readonly Paragraph[]): readonly Paragraph[] => {
  const isMark = (i: number): boolean =>
    blocks[i]?.cut === null && blocks[i]?.time !== null && (blocks[i]?.text.length ?? 0) < 40;
  if (paragraphs.filter((_, i) => isMark(i)).length < 3) return markEntries(paragraphs);
  let at: Instant | null = null;
  let begun = false;
  return paragraphs.map((paragraph, i): Paragraph => {
    if (isMark(i)) {
      begun = true;
      at = toInstant(blocks[i]?.time ?? '');
      return { ...paragraph, cut: 'time of an entry' };
    }
    return begun && paragraph.cut === null && paragraph.kind === 'body'
      ? { ...paragraph, kind: 'entry', at }
      : paragraph;
  });
};

/** The article's place in the page: its blocks judged, its headline, its element. */
const layOut = (
  parsed: HtmlPage,
  names: Names,
  { body, url }: PageRecord,
): { judged: readonly PageBlock[]; headline: number } => {
  const raw = blocksOf(parsed.root);
  const host = url === null ? null : (/^https?:\/\/([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? null);
  const chrome = findChrome(parsed.root, countProse(raw));
  const blocks = raw.map((block) => ({ ...block, cut: chrome.get(block.element) ?? null }));
  const headline = headlineIndex(blocks, names);
  const kept = blocks.filter(({ cut }) => cut === null);
  const roots = findArticle({
    root: parsed.root,
    blocks: kept,
    headline: blocks[headline]?.element ?? null,
    record: body,
  });
  return { judged: judgeBlocks({ blocks, headline, roots, host }), headline };
};

/** A page without a heading has its title for a headline, where it has an article at all. */
const withTitle = (title: string | null, paragraphs: readonly Paragraph[]): readonly Paragraph[] =>
  title === null || !paragraphs.some(({ cut }) => cut === null)
    ? paragraphs
    : [{ text: title, kind: 'headline', gap: false, cut: null }, ...paragraphs];

/** Reads a decoded HTML page. A page without prose comes out with nothing kept. */
export const extractArticle = (html: string): Page => {
  const parsed = parseHtml(html);
  const record = readRecord(parsed);
  const title = titleParts(parsed.title);
  const { judged, headline } = layOut(
    parsed,
    {
      headlines: [...record.headlines, title.headline],
      sites: [...record.outlets, ...(title.site === null ? [] : [title.site])],
    },
    record,
  );
  const recordedTitle = normaliseText(record.headlines[0] ?? title.headline).trim() || null;
  const before = judged.slice(0, Math.max(headline, 0)).map(({ text }) => text);
  const heads = judged
    .filter(({ cut }) => cut === 'byline' || cut === 'date line' || cut === 'head of the page')
    .map(({ text }) => text);
  const times = pageTimes(judged);
  const paragraphs = timedEntries(judged, judged.map(toParagraph));
  return {
    title: judged[headline]?.text ?? recordedTitle,
    paragraphs: headline >= 0 ? paragraphs : withTitle(recordedTitle, paragraphs),
    recorded: {
      dates: [...record.dates, ...markedTimes(parsed.root, 'datepublished'), ...times.own],
      changes: [...record.changes, ...markedTimes(parsed.root, 'datemodified')],
      outlets: [...record.outlets, ...(title.site === null ? [] : [title.site])],
      authors: record.authors,
      url: record.url,
    },
    dateLines: [...heads, ...before, ...times.entries],
    mastheads: before,
    bylines: heads,
  };
};
