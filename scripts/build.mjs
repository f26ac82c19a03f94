// `npm run build`: src to dist (JavaScript and types, the published form), and the page by scripts/build-web.mjs.
// Flags: --web only the page and the command's bundle, which a checkout starts from; --if-stale nothing where dist is newer than everything it is made of.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const STEPS = [
  {
    name: 'page',
    // build-web.mjs clears dist/web itself
    clear: () => false,
    command: ['node', 'scripts/build-web.mjs'],
    from: ['web', 'src/model', 'src/drawing', 'package-lock.json', 'scripts/build-web.mjs'],
  },
  {
    name: 'command',
    // build-command.mjs clears dist/.command itself
    clear: () => false,
    command: ['node', 'scripts/build-command.mjs'],
    from: [
      'src',
      'languages',
      'theatres',
      'package-lock.json',
      'scripts/build-command.mjs',
      'scripts/ready.ts',
      'bin/find-built.js',
    ],
  },
  {
    name: 'package',
    // What has no source any more must not be published.
    clear: (name) => name !== 'web' && !name.startsWith('.'),
    command: ['tsc', '-p', 'tsconfig.build.json'],
    from: ['src', 'tsconfig.build.json'],
  },
];

/** When the newest file below a path was changed, in milliseconds; 0 where there is none. */
const newest = (path) => {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const stampOf = (step) => join(root, 'dist', `.built-${step.name}`);
const isFresh = (step) => {
  const built = newest(stampOf(step));
  return built > 0 && step.from.every((path) => newest(join(root, path)) < built);
};

const build = (step) => {
  const dist = join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist).filter(step.clear)) rmSync(join(dist, name), { recursive: true });
  const { status, error } = spawnSync(step.command[0], step.command.slice(1), { cwd: root, stdio: 'inherit' });
  if (error) console.error(`build: ${step.command[0]} does not start (${error.message}); run npm ci first.`);
  if (status !== 0) return false;
  writeFileSync(stampOf(step), '');
  return true;
};

const flags = new Set(process.argv.slice(2));
const wanted = STEPS.filter((step) => !flags.has('--web') || step.name !== 'package');
const stale = wanted.filter((step) => !(flags.has('--if-stale') && isFresh(step)));
process.env.PATH = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`;
const failed = stale.filter((step) => !build(step));
for (const step of failed) console.error(`build: the ${step.name} could not be built.`);
process.exitCode = failed.length > 0 ? 1 : 0;
