// Reasons: one sentence a reader can print, and p in words wherever a rule asked for it.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCases, parseEvidence } from '../../test/assessment-world.ts';
import type { Cell, Evidence } from '../model/control.ts';
import { addDays, type Day } from '../model/time.ts';
import { loadTheatre } from '../theatre/load.ts';
import { NO_CAMPAIGNS } from './campaigns.ts';
import type { Listening } from './coverage.ts';
import { explain } from './explain.ts';
import { groundOf } from './ground.ts';
import { likelihoodWords } from './likelihood.ts';
import { dayNumber } from './statements.ts';
import { prepare } from './view.ts';
import { stateOn } from './walk.ts';

const ground = groundOf(loadTheatre('tiny'));
const GARTH: Cell = { place: 'southlea/garth', scope: 'district' };
const listening = (rho: number): Listening => ({
  rho: () => rho,
  last: dayNumber('2021-06-01' as Day),
  campaigns: NO_CAMPAIGNS,
});

const reasonFor = (cell: Cell, on: string, { rho, evidence }: { rho: number; evidence: readonly Evidence[] }): string =>
  explain(stateOn(prepare(ground, { cell, heard: listening(rho) }, evidence), dayNumber(on as Day)));
const reason = (on: string, lines: readonly string[], rho = 0): string =>
  reasonFor(GARTH, on, { rho, evidence: lines.map(parseEvidence) });

const garth = (id: string, day: string, words: string): string => {
  const [voice = '', ...rest] = words.split('] ');
  return `${id} ${day} ${day} ${voice}] ${rest.join('] ').replace('garth', 'southlea/garth(district)')}`;
};
const RED = garth('a', '2021-03-17', 'Hale[spokesman,onrecord,red] capture garth red');
const LEAGUE = garth('b', '2021-03-17', 'the League[third-party,onrecord,international] capture garth red');
describe('a reason', () => {
  it('says why a claim that others share is only claimed: p, in words', () => {
    const carter = garth('b', '2021-03-17', 'a carter[resident,offrecord,local] capture garth red');
    const told = reason(
      '2021-03-17',
      [garth('a', '2021-03-17', '-[outlet,offrecord,outlet] capture garth red'), carter],
      1,
    );
    expect(told).toMatch(
      /^Claimed by Red League: .+, independent of each other, say so, but all that is reported together makes it (likely|a toss-up), and confirming takes very likely\.$/,
    );
  });

  it('names many voices as many, and hours by their number', () => {
    const at = (line: string, hour: string): string => line.replace(/^(\S+ \S+) \S+/, `$1 ${hour}`);
    const residents = at(
      garth('a', '2021-03-17', 'residents[resident,offrecord,local] capture garth red'),
      '2021-03-17T09:00Z',
    );
    const denial = at(
      garth('b', '2021-03-17', 'police[local-official,onrecord,blue] not capture garth red'),
      '2021-03-17T10:00Z',
    );
    expect(reason('2021-03-17', [residents, denial])).toBe(
      'Disputed because residents give it to Red League and police (Blue Council) say otherwise, 1 hour apart, about the same place.',
    );
  });

  it('says that the other side claims it too, at another time', () => {
    expect(
      reason('2021-03-22', [RED, garth('b', '2021-03-22', 'Crane[ministry,onrecord,blue] hold garth blue')]),
    ).toMatch(
      /^Claimed by Red League: only its own side says so .+; at another time Blue Council claims to have it\.$/,
    );
  });

  it('says that one side alone is inside a place that was left', () => {
    const left = garth('a', '2021-03-17', 'elders[resident,offrecord,local] withdrawal garth blue');
    const inside = garth('b', '2021-03-17', 'a carter[resident,offrecord,local] entry garth red');
    expect(reason('2021-03-19', [left, inside])).toBe(
      'Claimed by Red League: it was left, and of all others only Red League is said to be inside, by a carter.',
    );
  });

  it('says which denial holds a proof back, and which one did not', () => {
    const denial = garth('e', '2021-03-17', 'Crane[ministry,onrecord,blue] not capture garth red answers=a');
    expect(reason('2021-03-17', [RED, LEAGUE, denial], 0.3)).toMatch(
      /^Disputed because .+; .+ the League agrees, but Crane \(.+\) denies it, and nobody has contradicted that since\.$/,
    );
    expect(reason('2021-03-17', [RED, LEAGUE, denial])).toMatch(/^Confirmed .+, over the denial by Crane \(.+\)\.$/);
  });

  it('says that an admission is confirmed over the model’s own doubt', () => {
    const taken = garth('a', '2021-03-17', 'the reeve[local-official,onrecord,blue] capture garth red');
    const left = garth('b', '2021-03-19', 'Hale[spokesman,onrecord,red] hold garth blue');
    expect(reason('2021-03-19', [taken, left], 1)).toMatch(
      /^Confirmed for .+ because the side that lost it says so: Hale .+; from all reports together the model finds it (likely|a toss-up)\.$/,
    );
    expect(reason('2021-03-17', [taken], 1)).not.toMatch(/model/);
  });

  it('says how likely it is that both are inside, and that the threatened still hold', () => {
    const inside = garth('a', '2021-03-17', 'the Times[outlet,offrecord,outlet] entry garth red');
    const granted = garth('b', '2021-03-17', 'the reeve[local-official,onrecord,blue] entry garth red');
    expect(reason('2021-03-17', [inside, granted])).toMatch(/^Contested because .+; that both are inside is likely\.$/);
    const near = garth('a', '2021-03-17', 'the reeve[local-official,onrecord,blue] threat garth red');
    expect(reason('2021-03-17', [near], 1)).toMatch(
      /^Threatened: Blue Council holds it \((almost certain|very likely)\)/,
    );
  });

  it('says that fighting inside was too unlikely to be contested', () => {
    const inside = garth('a', '2021-03-17', 'the Times[outlet,offrecord,outlet] entry garth red');
    expect(reason('2021-03-17', [inside], 1)).toBe(
      'Undetermined: fighting inside is reported, but that both sides are there now is unlikely; Blue Council had it before.',
    );
  });

  it('of every case is one whole sentence without ids and holes, on every day around it', () => {
    const folder = new URL('../../test/cases/assessment/', import.meta.url);
    const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    const cases = files.flatMap((file) => parseCases(readFileSync(new URL(file, folder), 'utf8')));
    expect(cases.length).toBeGreaterThan(60);
    for (const { place, scope, on, evidence } of cases)
      for (const [at, rho] of [0, 0.5, 1].entries()) {
        const told = reasonFor({ place, scope }, addDays(on, at * 3), { rho, evidence });
        expect(told).toMatch(/^(Confirmed|Claimed|Disputed|Contested|Threatened|Undetermined)\b[^\n]+\.$/);
        expect(told).not.toMatch(/undefined|null|NaN|\.\.|clm_| {2}|: \.|; ;/);
        expect(told.slice(0, -1)).not.toMatch(/\. [A-Z]/);
      }
  });
});

describe('a probability in words', () => {
  it.each([
    [1, 'almost certain'],
    [0.95, 'almost certain'],
    [0.949, 'very likely'],
    [0.6, 'likely'],
    [0.5, 'a toss-up'],
    [0.39, 'unlikely'],
    [0.1, 'very unlikely'],
    [0, 'almost excluded'],
  ])('%s is %s', (p, words) => {
    expect(likelihoodWords(ground.parameters, p)).toBe(words);
  });
});
