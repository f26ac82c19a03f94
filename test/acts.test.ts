// People's acts as values: what an act would change is what it changes, and what waits for a second person changes nothing.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CellTurn, WantedAct } from '../src/whoholds/act-contract.ts';
import type { HandClaim } from '../src/whoholds/review-contract.ts';
import { supposeLedger } from '../src/whoholds/supposed-ledger.ts';
import { ada, at, on, openReviewWorld, type ReviewWorld } from './review-world.ts';

let world: ReviewWorld;
beforeEach(async () => {
  world = await openReviewWorld();
});
afterEach(() => world.close());

const edda = { name: 'Edda Crane', reason: 'I read it too.' };
const DAYS = Array.from({ length: 31 }, (_, at) => at + 1);
const ON = on(15);

const wanted = (act: WantedAct) => ({ act, bytes: null });
const asking = (act: WantedAct, key = 'key one', more = {}) => ({
  ...{ ...wanted(act), by: ada, key, mark: JSON.stringify(act), twoPersons: true, on: ON },
  ...more,
});

type Verdicts = Readonly<Record<string, string>>;
const eachDay = async (): Promise<readonly Verdicts[]> => Promise.all(DAYS.map((day) => world.verdicts(day)));

/** On how many days of the month each cell's verdict differs. */
const differences = (before: readonly Verdicts[], after: readonly Verdicts[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const [at, was] of before.entries())
    for (const cell of new Set([...Object.keys(was), ...Object.keys(after[at] ?? {})])) {
      const [from, to] = [was[cell] ?? 'undetermined -', after[at]?.[cell] ?? 'undetermined -'];
      if (from !== to) counts[cell] = (counts[cell] ?? 0) + 1;
    }
  return counts;
};

const inMarch = ({ first, last }: CellTurn): number => {
  const from = first < on(1) ? 1 : Number(first.slice(8));
  return first > on(31) ? 0 : (last > on(31) ? 31 : Number(last.slice(8))) - from + 1;
};

const handClaim = async (): Promise<HandClaim> => ({
  ...{ report: await world.report('hollin.txt'), quote: 'Hollin is theirs now', at: null, place: 'southlea/hollin' },
  ...{
    scope: null,
    kind: 'capture',
    actor: 'red',
    polarity: 'affirmed',
    modality: 'actual',
    from: on(14),
    until: on(14),
  },
  ...{ speaker: 'A League captain', role: 'captain', sides: ['red'], via: null, to: null },
  ...{ partial: false, tactical: false, answers: null },
});

const ACTS: Readonly<Record<string, () => Promise<WantedAct>>> = {
  'taking a claim back': async () => ({ act: 'retract', claim: (await world.claim('hollin.txt')).id }),
  'putting a claim at its place': async () => ({
    ...{ act: 'place', claim: (await world.claim('fernhill.txt')).id, place: 'southlea/fernhill', scope: null },
  }),
  'moving a claim elsewhere': async () => ({
    ...{ act: 'place', claim: (await world.claim('hollin.txt')).id, place: 'southlea/garth', scope: null },
  }),
  'cutting a family': async () => ({
    act: 'cut',
    reports: [await world.report('garth-wire.txt'), await world.report('garth-post.txt')],
  }),
  'judging a denial of another question': async () => ({
    ...{ act: 'answers', denial: (await world.claim('coldwell-denied.txt')).id, claim: null, sameProposition: false },
  }),
  'putting a claim right': async () => ({
    ...{ act: 'assert', claim: await handClaim(), replaces: (await world.claim('hollin.txt')).id },
  }),
};

describe('supposing', () => {
  it.each(Object.entries(ACTS))('%s tells what it then changes, cell by cell and day by day', async (_, make) => {
    const act = await make();
    const before = await eachDay();
    const seq = await world.ledger.seq();
    const { acted, turns } = await world.acts.suppose(wanted(act), ada, ON);
    expect([acted.changed, await world.ledger.seq()]).toEqual([true, seq]);
    expect(await eachDay()).toEqual(before);
    const done = await world.acts.ask(asking(act, 'key one', { twoPersons: false }));
    expect([done.state, done.acted.says]).toEqual(['done', acted.says]);
    const found = Object.fromEntries(turns.map((turn) => [`${turn.cell.place} ${turn.cell.scope}`, inMarch(turn)]));
    const changed = differences(before, await eachDay());
    expect(Object.keys(changed).length).toBeGreaterThan(0);
    expect(found).toEqual(changed);
  });

  it('the other way round gives the old map back', async () => {
    const reports = [await world.report('garth-wire.txt'), await world.report('garth-post.txt')] as const;
    await world.review.cut(reports, ada);
    const { turns } = await world.acts.suppose(wanted({ act: 'join', reports }), ada, ON);
    expect(turns).toMatchObject([{ cell: { place: 'southlea/garth' }, from: { status: 'confirmed' } }]);
  });

  it('shows both verdicts on the day that is asked about', async () => {
    const act = await (ACTS['taking a claim back'] as () => Promise<WantedAct>)();
    const { turns } = await world.acts.suppose(wanted(act), ada, ON);
    expect(turns).toMatchObject([
      { at: ON, from: { status: 'claimed', holder: 'red' }, to: { status: 'undetermined' }, first: ON },
    ]);
  });

  it('fails as the act itself would', async () => {
    const none = wanted({ act: 'retract', claim: 'clm_none' });
    await expect(world.acts.suppose(none, ada, ON)).rejects.toThrow('There is no claim clm_none');
    const act = wanted({ act: 'retract', claim: (await world.claim('hollin.txt')).id });
    await expect(world.acts.suppose(act, { name: 'Ada Finch', reason: ' ' }, ON)).rejects.toThrow('needs a reason');
  });
});

describe('a supposed ledger', () => {
  it('is read place by place and report by report, as a large one is, and nothing reaches the one below', async () => {
    const { ledger, claim, report } = world;
    const [hollin, wire, post] = [
      await claim('hollin.txt'),
      await report('garth-wire.txt'),
      await report('garth-post.txt'),
    ];
    const supposed = await supposeLedger(ledger);
    const deciding = { by: 'person/Ada Finch', reason: 'x', known: at(9), recorded: at(9) };
    const moved = { ...hollin, place: { ...hollin.place, id: 'southlea/garth' } };
    const [tie] = await ledger.familyEdges(undefined, [wire]);
    await supposed.decide([{ act: 'assert', what: { type: 'claim', value: moved } }], deciding);
    await supposed.decide([{ act: 'retract', type: 'family', subject: tie?.id ?? '' }], deciding);
    const live = async (of: Pick<typeof ledger, 'claimsOf'>, place: string) =>
      (await of.claimsOf({ places: [place] })).filter(({ retracted }) => retracted === null).length;
    expect([await live(supposed, 'southlea/hollin'), await live(supposed, 'southlea/garth')]).toEqual([
      ...[(await live(ledger, 'southlea/hollin')) - 1, (await live(ledger, 'southlea/garth')) + 1],
    ]);
    expect(await supposed.familyEdges(undefined, [wire])).toEqual([]);
    expect([...supposed.tiedReports()].sort()).toEqual([wire, post].sort());
    expect(await ledger.familyEdges(undefined, [wire])).toEqual([tie]);
    expect([await supposed.seq(), (await ledger.entriesByPeople()).length]).toEqual([(await ledger.seq()) + 1, 0]);
  });
});

describe('two persons', () => {
  const retract = async (): Promise<WantedAct> => ({ act: 'retract', claim: (await world.claim('hollin.txt')).id });

  it('what changes the map waits, and is nowhere on it until another person approves', async () => {
    const before = await eachDay();
    const asked = await world.acts.ask(asking(await retract()));
    expect(asked).toMatchObject({ number: 1, state: 'waiting', acted: { changed: false }, turns: [{}] });
    expect([await eachDay(), await world.review.log()]).toEqual([before, []]);
    const ruled = await world.acts.rule({ number: 1, approve: true, by: edda, key: 'key two', mark: 'm' });
    expect(ruled).toMatchObject({ number: 1, state: 'approved', acted: { changed: true } });
    expect(await eachDay()).not.toEqual(before);
    expect(await world.review.log()).toMatchObject([
      { act: 'retract', by: 'Ada Finch', reason: `${ada.reason} (approved by Edda Crane: ${edda.reason})` },
    ]);
    expect(await world.acts.requests()).toMatchObject([{ state: 'approved', ruling: { by: 'Edda Crane' } }]);
  });

  it('nobody approves what they asked for, but may withdraw it', async () => {
    await world.acts.ask(asking(await retract()));
    const own = { number: 1, by: ada, key: 'key two', mark: 'm' };
    await expect(world.acts.rule({ ...own, approve: true })).rejects.toThrow('another person than you');
    expect(await world.acts.rule({ ...own, approve: false })).toMatchObject({ state: 'declined', turns: [] });
    expect(await world.review.log()).toEqual([]);
    await expect(world.acts.rule({ ...own, approve: false, key: 'key three' })).rejects.toThrow('No request 1 waits');
  });

  it('what changes nothing on the map is done at once', async () => {
    const act: WantedAct = { act: 'standBy', claim: (await world.claim('garth-wire.txt')).id };
    expect(await world.acts.ask(asking(act))).toMatchObject({ state: 'done', turns: [], acted: { changed: true } });
  });

  it('a report waits whole, bytes and all, and is read into the ledger when it is approved', async () => {
    const text =
      'Reds claim a town\n\nThe Reds "have taken the town of Ashford in Northmark," Red League spokesman Ivo Hale said on Wednesday.\n';
    const report = {
      file: 'pasted.txt',
      form: 'text' as const,
      published: '2021-03-17',
      outlet: 'Ashford Examiner',
      url: null,
      title: null,
    };
    const bytes = new TextEncoder().encode(text);
    const seq = await world.ledger.seq();
    const asked = await world.acts.ask(asking({ act: 'report', report }, 'key one', { bytes }));
    expect([asked.state, asked.turns.length > 0, await world.ledger.seq()]).toEqual(['waiting', true, seq]);
    const ruled = await world.acts.rule({ number: 1, approve: true, by: edda, key: 'key two', mark: 'm' });
    expect(ruled.acted.changed).toBe(true);
    expect(await world.ledger.original(ruled.acted.subject)).toEqual(bytes);
    expect((await world.ledger.report(ruled.acted.subject))?.report).toMatchObject({
      outlet: 'Ashford Examiner',
      file: 'pasted.txt',
    });
  });

  it('a report that cannot be read is refused, with the reason', async () => {
    const report = { file: 'pasted.txt', form: 'text' as const, published: null, outlet: null, url: null, title: null };
    const bytes = new TextEncoder().encode('  \n');
    await expect(world.acts.ask(asking({ act: 'report', report }, 'key one', { bytes }))).rejects.toThrow(/text/);
    expect(await world.acts.requests()).toEqual([]);
  });
});

describe('one key', () => {
  it('is one request: the same answer again, and nothing done twice', async () => {
    const act = await (ACTS['taking a claim back'] as () => Promise<WantedAct>)();
    const once = asking(act, 'key one', { twoPersons: false });
    const [first, second] = await Promise.all([world.acts.ask(once), world.acts.ask(once)]);
    expect(second).toEqual(first);
    expect([first.acted.changed, (await world.review.log()).length]).toEqual([true, 1]);
    await expect(world.acts.ask({ ...once, mark: 'other' })).rejects.toThrow('was used for another request');
    expect(await world.acts.ask({ ...once, by: edda })).toMatchObject({ acted: { changed: false } });
  });
});
