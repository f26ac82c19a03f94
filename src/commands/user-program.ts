// The commands under `whoholds user`: who may sign in on the page.
import type { Command } from 'commander';
import { needing, run, withSettings } from './program.ts';

const HELP = `
Without an account the page can only be read. A password is asked for, or taken from a pipe's first line.
An analyst acts on the evidence; an editor may approve what another proposed as well.

Examples:
  whoholds user add "Ada Finch" --role editor
  whoholds user list`;

const loaded = () => import('./user.ts');

export const addUser = (program: Command): void => {
  const user = program
    .command('user')
    .description('say who may sign in on the page, and as what')
    .addHelpText('after', HELP);
  needing(user.command('add <name>'), ['accountRole'])
    .description('add an account')
    .action((name, options) => run(async () => (await loaded()).addUserCommand(name, options)));
  withSettings(user.command('list'), ['json'])
    .description('all accounts')
    .action((options) => run(async () => (await loaded()).listUsersCommand(options)));
  user
    .command('password <name>')
    .description('give an account another password')
    .action((name) => run(async () => (await loaded()).passwordCommand(name)));
  needing(user.command('role <name>'), ['accountRole'])
    .description('give an account another role')
    .action((name, options) => run(async () => (await loaded()).roleCommand(name, options)));
  user
    .command('remove <name>')
    .description('take an account away; what was done under its name stays')
    .action((name) => run(async () => (await loaded()).removeUserCommand(name)));
};
