// What an undated report says, turn by turn of its dating: which lines bring what stands of it to that.
// Invariant: pure, and a function of the turns alone wherever nobody decided otherwise; planned twice, it gives nothing the second time.
import type { DatedTurn, SubjectType } from '../model/entry.ts';
import { isPerson } from '../model/person.ts';
import type { Instant } from '../model/time.ts';
import { essenceOf, keyOf, kindOf } from './plan-lines.ts';

/** The kind of reader of what a report says only as its family dates it. */
const DATED = 'dated';

export const datedReader = (reader: string): string => `${DATED}/${reader}`;

export const isDatedReader = (reader: string): boolean => kindOf(reader) === DATED;

/** One assertion that nothing ended. */
export interface TurnRow {
  readonly seq: number;
  readonly type: SubjectType;
  readonly id: string;
  readonly reader: string;
  readonly body: string;
  readonly from: Instant | null;
  /** From when it was taken back, and by whom. */
  readonly until: Instant | null;
  readonly backBy: string | null;
}

/** What is to stand under an id between two moments of known time, and why it begins and ends. */
interface Wanted {
  readonly type: SubjectType;
  readonly id: string;
  readonly value: object;
  readonly from: Instant | null;
  readonly reason: string;
  until: Instant | null;
  untilBecause: string;
}

export type Step =
  /** It never stood so. */
  | { readonly step: 'end'; readonly row: Pick<TurnRow, 'type' | 'id'> }
  | { readonly step: 'assert'; readonly wanted: Wanted }
  | { readonly step: 'take-back'; readonly wanted: Wanted };

const saidIn = ({ claims, aggregates, incidents }: DatedTurn) => [
  ...claims.map((value) => ({ type: 'claim', id: value.id, value }) as const),
  ...aggregates.map((value) => ({ type: 'aggregate', id: value.id, value }) as const),
  ...incidents.map((value) => ({ type: 'incident', id: value.id, value }) as const),
];

const wantedBy = (turns: readonly DatedTurn[]): ReadonlyMap<string, readonly Wanted[]> => {
  const all = new Map<string, Wanted[]>();
  for (const turn of turns) {
    const { from, reason } = turn;
    const said = new Map(saidIn(turn).map((one) => [keyOf(one), one]));
    for (const [key, rows] of all) {
      const [last, now] = [rows.at(-1), said.get(key)];
      if (last === undefined || last.until !== null) continue;
      if (now !== undefined && essenceOf(now.type, now.value) === essenceOf(last.type, last.value)) said.delete(key);
      else Object.assign(last, { until: from, untilBecause: reason });
    }
    for (const [key, one] of said)
      all.set(key, [...(all.get(key) ?? []), { ...one, from, reason, until: null, untilBecause: '' }]);
  }
  return all;
};

const isHand = ({ reader, backBy }: TurnRow): boolean => isPerson(reader) || (backBy !== null && isPerson(backBy));

/** What a correction took back earlier stays taken back; of what stands now, the rest of the plan may still take it. */
const isAlike = (row: TurnRow, wanted: Wanted, isLast: boolean): boolean => {
  const same =
    row.from === wanted.from && essenceOf(row.type, JSON.parse(row.body)) === essenceOf(row.type, wanted.value);
  if (!same) return false;
  if (row.until === null) return wanted.until === null || isLast;
  if (isDatedReader(row.backBy ?? '')) return row.until === wanted.until;
  return wanted.until === null || row.until <= wanted.until;
};

const written = (wanted: Wanted): readonly Step[] => [
  { step: 'assert', wanted },
  ...(wanted.until === null ? [] : [{ step: 'take-back', wanted } as const]),
];

/** Only what a family's dating brought or took back is ended with it: what else is gone is its own reader's to say. */
const isOfDating = (rows: readonly TurnRow[]): boolean =>
  rows.some(({ reader, backBy }) => isDatedReader(reader) || isDatedReader(backBy ?? ''));

const stepsFor = (rows: readonly TurnRow[], wanted: readonly Wanted[]): readonly Step[] => {
  if (rows.some(isHand)) return [];
  const isKept =
    rows.length <= wanted.length &&
    rows.every((row, at) => {
      const one = wanted[at];
      return one !== undefined && isAlike(row, one, at === rows.length - 1);
    });
  if (!isKept) return [...rows.map((row): Step => ({ step: 'end', row })), ...wanted.flatMap(written)];
  const [last, same] = [rows.at(-1), wanted[rows.length - 1]];
  const taken: readonly Step[] =
    last?.until === null && same !== undefined && same.until !== null ? [{ step: 'take-back', wanted: same }] : [];
  return [...taken, ...wanted.slice(rows.length).flatMap(written)];
};

/** In the order in which they are to be written. */
export const planTurns = (turns: readonly DatedTurn[], rows: readonly TurnRow[]): readonly Step[] => {
  const standing = Map.groupBy(rows, keyOf);
  const wanted = wantedBy(turns);
  const gone = [...standing].filter(([key, of]) => !wanted.has(key) && isOfDating(of));
  return [
    ...gone.flatMap(([, of]) => stepsFor(of, [])),
    ...[...wanted].flatMap(([key, of]) => stepsFor(standing.get(key) ?? [], of)),
  ];
};
