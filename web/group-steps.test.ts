import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimAnswer, WhyAnswer } from './answers.ts';
import { groupSteps } from './group-steps.ts';

/** Only what grouping looks at; the rest of an answer does not matter here. */
const claim = (id: string, given: Partial<ClaimAnswer> = {}): ClaimAnswer =>
  ({
    id,
    kind: 'capture',
    polarity: 'affirmed',
    actor: 'b',
    scope: 'district',
    speaker: `speaker of ${id}`,
    role: null,
    report: { id: `report of ${id}`, family: `family of ${id}` },
    ...given,
  }) as ClaimAnswer;
const step = (one: ClaimAnswer, effect: string) => ({
  claim: one,
  effect,
  mark: 'm',
  weight: 1,
  logOdds: null,
  rule: 'S1',
  grade: { source: 'B', info: 2, basis: 'start' as const },
  notes: [],
});
const why = (given: Partial<Pick<WhyAnswer, 'steps' | 'denials' | 'notCounted'>>): WhyAnswer =>
  ({ steps: [], denials: [], notCounted: [], ...given }) as unknown as WhyAnswer;
const idsIn = (items: readonly { claim: ClaimAnswer }[] | undefined) => (items ?? []).map((item) => item.claim.id);

describe('the sentences behind a cell', () => {
  it('stand by what the model says each did', () => {
    const { groups } = groupSteps(
      why({
        steps: [
          step(claim('a'), 'for confirmed'),
          step(claim('b'), 'against'),
          step(claim('c'), 'for threatened'),
          step(claim('d'), 'noted'),
          step(claim('e'), 'borrowed: near'),
        ],
      }),
    );
    expect([...groups].map(([name, items]) => [name, idsIn(items)])).toEqual([
      ['supports', ['a']],
      ['opposes', ['b']],
      ['threatens', ['c']],
      ['besides', ['d', 'e']],
    ]);
  });

  it('put a denial under the claim that it answers, once', () => {
    const denial = claim('no', { polarity: 'denied' });
    const { groups } = groupSteps(
      why({
        steps: [step(claim('a'), 'for claimed'), step(denial, 'against')],
        denials: [{ claim: denial, answers: 'a', sameProposition: true, judged: null }],
      }),
    );
    expect(groups.get('opposes')).toEqual([]);
    expect(idsIn(groups.get('supports')?.[0]?.denials)).toEqual(['no']);
  });

  it('leave a denial that answers nothing counted where it stands', () => {
    const denial = claim('no', { polarity: 'denied' });
    const { groups } = groupSteps(
      why({
        steps: [step(denial, 'against')],
        denials: [{ claim: denial, answers: 'gone', sameProposition: false, judged: null }],
      }),
    );
    expect(idsIn(groups.get('opposes'))).toEqual(['no']);
  });

  it('let an answer to a denial stand by itself', () => {
    const [no, yes] = [claim('no', { polarity: 'denied' }), claim('yes')];
    const { groups } = groupSteps(
      why({
        steps: [step(claim('a'), 'for claimed'), step(no, 'against'), step(yes, 'against')],
        denials: [
          { claim: no, answers: 'a', sameProposition: true, judged: null },
          { claim: yes, answers: 'no', sameProposition: true, judged: null },
        ],
      }),
    );
    expect(idsIn(groups.get('opposes'))).toEqual(['yes']);
  });

  it('fold the same saying of one family under the one that counts, not another speaker’s', () => {
    const same = { speaker: 'S', report: { id: 'r', family: 'f' } } as Partial<ClaimAnswer>;
    const { groups, notCounted } = groupSteps(
      why({
        steps: [step(claim('a', same), 'for claimed')],
        notCounted: [
          { claim: claim('copy', same), why: 'copy' },
          { claim: claim('else', { ...same, speaker: 'T' }), why: 'copy' },
        ],
      }),
    );
    expect(groups.get('supports')?.[0]?.copies.map(({ id }) => id)).toEqual(['copy']);
    expect(idsIn(notCounted)).toEqual(['else']);
  });

  it('lose no claim and show none twice', () => {
    const effects = fc.constantFrom('for confirmed', 'against', 'for threatened', 'noted');
    const saying = fc.record({
      speaker: fc.constantFrom('S', 'T'),
      family: fc.constantFrom('f', 'g'),
      effect: effects,
    });
    fc.assert(
      fc.property(fc.array(saying, { maxLength: 8 }), fc.array(saying, { maxLength: 8 }), (counted, not) => {
        const made = (prefix: string) => (one: (typeof counted)[number], at: number) =>
          claim(`${prefix}${at}`, {
            speaker: one.speaker,
            report: { id: 'r', family: one.family },
          } as Partial<ClaimAnswer>);
        const steps = counted.map((one, at) => step(made('s')(one, at), one.effect));
        const notCounted = not.map((one, at) => ({ claim: made('n')(one, at), why: 'copy' }));
        const grouped = groupSteps(why({ steps, notCounted }));
        const heads = [...grouped.groups.values(), grouped.notCounted].flat();
        const ids = heads.flatMap((item) => [item.claim.id, ...item.copies.map(({ id }) => id)]);
        const wanted = new Set([...steps, ...notCounted].map((one) => one.claim.id));
        return wanted.size === ids.length && [...wanted].every((id) => ids.includes(id));
      }),
    );
  });
});
