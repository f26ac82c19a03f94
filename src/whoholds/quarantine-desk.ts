// Quarantine: what was refused, with its original, and another try after a fix.
// Invariant: trying again reads the very bytes that were refused; nothing leaves quarantine but by another end.
import { restoreItems, restoreRevisit } from '../intake/keep-item.ts';
import type { Item, Source } from '../intake/sources.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { QuarantineRow } from '../ledger/records.ts';
import { Fault, type Outcome, type Refusal } from '../model/outcome.ts';
import { contentId } from '../model/text.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Wanted } from './act-contract.ts';
import { type AddOptions, addItems, readAgain } from './add-items.ts';
import type { Added } from './added.ts';
import type { Quarantine, RefusalRow, Retried, Retrying, WholeRefusal } from './quarantine-contract.ts';
import { openRefusals } from './settled-refusals.ts';

export interface QuarantineGround {
  readonly ledger: Ledger;
  readonly theatre: Theatre;
  readonly options: Omit<AddOptions, 'by'>;
}

const idOf = (file: string, { report, code, stage, span, reason }: Refusal): string =>
  contentId('q', [report ?? file, code, stage, span, reason]);

const rowsOf = ({ file, recorded, original, refusals }: QuarantineRow): readonly RefusalRow[] =>
  refusals.map((refusal) => ({ ...refusal, id: idOf(file, refusal), recorded, original }));

const none = (id: string): Fault =>
  new Fault('usage', `Nothing is refused under ${id}, or no longer. "whoholds refusals" lists what is.`);

async function* only(outcome: Outcome<Item>): Source {
  yield outcome;
}

export class QuarantineDesk implements Quarantine {
  readonly #ground: QuarantineGround;

  constructor(ground: QuarantineGround) {
    this.#ground = ground;
  }

  /** Items with what is still open of their refusals. */
  async #items(): Promise<readonly { readonly item: QuarantineRow; readonly rows: readonly RefusalRow[] }[]> {
    const { ledger } = this.#ground;
    const items = (await ledger.quarantine()).map((item) => ({ item, rows: rowsOf(item) }));
    const open = new Set(
      await openRefusals(
        ledger,
        items.flatMap(({ rows }) => rows),
      ),
    );
    return items
      .map(({ item, rows }) => ({ item, rows: rows.filter((row) => open.has(row)) }))
      .filter(({ rows }) => rows.length > 0);
  }

  async list(): Promise<readonly RefusalRow[]> {
    return (await this.#items()).flatMap(({ rows }) => rows);
  }

  async show(id: string): Promise<WholeRefusal | null> {
    const { ledger } = this.#ground;
    const row = (await this.list()).find((one) => one.id === id);
    if (row === undefined) return null;
    if (row.report === null) {
      const bytes = row.original === null ? null : await ledger.keptBytes(row.original.hash);
      return { row, bytes, words: null };
    }
    const found = await ledger.report(row.report);
    const words = row.span === null ? null : (found?.report.text.slice(row.span.start, row.span.end) ?? null);
    return { row, bytes: await ledger.original(row.report), words };
  }

  async wanted(id: string): Promise<Wanted | null> {
    const found = (await this.#items()).find(({ rows }) => rows.some((row) => row.id === id));
    if (found === undefined || found.item.report !== null) return null;
    for await (const item of (await this.#kept(found.item)) ?? []) {
      if (!item.ok) return null;
      const { file, form, bytes, given } = item.value;
      const { published, outlet, url, title } = given;
      return { act: { act: 'report', report: { file, form, published, outlet, url, title } }, bytes };
    }
    return null;
  }

  async *retry({ ids, by = 'whoholds', reopen }: Retrying): AsyncIterable<Retried> {
    const items = await this.#items();
    const known = new Set(items.flatMap(({ rows }) => rows.map(({ id }) => id)));
    for (const id of ids ?? []) if (!known.has(id)) throw none(id);
    for (const { item, rows } of items) {
      if (ids !== null && !rows.some(({ id }) => ids.includes(id))) continue;
      for await (const added of this.#tryAgain(item, by, reopen)) yield { was: rows, added };
    }
  }

  async *#tryAgain(item: QuarantineRow, by: string, reopen: Retrying['reopen']): AsyncIterable<Added> {
    const { ledger, theatre, options } = this.#ground;
    const adding = { ledger, theatre, options: { ...options, by } };
    if (item.report !== null) return yield* readAgain(adding, item.report);
    for await (const added of addItems(adding, (await this.#kept(item)) ?? reopen(item.file))) {
      yield added;
      // What it gives may bear another name: a line that now has an id, the member of an archive.
      if (added.report !== null) await ledger.release([item.file], by, options.now());
    }
  }

  async #kept({ file, original, about, refusals }: QuarantineRow): Promise<Source | null> {
    const revisit = refusals[0] === undefined ? null : restoreRevisit(refusals[0], about);
    if (revisit !== null) return only(revisit);
    const bytes = original === null ? null : await this.#ground.ledger.keptBytes(original.hash);
    return restoreItems(file, { original: bytes, about });
  }
}

/** The desk as plain functions; what is derived is brought up to date after a try. */
export const openQuarantine = (ground: QuarantineGround, settle: () => Promise<void>): Quarantine => {
  const desk = new QuarantineDesk(ground);
  return {
    list: () => desk.list(),
    show: (id) => desk.show(id),
    wanted: (id) => desk.wanted(id),
    async *retry(retrying) {
      yield* desk.retry(retrying);
      await settle();
    },
  };
};
