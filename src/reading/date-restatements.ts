// A headline, and a later mention without a day, are of the day that the report states for the same event; a headline's
// bare name is the town or the district that the event is told of.
// Invariant: only a day that the report itself states is given; what has a day of its own keeps it.
import type { Kind, UnplacedClaim } from '../model/claim.ts';
import { claimId } from '../model/claim.ts';
import { addDays } from '../model/time.ts';
import type { Draft } from './marks.ts';
import { hasPhrase } from './mentions/find-phrases.ts';
import { opponentOf } from './mentions/theatre-sides.ts';
import { withKindTold } from './places/headline-kind.ts';
import { samePlace } from './places/same-place.ts';
import { sentenceAt } from './words/by-sentence.ts';

/** Events happen on a day; what lasts is of the day when it is said. */
const EVENTS: readonly Kind[] = ['capture', 'recapture', 'loss', 'withdrawal', 'surrender', 'entry', 'repulse'];

const TAKINGS: readonly Kind[] = ['capture', 'loss'];

/** "A fell" tells of the same event as "the rebels captured A". */
const sameKind = (a: Kind, b: Kind): boolean => a === b || (TAKINGS.includes(a) && TAKINGS.includes(b));

const isSameEvent = (a: UnplacedClaim, b: UnplacedClaim): boolean =>
  sameKind(a.kind, b.kind) &&
  (a.kind !== b.kind || a.actor === b.actor) &&
  a.polarity === b.polarity &&
  a.modality === b.modality &&
  samePlace(a, b);

const isStated = ({ when, polarity }: UnplacedClaim): boolean =>
  when.basis === 'stated' && when.precision === 'day' && polarity === 'affirmed';

/** The nearest statement of the same event before, else the first one behind. */
const statementOf = (draft: Draft, claims: readonly UnplacedClaim[], claim: UnplacedClaim): UnplacedClaim | null => {
  // "FIRST captured A on May 8, then lost it": what came before is not what is told.
  const isFormer = ({ quote }: UnplacedClaim): boolean =>
    hasPhrase(quote.text, draft.theatre.lexicon.list('firstTimeWords'));
  const same = claims.filter(
    (other) => other !== claim && isStated(other) && isSameEvent(claim, other) && !isFormer(other),
  );
  return same.findLast(({ quote }) => quote.start < claim.quote.start) ?? same[0] ?? null;
};

/** "How A was besieged": over a story a heading tells of its days, whatever it tells. */
const isOfHeading = (draft: Draft, { quote, when, polarity, modality }: UnplacedClaim): boolean =>
  draft.dates.some(({ story }) => story) &&
  draft.sentences[sentenceAt(draft, quote.start)]?.heading === true &&
  when.basis === 'implied' &&
  polarity === 'affirmed' &&
  modality === 'actual';

const isUndated = (draft: Draft, { kind, when, polarity, modality, quote }: UnplacedClaim): boolean =>
  EVENTS.includes(kind) &&
  when.basis === 'implied' &&
  polarity === 'affirmed' &&
  modality === 'actual' &&
  // "rebels were STILL in the street at noon", "we ARE in the market" tell of no event.
  !hasPhrase(quote.text, draft.theatre.lexicon.list('stillNowWords')) &&
  !isOfNow(draft, quote.start);

/** A present outside a headline is of the day when it is said. */
const isOfNow = (draft: Draft, start: number): boolean =>
  draft.sentences[sentenceAt(draft, start)]?.heading !== true &&
  draft.predicates.some((one) => one.clause.start === start && one.tense === 'present' && one.kind === 'entry');

/** A story has given it a day already; only what was left to the day of telling has none. */
const isOfStory = (draft: Draft, { when: { latest } }: UnplacedClaim): boolean => {
  const said = draft.report.published.earliest;
  return draft.dates.some(({ story }) => story) && latest !== null && said !== null && latest < addDays(said, -1);
};

const GIVEN: readonly Kind[] = ['withdrawal', 'surrender'];

/** "The takeover of A forced 40 soldiers to leave": what a taking leads to in its own sentence is of its day. */
const causeOf = (draft: Draft, claims: readonly UnplacedClaim[], claim: UnplacedClaim): UnplacedClaim | null => {
  if (!GIVEN.includes(claim.kind)) return null;
  const sentence = sentenceAt(draft, claim.quote.start);
  return (
    claims.findLast(
      (other) =>
        TAKINGS.includes(other.kind) &&
        // "The rebels took A on Monday; the mayor said they had left it": nobody leaves for his own taking.
        (other.kind === 'loss' || other.actor !== claim.actor) &&
        other.quote.end <= claim.quote.start &&
        sentenceAt(draft, other.quote.start) === sentence &&
        (isStated(other) || statementOf(draft, claims, other) !== null) &&
        samePlace(other, claim),
    ) ?? null
  );
};

const dated = (claim: UnplacedClaim, stated: UnplacedClaim | null): UnplacedClaim => {
  if (stated === null) return claim;
  const { id: _, ...rest } = { ...claim, when: { ...stated.when, basis: 'implied' as const } };
  return { id: claimId(rest), ...rest };
};

/** What a story's heading tells of, by the day that the story gives it: "How A fell", of the day when its taker was in. */
const toldOf = (draft: Draft, claim: UnplacedClaim): UnplacedClaim | null => {
  if (!isOfHeading(draft, claim)) return null;
  const told = draft.claims.filter((other) => isOfStory(draft, other) && samePlace(claim, other) && isActual(other));
  return (
    told.find((other) => isSameEvent(claim, other)) ??
    told.find((other) => TURNS.includes(claim.kind) && isOneWinner(draft, claim, other)) ??
    null
  );
};

const TURNS: readonly Kind[] = ['capture', 'recapture', 'loss'];
const WON: readonly Kind[] = ['capture', 'recapture', 'entry', 'hold'];
const LOST: readonly Kind[] = ['loss', 'withdrawal', 'surrender'];

const isActual = ({ polarity, modality }: UnplacedClaim): boolean => polarity === 'affirmed' && modality === 'actual';

/** One has taken, entered or held what the other has lost or given up. */
const isOneWinner = ({ theatre }: Draft, a: UnplacedClaim, b: UnplacedClaim): boolean => {
  const winner = ({ kind, actor }: UnplacedClaim) => {
    if (actor === null) return null;
    if (WON.includes(kind)) return actor;
    return LOST.includes(kind) ? opponentOf(actor, theatre) : null;
  };
  return winner(a) !== null && winner(a) === winner(b);
};

/** Pass: gives undated claims the day of their event. */
export const dateRestatements = (draft: Draft): Draft => {
  const restated = draft.claims.map((claim) =>
    (isUndated(draft, claim) || isOfHeading(draft, claim)) && !isOfStory(draft, claim)
      ? dated(claim, statementOf(draft, draft.claims, claim) ?? toldOf(draft, claim))
      : claim,
  );
  const claims = restated.map((claim) =>
    withKindTold(draft, isUndated(draft, claim) ? dated(claim, causeOf(draft, restated, claim)) : claim),
  );
  const trace = claims.flatMap(({ quote: { start, end } }, i) =>
    claims[i] === draft.claims[i]
      ? []
      : [{ pass: 'dateRestatements', span: { start, end }, says: 'as the event is told' }],
  );
  return { ...draft, claims, trace: [...draft.trace, ...trace] };
};
