// Whether two checkouts read the same reports alike, byte for byte, with marks and trace: for changes that should only be faster.
// Run: node scripts/same-readings.mjs OTHER-CHECKOUT THEATRE PATHS…
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const own = join(dirname(fileURLToPath(import.meta.url)), '..');
const [other, theatre, ...paths] = process.argv.slice(2);
if (other === undefined || theatre === undefined || paths.length === 0) {
  console.error('Usage: node scripts/same-readings.mjs OTHER-CHECKOUT THEATRE PATHS…');
  process.exit(2);
}

const readingsOf = (checkout) => {
  const words = ['read', ...paths.map((path) => resolve(path)), '--theatre', theatre, '--json', '--marks', '--trace'];
  const run = spawnSync(process.execPath, [join(checkout, 'bin', 'whoholds.js'), ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (run.error !== undefined || run.status !== 0) {
    console.error(`${checkout} does not read them: ${run.error?.message ?? run.stderr.trim()}`);
    process.exit(2);
  }
  return run.stdout.split('\n');
};

const [mine, theirs] = [readingsOf(own), readingsOf(resolve(other))];
const differing = mine.flatMap((line, at) => (line === theirs[at] ? [] : [at + 1]));
if (mine.length !== theirs.length) console.log(`${mine.length} readings here, ${theirs.length} there`);
for (const line of differing.slice(0, 20)) console.log(`reading ${line} differs`);
if (differing.length === 0 && mine.length === theirs.length) console.log(`${mine.length - 1} readings are the same`);
else process.exitCode = 1;
