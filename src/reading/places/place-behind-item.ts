// A part without a name that its own words put somewhere: "the posts that the police left IN ASHFORD", "the villages to the west
// and south OF ASHFORD".
// Invariant: only a name in the same clause, right behind such words, is meant.

import type { PlaceItem, Predicate, Token } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import type { NamedPlace } from './named-places.ts';
import { type Ground, isSmall } from './place-suits.ts';

/** Words from "that" to the place: "that the border police had given up in". */
const REACH = 9;

const isWall = ({ type, word }: Token): boolean => type === 'mark' && word !== '-' && word !== "'s";

type Has = (list: string, token: Token | undefined) => boolean;

/** Words of "on the banks of the southern city of". */
const CHAIN = 9;

/** "a prison ON THE BANKS OF", "a base BY THE RIVER IN": where such a chain ends that a name may stand behind; -1 for none. */
const endOfChain = (tokens: readonly Token[], to: number, has: Has): number => {
  if (!has('prepositions', tokens[to]) || has('chainBreaks', tokens[to])) return -1;
  let end = -1;
  for (let at = to + 1; at <= to + CHAIN && at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || isWall(token) || has('chainBreaks', token)) return end;
    if (/^\p{Lu}/u.test(token.text)) return end;
    const ends = at > to + 1 && (has('partLinks', token) || has('insideLinks', token));
    if (has('prepositions', token) && !ends) return -1;
    if (ends) end = at + 1;
  }
  return -1;
};

/** "two posts on the highway farther south, IN ASHFORD, were left": where the name begins in such an aside; -1 for none. */
const endOfAside = (tokens: readonly Token[], to: number, has: Has): number => {
  for (let at = to; at <= to + CHAIN && tokens[at] !== undefined && !has('verbs', tokens[at]); at++) {
    if (tokens[at]?.word !== ',') continue;
    const closed = [at + 3, at + 4].some((end) => tokens[end]?.type === 'mark');
    return has('insideLinks', tokens[at + 1]) && closed ? at + 2 : -1;
  }
  return -1;
};

/** Where the words that put the part somewhere end: the name begins there; -1 where there are none. */
const endOfWords = (tokens: readonly Token[], to: number, has: Has): number => {
  // "seized a clinic AND BURNED a church IN ASHFORD": where both were done.
  const further = has('conjunctions', tokens[to]) && has('verbs', tokens[to + 1]);
  if (further || has('thingRelatives', tokens[to])) {
    for (let at = to + 1; at <= to + REACH && at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined || isWall(token)) return -1;
      if (has('whereLinks', token) || has('insideLinks', token)) return at + 1;
    }
    return -1;
  }
  const chained = Math.max(endOfChain(tokens, to, has), endOfAside(tokens, to, has));
  if (chained >= 0) return chained;
  let at = to;
  while (has('compassLinks', tokens[at]) || has('compassPoints', tokens[at])) at++;
  return at > to && has('partLinks', tokens[at]) && has('compassPoints', tokens[at - 1]) ? at + 1 : -1;
};

/** The place that the words right behind a part name, or null. */
export const placeBehindItem = ({ draft, places }: Ground, item: PlaceItem | null, { sentence }: Predicate) => {
  if (item === null || item.noun === null || item.place !== null || item.within.length > 0) return null;
  if (item.noun.kind !== null && item.noun.kind !== 'village') return null;
  const { lexicon } = draft.theatre;
  const tokens = draft.sentences[sentence]?.tokens ?? [];
  const at = endOfWords(tokens, item.to, (list, token) => {
    if (token === undefined) return false;
    return list === 'verbs' ? lexicon.verbs.has(token.word) : lexicon.has(list, token.word);
  });
  if (at < 0) return null;
  const named: NamedPlace | undefined = inSentence(draft.mentions, sentence).flatMap((mark) =>
    mark.type === 'place' && mark.from >= at && mark.from <= at + 1
      ? places.filter((one) => one.mark.start === mark.start)
      : [],
  )[0];
  return named !== undefined && isSmall(draft, named) ? named : null;
};
