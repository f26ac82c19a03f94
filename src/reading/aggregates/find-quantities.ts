// Counts of things in a sentence: "over 80 of the country's 421 districts", "nine of the ten quarters", "no post".
// Invariant: a quantity lies inside one sentence, and its last word is the thing counted or its number.
import type { AggregateClaim, Comparator } from '../../model/claim.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { Span } from '../../model/text.ts';
import { bareNumberAt } from '../clauses/bare-numbers.ts';
import {
  bracketedTotal,
  landAt,
  pastAside,
  skipOwner,
  totalBehind,
  type Unit,
  unitAt,
  type Whole,
  wholeAt,
} from '../clauses/counted-things.ts';
import type { Sentence } from '../marks.ts';
import { pastMark } from '../words/numbers.ts';
import { type Amount, amountAt, type Found, lengthIn, mayBegin, numberAt, type Words } from '../words/read-amounts.ts';

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
  /** A number whose unit was said before: "lost 53 and retaken 14". */
  readonly bare: boolean;
  /** "one district", with no word that weighs it: no more than an article unless another count stands beside it. */
  readonly single: boolean;
  /** "dozens", "several", "hundreds": a word more than a number. */
  readonly vague: boolean;
  /** "has not lost A SINGLE post", "ANY districts": nought where the verb is denied, else no count. */
  readonly ifDenied: boolean;
}

export interface Counted {
  readonly amount: Amount;
  readonly of: number | null;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
}

export const quantityOf = (
  { tokens, lexicon }: Words,
  { amount, of, unit, from, to }: Counted,
  bare: boolean,
): Quantity => {
  const { comparator, fraction, count, weighed, except } = amount;
  const whole = of === null ? null : comparator === 'all' ? of : except && count !== null ? of - count : null;
  return {
    ...{ from, to, start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0, unit, of, bare },
    ...{ count: whole ?? count, comparator: whole === null ? comparator : 'exactly' },
    ...{ fraction: whole === null ? fraction : null, asked: false },
    ...{
      single: count === 1 && !weighed && of === null && !lexicon.has('onlyMore', tokens[amount.to]?.word ?? ''),
      vague: amount.vague,
      ifDenied: amount.ifDenied === true,
    },
  };
};

const suits = ({ count, to }: Amount, { value }: Found<Unit>, { tokens, lexicon }: Words): boolean =>
  value.plural || (count !== null && count <= 1) || lexicon.has('everyWords', tokens[to - 1]?.word ?? '');

/** "one of the last districts" counts nothing. */
const isOneOfSeveral = ({ count, weighed }: Amount, whole: Whole | null): boolean =>
  count === 1 && !weighed && whole !== null && whole.of === null;

/** "one village IN TEN", "two posts OUT OF EVERY three": a share, with the thing between its numbers. */
const inSoMany = (words: Words, amount: Amount, { value, to }: Found<Unit>): Omit<Counted, 'from'> | null => {
  const link = lengthIn(words, 'ratioLinks', to);
  const whole = link === 0 || amount.count === null ? null : numberAt(words, to + link);
  const next = words.tokens[whole?.to ?? 0]?.word ?? '';
  const plain = !words.lexicon.has('timeNouns', next) && unitAt(words, whole?.to ?? 0) === null;
  if (whole === null || amount.count === null || amount.count >= whole.value || whole.value > MOST || !plain)
    return null;
  const fraction = Math.round((amount.count / whole.value) * 10_000) / 10_000;
  return { amount: { ...amount, count: null, fraction }, of: null, unit: value.name, to: whole.to };
};

/** Shares are said of small numbers: "one in twenty". */
const MOST = 20;

export const countedAt = (words: Words, at: number, amount: Amount): Counted | null => {
  const share = amount.fraction !== null;
  const behind = pastMark(words, amount.to);
  const start = share ? skipOwner(words, behind + lengthIn(words, 'quantityLinks', behind)) : amount.to;
  const plain = unitAt(words, start);
  const ratio = plain === null ? null : inSoMany(words, amount, plain);
  if (ratio !== null) return { ...ratio, from: at };
  if (plain !== null && suits(amount, plain, words)) {
    const total =
      plain.value.name === 'percent' ? null : (totalBehind(words, plain.to) ?? bracketedTotal(words, plain.to));
    const to = total?.to ?? plain.to;
    return { amount, of: total?.value ?? null, unit: plain.value.name, from: at, to };
  }
  const within = bracketedTotal(words, amount.to);
  const unit = within === null ? null : unitAt(words, within.to);
  if (unit?.value.plural) return { amount, of: within?.value ?? null, unit: unit.value.name, from: at, to: unit.to };
  const whole = wholeAt(words, pastMark(words, pastAside(words, amount.to)));
  if (whole !== null && !isOneOfSeveral(amount, whole))
    return { amount, of: whole.of, unit: whole.unit.value.name, from: at, to: whole.unit.to };
  const land = share ? landAt(words, behind) : null;
  return land && { amount, of: null, unit: land.value.name, from: at, to: land.to };
};

/** "18/34 districts": part and whole with a stroke between them. */
const strokeAt = (words: Words, at: number): Counted | null => {
  const [part = 0, of = 0] = /^\d+\/\d+$/.test(words.tokens[at]?.word ?? '')
    ? (words.tokens[at]?.word ?? '').split('/').map(Number)
    : [];
  const unit = part < of ? unitAt(words, at + 1) : null;
  if (!unit?.value.plural) return null;
  const amount: Amount = { ...NO_AMOUNT, count: part, to: at + 1 };
  return { amount, of, unit: unit.value.name, from: at, to: unit.to };
};

/** "out of THE CENTRES OF 24 districts": it is so many centres. */
const centresBefore = ({ tokens, lexicon }: Words, at: number): string | null => {
  const unit = lexicon.look('units', tokens[at - 2]?.word ?? '');
  return lexicon.has('partLinks', tokens[at - 1]?.word ?? '') && lexicon.has('centreUnits', unit ?? '') ? unit : null;
};

const quantityAt = (words: Words, at: number): Quantity | null => {
  const amount = amountAt(words, at);
  const found = amount === null ? strokeAt(words, at) : countedAt(words, at, amount);
  // "All but two" of a number that is not said leaves nothing to count.
  if (found === null || (found.amount.except && found.of === null)) return null;
  const unit = (found.amount.count ?? 0) > 1 ? centresBefore(words, at) : null;
  return quantityOf(words, { ...found, unit: unit ?? found.unit }, false);
};

const bareAt = (words: Words, at: number, known: Pick<Quantity, 'unit'> & Partial<Quantity>): Quantity | null => {
  const found = bareNumberAt(words, at);
  // "Of the 40 villages the rebels hold ALL BUT SIX": how many that is, the whole says.
  const of = found?.amount.except === true ? (found.of ?? wholeBefore(known, words)) : (found?.of ?? null);
  if (found === null || (found.amount.except === true && of === null)) return null;
  return quantityOf(words, { ...found, of, unit: known.unit, from: at }, true);
};

const wholeBefore = ({ from, count }: Partial<Quantity>, words: Words): number | null =>
  from !== undefined && opensWithWhole({ from }, words) ? (count ?? null) : null;

/** "How many DID you take?": of the thing that was spoken of. */
const unitAsked = (words: Words, at: number, known: string | null): Found<{ readonly name: string }> | null => {
  const owned = skipOwner(words, at + lengthIn(words, 'quantityLinks', at));
  // "How many OF YOUR NINE districts"
  const named = unitAt(words, numberAt(words, owned)?.to ?? owned);
  if (named !== null || known === null) return named;
  const next = words.tokens[at]?.word ?? '';
  const them = lengthIn(words, 'onlyOf', at);
  const verb = ['be', 'have', 'modals', 'do'].some((list) => words.lexicon.has(list, next));
  return verb || them > 0 ? { value: { name: known }, to: at + them } : null;
};

/** "How many districts", "How much of Ashford": of what nobody has named a thing yet. */
const askedAt = (words: Words, at: number, known: string | null): Quantity | null => {
  const much = lengthIn(words, 'howMuch', at);
  const length = much > 0 ? much : lengthIn(words, 'howMany', at);
  if (length === 0) return null;
  const unit = much > 0 ? { value: { name: '' }, to: at + much } : unitAsked(words, at + length, known);
  if (unit === null) return null;
  const amount: Amount = { ...NO_AMOUNT, to: at + length };
  const found = { amount, of: null, unit: unit.value.name, from: at, to: unit.to };
  return { ...quantityOf(words, found, false), asked: true };
};

const NO_AMOUNT = { count: null, comparator: 'exactly', fraction: null, weighed: true, vague: false } as const;

/** A part of a whole that the sentence begins with: "Of 407 districts, … none", "Of the nine, four are …". */
const withWhole = (quantity: Quantity, first: Quantity | undefined, words: Words): Quantity => {
  const opens = first !== undefined && opensWithWhole(first, words);
  return opens && quantity.of === null && quantity.unit === first.unit
    ? { ...quantity, of: first.count, single: false }
    : quantity;
};

const opensWithWhole = ({ from }: Pick<Quantity, 'from'>, words: Words): boolean =>
  from <= 4 && words.tokens.slice(0, from).some(({ word }, at) => at <= 1 && words.lexicon.has('quantityLinks', word));

/** "17 towns - NEARLY HALF OF THE TOTAL - are held", "18 posts, or a third of them,": the number before it said again. */
const isAside = ({ fraction, from, to, unit }: Quantity, before: Quantity | undefined, words: Words): boolean => {
  const or = words.lexicon.has('asideLinks', words.tokens[from - 1]?.word ?? '') ? 1 : 0;
  const isMark = (at: number): boolean => /^[-–—,()]$/.test(words.tokens[at]?.word ?? '');
  const ends = words.tokens[to] === undefined || words.tokens[to]?.type === 'mark';
  const same = before?.count != null && before.unit === unit && before.to === from - 1 - or;
  return fraction !== null && same && isMark(from - 1 - or) && ends;
};

const withoutAsides = (found: readonly Quantity[], words: Words): readonly Quantity[] =>
  found.filter((one, i) => !isAside(one, found[i - 1], words));

/** "Of the nine districts OF NORTHMARK PROVINCE two are held": behind the names that only say where they lie. */
const pastNames = ({ tokens, lexicon }: Words, at: number): number => {
  if (!['partLinks', 'insideLinks'].some((list) => lexicon.has(list, tokens[at]?.word ?? ''))) return at;
  let to = at + 1;
  const isName = (i: number): boolean =>
    /^\p{Lu}/u.test(tokens[i]?.text ?? '') || lexicon.look('units', tokens[i]?.word ?? '') !== null;
  while (isName(to)) to += 1;
  return to > at + 1 ? to : at;
};

/** "Of 407 districts WE assess", "Of 407 districts THE army": its clause begins with or without a comma. */
const opensClause = (words: Words, from: number): boolean => {
  const at = pastNames(words, from);
  return words.tokens[at]?.word === ',' || amountAt(words, at) !== null || startsClause(words, at);
};

const startsClause = ({ tokens, lexicon }: Words, at: number): boolean =>
  !lexicon.has('relatives', tokens[at]?.word ?? '') &&
  ['subjectPronouns', 'definiteArticles'].some((list) => lexicon.has(list, tokens[at]?.word ?? ''));

/** "OF THE COUNTRY'S 421 DISTRICTS, 25 are held": how many there are in all; "of the 27 THAT FELL" are counted. */
const withoutWhole = (found: readonly Quantity[], words: Words): readonly Quantity[] => {
  const [first, ...rest] = found;
  const parted =
    first !== undefined &&
    opensWithWhole(first, words) &&
    opensClause(words, first.to) &&
    rest.some(({ of, unit }) => of === first.count && unit === first.unit);
  return parted ? rest : found;
};

/** "15 villages AND one crossing": the last of a list of counts. */
const isListed = (one: Quantity, before: Quantity | undefined, { tokens, lexicon }: Words): boolean =>
  before !== undefined &&
  !before.single &&
  tokens.slice(before.to, one.from).every(({ word }) => word === ',' || lexicon.has('listLinks', word));

/** "one district" counts where another count stands in a list with it, or one of its kind beside it. */
const withoutSingles = (found: readonly Quantity[], words: Words): readonly Quantity[] =>
  found.filter(
    (one, i) =>
      !one.single ||
      one.bare ||
      isListed(one, found[i - 1], words) ||
      found.some((other) => other !== one && other.unit === one.unit && !other.single),
  );

/** Quantities of a sentence in order, never overlapping; `unit` is what was counted before, for bare numbers. */
export const findQuantities = (sentence: Sentence, lexicon: Lexicon, unit: string | null): readonly Quantity[] => {
  const words: Words = { tokens: sentence.tokens, lexicon };
  const found: Quantity[] = [];
  let at = 0;
  while (at < words.tokens.length) {
    const token = words.tokens[at];
    const before = found.at(-1);
    const known = before?.unit ?? unit;
    const bare = known === null ? null : (before ?? { unit: known });
    const quantity =
      token && !mayBegin(token, words)
        ? null
        : (askedAt(words, at, known) ?? quantityAt(words, at) ?? (bare && bareAt(words, at, bare)));
    if (quantity) found.push(withWhole(quantity, found[0], words));
    at = quantity?.to ?? at + 1;
  }
  return withoutSingles(withoutWhole(withoutAsides(found, words), words), words);
};
