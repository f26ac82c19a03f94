// A figure said of what was counted before: "Two weeks ago the figure was 81", "That compares with 73 in May", "It now stands
// at 104", "… bringing the total to 38". Invariant: it takes thing, kind and side from the number it leans on, no speaker.
import type { SideId } from '../../model/actor.ts';
import type { AggregateClaim, Kind } from '../../model/claim.ts';
import { sideAt } from '../actors/actor-meant.ts';
import { inSentence, sentenceAt } from '../words/by-sentence.ts';
import { amountAt, lengthIn, type Words } from '../words/read-amounts.ts';
import { attributionAt } from './attribution-at.ts';
import { type Ground, leaningOn, quantityAt, wordsOf } from './echo-counts.ts';
import { type Quantity, quantityOf } from './find-quantities.ts';
import { actorsIn } from './held-counts.ts';
import { kindBetween } from './number-of.ts';

/** How many sentences back the number may stand that a figure leans on. */
const BACK = 2;

/** How many words may stand between the figure and its value: "the total has since risen TO 104". */
const REACH = 7;

/** "In the south it is nine": so many words may stand before the pronoun. */
const FRONTED = 6;

interface Figure {
  readonly quantity: Quantity;
  readonly start: number;
  /** What is said of it beside the number: "the number TAKEN BACK". */
  readonly kind: Kind | null;
  /** Whose it is said to be there: "the number still in REBEL hands"; null where nothing is said. */
  readonly actor: SideId | null;
  readonly end: number;
}

const word = ({ tokens }: Words, at: number): string => tokens[at]?.word ?? '';

const has = (words: Words, list: string, at: number): boolean => words.lexicon.has(list, word(words, at));

/** "the figure FOR THE HARVEST"; "the figure for June" is of the same thing. */
const isForAnother = (words: Words, at: number): boolean =>
  has(words, 'forWords', at) &&
  !['months', 'timeNouns', 'timeStarts'].some((list) => [1, 2].some((ahead) => has(words, list, at + ahead)));

/** "the figure", "that total", "its tally": a figure of something that was spoken of; behind "of" another thing is named. */
const isFigure = (words: Words, at: number): boolean => {
  if (!has(words, 'spokenFigures', at) || has(words, 'quantityLinks', at + 1) || isForAnother(words, at + 1))
    return false;
  const [before, further] = [at - 1, at - 2];
  return (
    has(words, 'figureOwners', before) ||
    (has(words, 'figureAdjectives', before) && has(words, 'figureOwners', further))
  );
};

const isWall = ({ tokens }: Words, at: number): boolean => {
  const token = tokens[at];
  return token === undefined || (token.type === 'mark' && token.word !== ',' && !/^["“”]$/.test(token.word));
};

/** The value behind a figure or a pronoun: the last that "at", "to" or "was" leads to before the clause ends. */
const valueBehind = (words: Words, at: number): Quantity | null => {
  let found: Quantity | null = null;
  for (let i = at + 1; i <= at + REACH && !isWall(words, i); i += 1)
    if (has(words, 'valueLinks', i - 1) || has(words, 'valueAdverbs', i - 1)) found = quantityAt(words, i) ?? found;
  return found !== null && found.count !== null ? found : null;
};

/** "bringing TO 38 the number taken back". */
const valueBefore = (words: Words, at: number): Quantity | null => {
  for (let i = at - 1; i > at - REACH && i > 0; i -= 1) {
    const amount = has(words, 'intoLinks', i - 1) ? amountAt(words, i) : null;
    if (amount === null || amount.count === null || at - amount.to > 2) continue;
    return quantityOf(words, { amount, of: null, unit: '', from: i, to: amount.to }, true);
  }
  return null;
};

/** How many words may say beside the figure what it is of: "the total UNDER THEIR FULL CONTROL to 30". */
const SAID = 7;

/** Where the words end that say beside the figure what it is of. */
const saidTo = (words: Words, at: number, { from }: Quantity): number => {
  const limit = from > at ? Math.min(from, at + SAID) : at + SAID;
  let to = at + 1;
  while (to < limit && !isWall(words, to)) to += 1;
  return to;
};

/** "The figure was 81", "takes the total to 38", "to 38 the number taken back". */
const figureAt = ({ draft, sentence, ...ground }: Ground, at: number): Figure | null => {
  const words = wordsOf({ draft, sentence, ...ground });
  if (!isFigure(words, at)) return null;
  const quantity = valueBefore(words, at) ?? valueBehind(words, at);
  if (quantity === null) return null;
  const to = saidTo(words, at, quantity);
  const kind = kindBetween(words, at + 1, to);
  const holder = actorsIn({ draft, sentence }).find((one) => !one.pronoun && one.from > at && one.to <= to);
  const own = quantity.from < at && kind !== null ? (words.tokens[to - 1]?.end ?? quantity.end) : quantity.end;
  return {
    quantity,
    start: Math.min(words.tokens[at - 1]?.start ?? 0, quantity.start),
    end: Math.max(own, quantity.end),
    kind,
    actor: kind === null || holder === undefined ? null : sideAt(draft, holder),
  };
};

/** "TEN DAYS AGO it was four": a day right before the pronoun. */
const isBehindDay = ({ draft, sentence }: Ground, at: number): boolean => {
  const start = sentence.tokens[at]?.start ?? 0;
  return inSentence(draft.dates, sentence.index).some(
    ({ end, background }) => !background && end <= start && /^,? $/.test(draft.report.text.slice(end, start)),
  );
};

/** "it was one YESTERDAY": a number alone, and a day right behind it. */
const numberOfDay = ({ draft, sentence, ...ground }: Ground, at: number): Quantity | null => {
  const words = wordsOf({ draft, sentence, ...ground });
  const amount = amountAt(words, at);
  const end = words.tokens[(amount?.to ?? 0) - 1]?.end;
  if (amount === null || amount.count === null || end === undefined) return null;
  const dated = inSentence(draft.dates, sentence.index).some(
    ({ start, background }) =>
      !background && start > end && /^ (?:\p{Ll}+ )?$/u.test(draft.report.text.slice(end, start)),
  );
  return dated ? quantityOf(words, { amount, of: null, unit: '', from: at, to: amount.to }, true) : null;
};

/** "It now stands at 104", "That compares with 73 in May": a pronoun for the number itself, at the head of its clause. */
const pronounAt = (ground: Ground, at: number): Figure | null => {
  const words = wordsOf(ground);
  const fronted = (at <= FRONTED && has(words, 'prepositions', 0)) || isBehindDay(ground, at);
  const isHead = at === 0 || fronted || words.tokens[at - 1]?.type === 'mark' || has(words, 'conjunctions', at - 1);
  if (!isHead || !has(words, 'figurePronouns', at)) return null;
  for (let i = at + 1; i < at + 4; i += 1) {
    const length = lengthIn(words, 'figureCompares', i);
    const dated = length > 0 ? numberOfDay(ground, i + length) : null;
    const found = dated ?? (length > 0 ? quantityAt(words, i + length) : null);
    // "In the south it IS 11 out of 14": a number with its whole.
    const bare = length > 1 || dated !== null || found?.of !== null || (length > 0 && isBehindDay(ground, at));
    if (found !== null && found.count !== null && bare)
      return {
        quantity: found,
        start: words.tokens[at]?.start ?? found.start,
        end: found.end,
        kind: null,
        actor: null,
      };
  }
  return null;
};

/** The last number before, said of the same thing. */
const leansOn = ({ draft, sentence, known }: Ground, { quantity, kind }: Figure): AggregateClaim | null => {
  const before = known.findLast(({ quote }) => quote.start < quantity.start);
  if (before === undefined || sentenceAt(draft, before.quote.start) < sentence.index - BACK) return null;
  const same = quantity.unit === '' || quantity.unit === before.unit;
  // "have lost not one. Elders put the number LOST at three"
  const told = before.count !== 0 || kind === before.kind;
  // "hold seven of 34. … a figure of 6,000": more than there are.
  const fits = before.of === null || (quantity.count ?? 0) <= before.of;
  const ofMen = draft.theatre.lexicon.has('placeUnits', before.unit) && isBehindMen({ draft, sentence }, quantity);
  return same && fits && told && !ofMen && before.polarity === 'affirmed' ? before : null;
};

/** "Some 1,500 SOLDIERS gave up; a figure of 600 was denied": of the men that were counted before it. */
const isBehindMen = ({ draft, sentence }: Pick<Ground, 'draft' | 'sentence'>, { from }: Quantity): boolean => {
  const words: Words = { tokens: sentence.tokens, lexicon: draft.theatre.lexicon };
  return words.tokens.slice(0, from).some((_, at) => {
    const amount = amountAt(words, at);
    return amount !== null && ['combatants', 'menWords'].some((list) => has(words, list, amount.to));
  });
};

/** What counts people quotes its whole sentence, in which another number of them may stand. */
const isNew = ({ known }: Ground, { start, count: value }: Quantity): boolean =>
  !known.some(
    ({ quote, kind, count }) =>
      quote.start <= start && start < quote.end && (kind !== 'not-control' || count === value),
  );

/** Every figure of a sentence that leans on a number before it. */
export const figureCounts = (ground: Ground): readonly AggregateClaim[] => {
  const words = wordsOf(ground);
  return words.tokens.flatMap((_, at) => {
    const figure = figureAt(ground, at) ?? pronounAt(ground, at);
    const of = figure === null || !isNew(ground, figure.quantity) ? null : leansOn(ground, figure);
    if (figure === null || of === null) return [];
    const { quantity, start, end, kind, actor } = figure;
    const clause = { start, end };
    const by = attributionAt(ground.draft, quantity.start);
    const said = { ...of, kind: kind ?? of.kind, actor: actor ?? of.actor };
    return [leaningOn(ground, { quantity, of: said, clause, polarity: 'affirmed', by })];
  });
};
