// Where reports split the cell of a seat (control-method 4.1): the district from its centre, or the seat's town from both.
// Invariant: what nobody sets apart is one; set apart, each lends to the other by its row of the scope table and proves nothing there.
import type { Cell } from '../model/control.ts';
import { campOf, type Ground } from './ground.ts';
import { speakerKey } from './independence.ts';
import { isRetaking } from './known-losses.ts';
import { isMain } from './opposition.ts';
import type { Statement } from './statements.ts';

/** The parts of the one cell: the compound, the town that it stands in, the district that it is the seat of. */
type Part = 'centre' | 'town' | 'district';

/** Which part stands alone, and the days (numbers) of the reports that say so. */
interface Split {
  readonly part: 'town' | 'district';
  readonly days: readonly number[];
}

const URBAN: readonly string[] = ['town', 'city'];

const partOf = ({ gazetteer }: Ground, { claim }: Statement): Part =>
  URBAN.includes(gazetteer.get(claim.place.id ?? '')?.kind ?? '')
    ? 'town'
    : claim.scope === 'centre'
      ? 'centre'
      : 'district';

const partOfCell = ({ scope }: Cell): Part =>
  scope === 'centre' ? 'centre' : URBAN.includes(scope) ? 'town' : 'district';

/** One says that a side has its part; the other, that this side has not all of the other part, or another side has it. */
const isContrary = (ground: Ground, holding: Statement, other: Statement): boolean => {
  const { what, side } = other.says;
  if (holding.says.what !== 'has' || holding.says.side === null || side === null) return false;
  const same = campOf(ground, side) === campOf(ground, holding.says.side);
  const half = other.claim.partial && other.claim.kind === 'loss';
  return half || what === 'not' || what === 'lost' ? same : (what === 'has' || what === 'inside') && !same;
};

const isTurn = (one: Statement): boolean => one.turn || one.says.what === 'lost';

/** A loss and its retaking are two turns of one place (E16a), not two parts of it. */
const isUndoing = (a: Statement, b: Statement): boolean => (isRetaking(a) && isTurn(b)) || (isRetaking(b) && isTurn(a));

/** What one voice says in one report of two parts on one day is opposite. */
const setsApart = (ground: Ground, one: Statement, other: Statement): boolean =>
  one.until === other.until &&
  !(one.rumour || other.rumour || isUndoing(one, other)) &&
  (isContrary(ground, one, other) || isContrary(ground, other, one));

/** Which part a pair of parts splits off: the district from its seat, whether told by centre or town; else the town. */
const splitBy = (one: Part, other: Part): Split['part'] | null =>
  one === other ? null : one === 'district' || other === 'district' ? 'district' : 'town';

/** One voice in one report and its copies. */
const voiceKey = (one: Statement): string => `${one.evidence.report.family}|${speakerKey(one)}`;

/** The splits that these statements tell of; none in a cell without parts. */
const findSplits = (ground: Ground, statements: readonly Statement[]): readonly Split[] => {
  const told = statements.filter(isMain).map((one) => ({ one, part: partOf(ground, one) }));
  if (told.every(({ part }) => part === told[0]?.part)) return [];
  const days = { town: new Set<number>(), district: new Set<number>() };
  for (const voice of Map.groupBy(told, ({ one }) => voiceKey(one)).values())
    for (const [at, { one, part }] of voice.entries())
      for (const other of voice.slice(at + 1)) {
        const split = splitBy(part, other.part);
        if (split !== null && setsApart(ground, one, other.one)) days[split].add(one.until);
      }
  const parts = ['town', 'district'] as const;
  return parts.flatMap((part) => (days[part].size === 0 ? [] : [{ part, days: [...days[part]] }]));
};

/** A statement as what the cell may borrow, where one of the splits stands between the two; else as it is. */
const lend = (ground: Ground, cell: Cell, splits: readonly Split[]): ((one: Statement) => Statement) => {
  const mine = partOfCell(cell);
  const { loans } = ground.parameters;
  return (one) => {
    const part = partOf(ground, one);
    if (!isMain(one) || splits.every((split) => (split.part === part) === (split.part === mine))) return one;
    const row = part === 'town' ? ground.gazetteer.get(one.claim.place.id ?? '')?.kind : part;
    const loan = (row === 'city' ? loans.city : loans[part])?.[cell.scope] ?? loans.district?.[cell.scope];
    return loan === undefined ? one : { ...one, relation: { ...loan, apart: part === 'town' || mine === 'town' } };
  };
};

/** A cell's statements, and the same as each set of its splits has them. */
export interface Parted {
  /** Days (numbers) on which a report sets parts of the cell apart. */
  readonly days: readonly number[];
  /** As the reports of the last days split the cell; the same array for the same split. */
  on(day: number): readonly Statement[];
}

export const setApart = (ground: Ground, cell: Cell, statements: readonly Statement[]): Parted => {
  const splits = findSplits(ground, statements);
  if (splits.length === 0) return { days: [], on: () => statements };
  const { apartDays } = ground.parameters;
  const made = new Map<string, readonly Statement[]>();
  const on = (day: number): readonly Statement[] => {
    const standing = splits.filter(({ days }) => days.some((from) => from <= day && day - from <= apartDays));
    if (standing.length === 0) return statements;
    const key = standing.map(({ part }) => part).join(' ');
    const known = made.get(key) ?? statements.map(lend(ground, cell, standing));
    made.set(key, known);
    return known;
  };
  return { days: splits.flatMap(({ days }) => days), on };
};
