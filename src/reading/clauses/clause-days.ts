// Whether a date opens a clause of its own, and so is no day of what the clause before tells.
// Invariant: asks only of the words around the date.

import type { DateMark, Draft, Predicate } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

/** "captured A, AND TWO DAYS LATER they took B": a date behind a joining word is of what comes next. */
export const opensAnother = (
  { report, theatre, dates }: Draft,
  date: DateMark,
  others: readonly Predicate[],
): boolean => {
  const { start, sentence } = date;
  const before = /(\p{L}+),?\s+$/u.exec(report.text.slice(Math.max(0, start - 12), start))?.[1] ?? '';
  // "ON SUNDAY they left A, and the next day it was quiet there"
  const hasOwn = inSentence(dates, sentence).some((one) => one.goesOn && one.story && one.end < start);
  return theatre.lexicon.has('conjunctions', before) && (hasOwn || others.some((other) => other.end > start));
};

/** "took the bridge AND ON SUNDAY THE TOWN HALL.": behind "and" the day of the thing that follows it, whose verb is left out. */
export const opensThing = (
  { theatre: { lexicon }, sentences }: Draft,
  date: DateMark,
  { start, items }: Pick<Predicate, 'start' | 'items'>,
): boolean => {
  const { tokens = [] } = sentences[date.sentence] ?? {};
  if (items.some(({ place }) => place !== null && place.start >= date.end)) return false;
  const from = tokens.findIndex((token) => token.end > date.start);
  const next = tokens.findIndex((token) => token.start >= date.end);
  const link = [from - 1, from - 2].find((at) => lexicon.has('listLinks', tokens[at]?.word ?? ''));
  if (link === undefined || start > (tokens[link]?.start ?? 0) || next < 0) return false;
  const { word = '', text = '' } = tokens[next] ?? {};
  return lexicon.has('definiteArticles', word) || /^\p{Lu}/u.test(text);
};

/** "took A, AND ON MONDAY PEOPLE MARCHED in B": behind "and" the day of a clause that has a verb of its own. */
export const opensNext = (
  { theatre: { lexicon }, sentences }: Draft,
  date: DateMark,
  { start }: Pick<Predicate, 'start'>,
): boolean => {
  const { tokens = [] } = sentences[date.sentence] ?? {};
  const from = tokens.findIndex((token) => token.end > date.start);
  if (date.start < start || !lexicon.has('conjunctions', tokens[from - 1]?.word ?? '')) return false;
  const isPast = (word: string): boolean =>
    ['be', 'have'].some((list) => lexicon.has(list, word)) ||
    lexicon.verbs.get(word)?.some(({ past, base }) => past === word && base !== word) === true;
  // "took A and on Tuesday B, WHERE people had fled": the verb stands before the next mark.
  const mark =
    tokens.find(({ type, start: at }) => at >= date.end && type === 'mark')?.start ?? Number.POSITIVE_INFINITY;
  return tokens.some(
    ({ word, start: at }, i) =>
      at >= date.end &&
      at < mark &&
      isPast(word) &&
      !['determiners', 'prepositions'].some((l) => lexicon.has(l, tokens[i - 1]?.word ?? '')),
  );
};

/** "On Monday they took A, ON THE TUESDAY they were driven out": behind a comma a day opens a clause, where the first has its own. */
export const opensClause = ({ report, theatre }: Draft, { start, end }: DateMark): boolean => {
  if (!report.text.slice(0, start).trimEnd().endsWith(',')) return false;
  const next = /^,?\s+(\p{L}+)/u.exec(report.text.slice(end, end + 24))?.[1]?.toLowerCase() ?? '';
  return next !== '' && !theatre.lexicon.has('conjunctions', next) && !theatre.lexicon.has('prepositions', next);
};

/** "was in control there, AND IT stayed so until the spring": between the two another clause has begun. */
export const isOfNextClause = ({ report, theatre }: Draft, { start }: DateMark, { clause }: Predicate): boolean => {
  const words = report.text.slice(clause.end, Math.max(clause.end, start)).toLowerCase().split(/\s+/u);
  const pronouns = ['onePronouns', 'pluralPronouns', 'personPronouns', 'manyPersons', 'onePersons'];
  return words.some(
    (word, i) =>
      theatre.lexicon.has('conjunctions', word) &&
      pronouns.some((list) => theatre.lexicon.has(list, words[i + 1] ?? '')),
  );
};

/** "hold A, AND SHELLS LANDED in B on Sunday": what is so now has no day that stands behind a past of its own. */
export const isOfLaterPast = (
  { report, theatre: { lexicon } }: Draft,
  { start, relation }: DateMark,
  { clause, tense }: Predicate,
): boolean => {
  if (tense !== 'present' || relation !== 'on') return false;
  const words = report.text
    .slice(clause.end, Math.max(clause.end, start))
    .toLowerCase()
    .split(/[^\p{L}']+/u);
  const joint = words.findIndex((word) => lexicon.has('listLinks', word));
  const isPast = (word: string): boolean =>
    lexicon.verbs.get(word)?.some(({ past, base, lemma }) => {
      return past === word && base !== word && !lexicon.has('reportingVerbs', lemma);
    }) === true;
  return joint >= 0 && words.slice(joint + 2).some(isPast);
};

/** "since the middle of June, WHEN they overran A": a deed that a state is said to have begun with is of its first days. */
export const isOfBeginning = ({ report, theatre }: Draft, { end, begins }: DateMark, { start }: Predicate): boolean => {
  const [, word = ''] = /^,?\s+(\p{L}+)/u.exec(report.text.slice(end, end + BEGUN)) ?? [];
  return begins !== null && start > end && start - end < BEGUN && theatre.lexicon.has('whenLinks', word);
};

/** Characters from a day to the verb of the deed behind "when". */
const BEGUN = 60;

/** "entered A on Monday and HAVE IT BACK": a turn, with its day; "entered A on Monday and HOLD it" tells how it is now. */
export const isHadAgain = ({ report, theatre }: Draft, { placeFromContext, start, clause }: Predicate): boolean =>
  placeFromContext &&
  report.text
    .slice(start, clause.end)
    .split(/\s+/u)
    .some((word) => theatre.lexicon.has('againWords', word));

/** The day of the deed that a state, or a first time, is reckoned from: "for the first time SINCE 2 MARCH, WHEN the army took it". */
export const begunWith = (draft: Draft, predicate: Predicate): DateMark | null => {
  const begun = inSentence(draft.dates, predicate.sentence).find((one) => isOfBeginning(draft, one, predicate));
  return begun?.begins == null ? null : { ...begun, when: begun.begins, relation: 'on', begins: null };
};
