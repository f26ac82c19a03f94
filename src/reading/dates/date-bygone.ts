// What had lasted until the turn of which the report tells: "retook A on Sunday. The rebels had held it for a week."
// Invariant: such a state ends on the eve of the turn and is never said of the report's own day.
import type { Kind } from '../../model/claim.ts';
import { addDays, type Day, daysBetween, type When } from '../../model/time.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { DateMark, Draft, Predicate } from '../marks.ts';
import { isIncumbent } from '../mentions/theatre-sides.ts';
import { inSentence } from '../words/by-sentence.ts';
import { isPastReduced } from './reduced-days.ts';

const TAKING: readonly Kind[] = ['capture', 'recapture'];
const GIVING: readonly Kind[] = ['loss', 'withdrawal', 'surrender'];

const words = ({ report }: Draft, { start, end }: Predicate): readonly string[] =>
  report.text.slice(start, end).toLowerCase().split(/\s+/);

/** "had held", "had been under siege", "had regained"; "has held" lasts. */
export const isPastPerfect = (draft: Draft, predicate: Predicate): boolean => {
  const { lexicon } = draft.theatre;
  if (predicate.tense !== 'perfect') return false;
  const own = words(draft, predicate);
  // "A HAD been theirs since May and B since July": the verb said once for both.
  const said = own.some((word) => lexicon.has('have', word)) ? own : textOf(draft, predicate.clause).split(/\s+/u);
  return said.some((word) => lexicon.has('pastHave', word));
};

/** "gave up A, which the army HAD regained on the 14th", "A HAD fallen before B fell on Friday": one deed was over when the other was done. */
export const isOfOtherTime = (
  draft: Draft,
  { predicate, other }: { readonly predicate: Predicate; readonly other: Predicate },
): boolean => {
  if (isPastPerfect(draft, other)) return !isPastPerfect(draft, predicate);
  // "said they HAD retaken A after B fell on Friday": the past of the saying tells of no earlier time.
  return isPastPerfect(draft, predicate) && frameOver(draft, predicate.start)?.speaker == null;
};

const isTold = ({ polarity, modality, dropped }: Predicate): boolean =>
  polarity === 'affirmed' && modality === 'actual' && dropped === null;

/** A holder's time ends with another's taking or his own giving up; a siege ends with either. */
const ends = ({ theatre }: Draft, state: Predicate, other: Predicate): boolean => {
  if (state.kind !== 'hold') return TAKING.includes(other.kind) || GIVING.includes(other.kind);
  if (state.actor === null || other.actor === null) return false;
  // "The commander's men and the army retook A. The flag had been raised": an ally's taking ends nothing.
  const allied = other.actor !== state.actor && [state.actor, other.actor].every((side) => isIncumbent(side, theatre));
  if (allied) return false;
  if (other.actor === state.actor) return GIVING.includes(other.kind);
  return TAKING.includes(other.kind) || other.kind === 'hold';
};

/** Without a gazetteer a place is known by its name alone. */
export const samePlace = (one: Predicate, other: Predicate): boolean =>
  one.places.some(({ mention: { candidates, text } }) =>
    other.places.some(
      ({ mention }) =>
        mention.candidates.some((id) => candidates.includes(id)) ||
        (candidates.length === 0 && mention.candidates.length === 0 && mention.text === text),
    ),
  );

/** The nearest turn told before it, else the first one behind; "said it HAD SURROUNDED A" may only be how saying puts what is so. */
const turnOf = (draft: Draft, state: Predicate): Predicate | null => {
  const turns = draft.predicates.filter(
    (other) =>
      other !== state &&
      isTold(other) &&
      !isPastPerfect(draft, other) &&
      ends(draft, state, other) &&
      samePlace(state, other),
  );
  const said = frameOver(draft, state.start) !== null;
  return turns.findLast(({ start }) => start < state.start) ?? (said ? null : (turns[0] ?? null));
};

/** "since 2 March" names its first day; "for a week" is reckoned back from its last. */
export const isNamedStart = ({ report, theatre }: Draft, { start }: DateMark): boolean => {
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

/** How far back what was "earlier" is looked for, in days. */
const WEEK = 6;

const upTo = (latest: Day): When => ({
  ...{ earliest: addDays(latest, -WEEK), latest },
  ...{ precision: 'week', basis: 'implied' },
});

const textOf = ({ report }: Draft, { start, end }: { readonly start: number; readonly end: number }): string =>
  report.text.slice(start, end).toLowerCase();

/** "A fell on Monday. B had fallen EARLIER." */
const saysEarlier = (draft: Draft, predicate: Predicate): boolean =>
  isPastPerfect(draft, predicate) &&
  textOf(draft, predicate.clause)
    .split(/[^\p{L}]+/u)
    .some((word) => draft.theatre.lexicon.has('earlierAdverbs', word));

/** "Commandos WHO RETOOK A are killed there": what tells which ones were meant came before what is told of them. */
const tellsWhich = (draft: Draft, { tense, start, sentence }: Predicate): boolean => {
  const before = textOf(draft, { start: draft.sentences[sentence]?.start ?? start, end: start });
  const [, comma = '', word = ''] = /(,?) (\p{L}+) *$/u.exec(before) ?? [];
  const { lexicon } = draft.theatre;
  // "it was the elders who handed it over" tells what was done.
  const words = before.split(/[^\p{L}]+/u);
  const cleft = words.some((one, i) => lexicon.has('be', one) && lexicon.has('objectPronouns', words[i - 1] ?? ''));
  return tense === 'past' && comma === '' && !cleft && lexicon.has('personRelatives', word);
};

/** The first day that the sentence before tells of, in the same paragraph. */
const dayBefore = (draft: Draft, { sentence }: Predicate): Day | null => {
  const paragraph = draft.sentences[sentence]?.paragraph;
  if (draft.sentences[sentence - 1]?.paragraph !== paragraph) return null;
  const days = draft.dates.flatMap(({ sentence: at, when, relation, background }) =>
    at === sentence - 1 && relation === 'on' && !background && when.precision === 'day' && when.earliest !== null
      ? [when.earliest]
      : [],
  );
  return days.sort()[0] ?? null;
};

/** "retook A, taken by the rebels, ON MONDAY": the day by which what only describes A had happened. */
const dayPastReduced = (draft: Draft, predicate: Predicate): Day | null =>
  inSentence(draft.dates, predicate.sentence).find((date) => isPastReduced(draft, date, predicate))?.when.earliest ??
  null;

/** When an event without a day of its own had happened that came before what is told; null where nothing says that it did. */
export const earlierWhen = (draft: Draft, predicate: Predicate, said: When): When | null => {
  const { kind } = predicate;
  if (!isTold(predicate) || !(TAKING.includes(kind) || GIVING.includes(kind)) || said.latest === null) return null;
  const eve = addDays(said.latest, -1);
  const turned = dayPastReduced(draft, predicate);
  if (turned !== null) return upTo(addDays(turned, -1));
  if (saysEarlier(draft, predicate)) return upTo(dayBefore(draft, predicate) ?? eve);
  return tellsWhich(draft, predicate) ? upTo(eve) : null;
};
