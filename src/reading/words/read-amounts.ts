// Amounts as news writes them: "over 80", "at least a dozen", "60 to 70", "two thirds", "nearly all", "a dozen or so".
// Invariant: an amount names no thing; what is counted stands behind it.

import type { Comparator } from '../../model/claim.ts';
import { COMPARATORS } from '../../model/claim.ts';
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { Token } from '../marks.ts';
import { listGroup } from './list-group.ts';
import { phrasesFrom } from './list-phrases.ts';
import { isNumberWord, mayBeNumber, mayGoOn, numberOf, pastMark } from './numbers.ts';

export interface Words {
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
}

export interface Found<T> {
  readonly value: T;
  readonly to: number;
}

export interface Amount {
  readonly count: number | null;
  readonly comparator: Comparator;
  readonly fraction: number | null;
  /** True where a word weighs the number: "only one", "at least one". */
  readonly weighed: boolean;
  /** "dozens", "hundreds": the count is what the word means at least. */
  readonly vague: boolean;
  /** "all but two": the number that is left out. */
  readonly except?: boolean;
  /** "a single", "any": nought where the verb is denied. */
  readonly ifDenied?: boolean;
  readonly to: number;
}

export const wordsFrom = ({ tokens }: Words, at: number, count: number): string =>
  tokens
    .slice(at, at + count)
    .map((token) => token.word)
    .join(' ');

/** Whether a phrase of a list or map may begin at a word. */
export const startsIn = ({ tokens, lexicon }: Words, name: string, at: number): boolean =>
  at >= 0 && lexicon.startsOf(tokens[at]?.word ?? '')?.has(name) === true;

/** The longest entry of a list that begins at a word, in words; 0 where none does. */
export const lengthIn = (words: Words, list: string, at: number): number => {
  if (!startsIn(words, list, at)) return 0;
  const { tokens, lexicon } = words;
  let longest = 0;
  for (const phrase of phrasesFrom(lexicon.list(list), tokens[at]?.word ?? ''))
    if (phrase.length > longest && phrase.every((word, i) => tokens[at + i]?.word === word)) longest = phrase.length;
  return longest;
};

const listsIn = (family: string) => COMPARATORS.map((value) => [value, `${family}:${value}`] as const);
const COMPARATOR_LISTS = { comparator: listsIn('comparator'), behind: listsIn('behind') };

const begunOf = (family: keyof typeof COMPARATOR_LISTS) =>
  kept((starts: ReadonlySet<string>) => COMPARATOR_LISTS[family].filter(([, list]) => starts.has(list)));
const BEGUN = { comparator: begunOf('comparator'), behind: begunOf('behind') };

/** The longest comparator that begins at a word; those of `behind` stand behind their number. */
const comparatorIn = (words: Words, family: 'comparator' | 'behind', at: number): Found<Comparator> | null => {
  let found: Found<Comparator> | null = null;
  const starts = at < 0 ? undefined : words.lexicon.startsOf(words.tokens[at]?.word ?? '');
  if (starts === undefined) return null;
  for (const [value, list] of BEGUN[family](starts)) {
    const to = at + lengthIn(words, list, at);
    if (to > (found?.to ?? at)) found = { value, to };
  }
  return found;
};

const isJoined = ({ tokens }: Words, at: number): boolean =>
  tokens[at]?.word === '-' && tokens[at - 1]?.end === tokens[at]?.start;

const isYear = (run: readonly Token[]): boolean => run.length === 1 && /^(19|20)\d\d$/.test(run[0]?.word ?? '');

const LONGEST_NUMBER = 5;

const mostNumberWords = ({ tokens, lexicon }: Words, at: number): number => {
  let length = 1;
  while (length < LONGEST_NUMBER && mayGoOn(tokens[at + length]?.word ?? '', lexicon)) length += 1;
  return length;
};

/** "eleven", "2,300", "one hundred and twenty": the longest run of words that is a number; no article, no pair, no price. */
export const numberAt = (words: Words, at: number): Found<number> | null => {
  if (!mayBeNumber(words.tokens[at]?.word ?? '', words.lexicon)) return null;
  if (/[$€£]$/.test(words.tokens[at - 1]?.text ?? '')) return null;
  // "0740 - Overnight …": no count begins with a nought.
  if (/^0\d/.test(words.tokens[at]?.word ?? '')) return null;
  for (let length = mostNumberWords(words, at); length >= 1; length -= 1) {
    const run = words.tokens.slice(at, at + length);
    if (run.length < length || isYear(run)) continue;
    if (length === 1 && words.lexicon.has('noCounts', run[0]?.word ?? '')) continue;
    const spelled = run.map((token) => token.word);
    const value = numberOf(spelled, words.lexicon);
    // "two thousand and three THOUSAND": the last word begins another number.
    const next = Number(words.lexicon.look('numbers', words.tokens[at + length]?.word ?? ''));
    if (value !== null && !(length > 1 && next >= 100)) return { value, to: at + length };
  }
  return null;
};

/** "rose FROM 60 to 70" is a change, "withdrew FROM 60 to 70 posts" a range, as is "FROM 60 to 70" that opens a sentence. */
const isChange = ({ tokens, lexicon }: Words, at: number): boolean => {
  const verb = tokens[at - 2]?.word ?? '';
  const left = lexicon.verbs.has(verb) && !lexicon.has('numberVerbs', verb);
  return at > 1 && lexicon.has('changeStarts', tokens[at - 1]?.word ?? '') && !left;
};

/** "60 to 70", "between 60 and 70": the lower end is what is said at least. */
const afterRange = (words: Words, at: number, to: number): number => {
  if (isChange(words, at)) return to;
  const between = words.lexicon.has('rangeStarts', words.tokens[at - 1]?.word ?? '');
  const link = words.lexicon.has(between ? 'betweenLinks' : 'rangeLinks', words.tokens[to]?.word ?? '');
  return (link ? numberAt(words, to + 1)?.to : null) ?? to;
};

const FRACTIONS = [3, 2, 1];

/** "half", "a third of", "two-thirds": a share as a number; an ordinal alone ("a third district") is none. */
export const fractionAt = (words: Words, at: number): Found<number> | null => {
  if (!startsIn(words, 'fractions', at)) return null;
  for (const length of FRACTIONS) {
    const value = words.lexicon.look('fractions', wordsFrom(words, at, length));
    if (value !== null && at + length <= words.tokens.length) return { value: Number(value), to: at + length };
  }
  return null;
};

/** "one in three districts", "three out of every four": a share with both its numbers said. */
const ratioAt = (words: Words, at: number): Amount | null => {
  const part = numberAt(words, at);
  const link = part === null ? 0 : lengthIn(words, 'ratioLinks', part.to);
  const whole = part !== null && link > 0 ? numberAt(words, part.to + link) : null;
  if (part === null || whole === null || part.value === 0 || part.value >= whole.value || whole.value > 20) return null;
  const fraction = Math.round((part.value / whole.value) * 10_000) / 10_000;
  return { ...NOUGHT, count: null, fraction, to: whole.to };
};

const isShare = (words: Words, to: number): boolean => lengthIn(words, 'quantityLinks', pastMark(words, to)) > 0;

const NOUGHT = { count: 0, comparator: 'exactly', fraction: null, weighed: true, vague: false } as const;

/** Dozens are 24, hundreds 200, the word being kept where there is one (control-method 10). */
const vagueAmount = (words: Words, at: number): Amount | null => {
  for (const length of startsIn(words, 'vagueCounts', at) ? VAGUE_LENGTHS : []) {
    const scale = words.lexicon.look('vagueCounts', wordsFrom(words, at, length));
    if (scale === null) continue;
    // "Half a dozen" is a number of its own; "hundreds of" says the least it can mean.
    const comparator = length === 3 ? 'about' : 'at least';
    return { ...NOUGHT, count: Number(scale), comparator, vague: true, to: at + length };
  }
  const found = comparatorIn(words, 'comparator', at);
  if (found === null || !VAGUE.includes(found.value)) return null;
  const { value, to } = found;
  const fraction = value === 'all' ? 1 : null;
  return { count: value === 'dozens' ? 24 : null, comparator: value, fraction, weighed: true, vague: true, to };
};

const ROUND_LENGTHS = [5, 4, 3];

/** "half a million", "two and a half million": a number in words of its own. */
const roundAt = (words: Words, at: number, comparator: Comparator): Amount | null => {
  for (const length of startsIn(words, 'roundCounts', at) ? ROUND_LENGTHS : []) {
    const count = words.lexicon.look('roundCounts', wordsFrom(words, at, length));
    if (count !== null) return { ...NOUGHT, count: Number(count), comparator, to: at + length };
  }
  return null;
};

const VAGUE_LENGTHS = [3, 2];
const VAGUE: readonly Comparator[] = ['several', 'dozens', 'all'];

const shareAt = (words: Words, at: number, comparator: Comparator): Amount | null => {
  const found = fractionAt(words, at);
  const half = found !== null && words.lexicon.has('halves', words.tokens[found.to - 1]?.word ?? '');
  if (found === null || !(half || isShare(words, found.to))) return null;
  // "about half" is half; "more than half" is over.
  const said = half && (comparator === 'exactly' || comparator === 'about') ? 'half' : comparator;
  return { count: null, comparator: said, fraction: found.value, weighed: true, vague: false, to: found.to };
};

const numbered = (words: Words, at: number, first: Found<Comparator> | null): Amount | null => {
  const found = numberAt(words, at);
  if (found === null) return null;
  const end = afterRange(words, at, found.to);
  const behind = comparatorIn(words, 'behind', end);
  // "a 20-day siege" counts no things; "20-odd posts" does.
  if (isJoined(words, found.to) && end === found.to && behind === null) return null;
  const said = first?.value ?? behind?.value ?? (end > found.to ? 'at least' : 'exactly');
  const weighed = first !== null || behind !== null || end > found.to;
  return { count: found.value, comparator: said, fraction: null, weighed, vague: false, to: behind?.to ?? end };
};

/** "BETWEEN 40 AND 50 districts": without its second number it is a place or a time between two others. */
const betweenAt = (words: Words, at: number): Amount | null => {
  const amount = numbered(words, at, null);
  return amount?.comparator === 'at least' && amount.count !== null ? amount : null;
};

/** "rebels", "forces"; "EXERCISES control over" has a verb before it, and "ITS control over" an owner. */
const isMany = (word: string, lexicon: Lexicon): boolean =>
  /[^'’]s$/.test(word) &&
  !lexicon.has('possessives', word) &&
  (!lexicon.verbs.has(word) || lexicon.has('combatants', word));

/** "the rebels control over 85", "still hold over 20": behind many, or such a word, what may be a noun is a verb. */
const isVerbWord = ({ tokens, lexicon }: Words, at: number): boolean => {
  const before = tokens[at - 1]?.word ?? '';
  return lexicon.verbs.has(tokens[at]?.word ?? '') && (isMany(before, lexicon) || lexicon.has('verbLeads', before));
};

/** "control OVER 35 districts", "handed OVER two posts": the word belongs to the noun before it and weighs nothing. */
const isPreposition = ({ tokens, lexicon }: Words, at: number): boolean => {
  const before = tokens[at - 1]?.word ?? '';
  const verbs = lexicon.verbs.get(before) ?? [];
  const noun = lexicon.has('overNouns', before) && !isVerbWord({ tokens, lexicon }, at - 1);
  const belongs = noun || verbs.some(({ lemma }) => lexicon.has('overVerbs', lemma));
  const about = lexicon.has('aboutNouns', before) && lexicon.has('aboutWords', tokens[at]?.word ?? '');
  return about || (belongs && lexicon.has('overWords', tokens[at]?.word ?? ''));
};

/** "all but TWO of the nine": what is left out. */
const exceptAt = (words: Words, at: number): Amount | null => {
  const left = numberAt(words, at);
  return left && { ...NOUGHT, count: left.value, except: true, to: left.to };
};

const opensAmount = listGroup([
  ...['noneWords', 'exceptWords', 'zeroWords', 'mostWords', 'vagueCounts', 'fractions', 'rangeStarts', 'rangeLeads'],
  ...COMPARATOR_LISTS.comparator.map(([, list]) => list),
]);

/** Few words of a text begin an amount, and the rest are passed over at once. */
const mayBeAmount = ({ tokens, lexicon }: Words, at: number): boolean => {
  const word = at < 0 ? '' : (tokens[at]?.word ?? '');
  return opensAmount(lexicon.startsOf(word)) || mayBeNumber(word, lexicon);
};

/** "over 80", "at least eleven", "more than half", "nearly all", "dozens of", "no". */
export const amountAt = (words: Words, at: number): Amount | null => {
  const found = amountsIn(words.tokens);
  const known = found.get(at);
  if (known !== undefined) return known;
  const amount = findAmount(words, at);
  found.set(at, amount);
  return amount;
};

/** Several passes ask for the amounts of a sentence. */
const amountsIn = kept((_: readonly Token[]) => new Map<number, Amount | null>());

const findAmount = (words: Words, at: number): Amount | null => {
  if (!mayBeAmount(words, at) || isPreposition(words, at)) return null;
  const none = lengthIn(words, 'noneWords', at);
  if (none > 0) return { ...NOUGHT, to: at + none };
  const except = lengthIn(words, 'exceptWords', at);
  if (except > 0) return exceptAt(words, at + except);
  const any = lengthIn(words, 'zeroWords', at);
  if (any > 0) return { ...NOUGHT, ifDenied: true, to: at + any };
  const most = lengthIn(words, 'mostWords', at);
  if (most > 0) return { count: null, comparator: 'over', fraction: 0.5, weighed: true, vague: true, to: at + most };
  const vague =
    roundAt(words, at, 'exactly') ?? vagueAmount(words, at) ?? shareAt(words, at, 'exactly') ?? ratioAt(words, at);
  if (vague !== null) return vague;
  const range = words.lexicon.has('rangeLeads', words.tokens[at]?.word ?? '') ? at + 1 : at;
  if (words.lexicon.has('rangeStarts', words.tokens[range]?.word ?? '')) return betweenAt(words, range + 1);
  const first = comparatorIn(words, 'comparator', at);
  if (first === null) return numbered(words, at, null);
  const round = roundAt(words, first.to, first.value);
  if (round !== null) return round;
  const second = vagueAmount(words, first.to) ?? shareAt(words, first.to, first.value);
  if (second?.fraction != null) return { ...second, comparator: second.comparator === 'half' ? 'half' : first.value };
  const ratio = ratioAt(words, first.to);
  return ratio === null ? numbered(words, first.to, first) : { ...ratio, comparator: first.value };
};

const OPENING_LISTS = [
  'howMany',
  'noneWords',
  'mostWords',
  'shareStarts',
  'exceptWords',
  'zeroWords',
  'rangeStarts',
  'rangeLeads',
];

const opensCount = listGroup([...COMPARATOR_LISTS.comparator.map(([, list]) => list), ...OPENING_LISTS]);

/** A comparator, a share, a question or a number: nothing else begins what is counted. */
export const mayBegin = ({ word, type }: Token, { lexicon }: Words): boolean =>
  type === 'number' || opensCount(lexicon.startsOf(word)) || isNumberWord(word, lexicon);
