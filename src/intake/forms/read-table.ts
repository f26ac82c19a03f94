// Tables (CSV, TSV) and lines of records (JSON Lines): a report a row.
// Invariant: a row that is no report is refused by its number; a file beside reports that has none at all is passed over.
import { done, type Outcome, refused } from '../../model/outcome.ts';
import type { Item, Source } from '../item.ts';
import { splitLines } from '../split-lines.ts';
import { type Mapping, mapColumns, type Row, reportOf } from './columns.ts';
import { openTable } from './csv-rows.ts';
import { type Content, memberName, refuseItem, type Visit } from './form.ts';
import { parseJson } from './parse-feed.ts';

const tooLargeRow = ({ file }: Content, row: { what: string; number: number }, limit: number): Outcome<Item> =>
  refuseItem(
    'too-large',
    memberName(file, String(row.number)),
    `${row.what} ${row.number} of ${file} is larger than the limit of ${limit} bytes.`,
  );

const refuseTable = ({ file }: Content, names: readonly string[]): Outcome<Item> =>
  refuseItem(
    'not-a-report',
    file,
    `${file} has no column of words among ${names.slice(0, 12).join(', ') || 'none at all'}; say which with --columns text=NAME.`,
  );

const refuseOpen = ({ file }: Content, number: number): Outcome<Item> =>
  refuseItem(
    'damaged',
    memberName(file, String(number)),
    `row ${number} of ${file} opens a quotation mark that nothing closes.`,
  );

const rowItem = (content: Content, number: number, row: { cells: Row; mapping: Mapping }): Outcome<Item> => {
  const report = reportOf(row.cells, row.mapping, content.given);
  if (report === null)
    return refuseItem(
      'not-a-report',
      memberName(content.file, String(number)),
      `row ${number} of ${content.file} has no words.`,
    );
  return done({ ...report, file: memberName(content.file, report.given.id ?? String(number)) });
};

export async function* readTable(content: Content, { limits, columns }: Visit): Source {
  const { names, rows } = await openTable(content.chunks, limits.itemBytes);
  const mapping = mapColumns(names, columns);
  if (mapping === null) {
    if (content.isNamed) yield refuseTable(content, names);
    return;
  }
  let number = 1;
  for await (const row of rows) {
    number += 1;
    if (row === 'too-large') yield tooLargeRow(content, { what: 'row', number }, limits.itemBytes);
    else if (row === 'open') yield refuseOpen(content, number);
    else {
      const cells = Object.fromEntries(names.map((name, i) => [name, row[i] ?? '']));
      yield rowItem(content, number, { cells, mapping });
    }
  }
}

const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A line's own fields are found by their names, each line by itself: records may differ. */
const recordItem = (content: Content, line: { text: string; number: number }, { columns }: Visit): Outcome<Item> => {
  const { file, given } = content;
  const [name, where] = [memberName(file, String(line.number)), `line ${line.number} of ${file}`];
  const value = parseJson(line.text);
  const refuse = (reason: string): Outcome<Item> => {
    const made = refuseItem('not-a-report', name, reason);
    return made.ok ? made : refused(made.refusal, new TextEncoder().encode(line.text));
  };
  if (!isRecord(value)) return refuse(`${where} is not a JSON object.`);
  const mapping = mapColumns(Object.keys(value), columns);
  const report = mapping === null ? null : reportOf(value, mapping, given);
  if (report === null)
    return refuse(`${where} has neither "text" nor "html"; say which field has the words with --columns text=NAME.`);
  return done({ ...report, file: memberName(file, report.given.id ?? String(line.number)) });
};

export async function* readRecords(content: Content, visit: Visit): Source {
  const limit = visit.limits.itemBytes;
  let number = 0;
  let isOfReports = content.isNamed;
  for await (const text of splitLines(content.chunks, limit)) {
    number += 1;
    if (text !== null && text.trim() === '') continue;
    const item =
      text === null
        ? tooLargeRow(content, { what: 'line', number }, limit)
        : recordItem(content, { text, number }, visit);
    isOfReports ||= item.ok;
    if (!isOfReports) return;
    yield item;
  }
}
