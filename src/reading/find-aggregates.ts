// Numbers about many places (reading guide, Aggregate): what is said of a count is read by the same rules as of a place.
// Invariant: a count stands in for a place only here; no aggregate ever becomes a claim.
import type { AggregateClaim, Polarity } from '../model/claim.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { Span } from '../model/text.ts';
import { covers, overlaps, quoteOf } from '../model/text.ts';
import { attributionAt } from './attribution-at.ts';
import { whenOf } from './date-predicate.ts';
import { dropBackground } from './drop-background.ts';
import { saidOn } from './find-dates.ts';
import { findPredicates } from './find-predicates.ts';
import { answerCount, findQuantities, type Quantity } from './find-quantities.ts';
import { frameOver } from './frame-over.ts';
import { linkAggregates } from './link-aggregates.ts';
import type { DateMark, Draft, Pass, PlaceMark, Predicate, Sentence } from './marks.ts';
import { aggregateId } from './record-ids.ts';
import { resolveActors, sideAt } from './resolve-actors.ts';

/** A quantity as a place in the sentence, so that "captured 29 districts" reads as "captured Ashford". */
interface Stand extends PlaceMark {
  readonly quantity: Quantity;
}

const standOf = (quantity: Quantity, sentence: number, text: string): Stand => {
  const { from, to, start, end } = quantity;
  const mark = {
    type: 'place',
    text: text.slice(start, end),
    candidates: [],
    kindWord: null,
    within: [],
    locates: false,
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
  const others = draft.mentions.filter(
    (mark) => !stands.some((stand) => stand.sentence === mark.sentence && overlaps(stand, mark)),
  );
  const mentions = [...others, ...stands].sort((a, b) => a.start - b.start);
  const standing = { ...draft, mentions, predicates: [], trace: [] };
  return resolveActors(dropBackground(findPredicates(standing)));
};

const polarityOf = (predicate: Predicate, denies: boolean): Polarity => {
  if (!denies) return predicate.polarity;
  return predicate.polarity === 'denied' ? 'affirmed' : 'denied';
};

const dayBy = (dates: readonly DateMark[], relation: DateMark['relation'], bound: 'earliest' | 'latest') =>
  dates.find((date) => date.relation === relation && !date.background)?.when[bound] ?? null;

const onOf = (dates: readonly DateMark[]) => {
  const on = dates.find(({ relation, background }) => relation === 'on' && !background)?.when;
  return on && on.earliest === on.latest ? on.earliest : null;
};

/** Words that qualify what is counted ("permanent presence", "changed hands") and must not be lost. */
const predicateWords = (draft: Draft, clause: Span): string | null => {
  const text = draft.report.text.slice(clause.start, clause.end).toLowerCase();
  return draft.theatre.lexicon.list('aggregatePredicates').find((words) => text.includes(words)) ?? null;
};

/** Troops are counted where they leave; what is captured or killed of them is an incident. */
const isCounted = ({ unit }: Quantity, { kind }: Predicate, draft: Draft): boolean =>
  draft.theatre.lexicon.has('placeUnits', unit) || (unit === 'troops' && kind === 'withdrawal');

const aggregateOf = (draft: Draft, predicate: Predicate, quantity: Quantity): AggregateClaim => {
  const clause = {
    start: Math.min(predicate.clause.start, quantity.start),
    end: Math.max(predicate.clause.end, quantity.end),
  };
  const dates = draft.dates.filter((date) => date.sentence === predicate.sentence && !isFar(date, draft, predicate));
  const { count, comparator, fraction, of, unit } = quantity;
  const { kind, actor, modality } = predicate;
  const aggregate: Omit<AggregateClaim, 'id'> = {
    report: draft.report.id,
    ...{ count, comparator, fraction, of, unit, kind, actor, modality },
    since: dayBy(dates, 'since', 'earliest'),
    on: onOf(dates),
    until: dayBy(dates, 'by', 'latest'),
    predicate: predicateWords(draft, clause),
    when: whenOf(draft, predicate),
    polarity: polarityOf(predicate, frameOver(draft, predicate.start)?.polarity === 'denied'),
    by: attributionAt(draft, quantity.start),
    quote: quoteOf(draft.report.text, clause),
    answers: null,
  };
  return { id: aggregateId(aggregate), ...aggregate };
};

/** A date among the words of the saying dates the saying. */
const isFar = (date: DateMark, draft: Draft, predicate: Predicate): boolean => {
  const frame = frameOver(draft, predicate.start);
  return frame !== null && covers(frame, date);
};

const uniqueById = (all: readonly AggregateClaim[]): readonly AggregateClaim[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];

const distance = (predicate: Predicate, { start, end }: Span): number =>
  start >= predicate.end ? start - predicate.end : Math.max(0, predicate.start - end);

/** Of two verbs beside a number ("lost 53 and retaken 14") the nearer one counts it. */
const isNearest = (predicate: Predicate, stand: Stand, all: readonly Predicate[]): boolean =>
  !all.some(
    (other) => other.items.some(({ place }) => place === stand) && distance(other, stand) < distance(predicate, stand),
  );

const aggregatesOf = (draft: Draft, predicate: Predicate): readonly AggregateClaim[] =>
  predicate.items.flatMap(({ place }) => {
    if (!isStand(place) || !isCounted(place.quantity, predicate, draft)) return [];
    if (!isNearest(predicate, place, draft.predicates)) return [];
    return [aggregateOf(draft, predicate, place.quantity)];
  });

/** "How many districts do they hold? None.": the kind and side of the question, the count and speaker of the answer. */
const answered = (draft: Draft, { quantity, sentence }: Stand): readonly AggregateClaim[] => {
  const [question, next] = [draft.sentences[sentence], draft.sentences[sentence + 1]];
  const asks = quantity.asked && draft.theatre.lexicon.has('placeUnits', quantity.unit);
  const answer = asks && next ? answerCount(next, draft.theatre.lexicon) : null;
  const kind = question ? kindAsked(question, draft.theatre.lexicon) : null;
  if (!question || !next || answer === null || kind === null) return [];
  const doer = draft.mentions.find((mark) => mark.type === 'actor' && mark.sentence === sentence);
  const aggregate: Omit<AggregateClaim, 'id'> = {
    report: draft.report.id,
    ...{ count: answer.value, comparator: 'exactly', fraction: null, of: quantity.of, unit: quantity.unit, kind },
    actor: doer?.type === 'actor' ? sideAt(draft, doer) : null,
    ...{ since: null, on: null, until: null, predicate: predicateWords(draft, question) },
    when: { ...saidOn(next, draft.report, draft.theatre), basis: 'implied' },
    ...{ polarity: 'affirmed', modality: 'actual', answers: null },
    by: attributionAt(draft, next.start),
    quote: quoteOf(draft.report.text, { start: quantity.start, end: answer.to }),
  };
  return [{ id: aggregateId(aggregate), ...aggregate }];
};

/** The kind of the last verb of the question that a rule knows ("hold", "have a presence in", "lost"). */
const kindAsked = ({ tokens }: Sentence, lexicon: Lexicon): AggregateClaim['kind'] | null => {
  const lemmas = tokens.flatMap(({ word }) => lexicon.verbs.get(word) ?? []).map(({ lemma }) => lemma);
  const rules = lemmas.flatMap((lemma) =>
    lexicon.verbRules.filter(({ verbs, place }) => place !== null && verbs.includes(lemma)),
  );
  return rules.at(-1)?.kind ?? null;
};

export const findAggregates: Pass = (draft) => {
  const stands = findStands(draft);
  if (stands.length === 0) return draft;
  const standing = readStands(draft, stands);
  const counted = standing.predicates.flatMap((predicate) => aggregatesOf(standing, predicate));
  const aggregates = linkAggregates(uniqueById([...counted, ...stands.flatMap((stand) => answered(draft, stand))]));
  const trace = aggregates.map(({ quote, count, comparator, unit, kind }) => ({
    pass: 'findAggregates',
    span: { start: quote.start, end: quote.end },
    says: `${kind} ${comparator} ${count ?? ''} ${unit}`,
  }));
  return { ...draft, aggregates, trace: [...draft.trace, ...trace] };
};
