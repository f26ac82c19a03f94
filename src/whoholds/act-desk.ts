// A person's acts as values: supposed, done, or kept until a second person has looked.
// Invariant: what waits is in no answer about the map; one key is one request, and no request is done twice.
import type { ActRequest, RequestState } from '../model/request.ts';
import type { Day, Instant } from '../model/time.ts';
import type { Acts, Answered, Asking, Ruling, Supposition, ToldRequest, Wanted, WantedAct } from './act-contract.ts';
import { findTurns, type TurnGround } from './find-turns.ts';
import { performAct, readWanted, usage } from './perform-act.ts';
import type { Reviewer } from './review-contract.ts';
import { supposeLedger } from './supposed-ledger.ts';

export interface ActGround extends TurnGround {
  readonly now: () => Instant;
  /** What is kept beside a large ledger is brought up to date. */
  readonly settle: () => Promise<void>;
}

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

  async suppose(wanted: Wanted, by: Reviewer, on: Day): Promise<Supposition> {
    const { ledger } = this.#ground;
    const supposed = await supposeLedger(ledger);
    const acted = { ...(await performAct({ ...this.#ground, ledger: supposed }, wanted, by)), seq: await ledger.seq() };
    const turns = acted.changed ? await findTurns(this.#ground, supposed, on) : [];
    return { acted, turns, read: wanted.act.act === 'report' ? readWanted(this.#ground, wanted) : null };
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
      const really = await performAct(this.#ground, asking, asking.by);
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
        ? await performAct(this.#ground, wanted, both)
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
