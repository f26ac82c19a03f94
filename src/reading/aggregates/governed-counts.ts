// Counts that a verb or noun governs, read by the passes that read claims: "captured 29 districts" as "captured Ashford".
// Invariant: of two verbs beside a number the nearer one counts it, and a verb that only says which comes last.
import type { AggregateClaim, Polarity } from '../../model/claim.ts';
import type { Span } from '../../model/text.ts';
import { covers, overlaps } from '../../model/text.ts';
import { sideAt } from '../actors/actor-meant.ts';
import { frameOver } from '../clauses/frame-over.ts';
import { whenOf } from '../dates/date-predicate.ts';
import { dropBackground } from '../drop-background.ts';
import { findPredicates } from '../find-predicates.ts';
import type { DateMark, Draft, Mention, PlaceMark, Predicate } from '../marks.ts';
import { incumbentOf, opponentOf } from '../mentions/theatre-sides.ts';
import { resolveActors } from '../resolve-actors.ts';
import { inSentence } from '../words/by-sentence.ts';
import { attributionAt } from './attribution-at.ts';
import { isCalledFalse } from './called-false.ts';
import type { Quantity } from './find-quantities.ts';
import type { BareCount, Stand } from './held-counts.ts';
import { makeAggregate } from './make-aggregate.ts';
import {
  type Governed,
  isBehindPronoun,
  isLeftHeld,
  isNotCounted,
  isReduced,
  isRelative,
  opensClause,
} from './not-counting.ts';

const isStand = (mark: PlaceMark | null): mark is Stand => mark !== null && 'quantity' in mark;

/** The draft with counts in the places' stead, read by the passes that read claims. */
const readStands = (draft: Draft, stands: readonly Stand[]): Draft => {
  const bySentence = Map.groupBy(stands, ({ sentence }) => sentence);
  const isFree = (mark: Mention) => !bySentence.get(mark.sentence)?.some((stand) => overlaps(stand, mark));
  const mentions = [...draft.mentions.filter(isFree), ...stands].sort((a, b) => a.start - b.start);
  const found = dropBackground(findPredicates({ ...draft, mentions, predicates: [], trace: [] }));
  const { predicates, ...standing } = resolveActors(found);
  const isLeft = (one: Predicate): boolean => !predicates.some(({ start }) => start === one.start);
  const people = found.predicates.filter((one) => isByPeople(found, one) && isLeft(one));
  return { ...standing, predicates: [...predicates, ...people] };
};

/** "Farmers pushed the rebels out of three districts": whose the places are now is not said, whose they were is. */
const isByPeople = (draft: Draft, { kind, other, doer, dropped }: Predicate): boolean =>
  kind === 'recapture' && dropped === null && sideAt(draft, doer) === null && sideAt(draft, other) !== null;

/** "No district has fallen", "denied that ANY district had fallen" affirm a number: nought. */
const polarityOf = ({ polarity }: Predicate, { count, ifDenied }: Quantity, denies: boolean): Polarity => {
  if (ifDenied) return 'affirmed';
  const said = count === 0 ? 'affirmed' : polarity;
  if (!denies) return said;
  return said === 'denied' ? 'affirmed' : 'denied';
};

/** A government has all its provinces; only of a part does "has" say what it holds. */
const isOwned = ({ of, bare, unit }: Quantity, { rule, actor }: Predicate, { theatre }: Draft): boolean =>
  of === null &&
  !bare &&
  // "The rebels have 14 training camps": their own.
  (actor === incumbentOf(theatre) || theatre.lexicon.has('ownedUnits', unit)) &&
  theatre.lexicon.has('ownRules', rule);

const WHOLE_KINDS: readonly Predicate['kind'][] = ['hold', 'capture', 'recapture', 'loss'];

/** What is captured or killed of men and guns is an incident, as is an attack on posts; "left all posts" counts no posts. */
const isCounted = (quantity: Quantity, predicate: Predicate, draft: Draft): boolean => {
  const { unit, comparator, count, asked, ifDenied } = quantity;
  const { kind, polarity } = predicate;
  const { lexicon } = draft.theatre;
  if (isOwned(quantity, predicate, draft)) return false;
  const denied = polarity === 'denied' || frameOver(draft, predicate.start)?.polarity === 'denied';
  if (asked || (ifDenied && !denied)) return false;
  if (!lexicon.has('placeUnits', unit) || (kind === 'attack' && lexicon.has('eventUnits', unit))) return false;
  return comparator !== 'all' || count !== null || WHOLE_KINDS.includes(kind);
};

/** "holds five, up from three A WEEK AGO": the day of the number before. */
const isOfFormer = ({ sentences, theatre }: Draft, { sentence, end }: Predicate, date: DateMark): boolean =>
  date.sentence === sentence &&
  sentences[sentence]?.tokens.some(
    ({ word, start }, at, all) =>
      start >= end && start < date.start && theatre.lexicon.has('formerWords', `${word} ${all[at + 1]?.word ?? ''}`),
  ) === true;

/** What dates a predicate: of its own sentence, and the frames that stand over it. Long texts stay cheap by it. */
const aroundOf = (draft: Draft, predicate: Predicate, beside: readonly Predicate[]): Draft => {
  const frames = draft.frames.filter(
    (frame) => frame.sentence === predicate.sentence || frame.content.some((span) => covers(span, predicate)),
  );
  const sentences = new Set([predicate.sentence, ...frames.map(({ sentence }) => sentence)]);
  const dates = draft.dates.filter((date) => sentences.has(date.sentence) && !isOfFormer(draft, predicate, date));
  return { ...draft, frames, predicates: beside, dates };
};

const isTurnedDown = (draft: Draft, predicate: Predicate, stand: Stand): boolean =>
  isCalledFalse(draft, draft.sentences[stand.sentence] ?? stand, {
    start: stand.start,
    end: Math.max(predicate.clause.end, stand.end),
  }) || frameOver(draft, predicate.start)?.polarity === 'denied';

const aggregateOf = (draft: Draft, predicate: Predicate, stand: Stand): AggregateClaim => {
  const { kind, actor, modality, clause } = predicate;
  const { quantity, start, end } = stand;
  return makeAggregate(draft, {
    ...{ quantity, kind, actor, modality },
    polarity: polarityOf(predicate, quantity, isTurnedDown(draft, predicate, stand)),
    clause: { start: Math.min(clause.start, start), end: Math.max(clause.end, end) },
    dates: inSentence(draft.dates, predicate.sentence).filter(
      (date) => !isOfSaying(date, draft, predicate) && !isOfFigure(date, draft),
    ),
    when: whenOf(draft, predicate),
    by: attributionAt(draft, start),
  });
};

/** A date among the words of the saying dates the saying. */
const isOfSaying = (date: DateMark, draft: Draft, predicate: Predicate): boolean => {
  const frame = frameOver(draft, predicate.start);
  return frame !== null && covers(frame, date);
};

/** "bringing THE TALLY SINCE THURSDAY to 14": the day of another number. */
const isOfFigure = ({ sentence, start }: DateMark, { sentences, theatre }: Draft): boolean => {
  const before = sentences[sentence]?.tokens.filter((token) => token.end <= start).slice(-2) ?? [];
  return before.some(({ word }) => theatre.lexicon.has('spokenFigures', word));
};

const distance = (predicate: Predicate, { start, end }: Span): number =>
  start >= predicate.end ? start - predicate.end : Math.max(0, predicate.start - end);

/** "has lost 53 and RETAKEN 14": a verb of its own right before the number, under the same doer. */
const kindBeside = (draft: Draft, predicate: Predicate, stand: Stand): Predicate['kind'] | null => {
  const verb = draft.sentences[stand.sentence]?.tokens[stand.from - 1];
  // "leaving two IN REBEL HANDS": a state of the number itself.
  if (predicate.start >= stand.start) return null;
  if (!verb || covers(predicate, verb) || draft.theatre.lexicon.has('have', verb.word)) return null;
  const { verbs, verbRules } = draft.theatre.lexicon;
  const lemmas = (verbs.get(verb.word) ?? []).map(({ lemma }) => lemma);
  return (
    verbRules.find((rule) => rule.place === 'object' && rule.verbs.some((one) => lemmas.includes(one)))?.kind ?? null
  );
};

/** "Two districts - A and B - fell": the names between the dashes are the number said again. */
const apposedTo = ({ sentences }: Draft, stands: readonly Stand[], from: number): Stand | null =>
  stands.find(({ sentence, to }) => {
    const mark = sentences[sentence]?.tokens[to];
    return to === from - 1 && mark !== undefined && /^[-–—(:,]$/.test(mark.word);
  }) ?? null;

const LEFT: readonly Predicate['kind'][] = ['withdrawal', 'surrender'];

/** "IN SIX DISTRICTS the police left": the number opens the sentence, and the verb has no place of its own. */
const frontedIn = (draft: Draft, beside: readonly Predicate[], stands: readonly Stand[]): readonly Governed[] => {
  const [stand] = stands;
  const tokens = draft.sentences[stand?.sentence ?? -1]?.tokens ?? [];
  const fronts =
    stand !== undefined &&
    stand.from <= 2 &&
    draft.theatre.lexicon.has('insideLinks', tokens[stand.from - 1]?.word ?? '');
  if (!fronts) return [];
  return beside.flatMap((predicate) =>
    LEFT.includes(predicate.kind) && predicate.items.length === 0 && predicate.start > stand.end
      ? [{ stand, predicate }]
      : [],
  );
};

/** Which verb counts which number: of two the nearer one, a relative clause last. */
const governedIn = (draft: Draft, beside: readonly Predicate[], stands: readonly Stand[]): readonly Governed[] => {
  const all = beside.flatMap((predicate) =>
    predicate.items.flatMap(({ place, from }) => {
      const stand = isStand(place) ? place : apposedTo(draft, stands, from);
      return stand === null || isNotCounted(draft, { stand, predicate }) ? [] : [{ stand, predicate }];
    }),
  );
  all.push(...frontedIn(draft, beside, stands));
  const onlySays = (one: Governed): boolean =>
    isRelative(draft, one) || isBehindPronoun(draft, one) || isReduced(draft, one, all);
  const main = all.filter(
    (one) => !onlySays(one) || !all.some((other) => other.stand === one.stand && !onlySays(other)),
  );
  return main.filter(
    ({ stand, predicate }) =>
      isCounted(stand.quantity, predicate, draft) &&
      !main.some((other) => other.stand === stand && distance(other.predicate, stand) < distance(predicate, stand)),
  );
};

/** "They ARE IN four of my fifteen precincts": an attacker in some parts of a whole is inside it, and holds it not. */
const kindOfPresence = (
  { theatre }: Draft,
  { kind, rule, actor }: Predicate,
  { quantity }: Stand,
): Predicate['kind'] => {
  const isGuest = actor !== null && actor !== incumbentOf(theatre) && quantity.of !== null;
  return isGuest && theatre.lexicon.has('presenceRules', rule) ? 'entry' : kind;
};

/** "The rebels took four. The army confirmed the loss of three": who tells of a loss tells of no taking. */
const asLoss = ({ theatre }: Draft, predicate: Predicate): Predicate =>
  predicate.kind === 'capture' && theatre.lexicon.has('lossRules', predicate.rule)
    ? { ...predicate, kind: 'loss', actor: incumbentOf(theatre) }
    : predicate;

/** "REMAINS occupied", "claims two thirds of": what was taken before, or a share of all, is held. */
const asHeld = ({ theatre, sentences }: Draft, predicate: Predicate, { quantity }: Stand): Predicate => {
  const tokens = sentences[predicate.sentence]?.tokens ?? [];
  const before = tokens[tokens.findIndex(({ start }) => start >= predicate.start) - 1];
  const remains = theatre.lexicon.has('remainWords', before?.word ?? '');
  const share = quantity.fraction !== null || quantity.unit === 'percent';
  // "now OCCUPY half of the province"
  const isNow = predicate.tense === 'present';
  const isHeld = remains || (share && (isNow || theatre.lexicon.has('claimRules', predicate.rule)));
  return predicate.kind === 'capture' && isHeld ? { ...predicate, kind: 'hold' } : predicate;
};

/** "Two of them we have taken BACK": the number stands in front of the verb. */
const asTakenBack = ({ theatre, sentences }: Draft, { kind, sentence, end }: Predicate): Predicate['kind'] | null => {
  const next = sentences[sentence]?.tokens.find(({ start }) => start >= end)?.word ?? '';
  return kind === 'capture' && theatre.lexicon.has('backWords', next) ? 'recapture' : null;
};

/** "Five are OUT OF government hands": so many are the other side's. */
const asOthers = (draft: Draft, predicate: Predicate, { quantity }: Stand): Predicate => {
  const { kind, polarity, actor, sentence, clause } = predicate;
  const tokens = draft.sentences[sentence]?.tokens ?? [];
  const out = tokens.some((token) => covers(clause, token) && draft.theatre.lexicon.has('outsideWords', token.word));
  const counts = quantity.count !== 0 && kind === 'hold' && polarity === 'denied' && out;
  return counts ? { ...predicate, polarity: 'affirmed', actor: opponentOf(actor, draft.theatre) } : predicate;
};

/** "took five, of which two HAVE BEEN RETAKEN": not by those who had just taken them. */
const asRetaken = ({ theatre }: Draft, predicate: Predicate, beside: readonly Predicate[]): Predicate => {
  const { kind, doer, actor, start } = predicate;
  const took = beside.some((one) => one.kind === 'capture' && one.start < start && one.actor === actor);
  return kind === 'recapture' && doer === null && actor !== null && took
    ? { ...predicate, actor: opponentOf(actor, theatre) }
    : predicate;
};

/** "six of the ELEVEN posts IT SEIZED were handed back": what only says which tells of all of them. */
const asWhole = (draft: Draft, { stand, predicate }: Governed): Stand => {
  const only = isRelative(draft, { stand, predicate }) || isBehindPronoun(draft, { stand, predicate });
  const { of, count } = stand.quantity;
  // "the only ONE of 34 which they do NOT hold"
  const isPart = of === null || count === null || count < 2 || predicate.polarity === 'denied';
  if (!only || isPart) return stand;
  return { ...stand, quantity: { ...stand.quantity, count: of, comparator: 'exactly', of: null } };
};

const countedBy = (draft: Draft, governed: Governed, beside: readonly Predicate[]): AggregateClaim => {
  const stand = asWhole(draft, governed);
  const retaken = asRetaken(draft, governed.predicate, beside);
  const predicate = asOthers(draft, asHeld(draft, asLoss(draft, retaken), stand), stand);
  const kind =
    kindBeside(draft, predicate, stand) ?? asTakenBack(draft, predicate) ?? kindOfPresence(draft, predicate, stand);
  return aggregateOf(aroundOf(draft, predicate, beside), { ...predicate, kind }, stand);
};

const asCount = (draft: Draft, { stand, predicate }: Governed): readonly BareCount[] => {
  const sentence = draft.sentences[stand.sentence];
  const { kind, actor, clause } = predicate;
  return sentence === undefined ? [] : [{ quantity: stand.quantity, sentence, kind, actor, clause }];
};

export interface GovernedCounts {
  readonly counted: readonly AggregateClaim[];
  /** The same, for counts that lean on a verb said once. */
  readonly counts: readonly BareCount[];
  /** Every count that a verb took, though it may count nothing. */
  readonly taken: ReadonlySet<PlaceMark | null>;
}

const isFree = (draft: Draft, governed: Governed): boolean =>
  opensClause(draft, governed) || isLeftHeld(draft, governed);

export const findGoverned = (draft: Draft, stands: readonly Stand[]): GovernedCounts => {
  if (stands.length === 0) return { counted: [], counts: [], taken: new Set() };
  const standing = readStands(draft, stands);
  const bySentence = Map.groupBy(standing.predicates, ({ sentence }) => sentence);
  const standsIn = Map.groupBy(stands, ({ sentence }) => sentence);
  const governed = [...bySentence].flatMap(([at, beside]) => governedIn(standing, beside, standsIn.get(at) ?? []));
  const taken = new Set<PlaceMark | null>(
    standing.predicates.flatMap((predicate) =>
      predicate.items
        .map(({ place }) => place)
        .filter((place) => !isStand(place) || !isFree(draft, { stand: place, predicate })),
    ),
  );
  for (const { stand } of governed) taken.add(stand);
  return {
    counted: governed.map((one) => countedBy(standing, one, bySentence.get(one.stand.sentence) ?? [])),
    counts: governed.flatMap((one) => asCount(standing, one)),
    taken,
  };
};
