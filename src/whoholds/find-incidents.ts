// Incidents for people to browse: those that a query means, the newest day first, a page at a time.
import type { Incident } from '../model/claim.ts';
import { Fault } from '../model/outcome.ts';
import type { Gazetteer } from '../model/place.ts';
import type { IncidentQuery, Page } from './contract.ts';

const isIn = (gazetteer: Gazetteer, { place }: Incident, wanted: string): boolean => {
  if (place?.id == null) return false;
  return place.id === wanted || gazetteer.ancestors(place.id).some(({ id }) => id === wanted);
};

const isOfDays = ({ when: { earliest, latest } }: Incident, { from, until }: IncidentQuery): boolean => {
  const [first, last] = [earliest ?? latest, latest ?? earliest];
  return (!from || (last !== null && last >= from)) && (!until || (first !== null && first <= until));
};

const dayOf = ({ when }: Incident): string => when.latest ?? when.earliest ?? '';

const byDay = (a: Incident, b: Incident): number =>
  dayOf(a) === dayOf(b) ? (a.id < b.id ? -1 : 1) : dayOf(a) > dayOf(b) ? -1 : 1;

const startOf = (cursor: string | null | undefined): number => {
  if (cursor === null || cursor === undefined) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new Fault('usage', `The cursor "${cursor}" is none of this list's: pass on "next" of the page before.`);
};

export const findIncidents = (all: readonly Incident[], query: IncidentQuery, gazetteer: Gazetteer): Page<Incident> => {
  const { place, type, limit } = query;
  const found = all
    .filter((one) => !place || isIn(gazetteer, one, place))
    .filter((one) => (!type || one.type === type) && isOfDays(one, query))
    .sort(byDay);
  const start = startOf(query.cursor);
  const end = limit === null || limit === undefined ? found.length : start + limit;
  return { rows: found.slice(start, end), next: end < found.length ? String(end) : null };
};
