// Splits CSV text (RFC 4180) into records of fields, each with the line it begins on. Quotes may hold commas and line breaks.
// Invariant: text is walked once; a quote that is never closed is the only thing that is no CSV.

export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

// One field and what ends it: quoted with doubled quotes inside, or plain up to a comma or the end of the line.
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n][^,\r\n]*)?)(,|\r?\n|\r|$)/y;

const linesIn = (text: string): number => text.split('\n').length - 1;

/** The records, without those that are an empty line; or the line of the field that is no CSV. */
export const splitCsv = (text: string): { records: readonly CsvRecord[]; wrongLine: number | null } => {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let line = 1;
  let begins = 1;
  FIELD.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (FIELD.lastIndex < text.length || fields.length > 0) {
    const match = FIELD.exec(text);
    if (match === null) return { records, wrongLine: line };
    const [whole, quoted, plain = '', end = ''] = match;
    fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (quoted !== undefined || end !== ',') line += linesIn(whole);
    if (end === ',') continue;
    if (fields.length > 1 || fields[0] !== '') records.push({ line: begins, fields });
    fields = [];
    begins = line;
  }
  return { records, wrongLine: null };
};
