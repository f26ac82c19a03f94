// A claim of a person's own reading, checked against the report and the theatre, in the same form as a reader's.
// Invariant: its quote is the report's own words; who speaks counts by the same rules as for every reader.
import { VOICE_SIDES } from '../model/actor.ts';
import { type Claim, claimId, type Scope } from '../model/claim.ts';
import { Fault } from '../model/outcome.ts';
import type { PlacedPlace, PlaceId } from '../model/place.ts';
import type { Report } from '../model/report.ts';
import { SCOPE_OF_KIND } from '../model/scope-of-kind.ts';
import { type Quote, quoteOf, type Span } from '../model/text.ts';
import type { Theatre } from '../model/theatre.ts';
import { voiceOf } from '../reading/speakers/voice.ts';
import { closestNames } from './closest-names.ts';
import type { HandClaim } from './review-contract.ts';

const usage = (message: string, expected: readonly string[] = []): Fault => new Fault('usage', message, { expected });

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The sentence of a report that shares the most words with a quote that does not stand in it. */
const closestSentence = (text: string, quote: string): readonly string[] => {
  const asked = new Set(wordsIn(quote));
  const rated = text
    .split(/\n+|(?<=[.!?]["”]?) +/u)
    .map((sentence) => ({ sentence, shared: new Set(wordsIn(sentence).filter((word) => asked.has(word))).size }));
  const best = rated.reduce((a, b) => (b.shared > a.shared ? b : a), { sentence: '', shared: 0 });
  return best.shared === 0 ? [] : [best.sentence.trim()];
};

const standsAt = (text: string, quote: string): readonly Span[] => {
  const pattern = quote
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  return [...text.matchAll(new RegExp(pattern, 'gu'))].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
};

/** Where the words stand. Faults: nowhere, or in several places and nobody says which. */
const findQuote = ({ quote, at }: HandClaim, { id, file, text }: Report): Quote => {
  if (quote.trim() === '') throw usage('A claim needs the words of the report that say it, and the quote is empty.');
  const found = standsAt(text, quote);
  if (found.length === 0) {
    const why = `The words “${quote}” do not stand in report ${id} (${file}). Give them exactly as its text has them.`;
    throw usage(why, closestSentence(text, quote));
  }
  const asked = at === null ? found : found.filter(({ start }) => start === at);
  const [span, second] = asked;
  if (span !== undefined && second === undefined) return quoteOf(text, span);
  const where = found.map(({ start }) => String(start));
  throw usage(`The words “${quote}” stand ${found.length} times in report ${id}: say where they begin.`, where);
};

/** The gazetteer's place, put there by a person. */
export const placedBy = (theatre: Theatre, id: PlaceId, reason: string): PlacedPlace => {
  const place = theatre.gazetteer.get(id);
  if (place === null) {
    throw usage(`There is no place ${id} in the theatre ${theatre.id}.`, closestNames(theatre.gazetteer, id));
  }
  return { id, name: place.name, province: place.province, kind: place.kind, candidates: [], reason };
};

const WHOLE: readonly Scope[] = ['district', 'city', 'town', 'province'];

/** A claim about the whole of a place is about what that place is; words for a part of it stay. */
export const scopeAt = ({ kind }: PlacedPlace, before: Scope | null): Scope => {
  const natural = kind === null || kind === 'country' ? 'area' : SCOPE_OF_KIND[kind];
  return before === null || WHOLE.includes(before) ? natural : before;
};

const checkSides = ({ actor, to, sides, kind }: HandClaim, theatre: Theatre): void => {
  const known = theatre.sides.map(({ id }) => id);
  for (const side of [actor, to]) {
    if (side !== null && !known.includes(side)) throw usage(`The theatre ${theatre.id} has no side “${side}”.`, known);
  }
  if (actor === null && kind !== 'clash') throw usage(`A claim of kind ${kind} needs its actor: who does it.`, known);
  const voices = [...known, ...VOICE_SIDES];
  if (sides.length === 0) throw usage('A claim needs the side that its speaker is on.', voices);
  const stranger = sides.find((side) => !voices.includes(side));
  if (stranger !== undefined) throw usage(`A speaker cannot be on “${stranger}”.`, voices);
};

const checkSpeaker = ({ speaker, sides }: HandClaim): void => {
  if (speaker?.trim() || (speaker === null && sides.length === 1 && sides[0] === 'outlet')) return;
  throw usage(
    'A claim needs its speaker, as the report names him; only the outlet’s own voice (side `outlet`) has none.',
  );
};

/** The name as the words have it, else the nearest before them. */
const findName = (report: Report, names: readonly string[], quote: Quote): Span | null => {
  for (const name of names) {
    const inside = quote.text.indexOf(name);
    if (inside >= 0) return { start: quote.start + inside, end: quote.start + inside + name.length };
  }
  const before = names.map((name) => ({ name, start: report.text.lastIndexOf(name, quote.start) }));
  const { name, start } = before.reduce((a, b) => (b.start > a.start ? b : a), { name: '', start: -1 });
  return start < 0 ? null : { start, end: start + name.length };
};

export interface HandGround {
  readonly theatre: Theatre;
  readonly report: Report;
  /** `person/NAME`, and what the place's own reason says of it. */
  readonly reader: string;
  readonly placeReason: string;
}

/** Faults name what is missing or unknown, and what would be accepted. */
export const buildHandClaim = (hand: HandClaim, { theatre, report, reader, placeReason }: HandGround): Claim => {
  checkSides(hand, theatre);
  checkSpeaker(hand);
  if (hand.until < hand.from) throw usage(`The claim’s days end (${hand.until}) before they begin (${hand.from}).`);
  const quote = findQuote(hand, report);
  const place = placedBy(theatre, hand.place, placeReason);
  const { kind, actor, polarity, modality, speaker, role, sides, via, to, partial, tactical, answers } = hand;
  const spoken = { speaker, role, sides };
  const claim: Omit<Claim, 'id'> = {
    ...{ report: report.id, place, kind, actor, polarity, modality, quote, answers, to, partial, tactical, reader },
    placeSpan: findName(report, [place.name, ...(theatre.gazetteer.get(hand.place)?.names ?? [])], quote),
    scope: hand.scope ?? scopeAt(place, null),
    when: {
      ...{ earliest: hand.from, latest: hand.until, basis: 'stated' },
      precision: hand.from === hand.until ? 'day' : 'about',
    },
    by: { ...spoken, voice: voiceOf(spoken, theatre), via, relayedBy: null, frame: null },
    ...{ force: null, deadline: null, reading: 1 },
  };
  return { id: claimId(claim), ...claim };
};
