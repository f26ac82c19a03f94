// Counts of things in a sentence: "over 80 of the country's 421 districts", "nine of the ten quarters", "no post".
// Invariant: a quantity lies inside one sentence, and its last word is the thing counted.
import type { AggregateClaim, Comparator } from '../model/claim.ts';
import { COMPARATORS } from '../model/claim.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { Span } from '../model/text.ts';
import type { Sentence, Token } from './marks.ts';
import { isNumberWord, mayBeNumber, numberOf } from './numbers.ts';

export interface Quantity extends Span {
  /** Token indexes, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly count: AggregateClaim['count'];
  readonly comparator: Comparator;
  readonly fraction: AggregateClaim['fraction'];
  readonly of: AggregateClaim['of'];
  readonly unit: string;
  /** "How many districts …?": the count stands in the answer. */
  readonly asked: boolean;
}

interface Words {
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
}

interface Found<T> {
  readonly value: T;
  readonly to: number;
}

const wordsFrom = ({ tokens }: Words, at: number, count: number): string =>
  tokens
    .slice(at, at + count)
    .map((token) => token.word)
    .join(' ');

/** The longest entry of a list that begins at a word, in words; 0 where none does. */
const lengthIn = (words: Words, list: string, at: number): number => {
  if (!opensIn(words, list, at)) return 0;
  for (let count = Math.min(4, words.tokens.length - at); count > 0; count -= 1)
    if (words.lexicon.has(list, wordsFrom(words, at, count))) return count;
  return 0;
};

const openers = new WeakMap<readonly string[], ReadonlySet<string>>();

/** First words of a list's phrases: nearly every word of a text begins none of them. */
const openersOf = (list: readonly string[]): ReadonlySet<string> => {
  const known = openers.get(list);
  if (known) return known;
  const words = new Set(list.map((phrase) => phrase.split(' ')[0] ?? ''));
  openers.set(list, words);
  return words;
};

const opensIn = ({ tokens, lexicon }: Words, list: string, at: number): boolean =>
  openersOf(lexicon.list(list)).has(tokens[at]?.word ?? '');

const COMPARATOR_LISTS = COMPARATORS.map((value) => [value, `comparator:${value}`] as const);

/** The longest comparator that begins at a word. */
const comparatorAt = (words: Words, at: number): Found<Comparator> | null => {
  let found: Found<Comparator> | null = null;
  for (const [value, list] of COMPARATOR_LISTS) {
    const to = at + lengthIn(words, list, at);
    if (to > (found?.to ?? at)) found = { value, to };
  }
  return found;
};

/** "eleven", "2,300", "one hundred and twenty", "no": the longest run of words that is a number. */
const numberAt = (words: Words, at: number): Found<number> | null => {
  if (!mayBeNumber(words.tokens[at]?.word ?? '', words.lexicon)) return null;
  for (let length = 5; length >= 1; length -= 1) {
    const run = words.tokens.slice(at, at + length);
    if (run.length < length || run.at(-1)?.word === 'and') continue;
    if (length === 1 && words.lexicon.has('articles', run[0]?.word ?? '')) continue;
    const value = numberOf(
      run.map((token) => token.word),
      words.lexicon,
    );
    if (value !== null) return { value, to: at + length };
  }
  return null;
};

/** The thing counted, over at most three describing words: "security QUARTERS", "more DISTRICTS". */
const unitAt = (words: Words, at: number): Found<string> | null => {
  for (let skip = 0; skip <= 3; skip += 1) {
    const start = at + skip;
    for (const length of [2, 1]) {
      const unit = words.lexicon.look('units', wordsFrom(words, start, length));
      if (unit !== null && start + length <= words.tokens.length) return { value: unit, to: start + length };
    }
    const token = words.tokens[start];
    if (token?.type !== 'word' || !words.lexicon.has('quantityWords', token.word)) return null;
  }
  return null;
};

/** "the", "its", "the country's", "Northmark's": who owns what is counted; gives the word after. */
const skipOwner = (words: Words, at: number): number => {
  let next = words.lexicon.has('quantityOwners', words.tokens[at]?.word ?? '') ? at + 1 : at;
  for (let look = next; look < next + 4; look += 1) {
    if (/^(['’]s|['’])$/.test(words.tokens[look]?.word ?? '')) return look + 1;
    if (words.tokens[look]?.type !== 'word') break;
  }
  while (words.lexicon.has('quantityOwners', words.tokens[next]?.word ?? '')) next += 1;
  return next;
};

interface Whole {
  readonly of: number | null;
  readonly unit: Found<string>;
}

/** "of the country's 421 districts", "of the districts", "of 19": the whole that a part is taken of. */
const wholeAt = (words: Words, at: number): Whole | null => {
  const link = lengthIn(words, 'quantityLinks', at);
  const start = skipOwner(words, at + link);
  const total = numberAt(words, start);
  const unit = unitAt(words, total?.to ?? start);
  if (unit === null) return null;
  return link === 0 && total === null ? null : { of: total?.value ?? null, unit };
};

const SHARES: readonly Comparator[] = ['half', 'all'];

const isHalf = (words: Words, at: number): boolean => lengthIn(words, 'fraction:half', at) > 0;

interface Amount {
  readonly count: number | null;
  readonly comparator: Comparator;
  readonly fraction: number | null;
  readonly to: number;
}

const VAGUE: readonly Comparator[] = ['several', 'dozens', 'half', 'all'];

/** Dozens are 24, the word being kept (control-method 10). */
const vagueAmount = (words: Words, from: number, { value, to }: Found<Comparator>): Amount => ({
  count: value === 'dozens' ? 24 : null,
  comparator: value,
  fraction: isHalf(words, from) ? 0.5 : value === 'all' ? 1 : null,
  to,
});

/** "over 80", "at least eleven", "more than half", "nearly all", "dozens of", "no". */
const amountAt = (words: Words, at: number): Amount | null => {
  const first = comparatorAt(words, at);
  if (first === null) {
    const plain = numberAt(words, at);
    return plain && { count: plain.value, comparator: 'exactly', fraction: null, to: plain.to };
  }
  if (VAGUE.includes(first.value)) return vagueAmount(words, at, first);
  const second = comparatorAt(words, first.to);
  if (second && SHARES.includes(second.value)) {
    return { ...vagueAmount(words, first.to, second), comparator: first.value };
  }
  const number = numberAt(words, first.to);
  return number && { count: number.value, comparator: first.value, fraction: null, to: number.to };
};

/** "one of the last districts" counts nothing. */
const isOneOfSeveral = ({ count, comparator }: Amount, whole: Whole | null): boolean =>
  count === 1 && comparator === 'exactly' && whole !== null && whole.of === null;

const quantityAt = (words: Words, at: number): Quantity | null => {
  const amount = amountAt(words, at);
  if (amount === null) return null;
  const plain = unitAt(words, skipShare(words, amount));
  const whole = plain === null ? wholeAt(words, amount.to) : null;
  const unit = plain ?? whole?.unit ?? null;
  if (unit === null || isOneOfSeveral(amount, whole)) return null;
  const { count, comparator, fraction } = amount;
  const all = comparator === 'all' && whole?.of !== undefined ? whole.of : null;
  const [first, last] = [words.tokens[at], words.tokens[unit.to - 1]];
  return {
    from: at,
    to: unit.to,
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    count: all ?? count,
    comparator: all === null ? comparator : 'exactly',
    fraction: all === null ? fraction : null,
    of: whole?.of ?? null,
    unit: unit.value,
    asked: false,
  };
};

/** "half the districts", "all the crossings": an article may stand between. */
const skipShare = (words: Words, { comparator, fraction, to }: Amount): number =>
  SHARES.includes(comparator) || fraction !== null ? skipOwner(words, to + lengthIn(words, 'quantityLinks', to)) : to;

/** "18 of 19": a part of a whole whose name was said before. */
const bareShareAt = (words: Words, amount: Amount): Found<number> | null => {
  const link = lengthIn(words, 'quantityLinks', amount.to);
  const total = link === 0 ? null : numberAt(words, skipOwner(words, amount.to + link));
  return total === null || /^[-%]$/.test(words.tokens[total.to]?.word ?? '') ? null : total;
};

/** "it has lost 53 and retaken 14": a bare number right behind a verb, and nothing behind it. */
const isBareObject = (words: Words, at: number, to: number): boolean => {
  const next = words.tokens[to];
  const ends = next === undefined || next.type === 'mark' || words.lexicon.has('numberEnds', next.word);
  return ends && words.lexicon.verbs.has(words.tokens[at - 1]?.word ?? '');
};

/** "Of 407 districts …, the enemy is present in none": the whole stands first. */
const isNone = (words: Words, at: number): boolean =>
  lengthIn(words, 'noneWords', at) > 0 && words.lexicon.has('prepositions', words.tokens[at - 1]?.word ?? '');

/** A number whose thing was named before it. */
const bareAt = (words: Words, at: number, unit: string | null): Quantity | null => {
  const amount = unit === null ? null : amountAt(words, at);
  if (amount === null || unit === null || amount.count === null) return null;
  const total = bareShareAt(words, amount);
  const to = total?.to ?? amount.to;
  if (total === null && !isNone(words, at) && !isBareObject(words, at, to)) return null;
  const [first, last] = [words.tokens[at], words.tokens[to - 1]];
  const { count, comparator, fraction } = amount;
  const span = { from: at, to, start: first?.start ?? 0, end: last?.end ?? 0 };
  return { ...span, count, comparator, fraction, of: total?.value ?? null, unit, asked: false };
};

/** "How many districts" */
const askedAt = (words: Words, at: number): Quantity | null => {
  const length = lengthIn(words, 'howMany', at);
  const unit = length === 0 ? null : unitAt(words, skipOwner(words, at + length));
  const [first, last] = [words.tokens[at], words.tokens[(unit?.to ?? 0) - 1]];
  if (unit === null || !first || !last) return null;
  const amount = { count: null, comparator: 'exactly', fraction: null, of: null } as const;
  return { from: at, to: unit.to, start: first.start, end: last.end, ...amount, unit: unit.value, asked: true };
};

/** The number that an answer begins with ("None.", "Three, and …"); null where it begins with none. */
export const answerCount = (sentence: Sentence, lexicon: Lexicon): Found<number> | null => {
  const words: Words = { tokens: sentence.tokens, lexicon };
  const first = sentence.tokens.findIndex((token) => token.type !== 'mark');
  const none = first < 0 ? 0 : lengthIn(words, 'noneWords', first);
  if (none > 0) return { value: 0, to: sentence.tokens[first + none - 1]?.end ?? sentence.end };
  const number = first < 0 ? null : numberAt(words, first);
  return number && { value: number.value, to: sentence.tokens[number.to - 1]?.end ?? sentence.end };
};

/** A part of a whole that the sentence begins with: "Of 407 districts, … none". */
const withWhole = (quantity: Quantity, first: Quantity | undefined, words: Words): Quantity => {
  const opens = first !== undefined && words.lexicon.has('quantityLinks', words.tokens[first.from - 1]?.word ?? '');
  return opens && first.from <= 2 && quantity.of === null ? { ...quantity, of: first.count } : quantity;
};

const beginners = new WeakMap<Lexicon, ReadonlySet<string>>();

/** First words of comparators and questions: few words of a text begin a quantity, and the rest are passed over at once. */
const beginnersOf = (lexicon: Lexicon): ReadonlySet<string> => {
  const known = beginners.get(lexicon);
  if (known) return known;
  const lists = [...COMPARATORS.map((one) => `comparator:${one}`), 'howMany', 'noneWords'];
  const words = new Set(lists.flatMap((name) => [...openersOf(lexicon.list(name))]));
  beginners.set(lexicon, words);
  return words;
};

const mayBegin = ({ word, type }: Token, { lexicon }: Words): boolean =>
  type === 'number' || beginnersOf(lexicon).has(word) || isNumberWord(word, lexicon);

/** Quantities of a sentence in order, never overlapping; `unit` is what was counted before, for bare numbers. */
export const findQuantities = (sentence: Sentence, lexicon: Lexicon, unit: string | null): readonly Quantity[] => {
  const words: Words = { tokens: sentence.tokens, lexicon };
  const found: Quantity[] = [];
  let at = 0;
  while (at < words.tokens.length) {
    const token = words.tokens[at];
    const known = found.at(-1)?.unit ?? unit;
    const quantity =
      token && !mayBegin(token, words)
        ? null
        : (askedAt(words, at) ?? quantityAt(words, at) ?? bareAt(words, at, known));
    if (quantity) found.push(withWhole(quantity, found[0], words));
    at = quantity?.to ?? at + 1;
  }
  return found;
};
