// A day that a story reckons from a deed told before: "A week after Ashford was lost, the Council came back."
// Or one from what befell a place that has been told of: "B was lost a day after Ashford."
// Invariant: only what opens a sentence and names a place that the story has told of; of any other deed the day is not known.
import type { Day, When } from '../../model/time.ts';
import { addDays, daysBetween } from '../../model/time.ts';
import type { DateMark, Draft, PlaceMark, Sentence } from '../marks.ts';
import type { DatedWords, DateExpression } from './match-dates.ts';

/** Any day will do to measure how far a meaning goes from it. */
const SOME_DAY = '2000-01-03' as Day;

/** Among so many first words it opens its sentence. */
const OPENING = 1;

interface Standing {
  readonly expression: DateExpression;
  readonly dated: DatedWords;
  readonly sentence: Sentence;
}

/** "A week AFTER Ashford was lost, …": the words of the deed; null where the expression leads on to none. */
const deedOf = (
  draft: Draft,
  { expression, dated, sentence }: Standing,
): { readonly from: number; readonly to: number } | null => {
  const { words } = dated;
  const last = words[expression.to - 1]?.word ?? '';
  const opens = expression.fromTold && expression.from <= OPENING && draft.theatre.lexicon.has('afterWords', last);
  const comma = words.findIndex(({ text }, at) => at >= expression.to && text === ',');
  if (!opens || comma <= expression.to) return null;
  return { from: sentence.start + expression.end, to: sentence.start + (words[comma]?.start ?? 0) };
};

/** The day that the story had come to when it told of the place last. */
const dayToldOf = (
  draft: Draft,
  deed: { readonly from: number; readonly to: number },
  told: readonly DateMark[],
): When | null => {
  const named = draft.mentions.flatMap((mark) =>
    mark.type === 'place' && deed.from <= mark.start && mark.start < deed.to ? mark.candidates : [],
  );
  const before = draft.mentions.findLast(
    (mark) => mark.type === 'place' && mark.start < deed.from && mark.candidates.some((id) => named.includes(id)),
  );
  if (before === undefined) return null;
  return told.findLast(({ goesOn, sentence }) => goesOn && sentence <= before.sentence)?.when ?? null;
};

/** "a day after ASHFORD.", "two days before Ashford and": a place alone stands for what befell it. */
const placeBehind = ({ mentions, report }: Draft, { sentence, expression }: Standing): PlaceMark | null => {
  const end = sentence.start + expression.end;
  const named = mentions.find(
    (mark): mark is PlaceMark => mark.type === 'place' && mark.start >= end && mark.start <= end + 1,
  );
  const next = named === undefined ? '' : report.text.slice(named.end, named.end + 5);
  return named !== undefined && ALONE.test(next) ? named : null;
};

/** What may stand behind a place that stands alone. */
const ALONE = /^(?:[.,;:)]|$| and | but )/u;

/** The day that was said of the place when it was named before: behind its name, else before it. */
const dayNamedWith = (draft: Draft, place: PlaceMark, told: readonly DateMark[]): When | null => {
  const before = draft.mentions.findLast(
    (mark) =>
      mark.type === 'place' &&
      mark.start < place.start &&
      (mark.text === place.text || mark.candidates.some((id) => place.candidates.includes(id))) &&
      told.some(({ sentence }) => sentence === mark.sentence),
  );
  const marks = told.filter(
    ({ sentence, relation, when }) => sentence === before?.sentence && relation === 'on' && when.precision === 'day',
  );
  return (marks.find(({ start }) => start > (before?.start ?? 0)) ?? marks.at(-1))?.when ?? null;
};

/** "B was lost a day after Ashford": undefined where no place stands behind it alone, or no day was told of that one. */
export const reckonedFromPlace = (
  draft: Draft,
  standing: Standing,
  told: readonly DateMark[],
): FromDeed | undefined => {
  const { expression, dated } = standing;
  const word = dated.words[expression.to - 1]?.word ?? '';
  const links = ['afterWords', 'hearsayLinks'];
  if (!expression.fromTold || !links.some((list) => draft.theatre.lexicon.has(list, word))) return undefined;
  const place = placeBehind(draft, standing);
  const from = place === null ? null : dayNamedWith(draft, place, told);
  return from === null ? undefined : awayFrom(from, standing, draft.theatre.lexicon.has('behindWords', word));
};

/** So long after or before that day; undefined where the expression gives no length. */
const awayFrom = (from: When, { expression }: Standing, isBehind: boolean): FromDeed | undefined => {
  const stretch = expression.meaning.anchor(SOME_DAY, false);
  if (stretch === null || from.earliest === null || from.latest === null) return undefined;
  const days = Math.abs(daysBetween(SOME_DAY, stretch.from)) * (isBehind ? 1 : -1);
  return { when: { ...from, earliest: addDays(from.earliest, days), latest: addDays(from.latest, days) }, from };
};

export interface FromDeed {
  readonly when: When;
  /** The day of the deed. */
  readonly from: When;
}

/** Of a deed that nobody has told of only the order is known: behind the day that the story has come to, or before the saying. */
const bounded = (
  reached: When | null,
  { isBehind, said }: { readonly isBehind: boolean; readonly said: When },
): FromDeed => {
  const when: When = {
    earliest: isBehind ? (reached?.earliest ?? null) : null,
    latest: said.latest,
    precision: 'unknown',
    basis: 'implied',
  };
  return { when, from: when };
};

/** Undefined where it leads on to no deed. */
export const reckonedFromDeed = (
  draft: Draft,
  standing: Standing,
  { told, said }: { readonly told: readonly DateMark[]; readonly said: When },
): FromDeed | undefined => {
  const deed = deedOf(draft, standing);
  if (deed === null) return undefined;
  const { expression, dated } = standing;
  const from = dayToldOf(draft, deed, told);
  const isBehind = draft.theatre.lexicon.has('behindWords', dated.words[expression.to - 1]?.word ?? '');
  const away = from === null ? undefined : awayFrom(from, standing, isBehind);
  return away ?? bounded(told.findLast(({ goesOn }) => goesOn)?.when ?? null, { isBehind, said });
};
