// Shell completion, written from the program's own commands and flags, so that it cannot go stale.
import type { Command } from 'commander';
import { Fault } from '../model/outcome.ts';
import { type ExitStatus, print } from './terminal.ts';

const flagsOf = (command: Command): string[] => command.options.map((option) => option.long ?? option.short ?? '');

const bash = (program: Command): string => {
  const cases = program.commands.map((command) => `    ${command.name()}) words="${flagsOf(command).join(' ')}" ;;`);
  const names = program.commands.map((command) => command.name()).join(' ');
  return `_whoholds() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words="${names}"
  if [ "$COMP_CWORD" -gt 1 ]; then case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac; fi
  COMPREPLY=( $(compgen -W "$words" -- "$current") $(compgen -f -- "$current") )
}
complete -F _whoholds whoholds`;
};

const zsh = (program: Command): string => `autoload -U +X bashcompinit && bashcompinit\n${bash(program)}`;

const fish = (program: Command): string => {
  const lines = program.commands.flatMap((command) => [
    `complete -c whoholds -n __fish_use_subcommand -a ${command.name()} -d '${command.description().replaceAll("'", '')}'`,
    ...command.options.map(
      (option) =>
        `complete -c whoholds -n '__fish_seen_subcommand_from ${command.name()}' -l ${(option.long ?? '').slice(2)} -d '${option.description.replaceAll("'", '')}'`,
    ),
  ]);
  return lines.join('\n');
};

const WRITERS: Readonly<Record<string, (program: Command) => string>> = { bash, zsh, fish };

export const completionCommand = async (shell: string, program: Command): Promise<ExitStatus> => {
  const write = WRITERS[shell];
  if (write === undefined) {
    throw new Fault('usage', `No completion for the shell “${shell}”.`, { expected: Object.keys(WRITERS) });
  }
  await print(write(program));
  return 0;
};
