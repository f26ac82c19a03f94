// Numbers about many places (reading guide, Aggregate): what is said of a count is read by the same rules as of a place.
// Invariant: a count stands in for a place only here; no aggregate ever becomes a claim.

import type { AggregateClaim, UnplacedClaim } from '../model/claim.ts';
import { overlaps } from '../model/text.ts';
import type { Day } from '../model/time.ts';
import { answeredCount, askedCount } from './aggregates/answer-counts.ts';
import { attributionAt } from './aggregates/attribution-at.ts';
import { findBareCounts } from './aggregates/bare-counts.ts';
import { findBroughtTo } from './aggregates/brought-to.ts';
import { isCalledFalse } from './aggregates/called-false.ts';
import { checkSums } from './aggregates/check-sums.ts';
import { deniedFigures, figuresBehind, turnedDown } from './aggregates/denied-counts.ts';
import { echoCounts } from './aggregates/echo-counts.ts';
import { figureCounts } from './aggregates/figure-counts.ts';
import { findGoverned } from './aggregates/governed-counts.ts';
import type { BareCount, Stand } from './aggregates/held-counts.ts';
import { findHeldNumbers } from './aggregates/held-numbers.ts';
import { linkAggregates, noteDifferences } from './aggregates/link-aggregates.ts';
import { makeAggregate } from './aggregates/make-aggregate.ts';
import { isNoneSo } from './aggregates/none-so.ts';
import { findNumbersOf } from './aggregates/number-of.ts';
import { withOwnedCounts } from './aggregates/owned-counts.ts';
import { partCounts } from './aggregates/part-counts.ts';
import { placeCounts } from './aggregates/place-counts.ts';
import { findRanks } from './aggregates/rank-counts.ts';
import { findShareOf } from './aggregates/share-of.ts';
import { findStands } from './aggregates/stand-counts.ts';
import { findTallies } from './aggregates/tally-counts.ts';
import { findWholeWithdrawals } from './aggregates/whole-withdrawals.ts';
import { findWithdrawnShares } from './aggregates/withdrawn-shares.ts';
import { frameOver } from './clauses/frame-over.ts';
import { notOfWar } from './drop-background.ts';
import { saidOn } from './find-dates.ts';
import type { Draft, Pass } from './marks.ts';
import { incumbentOf } from './mentions/theatre-sides.ts';
import { askedIn } from './speakers/interview-turns.ts';
import { outletVoice } from './speakers/outlet-voice.ts';
import { inSentence, sentenceAt } from './words/by-sentence.ts';

const TAKING: readonly AggregateClaim['kind'][] = ['capture', 'loss', 'surrender'];

/** "No town has fallen", where the report tells of one that is said to have: the denial is a claim about that one. */
const deniesOne = (draft: Draft, { count, kind, unit, quote }: AggregateClaim): boolean => {
  const scope = draft.theatre.lexicon.look('unitScopes', unit) ?? unit;
  // Men who gave themselves up later on are none of it.
  const isOther = (claim: UnplacedClaim): boolean => claim.kind === 'surrender' && claim.quote.start > quote.end;
  const told = draft.claims.filter((claim) => claim.scope === scope && TAKING.includes(claim.kind) && !isOther(claim));
  return count === 0 && TAKING.includes(kind) && new Set(told.map(({ place }) => place.text)).size === 1;
};

const uniqueById = (all: readonly AggregateClaim[]): readonly AggregateClaim[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];

/** "The number of posts FREED has risen to 36", said by whose they were: he has them back; said by the other side, it took them. */
const asFreed = ({ theatre }: Draft, count: BareCount, { sides }: AggregateClaim['by']): BareCount => {
  const own = incumbentOf(theatre);
  const words = count.sentence.tokens.filter(
    ({ start, end }) => start >= count.clause.start && end <= count.clause.end,
  );
  const freed = words.some(({ word }) => theatre.lexicon.has('freedWords', word));
  if (!freed || count.kind !== 'capture' || count.actor !== null) return count;
  if (own !== null && sides.includes(own)) return { ...count, kind: 'recapture', actor: own };
  const taker = theatre.sides.find(({ id, belligerent }) => belligerent && sides.includes(id));
  return { ...count, actor: taker?.id ?? null };
};

const isAhead = (day: Day | null, said: Day | null): boolean => day === null || said === null || day > said;

/** Said without a verb of its own, it holds on the day told with it, else on the day of the saying; history is none. */
const bareAggregate = (draft: Draft, count: BareCount): readonly AggregateClaim[] => {
  const { quantity, sentence, clause } = count;
  const dates = inSentence(draft.dates, sentence.index);
  // "since January" goes on to this day, however long ago it began.
  if (dates.length > 0 && dates.every(({ background, relation }) => background && relation !== 'since')) return [];
  const on = dates.find(({ relation, background }) => relation === 'on' && !background);
  const said = saidOn(sentence, draft.report, draft.theatre);
  // "BY FRIDAY 20 would be retaken" has a deadline; "by Wednesday they held 112" is over.
  const due = dates.some(({ relation, when: { latest } }) => relation === 'by' && isAhead(latest, said.latest));
  const modality = count.modality ?? (due ? 'planned' : 'actual');
  const turned = frameOver(draft, quantity.start)?.polarity === 'denied' || isCalledFalse(draft, sentence, clause);
  const denied = turned !== (count.denied === true && quantity.count !== 0);
  const polarity = denied ? 'denied' : 'affirmed';
  const when = on?.when ?? ({ ...said, basis: 'implied' } as const);
  const by = count.by ?? (count.unsaid ? outletVoice(draft) : attributionAt(draft, quantity.start));
  const { kind, actor } = asFreed(draft, count, by);
  return [makeAggregate(draft, { ...{ quantity, kind, actor, clause, polarity, modality, dates }, when, by })];
};

/** "The Reds took A and B. The garrisons of the two districts fled": claimed of the places that were named before. */
const isOfNamed = ({ claims }: Draft, { quote, kind, actor, count, of }: AggregateClaim): boolean => {
  // "Three of the eight" says of how many, whoever is named before.
  if (of !== null) return false;
  const same = claims.filter((one) => one.kind === kind && one.actor === actor && overlaps(one.quote, quote));
  const before = same.every(({ placeSpan }) => placeSpan !== null && placeSpan.end <= quote.start);
  const names = new Set(same.map(({ place }) => place.text)).size;
  return names > 1 && names === count && before;
};

/** "The army retook two, bringing the number LIBERATED since May to nine": by whom, the number before it says. */
const withDoer = (count: BareCount, counted: readonly AggregateClaim[]): BareCount => {
  const { sentence, quantity, kind, actor } = count;
  const before = counted.findLast(({ quote }) => quote.start >= sentence.start && quote.end <= quantity.start);
  const same = actor === null && [kind, before?.kind].every((one) => one === 'capture' || one === 'recapture');
  return same && before !== undefined ? { ...count, kind: before.kind, actor: before.actor } : count;
};

/** "hold most neighbourhoods of A": parts of one town without a number are told of the town. */
const isPartOfTown = ({ theatre, claims }: Draft, { unit, count, of, quote, kind }: AggregateClaim): boolean =>
  count === null &&
  of === null &&
  (theatre.lexicon.has('townUnits', unit) ||
    claims.some((claim) => claim.scope === 'area' && claim.kind === kind && overlaps(claim.quote, quote)));

/** What the report says of each number with its thing, in the order of the text. */
const firstCounts = (draft: Draft, stands: readonly Stand[]): readonly AggregateClaim[] => {
  const numbersOf = draft.sentences.flatMap((one) => {
    const found = [
      ...findNumbersOf(draft, one),
      ...findBroughtTo(draft, one),
      ...findTallies(draft, one),
      ...findShareOf(draft, one),
    ];
    return found.length > 0 ? found : findHeldNumbers(draft, one);
  });
  const left = stands.filter((stand) => !numbersOf.some(({ clause }) => overlaps(clause, stand)));
  const { counted, counts, taken } = findGoverned(draft, left);
  // What no verb's rule counts, as men who surrendered, other rules may.
  const isPlace = ({ quantity }: Stand): boolean => draft.theatre.lexicon.has('placeUnits', quantity.unit);
  const free = left.filter((stand) => !taken.has(stand) || !isPlace(stand));
  const ranks = draft.sentences.flatMap((one) => findRanks(draft, one));
  const bare = [
    ...numbersOf.map((one) => withDoer(one, counted)),
    ...ranks,
    ...findBareCounts(draft, free, [...counts, ...numbersOf]),
  ].flatMap((one) => bareAggregate(draft, one));
  const asked = left.flatMap((stand) => answeredCount(draft, stand));
  const whole = [...findWholeWithdrawals(draft), ...findWithdrawnShares(draft)];
  const all = uniqueById([...counted, ...bare, ...asked, ...whole]).filter(
    (one) => !deniesOne(draft, one) && !isNoneSo(draft, one) && !isOfNamed(draft, one) && !isPartOfTown(draft, one),
  );
  return all.toSorted((a, b) => a.quote.start - b.quote.start);
};

/** Numbers that lean on those before them, sentence by sentence. */
const withLeaning = (
  draft: Draft,
  first: readonly AggregateClaim[],
  asked: readonly AggregateClaim[],
): readonly AggregateClaim[] => {
  const known = [...first, ...asked].sort((a, b) => a.quote.start - b.quote.start);
  if (known.length === 0) return first;
  for (const sentence of draft.sentences)
    for (const find of [partCounts, echoCounts, figureCounts, turnedDown, deniedFigures, figuresBehind]) {
      const all = find({ draft, sentence, known: known.filter(({ quote }) => quote.start < sentence.end) });
      // "hold seven of 34. … a figure of 6,000": no part is more than its whole.
      const found = all.filter(({ count, of }) => of === null || count === null || count <= of);
      if (found.length === 0) continue;
      known.push(...found);
      known.sort((a, b) => a.quote.start - b.quote.start);
    }
  return uniqueById(known.filter((one) => !asked.includes(one)));
};

export const findAggregates: Pass = (draft) => {
  if (notOfWar(draft) !== null) return draft;
  const stands = findStands(draft);
  const counted = withLeaning(
    draft,
    firstCounts(draft, stands),
    stands.flatMap((stand) => askedCount(draft, stand)),
  );
  const linked = linkAggregates(placeCounts(draft, withOwnedCounts(draft, counted)));
  // "Q: Sixty districts have fallen.": whoever asks asserts nothing.
  const asked = askedIn(draft);
  const aggregates = linked.filter(({ quote, by }) => by.frame !== null || !asked.has(sentenceAt(draft, quote.start)));
  const trace = aggregates.map(({ quote, count, comparator, unit, kind }) => ({
    pass: 'findAggregates',
    span: { start: quote.start, end: quote.end },
    says: `${kind} ${comparator} ${count ?? ''} ${unit}`,
  }));
  const notes = [...draft.notes, ...noteDifferences(aggregates), ...checkSums(draft, aggregates)];
  return { ...draft, aggregates, notes, trace: [...draft.trace, ...trace] };
};
