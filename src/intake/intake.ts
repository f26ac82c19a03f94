// The stage's verb: a raw item to a Report, or a refusal. Pure: the same bytes and ground give the same report.
// Invariant: all normalising happens before any offset is taken; the original is named by its hash and kept by the caller.

import { done, type Outcome, type RefusalCode, refused } from '../model/outcome.ts';
import type { Report } from '../model/report.ts';
import { contentId, hashBytes } from '../model/text.ts';
import type { Outlet, Theatre } from '../model/theatre.ts';
import type { Instant } from '../model/time.ts';
import { orderWritten } from './date-forms.ts';
import { type Dated, dateReport } from './date-report.ts';
import { decodeBytes } from './decode-bytes.ts';
import { detectLanguage } from './detect-language.ts';
import { extractArticle } from './extract-article.ts';
import { extractText } from './extract-text.ts';
import { findOrigin, type Origin } from './find-outlet.ts';
import { lastEntry, statedZone, timeEntries } from './mark-entries.ts';
import { normaliseText } from './normalise-text.ts';
import { assemble, type Page, type Paragraph } from './paragraphs.ts';
import { addressDay, archivedPage } from './read-address.ts';
import { joinNames, readByline } from './read-byline.ts';
import type { Item } from './sources.ts';
import { offsetIn, offsetOf } from './zones.ts';

export interface Ground {
  /** IANA name: the theatre's, in which an instant falls on a day. */
  readonly timezone: string;
  readonly period: Theatre['period'];
  readonly outlets: readonly Outlet[];
  /** The agency that a name in lower case is, where the language knows it. */
  readonly agency?: (name: string) => string | null;
  /** When the item was first seen; null where nobody says. */
  readonly retrieved: Instant | null;
}

const refuse = (code: RefusalCode, { file }: Item, reason: string): Outcome<never> =>
  refused({
    code,
    stage: 'intake',
    reason,
    report: null,
    file,
    span: null,
    expected: ['a report of at least one sentence, as text or HTML'],
  });

const given = (text: string | null): string | null =>
  text === null || text.trim() === '' ? null : normaliseText(text).trim();

/** The page with its entries timed; `publishedAt` of a live page is its last entry's where the page states its zone. */
const timed = (
  page: Page,
  dated: Dated,
  ground: Ground,
): { paragraphs: readonly Paragraph[]; publishedAt: Instant | null } => {
  const day = dated.published.earliest;
  if (day === null || day !== dated.published.latest || !page.paragraphs.some(({ kind }) => kind === 'entry'))
    return { paragraphs: page.paragraphs, publishedAt: dated.publishedAt };
  const words = statedZone([...page.dateLines, ...page.paragraphs.slice(0, 6).map(({ text }) => text)]);
  const own = offsetIn(ground.timezone, day);
  const stated = words === null ? null : /^local$/i.test(words) ? own : offsetOf(words, day);
  const paragraphs = timeEntries(page.paragraphs, day, stated ?? own);
  return {
    paragraphs,
    publishedAt:
      dated.publishedAt ?? (stated === null && !page.paragraphs.some(({ at }) => at) ? null : lastEntry(paragraphs)),
  };
};

/** The address by which the report is known, and its capture where that is an archive's address. */
const placeOf = (item: Item, page: Page): { url: string | null; captured: string | null } => {
  const url = given(item.given.url) ?? page.recorded.url;
  const archived = url === null ? null : archivedPage(url);
  return { url: archived?.url ?? url, captured: given(item.given.captured ?? null) ?? archived?.captured ?? null };
};

const authorsOf = (item: Item, page: Page): readonly string[] => {
  const author = given(item.given.author ?? null);
  return [...(author === null ? [] : [author]), ...page.recorded.authors];
};

const originOf = (item: Item, page: Page, ground: Ground & { readonly url: string | null }): Origin => {
  const body = page.paragraphs.filter(({ cut, kind }) => cut === null && kind === 'body');
  const tail = page.paragraphs.flatMap(({ cut, text }) => (cut === null ? [] : [text]));
  const { mastheads, bylines } = page;
  return findOrigin(
    {
      ...{ given: given(item.given.outlet), recorded: page.recorded.outlets, mastheads, bylines, tail },
      ...{ opening: body[0]?.text.slice(0, 200) ?? '', closing: body.at(-1)?.text ?? '' },
      ...{ authors: authorsOf(item, page), url: ground.url },
    },
    { outlets: ground.outlets, agency: ground.agency ?? (() => null) },
  );
};

/** All that is kept of a page. */
const textOf = (page: Page): string =>
  page.paragraphs
    .filter(({ cut }) => cut === null)
    .map((one) => one.text)
    .join('\n');

const datesOf = (item: Item, page: Page, ground: Ground & { readonly order: Outlet['dateOrder'] }): Dated => {
  const changed = given(item.given.modified ?? null);
  const { url, captured } = placeOf(item, page);
  const text = textOf(page);
  return dateReport(
    {
      ...{ given: given(item.given.published), recorded: page.recorded.dates, lines: page.dateLines, text },
      changed: [...(changed === null ? [] : [changed]), ...page.recorded.changes],
      ...{ captured, addressDay: url === null ? null : addressDay(url) },
    },
    ground,
  );
};

const build = (item: Item, page: Page, ground: Ground): Outcome<Report> => {
  const { url } = placeOf(item, page);
  const origin = originOf(item, page, { ...ground, url });
  const own = ground.outlets.find(({ name }) => name === origin.outlet)?.dateOrder;
  const order = own ?? orderWritten([...page.dateLines, textOf(page)].join('\n'));
  const dated = datesOf(item, page, { ...ground, order });
  const { paragraphs, publishedAt } = timed(page, dated, ground);
  const assembled = assemble(paragraphs);
  const { published, modified, modifiedAt, captured, notes } = dated;
  return done(
    {
      id: contentId('r', [url ?? origin.outlet, assembled.text]),
      file: item.file,
      url,
      ...origin,
      title: page.title ?? given(item.given.title),
      byline: joinNames(authorsOf(item, page)) ?? readByline(page.bylines),
      ...{ published, publishedAt, modified, modifiedAt, captured, retrieved: ground.retrieved },
      ...assembled,
      cut: [...assembled.cut, ...(item.cut ?? [])],
      language: detectLanguage(assembled.text.slice(assembled.bodyStart)),
      originalHash: hashBytes(item.original ?? item.bytes),
    },
    notes,
  );
};

/**
 * Takes in one item: decodes, extracts, normalises, dates, names its outlet.
 * Refusals: `empty-report`, `binary-file`, `unreadable-encoding`, `no-article`. Formats, "whoholds read"; reading guide, "Dates".
 */
export const intake = (item: Item, ground: Ground): Outcome<Report> => {
  const decoded = decodeBytes(item.bytes, item.form, { file: item.file, charset: item.given.charset ?? null });
  if (!decoded.ok) return decoded;
  if (normaliseText(decoded.value.text).trim() === '')
    return refuse('empty-report', item, `${item.file} has no text at all.`);
  const page = item.form === 'html' ? extractArticle(decoded.value.text) : extractText(decoded.value.text);
  if (!page.paragraphs.some(({ cut, text, kind }) => cut === null && kind !== 'headline' && /[\p{L}\p{N}]/u.test(text)))
    return item.form === 'html'
      ? refuse('no-article', item, `${item.file} has markup but no article text.`)
      : refuse('empty-report', item, `${item.file} has no sentence besides page furniture.`);
  const built = build(item, page, ground);
  return built.ok ? done(built.value, [...decoded.notes, ...built.notes]) : built;
};
