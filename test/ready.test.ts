// The start that stands ready in a snapshot answers as the plain one does, and never with what has changed since.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSnapshot } from '../bin/find-built.js';
import { ROOT } from '../scripts/source-files.ts';
import { utf8, zipOf } from './made-archives.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'whoholds-ready-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const WORDS = 'The Reds have taken the town of Ashford in Northmark, spokesman Ivo Hale said on Wednesday.';
const PAGE = `<!doctype html><html><body><article><h1>Reds take Ashford</h1><p>${WORDS}</p><p>Nobody was hurt.</p></article></body></html>`;
const FRENCH =
  'Les rebelles ont pris la ville hier soir, a déclaré un porte-parole de l’armée, et les habitants fuient vers le sud du pays.';

/** Flags of Node's own make the launcher start plainly. */
const PLAINLY = '--no-warnings';
const answer = (words: readonly string[], options: { input?: string; plainly?: boolean } = {}) => {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, 'bin', 'whoholds.js'), 'read', ...words], {
    env: options.plainly ? { ...env, NODE_OPTIONS: PLAINLY } : env,
    input: options.input ?? '',
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  return { stdout, stderr, status };
};

describe('the snapshot of the command', () => {
  beforeAll(() => {
    execFileSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs'), '--web', '--if-stale']);
  }, 60_000);

  it('stands ready where the checkout was built', () => {
    expect(findSnapshot(join(ROOT, 'node_modules', 'node', 'bin', 'node'))).not.toBeNull();
  });

  it.each([
    ['a text', [inFolder('note.txt', WORDS)]],
    ['a page', [inFolder('page.html', PAGE)]],
    ['old letters', [inFolder('old.txt', Buffer.from(`${WORDS} It was “déjà vu”, he said.`, 'latin1'))]],
    ['another language', [inFolder('other.txt', FRENCH)]],
    ['a packed text', [inFolder('note.txt.gz', gzipSync(WORDS))]],
    ['an archive', [inFolder('box.zip', zipOf([{ name: 'a/note.txt', content: WORDS }]))]],
    [
      'a table',
      [inFolder('rows.csv', utf8(`text,day\n"${WORDS}",2021-03-17\n`)), '--columns', 'text=text,published=day'],
    ],
    ['no file', [join(folder, 'nothing.txt')]],
    ['no path at all', []],
    ['an unknown flag', ['--nonsense']],
    ['the notes of the demo, with all that is known', [join(ROOT, 'demo'), '--json', '--marks']],
    ['another theatre, with the trace', [inFolder('open.txt', WORDS), '--theatre', 'open', '--trace']],
  ])('answers as the plain start does: %s', (_, paths) => {
    expect(answer(paths)).toEqual(answer(paths, { plainly: true }));
  });

  it('reads standard input', () => {
    const words = ['-', '--published', '2021-03-18', '--theatre', 'tiny', '--json'];
    const ready = answer(words, { input: WORDS });
    expect(ready).toEqual(answer(words, { input: WORDS, plainly: true }));
    expect(ready.stdout).toContain('"capture"');
  });

  it('fetches a page', async () => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/story' ? 200 : 404, { 'content-type': 'text/html' });
      response.end(request.url === '/story' ? PAGE : '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/story`;
    const { stdout } = await runCommand(
      ['read', url, '--allow-host', '127.0.0.1', '--theatre', 'tiny', '--json'],
      folder,
    );
    server.close();
    expect(stdout).toContain('Reds take Ashford');
  });

  it('loads anew a theatre that has changed since', () => {
    const theatre = join(folder, 'changed');
    cpSync(join(ROOT, 'theatres', 'afghanistan-2021'), theatre, { recursive: true });
    const note = inFolder('new-place.txt', 'The Taliban captured Nowherabad district on Wednesday, a spokesman said.');
    const before = answer([note, '--theatre', theatre, '--json']);
    const gazetteer = readFileSync(join(theatre, 'gazetteer.csv'), 'utf8');
    const district = /^[^,]*,district,(?<name>[A-Z][a-z]+),/m.exec(gazetteer)?.groups?.name ?? 'none';
    writeFileSync(
      join(theatre, 'gazetteer.csv'),
      gazetteer.replaceAll(`,district,${district},`, ',district,Nowherabad,'),
    );
    const after = answer([note, '--theatre', theatre, '--json']);
    expect(before.stdout).toContain('"claims":[]');
    expect(after.stdout).toContain('"capture"');
  });
});
