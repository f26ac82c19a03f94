// Numbers that lean on one said before: "The army says one", "spoke of eight", "says 61 and 9", "it was more than half".
// Invariant: an echo takes unit, kind and actor of what it echoes, never its speaker; nothing but the number is said anew.
import type { AggregateClaim } from '../../model/claim.ts';
import { bareCountedAt } from '../clauses/bare-numbers.ts';
import { landAt } from '../clauses/counted-things.ts';
import { frameOver } from '../clauses/frame-over.ts';
import { saidOn } from '../find-dates.ts';
import type { Draft, Frame, Sentence, Token } from '../marks.ts';
import { incumbentOf } from '../mentions/theatre-sides.ts';
import { inSentence, sentenceAt } from '../words/by-sentence.ts';
import { numberOf } from '../words/numbers.ts';
import { type Amount, amountAt, fractionAt, type Words } from '../words/read-amounts.ts';
import { countedAt, type Quantity, quantityOf } from './find-quantities.ts';
import { makeAggregate } from './make-aggregate.ts';

/** How many sentences back an echo may reach. */
const BACK = 2;

export interface Ground {
  readonly draft: Draft;
  readonly sentence: Sentence;
  /** What the report counted, in the order of the text. */
  readonly known: readonly AggregateClaim[];
}

interface Echo {
  readonly quantity: Quantity;
  readonly frame: Frame;
}

export const wordsOf = ({ draft, sentence }: Ground): Words => ({
  tokens: sentence.tokens,
  lexicon: draft.theatre.lexicon,
});

/** What counts people quotes its whole sentence, in which another number of them may stand. */
const isNew = ({ known, draft }: Ground, { start, end }: Token): boolean =>
  !known.some(
    ({ quote, kind, count }) =>
      quote.start <= start &&
      start < quote.end &&
      (kind !== 'not-control' || numberIn(draft.report.text.slice(start, end), draft) === count),
  );

const numberIn = (text: string, { theatre }: Draft): number | null => numberOf([text.toLowerCase()], theatre.lexicon);

/** The first word of what is said: behind the last "that" or opening mark before the number. */
const leadFrom = ({ tokens, lexicon }: Words, first: number, at: number): number => {
  for (let i = at - 1; i >= first; i -= 1)
    if (/^["“]$/.test(tokens[i]?.word ?? '') || lexicon.has('echoStarts', tokens[i]?.word ?? '')) return i + 1;
  return first;
};

/** Nothing but "it was only" or "the figure at" and the numbers before it stands between the saying and the number. */
const isEcho = (words: Words, lead: number, at: number): boolean => {
  for (let i = lead; i < at; ) {
    const other = quantityAt(words, i);
    const token = words.tokens[i];
    if (other === null && token?.type !== 'mark' && !words.lexicon.has('echoWords', token?.word ?? '')) return false;
    i = other?.to ?? i + 1;
  }
  return true;
};

/** Behind a number alone the clause ends, or another number is joined. */
const endsBehind = (words: Words, to: number): boolean => {
  const next = words.tokens[to];
  return next === undefined || next.type === 'mark' || words.lexicon.has('echoEnds', next.word);
};

/** "the army says A THIRD": of what was spoken of. */
const shareAlone = (words: Words, at: number): Amount | null => {
  const found = fractionAt(words, at);
  if (found === null || !endsBehind(words, found.to)) return null;
  return { count: null, comparator: 'exactly', fraction: found.value, weighed: true, vague: false, to: found.to };
};

/** A number with its thing, or, with unit '', a number alone; null where more is said of it. */
export const quantityAt = (words: Words, at: number): Quantity | null => {
  const amount = amountAt(words, at) ?? shareAlone(words, at);
  if (amount === null) return null;
  const counted = countedAt(words, at, amount);
  // "the rebels say ALL THREE"
  const known = amount.fraction === null || amount.comparator === 'all' ? bareCountedAt(words, amount) : null;
  const bare = known ?? (amount.fraction === null ? null : { amount, of: null, to: amount.to });
  const found =
    counted === null
      ? bare && quantityOf(words, { ...bare, unit: '', from: at }, true)
      : quantityOf(words, counted, false);
  return found !== null && endsBehind(words, landEnd(words, found)) ? found : null;
};

/** "85 percent OF THE COUNTRY" says no more than "85 percent". */
const landEnd = (words: Words, { unit, to }: Quantity): number =>
  unit === 'percent' ? (landAt(words, to)?.to ?? to) : to;

const contentStart = ({ content }: Frame, { start }: Token): number =>
  Math.min(...content.filter((span) => span.end > start).map((span) => span.start));

/** "Incidents against aid workers: 4": a label that names no side and no office says nothing. */
const isLabel = ({ draft }: Ground, { speaker, by }: Frame): boolean =>
  speaker !== null && draft.report.text[speaker.end] === ':' && by.sides.some((side) => NOBODY.includes(side));

/** "186 (+17)": by how many more it is. */
const isChange = ({ tokens }: Words, at: number): boolean => /^[(+−–-]$/.test(tokens[at - 1]?.word ?? '');

const NOBODY: readonly string[] = ['local', 'unknown'];

/** Words from the dead to their number. */
const NEAR = 6;

const DEAD = ['deathWords', 'injuryWords', 'deathNouns', 'deathTollWords'];

/** "put CIVILIAN DEATHS at twenty": what is counted is said, and no place. */
const isOfDead = ({ draft, sentence }: Ground, { start }: Frame, at: number): boolean =>
  sentence.tokens
    .slice(Math.max(0, at - NEAR), at)
    .some((token) => token.start >= start && DEAD.some((list) => draft.theatre.lexicon.has(list, token.word)));

const echoesIn = (ground: Ground): readonly Echo[] => {
  const { draft, sentence } = ground;
  const words = wordsOf(ground);
  const found: Echo[] = [];
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const token = sentence.tokens[at];
    // Nearly no word begins an amount, and the rest is dear.
    const frame = token === undefined || amountAt(words, at) === null ? null : frameOver(draft, token.start);
    if (token === undefined || frame?.sentence !== sentence.index || !isNew(ground, token)) continue;
    if (isLabel(ground, frame) || isChange(words, at)) continue;
    const quantity = quantityAt(words, at);
    if (quantity === null) continue;
    const from = contentStart(frame, token);
    const first = sentence.tokens.findIndex(({ start }) => start >= from);
    if (!isEcho(words, leadFrom(words, first, at), at) || isOfDead(ground, frame, at)) continue;
    found.push({ quantity, frame });
    at = quantity.to - 1;
  }
  return found;
};

const isShare = ({ fraction, unit }: Quantity): boolean => fraction !== null || unit === 'percent';

/** "A MONTH AGO he said two": the sentence tells of a day before the one on which the other number was said. */
const isEarlier = ({ draft, sentence }: Ground): boolean => {
  const { latest: said } = draft.report.published;
  const days = inSentence(draft.dates, sentence.index).map(({ when }) => when.latest);
  return said !== null && days.some((day) => day !== null && day < said);
};

/** What somebody else counted last, within reach, or oneself at another time: all that one sentence says of it. */
export const saidBefore = (ground: Ground, frame: Frame): readonly AggregateClaim[] => {
  const { draft, sentence, known } = ground;
  const earlier = isEarlier(ground);
  const near = known.filter(
    ({ quote, by, polarity, kind }) =>
      (quote.end <= frame.end || kind === 'not-control') &&
      quote.start < frame.start &&
      sentenceAt(draft, quote.start) >= sentence.index - BACK &&
      // One's own number is answered only where it was another's that one denied.
      (by.speaker !== frame.by.speaker || polarity === 'denied' || earlier),
  );
  const last = sentenceAt(draft, near.at(-1)?.quote.start ?? 0);
  return near.filter(({ quote }) => sentenceAt(draft, quote.start) === last);
};

const echoed = (ground: Ground, { quantity, frame }: Echo): readonly AggregateClaim[] =>
  saidBefore(ground, frame).filter(
    ({ unit }) => (unit === '' ? quantity.unit !== '' : quantity.bare || unit === quantity.unit) || isShare(quantity),
  );

export interface Said {
  readonly quantity: Pick<AggregateClaim, 'count' | 'comparator' | 'fraction' | 'of' | 'unit'>;
  readonly of: AggregateClaim;
  readonly clause: { readonly start: number; readonly end: number };
  readonly polarity: AggregateClaim['polarity'];
  readonly by: AggregateClaim['by'];
}

/** The number with all else of the one that it leans on. */
export const leaningOn = ({ draft, sentence }: Ground, said: Said): AggregateClaim => {
  const { quantity, of, clause, polarity, by } = said;
  const unit = quantity.unit === '' ? of.unit : quantity.unit;
  return makeAggregate(draft, {
    quantity: { ...quantity, unit, of: quantity.of ?? (quantity.unit === '' ? of.of : null) },
    ...{ kind: of.kind, actor: of.actor, modality: of.modality, polarity, clause, by, dates: [] },
    when: { ...saidOn(sentence, draft.report, draft.theatre), basis: 'implied' },
  });
};

const sideOf = ({ theatre }: Draft, { by }: Frame): AggregateClaim['actor'] =>
  theatre.sides.find(({ id, belligerent }) => belligerent && by.sides.includes(id))?.id ?? null;

/** A share of a country or of all districts is what a side has, whatever was counted before. */
const asShare = (of: AggregateClaim, actor: AggregateClaim['actor']): AggregateClaim => ({
  ...of,
  kind: 'hold',
  actor,
});

/** "counted 300 OF THEM": more than there were are not of those counted before. */
const isMoreOfThem = ({ draft, sentence }: Ground, { quantity }: Echo, { count }: AggregateClaim): boolean =>
  draft.theatre.lexicon.has('memberPronouns', sentence.tokens[quantity.to - 1]?.word ?? '') &&
  count !== null &&
  (quantity.count ?? 0) > count;

/** A party that is no state's says what it has itself; whoever speaks for the state, how much the other has. */
const holderIn = (draft: Draft, { frame }: Echo, { actor }: AggregateClaim): AggregateClaim['actor'] => {
  const own = sideOf(draft, frame);
  return own !== null && (actor === null || own !== incumbentOf(draft.theatre)) ? own : actor;
};

/** "took five districts, and 80 soldiers surrendered. The mayor confirmed FIVE": a bare number is of places, where there are any. */
const placesFirst = (
  { draft }: Ground,
  { quantity }: Echo,
  before: readonly AggregateClaim[],
): readonly AggregateClaim[] => {
  // Of "retook seven and lost none" it is the seven of which somebody says "four of them".
  const places = before.filter(({ unit, count }) => draft.theatre.lexicon.has('placeUnits', unit) && count !== 0);
  return quantity.bare && places.length > 0 ? places : before;
};

/** Numbers of one speaker answer those of another in their order: "lost 53 and retaken 14 … 61 and 9". */
export const echoCounts = (ground: Ground): readonly AggregateClaim[] => {
  const echoes = echoesIn(ground);
  return echoes.flatMap((echo) => {
    const { quantity, frame } = echo;
    const before = placesFirst(ground, echo, echoed(ground, echo));
    const own = echoes.filter((other) => other.frame === frame);
    const last = before[own.indexOf(echo)] ?? before.at(-1);
    if (last === undefined || isMoreOfThem(ground, echo, last)) return [];
    const of = isShare(quantity) ? asShare(last, holderIn(ground.draft, echo, last)) : last;
    const clause = { start: Math.min(frame.start, quantity.start), end: quantity.end };
    return [leaningOn(ground, { quantity, of, clause, polarity: 'affirmed', by: frame.by })];
  });
};
