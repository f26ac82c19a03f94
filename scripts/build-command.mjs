// Bundles the command line into dist/.command, which a checkout starts from as long as nothing in src is newer:
// one file is read where there would be three hundred. Beside it stands a snapshot of the command loaded and warmed up
// (scripts/ready.ts), which reads one report in half the time. Neither is published: the package has dist/cli.js.
import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { sizePath, snapshotPath } from '../bin/find-built.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'dist', '.command');

const common = {
  outdir: out,
  bundle: true,
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
  logLevel: 'warning',
};

rmSync(out, { recursive: true, force: true });
await build({
  ...common,
  entryPoints: [join(root, 'src', 'cli.ts')],
  splitting: true,
  format: 'esm',
  legalComments: 'eof',
});

const ready = join(root, 'scripts', 'ready.ts');
const readyUrl = JSON.stringify(pathToFileURL(ready).href);
// In a snapshot nothing can be imported, and only Node's own modules can be required; packages that are loaded late are
// required by a function that is made when it is wanted.
const REQUIRE = `require = ((own) => (name) => name.startsWith('node:') ? own(name)
  : process.getBuiltinModule('node:module').createRequire(${readyUrl})(name))(require);`;
await build({
  ...common,
  banner: { js: REQUIRE },
  supported: { ...common.supported, 'dynamic-import': false },
  entryPoints: [ready],
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  // The snapshot holds its own text: each megabyte of it is read at every start.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  define: {
    'import.meta.url': readyUrl,
    'import.meta.dirname': JSON.stringify(dirname(ready)),
  },
});

/** One letter beyond Latin in a pattern, and Node would keep two bytes for each letter of all this text. */
const narrow = (file) => {
  const escaped = (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[\u0080-\uffff]/g, escaped));
};
narrow(join(out, 'ready.cjs'));

/** The snapshot is written beside its name, so that one that was cut short is never started. */
const writeSnapshot = () => {
  const half = join(out, 'half.blob');
  // Functions that have rested for a while would lose what was compiled of them.
  const flags = ['--no-flush-bytecode', '--snapshot-blob', half, '--build-snapshot', join(out, 'ready.cjs')];
  // Node warns of each of its modules that nobody has tried in a snapshot; test/ready.test.ts does.
  const env = { ...process.env, NODE_NO_WARNINGS: '1', NODE_OPTIONS: '' };
  delete env.WHOHOLDS_THEATRE;
  const { status, stderr, error } = spawnSync(process.execPath, flags, { env, encoding: 'utf8', maxBuffer: Infinity });
  const snapshot = snapshotPath(process.execPath);
  if (status === 0) {
    renameSync(half, snapshot);
    writeFileSync(sizePath(snapshot), String(statSync(snapshot).size));
  } else
    console.error(
      `build: no snapshot of the command, so reading starts slower: ${error?.message ?? stderr.slice(-500)}`,
    );
};
writeSnapshot();
