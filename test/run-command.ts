// Runs the command line as a user does, without stopping this process: servers that a test started can answer it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ROOT } from '../scripts/source-files.ts';

export const startCommand = (words: readonly string[], home: string) =>
  spawn(process.execPath, [join(ROOT, 'bin', 'whoholds.js'), ...words], {
    env: { ...process.env, WHOHOLDS_HOME: home, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

export const endOf = async (child: ReturnType<typeof startCommand> & ChildProcess): Promise<Ran> => {
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { stdout, stderr, status: child.exitCode };
};

export const runCommand = (words: readonly string[], home: string): Promise<Ran> => endOf(startCommand(words, home));

export const linesOf = <T>(stdout: string): readonly T[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
