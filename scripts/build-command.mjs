// Bundles the command line into dist/.command, which a checkout starts from as long as nothing in src is newer:
// one file is read where there would be three hundred. It is not published: the package has dist/cli.js.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'dist', '.command');

rmSync(out, { recursive: true, force: true });
await build({
  entryPoints: [join(root, 'src', 'cli.ts')],
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: ['node24'],
  // Else a pattern with \p{L} would be made anew at each use.
  supported: { 'regexp-unicode-property-escapes': true },
  // What is loaded late or seldom is left where it is.
  external: [
    ...['pg', 'hono', '@hono/node-server', 'iconv-lite', 'chardet', 'htmlparser2', 'csv-parse', 'cli-progress'],
    '@resvg/resvg-js',
    ...['marked', 'modern-tar', 'postal-mime', 'unpdf', 'yauzl'],
  ],
  legalComments: 'eof',
  logLevel: 'warning',
});
