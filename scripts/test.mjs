// `npm test`: every check in order, none stopping the next; the last line is `N passed, N failed`.
// A step such as the types counts as one test; whatever fails in a way that cannot be counted counts as one failure.
// PostgreSQL and the browser are brought up by the suites that need them (test/postgres.ts, test/browser.ts).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const scratch = mkdtempSync(join(tmpdir(), 'whoholds-test-'));
const report = join(scratch, 'vitest.json');
const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}` };

const CHECKS = [
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '--diagnostic-level=warn', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'sizes', command: ['node', 'scripts/sizes.ts'] },
  { name: 'build', command: ['node', 'scripts/build.mjs'] },
];
const SUITES = ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one command in the open, without standard input; whether it ended with status 0. */
const run = (name, command) => {
  const start = performance.now();
  console.log(`\n== ${name}`);
  const { status, error } = spawnSync(command[0], command.slice(1), {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error) console.error(`${command[0]} does not start (${error.message}): run npm ci first.`);
  return { name, ok: status === 0, took: seconds(start) };
};

/** Counts of vitest's own report; a file that could not even be loaded counts as one failure. */
const countSuites = (step) => {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: [] };
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const tests = testResults.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })));
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = tests.filter((test) => test.status === 'failed').length + broken.length;
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    // An error outside any test ends vitest with a status and no failed test.
    failed: failed === 0 && !step.ok ? 1 : failed,
    skipped: tests
      .filter((test) => !['passed', 'failed'].includes(test.status))
      .map((test) => `${relative(root, test.file)}: ${test.fullName}`),
  };
};

const checks = CHECKS.map(({ name, command }) => run(name, command));
const suites = run('suites', SUITES);
const counted = countSuites(suites);
rmSync(scratch, { recursive: true, force: true });

console.log('\n== summary');
for (const step of checks) console.log(`${step.ok ? 'passed' : 'FAILED'}  ${step.name} (${step.took})`);
console.log(
  `${counted.failed === 0 ? 'passed' : 'FAILED'}  suites (${suites.took}): ${counted.passed} passed, ${counted.failed} failed, ${counted.skipped.length} skipped`,
);
for (const title of counted.skipped) console.log(`skipped ${title}`);
const passed = counted.passed + checks.filter((step) => step.ok).length;
const failed = counted.failed + checks.filter((step) => !step.ok).length;
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
