// A table of separated values to its rows, as it streams, in any encoding.
// Invariant: a row beyond the limit comes out as null and the next ones still come; an open quotation mark ends at the limit, not at the file's end.

import { decodeBytes } from '../decode-bytes.ts';
import { late } from '../load-late.ts';
import { peek } from './peek.ts';

const csv = late<typeof import('csv-parse/sync')>('csv-parse/sync');
const iconv = late<typeof import('iconv-lite')>('iconv-lite');

/** Text of a stream, in the encoding that its start shows. */
async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const start = await peek(chunks, 65_536);
  const seen = decodeBytes(start.head, 'text', { file: 'table' });
  const decoder = iconv().getDecoder(seen.ok ? seen.value.encoding : 'utf-8');
  for await (const chunk of start.chunks) yield decoder.write(Buffer.from(chunk));
  yield decoder.end() ?? '';
}

/** Lines that are whole rows: a line break within quotation marks ends none. */
async function* rowTexts(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<string | null> {
  let held = '';
  let isOpen = false;
  let at = 0;
  let isTooLarge = false;
  for await (const text of decoded(chunks)) {
    held += text;
    for (let end = nextMark(held, at); end >= 0; end = nextMark(held, at)) {
      at = end + 1;
      if (held[end] === '"') isOpen = !isOpen;
      else if (!isOpen || end > limit) {
        yield isTooLarge || end > limit ? null : held.slice(0, end).replace(/\r$/, '');
        held = held.slice(at);
        [at, isOpen, isTooLarge] = [0, false, false];
      }
    }
    at = held.length;
    if (held.length > limit) {
      isTooLarge = true;
      // From here on a line's end is a row's end: the quotation mark was never closed.
      isOpen = false;
      [held, at] = ['', 0];
    }
  }
  if (held.trim() !== '' || isTooLarge) yield isTooLarge ? null : held;
}

const MARK = /["\n]/g;

const nextMark = (text: string, from: number): number => {
  MARK.lastIndex = from;
  return MARK.exec(text)?.index ?? -1;
};

const DELIMITERS = [',', ';', '\t', '|'];

/** The one that the header has most of. */
const delimiterOf = (header: string): string =>
  DELIMITERS.map((each) => ({ each, count: header.split(each).length })).sort((a, b) => b.count - a.count)[0]?.each ??
  ',';

/** `open`: a quotation mark that nothing closes. */
export type TableRow = readonly string[] | 'too-large' | 'open';

export interface Table {
  readonly names: readonly string[];
  readonly rows: AsyncIterable<TableRow>;
}

const cellsOf = (text: string, delimiter: string): readonly string[] | 'open' => {
  try {
    const options = { delimiter, bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true };
    return csv().parse(text, options)[0] ?? [];
  } catch {
    return 'open'; // converted: with the options above nothing else is a fault of a row's
  }
};

async function* cells(rows: AsyncIterator<string | null>, delimiter: string): AsyncGenerator<TableRow> {
  try {
    for (let next = await rows.next(); !next.done; next = await rows.next())
      if (next.value === null) yield 'too-large';
      else if (next.value.trim() !== '') yield cellsOf(next.value, delimiter);
  } finally {
    await rows.return?.();
  }
}

export const openTable = async (chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Table> => {
  const rows = rowTexts(chunks, limit);
  const header = (await rows.next()).value ?? '';
  const delimiter = delimiterOf(header);
  const names = cellsOf(header, delimiter);
  return { names: names === 'open' ? [] : names.map((name) => name.trim()), rows: cells(rows, delimiter) };
};
