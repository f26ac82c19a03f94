// What an address tells beside the page: the day in its path, and for a page of a web archive its own address and its capture.
// Invariant: only whole dates count, never a year and a month; an address that names nothing gives null.
import { type Day, type Instant, isDay, toInstant } from '../model/time.ts';
import { monthOf } from './calendar.ts';

const PATH_DATE = /(?<=[/_-])(?<year>(?:19|20)\d\d)[/-](?<month>\d{1,2}|[a-z]{3,9})[/-](?<day>\d{1,2})(?=[/_.-]|$)/i;
const PACKED_DATE = /(?<=[/_-])(?<year>(?:19|20)\d\d)(?<month>0[1-9]|1[0-2])(?<day>[0-2]\d|3[01])(?=[/_.-]|$)/;

const two = (text: string | number): string => String(text).padStart(2, '0');

/** The day in the path of an address: "/2021/08/14/…", "/2021/aug/14/…", "…-20210814". */
export const addressDay = (url: string): Day | null => {
  const path = /^https?:\/\/[^/]+([^?#]*)/i.exec(url)?.[1] ?? '';
  const found = PATH_DATE.exec(path)?.groups ?? PACKED_DATE.exec(path)?.groups;
  if (found === undefined) return null;
  const { year, month = '', day = '' } = found;
  const number = /^\d+$/.test(month) ? Number(month) : monthOf(month)?.month;
  const text = `${year}-${two(number ?? 0)}-${two(day)}`;
  return isDay(text) ? text : null;
};

const ARCHIVED =
  /^https?:\/\/web\.archive\.org\/web\/(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})[a-z_]*\/(https?:\/\/.+)$/i;

export interface Archived {
  readonly url: string;
  readonly captured: Instant;
}

/** The page's own address and the moment of its capture, from an archive's address for it. */
export const archivedPage = (url: string): Archived | null => {
  const [, year, month, day, hour, minute, second, own] = ARCHIVED.exec(url) ?? [];
  const captured = toInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return own === undefined || captured === null ? null : { url: own, captured };
};
