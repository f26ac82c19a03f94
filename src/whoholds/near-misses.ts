// Reports that confirm a cell as independent sources and share more wording than unrelated ones do: are they two?
// Invariant: only where their independence is what confirms (S2); what a person has parted is not asked again.
import { signatureOf, tieBetween } from '../intake/find-family.ts';
import { FAMILY_LIMITS } from '../intake/judge-shared.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Assessment } from '../model/control.ts';
import type { FamilyEdge, ReportId } from '../model/report.ts';
import type { Tie } from './family-history.ts';
import { askJoin, type Question } from './queue-questions.ts';

type Near = Parameters<typeof tieBetween>[0];

const JUDGE = 'rules/near-1';
/** Of the reports behind one cell, how many are compared with each other: the newest are what keeps it confirmed. */
const MOST_REPORTS = 12;

const supporters = ({ steps }: Assessment): readonly ReportId[] => {
  const ids = steps.filter(({ rule, effect }) => rule === 'S2' && effect.startsWith('for '));
  return [...new Set(ids.map(({ evidence }) => evidence.report.id))].slice(-MOST_REPORTS);
};

const pairsOf = <T>(items: readonly T[]): readonly (readonly [T, T])[] =>
  items.flatMap((a, index) => items.slice(index + 1).map((b) => [a, b] as const));

/** Remembers the reports it has looked at: one report stands behind many cells. */
export class NearMisses {
  readonly #ledger: Ledger;
  readonly #edges: readonly FamilyEdge[];
  readonly #parted: ReadonlySet<string>;
  readonly #seen = new Map<ReportId, Near | null>();

  /** `ties` with those that were taken back. */
  constructor(ledger: Ledger, ties: readonly Tie[]) {
    this.#ledger = ledger;
    this.#edges = ties.filter(({ retracted }) => retracted === null).map(({ value }) => value);
    this.#parted = new Set(ties.filter(({ retracted }) => retracted !== null).map(({ value }) => value.id));
  }

  async #near(id: ReportId): Promise<Near | null> {
    const known = this.#seen.get(id);
    if (known !== undefined) return known;
    const found = await this.#ledger.report(id);
    const near = found === null ? null : { report: found.report, signature: signatureOf(found.report) };
    this.#seen.set(id, near);
    return near;
  }

  async ask(assessment: Assessment): Promise<readonly Question[]> {
    const near: Near[] = [];
    for (const id of supporters(assessment)) {
      const one = await this.#near(id);
      if (one !== null) near.push(one);
    }
    const ties = pairsOf(near).map(([a, b]) => tieBetween(a, b, JUDGE));
    return ties
      .filter(({ id, score }) => score >= FAMILY_LIMITS.shared && !this.#parted.has(id))
      .map((tie) => askJoin(this.#edges, tie));
  }
}
