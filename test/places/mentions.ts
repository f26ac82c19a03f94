// Readings of bare mentions, for tests of the stage `places`; every text in them is invented.
import type { Scope, UnplacedClaim, UnplacedReading } from '../../src/model/claim.ts';
import { claimId } from '../../src/model/claim.ts';
import type { PlaceContext, PlaceMention } from '../../src/model/place.ts';
import type { Theatre } from '../../src/model/theatre.ts';
import { UNKNOWN_WHEN } from '../../src/model/time.ts';

const NO_CONTEXT: PlaceContext = { kindWord: null, within: [], beside: [], told: [], report: [] };

/** A mention of a name as the reader makes it: the candidates that the scanner finds, and the context given. */
export const mentionOf = (theatre: Theatre, text: string, context: Partial<PlaceContext> = {}): PlaceMention => ({
  span: { start: 0, end: text.length },
  text,
  candidates: theatre.gazetteer.scan(text).find((name) => name.text === text)?.candidates ?? [],
  context: { ...NO_CONTEXT, ...context },
});

export const claimOf = (place: PlaceMention, scope: Scope = 'district', start = 0): UnplacedClaim => {
  const claim: Omit<UnplacedClaim, 'id'> = {
    report: 'report',
    place: { ...place, span: { start, end: start + place.text.length } },
    placeSpan: { start, end: start + place.text.length },
    scope,
    kind: 'capture',
    actor: null,
    polarity: 'affirmed',
    modality: 'actual',
    when: UNKNOWN_WHEN,
    by: {
      speaker: null,
      role: null,
      voice: { class: 'outlet', onRecord: false, stake: false },
      sides: ['outlet'],
      via: null,
      relayedBy: null,
      frame: null,
    },
    quote: { start, end: start + place.text.length, text: place.text },
    answers: null,
    to: null,
    force: null,
    deadline: null,
    partial: false,
    tactical: false,
    reading: 1,
    reader: 'test',
  };
  return { ...claim, id: claimId(claim) };
};

export const readingOf = (claims: readonly UnplacedClaim[]): UnplacedReading => ({
  report: 'report',
  reader: 'test',
  claims,
  aggregates: [],
  incidents: [],
  corrections: [],
  notes: [],
  refusals: [],
  marks: { dates: [], places: [], speakers: [] },
  trace: [],
});
