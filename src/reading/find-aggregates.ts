// Numbers about many places (reading guide, Aggregate): what is said of a count is read by the same rules as of a place.
// Invariant: a count stands in for a place only here; no aggregate ever becomes a claim.

import type { AggregateClaim, Polarity } from '../model/claim.ts';
import type { Span } from '../model/text.ts';
import { covers, overlaps } from '../model/text.ts';
import { answeredCount } from './answer-counts.ts';
import { attributionAt } from './attribution-at.ts';
import { inSentence } from './by-sentence.ts';
import { whenOf } from './date-predicate.ts';
import { dropBackground } from './drop-background.ts';
import { saidOn } from './find-dates.ts';
import { findPredicates } from './find-predicates.ts';
import { findQuantities, type Quantity } from './find-quantities.ts';
import { frameOver } from './frame-over.ts';
import { type BareCount, findBareCounts, type Stand } from './held-counts.ts';
import { linkAggregates } from './link-aggregates.ts';
import { makeAggregate } from './make-aggregate.ts';
import type { DateMark, Draft, Mention, Pass, PlaceMark, Predicate } from './marks.ts';
import { resolveActors } from './resolve-actors.ts';

const standOf = (quantity: Quantity, sentence: number, text: string): Stand => {
  const { from, to, start, end } = quantity;
  const mark = {
    type: 'place',
    text: text.slice(start, end),
    candidates: [],
    kindWord: null,
    within: [],
    locates: false,
    sure: true,
  } as const;
  return { ...mark, sentence, from, to, start, end, quantity };
};

/** What was counted last is what a bare number counts: "29 districts … it has lost 11". A share counts nothing. */
const lastCounted = (stands: readonly Stand[]): string | null =>
  stands.findLast(({ quantity }) => quantity.count !== null && quantity.unit !== 'percent')?.quantity.unit ?? null;

const findStands = ({ sentences, theatre, report }: Draft): readonly Stand[] => {
  const stands: Stand[] = [];
  for (const sentence of sentences) {
    const found = findQuantities(sentence, theatre.lexicon, lastCounted(stands));
    stands.push(...found.map((quantity) => standOf(quantity, sentence.index, report.text)));
  }
  return stands;
};

const isStand = (mark: PlaceMark | null): mark is Stand => mark !== null && 'quantity' in mark;

/** The draft with counts in the places' stead, read by the passes that read claims. */
const readStands = (draft: Draft, stands: readonly Stand[]): Draft => {
  const bySentence = Map.groupBy(stands, ({ sentence }) => sentence);
  const isFree = (mark: Mention) => !bySentence.get(mark.sentence)?.some((stand) => overlaps(stand, mark));
  const mentions = [...draft.mentions.filter(isFree), ...stands].sort((a, b) => a.start - b.start);
  return resolveActors(dropBackground(findPredicates({ ...draft, mentions, predicates: [], trace: [] })));
};

const polarityOf = (predicate: Predicate, denies: boolean): Polarity => {
  if (!denies) return predicate.polarity;
  return predicate.polarity === 'denied' ? 'affirmed' : 'denied';
};

/** Troops are counted where they leave; what is captured or killed of them is an incident. */
const isCounted = ({ unit }: Quantity, { kind }: Predicate, draft: Draft): boolean =>
  draft.theatre.lexicon.has('placeUnits', unit) || (unit === 'troops' && kind === 'withdrawal');

/** What dates a predicate: of its own sentence, and the frames that stand over it. Long texts stay cheap by it. */
const aroundOf = (draft: Draft, predicate: Predicate, beside: readonly Predicate[]): Draft => {
  const frames = draft.frames.filter(
    (frame) => frame.sentence === predicate.sentence || frame.content.some((span) => covers(span, predicate)),
  );
  const sentences = new Set([predicate.sentence, ...frames.map(({ sentence }) => sentence)]);
  return { ...draft, frames, predicates: beside, dates: draft.dates.filter(({ sentence }) => sentences.has(sentence)) };
};

const aggregateOf = (draft: Draft, predicate: Predicate, quantity: Quantity): AggregateClaim => {
  const { kind, actor, modality, clause } = predicate;
  return makeAggregate(draft, {
    ...{ quantity, kind, actor, modality },
    polarity: polarityOf(predicate, frameOver(draft, predicate.start)?.polarity === 'denied'),
    clause: { start: Math.min(clause.start, quantity.start), end: Math.max(clause.end, quantity.end) },
    dates: inSentence(draft.dates, predicate.sentence).filter((date) => !isOfSaying(date, draft, predicate)),
    when: whenOf(draft, predicate),
    by: attributionAt(draft, quantity.start),
  });
};

/** A date among the words of the saying dates the saying. */
const isOfSaying = (date: DateMark, draft: Draft, predicate: Predicate): boolean => {
  const frame = frameOver(draft, predicate.start);
  return frame !== null && covers(frame, date);
};

const uniqueById = (all: readonly AggregateClaim[]): readonly AggregateClaim[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];

const distance = (predicate: Predicate, { start, end }: Span): number =>
  start >= predicate.end ? start - predicate.end : Math.max(0, predicate.start - end);

/** Of two verbs beside a number ("lost 53 and retaken 14") the nearer one counts it. */
const isNearest = (predicate: Predicate, stand: Stand, beside: readonly Predicate[]): boolean =>
  !beside.some(
    (other) => other.items.some(({ place }) => place === stand) && distance(other, stand) < distance(predicate, stand),
  );

/** "has lost 53 and RETAKEN 14": a verb of its own right before the number, under the same doer. */
const kindBeside = (draft: Draft, predicate: Predicate, stand: Stand): Predicate['kind'] | null => {
  const verb = draft.sentences[stand.sentence]?.tokens[stand.from - 1];
  if (!verb || covers(predicate, verb)) return null;
  const { verbs, verbRules } = draft.theatre.lexicon;
  const lemmas = (verbs.get(verb.word) ?? []).map(({ lemma }) => lemma);
  return (
    verbRules.find((rule) => rule.place === 'object' && rule.verbs.some((one) => lemmas.includes(one)))?.kind ?? null
  );
};

const aggregatesOf = (draft: Draft, predicate: Predicate, beside: readonly Predicate[]): readonly AggregateClaim[] =>
  predicate.items.flatMap(({ place }) => {
    if (!isStand(place) || !isCounted(place.quantity, predicate, draft)) return [];
    if (!isNearest(predicate, place, beside)) return [];
    const kind = kindBeside(draft, predicate, place) ?? predicate.kind;
    return [aggregateOf(aroundOf(draft, predicate, beside), { ...predicate, kind }, place.quantity)];
  });

/** Said without a verb of its own, it holds on the day of the saying. */
const bareAggregate = (draft: Draft, { quantity, sentence, kind, actor, clause }: BareCount): AggregateClaim => {
  const dates = inSentence(draft.dates, sentence.index);
  const modality = dates.some(({ relation }) => relation === 'by') ? 'planned' : 'actual';
  return makeAggregate(draft, {
    ...{ quantity, kind, actor, clause, polarity: 'affirmed', modality, dates },
    when: { ...saidOn(sentence, draft.report, draft.theatre), basis: 'implied' },
    by: attributionAt(draft, quantity.start),
  });
};

export const findAggregates: Pass = (draft) => {
  const stands = findStands(draft);
  if (stands.length === 0) return draft;
  const standing = readStands(draft, stands);
  const bySentence = Map.groupBy(standing.predicates, ({ sentence }) => sentence);
  const counted = standing.predicates.flatMap((predicate) =>
    aggregatesOf(standing, predicate, bySentence.get(predicate.sentence) ?? []),
  );
  const governed = new Set(standing.predicates.flatMap(({ items }) => items.map(({ place }) => place)));
  const free = stands.filter((stand) => !governed.has(stand));
  const bare = findBareCounts(draft, free).map((count) => bareAggregate(draft, count));
  const asked = stands.flatMap((stand) => answeredCount(draft, stand));
  const aggregates = linkAggregates(uniqueById([...counted, ...bare, ...asked]));
  const trace = aggregates.map(({ quote, count, comparator, unit, kind }) => ({
    pass: 'findAggregates',
    span: { start: quote.start, end: quote.end },
    says: `${kind} ${comparator} ${count ?? ''} ${unit}`,
  }));
  return { ...draft, aggregates, trace: [...draft.trace, ...trace] };
};
