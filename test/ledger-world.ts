// Small made-up reports for the ledger's tests: whatever a test does not name is plain and the same everywhere.
import { createHash } from 'node:crypto';
import { type Claim, claimId, type Kind, type Scope } from '../src/model/claim.ts';
import type { Batch } from '../src/model/entry.ts';
import type { Refusal } from '../src/model/outcome.ts';
import type { RefusedItem } from '../src/model/refused-item.ts';
import type { FamilyEdge, Report, Signature } from '../src/model/report.ts';
import { contentId, hashText } from '../src/model/text.ts';
import { type Day, type Instant, onDay } from '../src/model/time.ts';

export const RULES = 'rules/1';
export const NOON = '2021-03-20T12:00:00.000Z' as Instant;
export const day = (number: number): Day => `2021-03-${String(number).padStart(2, '0')}` as Day;

/** A claim in few words; `at` tells two claims of one report apart. */
export interface Said {
  readonly at?: number;
  readonly place?: string | null;
  readonly scope?: Scope;
  readonly kind?: Kind;
  readonly side?: string;
  readonly on?: number;
  readonly quote?: string;
}

export const reportOf = (name: string, text = `The story of ${name}.`): Report => ({
  id: contentId('rpt', [name, text]),
  file: `${name}.txt`,
  url: null,
  outlet: 'The Northmark Post',
  title: name,
  published: onDay(day(17), 'stated'),
  publishedAt: null,
  byline: null,
  modified: null,
  modifiedAt: null,
  captured: null,
  retrieved: NOON,
  text,
  bodyStart: 0,
  parts: [],
  cut: [],
  agency: null,
  language: 'en',
  originalHash: createHash('sha256').update(text).digest('hex'),
});

export const claimOf = (report: Report, said: Said, reader = RULES): Claim => {
  const { at = 0, place = 'northmark/ashford', quote = 'took the town' } = said;
  const claim: Omit<Claim, 'id'> = {
    report: report.id,
    place: {
      id: place,
      name: place ?? 'Ashford',
      province: 'Northmark',
      kind: 'town',
      candidates: [],
      reason: 'only candidate',
    },
    placeSpan: null,
    scope: said.scope ?? 'town',
    kind: said.kind ?? 'capture',
    actor: said.side ?? 'red',
    polarity: 'affirmed',
    modality: 'actual',
    when: onDay(day(said.on ?? 17), 'implied'),
    by: {
      speaker: 'Ivo Hale',
      role: 'spokesman',
      voice: { class: 'spokesman', onRecord: true, stake: true },
      sides: ['red'],
      via: null,
      relayedBy: null,
      frame: null,
    },
    quote: { start: at, end: at + quote.length, text: quote },
    answers: null,
    to: null,
    force: null,
    deadline: null,
    partial: false,
    tactical: false,
    reading: 0.9,
    reader,
  };
  return { id: claimId(claim), ...claim };
};

export const signatureOf = ({ id, text }: Report): Signature => {
  const shingles = new Set(text.split(/\s+/).map((word) => Number.parseInt(hashText(word).slice(0, 8), 16)));
  return {
    report: id,
    shingles: Uint32Array.from(shingles).sort(),
    sample: [...shingles].filter((hash) => hash % 2 === 0),
  };
};

export const SKETCHER = { version: 'tests/1', signatureOf };

export const edgeOf = (report: Report, of: Report, score = 0.9): FamilyEdge => ({
  id: contentId('fam', [report.id, of.id]),
  report: report.id,
  of: of.id,
  score,
  judgedBy: 'shingles/1',
  droppedSentences: [],
});

export const refusalOf = (file: string, report: Report | null = null): Refusal => ({
  code: report ? 'place-unknown' : 'empty-report',
  stage: report ? 'places' : 'intake',
  reason: 'There is nothing to read.',
  report: report?.id ?? null,
  file,
  span: null,
  expected: [],
});

/** The same as an item in quarantine, with its bytes. */
export const refused = (file: string, bytes: Uint8Array | null = null): RefusedItem => ({
  refusal: refusalOf(file),
  original: bytes,
  about: bytes === null ? null : '{"form":"text"}',
});

export interface Brought {
  readonly text?: string;
  readonly reader?: string;
  readonly family?: FamilyEdge | null;
  readonly refusals?: readonly Refusal[];
}

export const batchOf = (name: string, said: readonly Said[] = [], brought: Brought = {}): Batch => {
  const report = reportOf(name, brought.text);
  const reader = brought.reader ?? RULES;
  return {
    by: 'tests',
    recorded: NOON,
    report,
    original: new TextEncoder().encode(report.text),
    signature: signatureOf(report),
    families: brought.family ? [brought.family] : [],
    claims: said.map((one) => claimOf(report, one, reader)),
    aggregates: [],
    incidents: [],
    corrections: [],
    refusals: brought.refusals ?? [],
    reader,
  };
};
