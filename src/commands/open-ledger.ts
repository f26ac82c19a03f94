// Opens the ledger that the flags mean, runs one command on it and closes it, whatever happens.

import { homeFolder, ledgerSetting, theatreSetting } from '../settings.ts';
import { withBoundaries } from '../theatre/boundaries.ts';
import { loadTheatre } from '../theatre/load.ts';
import { openWhoholds, type Whoholds } from '../whoholds.ts';
import { parametersFrom } from './read-parameters.ts';
import { type ExitStatus, tell } from './terminal.ts';

export interface LedgerOptions {
  readonly theatre?: string;
  readonly ledger?: string;
  readonly parameters?: string;
}

export const withLedger = async (
  options: LedgerOptions,
  purpose: 'read' | 'write',
  run: (whoholds: Whoholds) => Promise<ExitStatus>,
): Promise<ExitStatus> => {
  const theatre = withBoundaries(loadTheatre(theatreSetting(options.theatre)), homeFolder(process.env));
  const parameters = parametersFrom(options.parameters);
  const whoholds = await openWhoholds({
    ...{ theatre, ledger: ledgerSetting(options.ledger), purpose, notice: tell },
    ...(parameters === null ? {} : { parameters }),
  });
  try {
    return await run(whoholds);
  } finally {
    await whoholds.close();
  }
};
