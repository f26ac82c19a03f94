// A full assessment of a theatre: 421 cells × 107 days with about ten claims a cell, and one cell with thousands.
import { assess } from '../src/assessment/assess.ts';
import type { Listening } from '../src/assessment/coverage.ts';
import { findPeriods } from '../src/assessment/find-periods.ts';
import { type Ground, groundOf } from '../src/assessment/ground.ts';
import { dayNumber } from '../src/assessment/statements.ts';
import type { Attribution, Claim, Kind, VoiceClass } from '../src/model/claim.ts';
import type { Cell, Evidence } from '../src/model/control.ts';
import type { PlaceId } from '../src/model/place.ts';
import { seeded } from '../src/model/seeded.ts';
import { addDays, type Day, type Instant, onDay } from '../src/model/time.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import type { Figure } from './figures.ts';

const CELLS = 421;
const DAYS = 107;
const CLAIMS = 10;
const MANY = 5000;
const START = '2021-05-01' as Day;

/** Whole numbers, so that two runs measure the same claims. */
const wholeNumbers = (seed: number): ((below: number) => number) => {
  const next = seeded(seed);
  return (below) => Math.floor(next() * below);
};

const KINDS: readonly Kind[] = ['capture', 'hold', 'recapture', 'withdrawal', 'siege', 'threat', 'clash', 'repulse'];
const VOICES: readonly VoiceClass[] = ['spokesman', 'ministry', 'local-official', 'third-party', 'resident', 'outlet'];

interface Source {
  readonly sides: readonly string[];
  readonly pick: (below: number) => number;
}

const SPOKEN = { role: 'office', via: null, relayedBy: null, frame: null } as const;

/** A voice of some class about a place: the first side's offices, the second side's spokesman, and the neutral ones. */
const attributionAt = (place: PlaceId, { sides, pick }: Source): Attribution => {
  const voice = VOICES[pick(VOICES.length)] ?? 'outlet';
  const [official = '', spokesman = ''] = sides;
  const speakers: Partial<Record<VoiceClass, string>> = {
    ...{ spokesman, ministry: official, 'local-official': official },
    ...{ outlet: 'outlet', resident: 'local', 'third-party': 'international' },
  };
  const speaker = voice === 'outlet' ? null : `${voice} of ${place}`;
  return { ...SPOKEN, speaker, voice: { class: voice, onRecord: true, stake: false }, sides: [speakers[voice] ?? ''] };
};

const claimAt = (place: PlaceId, id: string, source: Source): Claim => ({
  ...{ id, report: id, placeSpan: null, scope: 'district', kind: KINDS[source.pick(KINDS.length)] ?? 'hold' },
  actor: source.sides[source.pick(source.sides.length)] ?? null,
  place: { id: place, name: place, province: null, kind: 'district', candidates: [], reason: 'given' },
  ...{ polarity: source.pick(8) === 0 ? 'denied' : 'affirmed', modality: 'actual' },
  when: onDay(addDays(START, source.pick(DAYS)), 'stated'),
  by: attributionAt(place, source),
  quote: { start: 0, end: 1, text: '.' },
  ...{
    answers: null,
    to: null,
    force: null,
    deadline: null,
    partial: false,
    tactical: false,
    reading: 1,
    reader: 'bench',
  },
});

const evidenceAt = (place: PlaceId, id: string, source: Source): Evidence => {
  const claim = claimAt(place, id, source);
  const known = `${claim.when.latest}T12:00:00.000Z` as Instant;
  const report = {
    id,
    outlet: `outlet ${source.pick(20)}`,
    url: null,
    published: claim.when,
    publishedAt: known,
    known,
  };
  return {
    claim,
    report: { ...report, family: id, familyBefore: [], agency: null, affiliation: null },
    ...{ known: null, judged: [], seq: 1, retracted: null },
  };
};

const timed = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

interface World {
  readonly ground: Ground;
  readonly cells: readonly { readonly cell: Cell; readonly evidence: readonly Evidence[] }[];
}

const buildWorld = (): World => {
  const theatre = loadTheatre('afghanistan-2021');
  const pick = wholeNumbers(20210501);
  const sides = theatre.sides.filter(({ role }) => role === 'incumbent' || role === 'challenger').map(({ id }) => id);
  const places = theatre.gazetteer
    .all()
    .filter(({ kind }) => kind === 'district')
    .slice(0, CELLS);
  const cells = places.map(({ id }) => ({
    cell: { place: id, scope: 'district' as const },
    evidence: Array.from({ length: CLAIMS }, (_, index) => evidenceAt(id, `${id}#${index}`, { sides, pick })),
  }));
  const [first] = places;
  const many =
    first === undefined
      ? []
      : Array.from({ length: MANY }, (_, index) => evidenceAt(first.id, `many#${index}`, { sides, pick }));
  return {
    ground: groundOf(theatre),
    cells: [...cells, { cell: { place: first?.id ?? '', scope: 'district' }, evidence: many }],
  };
};

/** Half listened to, every day. */
const HEARD: Listening = { rho: () => 0.5, last: dayNumber(addDays(START, DAYS)) };
const SPAN = { from: START, until: addDays(START, DAYS), asOf: null, seq: 9, heard: HEARD };

/** Milliseconds for a whole theatre's periods, one day of it with every step, and one cell with thousands of claims. */
export const benchAssessment = async (): Promise<readonly Figure[]> => {
  const { ground, cells } = buildWorld();
  const theatre = cells.slice(0, -1);
  const [crowded] = cells.slice(-1);
  const run = (): void => {
    for (const { cell, evidence } of theatre) findPeriods(ground, { cell, ...SPAN }, evidence);
  };
  run();
  const whole = timed(run);
  const day = timed(() => {
    for (const { cell, evidence } of theatre)
      assess(ground, { cell, moment: { on: addDays(START, DAYS - 1), asOf: null, seq: 9 }, heard: HEARD }, evidence);
  });
  const many =
    crowded === undefined ? 0 : timed(() => findPeriods(ground, { cell: crowded.cell, ...SPAN }, crowded.evidence));
  const figure = (what: string, ours: string): Figure => ({ what, ours, beside: null, ratio: null });
  const rate = Math.round((CELLS * DAYS * 1000) / whole).toLocaleString('en');
  return [
    figure(
      `assess ${CELLS} cells × ${DAYS} days, ${CLAIMS} claims a cell`,
      `${Math.round(whole)} ms, ${rate} cell days/s`,
    ),
    figure(`assess ${CELLS} cells on the last day, every step`, `${Math.round(day)} ms`),
    figure(`periods of one cell with ${MANY.toLocaleString('en')} claims`, `${Math.round(many)} ms`),
  ];
};

if (import.meta.main) for (const { what, ours } of await benchAssessment()) console.log(`${what}: ${ours}`);
