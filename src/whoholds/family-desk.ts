// What joining or cutting two reports comes to: which ties are made or taken back, and whether that parts them.
// Invariant: a family is what ties connect; cutting one tie parts two reports only where no other way leads between them.
import { signatureOf, tieBetween } from '../intake/find-family.ts';
import { foldFamilies } from '../intake/fold-families.ts';
import { FAMILY_LIMITS } from '../intake/judge-shared.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { Fault } from '../model/outcome.ts';
import { isPerson, personName } from '../model/person.ts';
import type { FamilyEdge, Report, ReportId } from '../model/report.ts';

type Near = Parameters<typeof tieBetween>[0];

const nearOf = (report: Report): Near => ({ report, signature: signatureOf(report) });

const sameReport = (id: ReportId): Fault => new Fault('usage', `Report ${id} is one report: name two.`);

const touches = ({ report, of }: FamilyEdge, id: ReportId): boolean => report === id || of === id;

const isBetween = (edge: FamilyEdge, a: ReportId, b: ReportId): boolean => touches(edge, a) && touches(edge, b);

const otherEnd = ({ report, of }: FamilyEdge, id: ReportId): ReportId => (report === id ? of : report);

/** The shortest way between two reports over ties, both ends included; null where none leads there. */
const wayBetween = (edges: readonly FamilyEdge[], from: ReportId, to: ReportId): readonly ReportId[] | null => {
  const ways = new Map<ReportId, readonly ReportId[]>([[from, [from]]]);
  for (const [at, way] of ways) {
    if (at === to) return way;
    for (const edge of edges.filter((one) => touches(one, at))) {
      const next = otherEnd(edge, at);
      if (!ways.has(next)) ways.set(next, [...way, next]);
    }
  }
  return null;
};

const wayWords = (way: readonly ReportId[]): string => way.slice(1, -1).join(', ');

export interface Join {
  readonly edge: FamilyEdge;
  /** A person tied them already. */
  readonly done: boolean;
  readonly says: string;
}

export interface Cutting {
  /** The ties to take back. */
  readonly edges: readonly FamilyEdge[];
  /** A tie that nobody made, to be recorded as parted, so that it is not asked about again. */
  readonly parted: FamilyEdge | null;
  readonly says: string;
}

export class FamilyDesk {
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  async planJoin([a, b]: readonly [Report, Report], judgedBy: string): Promise<Join> {
    if (a.id === b.id) throw sameReport(a.id);
    const edges = await this.#ledger.familyEdges(undefined, [a.id, b.id]);
    const known = edges.find((edge) => isBetween(edge, a.id, b.id));
    const edge = known === undefined ? tieBetween(nearOf(a), nearOf(b), judgedBy) : { ...known, judgedBy };
    if (known !== undefined && isPerson(known.judgedBy)) {
      const says = `Nothing to do: ${personName(known.judgedBy)} joined ${a.id} and ${b.id} already.`;
      return { edge, done: true, says };
    }
    const families = foldFamilies(edges);
    const one = families.has(a.id) && families.get(a.id) === families.get(b.id);
    const says = `Joined: ${edge.report} is the same story as ${edge.of}${one ? ', as was judged before' : ''}.`;
    return { edge, done: false, says };
  }

  async planCut(ids: readonly [ReportId] | readonly [ReportId, ReportId]): Promise<Cutting> {
    const [a, b] = ids;
    if (a === b) throw sameReport(a);
    const edges = await this.#ledger.familyEdges(undefined, [a]);
    if (b === undefined) return planAlone(edges, a);
    const direct = edges.filter((edge) => isBetween(edge, a, b));
    if (direct.length === 0) return this.#notTied(edges, a, b);
    const way = wayBetween(
      edges.filter((edge) => !direct.includes(edge)),
      a,
      b,
    );
    const still = way === null ? '' : ` They are still one family by way of ${wayWords(way)}: cut that too.`;
    return { edges: direct, parted: null, says: `Cut: ${a} and ${b} are not the same story.${still}` };
  }

  async #notTied(edges: readonly FamilyEdge[], a: ReportId, b: ReportId): Promise<Cutting> {
    const way = wayBetween(edges, a, b);
    if (way !== null) {
      const pairs = way.slice(1).map((id, index) => `whoholds review cut ${way[index]} ${id}`);
      const why = `${a} and ${b} are one family only by way of ${wayWords(way)}: cut one of the ties between.`;
      throw new Fault('usage', why, { expected: pairs });
    }
    const ties = await this.#ledger.familyTies(undefined, [a]);
    const before = ties.findLast(({ value }) => isBetween(value, a, b));
    if (before?.retracted) {
      const says = `Nothing to do: ${a} and ${b} were cut already (${before.retracted.reason}).`;
      return { edges: [], parted: null, says };
    }
    return this.#partNear(a, b);
  }

  /** Two reports that share wording and were judged two: a person may say so too. */
  async #partNear(a: ReportId, b: ReportId): Promise<Cutting> {
    const near: Near[] = [];
    for (const id of [a, b]) {
      const found = await this.#ledger.report(id);
      if (found !== null) near.push(nearOf(found.report));
    }
    const [first, second] = near;
    const tie = first === undefined || second === undefined ? null : tieBetween(first, second, 'rules/near-1');
    if (tie !== null && tie.score >= FAMILY_LIMITS.shared)
      return { edges: [], parted: tie, says: `Judged two: ${a} and ${b} are not the same story.` };
    throw new Fault('usage', `${a} and ${b} were never in one family: there is nothing to cut.`);
  }
}

const planAlone = (edges: readonly FamilyEdge[], id: ReportId): Cutting => {
  const own = edges.filter((edge) => touches(edge, id));
  if (own.length === 0) return { edges: own, parted: null, says: `Nothing to do: report ${id} is in no family.` };
  const others = own.map((edge) => otherEnd(edge, id));
  return { edges: own, parted: null, says: `Cut: ${id} is not the same story as ${others.join(', ')}.` };
};
