// What had lasted until the turn of which the report tells: "retook A on Sunday. The rebels had held it for a week."
// Invariant: such a state ends on the eve of the turn and is never said of the report's own day.
import type { Kind } from '../model/claim.ts';
import { addDays, type Day, daysBetween, type When } from '../model/time.ts';
import type { DateMark, Draft, Predicate } from './marks.ts';

const TAKING: readonly Kind[] = ['capture', 'recapture'];
const GIVING: readonly Kind[] = ['loss', 'withdrawal', 'surrender'];

const words = ({ report }: Draft, { start, end }: Predicate): readonly string[] =>
  report.text.slice(start, end).toLowerCase().split(/\s+/);

/** "had held", "had been under siege", "had regained"; "has held" lasts. */
export const isPastPerfect = (draft: Draft, predicate: Predicate): boolean =>
  predicate.tense === 'perfect' && words(draft, predicate).some((word) => draft.theatre.lexicon.has('pastHave', word));

const isTold = ({ polarity, modality, dropped }: Predicate): boolean =>
  polarity === 'affirmed' && modality === 'actual' && dropped === null;

/** A holder's time ends with another's taking or his own giving up; a siege ends with either. */
const ends = (state: Predicate, other: Predicate): boolean => {
  if (state.kind !== 'hold') return TAKING.includes(other.kind) || GIVING.includes(other.kind);
  if (state.actor === null || other.actor === null) return false;
  if (other.actor === state.actor) return GIVING.includes(other.kind);
  return TAKING.includes(other.kind) || other.kind === 'hold';
};

const samePlace = (one: Predicate, other: Predicate): boolean =>
  one.places.some(({ mention }) =>
    other.places.some(({ mention: { candidates } }) => mention.candidates.some((id) => candidates.includes(id))),
  );

/** The nearest turn told before it, else the first one behind. */
const turnOf = (draft: Draft, state: Predicate): Predicate | null => {
  const turns = draft.predicates.filter(
    (other) =>
      other !== state && isTold(other) && !isPastPerfect(draft, other) && ends(state, other) && samePlace(state, other),
  );
  return turns.findLast(({ start }) => start < state.start) ?? turns[0] ?? null;
};

/** "since 2 March" names its first day; "for a week" is reckoned back from its last. */
const isNamedStart = ({ report, theatre }: Draft, { start }: DateMark): boolean => {
  const before = report.text
    .slice(Math.max(0, start - 16), start)
    .toLowerCase()
    .trim();
  return theatre.lexicon.list('relation:since').some((phrase) => before.endsWith(phrase));
};

/** "for the past two weeks" reaches to now, and is cut where the turn came. */
const firstDay = (draft: Draft, date: DateMark | null, last: Day): Day => {
  const { earliest = null, latest = null } = date?.when ?? {};
  if (date === null || earliest === null) return last;
  const lasting = date.relation === 'since' && !isNamedStart(draft, date) && latest !== null;
  const first = lasting ? addDays(last, -daysBetween(earliest, latest)) : earliest;
  return first < last ? first : last;
};

/** "had held it until Sunday", "had been under siege on Monday": a day of its own, before the turn. */
const hasOwnDay = (date: DateMark | null, last: Day): boolean =>
  date !== null && date.relation !== 'since' && date.when.latest !== null && date.when.latest <= last;

/** Null where it is no such state, or the report tells of no turn that ended it. */
export const bygoneWhen = (
  draft: Draft,
  state: { readonly predicate: Predicate; readonly date: DateMark | null },
  whenOf: (turn: Predicate) => When,
): When | null => {
  const { predicate, date } = state;
  if (!isTold(predicate) || !isPastPerfect(draft, predicate)) return null;
  const turn = turnOf(draft, predicate);
  const day = turn === null ? null : whenOf(turn).latest;
  if (day === null) return null;
  const latest = addDays(day, -1);
  if (hasOwnDay(date, latest)) return null;
  const earliest = firstDay(draft, date, latest);
  return {
    ...{ earliest, latest, precision: earliest === latest ? 'day' : 'about' },
    basis: date === null ? 'implied' : 'stated',
  };
};
