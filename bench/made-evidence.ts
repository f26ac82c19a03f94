// Made-up claims about made-up cells, the same on every machine: what the benchmarks of assessment are run on.
import { groundOf } from '../src/assessment/ground.ts';
import type { Attribution, Claim, Kind, Scope, VoiceClass } from '../src/model/claim.ts';
import type { Cell, Evidence } from '../src/model/control.ts';
import { seeded } from '../src/model/seeded.ts';
import { addDays, type Day, type Instant, onDay } from '../src/model/time.ts';
import { loadTheatre } from '../src/theatre/load.ts';

export const START = '2021-05-01' as Day;
export const ground = groundOf(loadTheatre('afghanistan-2021'));

/** Whole numbers, so that two runs measure the same claims. */
export const wholeNumbers = (seed: number): ((below: number) => number) => {
  const next = seeded(seed);
  return (below) => Math.floor(next() * below);
};

const KINDS: readonly Kind[] = ['capture', 'hold', 'recapture', 'withdrawal', 'siege', 'threat', 'clash', 'repulse'];
const VOICES: readonly VoiceClass[] = ['spokesman', 'ministry', 'local-official', 'third-party', 'resident', 'outlet'];

export interface Source {
  readonly sides: readonly string[];
  readonly pick: (below: number) => number;
  readonly days: number;
}

const SPOKEN = { role: 'office', via: null, relayedBy: null, frame: null } as const;

/** A voice of some class about a place: the first side's offices, the second side's spokesman, and the neutral ones. */
const attributionAt = (place: string, { sides, pick }: Source): Attribution => {
  const voice = VOICES[pick(VOICES.length)] ?? 'outlet';
  const [official = '', spokesman = ''] = sides;
  const speakers: Partial<Record<VoiceClass, string>> = {
    ...{ spokesman, ministry: official, 'local-official': official },
    ...{ outlet: 'outlet', resident: 'local', 'third-party': 'international' },
  };
  const speaker = voice === 'outlet' ? null : `${voice} of ${place}`;
  return { ...SPOKEN, speaker, voice: { class: voice, onRecord: true, stake: false }, sides: [speakers[voice] ?? ''] };
};

const claimAt = ({ place, scope }: Cell, id: string, source: Source): Claim => ({
  ...{ id, report: id, placeSpan: null, scope, kind: KINDS[source.pick(KINDS.length)] ?? 'hold' },
  actor: source.sides[source.pick(source.sides.length)] ?? null,
  place: { id: place, name: place, province: null, kind: 'district', candidates: [], reason: 'given' },
  ...{ polarity: source.pick(8) === 0 ? 'denied' : 'affirmed', modality: 'actual' },
  when: onDay(addDays(START, source.pick(source.days)), 'stated'),
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

const evidenceAt = (cell: Cell, id: string, source: Source): Evidence => {
  const claim = claimAt(cell, id, source);
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
    ...{ quoted: [], known: null, judged: [], seq: 1, retracted: null },
  };
};

const sides = ground.sides.filter(({ role }) => role === 'incumbent' || role === 'challenger').map(({ id }) => id);

export interface MadeCell {
  readonly cell: Cell;
  readonly evidence: readonly Evidence[];
}

/** One cell after another, so that memory holds one at a time. */
export function* madeCells(
  cells: readonly Cell[],
  { claims, days }: { readonly claims: number; readonly days: number },
): Generator<MadeCell> {
  const pick = wholeNumbers(20210501);
  for (const cell of cells) {
    const at = `${cell.place} ${cell.scope}`;
    const evidence = Array.from({ length: claims }, (_, index) =>
      evidenceAt(cell, `${at}#${index}`, { sides, pick, days }),
    );
    yield { cell, evidence };
  }
}

export const cellsNamed = (count: number, scopes: readonly Scope[] = ['district']): readonly Cell[] =>
  Array.from({ length: count }, (_, at) => scopes.map((scope) => ({ place: `made/${at}`, scope }))).flat();
