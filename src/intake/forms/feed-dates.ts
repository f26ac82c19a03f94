// The dates that feeds and mails write: RFC 822 with all its liberties, W3C's ISO forms, and the commonest things that are neither.
// Invariant: an hour without a zone is taken as UTC, as feed readers do; a month without a day is no date; nothing is completed.
import { isDay } from '../../model/time.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Minutes east of Greenwich, of the zones that RFC 822 and its users name. */
const ZONES: Readonly<Record<string, number>> = {
  ...{ ut: 0, utc: 0, gmt: 0, z: 0, wet: 0, bst: 60, cet: 60, cest: 120, eet: 120, eest: 180, msk: 180, ist: 330 },
  ...{ est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420, at: -240, et: -300 },
  ...{
    ct: -360,
    mt: -420,
    pt: -480,
    jst: 540,
    kst: 540,
    a: -60,
    n: 60,
    m: -720,
    y: 720,
    irst: 210,
    aft: 270,
    pkt: 300,
  },
};

const offsetMinutes = (zone: string | undefined): number | null => {
  const bare = (zone ?? '')
    .trim()
    .toLowerCase()
    .replace(/^(?:gmt|utc?)(?=[+-])/, '');
  if (bare === '') return 0;
  const signed = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(bare);
  if (signed === null) return ZONES[bare] ?? null;
  const minutes = Number(signed[2]) * 60 + Number(signed[3] ?? 0);
  return signed[1] === '-' ? -minutes : minutes;
};

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly clock: string | undefined;
  readonly zone: string | undefined;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** "10:14:55.5" or "1014" in parts; null where no clock shows it. A leap second is the second before. */
const clockParts = (clock: string): { hours: number; minutes: number; seconds: number } | null => {
  const [, hours, minutes, seconds = '0'] = /^(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?$/.exec(clock) ?? [];
  const parts = { hours: Number(hours), minutes: Number(minutes), seconds: Math.min(59, Number(seconds)) };
  return hours !== undefined && parts.hours < 24 && parts.minutes < 60 ? parts : null;
};

const isoOf = ({ year, month, day, clock, zone }: Moment): string | null => {
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  if (!isDay(date)) return null;
  if (clock === undefined) return date;
  const parts = clockParts(clock);
  const offset = offsetMinutes(zone);
  if (parts === null || offset === null) return date;
  const { hours, minutes, seconds } = parts;
  const at = Date.UTC(year, month - 1, day, hours, minutes, seconds) - offset * 60_000;
  return new Date(at).toISOString().replace('.000Z', 'Z');
};

/** Two digits of a year are of this century up to 68, as POSIX has it. */
const fullYear = (text: string): number => {
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 69 ? 2000 : 1900);
};

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:(?:T|\s+|t)(\d{1,2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?)\s*(Z|z|[+-]\d{1,2}:?\d{0,2}|[A-Za-z]{1,5})?)?$/;
const ORDINAL = /^(\d{4})-?(\d{3})$/;
// "Thu, 01 Jan 2004 19:48:21 GMT", "1 Jan 04", "Thu Jan 1 19:48:21 2004"
const RFC =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})[\s-]+(\p{L}{3})\p{L}*\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*([+-]\d{1,2}:?\d{0,2}|\p{L}+(?:[+-]\d{1,2}:?\d{0,2})?)?)?(?:\s*\([^)]*\))?$/u;
const ASCTIME =
  /^(?:\p{L}+,?\s+)?(\p{L}{3})\p{L}*\.?\s+(\d{1,2}),?\s+(?:(\d{1,2}:\d{2}(?::\d{2})?)\s+(?:(\p{L}{1,5})\s+)?)?(\d{4})$/u;

const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? '').toLowerCase()) + 1;

const fromOrdinal = (year: number, dayOfYear: number): string | null => {
  const date = new Date(Date.UTC(year, 0, dayOfYear));
  return date.getUTCFullYear() === year && dayOfYear > 0 ? date.toISOString().slice(0, 10) : null;
};

/** An ISO day, or an instant in UTC where an hour is given; null where the words are no whole date. */
export const isoDate = (words: string): string | null => {
  const text = words.replace(/\s+/g, ' ').trim();
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, year, month, day, clock, zone] = iso;
    return isoOf({ year: Number(year), month: Number(month), day: Number(day), clock, zone });
  }
  const ordinal = ORDINAL.exec(text);
  if (ordinal !== null) return fromOrdinal(Number(ordinal[1]), Number(ordinal[2]));
  const rfc = RFC.exec(text);
  if (rfc !== null) {
    const [, day, month, year = '', clock, zone] = rfc;
    return isoOf({ year: fullYear(year), month: monthOf(month), day: Number(day), clock, zone });
  }
  const [, month, day, clock, zone, year] = ASCTIME.exec(text) ?? [];
  return month === undefined
    ? null
    : isoOf({ year: Number(year), month: monthOf(month), day: Number(day), clock, zone });
};
