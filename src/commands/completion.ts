// Shell completion, written from the program's own commands and flags, so that it cannot go stale.
import type { Command } from 'commander';
import { Fault } from '../model/outcome.ts';
import { type ExitStatus, print } from './terminal.ts';

/** A command's flags, or the commands below it with theirs. */
const wordsOf = (command: Command): readonly string[] => [
  ...command.options.map((option) => option.long ?? option.short ?? ''),
  ...new Set(command.commands.flatMap((below) => [below.name(), ...wordsOf(below)])),
];

const bash = (program: Command): string => {
  const cases = program.commands.map((command) => `    ${command.name()}) words="${wordsOf(command).join(' ')}" ;;`);
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

const described = (text: string): string => `-d '${text.replaceAll("'", '')}'`;

/** A command where `when` holds, its flags after its name, and so on below it. */
const fishLines = (command: Command, when: string): readonly string[] => {
  const after = `'__fish_seen_subcommand_from ${command.name()}'`;
  return [
    `complete -c whoholds -n ${when} -a ${command.name()} ${described(command.description())}`,
    ...command.options.map(
      (option) =>
        `complete -c whoholds -n ${after} -l ${(option.long ?? '').slice(2)} ${described(option.description)}`,
    ),
    ...command.commands.flatMap((below) => fishLines(below, after)),
  ];
};

const fish = (program: Command): string => {
  return program.commands.flatMap((command) => fishLines(command, '__fish_use_subcommand')).join('\n');
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
