// What the definitions of commands share: flags from the settings, and how a command's file is run.
import { type Command, Option } from 'commander';
import { SETTINGS, type Setting, type SettingName } from '../settings.ts';
import { type ExitStatus, reportFault } from './terminal.ts';

export const CUT: readonly SettingName[] = ['asOf', 'seq'];
export const LEDGER: readonly SettingName[] = ['theatre', 'ledger', 'parameters'];

const optionOf = (name: SettingName): Option => {
  const { flags, help, variable }: Setting = SETTINGS[name];
  return new Option(flags, variable === null ? help : `${help} [${variable}]`);
};

export const withSettings = (command: Command, names: readonly SettingName[]): Command => {
  for (const name of names) command.addOption(optionOf(name));
  return command;
};

/** The same, for flags that the command cannot do without. */
export const needing = (command: Command, names: readonly SettingName[]): Command => {
  for (const name of names) command.addOption(optionOf(name).makeOptionMandatory());
  return command;
};

/** Runs a command's file and ends with its exit status; a fault becomes one sentence. */
export const run = (load: () => Promise<ExitStatus>): Promise<void> =>
  load()
    .catch(reportFault)
    .then((status) => {
      process.exitCode = status;
    });
