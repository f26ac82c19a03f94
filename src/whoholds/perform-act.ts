// One act of a person done: on the evidence, or a report brought in or read again. It is told in one sentence.
// Invariant: the same act on a supposed ledger and on the real one says the same.
import type { Item } from '../intake/sources.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { done, Fault, type Outcome } from '../model/outcome.ts';
import { readerOfPerson } from '../model/person.ts';
import type { ReportId } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Instant } from '../model/time.ts';
import type { Wanted, WantedAct } from './act-contract.ts';
import { addItems, readAgain } from './add-items.ts';
import { type ReadItem, readItem, readReport } from './read-item.ts';
import type { Acted, Review, Reviewer } from './review-contract.ts';
import { ReviewDesk } from './review-desk.ts';

type Desk = Omit<Review, 'log' | 'queue'>;

export const usage = (message: string, expected: readonly string[] = []): Fault =>
  new Fault('usage', message, { expected });

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

export interface PerformGround {
  readonly ledger: Ledger;
  readonly theatre: Theatre;
  readonly now: () => Instant;
}

/** What would be read in a report that is to be brought in. */
export const readWanted = ({ theatre, now }: Omit<PerformGround, 'ledger'>, wanted: Wanted): ReadItem =>
  readItem(itemOf(wanted), { theatre, reader: readReport, retrieved: now() });

const addingBy = ({ ledger, theatre, now }: PerformGround, { name, reason }: Reviewer) => {
  if (reason.trim() === '') throw usage('A report needs a reason: why it is brought in, or read again.');
  return { ledger, theatre, options: { reader: null, by: readerOfPerson(name), now } };
};

const readOver = async (ground: PerformGround, report: ReportId, by: Reviewer): Promise<Acted> => {
  for await (const { claims, entries, refusals } of readAgain(addingBy(ground, by), report)) {
    const changed = entries.asserted > 0;
    const words = `${claims} ${claims === 1 ? 'claim' : 'claims'}, ${refusals.length} still refused`;
    const says = changed ? `Read again: ${words}.` : `Nothing to do: read again, it says the same (${words}).`;
    return { act: 'report', subject: report, changed, says, seq: await ground.ledger.seq() };
  }
  throw usage(`No report has the id “${report}”.`);
};

const addReport = async (ground: PerformGround, wanted: Wanted, by: Reviewer): Promise<Acted> => {
  const adding = addingBy(ground, by);
  const read = readWanted(ground, wanted);
  if (!read.ok) throw usage(read.refusal.reason, read.refusal.expected);
  for await (const { report, claims, entries } of addItems(adding, one(itemOf(wanted)))) {
    const changed = entries.asserted > 0;
    const words = `${claims} ${claims === 1 ? 'claim' : 'claims'} read in it`;
    const says = changed ? `Recorded: ${words}.` : `Nothing to do: the report is in the ledger, with ${words}.`;
    return { act: 'report', subject: report?.id ?? '', changed, says, seq: await ground.ledger.seq() };
  }
  throw new Error('An item gives one line.');
};

/** Does one act on a ledger, real or supposed. */
export const performAct = async (ground: PerformGround, wanted: Wanted, by: Reviewer): Promise<Acted> => {
  if (wanted.act.act === 'report') return addReport(ground, wanted, by);
  if (wanted.act.act === 'readAgain') return readOver(ground, wanted.act.report, by);
  return doOn(new ReviewDesk(ground), wanted.act, by);
};
