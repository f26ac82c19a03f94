// What would change an answer: tried, told in sentences, and true when the words are really said.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEvidence } from '../../test/assessment-world.ts';
import type { Cell, Evidence, Moment } from '../model/control.ts';
import { addDays, type Day } from '../model/time.ts';
import { loadTheatre } from '../theatre/load.ts';
import { NOTHING_HEARD } from './coverage.ts';
import { findPeriods } from './find-periods.ts';
import { groundOf } from './ground.ts';
import { dayNumber } from './statements.ts';
import { prepare } from './view.ts';
import { stateOn } from './walk.ts';
import { findWouldChange, type WouldChange } from './would-change.ts';

const ground = groundOf(loadTheatre('tiny'));
const CELL: Cell = { place: 'southlea/garth', scope: 'district' };
const ON = '2021-03-17' as Day;
const GARTH = 'southlea/garth(district)';

const told = (on: string, lines: readonly string[]): readonly WouldChange[] => {
  const moment: Moment = { on: on as Day, asOf: null, seq: 9 };
  return findWouldChange(ground, { cell: CELL, moment, heard: NOTHING_HEARD }, lines.map(parseEvidence));
};
const sentences = (on: string, lines: readonly string[]): readonly string[] =>
  told(on, lines).map(({ sentence }) => sentence);
const verdictOf = (on: Day, evidence: readonly Evidence[]): string => {
  const { status, holder } = stateOn(
    prepare(ground, { cell: CELL, heard: NOTHING_HEARD }, evidence),
    dayNumber(on),
  ).verdict;
  return `${status} ${holder}`;
};

const CLAIM = `a ${ON} ${ON} Hale[spokesman,onrecord,red] capture ${GARTH} red`;
const ADMITTED = `a ${ON} ${ON} the reeve[local-official,onrecord,blue] capture ${GARTH} red`;
const DENIED = `b ${ON} ${ON}T15:00 Crane[ministry,onrecord,blue] not capture ${GARTH} red answers=a`;

describe('what would change it', () => {
  it('for a lone claim: a third party or the loser confirms it, a denial disputes it, silence lets it lapse', () => {
    expect(sentences(ON, [CLAIM])).toEqual([
      'An independent third party on record that gives it to Red League, or an admission by Blue Council that Red League has it, would make it confirmed for Red League.',
      'A denial by Blue Council would make it disputed.',
      'An independent third party on record that gives it to Blue Council would make it undetermined, last held by Blue Council.',
      'If nobody speaks of it again, from 2021-05-02 on it will be undetermined, last held by Blue Council.',
    ]);
  });

  it('for a dispute: who would settle it, for either side', () => {
    const [first, second] = told(ON, [CLAIM, DENIED]);
    expect(first).toMatchObject({ by: ['third-party', 'admission'], to: { status: 'confirmed', holder: 'red' } });
    expect(second).toMatchObject({ to: { status: 'confirmed', holder: 'blue' } });
  });

  it('for a confirmed holder: never a mere claim to more than claimed', () => {
    const changes = told(ON, [ADMITTED]);
    expect(changes.map(({ to }) => to.status)).not.toContain('threatened');
    expect(changes.find(({ by }) => by.includes('admission'))?.to).toEqual({ status: 'confirmed', holder: 'blue' });
    expect(changes.at(-1)).toMatchObject({ by: ['silence'], from: '2021-06-16' });
  });

  it('for a place that nobody has spoken of: the words that would be needed, and no day of lapsing', () => {
    const changes = told(ON, []);
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every(({ from }) => from === null)).toBe(true);
  });

  it('for a place left with nobody named: who came', () => {
    const left = `a ${ON} ${ON} the reeve[local-official,onrecord,blue] withdrawal ${GARTH} blue`;
    expect(told(ON, [left])[0]?.to).toEqual({ status: 'confirmed', holder: 'red' });
  });

  it('says so where what is known of the next days outweighs all that could be said of the day', () => {
    const later = [
      `a ${ON} ${ON} the League[third-party,onrecord,international] hold ${GARTH} red`,
      `b ${ON}..2021-03-20 2021-03-20 the reeve[local-official,onrecord,blue] hold ${GARTH} red`,
    ];
    expect(told(ON, later)).toMatchObject([{ by: [], to: { status: 'confirmed', holder: 'red' } }]);
    expect(sentences(ON, later)).toEqual([expect.stringMatching(/^Nothing that was tried would change it/)]);
  });

  it('asks for two third parties where one would not do', () => {
    const inside = [
      `a ${ON} ${ON} the reeve[local-official,onrecord,blue] entry ${GARTH} red`,
      `b ${ON} ${ON} -[outlet,offrecord,outlet] clash ${GARTH} red`,
    ].map(parseEvidence);
    const heard = { ...NOTHING_HEARD, rho: () => 1, last: dayNumber('2021-06-01' as Day) };
    const changes = findWouldChange(ground, { cell: CELL, moment: { on: ON, asOf: null, seq: 9 }, heard }, inside);
    expect(changes[0]).toMatchObject({ by: ['third-parties'], to: { holder: 'red' } });
  });

  it('comes true when it is really said, or when really nothing is', () => {
    const voice = fc.constantFrom(
      'Hale[spokesman,onrecord,red]',
      'Crane[ministry,onrecord,blue]',
      'reeve[local-official,onrecord,blue]',
      'a carter[resident,offrecord,local]',
    );
    const line = fc
      .record({
        voice,
        kind: fc.constantFrom('capture', 'hold', 'loss', 'entry', 'threat', 'recapture'),
        actor: fc.constantFrom('red', 'blue'),
        day: fc.integer({ min: 0, max: 9 }),
      })
      .map(
        (one) =>
          `${addDays('2021-03-08' as Day, one.day)} ${addDays('2021-03-08' as Day, one.day)} ${one.voice} ${one.kind} ${GARTH} ${one.actor}`,
      );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const texts = lines.map((text, at) => `c${at} ${text}`);
        const evidence = texts.map(parseEvidence);
        const now = verdictOf(ON, evidence);
        const changes = told(ON, texts);
        expect(changes.length).toBeLessThanOrEqual(4);
        expect(changes.length).toBeGreaterThan(0);
        for (const { by, to, from, sentence } of changes) {
          if (by.length > 0) expect(`${to.status} ${to.holder}`).not.toBe(now);
          else expect(changes).toHaveLength(1);
          expect(sentence).toMatch(
            /^[A-Z].* (would make|from \d{4}-\d\d-\d\d on) it .*\.$|^If nobody .* it will be .*\.$/,
          );
          if (from !== null) expect(verdictOf(from, evidence)).toBe(`${to.status} ${to.holder}`);
          if (by[0] !== 'admission' || to.holder !== 'red') continue;
          const said = `z ${ON} ${ON}T23:00 Moss[local-official,onrecord,blue] loss ${GARTH} blue to=red`;
          expect(verdictOf(ON, [...evidence, parseEvidence(said, 99)])).toBe(`${to.status} ${to.holder}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('names the first day on which silence alone changes the timeline', () => {
    const lapse = told(ON, [CLAIM]).at(-1);
    const periods = findPeriods(
      ground,
      { cell: CELL, from: ON, until: '2021-07-01' as Day, asOf: null, seq: 9, heard: NOTHING_HEARD },
      [parseEvidence(CLAIM, 0)],
    );
    expect(periods[1]?.from).toBe(lapse?.from);
  });
});
