// A person's acts as values: supposed, done, or kept until a second person has looked.
// Invariant: what waits is in no answer about the map; one key is one request, and no request is done twice.
import type { Item } from '../intake/sources.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { done, Fault, type Outcome } from '../model/outcome.ts';
import { readerOfPerson } from '../model/person.ts';
import type { ReportId } from '../model/report.ts';
import type { ActRequest, RequestState } from '../model/request.ts';
import type { Day, Instant } from '../model/time.ts';
import type { Acts, Answered, Asking, Ruling, Supposition, ToldRequest, Wanted, WantedAct } from './act-contract.ts';
import { addItems, readAgain } from './add-items.ts';
import { findTurns, type TurnGround } from './find-turns.ts';
import { type ReadItem, readItem, readReport } from './read-item.ts';
import type { Acted, Review, Reviewer } from './review-contract.ts';
import { ReviewDesk } from './review-desk.ts';
import { supposeLedger } from './supposed-ledger.ts';

export interface ActGround extends TurnGround {
  readonly now: () => Instant;
  /** What is kept beside a large ledger is brought up to date. */
  readonly settle: () => Promise<void>;
}

type Desk = Omit<Review, 'log' | 'queue'>;

const usage = (message: string, expected: readonly string[] = []): Fault => new Fault('usage', message, { expected });

const itemOf = ({ act, bytes }: Wanted): Outcome<Item> => {
  if (act.act !== 'report' || bytes === null) throw usage('There is no report in this.');
  const { file, form, ...given } = act.report;
  return done({ file, form, bytes, given: { ...given, id: null } });
};

const one = async function* <T>(value: T): AsyncIterable<T> {
  yield value;
};

const doOn = (desk: Desk, act: Exclude<WantedAct, { act: 'report' | 'readAgain' }>, by: Reviewer): Promise<Acted> => {
  switch (act.act) {
    case 'assert':
      return desk.assert(act.claim, by, act.replaces);
    case 'standBy':
      return desk.standBy(act.claim, by);
    case 'retract':
      return desk.retract(act.claim, by);
    case 'place':
      return desk.place(act.claim, { place: act.place, scope: act.scope }, by);
    case 'join':
      return desk.join(act.reports, by);
    case 'cut':
      return desk.cut(act.reports, by);
    case 'answers':
      return desk.answers({ denial: act.denial, claim: act.claim, sameProposition: act.sameProposition }, by);
  }
};

const ANSWER = (text: string): Omit<Answered, 'number' | 'state'> => JSON.parse(text);

const answerOf = ({ number, state, answer }: ActRequest): Answered => ({ number, state, ...ANSWER(answer) });

export class ActDesk implements Acts {
  readonly #ground: ActGround;
  /** One request after another: a look and the act that follows it see the same ledger. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(ground: ActGround) {
    this.#ground = ground;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => {});
    return mine;
  }

  #adding(ledger: Ledger, { name, reason }: Reviewer) {
    if (reason.trim() === '') throw usage('A report needs a reason: why it is brought in, or read again.');
    const { theatre, now } = this.#ground;
    return { ledger, theatre, options: { reader: null, by: readerOfPerson(name), now } };
  }

  async #readAgain(ledger: Ledger, report: ReportId, by: Reviewer): Promise<Acted> {
    for await (const { claims, entries, refusals } of readAgain(this.#adding(ledger, by), report)) {
      const changed = entries.asserted > 0;
      const words = `${claims} ${claims === 1 ? 'claim' : 'claims'}, ${refusals.length} still refused`;
      const says = changed ? `Read again: ${words}.` : `Nothing to do: read again, it says the same (${words}).`;
      return { act: 'report', subject: report, changed, says, seq: await ledger.seq() };
    }
    throw usage(`No report has the id “${report}”.`);
  }

  async #addReport(ledger: Ledger, wanted: Wanted, by: Reviewer): Promise<Acted> {
    const adding = this.#adding(ledger, by);
    const { theatre, now } = this.#ground;
    const read = readItem(itemOf(wanted), { theatre, reader: readReport, retrieved: now() });
    if (!read.ok) throw usage(read.refusal.reason, read.refusal.expected);
    for await (const { report, claims, entries } of addItems(adding, one(itemOf(wanted)))) {
      const changed = entries.asserted > 0;
      const words = `${claims} ${claims === 1 ? 'claim' : 'claims'} read in it`;
      const says = changed ? `Recorded: ${words}.` : `Nothing to do: the report is in the ledger, with ${words}.`;
      return { act: 'report', subject: report?.id ?? '', changed, says, seq: await ledger.seq() };
    }
    throw new Error('An item gives one line.');
  }

  async #perform(ledger: Ledger, wanted: Wanted, by: Reviewer): Promise<Acted> {
    const { theatre, now } = this.#ground;
    if (wanted.act.act === 'report') return this.#addReport(ledger, wanted, by);
    if (wanted.act.act === 'readAgain') return this.#readAgain(ledger, wanted.act.report, by);
    return doOn(new ReviewDesk({ ledger, theatre, now }), wanted.act, by);
  }

  async suppose(wanted: Wanted, by: Reviewer, on: Day): Promise<Supposition> {
    const { ledger } = this.#ground;
    const supposed = await supposeLedger(ledger);
    const acted = { ...(await this.#perform(supposed, wanted, by)), seq: await ledger.seq() };
    const turns = acted.changed ? await findTurns(this.#ground, supposed, on) : [];
    return { acted, turns, read: wanted.act.act === 'report' ? this.#read(wanted) : null };
  }

  #read(wanted: Wanted): ReadItem {
    const { theatre, now } = this.#ground;
    return readItem(itemOf(wanted), { theatre, reader: readReport, retrieved: now() });
  }

  ask(asking: Asking): Promise<Answered> {
    return this.#inTurn(async () => {
      const before = await this.#before(asking);
      if (before !== null) return before;
      const { acted, turns } = await this.suppose(asking, asking.by, asking.on);
      if (acted.changed && turns.length > 0 && asking.twoPersons) {
        const says = `Waits for a second person. ${acted.says}`;
        return this.#keep(asking, 'waiting', { acted: { ...acted, changed: false, says }, turns });
      }
      const really = await this.#perform(this.#ground.ledger, asking, asking.by);
      if (really.changed) await this.#ground.settle();
      return this.#keep(asking, 'done', { acted: really, turns });
    });
  }

  /** The answer to the same request before; a key that was used for something else is wrong use. */
  async #before({ by, key, mark }: Pick<Asking, 'by' | 'key' | 'mark'>): Promise<Answered | null> {
    const known = await this.#ground.ledger.request(by.name, key);
    if (known === null) return null;
    if (known.mark === mark) return answerOf(known);
    throw usage('This idempotency key was used for another request: take a new one.');
  }

  async #keep(asking: Asking, state: RequestState, answer: Omit<Answered, 'number' | 'state'>): Promise<Answered> {
    const { by, key, mark, act, bytes } = asking;
    const about = { by: by.name, key, mark, recorded: this.#ground.now(), of: null, state, reason: by.reason.trim() };
    const kept = { ...about, act: JSON.stringify(act), answer: JSON.stringify(answer) };
    // What was done has its bytes in the ledger.
    return answerOf(await this.#ground.ledger.keepRequest(kept, state === 'waiting' ? bytes : null));
  }

  async requests(): Promise<readonly ToldRequest[]> {
    const all = await this.#ground.ledger.requests();
    const rulings = new Map(all.flatMap((ruling) => (ruling.of === null ? [] : [[ruling.of, ruling]])));
    return all
      .filter(({ of }) => of === null)
      .map((request) => {
        const ruling = rulings.get(request.number) ?? null;
        const act = JSON.parse(request.act) as WantedAct;
        return { request, act, answered: ANSWER(request.answer), state: ruling?.state ?? request.state, ruling };
      });
  }

  async waiting(number: number): Promise<{ readonly told: ToldRequest; readonly wanted: Wanted }> {
    const waiting = (await this.requests()).filter(({ state }) => state === 'waiting');
    const told = waiting.find(({ request }) => request.number === number);
    if (told === undefined)
      throw usage(
        `No request ${number} waits for a second person.`,
        waiting.map(({ request }) => String(request.number)),
      );
    return { told, wanted: { act: told.act, bytes: await this.#ground.ledger.requestBytes(number) } };
  }

  rule(ruling: Ruling): Promise<Answered> {
    return this.#inTurn(async () => {
      const before = await this.#before(ruling);
      if (before !== null) return before;
      const { told, wanted } = await this.waiting(ruling.number);
      const { by, reason } = told.request;
      if (ruling.approve && by === ruling.by.name) throw usage('What you asked for waits for another person than you.');
      const both = { name: by, reason: `${reason} (approved by ${ruling.by.name}: ${ruling.by.reason.trim()})` };
      const acted = ruling.approve
        ? await this.#perform(this.#ground.ledger, wanted, both)
        : { ...told.answered.acted, changed: false, says: `Left undone, as ${ruling.by.name} decided.` };
      if (acted.changed) await this.#ground.settle();
      return this.#keepRuling(ruling, { acted, turns: ruling.approve ? told.answered.turns : [] });
    });
  }

  async #keepRuling(ruling: Ruling, answer: Omit<Answered, 'number' | 'state'>): Promise<Answered> {
    const { by, key, mark, number, approve } = ruling;
    const state = approve ? 'approved' : 'declined';
    const about = { by: by.name, key, mark, recorded: this.#ground.now(), of: number, state, reason: by.reason.trim() };
    const kept = { ...about, act: '', answer: JSON.stringify(answer) } as const;
    return { ...answerOf(await this.#ground.ledger.keepRequest({ ...kept, state }, null)), number };
  }
}

/** The desk as plain functions, so that it can be shown with other bounds. */
export const openActs = (ground: ActGround): Acts => {
  const desk = new ActDesk(ground);
  return {
    suppose: (wanted, by, on) => desk.suppose(wanted, by, on),
    ask: (asking) => desk.ask(asking),
    waiting: (number) => desk.waiting(number),
    rule: (ruling) => desk.rule(ruling),
    requests: () => desk.requests(),
  };
};
