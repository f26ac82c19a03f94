// The commands under `whoholds refusals`: what could not be used, with its original, and another try.
import type { Command } from 'commander';
import type { SettingName } from '../settings.ts';
import { LEDGER, run, withSettings } from './program.ts';

const HELP = `
What could not be used is kept with its bytes as they came. After a fix (a new version, a better gazetteer, a raised
limit) it can be tried again; what gives a report then leaves quarantine.

Examples:
  whoholds refusals list
  whoholds refusals show ID --raw > original.bin
  whoholds refusals retry ID
  whoholds refusals retry --all --json`;

const loaded = () => import('./refusals.ts');

/** `input`: what the sources of an item may need that has to be opened again. */
export const addRefusals = (program: Command, input: readonly SettingName[]): void => {
  const refusals = program
    .command('refusals')
    .description('what could not be used: listed, shown with its original, tried again')
    .addHelpText('after', HELP);
  withSettings(refusals.command('list', { isDefault: true }), [...LEDGER, 'limit', 'json'])
    .description('all that is refused, newest first')
    .action((options) => run(async () => (await loaded()).listCommand(options)));
  withSettings(refusals.command('show <id>'), [...LEDGER, 'raw', 'json'])
    .description('one refusal with its original')
    .action((id, options) => run(async () => (await loaded()).showCommand(id, options)));
  withSettings(refusals.command('retry [ids...]'), [...LEDGER, ...input, 'allRefusals', 'json'])
    .description('try items again from the bytes that were kept')
    .action((ids, { all, ...options }) => run(async () => (await loaded()).retryCommand(ids, { ...options, all })));
};
