// "captured A, WHICH THE ARMY HELD", "A, a town THE REBELS HAD BESIEGED, was retaken": what was so until the deed told beside it.
// Invariant: only a past in a clause that describes the place or the men of a change of hands told in the same sentence.
import type { SideId } from '../../model/actor.ts';
import type { Draft, PlaceItem, Predicate } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import { sideAt } from './actor-meant.ts';

const STATES: readonly Predicate['kind'][] = ['hold', 'siege'];
const TAKING: readonly Predicate['kind'][] = ['capture', 'recapture'];
const GOING: readonly Predicate['kind'][] = ['withdrawal', 'loss', 'surrender'];

/** Words before the subject of a describing clause. */
const NEAR = 3;

/** Whether the words stand in a relative clause, or right behind what they describe. */
const isDescribing = ({ sentences, theatre, dates }: Draft, { sentence, clause, start, items }: Predicate): boolean => {
  const tokens = sentences[sentence]?.tokens ?? [];
  const has = (list: string, at: number): boolean => theatre.lexicon.has(list, tokens[at]?.word ?? '');
  const verb = tokens.findIndex((token) => token.start >= start);
  const from = tokens.findIndex((token) => token.start >= clause.start);
  const isRelative = (at: number): boolean => has('clauseRelatives', at) && !has('clauseComplements', at);
  if (tokens.some((_, at) => at >= from - NEAR && at < verb && isRelative(at))) return true;
  // "A, a town the rebels had besieged FOR A MONTH": without a relative its time would be taken for the deed's.
  if (inSentence(dates, sentence).some((date) => date.start > start && date.end <= clause.end)) return false;
  // "A, A TOWN the rebels had besieged"
  const isArticle = (at: number): boolean => has('indefiniteArticles', at) && tokens[at - 1]?.word === ',';
  const apposed = (to: number): boolean =>
    from - to <= KIND && tokens.some((_, at) => at >= to && at < from && isArticle(at));
  // "A, HELD by the army until then"
  const reduced = (to: number): boolean => to + 1 === verb && tokens[to]?.word === ',';
  return items.some(({ to }) => to < verb && (to === from || apposed(to) || reduced(to)));
};

/** Words of ", a market town". */
const KIND = 5;

const sameAs = (one: PlaceItem, other: PlaceItem): boolean =>
  one.from === other.from || (one.place !== null && one.place.text === other.place?.text);

/** Whether the other deed ends what is told: the place goes to somebody else, or its holder goes. */
const ends = (other: Predicate, state: Predicate): boolean => {
  if (other.polarity !== 'affirmed' || other.modality !== 'actual') return false;
  if (TAKING.includes(other.kind))
    return other.actor !== state.actor && other.items.some((item) => state.items.some((own) => sameAs(own, item)));
  const own = GOING.includes(other.kind) && state.kind === 'hold' && other.actor === state.actor;
  return own && (other.placeFromContext || other.items.some((item) => state.items.some((one) => sameAs(one, item))));
};

/** "seized the last town THAT THE ARMY HELD, A": the name that ends the sentence is the one that was just taken. */
const isNamedLast = (draft: Draft, predicate: Predicate, others: readonly Predicate[]): boolean => {
  const { sentence, start, end, kind, items, actor } = predicate;
  const last = draft.sentences[sentence]?.tokens.findLast((token) => token.end <= end)?.word ?? '';
  const was = STATES.includes(kind) || (kind === 'capture' && draft.theatre.lexicon.has('have', last));
  return (
    was &&
    others.some(
      (other) =>
        TAKING.includes(other.kind) &&
        other.start < start &&
        other.actor !== actor &&
        other.items.some(({ from, place }) => place !== null && place.start >= end && items[0]?.from === from),
    )
  );
};

/** "REBEL-HELD A", "A, the last town IN REBEL HANDS": a state without a verb of its own. */
const isVerbless = ({ kind, tense, polarity, modality }: Predicate): boolean =>
  kind === 'hold' && tense === 'none' && polarity === 'affirmed' && modality === 'actual';

/** "Rebel-held A FELL": who had it, by the words beside the loss, unless another is known to have taken it. */
export const holderBeside = (draft: Draft, loss: Predicate, taker: SideId | null): SideId | null => {
  const held = inSentence(draft.predicates, loss.sentence).find(
    (one) =>
      isVerbless(one) && one.doer !== null && one.items.some((own) => loss.items.some((item) => sameAs(own, item))),
  );
  const side = sideAt(draft, held?.doer ?? null);
  return taker === null || taker === side ? side : null;
};

/** "HAD BEEN STATIONED at A BUT WITHDREW": what had been, until who was there went. */
const isGivenUpThen = (
  { sentences, theatre }: Draft,
  { sentence, start, end, clause }: Predicate,
  others: readonly Predicate[],
) =>
  others.some((other) => {
    if (!GOING.includes(other.kind) || other.start < end) return false;
    const tokens = sentences[sentence]?.tokens ?? [];
    const had = tokens.some(
      (one) =>
        one.start >= clause.start && one.end <= Math.max(end, start) && theatre.lexicon.has('hadWords', one.word),
    );
    return (
      had &&
      tokens.some((one) => one.start >= end && one.end <= other.start && theatre.lexicon.has('butWords', one.word))
    );
  });

/** True of a state that was over with what the same sentence tells. */
export const isHeldBefore = (draft: Draft, resolved: readonly Predicate[], predicate: Predicate): boolean => {
  const { kind, tense, polarity, sentence } = predicate;
  if (isVerbless(predicate) && inSentence(resolved, sentence).some((other) => ends(other, predicate))) return true;
  if (polarity === 'affirmed' && isNamedLast(draft, predicate, inSentence(resolved, sentence))) return true;
  if (!STATES.includes(kind) || polarity !== 'affirmed' || (tense !== 'past' && tense !== 'perfect')) return false;
  const beside = inSentence(resolved, sentence).filter((other) => other !== predicate && ends(other, predicate));
  return beside.length > 0 && (isDescribing(draft, predicate) || isGivenUpThen(draft, predicate, beside));
};

const HAVING: readonly Predicate['kind'][] = ['hold', 'withdrawal', 'surrender'];

/** "The rebels left A. A HAD BEEN BESIEGED for years": who was told before to have it, or to have given it up. */
export const holderTold = (draft: Draft, { start, items, sentence }: Predicate): SideId | null => {
  // "THE TOWN has been besieged", "after they PULLED OUT": the place is the one spoken of.
  const isMeant = (one: Predicate): boolean =>
    one.sentence >= sentence - 1 && (one.placeFromContext || items.every(({ place }) => place === null));
  const before = draft.predicates.findLast(
    (one) =>
      one.end <= start &&
      HAVING.includes(one.kind) &&
      one.polarity === 'affirmed' &&
      one.modality === 'actual' &&
      one.doer?.pronoun === false &&
      // "A few hamlets are in rebel hands, and three posts are encircled": who has villages has no district yet.
      one.items.every(({ scope }) => scope !== 'village') &&
      (isMeant(one) || one.items.some((own) => items.some((item) => sameAs(own, item)))),
  );
  return sideAt(draft, before?.doer ?? null);
};

/** "The army retook A. LOSING A is a blow": a loss without a time of its own is that of the enemy of who was said to take it. */
export const robbedBy = (draft: Draft, { start, items, tense }: Predicate): SideId | null => {
  if (tense !== 'none') return null;
  const before = draft.predicates.findLast(
    (one) =>
      one.end <= start &&
      TAKING.includes(one.kind) &&
      one.polarity === 'affirmed' &&
      one.modality === 'actual' &&
      one.items.some((own) => items.some((item) => item.place !== null && sameAs(own, item))),
  );
  return sideAt(draft, before?.doer ?? null);
};
