// The zones of clock times in datelines, and clock times as instants.
// Invariant: words that name no zone, or one of several, give null, never the nearest zone.
import { type Day, type Instant, toInstant } from '../model/time.ts';

// Minutes east of Greenwich. A short form that several countries use (IST, CST, AST) is left out: it would be a guess.
const ZONES: Record<string, number> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  BST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  IRST: 210,
  IRDT: 270,
  AFT: 270,
  PKT: 300,
  EST: -300,
  EDT: -240,
  CDT: -300,
  PST: -480,
  PDT: -420,
};

const zoneOfCity = (city: string): string | null => {
  const folded = city.toLowerCase().replaceAll(' ', '_');
  return Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase().endsWith(`/${folded}`)) ?? null;
};

/** The words of a clock's zone: "UTC+5", "GMT", "EDT", "+04:30", or a city whose own time is meant ("Lisbon time"). */
export const ZONE_PATTERN = `(?:(?:UTC|GMT)\\s?[+-]\\d{1,2}(?::?\\d{2})?|[+-]\\d{2}:?\\d{2}|\\b(?:${Object.keys(ZONES)
  .filter((zone) => zone !== 'Z')
  .join('|')})\\b|[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:time|Time))`;

/** Minutes east of Greenwich on that day; null where the words name no zone. */
export const offsetOf = (words: string, day: Day): number | null => {
  const numeric = /([+-])(\d{1,2}):?(\d{2})?$/.exec(words.trim());
  if (numeric) return (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3] ?? 0));
  const short = ZONES[words.trim().toUpperCase()];
  if (short !== undefined) return short;
  const zone = zoneOfCity(words.trim().replace(/ time$/i, ''));
  return zone === null ? null : offsetIn(zone, day);
};

/** Minutes east of Greenwich of an IANA zone at noon of a day. */
export const offsetIn = (zone: string, day: Day): number => {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(Date.parse(`${day}T12:00:00Z`))
    .find((part) => part.type === 'timeZoneName')?.value;
  const found = /([+-])(\d{2}):(\d{2})/.exec(name ?? '');
  return found ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) : 0;
};

/** A day's clock time in a zone as an instant. */
export const instantOf = (day: Day, clock: { hour: number; minute: number }, offset: number): Instant | null => {
  const start = toInstant(`${day}T00:00Z`);
  if (start === null || clock.hour > 24 || clock.minute > 59) return null;
  const ms = Date.parse(start) + (clock.hour * 60 + clock.minute - offset) * 60_000;
  return toInstant(new Date(ms).toISOString());
};
