import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitCsv } from './split-csv.ts';

const fieldsOf = (text: string): readonly (readonly string[])[] => splitCsv(text).records.map(({ fields }) => fields);

test('fields are parted by commas and records by lines of any kind', () => {
  expect(fieldsOf('a,b\nc,\r\n,d\re,f')).toEqual([
    ['a', 'b'],
    ['c', ''],
    ['', 'd'],
    ['e', 'f'],
  ]);
});

test('quotes hold commas, line breaks and doubled quotes, and the next record still knows its line', () => {
  const { records } = splitCsv('a,"b, ""c""\nd"\ne,f\n');
  expect(records).toEqual([
    { line: 1, fields: ['a', 'b, "c"\nd'] },
    { line: 3, fields: ['e', 'f'] },
  ]);
});

test('a byte order mark and empty lines are no records', () => {
  expect(fieldsOf('\uFEFFa,b\n\n\nc,d\n\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('an empty text has no records', () => {
  expect(splitCsv('')).toEqual({ records: [], wrongLine: null });
});

test('a quote that is never closed is told by its line', () => {
  expect(splitCsv('a,b\nc,"d\ne').wrongLine).toBe(2);
});

test('any fields that were quoted come back, as csv-parse reads them too', () => {
  const record = fc.array(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', 'é') }), {
    minLength: 2,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.array(record, { maxLength: 5 }), (records) => {
      const text = records
        .map((fields) => fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(','))
        .join('\n');
      expect(fieldsOf(text)).toEqual(records);
      expect(fieldsOf(text)).toEqual(parse(text, { relax_column_count: true }));
    }),
  );
});
