// Which dates of a sentence can be a predicate's: not those of its saying, of what stands in passing, or of another deed.
import type { Lexicon } from '../../model/lexicon.ts';
import type { Span } from '../../model/text.ts';
import { daysBetween } from '../../model/time.ts';
import { isOfLaterPast, opensNext, opensThing } from '../clauses/clause-days.ts';
import type { DateMark, Draft, Predicate } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import { isCompared } from './compared-days.ts';
import { isOfSaying } from './date-sayings.ts';
import { isLengthOfState } from './how-long.ts';
import { isOfLaunch } from './launched-days.ts';
import { isOfRank, isTally } from './rank-dates.ts';
import { isOfAside, isOfReduced, isPastReduced, isReducedBy } from './reduced-days.ts';

const DATED: readonly DateMark['relation'][] = ['on', 'since', 'before', 'after', 'by', 'until'];

const opensClause = (words: string, lexicon: Lexicon): boolean =>
  words
    .toLowerCase()
    .split(/[^\p{L}']+/u)
    .some((word) => lexicon.has('relatives', word));

/** "Chora, which had held out two weeks ago, has collapsed": a day that only the words between the commas have. */
export const isInPassing = (draft: Draft, date: DateMark, predicate: Predicate): boolean => {
  const { text } = draft.report;
  const start = draft.sentences[date.sentence]?.start ?? 0;
  const before = text.slice(start, date.start);
  const first = /^\s*(\p{L}+)/u.exec(before.slice(before.lastIndexOf(',') + 1))?.[1] ?? '';
  const closed = predicate.start > date.end && text.slice(date.end, predicate.start).includes(',');
  // "The towns WHICH they entered LAST WEEK - A and B - are held": a dash closes the clause that describes.
  const dashed = predicate.start > date.end && /^\s*[-–—]\s/u.test(text.slice(date.end, predicate.start));
  if (dashed && opensClause(before.slice(before.lastIndexOf(',') + 1), draft.theatre.lexicon)) return true;
  if (!before.includes(',') || !closed) return false;
  const { lexicon } = draft.theatre;
  // "The men of Hale, a commander WHO TOOK UP ARMS IN JUNE, hold A"
  const apposed =
    lexicon.has('indefiniteArticles', first.toLowerCase()) && isRelative(draft, asideBefore(before, date));
  // "A, HELD by the army since 2016, has fallen", "the rebels, FOUNDED in 1990, took A"
  const reduced = date.background && isReducedBy(lexicon, first.toLowerCase());
  return (
    lexicon.has('clauseRelatives', first.toLowerCase()) || apposed || reduced || isReckoned(draft, date, predicate)
  );
};

/** From the last comma to the date. */
const asideBefore = (before: string, { start }: DateMark): Span => ({
  start: start - before.length + before.lastIndexOf(',') + 1,
  end: start,
});

/** ", three days after troops had driven them out, and closed": a time reckoned from another deed is that deed's. */
const isReckoned = (draft: Draft, date: DateMark, { start }: Predicate): boolean => {
  const { text } = draft.report;
  const opens = text.slice(0, date.start).trimEnd().endsWith(',');
  const aside = text.slice(date.start, start).split(',')[0] ?? '';
  const { lexicon } = draft.theatre;
  return (
    opens &&
    aside
      .toLowerCase()
      .split(/\s+/)
      .some((word) => lexicon.has('afterWords', word))
  );
};

// "EASTRY, Northmark (Nov. 6, 2010) — ", "EASTRY, June 14 (Wire 7) -": the day of the report, not of what it tells.
const DATELINE = /^[^\p{L}]*\p{Lu}{3}[\p{Lu}'’ /-]*(?:, \p{Lu}[\p{L}.'’]*(?: \p{Lu}[\p{L}.'’]*)*)?,? ?\(?$/u;

export const isInDateline = (draft: Draft, { sentence, start }: Pick<DateMark, 'sentence' | 'start'>): boolean =>
  DATELINE.test(draft.report.text.slice(draft.sentences[sentence]?.start ?? start, start));

/** "A was entered on Tuesday; two days later it was quiet": a date beyond a semicolon is another clause's; in a heading before one too. */
const isParted = ({ report, sentences }: Draft, date: DateMark, { start, clause, sentence }: Predicate): boolean => {
  if (sentences[sentence]?.heading !== true && date.start < clause.end) return false;
  const between =
    date.start < start
      ? report.text.slice(date.end, start)
      : report.text.slice(Math.min(clause.end, date.start), date.start);
  return between.includes(';');
};

/** "fighters WHO had seized": words that lead to the verb of a relative clause. */
export const isRelative = ({ report, theatre }: Draft, { start, end }: Span): boolean =>
  report.text
    .slice(start, end)
    .toLowerCase()
    .split(/\s+/)
    .some((word) => theatre.lexicon.has('clauseRelatives', word));

/** "hold", "have left": of when it is told. */
const OF_NOW: readonly Predicate['tense'][] = ['present', 'perfect'];

/** "men WHO HAD fought beside them": what was over before the deed. */
const isLongBefore = ({ report, theatre }: Draft, { start, end }: Span): boolean => {
  const words = report.text.slice(start, end).toLowerCase().split(/\s+/);
  return words.some(
    (word, i) => theatre.lexicon.has('clauseRelatives', word) && theatre.lexicon.has('pastHave', words[i + 1] ?? ''),
  );
};

/** "Fighters who seized A LAST MONTH still hold it", "… have been driven out": the day of what describes them. */
export const isOfOpenRelative = (
  draft: Draft,
  { start, end }: DateMark,
  { tense, clause, start: verb }: Predicate,
): boolean =>
  (OF_NOW.includes(tense) || isLongBefore(draft, { start: clause.start, end: start })) &&
  clause.start < start &&
  end <= verb &&
  !draft.report.text.slice(start, verb).includes(',') &&
  isRelative(draft, { start: clause.start, end: start });

/**
 * "A, lost the day before, had been recaptured": a date inside what stands between commas is that clause's own.
 * "A fell on Sunday, as did B": of one verb, and one day.
 */
const isAnothers = (draft: Draft, date: DateMark, predicate: Predicate): boolean =>
  inSentence(draft.predicates, predicate.sentence).some(
    ({ start, clause, rule }) =>
      predicate.clause.start <= start &&
      (predicate.clause.start !== clause.start || predicate.rule !== rule) &&
      clause.start <= date.start &&
      date.start < clause.end &&
      clause.end <= predicate.start &&
      draft.report.text.startsWith(',', clause.end),
  );

/** "By taking A, WHICH HAD BEEN FREE SINCE MAY, the Reds": an aside within the clause, closed before it goes on. */
const isOfInnerAside = ({ report, theatre }: Draft, date: Span, { clause, end }: Predicate): boolean => {
  const first = /,\s+(\p{L}+)[^,]*$/u.exec(report.text.slice(end, date.start).toLowerCase())?.[1] ?? '';
  return theatre.lexicon.has('clauseRelatives', first) && report.text.slice(date.end, clause.end).includes(',');
};

/** "regained the airport, which has been closed since 2014": words of the clause that only describes, and their day. */
export const isOfRelative = (draft: Draft, date: Span, predicate: Predicate): boolean => {
  const { report, theatre } = draft;
  const { start } = date;
  const { clause } = predicate;
  if (start < clause.end) return start > predicate.end && isOfInnerAside(draft, date, predicate);
  const words = report.text.slice(clause.end, start).toLowerCase();
  const first = /,\s+(\p{L}+)[^,]*$/u.exec(words)?.[1] ?? '';
  const told = report.text.slice(clause.start, clause.end).toLowerCase();
  return (
    theatre.lexicon.has('clauseRelatives', first) ||
    opensRelative(words, theatre.lexicon) ||
    opensObjectClause(words, theatre.lexicon) ||
    opensWhere(told, words, theatre.lexicon) ||
    opensContact(told, words, theatre.lexicon)
  );
};

/** "entered A, WHERE they met last week", "A, the town WHERE …": the day of what describes it. */
const opensWhere = (told: string, words: string, lexicon: Lexicon): boolean => {
  const wordsOf = (text: string): readonly string[] => text.split(/[^\p{L}']+/u).filter((word) => word !== '');
  const [last = '', before] = words.split(',').toReversed();
  const [aside = '', noun] = told.split(',').toReversed();
  const apposed = noun !== undefined && lexicon.has('determiners', wordsOf(aside)[0] ?? '');
  return wordsOf(last).some(
    (word, at) => lexicon.has('whereWords', word) && (before !== undefined || (at === 0 && apposed)),
  );
};

/** "went back to the posts THEY HELD before Thursday": a clause that describes needs no "that" either. */
const opensContact = (told: string, words: string, lexicon: Lexicon): boolean => {
  const [noun = '', pronoun = ''] = told.split(/[^\p{L}']+/u).slice(-2);
  const [verb = ''] = words.split(/[^\p{L}']+/u).filter((word) => word !== '');
  const subject = ['pluralPronouns', 'personPronouns'].some((list) => lexicon.has(list, pronoun));
  const opens = ['conjunctions', 'prepositions', 'subordinators', 'relatives'].some((list) => lexicon.has(list, noun));
  const says = lexicon.verbs.get(noun)?.some(({ lemma }) => lexicon.has('reportingVerbs', lemma)) === true;
  return subject && !opens && !says && lexicon.verbs.has(verb);
};

/** "two towns THAT WERE overrun last year", "the town THAT FELL last week": a clause that describes needs no comma. */
const opensRelative = (words: string, lexicon: Lexicon): boolean => {
  const parts = words.split(/[^\p{L}']+/u);
  const isPast = (word: string): boolean => lexicon.verbs.get(word)?.some(({ past }) => past === word) === true;
  return parts.some((word, i) => {
    const next = parts[i + 1] ?? '';
    return lexicon.has('relatives', word) && (['be', 'have'].some((list) => lexicon.has(list, next)) || isPast(next));
  });
};

/** "retook a town THAT IT LOST in March", ", driving them out of areas THAT THEY TOOK last week": the clause describes what it stands behind. */
const opensObjectClause = (words: string, lexicon: Lexicon): boolean => {
  const parts = (words.split(',').at(-1) ?? '').split(/[^\p{L}']+/u).filter((word) => word !== '');
  const at = parts.findIndex((word) => lexicon.has('relatives', word));
  const says = (word: string): boolean =>
    lexicon.verbs.get(word)?.some(({ lemma }) => lexicon.has('reportingVerbs', lemma)) === true;
  if (at < 0 || parts.slice(0, at).some(says) || lexicon.verbs.has(parts[at - 1] ?? '')) return false;
  const subject = ['pluralPronouns', 'placePronouns', 'definiteArticles'].some((list) =>
    lexicon.has(list, parts[at + 1] ?? ''),
  );
  return subject && parts.slice(at + 2).some((word) => lexicon.verbs.has(word));
};

/** "a year AFTER it was overrun": a time that another deed is reckoned by, named behind it. */
export const leadsOn = ({ report, theatre }: Draft, { start, end, from }: DateMark): boolean => {
  if (from !== null) return false;
  const last = /(\p{L}+)$/u.exec(report.text.slice(start, end).toLowerCase())?.[1] ?? '';
  return theatre.lexicon.has('afterWords', last) && /^\s+\p{L}/u.test(report.text.slice(end, end + 2));
};

/** "retook A a year after it was overrun", "a year after it fell, A was retaken": reckoned from, and no day of the retaking. */
export const isReckonedFrom = (draft: Draft, date: DateMark, { start }: Predicate): boolean =>
  leadsOn(draft, date) && (start < date.start || draft.report.text.slice(date.end, start).includes(','));

/** "took Ashford despite a truce signed LAST WEEK": the day of what did not help. */
const isOfDespite = ({ report, theatre }: Draft, { start }: DateMark, { end }: Predicate): boolean =>
  start > end &&
  report.text
    .slice(end, start)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => theatre.lexicon.has('despiteWords', word));

const CHANGES: readonly Predicate['kind'][] = ['capture', 'recapture', 'loss', 'surrender', 'withdrawal'];

/** What follows on something in so many days is news of about its day. */
const FOLLOWING = 7;

/** "the first to fall SINCE THEY BEGAN their offensive IN MAY", "took A AFTER foreign troops BEGAN to leave IN MAY": the day of what it is counted from. */
const isOfSinceClause = (
  { report, sentences, theatre: { lexicon } }: Draft,
  { sentence, end: till, when: { latest } }: DateMark,
  { end, kind }: Predicate,
): boolean => {
  if (!CHANGES.includes(kind)) return false;
  const said = report.published.latest;
  const old = latest !== null && said !== null && daysBetween(latest, said) > FOLLOWING;
  const between = sentences[sentence]?.tokens.filter((token) => token.start >= end && token.end <= till) ?? [];
  const since = between.findLastIndex(
    ({ word }) => lexicon.has('sinceLinks', word) || (old && lexicon.has('afterWords', word)),
  );
  const isVerb = (word: string): boolean => lexicon.verbs.has(word) && !lexicon.has('determiners', word);
  return since >= 0 && between.slice(since + 1).some(({ word }) => isVerb(word));
};

/** "has won A back and means to open the road BEFORE THE END OF THE MONTH": what has happened has no day that is to come. */
const isStillToCome = ({ report }: Draft, { when, relation }: DateMark, { modality, tense }: Predicate): boolean => {
  const said = report.published.latest;
  const happened = modality === 'actual' && (tense === 'past' || tense === 'perfect');
  // "took A as the truce starts ON FRIDAY"; a feast or a season may be the last one.
  return (
    happened &&
    (relation !== 'on' || when.precision === 'day') &&
    said !== null &&
    when.earliest !== null &&
    when.earliest > said
  );
};

/** "denied that they had entered A, as had been reported THE NIGHT BEFORE": the day of what others said. */
const isOfHearsay = ({ report, theatre: { lexicon } }: Draft, { start }: DateMark, { end }: Predicate): boolean => {
  if (start <= end) return false;
  const [, words = ''] = /,\s+(\p{L}+(?:\s+\p{L}+){1,8})\s*$/u.exec(report.text.slice(end, start).toLowerCase()) ?? [];
  const [first = '', ...rest] = words.split(/\s+/u);
  return (
    lexicon.has('hearsayLinks', first) &&
    rest.some((word) => lexicon.verbs.get(word)?.some(({ lemma }) => lexicon.has('reportingVerbs', lemma)))
  );
};

/** The dates of a predicate's sentence that can be its own. */
export const datesFor = (draft: Draft, predicate: Predicate): readonly DateMark[] =>
  inSentence(draft.dates, predicate.sentence).filter(
    (date) =>
      DATED.includes(date.relation) &&
      !isInDateline(draft, date) &&
      !isOfSaying(draft, date) &&
      !isInPassing(draft, date, predicate) &&
      !isParted(draft, date, predicate) &&
      !opensNext(draft, date, predicate) &&
      !isOfLaterPast(draft, date, predicate) &&
      !opensThing(draft, date, predicate) &&
      !isOfRelative(draft, date, predicate) &&
      !isOfDespite(draft, date, predicate) &&
      !isCompared(draft, date, predicate) &&
      !isOfHearsay(draft, date, predicate) &&
      !isLengthOfState(draft, date, predicate) &&
      !isReckonedFrom(draft, date, predicate) &&
      !isTally(draft, date) &&
      !isOfLaunch(draft, date, predicate) &&
      !isOfReduced(draft, date, predicate) &&
      !isPastReduced(draft, date, predicate) &&
      !isOfAside(draft, date, predicate) &&
      !isStillToCome(draft, date, predicate) &&
      !isOfSinceClause(draft, date, predicate) &&
      !isOfRank(draft, date) &&
      !isOfOpenRelative(draft, date, predicate) &&
      !isAnothers(draft, date, predicate),
  );
