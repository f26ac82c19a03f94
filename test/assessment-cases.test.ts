// Claims in, cell out: the cases of test/cases/assessment/*.txt, which an area expert can read and add to.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../src/assessment/assess.ts';
import { type Listening, NOTHING_HEARD } from '../src/assessment/coverage.ts';
import { type Ground, groundOf } from '../src/assessment/ground.ts';
import { NO_HISTORY } from '../src/assessment/letters.ts';
import { RULES } from '../src/assessment/rules.ts';
import { dayNumber } from '../src/assessment/statements.ts';
import type { Assessment, Evidence } from '../src/model/control.ts';
import type { Day } from '../src/model/time.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { type Case, parseCases } from './assessment-world.ts';

const folder = new URL('./cases/assessment/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const tiny = loadTheatre('tiny');
const cases = files.flatMap((file) => parseCases(readFileSync(new URL(file, folder), 'utf8')));

const groundOfCase = ({ tempo, further, baseline }: Case): Ground => {
  const baselines = tiny.baselines.map((one) => ({ ...one, holder: baseline ?? one.holder }));
  return groundOf({ ...tiny, baselines, tempo: tempo ?? tiny.tempo, sides: [...tiny.sides, ...further] });
};

/** The coverages of the method's worked examples (section 12). */
const RHOS = [1, 0.3, 0];

const dayOut = ({ report }: Evidence): number => dayNumber(report.known.slice(0, 10) as Day);

/** Listened to until the newest report was out. */
const heardAt = (rho: number, { evidence, campaign }: Case): Listening => ({
  rho: () => rho,
  last: Math.max(...evidence.map(dayOut)),
  campaigns: new Map(campaign === null ? [] : [[campaign, new Set(evidence.map(dayOut))]]),
});

const hold = (one: Case, heard: Listening): Assessment => {
  const { place, scope, on, asOf, evidence, expected } = one;
  const asked = { cell: { place, scope }, moment: { on, asOf, seq: 9 }, heard, letters: NO_HISTORY };
  const got = assess(groundOfCase(one), asked, evidence);
  const [status, holder, ...rest] = expected.split(/\s+/);
  const against = rest.find((word) => word.startsWith('against='));
  const alternative = rest.find((word) => word.startsWith('alternative='));
  const flags = rest.filter((word) => /^[+-]/.test(word));
  const steps = got.steps.map(({ effect, rule, mark, weight }) => [effect, rule, mark, weight]);
  const trace = JSON.stringify({ reason: got.reason, flags: got.flags, p: got.p, steps });
  expect(`${got.status} ${got.holder}`, trace).toBe(`${status} ${holder === '-' ? null : holder}`);
  if (alternative !== undefined)
    expect(`alternative=${got.alternative?.status ?? ''} ${got.alternative?.holder ?? ''}`.trim(), trace).toBe(
      alternative.replace('/', ' '),
    );
  if (against !== undefined) expect(`against=${got.against}`, trace).toBe(against);
  for (const flag of flags)
    expect(
      got.flags.some((name) => name === flag.slice(1)),
      `${flag} of ${trace}`,
    ).toBe(flag.startsWith('+'));
  return got;
};

const readingTitles = ['aggregates', 'reading'].flatMap((kind) => {
  const home = new URL(`./cases/${kind}/`, import.meta.url);
  return readdirSync(home).flatMap((name) => readFileSync(new URL(name, home), 'utf8').match(/^=== .*$/gm) ?? []);
});

describe('assessment, claims in and cell out', () => {
  it.each(cases.map((one) => [one.title, one] as const))('%s', (_, one) => {
    if (one.shares === null) hold(one, NOTHING_HEARD);
    else
      for (const [at, rho] of RHOS.entries()) {
        const { p } = hold(one, heardAt(rho, one));
        const off = Math.abs((p?.[one.shares.side] ?? 9) - (one.shares.at[at] ?? 9));
        expect(off, `p at ρ = ${rho} is ${p?.[one.shares.side]}`).toBeLessThanOrEqual(0.006);
      }
  });

  it('has a case for every rule that needs no probability', () => {
    // What is read as no claim at all (E19, E20) has its cases where reading has them.
    const named = [...cases.map(({ title }) => title), ...readingTitles].join('\n');
    const missing = RULES.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(named)).map(({ name }) => name);
    expect(missing).toEqual([]);
  });
});
