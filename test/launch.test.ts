// The command's start: under this Node, handed over by an older one, and without any that is new enough.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/source-files.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A package whose launcher thinks this Node too old; `node` is what stands in its node_modules, if anything. */
const oldPackage = (node: string | null): string => {
  const folder = mkdtempSync(join(tmpdir(), 'whoholds-launch-'));
  folders.push(folder);
  cpSync(join(ROOT, 'bin'), join(folder, 'bin'), { recursive: true });
  const launcher = join(folder, 'bin', 'whoholds.js');
  const text = readFileSync(launcher, 'utf8');
  writeFileSync(launcher, text.replace('NEEDED = 24', 'NEEDED = process.env.WHOHOLDS_STARTED_BY ? 24 : 9999'));
  if (node !== null) {
    mkdirSync(join(folder, 'node_modules', 'node', 'bin'), { recursive: true });
    writeFileSync(join(folder, 'node_modules', 'node', 'bin', 'node'), node);
    chmodSync(join(folder, 'node_modules', 'node', 'bin', 'node'), 0o755);
  }
  return launcher;
};
const THIS_NODE = `#!/bin/sh\nexec "${process.execPath}" "$@"\n`;
const script = (body: string): string => `#!/bin/sh\nshift\n${body}\n`;
const run = (launcher: string, words: readonly string[]) =>
  spawnSync(process.execPath, [launcher, ...words], { encoding: 'utf8' });
const started = async (launcher: string): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [launcher], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return child;
};

describe('whoholds', () => {
  it('starts under this Node with nothing on standard error', () => {
    const { stdout, stderr, status } = run(join(ROOT, 'bin', 'whoholds.js'), ['--version']);
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect({ stdout, stderr, status }).toEqual({ stdout: `${version}\n`, stderr: '', status: 0 });
  });

  it('hands over from an older Node with its arguments and its exit status', () => {
    const { stdout, status } = run(oldPackage(script('echo "$@"; exit 7')), ['read', 'a b', '--json']);
    expect({ stdout, status }).toEqual({ stdout: 'read a b --json\n', status: 7 });
  });

  it('dies of the signal that ended the Node it handed over to', () => {
    expect(run(oldPackage(script('kill -TERM $$')), []).signal).toBe('SIGTERM');
  });

  it('passes a signal on, and ends as the other does', async () => {
    const body = `exec "${process.execPath}" -e "process.on('SIGTERM', () => process.exit(5)); setInterval(() => {}, 1000); console.log('ready')"`;
    const child = await started(oldPackage(script(body)));
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(5);
  });

  it('leaves nothing running where it is killed', async () => {
    const launcher = oldPackage(THIS_NODE);
    mkdirSync(join(launcher, '..', '..', 'src'));
    const cli = `export const main = () => { setInterval(() => {}, 1000); console.log('ready'); };`;
    writeFileSync(join(launcher, '..', '..', 'src', 'cli.ts'), cli);
    const child = await started(launcher);
    child.kill('SIGKILL');
    // 'close' comes only when the last process that holds the output has ended.
    expect(await new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)))).toBe('SIGKILL');
  });

  it('starts plainly where Node refuses the snapshot, or the snapshot was cut short', () => {
    const launcher = oldPackage('#!/bin/sh\ncase "$1" in --*) echo tried; exit 14;; esac\necho plainly\n');
    const root = join(launcher, '..', '..');
    mkdirSync(join(root, 'src'));
    writeFileSync(join(root, 'package-lock.json'), '{}');
    const { snapshotPath, sizePath } = createRequire(launcher)(
      './find-built.js',
    ) as typeof import('../bin/find-built.js');
    const snapshot = snapshotPath(join(root, 'node_modules', 'node', 'bin', 'node'));
    mkdirSync(join(snapshot, '..'), { recursive: true });
    writeFileSync(snapshot, 'nine bytes');
    utimesSync(snapshot, new Date(), new Date(Date.now() + 60_000));
    writeFileSync(sizePath(snapshot), '10');
    expect(run(launcher, ['read', 'x'])).toMatchObject({ stdout: 'tried\nplainly\n', status: 0 });
    writeFileSync(sizePath(snapshot), '11');
    expect(run(launcher, ['read', 'x'])).toMatchObject({ stdout: 'plainly\n', status: 0 });
  });

  it('says in one sentence what it needs where no Node is new enough', () => {
    const { stdout, stderr, status } = run(oldPackage(null), ['read']);
    expect({ stdout, status }).toEqual({ stdout: '', status: 3 });
    expect(stderr).toMatch(/^whoholds needs Node 9999 or newer; this is Node [\d.]+\.\n$/);
  });
});
