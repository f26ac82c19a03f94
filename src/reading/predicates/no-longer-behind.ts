// "A is theirs NO LONGER", "the rebels hold A no more": the end of a state, said behind it.
// Invariant: the words stand right behind what they end, and close its clause; "no more than two posts" is a number.

import type { Parse } from '../clauses/parse.ts';
import type { Predicate } from '../marks.ts';
import type { Mood } from '../words/moods.ts';
import { closesWithTime } from '../words/time-ahead.ts';
import { isIn, isInAny, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** Behind them nothing more is said of it. */
const closes = (view: SentenceView, at: number): boolean =>
  /^(?:[.,;:!?—–"”]|)$/u.test(wordAt(view, at)) || isInAny(view, CLOSING, at) || closesWithTime(view, at);

const CLOSING = ['conjunctions', 'subordinators', 'reportingVerbs'];

/** Where what the predicate says of doer and places is over. */
const reachOf = ({ view }: Parse, { end, items, doer, means }: Predicate): number => {
  const last = Math.max(end, doer?.end ?? 0);
  const after = view.tokens.findIndex(({ start }) => start >= last);
  // "is THEIRS no longer": the owner is a word of its own.
  const owner = means === null ? 0 : 1;
  return Math.max(after < 0 ? view.tokens.length : after + owner, ...items.map(({ to }) => to));
};

/** What such words stand behind is denied. */
export const noLongerBehind = (parse: Parse, predicate: Predicate): Predicate => {
  const { view } = parse;
  if (predicate.polarity === 'denied') return predicate;
  for (let at = reachOf(parse, predicate); at > 0 && wordAt(view, at) !== ','; at--) {
    const length = phraseLength(view, 'endedBehind', at);
    const end = view.tokens[at + length - 1]?.end ?? predicate.end;
    if (length > 0 && end > predicate.start && closes(view, at + length))
      return { ...predicate, polarity: 'denied', end };
    if ((view.tokens[at]?.start ?? 0) < predicate.start) return predicate;
  }
  return predicate;
};

/** "A NO LONGER in rebel hands", "A still NOT theirs": a state that no verb says, and what stands before it; "not only" adds to it. */
export const notSaidOf = (view: SentenceView, at: number, mood: Mood): Mood => {
  const first = wordAt(view, at) === ',' ? at + 1 : at;
  const isLed = isInAny(view, ['be', 'verbAdverbs'], first) && !isIn(view, 'negations', first);
  const from = isLed ? first + 1 : first;
  const not = isIn(view, 'negations', from) && !isIn(view, 'onlyWords', from + 1);
  return not || phraseLength(view, 'endedBehind', from) > 0 ? { ...mood, polarity: 'denied' } : mood;
};
