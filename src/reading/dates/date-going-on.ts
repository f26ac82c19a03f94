// A deed told without a day right behind one that has its day, of the same place, by the same mouth and to the same end,
// was of that day: "A fell on Tuesday night. Its defenders walked out and the rebels walked in."
// Invariant: what another says, what turns the tables and what has lasted or just happened ("have entered") goes on with nothing.
import type { SideId } from '../../model/actor.ts';
import type { Kind } from '../../model/claim.ts';
import { addDays, type When } from '../../model/time.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { DateMark, Draft, Predicate } from '../marks.ts';
import { opponentOf } from '../mentions/theatre-sides.ts';

const TAKING: readonly Kind[] = ['capture', 'recapture', 'entry'];
const GIVING: readonly Kind[] = ['loss', 'withdrawal', 'surrender'];

/** Who has the better of it. */
const gainer = ({ theatre }: Draft, { kind, actor }: Predicate): SideId | null => {
  if (actor === null) return null;
  if (TAKING.includes(kind)) return actor;
  return GIVING.includes(kind) ? opponentOf(actor, theatre) : null;
};

const isTurn = ({ kind, polarity, modality, dropped }: Predicate): boolean =>
  polarity === 'affirmed' &&
  modality === 'actual' &&
  dropped === null &&
  (TAKING.includes(kind) || GIVING.includes(kind));

const samePlace = (one: Predicate, other: Predicate): boolean =>
  one.places.some(({ mention }) =>
    other.places.some(
      ({ mention: { candidates, text } }) =>
        (candidates.length === 0 && text === mention.text) || mention.candidates.some((id) => candidates.includes(id)),
    ),
  );

/** So many sentences on does a story keep its day. */
const NEXT = 2;

/** "A was taken on Monday. B and C fell IN THE MORNING.": an hour without a day is of the day told last. */
const hasHour = ({ theatre, sentences }: Draft, { sentence, clause }: Predicate): boolean => {
  const tokens = sentences[sentence]?.tokens ?? [];
  const hours = theatre.lexicon.list('hourPhrases');
  return tokens.some(({ start }, at) => {
    if (start < clause.start - LEAD || start > clause.end + 1) return false;
    return hours.some((hour) => hour.split(' ').every((word, i) => tokens[at + i]?.word === word));
  });
};

/** A wire's paragraph is a sentence: an hour may be of the day told in the one before its own. */
const PARAGRAPHS = 1;

/** "Four districts were taken on Monday. A fell in the morning.": the day told last, in its paragraph or the one before. */
const lastDay = (draft: Draft, { sentence }: Predicate): When | null => {
  const own = draft.sentences[sentence]?.paragraph ?? 0;
  const last = draft.dates.findLast(({ sentence: at }) => at < sentence && at >= sentence - NEXT);
  const here = last !== undefined && (draft.sentences[last.sentence]?.paragraph ?? -1) >= own - PARAGRAPHS;
  const plain = last?.relation === 'on' && last.when.precision === 'day' && !last.background;
  return here && plain ? { ...last.when, basis: 'implied' } : null;
};

/** Letters of "until midnight, before ". */
const LEAD = 24;

/** The day of the turn that it goes on with; null where it goes on with none. */
export const wentOn = (
  draft: Draft,
  predicate: Predicate,
  dateOf: (turn: Predicate) => DateMark | null,
): When | null => {
  if (predicate.tense !== 'past' || !isTurn(predicate)) return null;
  const speaker = frameOver(draft, predicate.start)?.by.speaker ?? null;
  const own = draft.sentences[predicate.sentence];
  const winner = gainer(draft, predicate);
  const hour = hasHour(draft, predicate);
  const turn = draft.predicates.findLast(
    (other) =>
      other.start < predicate.start &&
      other.sentence < predicate.sentence &&
      other.sentence >= predicate.sentence - NEXT &&
      draft.sentences[other.sentence]?.paragraph === own?.paragraph &&
      isTurn(other) &&
      (hour || samePlace(other, predicate)),
  );
  if (turn === undefined && hour) return lastDay(draft, predicate);
  if (turn === undefined || (frameOver(draft, turn.start)?.by.speaker ?? null) !== speaker) return null;
  const other = gainer(draft, turn);
  if (!hour && (winner === null || other === null || winner !== other)) return null;
  const date = dateOf(turn);
  if (date === null || date.relation !== 'on' || date.when.precision !== 'day' || date.background) return null;
  if (hour) return { ...date.when, basis: 'implied' };
  // What came next came in the night after at the latest.
  const { latest } = date.when;
  const said = draft.report.published.latest;
  const next = latest === null || (said !== null && said <= latest) ? latest : addDays(latest, 1);
  return { ...date.when, latest: next, precision: 'about', basis: 'implied' };
};
