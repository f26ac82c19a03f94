// What a command's words for place, day and as-of mean in a theatre. Wrong words are a fault that says what is accepted.
import { SCOPES, type Scope } from '../model/claim.ts';
import { STATUSES, type Status } from '../model/control.ts';
import { Fault } from '../model/outcome.ts';
import type { PlaceId } from '../model/place.ts';
import type { Theatre } from '../model/theatre.ts';
import { type Day, endOfDayIn, type Instant, isDay, toInstant } from '../model/time.ts';
import { closestNames } from '../whoholds/closest-names.ts';

export const dayFrom = (flag: string, text: string): Day => {
  if (isDay(text)) return text;
  throw new Fault('usage', `${flag} takes a day, not “${text}”.`, { expected: ['YYYY-MM-DD'] });
};

const isMoment = (text: string): boolean => isDay(text) || toInstant(text) !== null;

/** A day or an instant; which of them, the caller sees. */
export const momentFrom = (flag: string, text: string): string => {
  if (isMoment(text)) return text;
  throw new Fault('usage', `${flag} takes a day or an instant with its zone, not “${text}”.`, {
    expected: ['YYYY-MM-DD', 'YYYY-MM-DDTHH:MM:SSZ'],
  });
};

/** A bare day as a known-time cut means its end in the theatre's time zone. */
export const asOfFrom = (text: string | undefined, timezone: string): Instant | null => {
  if (text === undefined) return null;
  const moment = momentFrom('--as-of', text);
  return isDay(moment) ? endOfDayIn(moment, timezone) : toInstant(moment);
};

export const oneOf = <T extends string>(flag: string, text: string | undefined, list: readonly T[]): T | null => {
  if (text === undefined) return null;
  const found = list.find((entry) => entry === text);
  if (found !== undefined) return found;
  throw new Fault('usage', `${flag} does not know “${text}”.`, { expected: list });
};

export const scopeFrom = (text: string | undefined): Scope | null => oneOf('--scope', text, SCOPES);
export const statusFrom = (text: string | undefined): Status | null => oneOf('--min-status', text, STATUSES);

/** As a bare name is meant (reading guide, judgement call 7): a capital's is its city, else the district's. */
const BARE_NAME = ['city', 'district'] as const;

/** An id, or any spelling that means one place. */
export const placeFrom = (text: string, theatre: Theatre): PlaceId => {
  const { gazetteer } = theatre;
  if (gazetteer.get(text) !== null) return text;
  const candidates = gazetteer.lookup(text);
  const byKind = BARE_NAME.map((kind) => candidates.filter((id) => gazetteer.get(id)?.kind === kind));
  const best = byKind.find((ids) => ids.length > 0) ?? candidates;
  if (best.length === 1 && best[0] !== undefined) return best[0];
  if (candidates.length > 1) {
    throw new Fault('usage', `“${text}” may mean several places: give the id.`, { expected: candidates });
  }
  const expected = closestNames(gazetteer, text);
  throw new Fault('usage', `No place like “${text}” in the theatre ${theatre.id}.`, { expected });
};
