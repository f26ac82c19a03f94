// The day of what follows what has one: "A fell on Monday, FOLLOWED BY B".
// Invariant: a day is never carried on to what only came after it; it bounds it.
import { addDays, type When } from '../../model/time.ts';
import type { DateMark, Draft, Predicate } from '../marks.ts';

/** "FOLLOWED BY B": whether B only follows what the date is of. */
export const isSequel = ({ report, theatre }: Draft, { start }: Predicate, date: DateMark): boolean => {
  const between = date.end > start ? '' : report.text.slice(date.end, start).toLowerCase();
  return theatre.lexicon.list('sequelWords').some((words) => between.includes(words));
};

/** From the day of the first to that of the telling. */
export const sequelWhen = (date: DateMark, told: When): When => ({
  ...told,
  ...{ earliest: date.when.earliest, precision: 'about', basis: 'implied' },
});

/** "A fell on Monday. SO DID B.": on the day of what it says again; "B FOLLOWED", then or the day after. */
export const followedOn = (
  { predicates, report }: Draft,
  { follows, modality, rule }: Predicate,
  whenOf: (told: Predicate) => When,
): When | null => {
  const told = follows === undefined ? undefined : predicates.find(({ start }) => start === follows);
  if (told === undefined || modality !== told.modality) return null;
  const when: When = { ...whenOf(told), basis: 'implied' };
  const { latest } = when;
  const last = report.published.latest;
  const next = rule !== 'follow' || latest === null || (last !== null && latest >= last) ? null : addDays(latest, 1);
  return next === null ? when : { ...when, latest: next, precision: 'about' };
};
