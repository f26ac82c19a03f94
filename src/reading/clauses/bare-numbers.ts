// A number whose thing was named before it: "lost 53 and retaken 14", "18 of 19", "of which 12 were retaken", "two of them".
// Invariant: it is one only where grammar leaves nothing else to be counted.

import { type Amount, amountAt, lengthIn, numberAt, type Words } from '../words/read-amounts.ts';
import { totalBehind } from './counted-things.ts';

export interface BareNumber {
  readonly amount: Amount;
  readonly of: number | null;
  readonly to: number;
}

const wordAt = ({ tokens }: Words, at: number): string => tokens[at]?.word ?? '';

const isMark = ({ tokens }: Words, at: number): boolean => tokens[at] === undefined || tokens[at]?.type === 'mark';

/** The word before the words that lead a number: "contests ANOTHER 118", "THE REMAINING 194 are". */
const beforeLeads = (words: Words, at: number): number => {
  let before = at - 1;
  while (before > at - MOST_LEADS && words.lexicon.has('numberLeads', wordAt(words, before))) before -= 1;
  return before;
};

const MOST_LEADS = 4;

/** A verb, or a verb with the words that lead on to what it is done to: "pushed OUT OF 18", "withdrew FROM nine". */
const isVerbBefore = (words: Words, at: number): boolean => {
  let before = at;
  while (before > at - MOST_LEADS && words.lexicon.has('verbLinks', wordAt(words, before))) before -= 1;
  return words.lexicon.verbs.has(wordAt(words, before)) && !words.lexicon.has('be', wordAt(words, before));
};

/** "has lost 53 and", "contests another 118", "won one back": right behind a verb, and nothing behind it. */
const isObject = (words: Words, at: number, to: number): boolean => {
  const ends = isMark(words, to) || words.lexicon.has('numberEnds', wordAt(words, to));
  return ends && isVerbBefore(words, beforeLeads(words, at));
};

const startsClause = (words: Words, at: number): boolean =>
  at === 0 ||
  /^[,;:("“—–-]$/.test(wordAt(words, at - 1)) ||
  words.lexicon.has('clauseNumbers', wordAt(words, at - 1)) ||
  isBehindSaying(words, at) ||
  isBehindFront(words, at);

/** "the army SAYS only three have fallen": without "that". */
const isBehindSaying = ({ tokens, lexicon }: Words, at: number): boolean =>
  lexicon.verbs.get(tokens[at - 1]?.word ?? '')?.some(({ lemma }) => lexicon.has('reportingVerbs', lemma)) === true;

/** So many words may open a sentence: "By his own reckoning", "Of the nine districts of Northmark province". */
const FRONT = 8;

/** "By his account SIX are held", "In Takhar 14 were lost": a preposition with its noun or its names opens the sentence. */
const isBehindFront = ({ tokens, lexicon }: Words, at: number): boolean => {
  const first = /^["“]$/.test(tokens[0]?.word ?? '') ? 1 : 0;
  if (at > FRONT + first || !lexicon.has('prepositions', tokens[first]?.word ?? '')) return false;
  const last = tokens[at - 1];
  if (lexicon.has('countNouns', last?.word ?? '')) return true;
  const isPlace = (text: string, word: string): boolean =>
    /^\p{Lu}/u.test(text) || /^['’]s?$/.test(text) || lexicon.look('units', word) !== null;
  const names = tokens.slice(first + 1, at);
  // "Of eleven districts EIGHT are held"
  const isNumber = (i: number): boolean => numberAt({ tokens, lexicon }, i) !== null;
  const isSmall = (word: string): boolean =>
    ['determiners', 'possessives', 'conjunctions', 'partLinks', 'insideLinks'].some((list) => lexicon.has(list, word));
  return (
    names.every(({ text, word }, i) => isPlace(text, word) || isSmall(word) || isNumber(first + 1 + i)) &&
    isPlace(last?.text ?? '', last?.word ?? '')
  );
};

/** Words of ", Ashford, Birchholm and Coldwell,". */
const NAMES = 12;

/** "only one, ASHFORD, is still held": behind the names that spell a number out between commas. */
const behindNames = ({ tokens, lexicon }: Words, at: number): number => {
  if (tokens[at]?.word !== ',') return at;
  for (let i = at + 1; i < at + NAMES; i += 1) {
    const { word = '', text = '' } = tokens[i] ?? {};
    const ends = word === ',' && ['be', 'have'].some((list) => lexicon.has(list, tokens[i + 1]?.word ?? ''));
    if (ends) return i + 1;
    if (!(/^\p{Lu}/u.test(text) || /^[-,]$/.test(word) || lexicon.has('conjunctions', word))) return at;
  }
  return at;
};

/** "12 have been retaken", "three by the Council", "14 under Council control": it opens a clause or what is left of one. */
const isSubject = (words: Words, from: number, to: number): boolean => {
  const at = beforeLeads(words, from) + 1;
  const next = wordAt(words, behindNames(words, to));
  const verb = ['be', 'have', 'modals', 'gapLinks'].some((list) => words.lexicon.has(list, next));
  const behind =
    verb || words.lexicon.verbs.has(next) || isTimed(words, to) || isPlaced(words, to) || isHeld(words, to);
  return startsClause(words, at) && behind;
};

/** "took three districts in A, two IN B": the verb is left out, the place is new. */
const isPlaced = (words: Words, to: number): boolean =>
  words.lexicon.has('insideLinks', wordAt(words, to)) &&
  (/^\p{Lu}\p{Ll}/u.test(words.tokens[to + 1]?.text ?? '') ||
    (words.lexicon.has('definiteWords', wordAt(words, to + 1)) &&
      words.lexicon.has('compassNouns', wordAt(words, to + 2))));

/** How many words may name the holder: "in Blue government HANDS". */
const HOLDER = 5;

/** "nine IN GOVERNMENT HANDS": the verb is left out, the holder is new. */
const isHeld = ({ tokens, lexicon }: Words, to: number): boolean =>
  lexicon.has('insideLinks', tokens[to]?.word ?? '') &&
  tokens.slice(to + 1, to + HOLDER).some(({ word }) => lexicon.has('holdNouns', word));

const TIMES = ['weekdays', 'months', 'timeNouns'];

/** "two districts fell on Monday and one ON TUESDAY": the verb is left out, the time is new. */
const isTimed = (words: Words, to: number): boolean =>
  words.lexicon.has('gapTimes', wordAt(words, to)) &&
  [0, 1, 2].some((ahead) => TIMES.some((list) => words.lexicon.has(list, wordAt(words, to + ahead))));

/** "the army has three, the League FIVE": right behind a name, and nothing behind it. */
const isBehindName = ({ tokens, lexicon }: Words, at: number, to: number): boolean =>
  isBehindSide({ tokens, lexicon }, at, to) ||
  isBehindPlace({ tokens, lexicon }, at, to) ||
  isBehindProper({ tokens, lexicon }, at, to);

/** "the rebels hold six, THE GOVERNMENT eight", "and the army two": an article and a noun behind a joint. */
const isBehindSide = (words: Words, at: number, to: number): boolean =>
  isMark(words, to) &&
  words.lexicon.has('definiteWords', wordAt(words, at - 2)) &&
  (wordAt(words, at - 3) === ',' || words.lexicon.has('conjunctions', wordAt(words, at - 3)));

/** "two in A; IN B, NONE", "and in C one and in D all three": the place stands in front, and nothing behind. */
const isBehindPlace = (words: Words, at: number, to: number): boolean => {
  const name = wordAt(words, at - 1) === ',' ? at - 2 : at - 1;
  const before = wordAt(words, name - 2);
  return (
    /^\p{Lu}\p{Ll}/u.test(words.tokens[name]?.text ?? '') &&
    words.lexicon.has('insideLinks', wordAt(words, name - 1)) &&
    (/^[,;]$/.test(before) || words.lexicon.has('listLinks', before)) &&
    (isMark(words, to) || words.lexicon.has('listLinks', wordAt(words, to)))
  );
};

const isBehindProper = ({ tokens, lexicon }: Words, at: number, to: number): boolean =>
  !TIMES.some((list) => lexicon.has(list, tokens[at - 1]?.word ?? '')) &&
  /^\p{Lu}\p{Ll}/u.test(tokens[at - 1]?.text ?? '') &&
  at > 2 &&
  (tokens[to] === undefined || tokens[to]?.type === 'mark');

/** "up from 73": what it was before. */
const isFormer = (words: Words, at: number): boolean =>
  words.lexicon.has('formerWords', `${wordAt(words, at - 2)} ${wordAt(words, at - 1)}`);

/** "is left with 89", "present in the other eight": behind words of having left or of being there. */
const isLeft = (words: Words, at: number, to: number): boolean => {
  const before = beforeLeads(words, at);
  const pair = `${wordAt(words, before - 1)} ${wordAt(words, before)}`;
  const ends = isMark(words, to) || words.lexicon.has('numberEnds', wordAt(words, to));
  return ends && (words.lexicon.has('leftWith', pair) || words.lexicon.has('presentIn', pair));
};

/** "That leaves the government with 26": whom it is left to stands between. */
const isLeftTo = (words: Words, at: number, to: number): boolean => {
  const before = beforeLeads(words, at);
  const leaves = [2, 3, 4].some((back) => words.lexicon.has('leavingVerbs', wordAt(words, before - back)));
  return words.lexicon.has('holdLinks', wordAt(words, before)) && leaves && isMark(words, to);
};

/** "the map SHOWS 217 under rebel control". */
const isShown = (words: Words, at: number, to: number): boolean =>
  words.lexicon.has('gapLinks', wordAt(words, to)) &&
  words.lexicon.has('codingVerbs', wordAt(words, beforeLeads(words, at)));

/** "we code 148 AS controlled by", "84 as contested": what it is rated as stands behind. */
const isCoded = (words: Words, at: number, to: number): boolean =>
  (words.lexicon.has('codingWords', wordAt(words, to)) || isShown(words, at, to)) &&
  (words.lexicon.has('codingVerbs', wordAt(words, beforeLeads(words, at))) || startsClause(words, at));

/** "admitted the fall of FOUR": behind a noun of taking or losing. */
const isOfNoun = (words: Words, at: number, to: number): boolean =>
  words.lexicon.has('partLinks', wordAt(words, at - 1)) &&
  words.lexicon.has('openNouns', wordAt(words, at - 2)) &&
  (isMark(words, to) || words.lexicon.has('numberEnds', wordAt(words, to)));

/** "Of 407 districts …, the enemy is present in none": the whole stands first. */
const isNone = (words: Words, at: number): boolean =>
  lengthIn(words, 'noneWords', at) > 0 && words.lexicon.has('prepositions', wordAt(words, at - 1));

/** "was beaten back IN 39", "IN FOUR the fighting goes on": in so many of the places spoken of. */
const isInside = (words: Words, at: number, to: number): boolean => {
  if (!words.lexicon.has('insideWords', wordAt(words, at - 1))) return false;
  const opens =
    at === 1 || /^[,;:]$/.test(wordAt(words, at - 2)) || words.lexicon.has('clauseNumbers', wordAt(words, at - 2));
  if (opens && ['definiteWords', 'existWords'].some((list) => words.lexicon.has(list, wordAt(words, to)))) return true;
  if (at === 1) return wordAt(words, to) === ',';
  return /^[,.;]?$/.test(wordAt(words, to));
};

/** "two of them", "12 of those": the thing is a pronoun. */
const ofThem = (words: Words, to: number): number => lengthIn(words, 'onlyOf', to);

/** "lost ALL FIVE": the number of the whole is the number. */
const wholeOf = (words: Words, amount: Amount): Amount => {
  const total = amount.comparator === 'all' ? numberAt(words, amount.to) : null;
  return total === null
    ? amount
    : { ...amount, count: total.value, comparator: 'exactly', fraction: null, to: total.to };
};

/** A number alone with the number of its whole, or with its pronoun. */
export const bareCountedAt = (words: Words, given: Amount): BareNumber | null => {
  const amount = wholeOf(words, given);
  if (amount.count === null && (amount.fraction === null || ofThem(words, amount.to) === 0)) return null;
  const them = ofThem(words, amount.to);
  // "three of these SEVEN"
  const total = them > 0 ? numberAt(words, amount.to + them) : totalBehind(words, amount.to);
  return { amount, of: total?.value ?? null, to: total?.to ?? amount.to + them };
};

/** "19 OTHERS were left", "12 MORE are contested": a word for more of the same thing belongs to the number. */
const withMore = (words: Words, amount: Amount): Amount =>
  words.lexicon.has('moreOfSame', wordAt(words, amount.to)) ? { ...amount, to: amount.to + 1 } : amount;

/** "62 killed, 31 wounded, 4 CAPTURED": losses of men follow one another. */
const isOfLosses = (words: Words, at: number, to: number): boolean => {
  const state = (i: number): boolean => words.lexicon.has('casualtyStates', wordAt(words, i));
  const beside =
    [at - 2, at - 3].some((i) => state(i)) ||
    [to + 2, to + 3].some((i) => state(i) && words.tokens[i - 1]?.type === 'number');
  return state(to) && (beside || state(at - 1));
};

/** "NINE OF THEIR men had fallen", "14 of its own": of people whom the words name. */
const isOfTheirs = (words: Words, to: number): boolean =>
  words.lexicon.has('partLinks', wordAt(words, to)) &&
  words.lexicon.has('possessives', wordAt(words, to + 1)) &&
  [to + 2, to + 3].some((i) =>
    ['menWords', 'combatants', 'ownWord'].some((l) => words.lexicon.has(l, wordAt(words, i))),
  );

const NO_NOUNS = ['be', 'have', 'modals', 'prepositions', 'conjunctions', 'relatives', 'determiners', 'verbAdverbs'];

/** "three of the four REGIONAL HUBS": another thing is named, which nobody counts. */
const isOfOthers = (words: Words, to: number): boolean => {
  for (let at = to; at < to + 3; at += 1) {
    const word = wordAt(words, at);
    if (isMark(words, at) || words.lexicon.verbs.has(word)) return false;
    if (NO_NOUNS.some((list) => words.lexicon.has(list, word))) return false;
    if (/[^s]s$/.test(word)) return true;
  }
  return false;
};

export const bareNumberAt = (words: Words, at: number): BareNumber | null => {
  const given = amountAt(words, at);
  if (given !== null && (isOfLosses(words, at, given.to) || isOfTheirs(words, given.to))) return null;
  const amount = given && withMore(words, given);
  const found = amount && bareCountedAt(words, amount);
  if (amount === null || found === null) return null;
  const { of, to } = found;
  if (of !== null && isOfOthers(words, to)) return null;
  const partOf = of !== null || ofThem(words, found.amount.to) > 0;
  const stands = [
    isNone(words, at),
    isLeftTo(words, at, to),
    isCoded(words, at, to),
    isInside(words, at, to),
    isLeft(words, at, to),
    isObject(words, at, to),
    isSubject(words, at, to),
    isOfNoun(words, at, to),
    isFormer(words, at),
    isBehindName(words, at, to),
  ];
  return partOf || stands.includes(true) ? found : null;
};
