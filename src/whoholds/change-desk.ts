// Which cells changed between two moments (of days, of what was known, or of what was recorded), and because of which entries.
// Invariant: both sides of a change are what `control` answers for its moment.
import { cutEvidence } from '../assessment/assess.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ClaimId } from '../model/claim.ts';
import type { Assessment, Cell, ControlPeriod, Evidence, Moment } from '../model/control.ts';
import type { Day } from '../model/time.ts';
import type { Change, ChangeKind, ChangesQuery, EntryBetween } from './contract.ts';
import type { ControlDesk } from './control-desk.ts';
import { cellKey } from './derived-control.ts';
import { entriesBetween } from './entries-between.ts';

interface Moments {
  readonly from: Moment;
  readonly to: Moment;
}

const asPeriod = (one: Assessment, until: Day | null): ControlPeriod => ({
  cell: one.cell,
  holder: one.holder,
  status: one.status,
  from: one.moment.on,
  until,
  changeBetween: null,
  because: one.because,
  reason: one.reason,
});

const isSide = ({ holder }: Assessment): boolean => holder !== null && holder !== 'none';

const kindOf = (before: Assessment | null, after: Assessment): ChangeKind => {
  if (before === null) return 'new';
  if (after.flags.includes('baselineOnly')) return 'withdrawn';
  if (before.holder === after.holder) return 'status';
  if (isSide(before) && isSide(after)) return 'hands';
  return isSide(after) ? 'gained' : 'lost';
};

const claimsIn = ({ steps, denials, notCounted }: Assessment): ReadonlySet<ClaimId> =>
  new Set([...steps, ...denials, ...notCounted].map(({ evidence }) => evidence.claim.id));

/** Of one state of knowledge, what decides the later day. */
const deciding = ({ because }: Assessment, evidence: readonly Evidence[]): readonly EntryBetween[] =>
  evidence
    .filter(({ claim }) => because.includes(claim.id))
    .map((one) => ({
      ...{ act: 'said', seq: one.seq, known: one.known ?? one.report.known, reason: null },
      evidence: one,
    }));

export class ChangeDesk {
  readonly #ledger: Ledger;
  readonly #desk: ControlDesk;

  constructor(ledger: Ledger, desk: ControlDesk) {
    this.#ledger = ledger;
    this.#desk = desk;
  }

  async #momentsOf({ from, to }: ChangesQuery): Promise<Moments> {
    const last = await this.#ledger.seq();
    return { from: { ...from, seq: from.seq ?? last }, to: { ...to, seq: to.seq ?? last } };
  }

  async changes(query: ChangesQuery): Promise<readonly Change[]> {
    const moments = await this.#momentsOf(query);
    const { place, scope } = query;
    const base = { place, scope, minStatus: null, all: false };
    const before = new Map(
      (await this.#desk.control({ ...base, ...moments.from })).map((one) => [cellKey(one.cell), one]),
    );
    const after = new Map(
      (await this.#desk.control({ ...base, ...moments.to })).map((one) => [cellKey(one.cell), one]),
    );
    const changes: Change[] = [];
    for (const key of [...new Set([...before.keys(), ...after.keys()])].sort()) {
      const was = before.get(key) ?? null;
      const cell = (after.get(key) ?? was)?.cell;
      if (cell === undefined) continue;
      const is = after.get(key) ?? (await this.#desk.assessAt(cell, moments.to));
      if (was !== null && was.holder === is.holder && was.status === is.status) continue;
      changes.push(await this.#changeOf({ was, is, cell }, moments));
    }
    return changes;
  }

  async #changeOf(
    { was, is, cell }: { readonly was: Assessment | null; readonly is: Assessment; readonly cell: Cell },
    moments: Moments,
  ): Promise<Change> {
    return {
      ...{ cell, change: kindOf(was, is), p: { from: was?.p ?? null, to: is.p } },
      against: { from: was?.against ?? [], to: is.against },
      flags: { from: was?.flags ?? [], to: is.flags },
      from: was === null ? null : asPeriod(was, moments.to.on),
      to: asPeriod(is, null),
      because: await this.#becauseOf(cell, moments),
    };
  }

  /** The entries between the two moments that the answers name; where they name none of them, all that bear on the place. */
  async #becauseOf(cell: Cell, { from, to }: Moments): Promise<readonly EntryBetween[]> {
    const recorded = await this.#desk.evidenceOf(cell, to.seq);
    const after = cutEvidence(recorded, to);
    const assessed = await this.#desk.assessAt(cell, to);
    if (from.asOf === to.asOf && from.seq === to.seq) return deciding(assessed, after);
    const before = cutEvidence(await this.#desk.evidenceOf(cell, from.seq), from);
    const entries = entriesBetween({ before, after, recorded });
    const named = new Set([...claimsIn(assessed), ...claimsIn(await this.#desk.assessAt(cell, from))]);
    const own = entries.filter(({ evidence }) => named.has(evidence.claim.id));
    return own.length > 0 ? own : entries;
  }
}
