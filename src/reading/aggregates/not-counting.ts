// Which of the verbs beside a number do not count it: one that only says which, one of another clause, one undone by "without".
// Invariant: what is left over may still be the count of another verb, or of none.

import type { Draft, Predicate } from '../marks.ts';
import type { Stand } from './held-counts.ts';

export interface Governed {
  readonly stand: Stand;
  readonly predicate: Predicate;
}

/** "the capitals that HAD FALLEN were retaken": the verb behind "that" only says which. */
export const isRelative = (draft: Draft, { predicate, stand }: Governed): boolean => {
  const tokens = draft.sentences[stand.sentence]?.tokens ?? [];
  const verb = tokens.findIndex(({ start }) => start >= predicate.start);
  const isRelativeAt = (at: number): boolean => draft.theatre.lexicon.has('relatives', tokens[at]?.word ?? '');
  // "five of the six posts THAT the rebels TOOK are back"
  const subject = tokens.slice(stand.to + 1, verb);
  const plain = subject.every(({ word }) => !draft.theatre.lexicon.verbs.has(word));
  const ofOthers = isRelativeAt(stand.to) && subject.length <= SUBJECT && plain;
  return verb > stand.to && (isRelativeAt(verb - 1) || ofOthers);
};

/** Words of "the rebel fighters of A". */
const SUBJECT = 4;

/** "the posts CAPTURED last week have been retaken": a participle right behind, before a verb with its helper or behind one that takes them, only says which. */
export const isReduced = (draft: Draft, { predicate, stand }: Governed, all: readonly Governed[]): boolean => {
  const tokens = draft.sentences[stand.sentence]?.tokens ?? [];
  const starts = ({ start }: Predicate): number => tokens.findIndex((token) => token.start >= start);
  const helped = (at: number): boolean =>
    ['be', 'have', 'modals'].some((list) => draft.theatre.lexicon.has(list, tokens[at]?.word ?? ''));
  const verb = starts(predicate);
  if (verb !== stand.to || helped(verb)) return false;
  return all.some(
    ({ stand: same, predicate: other }) =>
      same === stand && (other.end <= stand.start || (starts(other) > verb && helped(starts(other)))),
  );
};

/** "withdrew from three of the four villages IT HAD ENTERED": who did it stands right behind, and the verb only says which. */
export const isBehindPronoun = ({ sentences, theatre }: Draft, { predicate, stand }: Governed): boolean => {
  const next = sentences[stand.sentence]?.tokens[stand.to];
  return next !== undefined && theatre.lexicon.has('subjectPronouns', next.word) && predicate.start >= next.end;
};

/** "half of the districts IT CONTROLLED": a share of what a clause without "that" tells of is not what it tells. */
const isOfRelative = ({ sentences, theatre }: Draft, { predicate, stand }: Governed): boolean => {
  const tokens = sentences[stand.sentence]?.tokens ?? [];
  const pronoun = theatre.lexicon.has('subjectPronouns', tokens[stand.to]?.word ?? '');
  return stand.quantity.fraction !== null && pronoun && predicate.start > (tokens[stand.to]?.start ?? 0);
};

/** "all the villages ALONG THE RIVER": how many these are, and of what, nobody says. */
const isVagueWhole = ({ sentences, theatre }: Draft, { sentence, to, quantity }: Stand): boolean =>
  quantity.comparator === 'all' &&
  quantity.count === null &&
  theatre.lexicon.has('vagueLocators', sentences[sentence]?.tokens[to]?.word ?? '');

/** "holds 82 districts and the remaining 194 ARE contested": the joined number is the subject of a clause of its own. */
export const opensClause = ({ sentences, theatre }: Draft, { predicate, stand }: Governed): boolean => {
  const tokens = sentences[stand.sentence]?.tokens ?? [];
  const is = (lists: readonly string[], at: number): boolean =>
    lists.some((list) => theatre.lexicon.has(list, tokens[at]?.word ?? ''));
  // "lost 61 districts, and nine OF THEM we have back"
  const verb = is(['be', 'have', 'modals'], stand.to) || is(['memberPronouns'], stand.to - 1);
  const joint = [1, 2, 3, 4].find((back) => !is(['numberLeads'], stand.from - back)) ?? 1;
  return predicate.end <= stand.start && verb && is(['conjunctions'], stand.from - joint);
};

/** "The province HAS 14 districts and nine of them are held": so many there are, whatever is said behind. */
const isHadBefore = ({ sentences, theatre }: Draft, { predicate, stand }: Governed): boolean =>
  predicate.start > stand.end &&
  theatre.lexicon.has('have', sentences[stand.sentence]?.tokens[stand.from - 1]?.word ?? '');

/** "The map GIVES THE REBELS 212 districts": so many it says they have; nobody hands them over. */
const isAwarded = ({ theatre, sentences }: Draft, { predicate, stand }: Governed): boolean => {
  const tokens = sentences[stand.sentence]?.tokens ?? [];
  const verb = tokens.findIndex(({ start }) => start >= predicate.start);
  const subject = [verb - 1, verb - 2].map((at) => tokens[at]?.word ?? '');
  const paper = subject.some((word) => theatre.lexicon.has('countingPapers', word));
  return predicate.kind === 'surrender' && paper && stand.start > predicate.start;
};

/** "None was overrun WITHOUT a fight": two noes say that they were. */
const isUndone = ({ sentences, theatre }: Draft, { predicate, stand }: Governed): boolean =>
  stand.quantity.count === 0 &&
  sentences[stand.sentence]?.tokens.some(
    ({ word, start }) =>
      start >= predicate.end && start <= predicate.end + 2 && theatre.lexicon.has('undoingWords', word),
  ) === true;

/** "Six are blocked; the seventh IS OURS": another clause, and another thing. */
const isBeyondSemicolon = ({ sentences }: Draft, { predicate, stand }: Governed): boolean =>
  sentences[stand.sentence]?.tokens.some(
    ({ word, start }) => word === ';' && start >= stand.end && start < predicate.start,
  ) === true;

/** How many words may name the holder: "in the hands of", "in Blue government". */
const HOLDER = 5;

/** "retook four, LEAVING TWO IN REBEL HANDS": nobody left these; who holds them is told. */
export const isLeftHeld = ({ sentences, theatre }: Draft, { predicate, stand }: Governed): boolean => {
  const { tokens = [] } = sentences[stand.sentence] ?? {};
  const held = tokens.slice(stand.to, stand.to + HOLDER).some(({ word }) => theatre.lexicon.has('holdNouns', word));
  const located = theatre.lexicon.has('insideLinks', tokens[stand.to]?.word ?? '');
  return predicate.kind === 'withdrawal' && predicate.end <= stand.start && located && held;
};

export const isNotCounted = (draft: Draft, governed: Governed): boolean =>
  isVagueWhole(draft, governed.stand) ||
  isUndone(draft, governed) ||
  isAwarded(draft, governed) ||
  isBeyondSemicolon(draft, governed) ||
  opensClause(draft, governed) ||
  isLeftHeld(draft, governed) ||
  isOfRelative(draft, governed) ||
  isHadBefore(draft, governed);
