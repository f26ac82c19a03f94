// Reports read in one run: one that bears no date is read in the bounds that its copies beside it give, as the ledger reads it.
// Invariant: items come out in the order in which they came in; what is held is bounded, and a dated one waits for its row alone.
import { judgeFamilies, type NearReport, signatureOf } from '../intake/find-family.ts';
import type { Item } from '../intake/sources.ts';
import { withNotes } from '../model/claim.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Report, Signature } from '../model/report.ts';
import { datingTurns, isUndated, sayBounds } from './bound-by-family.ts';
import { type ManyGround, type ReadItem, readItems } from './read-item.ts';

/** Copies of a story come in near each other: so many reports before and after an undated one are looked at. */
const BESIDE = 250;

type Read = Extract<ReadItem, { ok: true }>;

const isOpen = (one: ReadItem): one is Read => one.ok && isUndated(one.report);

/** The reports of one run that may be of one family. */
class Beside {
  #before: Report[] = [];
  readonly #signatures = new WeakMap<Report, Signature>();

  #signed(report: Report): NearReport {
    const signature = this.#signatures.get(report) ?? signatureOf(report);
    this.#signatures.set(report, signature);
    return { report, signature };
  }

  passed(one: ReadItem): void {
    if (!one.ok) return;
    this.#before.push(one.report);
    if (this.#before.length > 2 * BESIDE) this.#before = this.#before.slice(-BESIDE);
  }

  kinOf(report: Report, after: readonly ReadItem[]): readonly Report[] {
    const others = [...this.#before.slice(-BESIDE), ...after.flatMap((one) => (one.ok ? [one.report] : []))];
    const near = others.map((other) => this.#signed(other));
    const ties = judgeFamilies(report, this.#signed(report).signature, near);
    const kin = new Set(ties.flatMap((tie) => [tie.report, tie.of]));
    return others.filter(({ id }) => id !== report.id && kin.has(id));
  }
}

const datedBy = (one: Read, kin: readonly Report[], { theatre, reader }: ManyGround): Read => {
  const last = datingTurns(one.report, [one.report, ...kin], theatre.timezone).at(-1);
  if (last === undefined || last.from === null) return one;
  const report: Report = { ...one.report, published: last.published };
  const note = { code: 'dated-by-family', message: sayBounds(last.published), span: null } as const;
  const noted = [...one.noted.filter(({ code }) => code !== 'undated'), note];
  const [told = one.reading] = reader([report], theatre);
  return { ...one, report, noted, reading: withNotes(told, noted) };
};

/** Reports are read so many at a time: the first alone, so that it is told at once, and more with every row. */
const LONGEST_ROW = 64;

async function* inRows(items: AsyncIterable<Outcome<Item>>): AsyncIterable<readonly Outcome<Item>[]> {
  let row: Outcome<Item>[] = [];
  let length = 1;
  for await (const item of items) {
    row.push(item);
    if (row.length < length) continue;
    yield row;
    row = [];
    length = Math.min(2 * length, LONGEST_ROW);
  }
  yield row;
}

/** Each item through intake and reading; an undated report waits until enough of what follows it is read. */
export async function* readTogether(items: AsyncIterable<Outcome<Item>>, ground: ManyGround): AsyncIterable<ReadItem> {
  const beside = new Beside();
  const held: ReadItem[] = [];
  const release = function* (most: number): Iterable<ReadItem> {
    for (let one = held[0]; one !== undefined && (held.length > most || !isOpen(one)); one = held[0]) {
      held.shift();
      beside.passed(one);
      yield isOpen(one) ? datedBy(one, beside.kinOf(one.report, held), ground) : one;
    }
  };
  for await (const row of inRows(items))
    for (const one of readItems(row, ground)) {
      held.push(one);
      yield* release(BESIDE);
    }
  yield* release(0);
}
