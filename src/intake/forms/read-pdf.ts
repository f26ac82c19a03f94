// A PDF with a text layer to one report. Invariant: pages that are pictures are refused as such, never read as an empty report.
import { done } from '../../model/outcome.ts';
import type { Given, Source } from '../item.ts';
import { type Content, damagedBy, refuseItem, tooLarge, Unreadable, type Visit, wholeOf } from './form.ts';
import { Growth } from './growth.ts';
import { measureStreams } from './pdf-growth.ts';
import { type Glyphs, paragraphsOf } from './pdf-lines.ts';

type Document = Awaited<ReturnType<typeof import('unpdf').getDocumentProxy>>;

const openDocument = async (bytes: Uint8Array, file: string): Promise<Document> => {
  const { getDocumentProxy } = await import('unpdf');
  try {
    // pdf.js takes the bytes for itself: it is given a copy. It tells of every flaw on the console: verbosity 0 keeps it silent.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, useSystemFonts: false });
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException')
      throw new Unreadable('locked', `${file} is locked by a password.`, cause);
    throw damagedBy(cause, file);
  }
};

const glyphsOf = async (document: Document, number: number): Promise<readonly Glyphs[]> => {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const glyphs = items.flatMap((item): Glyphs[] => {
    if (!('str' in item)) return [];
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(a, b) || item.height, endsLine: item.hasEOL }];
  });
  page.cleanup();
  return glyphs;
};

/** "D:20210623101500+04'30'" as an instant. */
const pdfDate = (written: unknown): string | null => {
  const [, year, month, day, hours = '00', minutes = '00', seconds = '00', zone = 'Z', east = '00', extra = '00'] =
    /^D:(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?(\d{2})?(?:([Zz+-])(\d{2})?'?(\d{2})?)?/.exec(String(written)) ?? [];
  if (year === undefined) return null;
  const offset = /[+-]/.test(zone) ? `${zone}${east}:${extra}` : 'Z';
  const at = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}${offset}`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString().replace('.000Z', 'Z');
};

const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

const givenOf = async (document: Document, given: Given): Promise<Given> => {
  const { info } = await document.getMetadata().catch(() => ({ info: {} })); // converted: nothing is known of it then
  const of = info as Readonly<Record<string, unknown>>;
  return {
    ...given,
    title: given.title ?? textIn(of.Title),
    author: given.author ?? textIn(of.Author),
    modified: given.modified ?? pdfDate(of.ModDate) ?? pdfDate(of.CreationDate),
  };
};

const pagesOf = async (document: Document, file: string): Promise<readonly (readonly Glyphs[])[]> => {
  const pages: (readonly Glyphs[])[] = [];
  try {
    for (let number = 1; number <= document.numPages; number += 1) pages.push(await glyphsOf(document, number));
  } catch (cause) {
    throw damagedBy(cause, file);
  }
  return pages;
};

export async function* readPdf(content: Content, visit: Visit): Source {
  const { file } = content;
  const { limits } = visit;
  const original = await wholeOf(content.chunks, limits.itemBytes);
  if (original === null) return yield tooLarge(file, limits.itemBytes);
  await measureStreams(original, file, new Growth(visit, file));
  const document = await openDocument(original, file);
  try {
    const paragraphs = paragraphsOf(await pagesOf(document, file));
    const given = await givenOf(document, content.given);
    if (paragraphs.length === 0)
      return yield refuseItem('no-text-layer', file, `${file} has ${document.numPages} pages and no words on them.`);
    const bytes = new TextEncoder().encode(paragraphs.join('\n\n'));
    yield done({ file, bytes, form: 'text', given, original });
  } finally {
    await document.loadingTask.destroy();
  }
}
