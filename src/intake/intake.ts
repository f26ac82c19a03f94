// The stage's verb: a raw item to a Report, or a refusal. Pure: the same bytes and ground give the same report.
// Invariant: all normalising happens before any offset is taken; the original is named by its hash and kept by the caller.
import { done, type Note, type Outcome, type RefusalCode, refused } from '../model/outcome.ts';
import type { Report } from '../model/report.ts';
import { contentId, hashBytes } from '../model/text.ts';
import type { Outlet, Theatre } from '../model/theatre.ts';
import type { Instant } from '../model/time.ts';
import { dateReport } from './date-report.ts';
import { decodeBytes } from './decode-bytes.ts';
import { detectLanguage } from './detect-language.ts';
import { extractArticle } from './extract-article.ts';
import { extractText } from './extract-text.ts';
import { findOrigin } from './find-outlet.ts';
import { normaliseText } from './normalise-text.ts';
import { type Assembled, assemble, type Page } from './paragraphs.ts';
import type { Item } from './sources.ts';

export interface Ground {
  /** IANA name: the theatre's, in which an instant falls on a day. */
  readonly timezone: string;
  readonly period: Theatre['period'];
  readonly outlets: readonly Outlet[];
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

const build = (
  item: Item,
  ground: Ground,
  read: { page: Page; assembled: Assembled },
): { report: Report; notes: readonly Note[] } => {
  const { page, assembled } = read;
  const body = assembled.text.slice(assembled.bodyStart);
  const tail = assembled.cut.map(({ text }) => text);
  const { outlet, agency } = findOrigin(
    {
      given: given(item.given.outlet),
      recorded: page.recorded.outlets,
      mastheads: page.mastheads,
      bylines: page.bylines,
      opening: body.slice(0, 200),
      tail,
    },
    ground.outlets,
  );
  const order = ground.outlets.find(({ name }) => name === outlet)?.dateOrder ?? null;
  const dated = dateReport(
    { given: given(item.given.published), recorded: page.recorded.dates, lines: page.dateLines, text: assembled.text },
    { ...ground, order },
  );
  const url = given(item.given.url) ?? page.recorded.url;
  const report: Report = {
    id: contentId('r', [url ?? outlet, assembled.text]),
    file: item.file,
    url,
    outlet,
    title: page.title ?? given(item.given.title),
    published: dated.published,
    publishedAt: dated.publishedAt,
    retrieved: ground.retrieved,
    ...assembled,
    agency,
    language: detectLanguage(body),
    originalHash: hashBytes(item.bytes),
  };
  return { report, notes: dated.notes };
};

/**
 * Takes in one item: decodes, extracts, normalises, dates, names its outlet.
 * Refusals: `empty-report`, `binary-file`, `unreadable-encoding`, `no-article`. Formats, "whoholds read"; reading guide, "Dates".
 */
export const intake = (item: Item, ground: Ground): Outcome<Report> => {
  const decoded = decodeBytes(item.bytes, item.form, item.file);
  if (!decoded.ok) return decoded;
  if (normaliseText(decoded.value.text).trim() === '')
    return refuse('empty-report', item, `${item.file} has no text at all.`);
  const page = item.form === 'html' ? extractArticle(decoded.value.text) : extractText(decoded.value.text);
  const assembled = assemble(page.paragraphs);
  if (!/[\p{L}\p{N}]/u.test(assembled.text))
    return item.form === 'html'
      ? refuse('no-article', item, `${item.file} has markup but no article text.`)
      : refuse('empty-report', item, `${item.file} has no words besides page furniture.`);
  const { report, notes } = build(item, ground, { page, assembled });
  return done(report, [...decoded.notes, ...notes]);
};
