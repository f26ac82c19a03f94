// The JSON shapes of what an act would do, of what was asked, and of who is signed in.
// Invariant: absent values are null, never missing; no password, cookie or hash is ever in one.
import type { Person } from '../accounts/gate.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Answered, CellTurn, Supposition, ToldRequest, WantedAct } from '../whoholds.ts';
import { cellPlace, readingRecord } from './records.ts';
import { actedRecord } from './review-records.ts';

const turnRecord = ({ cell, ...turn }: CellTurn, { gazetteer }: Theatre) => ({
  place: cellPlace(cell.place, gazetteer),
  scope: cell.scope,
  ...turn,
});

const turnRecords = (turns: readonly CellTurn[], theatre: Theatre) => turns.map((turn) => turnRecord(turn, theatre));

const readRecord = (read: Supposition['read']) =>
  read?.ok ? readingRecord(read.report, read.reading, { marks: false, trace: false }) : null;

/** What a write with `dryRun` answers. `waits`: it would wait for a second person. */
export const suppositionRecord = (supposed: Supposition, waits: boolean, theatre: Theatre) => ({
  ...actedRecord(supposed.acted),
  request: null,
  state: null,
  waits,
  turns: turnRecords(supposed.turns, theatre),
  read: readRecord(supposed.read),
});

/** What a write answers. */
export const answeredRecord = ({ number, state, acted, turns }: Answered, theatre: Theatre) => ({
  ...actedRecord(acted),
  request: number,
  state,
  waits: state === 'waiting',
  turns: turnRecords(turns, theatre),
  read: null,
});

/** The subject that an act is about, without a report's bytes. */
const aboutRecord = (act: WantedAct) => ({ ...act });

export const requestRecord = ({ request, act, answered, state, ruling }: ToldRequest, theatre: Theatre) => ({
  request: request.number,
  by: request.by,
  recorded: request.recorded,
  reason: request.reason,
  state,
  act: aboutRecord(act),
  says: answered.acted.says,
  turns: turnRecords(answered.turns, theatre),
  ruling: ruling === null ? null : { by: ruling.by, reason: ruling.reason, recorded: ruling.recorded },
});

export interface Writing {
  /** False: the server was started without an account. */
  readonly writable: boolean;
  readonly twoPersons: boolean;
}

export const sessionRecord = (person: Person | null, { writable, twoPersons }: Writing) => ({
  writable,
  twoPersons,
  account: person === null ? null : { name: person.account.name, role: person.account.role },
  csrf: person?.session.csrf ?? null,
  expires: person === null ? null : new Date(person.session.expires).toISOString(),
});
