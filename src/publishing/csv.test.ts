import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from './csv.ts';

describe('a CSV line', () => {
  it('comes back from another reader as it was', () => {
    const text = fc.string().filter((words) => !/^[=+\-@\t\r]/.test(words));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2 }), (values) => {
        const [row] = parse(csvLine(values), { bom: false, record_delimiter: '\r\n' }) as string[][];
        return JSON.stringify(row) === JSON.stringify(values);
      }),
    );
  });

  it('never hands a spreadsheet a formula', () => {
    expect(csvLine(['=cmd()', '@x', '-1+2', -1.5, null])).toBe("'=cmd(),'@x,'-1+2,-1.5,\r\n");
  });
});
