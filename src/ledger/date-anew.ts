// Writes what an undated report says as its family dates it, beside what it says of itself: lines that are added, never changed.
// Invariant: an answer for an earlier state of the ledger stays as it was; written twice, nothing is added the second time.
import type { Dating } from '../model/entry.ts';
import type { ReportId } from '../model/report.ts';
import type { Instant } from '../model/time.ts';
import { lastSeq, writeLines } from './append.ts';
import type { Queries } from './database.ts';
import type { Line, TakenBack } from './index-lines.ts';
import { datedReader, planTurns, type Step, type TurnRow } from './plan-turns.ts';

type Row = Omit<TurnRow, 'until'> & { readonly back: string | null };

const rowsOf = async (on: Queries, report: ReportId): Promise<readonly TurnRow[]> => {
  const rows = await on.query<Row>(
    `select s.seq, s.type, s.id, s.reader, e.body, e.known as "from", r.body as back, r.reader as "backBy"
     from subjects s join entries e on e.seq = s.seq left join entries r on r.seq = s.retracted
     where s.report = $1 and s.type in ('claim', 'aggregate', 'incident') and s.ended is null order by s.seq`,
    [report],
  );
  return rows.map(({ back, ...row }) => ({
    ...row,
    until: back === null ? null : (JSON.parse(back) as { readonly known: Instant }).known,
  }));
};

type Drawn = Pick<Line, 'act' | 'value' | 'known' | 'reason' | 'reader'>;

const drawn = (step: Step, { reader }: Dating): Drawn => {
  const dated = datedReader(reader);
  if (step.step === 'end') {
    const value: TakenBack = { known: null, reason: 'Its family dates it otherwise.' };
    return { act: 'retract', value, known: null, reason: null, reader: dated };
  }
  const { value, from, until, reason, untilBecause } = step.wanted;
  if (step.step === 'take-back')
    return { act: 'retract', value: { known: until, reason: untilBecause }, known: null, reason: null, reader: dated };
  if (from === null) return { act: 'assert', value, known: null, reason: null, reader };
  return { act: 'assert', value, known: from, reason, reader: dated };
};

/** Which row a step ends or takes back: what stands of its id, else what was taken back last. */
class StandingRows {
  readonly #rows = new Map<string, { readonly seq: number; live: boolean }[]>();

  constructor(rows: readonly TurnRow[]) {
    for (const { id, seq, until } of rows) this.#of(id).push({ seq, live: until === null });
  }

  #of(id: string): { readonly seq: number; live: boolean }[] {
    const rows = this.#rows.get(id) ?? [];
    this.#rows.set(id, rows);
    return rows;
  }

  take(step: Step, seq: number): number | null {
    const rows = this.#of(step.step === 'end' ? step.row.id : step.wanted.id);
    if (step.step === 'assert') {
      rows.push({ seq, live: true });
      return null;
    }
    const row = rows.findLast(({ live }) => live) ?? rows.at(-1);
    if (row === undefined) return null;
    if (step.step === 'end') rows.splice(rows.indexOf(row), 1);
    else row.live = false;
    return row.seq;
  }
}

export const dateAnew = async (on: Queries, dating: Dating): Promise<number> => {
  const rows = await rowsOf(on, dating.report);
  const standing = new StandingRows(rows);
  const first = (await lastSeq(on)) + 1;
  const { by, recorded, report } = dating;
  const lines = planTurns(dating.turns, rows).map((step, index): Line => {
    const { type, id } = step.step === 'end' ? step.row : step.wanted;
    const line = drawn(step, dating);
    const seq = first + index;
    const about = { type, id, report, author: by, recorded, seq, standing: standing.take(step, seq) };
    return { ...line, ...about, body: JSON.stringify(line.value) };
  });
  await writeLines(on, lines);
  return lines.length;
};

/** Those of these reports of which something stands as dated by their families. */
export const datedAnew = async (on: Queries, reports: readonly ReportId[]): Promise<ReadonlySet<ReportId>> => {
  const rows = await on.query<{ report: ReportId }>(
    `select distinct s.report from subjects s where s.report in ${on.dialect.list(1, 'text')}
       and s.type in ('claim', 'aggregate', 'incident') and s.ended is null and substr(s.reader, 1, 6) = 'dated/'`,
    [JSON.stringify(reports)],
  );
  return new Set(rows.map(({ report }) => report));
};
