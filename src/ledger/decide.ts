// What a person asserts or takes back, in one transaction: each a line with that person's name, reason and known time.
// Invariant: what stood before is taken back, not ended, so that an earlier known time still sees it.
import type { Deciding, PersonsAct, Subject } from '../model/entry.ts';
import { Fault } from '../model/outcome.ts';
import { isPerson } from '../model/person.ts';
import type { Instant } from '../model/time.ts';
import { lastSeq, standingOf, writeLines } from './append.ts';
import type { Queries } from './database.ts';
import type { Line, TakenBack } from './index-lines.ts';
import { essenceOf, type Standing } from './plan-lines.ts';

/** The report that a record is of; a tie between two reports is the copy's. */
const reportOf = ({ type, value }: Subject): string => (type === 'report' ? value.id : value.report);

const isLive = (standing: Standing | null): standing is Standing => standing !== null && standing.retracted === null;

/** A clock that stepped back must not make an act known before the one that it answers. */
const knownAfter = async (on: Queries, standing: Standing | null, known: Instant): Promise<Instant> => {
  if (standing === null) return known;
  const rows = await on.query<{ known: Instant | null; back: string | null }>(
    `select e.known, r.body as back from entries e left join entries r on r.seq = $2 where e.seq = $1`,
    [standing.seq, standing.retracted],
  );
  const back = rows[0]?.back;
  const times = [known, rows[0]?.known, back ? (JSON.parse(back) as TakenBack).known : null];
  return times.reduce<Instant>((latest, one) => (one && one > latest ? one : latest), known);
};

interface Place {
  readonly standing: Standing | null;
  readonly known: Instant;
  readonly deciding: Deciding;
}

type Drawn = Omit<Line, 'seq'>;

const takeBack = ({ standing, known, deciding }: Place): readonly Drawn[] => {
  if (!isLive(standing)) return [];
  const { by, reason, recorded } = deciding;
  const value: TakenBack = { known, reason };
  const about = { type: standing.type, id: standing.id, report: standing.report, standing: standing.seq };
  const body = JSON.stringify(value);
  return [{ act: 'retract', ...about, value, body, known: null, reason: null, recorded, author: by, reader: by }];
};

const assertion = (what: Subject, { known, deciding }: Place): Drawn => {
  const { by, reason, recorded } = deciding;
  const { type, value } = what;
  const about = { type, id: value.id, report: reportOf(what), standing: null };
  const body = JSON.stringify(value);
  return { act: 'assert', ...about, value, body, known, reason, recorded, author: by, reader: by };
};

/** A person's word said again, by whomever, is no news; a person who says what a reader read makes it their own. */
const isKnown = ({ type, value }: Subject, standing: Standing | null): boolean =>
  isLive(standing) &&
  isPerson(standing.reader) &&
  essenceOf(type, value) === essenceOf(type, JSON.parse(standing.body) as object);

const linesOf = async (on: Queries, act: PersonsAct, deciding: Deciding): Promise<readonly Drawn[]> => {
  const [type, id] = act.act === 'assert' ? [act.what.type, act.what.value.id] : [act.type, act.subject];
  const standing = await standingOf(on, type, id);
  const place = { standing, known: await knownAfter(on, standing, deciding.known), deciding };
  if (act.act === 'retract') return takeBack(place);
  return isKnown(act.what, standing) ? [] : [...takeBack(place), assertion(act.what, place)];
};

const checkReport = async (on: Queries, { what }: Extract<PersonsAct, { act: 'assert' }>): Promise<void> => {
  const found = await standingOf(on, 'report', reportOf(what));
  if (found === null)
    throw new Fault(
      'usage',
      `There is no report ${reportOf(what)} in this ledger, and nothing is asserted without one.`,
    );
};

/** How many entries were written; 0 where all of it stood so already. */
export const decide = async (on: Queries, acts: readonly PersonsAct[], deciding: Deciding): Promise<number> => {
  let written = 0;
  for (const act of acts) {
    if (act.act === 'assert') await checkReport(on, act);
    const first = (await lastSeq(on)) + 1;
    const lines = (await linesOf(on, act, deciding)).map((line, index) => ({ ...line, seq: first + index }));
    await writeLines(on, lines);
    written += lines.length;
  }
  return written;
};
