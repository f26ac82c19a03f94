// whoholds aggregates: numbers about many places, each held against what the ledger would count.

import { reconciliationsText } from '../publishing/reconciliation-tables.ts';
import { reconciliationRecord } from '../publishing/records.ts';
import { type AskOptions, ask, cutFrom } from './ask.ts';
import { dayFrom } from './moment.ts';
import { type ExitStatus, print, printRecord } from './terminal.ts';

export const aggregatesCommand = (options: AskOptions): Promise<ExitStatus> =>
  ask(options, async (whoholds) => {
    const on = options.on === undefined ? null : dayFrom('--on', options.on);
    const all = await whoholds.reconcile({ on, ...cutFrom(options, whoholds) });
    if (options.json) for (const one of all) await printRecord(reconciliationRecord(one));
    else if (all.length === 0) await print('No number about many places is told of such a day by then.');
    else await print(reconciliationsText(all));
    return 0;
  });
