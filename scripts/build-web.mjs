// Bundles the page into dist/web: a script with its late parts, two style sheets, no request to anywhere else. Prints the sizes.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { paletteSheet } from '../src/drawing/palette.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'dist', 'web');

const still = join(root, 'web', 'no-movement.ts');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  entryPoints: {
    main: join(root, 'web', 'main.ts'),
    embed: join(root, 'web', 'embed.ts'),
    pages: join(root, 'web', 'pages', 'main.ts'),
  },
  outdir: out,
  bundle: true,
  alias: { 'd3-transition': still, 'd3-interpolate': still },
  // What few people open is loaded when they do.
  splitting: true,
  chunkNames: '[name]-[hash]',
  minify: true,
  charset: 'utf8',
  format: 'esm',
  target: ['es2022'],
  legalComments: 'eof',
  logLevel: 'warning',
});
/** What the frames have in common stands once, in web/parts. */
const whole = (html) =>
  html.replace(/<!-- part (\w+) -->\n/g, (_, part) => readFileSync(join(root, 'web', 'parts', `${part}.html`), 'utf8'));
for (const name of ['index.html', 'embed.html', 'page.html'])
  writeFileSync(join(out, name), whole(readFileSync(join(root, 'web', name), 'utf8')));
for (const name of ['style.css', 'embed.css', 'pages.css', 'icon.svg'])
  copyFileSync(join(root, 'web', name), join(out, name));
writeFileSync(join(out, 'palette.css'), paletteSheet());
let scripts = 0;
for (const name of readdirSync(out).sort()) {
  const bytes = readFileSync(join(out, name));
  const compressed = gzipSync(bytes).length;
  if (name.endsWith('.js')) scripts += compressed;
  console.log(`dist/web/${name}: ${bytes.length} bytes, ${compressed} compressed`);
}
console.log(`all scripts: ${scripts} bytes compressed`);
