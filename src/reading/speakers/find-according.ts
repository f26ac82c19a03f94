// "According to X, A", "A, according to X": the whole sentence is X's.

import type { Span } from '../../model/text.ts';
import { deedNouns } from '../clauses/noun-links.ts';
import type { Parse } from '../clauses/parse.ts';
import { phrasesFrom } from '../words/list-phrases.ts';
import { numberOf } from '../words/numbers.ts';
import { startsIn } from '../words/read-amounts.ts';
import { beginningsOf, isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { findCited } from './find-cited.ts';
import type { RawFrame } from './name-speakers.ts';
import { spanOf } from './said-content.ts';
import { sourceEnd } from './source-after.ts';
import { isOfficeWord, namesSomebody } from './source-words.ts';

const phraseEnd = (view: SentenceView, at: number): number => {
  const { tokens, lexicon } = view;
  const phrases = startsIn(view, 'accordingTo', at)
    ? phrasesFrom(lexicon.list('accordingTo'), tokens[at]?.word ?? '')
    : [];
  const found = phrases.find((words) => words.every((word, i) => tokens[at + i]?.word === word));
  if (found !== undefined) return at + found.length;
  // "per two MPs", not "per day".
  const office = isIn(view, 'accordingToOffice', at) && [at + 1, at + 2].some((next) => isOfficeWord(view, next));
  return office || isOnPaper(view, at) ? at + 1 : -1;
};

/** "ON THEIR WEBSITE, A is theirs": where a side writes, before the comma that closes it. */
const isOnPaper = (view: SentenceView, at: number): boolean => {
  if (at !== 0 || !isIn(view, 'paperLinks', 0)) return false;
  const noun = [2, 3, 4].find((next) => isIn(view, 'paperNouns', next));
  return noun !== undefined && wordAt(view, noun + 1) === ',' && !isTold(view, noun + 2);
};

/** Words of "the army's northern command said". */
const TELLER = 9;

/** "In a statement, IT SAID that": who speaks stands behind the comma. */
const isTold = (view: SentenceView, from: number): boolean => {
  for (let at = from; at < from + TELLER && view.tokens[at]?.type === 'word'; at++) {
    const verbs = at > from ? (view.lexicon.verbs.get(wordAt(view, at)) ?? []) : [];
    if (verbs.some(({ lemma }) => view.lexicon.has('reportingVerbs', lemma))) return true;
  }
  return false;
};

/** "According to residents, THE REBELS BESIEGED A, …", ", THE REBEL SIEGE of A, …": who does what is no description of who says it. */
const tellsAlready = ({ view, verbAt, phraseAt }: Parse, from: number, end: number): boolean => {
  if (isIn(view, 'relatives', from)) return false;
  const phrase = phraseAt[from];
  const acts = phrase?.from === from && phrase.actor !== null && !phrase.actor.modifies;
  const relative = acts && wordAt(view, phrase.to) === ',' && isIn(view, 'relatives', phrase.to + 1);
  if (relative || (acts && verbAt[phrase.to] !== undefined)) return true;
  const first = from + (isIn(view, 'determiners', from) ? 1 : 0);
  if (deedNouns(view.lexicon).has(wordAt(view, first))) return true;
  const owner = view.markAt[first];
  return owner?.type === 'actor' && owner.to < end && deedNouns(view.lexicon).has(wordAt(view, owner.to));
};

/** "According to Karim, the mayor, A": an aside in front is closed by a comma, and gives a name or an office. */
const closedEnd = (parse: Parse, from: number, end: number): number => {
  const { view } = parse;
  const comma = view.tokens.findIndex(({ word }, at) => at > from && at < end && word === ',');
  if (comma < 0) return end;
  if (tellsAlready(parse, comma + 1, end)) return comma;
  const named = namesSomebody(view, from, comma) || isOfficeWord(view, comma - 1);
  const aside =
    isIn(view, 'relatives', comma + 1) || view.tokens.slice(comma, end).some((_, i) => isOfficeWord(view, comma + i));
  return wordAt(view, end) === ',' && named && (aside || namesSomebody(view, comma + 1, end)) ? end : comma;
};

const isGoverned = (view: SentenceView, at: number): boolean =>
  isInAny(view, ['prepositions', 'conjunctions', 'determiners', 'listLinks'], at) || wordAt(view, at) === ',';

/** In front the speaker's words end with the first comma, or with the phrase that what is said begins with. */
const leadingEnd = (parse: Parse, from: number): number => {
  const { view } = parse;
  const end = closedEnd(parse, from, sourceEnd(parse, from));
  // "According to them all four were taken": a pronoun is all of the speaker.
  if (isIn(view, 'objectPersons', from)) return from + 1;
  for (let at = from + 1; at < end; at++) {
    if (isPlaceAfterComma(parse, at)) return at - 1;
    if (beginsContent(view, from, at) && !isGoverned(view, at - 1)) return at;
  }
  return end;
};

/** "According to residents, A, a village in B, has fallen": a place behind the comma that no office follows is spoken of. */
const isPlaceAfterComma = ({ view, verbAt }: Parse, at: number): boolean => {
  const mark = view.markAt[at];
  if (wordAt(view, at - 1) !== ',' || mark?.type !== 'place' || mark.from !== at) return false;
  for (let next = mark.to; ![',', ''].includes(wordAt(view, next)) && verbAt[next] === undefined; next++)
    if (isOfficeWord(view, next)) return false;
  return true;
};

/** "According to the mayor A …", "to residents THE rebels …", "to the police TWO posts …": what is said begins. */
const beginsContent = (view: SentenceView, from: number, at: number): boolean => {
  if (view.markAt[at]?.type === 'place') return true;
  const counts = numberOf([wordAt(view, at)], view.lexicon) !== null && isIn(view, 'determiners', from);
  return counts || (isIn(view, 'determiners', at) && (at > from + 1 || isOfficeWord(view, from)));
};

/** "A, according to X, AND B, according to Y": where Y's words begin, in characters. */
const closedBefore = (parse: Parse, at: number): number => {
  const { view } = parse;
  const before = beginningsOf(view, ['accordingTo']).findLast((one) => one < at && phraseEnd(view, one) > 0);
  if (before === undefined || before <= 1) return 0;
  const end = sourceEnd(parse, phraseEnd(view, before));
  const joins = wordAt(view, end) === ',' && isInAny(view, ['listLinks', 'conjunctions'], end + 1);
  return joins && end < at ? (view.tokens[end + 1]?.end ?? 0) : 0;
};

/** "according to figures compiled BY THIS newspaper", "to OUR count": the outlet speaks for itself. */
const isOwnWork = (view: SentenceView, from: number, end: number): boolean => {
  const made = view.tokens.findIndex((_, at) => at > from && at <= end && isIn(view, 'agentWords', at));
  const own = made < 0 ? from : made + 1;
  return isIn(view, 'thisWords', own) && [1, 2].some((i) => isIn(view, 'paperSelves', own + i));
};

/** "A was lost again AND, according to X, IS surrounded": X tells of what stands behind the conjunction alone. */
const joinsClause = ({ view, verbAt, phraseAt }: Parse, at: number, end: number): boolean => {
  const comma = wordAt(view, at - 1) === ',' ? 1 : 0;
  if (wordAt(view, end) !== ',' || !isIn(view, 'conjunctions', at - 1 - comma)) return false;
  const behind = verbAt[end + 1] !== undefined || verbAt[phraseAt[end + 1]?.to ?? -1] !== undefined;
  return behind && view.tokens.slice(0, at).some((_, i) => verbAt[i] !== undefined);
};

/** "According to a report by X PUBLISHED ON MONDAY, A": how many words at the end only tell when it came out. */
const publishing = (view: SentenceView, end: number): number =>
  isIn(view, 'prepositions', end - 1) && isIn(view, 'publishedForms', end - 2) ? 2 : 0;

/** "…; according to X A", "BUT according to X A", "On Monday, according to X A": what is told follows, as no verb before it tells it. */
const opensClause = ({ view, verbAt }: Parse, at: number): boolean => {
  if (/^[;.:—–]$/.test(wordAt(view, at - 1)) || isIn(view, 'conjunctions', at - 1)) return true;
  // "Yes, at A, ACCORDING TO DRIVERS."
  const told = view.tokens.some((_, i) => i > at && verbAt[i] !== undefined);
  return told && wordAt(view, at - 1) === ',' && view.tokens.slice(0, at).every((_, i) => verbAt[i] === undefined);
};

const frameAt = (parse: Parse, at: number, from: number): RawFrame | null => {
  const { view } = parse;
  const leads = at <= 1 || opensClause(parse, at);
  const end = leads ? leadingEnd(parse, from) : sourceEnd(parse, from);
  const out = publishing(view, end);
  const speaker = spanOf(view, from, end - out);
  const day = out === 0 ? -1 : view.tokens.findIndex(({ word }, i) => i >= end && word === ',');
  const told = day < 0 ? speaker : spanOf(view, from, day);
  const cue = spanOf(view, at, from);
  if (speaker === null || told === null || cue === null || isOwnWork(view, from, end)) return null;
  const cites = isIn(view, 'citingWords', at);
  // "IS QUOTING residents as saying that A": the verb's own frame tells it.
  if (cites && isIn(view, 'be', at - 1)) return null;
  const passedOn = cites ? findCited(parse, at, end) : null;
  const closed = joinsClause(parse, at, end) ? cue.start : closedBefore(parse, at);
  const content = passedOn?.content ?? contentAround(view, { cue, speaker: told, leads, closed });
  return {
    ...{ start: cue.start, end: speaker.end, cue, sentence: view.sentence.index },
    ...{ speaker, content, told: passedOn?.told ?? null, polarity: 'affirmed', modality: null },
    ...(passedOn?.mustPass === true ? { mustPass: true } : {}),
  };
};

interface Around {
  readonly cue: Span;
  readonly speaker: Span;
  readonly leads: boolean;
  /** Where what another source has told is closed by a comma and "and"; 0 where none has. */
  readonly closed: number;
}

const contentAround = (
  { sentence, tokens }: SentenceView,
  { cue, speaker, leads, closed }: Around,
): readonly Span[] => {
  const after = { start: speaker.end, end: sentence.end };
  // "A fell; B is contested, according to X": behind a semicolon another sentence begins; so it does behind
  // "A fell, according to X, AND".
  const stop = tokens.findLast(({ word, end, quoted }) => word === ';' && !quoted && end <= cue.start);
  const start = Math.max(stop?.end ?? sentence.start, closed);
  return leads ? [after] : [{ start, end: cue.start }, after];
};

/** One raw frame for each "according to". */
export const findAccording = (parse: Parse): readonly RawFrame[] =>
  beginningsOf(parse.view, ['accordingTo', 'accordingToOffice', 'paperLinks']).flatMap((at) => {
    const from = phraseEnd(parse.view, at);
    const frame = from < 0 ? null : frameAt(parse, at, from);
    return frame === null ? [] : [frame];
  });
