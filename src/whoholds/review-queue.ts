// The queue: every question is assessed both ways, cell by cell, and ordered by how much the other way would move the map.
// Invariant: two passes over the cells, each cell's evidence in memory once, so that a large ledger stays workable.
import { cellsAround, lendersOf } from '../assessment/scopes.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerClaim } from '../ledger/records.ts';
import type { Cell, Evidence, Moment } from '../model/control.ts';
import type { Theatre } from '../model/theatre.ts';
import { cellKey, LARGE_LEDGER } from './derived-control.ts';
import { indexReports } from './gather-evidence.ts';
import { NearMisses } from './near-misses.ts';
import { askAnswers, askClaims, askFamilies, askPlaces, type Question } from './queue-questions.ts';
import type { Move, QueueItem, QueueQuery } from './review-contract.ts';
import { type Looked, type MoveSize, moveBetween, sizeOf, weightOfMove } from './what-if.ts';

/** How the queue looks at cells. */
export interface Assessor {
  look(cell: Cell, moment: Moment): Promise<Looked>;
}

export interface QueueGround {
  readonly ledger: Ledger;
  readonly theatre: Theatre;
  readonly assessor: Assessor;
  /** Told now and then how far it is. */
  readonly notice: (message: string) => void;
}

interface Look {
  readonly ground: QueueGround;
  readonly moment: Moment;
}

const CELLS_A_NOTICE = 50;

async function* eachCell({ ground, moment }: Look, cells: readonly Cell[]): AsyncIterable<Looked> {
  for (const [index, cell] of cells.entries()) {
    if (index > 0 && index % CELLS_A_NOTICE === 0 && moment.seq >= LARGE_LEDGER)
      ground.notice(`Looking at what could move the map: ${index} of ${cells.length} cells …`);
    yield ground.assessor.look(cell, moment);
  }
}

/** Claims that stand without a place, as evidence. */
const unplacedEvidence = async ({ ground: { ledger, theatre }, moment }: Look): Promise<readonly Evidence[]> => {
  const rows = (await ledger.unplaced(moment.seq)).filter(({ retracted }) => retracted === null);
  const { reports } = await indexReports({ ledger, theatre }, moment.seq, [...new Set(rows.map((row) => row.report))]);
  return rows.flatMap(({ claim, report, seq, known }: LedgerClaim): Evidence[] => {
    const side = reports.get(report);
    return side === undefined ? [] : [{ claim, report: side, quoted: [], known, judged: [], seq, retracted: null }];
  });
};

const keyOf = ({ kind, subject, answered, place, question }: Question): string =>
  JSON.stringify([kind, subject, answered, place, question]);

const findQuestions = async (look: Look, cells: readonly Cell[]): Promise<readonly Question[]> => {
  const { ledger, theatre } = look.ground;
  const found = new Map<string, Question>();
  const add = (questions: readonly Question[]): void => {
    for (const question of questions) found.set(keyOf(question), question);
  };
  const misses = new NearMisses(ledger, await ledger.familyTies(look.moment.seq));
  for await (const { evidence, assessment } of eachCell(look, cells)) {
    add(askClaims(assessment, evidence));
    add(askAnswers(assessment));
    add(await misses.ask(assessment));
  }
  for (const evidence of await unplacedEvidence(look)) add(askPlaces(evidence, theatre.gazetteer));
  add(askFamilies(await ledger.familyEdges(look.moment.seq)));
  return [...found.values()];
};

const distinct = (cells: readonly Cell[]): readonly Cell[] => [
  ...new Map(cells.map((cell) => [cellKey(cell), cell])).values(),
];

/** The questions that are about any of the claims, reports and places that bear on a cell. */
const indexQuestions = (questions: readonly Question[]) => {
  const index = new Map<string, Question[]>();
  for (const question of questions)
    for (const key of question.about) index.set(key, [...(index.get(key) ?? []), question]);
  return (about: readonly string[]): ReadonlySet<Question> => new Set(about.flatMap((key) => index.get(key) ?? []));
};

const movesOf = async (
  look: Look,
  cells: readonly Cell[],
  questions: readonly Question[],
): Promise<ReadonlyMap<Question, readonly Move[]>> => {
  const moves = new Map<Question, Move[]>(questions.map((question) => [question, []]));
  const askedOf = indexQuestions(questions);
  for await (const { cell, evidence, assessment, suppose } of eachCell(look, cells)) {
    const places = lendersOf(cell, look.ground.theatre.gazetteer);
    const about = [...places, ...evidence.flatMap(({ claim, report }) => [claim.id, report.id])];
    for (const question of askedOf(about)) {
      const other = suppose(question.change);
      const move = other && moveBetween(assessment, other);
      if (move !== null) moves.get(question)?.push(move);
    }
  }
  return moves;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const countOf = ({ moves }: QueueItem, size: MoveSize): number => moves.filter((move) => sizeOf(move) === size).length;

/** By the cells that would get another holder under another status, then by those with either, then by the weight of all. */
const byWeight = (a: QueueItem, b: QueueItem): number =>
  countOf(b, 'both') - countOf(a, 'both') ||
  countOf(b, 'either') - countOf(a, 'either') ||
  b.weight - a.weight ||
  b.doubt - a.doubt ||
  compare(a.subject, b.subject);

const itemOf = ({ change: _c, about: _a, cells: _s, ...asked }: Question, moves: readonly Move[]): QueueItem => ({
  ...asked,
  moves,
  against: null,
  weight: Math.round(moves.reduce((sum, move) => sum + weightOfMove(move), 0) * 1000) / 1000,
});

/** Whoever judges a denial reads both sentences. */
const withAgainst = async (ledger: Ledger, items: readonly QueueItem[]): Promise<readonly QueueItem[]> => {
  const found: QueueItem[] = [];
  for (const item of items) {
    const against = item.answered === null ? null : await ledger.claim(item.answered);
    found.push({ ...item, against: against?.claim ?? null });
  }
  return found;
};

/** What would move nothing is not asked; of several ways to decide one thing, the one that moves most is. */
export const findQueue = async (ground: QueueGround, { on, limit }: QueueQuery): Promise<readonly QueueItem[]> => {
  const { ledger, theatre } = ground;
  const look: Look = { ground, moment: { on, asOf: null, seq: await ledger.seq() } };
  const spoken = cellsAround(await ledger.places(look.moment.seq), theatre.gazetteer);
  const questions = await findQuestions(look, spoken);
  const cells = distinct([...spoken, ...questions.flatMap((question) => question.cells)]);
  const items = [...(await movesOf(look, cells, questions))]
    .filter(([, moves]) => moves.length > 0)
    .map(([question, moves]) => itemOf(question, moves))
    .sort((a, b) => byWeight(a, b) || compare(a.answered ?? a.place ?? '', b.answered ?? b.place ?? ''));
  const best = new Map<string, QueueItem>();
  for (const item of items) {
    const key = `${item.kind} ${item.subject}`;
    if (!best.has(key)) best.set(key, item);
  }
  return withAgainst(ledger, [...best.values()].slice(0, limit));
};
