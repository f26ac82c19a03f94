// The published package: what is in it, what it weighs, and that it runs compiled from under a node_modules.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/source-files.ts';

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

const folder = mkdtempSync(join(tmpdir(), 'whoholds-package-'));
const installed = join(folder, 'node_modules', 'whoholds');
let packed: Packed;

beforeAll(() => {
  if (!existsSync(join(ROOT, 'dist', 'cli.js'))) throw new Error('dist/ is not built: run npm run build first');
  const words = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const answer = JSON.parse(execFileSync('npm', words, { cwd: ROOT, encoding: 'utf8' })) as unknown;
  // npm 11 gives a list, later ones an object by package name.
  packed = Object.values(answer as Record<string, Packed>)[0] as Packed;
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', installed, '--strip-components=1']);
  symlinkSync(join(ROOT, 'node_modules'), join(installed, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (words: readonly string[]): string =>
  execFileSync(process.execPath, [join(installed, 'bin', 'whoholds.js'), ...words], { encoding: 'utf8' });

describe('the published package', () => {
  it('holds the command, the compiled code, the data and the manual, and nothing else', () => {
    const tops = new Set(packed.files.map((file) => file.path.split('/')[0]));
    expect([...tops].sort()).toEqual(
      [
        ...['bin', 'demo', 'dist', 'docs', 'languages', 'theatres'],
        ...['CHANGELOG.md', 'LICENSE', 'NOTICE', 'README.md', 'package.json'],
      ].sort(),
    );
  });

  it('holds no tests, no TypeScript sources and no database', () => {
    const paths = packed.files.map((file) => file.path);
    expect(paths.filter((path) => /\.test\.|\.db$|(?<!\.d)\.ts$|\/\./.test(path))).toEqual([]);
  });

  it('weighs less than four megabytes, and no file more than one', () => {
    expect(packed.size).toBeLessThan(4_000_000);
    expect(packed.files.filter((file) => file.size > 1_000_000)).toEqual([]);
  });

  it('reads a report, compiled, from under a node_modules', () => {
    const note = join(installed, 'demo', '2021-06-21-imam-sahib-falls-kunduz-surrounded.txt');
    const { claims } = JSON.parse(run(['read', note, '--json'])) as { claims: { quote: { text: string } }[] };
    expect(claims.length).toBeGreaterThan(0);
  });

  it('holds the page that it serves', () => {
    expect(packed.files.some((file) => /^dist\/.*\.html$/.test(file.path))).toBe(true);
  });
});
