// Compares what a batch brings with what stands of its report, and plans the lines that make the difference.
// Invariant: a batch planned twice gives nothing the second time; what a person decided stands against every reader.
import type { Batch, Subject, SubjectType } from '../model/entry.ts';
import { Fault } from '../model/outcome.ts';
import { isPerson } from '../model/person.ts';
import type { FamilyEdge } from '../model/report.ts';
import { canonical } from './canonical.ts';
import type { Line, TakenBack } from './index-lines.ts';

/** The assertion of an id that stands now; `retracted` = it was taken back, by whomever but a newer reader. */
export interface Standing {
  readonly seq: number;
  readonly type: SubjectType;
  readonly id: string;
  readonly report: string;
  readonly reader: string;
  readonly body: string;
  readonly retracted: number | null;
}

/** What stands of one report, by `keyOf`; planning keeps it up to date, so that its next batch sees what this one brought. */
export type Standings = Map<string, Standing>;

export interface Plan {
  readonly lines: readonly Line[];
  readonly unchanged: number;
}

interface Brought {
  readonly type: SubjectType;
  readonly id: string;
  readonly value: object;
}

export const keyOf = ({ type, id }: { readonly type: string; readonly id: string }): string => `${type} ${id}`;

/** "rules/0.2.0" and "rules/0.3.0" are one kind of reader. */
export const kindOf = (reader: string): string => reader.split('/', 1)[0] ?? reader;

/** What does not make a record another one: who read it, under which name and when the report came in. */
const PASSING: Partial<Record<SubjectType, ReadonlySet<string>>> = {
  report: new Set(['file', 'retrieved', 'captured', 'originalHash']),
  claim: new Set(['reader']),
  family: new Set(['judgedBy']),
  answer: new Set(['judgedBy']),
};

export const essenceOf = (type: SubjectType, value: object): string => {
  const passing = PASSING[type];
  return canonical(passing ? Object.fromEntries(Object.entries(value).filter(([key]) => !passing.has(key))) : value);
};

const broughtBy = ({ report, claims, aggregates, incidents, corrections, families }: Batch): readonly Brought[] => {
  const { text: _, ...head } = report;
  const subjects: readonly Subject[] = [
    ...claims.map((value) => ({ type: 'claim', value }) as const),
    ...aggregates.map((value) => ({ type: 'aggregate', value }) as const),
    ...incidents.map((value) => ({ type: 'incident', value }) as const),
    ...corrections.map((value) => ({ type: 'correction', value }) as const),
    ...families.map((value) => ({ type: 'family', value }) as const),
  ];
  for (const { type, value } of subjects) {
    // A fuller version that comes later makes the earlier report the copy: the edge then starts there.
    const ends = type === 'family' ? [value.report, value.of] : 'report' in value ? [value.report] : [];
    if (!ends.includes(report.id)) {
      throw new Fault(
        'world',
        `A ${type} of another report lies in the batch of report ${report.id}. Nothing was written.`,
      );
    }
  }
  const all = [
    { type: 'report', id: report.id, value: head } as const,
    ...subjects.map((s) => ({ ...s, id: s.value.id })),
  ];
  // Of two records with one id in a batch the later counts.
  return [...new Map(all.map((brought) => [keyOf(brought), brought])).values()];
};

/** The value to write, or null where what stands is to stay. */
const changeOf = (brought: Brought, reader: string, standing: Standing | undefined): object | null => {
  if (!standing) return brought.value;
  if (!isPerson(reader)) {
    if (isPerson(standing.reader) || standing.retracted !== null || brought.type === 'family') return null;
  }
  const before: object = JSON.parse(standing.body);
  const same = essenceOf(brought.type, brought.value) === essenceOf(brought.type, before);
  // A person who says again what a reader read makes it their own: no newer reader takes it back.
  if (same && standing.retracted === null && isPerson(reader) === isPerson(standing.reader)) return null;
  // Known time of an undated report is when it was first seen: that stays.
  return brought.type === 'report' && 'retrieved' in before
    ? { ...brought.value, retrieved: before.retrieved }
    : brought.value;
};

const READ_AGAIN: ReadonlySet<SubjectType> = new Set(['claim', 'aggregate', 'incident', 'correction']);

const misreadIn = (batch: Batch, brought: ReadonlySet<string>, standings: Standings): readonly Standing[] =>
  isPerson(batch.reader)
    ? []
    : [...standings.values()].filter(
        (standing) =>
          READ_AGAIN.has(standing.type) &&
          kindOf(standing.reader) === kindOf(batch.reader) &&
          standing.retracted === null &&
          !brought.has(keyOf(standing)),
      );

/** Lines numbered from `first` on. */
export const planBatch = (batch: Batch, standings: Standings, first: number): Plan => {
  const { by, recorded, reader, report } = batch;
  const known = standings.has(keyOf({ type: 'report', id: report.id }));
  // The family is judged when a report first comes in: later, its own copies would be near it.
  const brought = broughtBy(batch).filter(({ type }) => type !== 'family' || !known || isPerson(reader));
  const misread = misreadIn(batch, new Set(brought.map(keyOf)), standings);
  const lines: Line[] = [];
  const add = (line: Pick<Line, 'act' | 'type' | 'id' | 'value' | 'standing'>): Line => {
    const body = JSON.stringify(line.value);
    const about = line.type === 'family' ? (line.value as FamilyEdge).report : report.id;
    const entered = { seq: first + lines.length, recorded, author: by, report: about, reader };
    const whole = { ...line, body, ...entered, known: null, reason: null };
    lines.push(whole);
    return whole;
  };
  for (const item of brought) {
    const standing = standings.get(keyOf(item));
    const value = changeOf(item, reader, standing);
    if (value === null) continue;
    const line = add({
      act: 'assert',
      type: item.type,
      id: item.id,
      value,
      standing: standing === undefined || standing.retracted !== null ? null : standing.seq,
    });
    standings.set(keyOf(item), { ...line, retracted: null });
  }
  const unchanged = brought.length - lines.length;
  const takenBack: TakenBack = { known: null, reason: `No longer read by ${reader}.` };
  for (const { type, id, seq } of misread) {
    add({ act: 'retract', type, id, value: takenBack, standing: seq });
    standings.delete(keyOf({ type, id }));
  }
  return { lines, unchanged };
};
