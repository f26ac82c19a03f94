// What a reviewer may be asked: claims read with doubt, answers by which a status stands, names not told apart, near copies.
// Invariant: what a person has decided is not asked again.
import { cellsAround, lendersOf } from '../assessment/scopes.ts';
import { foldFamilies } from '../intake/fold-families.ts';
import { FAMILY_LIMITS } from '../intake/judge-shared.ts';
import type { Claim, ClaimId } from '../model/claim.ts';
import type { Assessment, Cell, DenialEdge, Evidence } from '../model/control.ts';
import { isPerson } from '../model/person.ts';
import type { Gazetteer, PlaceId } from '../model/place.ts';
import type { FamilyEdge, FamilyId, ReportId } from '../model/report.ts';
import { scopeAt } from './hand-claim.ts';
import type { QueueItem } from './review-contract.ts';
import { type Change, withFamilies, withJudgement, withoutClaim, withPlaced } from './what-if.ts';

export interface Question extends Omit<QueueItem, 'moves' | 'weight' | 'against'> {
  readonly change: Change;
  /** The claim, reports or place of which one must bear on a cell for the change to do so. */
  readonly about: readonly string[];
  /** Cells that the change may bear on although nobody has spoken of them yet. */
  readonly cells: readonly Cell[];
}

/** Above this, the reader was sure enough of a claim. */
const SURE = 0.8;
/** A score further than this above the limit is a plain copy. */
const NEAR_LIMIT = 0.15;
/** Of the doubtful claims behind one cell, those with the most doubted weight; of its denials, the newest; of what each may deny. */
const MOST_CLAIMS = 20;
const MOST_DENIALS = 10;
const MOST_TARGETS = 4;

const shown = (text: string): string => text.replace(/\s+/g, ' ').trim();
const NOTHING = { claim: null, answered: null, place: null, family: null, taken: null, cells: [] } as const;

const hundredths = (share: number): number => Math.round(share * 100) / 100;

const askClaim = (claim: Claim): Question => ({
  ...NOTHING,
  ...{ kind: 'claim', subject: claim.id, doubt: hundredths(1 - claim.reading), claim },
  question: `Does the report say so? It was read with a confidence of ${claim.reading}: “${shown(claim.quote.text)}”`,
  acts: [
    `whoholds review assert ${claim.id}`,
    `whoholds review retract ${claim.id}`,
    `whoholds review place ${claim.id} PLACE`,
  ],
  about: [claim.id],
  change: withoutClaim(claim.id),
});

/** Claims that support a status of the day and of which the reader was not sure. */
export const askClaims = ({ because, steps }: Assessment, evidence: readonly Evidence[]): readonly Question[] => {
  const deciding = new Set(because);
  const pushes = new Map(steps.map((step) => [step.evidence.claim.id, Math.abs(step.logOdds ?? step.weight)]));
  const doubted = ({ id, reading }: Claim): number => (1 - reading) * (pushes.get(id) ?? 0);
  return evidence
    .filter(({ claim }) => claim.reading < SURE && deciding.has(claim.id) && !isPerson(claim.reader))
    .map(({ claim }) => claim)
    .sort((a, b) => doubted(b) - doubted(a) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_CLAIMS)
    .map(askClaim);
};

const askAnswer = ({ evidence: { claim }, sameProposition }: DenialEdge, target: ClaimId): Question => ({
  ...NOTHING,
  ...{ kind: 'answer', subject: claim.id, doubt: 0.5, claim, answered: target, taken: sameProposition },
  question: `Does it speak of the same thing as what it stands against? It is taken ${
    sameProposition ? 'to' : 'not to'
  }: “${shown(claim.quote.text)}”`,
  acts: [
    `whoholds review answers ${claim.id} ${target} --same`,
    `whoholds review answers ${claim.id} ${target} --other`,
  ],
  about: [claim.id],
  change: withJudgement({ denial: claim.id, claim: target, sameProposition: !sameProposition }),
});

/** Denials of a cell that nobody has judged, each against the claim it answers and those that decide the cell. */
export const askAnswers = ({ denials, because }: Assessment): readonly Question[] =>
  denials
    .filter(({ judged }) => judged === null)
    .slice(-MOST_DENIALS)
    .flatMap((denial) => {
      const { claim } = denial.evidence;
      const targets = [...(claim.answers === null ? [] : [claim.answers]), ...because.filter((id) => id !== claim.id)];
      return [...new Set(targets)].slice(0, MOST_TARGETS).map((target) => askAnswer(denial, target));
    });

const placedAt = ({ claim, ...rest }: Evidence, id: PlaceId, gazetteer: Gazetteer): Evidence | null => {
  const place = gazetteer.get(id);
  if (place === null) return null;
  const { name, province, kind } = place;
  const placed = { id, name, province, kind, candidates: [], reason: 'supposed' };
  // A person who places a claim makes it their own: it then counts in full.
  return { ...rest, claim: { ...claim, place: placed, scope: scopeAt(placed, claim.scope), reading: 1 } };
};

/** A claim whose name was not told apart, at each of its candidates. */
export const askPlaces = (evidence: Evidence, gazetteer: Gazetteer): readonly Question[] => {
  const { claim } = evidence;
  const { candidates } = claim.place;
  return candidates.flatMap((id): Question[] => {
    const placed = placedAt(evidence, id, gazetteer);
    if (placed === null) return [];
    const bears = (cell: Cell): boolean => lendersOf(cell, gazetteer).includes(id);
    return [
      {
        ...NOTHING,
        ...{ kind: 'place', subject: claim.id, doubt: hundredths(1 - 1 / candidates.length), claim, place: id },
        question: `Which ${claim.place.name} is meant? ${candidates.join(' or ')}: “${shown(claim.quote.text)}”`,
        acts: [
          ...candidates.map((one) => `whoholds review place ${claim.id} ${one}`),
          `whoholds review retract ${claim.id}`,
        ],
        about: [id],
        change: withPlaced(placed, bears),
        cells: cellsAround([{ place: id, scope: placed.claim.scope }], gazetteer),
      },
    ];
  });
};

/** The reports that other edges would put in another family, with that family. */
const familiesBy = (edges: readonly FamilyEdge[], other: readonly FamilyEdge[]): ReadonlyMap<ReportId, FamilyId> => {
  const [before, after] = [foldFamilies(edges), foldFamilies(other)];
  const changed = [...new Set([...before.keys(), ...after.keys()])].flatMap((report): [ReportId, FamilyId][] => {
    const now = after.get(report) ?? report;
    return now === (before.get(report) ?? report) ? [] : [[report, now]];
  });
  return new Map(changed);
};

const withOtherFamilies = (
  edges: readonly FamilyEdge[],
  other: readonly FamilyEdge[],
): Pick<Question, 'about' | 'change'> => {
  const changed = familiesBy(edges, other);
  return { about: [...changed.keys()], change: withFamilies(changed) };
};

const likeness = ({ score, report, of }: FamilyEdge): string =>
  `Are they one story? ${score} of the shorter one’s wording stands in the other: ${report}, ${of}`;

const doubtOf = ({ score }: FamilyEdge): number =>
  hundredths(1 - Math.min(1, Math.abs(score - FAMILY_LIMITS.same) / (1 - FAMILY_LIMITS.same)));

/** Two reports that count as two. */
export const askJoin = (edges: readonly FamilyEdge[], tie: FamilyEdge): Question => ({
  ...NOTHING,
  ...{ kind: 'family', subject: tie.id, family: tie, doubt: doubtOf(tie), question: likeness(tie), taken: false },
  acts: [`whoholds review join ${tie.report} ${tie.of}`, `whoholds review cut ${tie.report} ${tie.of}`],
  ...withOtherFamilies(edges, [...edges, tie]),
});

const askFamily = (edges: readonly FamilyEdge[], own: readonly FamilyEdge[], nearest: FamilyEdge): Question => {
  const [first, second] = [nearest.report, nearest.of];
  const words = own.length === 1 ? `${first} ${second}` : first;
  return {
    ...NOTHING,
    ...{
      kind: 'family',
      subject: nearest.id,
      family: nearest,
      doubt: doubtOf(nearest),
      question: likeness(nearest),
      taken: true,
    },
    acts: [`whoholds review join ${first} ${second}`, `whoholds review cut ${words}`],
    ...withOtherFamilies(
      edges,
      edges.filter((edge) => !own.includes(edge)),
    ),
  };
};

/** Copies that are none by a little, were the limit a little higher: all their ties are near it, and no person made one. */
export const askFamilies = (edges: readonly FamilyEdge[]): readonly Question[] => {
  const byCopy = Map.groupBy(edges, ({ report }) => report);
  return [...byCopy.values()].flatMap((own) => {
    const isNear = ({ score, judgedBy }: FamilyEdge): boolean =>
      score < FAMILY_LIMITS.same + NEAR_LIMIT && !isPerson(judgedBy);
    const [nearest] = own.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return nearest !== undefined && own.every(isNear) ? [askFamily(edges, own, nearest)] : [];
  });
};
