// whoholds report: one report of the ledger, what was read in it, and what it lacks of the report that it copies.
import { Fault } from '../model/outcome.ts';
import { wholeReportRecord } from '../publishing/report-records.ts';
import { reportText } from '../publishing/report-tables.ts';
import { type LedgerOptions, withLedger } from './open-ledger.ts';
import { type ExitStatus, print, printRecord } from './terminal.ts';

export const reportCommand = (id: string, options: LedgerOptions & { readonly json?: boolean }): Promise<ExitStatus> =>
  withLedger(options, 'read', async (whoholds) => {
    const found = await whoholds.report(id);
    if (found === null)
      throw new Fault('usage', `No report has the id “${id}”.`, {
        expected: ['an id as `whoholds why` shows it behind each sentence'],
      });
    await (options.json ? printRecord(wholeReportRecord(found)) : print(reportText(found)));
    return 0;
  });
