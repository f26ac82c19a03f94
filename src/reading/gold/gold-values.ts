// Words, days, voices and places of a gold record in the house's own types.
// Invariant: a quote that does not stand in the report is null, never moved to where it nearly stands.
import type { SpeakerSide } from '../../model/actor.ts';
import type { Attribution } from '../../model/claim.ts';
import type { GoldClaim, GoldIncident } from '../../model/gold.ts';
import type { PlacedPlace } from '../../model/place.ts';
import type { Report } from '../../model/report.ts';
import type { Quote, Span } from '../../model/text.ts';
import { quoteOf } from '../../model/text.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { Day, When } from '../../model/time.ts';
import { isDay, UNKNOWN_WHEN } from '../../model/time.ts';
import { voiceOf } from '../speakers/voice.ts';

type GoldSpoken = Pick<GoldClaim, 'speaker' | 'role' | 'speakerSide' | 'via' | 'relayedBy' | 'quote' | 'start' | 'end'>;

/** The quote's own offsets where they hold, else its first place; a line break of the file is any white space here. */
export const findGoldQuote = (text: string, { quote, start, end }: GoldSpoken): Quote | null => {
  if (start !== undefined && end !== undefined && text.slice(start, end) === quote) return { start, end, text: quote };
  const words = quote.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  const found = new RegExp(words, 'u').exec(text);
  return found === null ? null : quoteOf(text, { start: found.index, end: found.index + found[0].length });
};

const listOf = <T>(value: T | readonly T[] | null | undefined): readonly T[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

export const firstOf = <T>(value: T | readonly T[] | null | undefined): T | null => listOf(value)[0] ?? null;

export const goldSpeaker = (gold: GoldSpoken, theatre: Theatre): Attribution => {
  const sides: readonly SpeakerSide[] = gold.speakerSide === undefined ? ['unknown'] : listOf(gold.speakerSide);
  const spoken = { speaker: gold.speaker ?? null, role: gold.role ?? null, sides };
  const { via = null, relayedBy = null } = gold;
  return { ...spoken, voice: voiceOf(spoken, theatre), via, relayedBy, frame: null };
};

const dayOr = (text: string | null | undefined): Day | null => (text && isDay(text) ? text : null);

/** `date` with `dateFrom` is an interval; without a date the bounds stand, and without those nothing is known. */
export const goldWhen = (gold: GoldClaim | GoldIncident): When => {
  const [first, last] = Array.isArray(gold.date) ? gold.date : [null, gold.date];
  const latest = dayOr(last as string | null | undefined);
  if (latest === null) {
    const [from, until] = gold.dateBounds ?? [];
    return { ...UNKNOWN_WHEN, earliest: dayOr(from), latest: dayOr(until), basis: 'stated' };
  }
  const earliest = dayOr(first as string | null) ?? dayOr(gold.dateFrom) ?? dayOr(gold.dateStart) ?? latest;
  const precision = gold.datePrecision ?? (earliest === latest ? 'day' : 'about');
  return { earliest, latest, precision, basis: 'stated' };
};

/** The first day of "2021-05-01", "2021-05" or "2021". */
export const firstDayOf = (text: string | null | undefined): Day | null =>
  dayOr(text) ?? dayOr(text ? `${text}${'-01-01'.slice(text.length === 4 ? 0 : 3)}` : null);

/** The last day of the same. */
export const lastDayOf = (text: string | null | undefined): Day | null => {
  if (!text || isDay(text)) return dayOr(text);
  const month = text.length === 4 ? `${text}-12` : text;
  return ['31', '30', '29', '28'].map((last) => dayOr(`${month}-${last}`)).find((day) => day !== null) ?? null;
};

/** Null where the gazetteer has no such id: the record then does not fit this theatre. */
export const goldPlace = (
  id: string | null | undefined,
  name: string,
  { theatre, candidates }: { readonly theatre: Theatre; readonly candidates: readonly string[] },
): PlacedPlace | null => {
  if (!id || theatre.open) return { id: null, name, province: null, kind: null, candidates, reason: 'gold' };
  const place = theatre.gazetteer.get(id);
  if (place === null) return null;
  return { id, name: place.name, province: place.province, kind: place.kind, candidates: [], reason: 'gold' };
};

const lastBefore = (text: string, name: string, before: number): number => text.lastIndexOf(name, before);

/** The name in the quote, else the nearest before it in the report: what a pronoun or "the district" stands for. */
export const goldPlaceSpan = (report: Report, name: string, quote: Quote): Span | null => {
  const inside = quote.text.indexOf(name);
  const start = inside >= 0 ? quote.start + inside : lastBefore(report.text, name, quote.start);
  return start < 0 ? null : { start, end: start + name.length };
};
