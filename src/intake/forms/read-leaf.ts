// The forms that are one report: plain text, an HTML page, Markdown.
// Invariant: the bytes as they came stay the original, whatever is made of them.
import { done } from '../../model/outcome.ts';
import { decodeBytes } from '../decode-bytes.ts';
import type { Given, Item, Source } from '../item.ts';
import { isoDate } from './feed-dates.ts';
import { type Content, tooLarge, type Visit, wholeOf } from './form.ts';
import { escapeHtml, withHeading } from './with-headline.ts';

const asItIs = (form: Item['form']) =>
  async function* (content: Content, { limits }: Visit): Source {
    const bytes = await wholeOf(content.chunks, limits.itemBytes);
    yield bytes === null
      ? tooLarge(content.file, limits.itemBytes)
      : done({ file: content.file, bytes, form, given: content.given });
  };

export const readText = asItIs('text');
export const readPage = asItIs('html');

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** `key: value` lines at the start, as site generators keep what is known of a page. */
const frontMatter = (text: string): { readonly fields: ReadonlyMap<string, string>; readonly body: string } => {
  const [whole = '', head = ''] = FRONT_MATTER.exec(text) ?? [];
  const fields = new Map<string, string>();
  for (const line of head.split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([A-Za-z][\w-]*)\s*:\s*(.+)$/.exec(line) ?? [];
    if (name !== '') fields.set(name.toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/, '$2'));
  }
  return { fields, body: text.slice(whole.length) };
};

const firstOf = (fields: ReadonlyMap<string, string>, ...names: readonly string[]): string | null =>
  names.map((name) => fields.get(name)).find((value) => value !== undefined && value !== '') ?? null;

const dateIn = (words: string | null): string | null => (words === null ? null : (isoDate(words) ?? words));

const givenIn = (fields: ReadonlyMap<string, string>, given: Given): Given => ({
  ...given,
  published: given.published ?? dateIn(firstOf(fields, 'date', 'published', 'pubdate')),
  modified: given.modified ?? dateIn(firstOf(fields, 'lastmod', 'updated', 'modified')),
  title: given.title ?? firstOf(fields, 'title'),
  author: given.author ?? firstOf(fields, 'author', 'by'),
  outlet: given.outlet ?? firstOf(fields, 'outlet', 'source', 'publisher'),
  url: given.url ?? firstOf(fields, 'url', 'link', 'canonical'),
});

const pageOf = (title: string | null, html: string): Uint8Array => {
  const head = title === null ? '' : `<title>${escapeHtml(title)}</title>`;
  return new TextEncoder().encode(
    `<!doctype html><html><head>${head}</head><body><article>\n${withHeading(title, html)}\n</article></body></html>\n`,
  );
};

const MOST_MARKS = 3_000;
const NESTED = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]*){40}/m;

/** Marks that no person wrote cost a reader of Markdown the square of their number: such a text is left as it stands. */
const isWritten = (body: string): boolean =>
  !NESTED.test(body) &&
  body.split(/\n\s*\n/).every((block) => (block.match(/[[\]*_`<>~!]/g)?.length ?? 0) < MOST_MARKS);

export async function* readMarkdown(content: Content, { limits }: Visit): Source {
  const bytes = await wholeOf(content.chunks, limits.itemBytes);
  if (bytes === null) return yield tooLarge(content.file, limits.itemBytes);
  const decoded = decodeBytes(bytes, 'text', { file: content.file, charset: content.given.charset ?? null });
  if (!decoded.ok) return yield decoded;
  const { marked } = await import('marked');
  const { fields, body } = frontMatter(decoded.value.text);
  const given = givenIn(fields, content.given);
  if (!isWritten(body))
    return yield done(
      { file: content.file, bytes, form: 'text', given: givenIn(fields, content.given) },
      decoded.notes,
    );
  const html = marked.parse(body, { async: false, gfm: true });
  yield done(
    { file: content.file, bytes: pageOf(given.title, html), form: 'html', given, original: bytes },
    decoded.notes,
  );
}
