// Numbers on a terminal: what answers what, and no more admissions than a person reads.
import { expect, test } from 'vitest';
import type { Claim } from '../model/claim.ts';
import type { OwnAdmission, Reconciliation } from '../model/reconciliation.ts';
import { reconciliationsText } from './reconciliation-tables.ts';

const by = { speaker: 'Crane', role: null };

const admission = (at: number): OwnAdmission => {
  const claim = { by, kind: 'loss', place: { name: `Place ${at}` }, scope: 'district', actor: 'blue' };
  return { place: `p${at}`, claim: { ...claim, polarity: 'affirmed', modality: 'actual' } as unknown as Claim };
};

const told = (admissions: number): Reconciliation =>
  ({
    ...{ aggregate: { id: 'a', by }, report: { outlet: null }, verdict: 'implausible-low', sentence: 'None.' },
    beside: [{ aggregate: 'b', direction: 'answers', sameProposition: false, differs: ['time'] }],
    contradictedBy: Array.from({ length: admissions }, (_, at) => admission(at)),
  }) as unknown as Reconciliation;

test('the line of a number is followed by what it answers, told in which part they differ', () => {
  expect(reconciliationsText([told(0)]).split('\n')).toEqual([
    expect.stringMatching(/implausible-low .*Crane: None\./),
    '      answers a number of another day: another proposition, another time',
  ]);
});

test('five admissions are shown and the rest counted; one said twice is one', () => {
  const lines = reconciliationsText([told(8)])
    .split('\n')
    .slice(2);
  expect(lines).toHaveLength(6);
  expect(lines[0]).toBe('      against it, Crane: loss Place 0 (district) by blue');
  expect(lines[5]).toBe('      and 3 more against it (--json has them all)');
  const twice = { ...told(0), contradictedBy: [admission(1), admission(1)] };
  expect(reconciliationsText([twice]).split('\n').slice(2)).toHaveLength(1);
});
