// Days that words alone would put on the wrong side of the saying: a time within which something is to be done lies ahead of
// it, a feast at which something was done does not. Invariant: only what is told as done, or is to come, is asked.
import { addDays, type Day, daysBetween, UNKNOWN_WHEN, type When } from '../../model/time.ts';
import type { Draft, Predicate } from '../marks.ts';

/** "posts that they HAD SEIZED during the feast": of a feast that comes again it was none still to come; nobody says which. */
export const notAhead = ({ report }: Draft, { tense, modality }: Predicate, when: When): When => {
  const said = report.published.latest;
  const done = modality === 'actual' && (tense === 'past' || tense === 'perfect') && when.precision === 'about';
  const isAhead = said !== null && when.earliest !== null && when.earliest > addDays(said, 1);
  return done && isAhead ? { ...UNKNOWN_WHEN, latest: said } : when;
};

/** "are to leave WITHIN 21 DAYS": what is to come within a time has it before it, and not behind. */
export const ahead = (when: When, said: Day): When =>
  when.latest === said && when.earliest !== null && when.earliest < said
    ? { ...when, earliest: said, latest: addDays(said, daysBetween(when.earliest, said)) }
    : when;
