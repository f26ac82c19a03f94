// History is no claim: what is dated before the theatre's period, and what a sentence of history tells beside it.
// Invariant: nothing is dropped without its reason in the trace.
import { addDays } from '../model/time.ts';
import { frameOver } from './clauses/frame-over.ts';
import { isCompared } from './dates/compared-days.ts';
import { isPastPerfect } from './dates/date-bygone.ts';
import { isHistory, isPast } from './dates/date-predicate.ts';
import { isInPassing, isOfOpenRelative, isOfRelative, isReckonedFrom, leadsOn } from './dates/dates-for.ts';
import { isLength } from './dates/how-long.ts';
import { isOfRank } from './dates/rank-dates.ts';
import { isOfAside, isReducedBy } from './dates/reduced-days.ts';
import type { Draft, Predicate, Sentence } from './marks.ts';
import { isPeaceful } from './mentions/peaceful.ts';
import { isCutByWeather } from './predicates/cut-by-weather.ts';
import { isOfGame, isOfNothing } from './predicates/told-of-game.ts';
import { askedIn } from './speakers/interview-turns.ts';
import { inSentence } from './words/by-sentence.ts';
import { holds } from './words/lists-in.ts';

/** "held the district in the 1990s": another date of history in the sentence, and none of our own time. */
const besideHistory = (draft: Draft, predicate: Predicate): boolean => {
  const dates = inSentence(draft.dates, predicate.sentence).filter(
    (date) =>
      date.relation !== 'by' &&
      // "In 1994 rebels held A FOR NINE MONTHS": how long it was then says nothing of now.
      !isLength(draft, date) &&
      !isInPassing(draft, date, predicate) &&
      !isOfRank(draft, date) &&
      !isCompared(draft, date, predicate) &&
      !isReckonedFrom(draft, date, predicate) &&
      !isOfOpenRelative(draft, date, predicate) &&
      !isOfAside(draft, date, predicate) &&
      // "had last month been shelled; B HAD BEEN RINGED": what is told of then goes on.
      !(isApart(draft, date.start, predicate) && !isPastPerfect(draft, predicate)) &&
      !isOfRelative(draft, date, predicate),
  );
  return dates.length > 0 && dates.every((date) => isPast(draft, date));
};

const LASTING: readonly Predicate['kind'][] = ['hold', 'siege'];

/** "A, BESIEGED since May, is quiet": a participle without its helper tells of what still is. */
const isOpenSiege = ({ report, theatre }: Draft, { kind, start, end }: Predicate): boolean =>
  kind === 'siege' && isReducedBy(theatre.lexicon, report.text.slice(start, end).toLowerCase());

/** "has held it since last year" is of now, however long ago it began. */
const lastsOn = (draft: Draft, predicate: Predicate): boolean =>
  LASTING.includes(predicate.kind) &&
  (predicate.tense !== 'past' || isOpenSiege(draft, predicate)) &&
  predicate.tense !== 'none' &&
  inSentence(draft.dates, predicate.sentence).some(({ relation }) => relation === 'since');

/** "left the base, 20 YEARS AFTER they took it": what the words of so long a time stand before is history. */
const followsYears = ({ report, theatre, sentences }: Draft, { sentence, start }: Predicate): boolean => {
  const { tokens = [] } = sentences[sentence] ?? {};
  const at = tokens.findIndex((token) => token.start >= start);
  const before = tokens.slice(Math.max(0, at - NEAR), at);
  const text = report.text.slice(before[0]?.start ?? start, start).toLowerCase();
  return theatre.lexicon.list('historyLeads').some((phrase) => {
    const found = text.indexOf(phrase);
    // "held A FOR TWO YEARS BEFORE the army took it": how long they held it, and not when it was taken.
    const words = text.slice(0, Math.max(found, 0)).trim().split(/\s+/u).slice(-LONG);
    return found >= 0 && !words.some((word) => theatre.lexicon.has('lengthLeads', word));
  });
};

/** Words of "for nearly two". */
const LONG = 3;

/** So many words stand at most between "years after" and what it is said of. */
const NEAR = 6;

/** What the words of a sentence alone tell: where phrases of history stand in it, and whether it tells of a play. */
interface Told {
  readonly history: readonly number[];
  readonly pretence: boolean;
}

const told = new WeakMap<Sentence, Told>();

const toldIn = ({ report, theatre: { lexicon } }: Draft, sentence: Sentence): Told => {
  const known = told.get(sentence);
  if (known !== undefined) return known;
  const words = report.text.slice(sentence.start, sentence.end);
  const text = words.toLowerCase();
  // "the Ten Weeks' WAR": only a name has the capital; "the two years' war has reached A".
  const wars = lexicon.list('warNames').map((name) => {
    const at = text.indexOf(name);
    return at >= 0 && /^\p{Lu}/u.test(words.slice(at + name.lastIndexOf(' ') + 1)) ? at : -1;
  });
  const history = [...lexicon.list('historyPhrases').map((phrase) => text.indexOf(phrase)), ...wars];
  const found = {
    history: history.filter((at) => at >= 0),
    pretence: lexicon.list('pretencePhrases').some((phrase) => text.includes(phrase)),
  };
  told.set(sentence, found);
  return found;
};

/** "left A on Tuesday; it had been taken LAST YEAR": behind a semicolon something else is told. */
const isApart = ({ report: { text } }: Draft, at: number, { clause }: Predicate): boolean =>
  at > clause.end ? text.slice(clause.end, at).includes(';') : text.slice(at, clause.start).includes(';');

const saysHistory = (draft: Draft, predicate: Predicate): boolean => {
  const sentence = draft.sentences[predicate.sentence];
  if (sentence === undefined) return false;
  const { history } = toldIn(draft, sentence);
  return history.some(
    (at) =>
      !isOfRelative(draft, { start: sentence.start + at, end: sentence.start + at }, predicate) &&
      !isApart(draft, sentence.start + at, predicate),
  );
};

/** "stormed a mock village", "in an exercise": nobody takes anything. */
const isPretence = (draft: Draft, predicate: Predicate): boolean => {
  const sentence = draft.sentences[predicate.sentence];
  return sentence !== undefined && toldIn(draft, sentence).pretence;
};

/** Where most of a report's days are of the past, it is a feature of history. */
const HISTORY_SHARE = 0.6;
const FEWEST_DATES = 3;

const features = new WeakMap<Draft['dates'], boolean>();

const isFeature = (draft: Draft): boolean => {
  const { dates } = draft;
  const known = features.get(dates);
  if (known !== undefined) return known;
  const past = dates.filter((date) => isPast(draft, date)).length;
  const feature = past >= FEWEST_DATES && past >= dates.length * HISTORY_SHARE;
  features.set(dates, feature);
  return feature;
};

/** "In the old days the rebels held A. The army drove them out.": the sentence before tells of the past, and no day stands in it. */
const followsHistory = (draft: Draft, sentence: number): boolean => {
  const before = draft.sentences[sentence - 1];
  return (
    before !== undefined &&
    before.paragraph === draft.sentences[sentence]?.paragraph &&
    toldIn(draft, before).history.length > 0 &&
    inSentence(draft.dates, sentence - 1).length === 0
  );
};

/** "In 1989 the rebels attacked. The siege lasted four months.": told on from a day long past, in its paragraph. */
const goesOnFromPast = (draft: Draft, predicate: Predicate): boolean => {
  const { sentence, start, tense } = predicate;
  const own = inSentence(draft.dates, sentence).filter((date) => !isLength(draft, date));
  if (tense === 'present' || tense === 'future' || own.length > 0) return false;
  if (isFeature(draft)) return true;
  // "The ministry SAID that A WAS under control": the past of the telling, and of now.
  const frame = LASTING.includes(predicate.kind) ? frameOver(draft, start) : null;
  if (frame !== null && frame.sentence === sentence && frame.end <= start) return false;
  if (tense === 'past' && predicate.placeFromContext && followsHistory(draft, sentence)) return true;
  const paragraph = draft.sentences[sentence]?.paragraph;
  const last = draft.dates.findLast(
    (date) => date.start < start && !leadsOn(draft, date) && !isInPassing(draft, date, predicate),
  );
  return (
    last !== undefined &&
    tense === 'past' &&
    draft.sentences[last.sentence]?.paragraph === paragraph &&
    inSentence(draft.dates, last.sentence).every((date) => isPast(draft, date))
  );
};

/** "could not confirm that A had fallen", "did not deny that it had left": nobody says so. */
const isLeftOpen = (draft: Draft, { start, sentence }: Predicate): boolean => {
  const frame = frameOver(draft, start);
  if (frame === null || frame.sentence !== sentence) return false;
  const { lexicon } = draft.theatre;
  const { tokens = [] } = draft.sentences[sentence] ?? {};
  const last = tokens.findIndex((token) => token.end === frame.cue.end);
  const weighs = lexicon.verbs.get(tokens[last]?.word ?? '')?.some(({ lemma }) => lexicon.has('weighingVerbs', lemma));
  if (weighs !== true) return false;
  const cue = tokens.slice(Math.max(0, last - CUE), last).filter((token) => token.end > frame.start);
  const helped = (list: string): boolean => cue.some(({ word }) => lexicon.has(list, word));
  if (helped('refusingForms')) return true;
  const denies = lexicon.verbs.get(tokens[last]?.word ?? '')?.some(({ lemma }) => lexicon.has('denyingVerbs', lemma));
  if (!helped('negations')) return false;
  if (helped('neitherWords')) return true;
  return denies === true ? !helped('modals') : helped('modals') || helped('pairWords');
};

/** Helpers and a refusal before a verb: "neither confirmed nor denied", "declined to confirm". */
const CUE = 5;

/** "have taken ten districts SINCE foreign troops began to leave": when a guest goes from the land, no place is meant. */
const isGuestsGoing = ({ theatre, sentences }: Draft, predicate: Predicate): boolean => {
  const { doer, kind, placeFromContext, placeWord, sentence } = predicate;
  if (kind !== 'withdrawal' || !placeFromContext || placeWord !== null || doer === null || doer.pronoun) return false;
  const guest = doer.means === 'foreign' || theatre.sides.some(({ id, role }) => role === 'other' && id === doer.side);
  const [further, before] = sentences[sentence]?.tokens.slice(0, doer.from).slice(-2).toReversed() ?? [];
  return guest && [further, before].some((token) => theatre.lexicon.has('timeClauseWords', token?.word ?? ''));
};

/** "A soldier in A after troops retook it, June 2": the day under a picture, where it is another than the report's. */
const isOldCaption = (draft: Draft, { sentence }: Predicate): boolean => {
  const { earliest } = draft.report.published;
  if (draft.sentences[sentence]?.part !== 'caption' || earliest === null) return false;
  return inSentence(draft.dates, sentence).some(
    ({ when: { precision, latest } }) =>
      precision === 'day' && latest !== null && latest < addDays(earliest, -DAY_BEFORE),
  );
};

/** A picture of the day before is of what is told. */
const DAY_BEFORE = 1;

/** "Q: You lost A on Monday.": whoever asks at a briefing asserts nothing but what he has heard from somebody. */
const isAsked = (draft: Draft, { sentence, start }: Predicate): boolean =>
  askedIn(draft).has(sentence) && frameOver(draft, start) === null;

const reasonOf = (draft: Draft, predicate: Predicate): string | null => {
  const lasts = lastsOn(draft, predicate);
  if (!lasts && (isHistory(draft, predicate) || besideHistory(draft, predicate)))
    return 'dated before the time of the theatre';
  if (!lasts && (saysHistory(draft, predicate) || followsYears(draft, predicate) || goesOnFromPast(draft, predicate)))
    return 'told as history';
  if (isLeftOpen(draft, predicate)) return 'neither said nor denied';
  if (isOldCaption(draft, predicate)) return 'a caption of another day';
  if (isGuestsGoing(draft, predicate)) return 'from no place of its own';
  if (isAsked(draft, predicate)) return 'said by who asks';
  if (isOfGame(draft, predicate)) return 'told of a game';
  if (isCutByWeather(draft, predicate)) return 'cut off by the weather';
  // "lets NOTHING into A" besieges it.
  if (predicate.kind !== 'siege' && isOfNothing(draft, predicate)) return 'done to nothing';
  return isPretence(draft, predicate) ? 'an exercise or a play' : null;
};

/** A report of sport has sides, attacks and captures too: this many different words of sport make it one. */
const SPORT_WORDS = 4;

/** A report of sport tells of no war, whatever its words. */
export const isSport = ({ sentences, theatre }: Draft): boolean => {
  const { lexicon } = theatre;
  const found = new Set(
    sentences
      .filter(({ tokens }) => holds(tokens, 'sportWords', lexicon))
      .flatMap(({ tokens }) => tokens.map(({ word }) => word))
      .filter((word) => lexicon.has('sportWords', word)),
  );
  return found.size >= SPORT_WORDS;
};

/** Why nothing in the report is of a war; null where it may be. */
export const notOfWar = (draft: Draft): string | null => {
  const { sentences, theatre } = draft;
  if (isSport(draft)) return 'a report of sport';
  return theatre.open && isPeaceful(sentences, theatre.lexicon) ? 'a report of no war' : null;
};

/** Pass: drops predicates of history and of sport. */
export const dropBackground = (draft: Draft): Draft => {
  if (draft.predicates.length === 0) return draft;
  const sport = notOfWar(draft);
  const judged = draft.predicates.map((predicate) => ({ predicate, reason: sport ?? reasonOf(draft, predicate) }));
  const trace = judged.flatMap(({ predicate: { kind, rule, clause }, reason }) =>
    reason === null ? [] : [{ pass: 'dropBackground', span: clause, says: `${kind} by "${rule}" dropped: ${reason}` }],
  );
  const predicates = judged.filter(({ reason }) => reason === null).map(({ predicate }) => predicate);
  const drops = judged.flatMap(({ predicate: { sentence }, reason }) =>
    reason === null ? [] : [{ sentence, reason, unnamed: null }],
  );
  return { ...draft, predicates, drops: [...draft.drops, ...drops], trace: [...draft.trace, ...trace] };
};
