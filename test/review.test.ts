// What people's acts do to the map: assessment follows, earlier known times keep the old picture, nothing is overwritten.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SKETCHER } from '../src/intake/find-family.ts';
import { done } from '../src/model/outcome.ts';
import { addItems } from '../src/whoholds/add-items.ts';
import { ListDesk } from '../src/whoholds/list-desk.ts';
import { QuarantineDesk } from '../src/whoholds/quarantine-desk.ts';
import type { HandClaim, ReviewAct } from '../src/whoholds/review-contract.ts';
import { ADDED, ada, at, on, openReviewWorld, type ReviewWorld, STORIES, theatre, verdictOf } from './review-world.ts';

let world: ReviewWorld;
beforeEach(async () => {
  world = await openReviewWorld();
});
afterEach(() => world.close());

const COLDWELL = 'northmark/coldwell';
const LAST = 15;

describe('a claim taken back', () => {
  it('is gone from control, why and timeline, and stays in the views from before', async () => {
    const denial = await world.claim('coldwell-denied.txt');
    const before = await world.ledger.seq();
    expect(await world.review.retract(denial.id, ada)).toMatchObject({
      act: 'retract',
      changed: true,
      seq: before + 1,
    });
    expect((await world.verdicts(LAST))[`${COLDWELL} district`]).toBe('claimed red');
    expect((await world.verdicts(LAST, at(0)))[`${COLDWELL} district`]).toBe('disputed -');
    expect((await world.verdicts(LAST, at(1)))[`${COLDWELL} district`]).toBe('claimed red');
    const ids = async (asOf: ReturnType<typeof at> | null) =>
      (await world.assessment(COLDWELL, LAST, asOf)).denials.map(({ evidence }) => evidence.claim.id);
    expect([await ids(null), await ids(at(0))]).toEqual([[], [denial.id]]);
    const periods = async (asOf: ReturnType<typeof at> | null) =>
      (await world.desk.timeline(COLDWELL, { scope: 'district', from: on(1), until: on(LAST), asOf, seq: null })).map(
        ({ status }) => status,
      );
    expect(await periods(null)).toEqual(['undetermined', 'claimed']);
    expect(await periods(at(0))).toEqual(['undetermined', 'disputed']);
    const then = await world.desk.why(
      { place: COLDWELL, scope: 'district' },
      { on: on(LAST), asOf: null, seq: before },
    );
    expect(then.assessment.status).toBe('disputed');
  });

  it('is taken back once, however often it is said', async () => {
    const { id } = await world.claim('coldwell.txt');
    await world.review.retract(id, ada);
    const again = await world.review.retract(id, { name: 'Bo', reason: 'Me too.' });
    expect(again).toMatchObject({ changed: false, seq: await world.ledger.seq() });
    expect(again.says).toContain(ada.reason);
    expect(await world.review.log()).toHaveLength(1);
  });

  it('comes back where somebody stands by it again, and only from then on', async () => {
    const { id } = await world.claim('hollin.txt');
    await world.review.retract(id, ada);
    world.turn(at(5));
    expect((await world.review.standBy(id, ada)).says).toMatch(/^Brought back/);
    const hollin = async (asOf: ReturnType<typeof at> | null) =>
      (await world.verdicts(LAST, asOf))['southlea/hollin district'];
    expect([await hollin(at(0)), await hollin(at(4)), await hollin(at(5)), await hollin(null)]).toEqual([
      'claimed red',
      undefined,
      'claimed red',
      'claimed red',
    ]);
  });
});

describe('a claim put at a place', () => {
  it('that had none counts there from then on', async () => {
    const { id } = await world.claim('fernhill.txt');
    const acted = await world.review.place(id, { place: 'southlea/fernhill', scope: null }, ada);
    expect(acted).toMatchObject({ act: 'place', changed: true });
    expect((await world.verdicts(LAST))['southlea/fernhill district']).toBe('claimed red');
    expect((await world.verdicts(LAST, at(0)))['southlea/fernhill district']).toBeUndefined();
    expect((await world.claim('fernhill.txt')).place).toMatchObject({
      id: 'southlea/fernhill',
      candidates: [],
      reason: `put there by ${ada.name}: ${ada.reason}`,
    });
  });

  it('that had a wrong one moves, and is still at the old one in earlier views', async () => {
    const { id } = await world.claim('hollin.txt');
    await world.review.place(id, { place: 'southlea/garth', scope: null }, ada);
    world.turn(at(3));
    await world.review.place(id, { place: 'southlea/hollin-town', scope: null }, ada);
    const spoken = async (asOf: ReturnType<typeof at> | null) => {
      const { steps } = await world.assessment('southlea/garth', LAST, asOf);
      return steps.some(({ evidence }) => evidence.claim.id === id);
    };
    expect([await spoken(at(0)), await spoken(at(2)), await spoken(at(3)), await spoken(null)]).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect((await world.verdicts(LAST))['southlea/hollin-town town']).toBe('claimed red');
    expect((await world.verdicts(LAST, at(2)))['southlea/hollin-town town']).toBeUndefined();
  });

  it('keeps words for a part of it, and takes the scope that is asked for', async () => {
    const { id } = await world.claim('hollin.txt');
    await world.review.place(id, { place: 'southlea/garth', scope: 'outskirts' }, ada);
    expect((await world.claim('hollin.txt')).scope).toBe('outskirts');
    await world.review.place(id, { place: 'southlea/hollin', scope: null }, ada);
    expect((await world.claim('hollin.txt')).scope).toBe('outskirts');
    expect(await world.review.place(id, { place: 'southlea/hollin', scope: null }, ada)).toMatchObject({
      changed: false,
    });
  });

  it('of no gazetteer is refused with the closest names', async () => {
    const { id } = await world.claim('hollin.txt');
    await expect(world.review.place(id, { place: 'southlea/holin', scope: null }, ada)).rejects.toMatchObject({
      kind: 'usage',
      message: expect.stringContaining('southlea/holin'),
      expected: expect.arrayContaining(['Hollin (southlea/hollin)']),
    });
    await world.review.retract(id, ada);
    await expect(world.review.place(id, { place: 'southlea/garth', scope: null }, ada)).rejects.toThrow(
      /review assert/,
    );
  });
});

describe('a name that was refused a place', () => {
  const WORDS =
    'The Red League has captured the town of Fernhill, its mayor said on Wednesday. He had walked all night.';

  it('leaves quarantine when a person places it, or takes it back', async () => {
    const given = { published: '2021-03-17', outlet: 'Eastry Courant', url: null, title: null, id: null };
    const item = { file: 'bare.txt', bytes: new TextEncoder().encode(WORDS), form: 'text' as const, given };
    const items = (async function* () {
      yield done(item);
    })();
    const options = { reader: null, by: 'tests', now: () => ADDED };
    const { ledger, review } = world;
    for await (const { refusals } of addItems({ ledger, theatre, options }, items))
      expect(refusals.map(({ code }) => code)).toEqual(['place-ambiguous']);
    const lists = new ListDesk(ledger, theatre);
    const quarantine = new QuarantineDesk({ ledger, theatre, options });
    const [refusal] = await quarantine.list();
    expect(refusal).toMatchObject({ code: 'place-ambiguous', expected: expect.arrayContaining(['midvale/fernhill']) });
    const bare = (await ledger.unplaced()).filter(({ report }) => report === refusal?.report);
    expect(bare.length).toBeGreaterThan(0);
    for (const { claim } of bare) await review.place(claim.id, { place: 'midvale/fernhill', scope: null }, ada);
    expect(await quarantine.list()).toEqual([]);
    expect((await lists.report(refusal?.report ?? ''))?.refusals).toEqual([]);
    expect(await ledger.refusals()).toHaveLength(1);
  });
});

describe('reports read again', () => {
  it('change nothing of what people decided, whoever reads them', async () => {
    const [hollin, fernhill] = [await world.claim('hollin.txt'), await world.claim('fernhill.txt')];
    await world.review.standBy(hollin.id, ada);
    await world.review.place(fernhill.id, { place: 'southlea/fernhill', scope: null }, ada);
    await world.review.cut([await world.report('garth-wire.txt')], ada);
    await world.review.retract((await world.claim('coldwell-denied.txt')).id, ada);
    const [seq, before] = [await world.ledger.seq(), await world.verdicts(LAST)];
    await world.readAgain(STORIES);
    expect([await world.ledger.seq(), await world.verdicts(LAST)]).toEqual([seq, before]);
    const silent = Object.fromEntries(Object.entries(STORIES).map(([file, story]) => [file, { ...story, claims: [] }]));
    await world.readAgain(silent);
    const after = await world.verdicts(LAST);
    const decided = ['southlea/hollin district', 'southlea/fernhill district'];
    expect(Object.keys(after).sort()).toEqual(decided.toSorted());
    expect(decided.map((key) => after[key])).toEqual(['claimed red', 'claimed red']);
  });
});

describe('families', () => {
  const garth = async (asOf: ReturnType<typeof at> | null = null) =>
    verdictOf(await world.assessment('southlea/garth', LAST, asOf));
  const reports = async () => [await world.report('garth-wire.txt'), await world.report('garth-post.txt')] as const;

  it('that are cut count as two sources from then on, and as one before', async () => {
    const [wire, post] = await reports();
    expect(await garth()).toBe('claimed red');
    expect(await world.review.cut([wire, post], ada)).toMatchObject({ act: 'cut', changed: true });
    expect([await garth(), await garth(at(0)), await garth(at(1))]).toEqual([
      'confirmed red',
      'claimed red',
      'confirmed red',
    ]);
    expect((await world.review.cut([post, wire], ada)).changed).toBe(false);
  });

  it('that are joined again are one source again, and the time between stays as it was', async () => {
    const [wire, post] = await reports();
    await world.review.cut([wire], ada);
    world.turn(at(4));
    expect(await world.review.join([wire, post], ada)).toMatchObject({ changed: true });
    expect([await garth(at(0)), await garth(at(3)), await garth()]).toEqual([
      'claimed red',
      'confirmed red',
      'claimed red',
    ]);
    expect((await world.review.join([post, wire], ada)).changed).toBe(false);
  });

  it('say by way of which other report two are still one', async () => {
    const [wire, post] = await reports();
    const hollin = await world.report('hollin.txt');
    await world.review.join([wire, hollin], ada);
    await expect(world.review.cut([post, hollin], ada)).rejects.toMatchObject({
      message: expect.stringContaining(wire),
      expected: [`whoholds review cut ${post} ${wire}`, `whoholds review cut ${wire} ${hollin}`],
    });
    await world.review.join([post, hollin], ada);
    expect((await world.review.cut([wire, post], ada)).says).toContain(`by way of ${hollin}`);
  });

  it('that never were are not cut, and nothing joins a report to itself or to one that is not there', async () => {
    const [wire] = await reports();
    const coldwell = await world.report('coldwell.txt');
    await expect(world.review.cut([wire, coldwell], ada)).rejects.toThrow(/never in one family/);
    await expect(world.review.join([wire, wire], ada)).rejects.toThrow(/name two/);
    await expect(world.review.cut([wire, wire], ada)).rejects.toThrow(/name two/);
    await expect(world.review.join([wire, 'r_none'], ada)).rejects.toThrow(/no report r_none/);
    expect((await world.review.cut([coldwell], ada)).changed).toBe(false);
  });
});

describe('a judgement of an answer', () => {
  const judge = async (sameProposition: boolean) => {
    const { id } = await world.claim('coldwell-denied.txt');
    return world.review.answers({ denial: id, claim: null, sameProposition }, ada);
  };

  it('goes before the assessment’s own, and is shown with the denial', async () => {
    await judge(false);
    const { status, holder, denials } = await world.assessment(COLDWELL, LAST);
    expect([status, holder]).toEqual(['claimed', 'red']);
    expect(denials).toMatchObject([
      { sameProposition: false, judged: { by: ada.name, reason: ada.reason, known: at(1) } },
    ]);
    const before = await world.assessment(COLDWELL, LAST, at(0));
    expect([before.status, before.denials[0]?.sameProposition, before.denials[0]?.judged]).toEqual([
      'disputed',
      true,
      null,
    ]);
  });

  it('can be flipped back, and each turn of it stays', async () => {
    expect([(await judge(false)).changed, (await judge(false)).changed]).toEqual([true, false]);
    world.turn(at(6));
    expect((await judge(true)).changed).toBe(true);
    const status = async (asOf: ReturnType<typeof at> | null) => (await world.assessment(COLDWELL, LAST, asOf)).status;
    expect([await status(at(0)), await status(at(5)), await status(at(6)), await status(null)]).toEqual([
      'disputed',
      'claimed',
      'disputed',
      'disputed',
    ]);
  });

  it('needs two claims that can have to do with each other', async () => {
    const [denial, hollin, coldwell] = [
      await world.claim('coldwell-denied.txt'),
      await world.claim('hollin.txt'),
      await world.claim('coldwell.txt'),
    ];
    const answers = (from: string, to: string | null) =>
      world.review.answers({ denial: from, claim: to, sameProposition: true }, ada);
    await expect(answers(denial.id, hollin.id)).rejects.toThrow(/nothing to do with each other/);
    await expect(answers(denial.id, denial.id)).rejects.toThrow(/cannot answer itself/);
    await expect(answers(coldwell.id, null)).rejects.toMatchObject({ expected: [denial.id] });
    await expect(answers(denial.id, 'clm_none')).rejects.toThrow(/no claim clm_none/);
  });
});

describe('a claim of one’s own hand', () => {
  const hand = async (given: Partial<HandClaim> = {}): Promise<HandClaim> => ({
    ...{ report: await world.report('hollin.txt'), quote: 'The sheet has not seen the place', at: null },
    ...{ place: 'southlea/hollin', scope: null, kind: 'withdrawal', actor: 'red', polarity: 'affirmed' },
    ...{
      modality: 'actual',
      from: on(15),
      until: on(15),
      speaker: 'A League captain',
      role: 'captain',
      sides: ['red'],
    },
    ...{ via: null, to: null, partial: false, tactical: false, answers: null },
    ...given,
  });

  it('counts like any reader’s, from when it was asserted', async () => {
    const { id } = await world.claim('hollin.txt');
    await world.review.retract(id, ada);
    world.turn(at(2));
    const acted = await world.review.assert(
      await hand({ kind: 'hold', quote: 'Hollin  is\ntheirs now', speaker: 'A captain', from: on(14) }),
      ada,
    );
    expect(acted).toMatchObject({ act: 'assert', changed: true });
    const claim = (await world.ledger.claim(acted.subject))?.claim;
    expect(claim).toMatchObject({
      quote: { text: 'Hollin is theirs now' },
      placeSpan: { end: (claim?.quote.start ?? 0) + 'Hollin'.length },
      when: { earliest: on(14), latest: on(15), precision: 'about', basis: 'stated' },
      by: { voice: { class: 'commander', onRecord: true } },
      ...{ scope: 'district', reading: 1, reader: `person/${ada.name}` },
    });
    expect((await world.verdicts(LAST))['southlea/hollin district']).toBe('claimed red');
    expect((await world.verdicts(LAST, at(1)))['southlea/hollin district']).toBeUndefined();
  });

  it('is there once, and is not moved by asserting it elsewhere', async () => {
    const first = await world.review.assert(await hand(), ada);
    expect(await world.review.assert(await hand(), ada)).toMatchObject({ changed: false, subject: first.subject });
    const { id } = await world.claim('hollin.txt');
    expect((await world.review.standBy(first.subject, ada)).changed).toBe(false);
    const unnamed = await world.review.assert(await hand({ place: 'southlea/garth' }), ada);
    await expect(world.review.assert(await hand({ place: 'midvale/dunmore' }), ada)).rejects.toThrow(
      `whoholds review place ${unnamed.subject} midvale/dunmore`,
    );
    expect((await world.review.standBy(id, ada)).changed).toBe(true);
    expect(await world.ledger.claim(id)).toMatchObject({ claim: { reading: 1, reader: `person/${ada.name}` } });
  });

  const wrong: [what: string, given: () => Partial<HandClaim>, says: string | RegExp, accepted: unknown][] = [
    [
      'words that do not stand in the report',
      () => ({ quote: 'Hollin was theirs' }),
      /do not stand in report/,
      ['A League captain said that Hollin is theirs now.'],
    ],
    ['no words', () => ({ quote: '  ' }), /quote is empty/, []],
    [
      'words that stand twice',
      () => ({ quote: 'the' }),
      /stand \d+ times/,
      expect.arrayContaining([expect.any(String)]),
    ],
    ['no speaker', () => ({ speaker: null }), /needs its speaker/, []],
    ['a side that is none', () => ({ actor: 'green' }), /no side “green”/, ['blue', 'red']],
    ['nobody who does it', () => ({ actor: null }), /needs its actor/, ['blue', 'red']],
    ['a speaker on no side', () => ({ sides: [] }), /side that its speaker is on/, expect.arrayContaining(['outlet'])],
    [
      'a speaker on an unknown side',
      () => ({ sides: ['green'] }),
      /cannot be on “green”/,
      expect.arrayContaining(['red']),
    ],
    ['days that end before they begin', () => ({ until: on(2) }), /before they begin/, []],
    ['a report that is not there', () => ({ report: 'r_none' }), /no report r_none/, []],
    ['a claim to answer that is not there', () => ({ answers: 'clm_none' }), /no claim clm_none/, []],
  ];
  it.each(wrong)('is refused for %s', async (_what, given, says, expected) => {
    const seq = await world.ledger.seq();
    const act = world.review.assert(await hand(given()), ada);
    await expect(act).rejects.toMatchObject({ kind: 'usage', message: expect.stringMatching(says), expected });
    expect(await world.ledger.seq()).toBe(seq);
  });

  it('may be the outlet’s own, which has no speaker, and may say which of several places in the text is meant', async () => {
    const text = STORIES['hollin.txt']?.text ?? '';
    const start = text.lastIndexOf('the ');
    const given = { speaker: null, role: null, sides: ['outlet'], quote: 'the', at: start };
    const { subject } = await world.review.assert(await hand(given), ada);
    const claim = (await world.ledger.claim(subject))?.claim;
    expect(claim).toMatchObject({ by: { speaker: null, voice: { class: 'outlet', onRecord: false } } });
    const report = await world.ledger.report(claim?.report ?? '');
    expect(report?.report.text.slice(claim?.quote.start, claim?.quote.end)).toBe('the');
  });
});

describe('any act', () => {
  it('needs a name and a reason', async () => {
    const { id } = await world.claim('coldwell.txt');
    await expect(world.review.retract(id, { ...ada, reason: ' ' })).rejects.toThrow(/needs a reason/);
    await expect(world.review.retract(id, { ...ada, name: '' })).rejects.toThrow(/needs the name/);
    await expect(world.review.retract(id, { ...ada, name: 'Ada\nFinch' })).rejects.toThrow(/needs the name/);
    await expect(world.review.retract('clm_none', ada)).rejects.toThrow(/no claim clm_none .*whoholds why/);
    expect(await world.review.log()).toEqual([]);
  });

  type Step = (of: ReviewWorld) => Promise<unknown>;
  const STEPS: readonly Step[] = [
    async ({ review, claim }) => review.retract((await claim('hollin.txt')).id, ada),
    async ({ review, claim }) =>
      review.place((await claim('fernhill.txt')).id, { place: 'midvale/fernhill', scope: null }, ada),
    async ({ review, report }) => review.cut([await report('garth-wire.txt')], ada),
    async ({ review, claim }) =>
      review.answers({ denial: (await claim('coldwell-denied.txt')).id, claim: null, sameProposition: false }, ada),
  ];
  const allOf = async (of: ReviewWorld) => {
    const cells = await of.desk.control({
      on: on(LAST),
      asOf: null,
      seq: null,
      place: null,
      scope: null,
      minStatus: null,
      all: false,
    });
    // The numbers of the entries are those of the order; nothing else may be.
    return JSON.parse(JSON.stringify(cells, (key, value) => (key === 'seq' ? undefined : value)));
  };

  it('gives the same map as the others in whatever order they come', async () => {
    for (const step of STEPS) await step(world);
    const expected = await allOf(world);
    for (const order of [
      [3, 2, 1, 0],
      [1, 3, 0, 2],
      [2, 0, 3, 1],
    ]) {
      const other = await openReviewWorld();
      for (const index of order) await STEPS[index]?.(other);
      expect(await allOf(other)).toEqual(expected);
      await other.close();
    }
  });

  it('is told in the log, in order, with what it was about', async () => {
    const [placed, denial] = [await world.claim('fernhill.txt'), await world.claim('coldwell-denied.txt')];
    for (const [index, step] of STEPS.entries()) {
      world.turn(at(10 + index));
      await step(world);
    }
    await world.review.standBy(placed.id, ada);
    await world.review.join([await world.report('garth-wire.txt'), await world.report('garth-post.txt')], ada);
    const log = await world.review.log();
    const acts: readonly ReviewAct[] = ['retract', 'place', 'cut', 'answers', 'join'];
    expect(log.map(({ act }) => act)).toEqual(acts);
    expect(log.map(({ by, reason }) => [by, reason])).toEqual(acts.map(() => [ada.name, ada.reason]));
    expect(log.map(({ known }) => known)).toEqual([10, 11, 12, 13, 13].map(at));
    expect(log[0]?.claim?.quote.text).toBe('Hollin is theirs now');
    expect(log[1]).toMatchObject({ subject: placed.id, movedFrom: null, claim: { place: { id: 'midvale/fernhill' } } });
    expect(log[2]?.family?.id).toBe(log[4]?.family?.id);
    expect(log[3]?.answer).toMatchObject({ denial: denial.id, sameProposition: false });
  });

  it('is kept by a rebuild', async () => {
    for (const step of STEPS) await step(world);
    const [before, log] = [await allOf(world), await world.review.log()];
    await world.ledger.rebuild(SKETCHER);
    expect(await allOf(world)).toEqual(before);
    expect(await world.review.log()).toEqual(log);
  });

  it('is followed by what a large ledger keeps beside its entries', async () => {
    await world.derived.refresh();
    for (const step of STEPS) {
      await step(world);
      const touched = new Set((await world.derived.on(on(LAST)))?.touched.map(({ place }) => place));
      expect(touched.size).toBeGreaterThan(0);
      const kept = (await world.derived.on(on(LAST)))?.assessments ?? [];
      const direct = Object.entries(await world.verdicts(LAST)).filter(
        ([key]) => !touched.has(key.split(' ')[0] ?? ''),
      );
      const seen = kept.filter(({ flags }) => !flags.includes('baselineOnly'));
      expect(Object.fromEntries(seen.map((one) => [`${one.cell.place} ${one.cell.scope}`, verdictOf(one)]))).toEqual(
        Object.fromEntries(direct),
      );
      await world.derived.refresh();
    }
  });
});
