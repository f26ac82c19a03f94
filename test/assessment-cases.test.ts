// Claims in, cell out: the cases of test/cases/assessment/*.txt, which an area expert can read and add to.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../src/assessment/assess.ts';
import { NOTHING_HEARD } from '../src/assessment/coverage.ts';
import { groundOf } from '../src/assessment/ground.ts';
import { RULES } from '../src/assessment/rules.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { parseCases } from './assessment-world.ts';

const folder = new URL('./cases/assessment/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const ground = groundOf(loadTheatre('tiny'));
const cases = files.flatMap((file) => parseCases(readFileSync(new URL(file, folder), 'utf8')));

describe('assessment, claims in and cell out', () => {
  it.each(cases.map((one) => [one.title, one] as const))('%s', (_, { place, scope, on, asOf, evidence, expected }) => {
    const moment = { on, asOf, seq: 9 };
    const got = assess(ground, { cell: { place, scope }, moment, heard: NOTHING_HEARD }, evidence);
    const [status, holder, ...flags] = expected.split(/\s+/);
    const trace = JSON.stringify({
      reason: got.reason,
      flags: got.flags,
      steps: got.steps.map(({ effect, rule }) => [effect, rule]),
    });
    expect(`${got.status} ${got.holder}`, trace).toBe(`${status} ${holder === '-' ? null : holder}`);
    for (const flag of flags)
      expect(
        got.flags.some((name) => name === flag.slice(1)),
        `${flag} of ${trace}`,
      ).toBe(flag.startsWith('+'));
  });

  it('has a case for every rule that needs no probability', () => {
    const named = cases.map(({ title }) => title).join('\n');
    const missing = RULES.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(named)).map(({ name }) => name);
    expect(missing).toEqual([]);
  });
});
