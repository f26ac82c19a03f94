// Denials that do not say again what they deny: "The ministry called that a lie", "a claim that the Council denied",
// and rumours told only to be rejected: "Reports that A has fallen are untrue" (judgement call 6).
// Invariant: a denial made here answers the claim that it denies, which was said before it by another side.

import type { UnplacedClaim } from '../model/claim.ts';
import { claimId } from '../model/claim.ts';
import { covers, quoteOf } from '../model/text.ts';
import type { When } from '../model/time.ts';
import { type Cue, frameCues } from './actors/denial-cues.ts';
import { isOpeningWhat, isWhatBehind, rumourBefore, tellerOf } from './actors/rumour-teller.ts';
import { isBesideDenied } from './claims/beside-denial.ts';
import { confidenceIn } from './claims/confidence.ts';
import { flip, withEventDenied } from './claims/event-called-false.ts';
import { falseCues } from './claims/false-cues.ts';
import { hasOwnMatter, isMixed, startsIn, wordsBefore } from './claims/false-words.ts';
import { isOwnGain } from './claims/own-gain.ts';
import { withOwned } from './claims/owned-claims.ts';
import { pickedByOrder } from './claims/picked-by-order.ts';
import { rumourOfAnother } from './claims/rumour-of-another.ts';
import { isOfHeading, saysThis } from './claims/said-of-last.ts';
import { CLAIMED, isAboutNamed, isNamedIn, otherSide, sameClaimant, sameSaid } from './claims/told-before.ts';
import { isOfAnother } from './claims/told-by-another.ts';
import { isToldFalse } from './claims/told-false.ts';
import { wholeOf } from './claims/whole-fallen.ts';
import { frameOver } from './clauses/frame-over.ts';
import { dayBeside, toldOn } from './dates/date-sayings.ts';
import { toldDay } from './dates/day-of-telling.ts';
import { rankOf, saidBefore } from './dates/moments.ts';
import type { Draft, Predicate } from './marks.ts';
import { isIncumbent, opponentOf } from './mentions/theatre-sides.ts';
import { sentenceAt } from './words/by-sentence.ts';

/** How many sentences back a bare denial may reach. */
const BACK = 2;

const deny = (draft: Draft, target: UnplacedClaim, cue: Cue): UnplacedClaim => {
  const told =
    toldOn(draft, { sentence: cue.sentence.index, start: cue.at }) ??
    dayBeside(draft, { sentence: cue.sentence.index, at: cue.at });
  const when: When = { ...(told ?? toldDay(draft, cue.sentence)), basis: 'implied' };
  const quote = quoteOf(draft.report.text, cue.quote);
  const { id: answers, ...rest } = target;
  const denied = {
    ...rest,
    polarity: target.polarity === 'denied' ? ('affirmed' as const) : ('denied' as const),
    modality: 'actual' as const,
    ...{ by: cue.by, when, quote, answers },
    reading: confidenceIn(draft.theatre.lexicon, ['denied without saying it again']),
  };
  return { id: claimId(denied), ...denied };
};

const rankAt = (draft: Draft, { quote }: UnplacedClaim): number => rankOf(draft, sentenceAt(draft, quote.start));

/** "This is baseless": said of the sentence right before it, unless that was the own side's word. */
const pointsToLast = (draft: Draft, { sentence, by }: Cue): boolean => {
  const first = sentence.tokens.find(({ type }) => type === 'word')?.word ?? '';
  const last = draft.claims.filter(({ quote }) => sentenceAt(draft, quote.start) === sentence.index - 1);
  const ownWord = last.length > 0 && last.every((claim) => !otherSide(claim, by));
  return (draft.theatre.lexicon.has('pointingSubjects', first) || saysThis(draft, sentence)) && !ownWord;
};

const TAKINGS: readonly UnplacedClaim['kind'][] = ['capture', 'loss', 'recapture', 'surrender'];

/** "A had not fallen, he said; fighting goes on. Residents contradicted him.": what he denied, they say. */
const deniedBefore = (draft: Draft, cue: Cue, lastTold: readonly UnplacedClaim[]): readonly UnplacedClaim[] =>
  draft.claims.filter(
    (claim) =>
      claim.polarity === 'denied' &&
      CLAIMED.includes(claim.kind) &&
      saidBefore(draft, claim.quote, { start: cue.at }) &&
      rankAt(draft, claim) >= rankOf(draft, cue.sentence.index) - BACK &&
      lastTold.some((other) => other.place.text === claim.place.text && sameClaimant(claim, other)),
  );

/** What another side has claimed before; where none has, what somebody else of the own side has: "…, said the mayor. The ministry rejects that." */
const claimedBefore = (draft: Draft, cue: Cue): readonly UnplacedClaim[] => {
  const before = draft.claims.filter(
    (claim) => saidBefore(draft, claim.quote, { start: cue.at }) && claim.polarity === 'affirmed',
  );
  // "X claimed to have taken A; a commander of Y denied it": two groups of one class speak of each other.
  const here = before.filter(
    ({ by, quote }) =>
      sentenceAt(draft, quote.start) === cue.sentence.index && by.speaker !== null && by.speaker !== cue.by.speaker,
  );
  if (here.length > 0) return here;
  const near = before.filter((claim) => rankAt(draft, claim) >= rankOf(draft, cue.sentence.index) - BACK);
  const others = before.filter((claim) => otherSide(claim, cue.by));
  if (others.some((claim) => near.includes(claim))) return others;
  const own = near.filter(({ by }) => by.speaker !== null && cue.by.speaker !== null && by.speaker !== cue.by.speaker);
  return own.length > 0 ? own : others;
};

/** "rejected the reports about A": what anybody else has claimed of A, however long before. */
const aboutNamed = (draft: Draft, cue: Cue): readonly UnplacedClaim[] =>
  draft.claims.filter(
    (claim) =>
      saidBefore(draft, claim.quote, { start: cue.at }) &&
      claim.polarity === 'affirmed' &&
      claim.modality !== 'planned' &&
      CLAIMED.includes(claim.kind) &&
      !isOwnGain(claim, cue.by, draft.theatre) &&
      (otherSide(claim, cue.by) || claim.by.speaker !== cue.by.speaker) &&
      isAboutNamed(draft, cue, claim),
  );

/** "The general claimed to have killed 112. The rebels dismissed the claim": not that they hold A, told before it. */
const saysElse = (draft: Draft, { sentence: { index } }: Cue, said: readonly UnplacedClaim[]): boolean =>
  draft.frames.some(({ sentence, content }) => sentence === index - 1 && content.length > 0) &&
  !said.some(({ quote }) => sentenceAt(draft, quote.start) === index - 1);

/** A taking that what was said last is a sign of: of one place, by one side, told by one side. */
const isSigned = (claim: UnplacedClaim, last: readonly UnplacedClaim[]): boolean =>
  last.some((other) => sameSaid(claim, other) && !otherSide(claim, other.by));

/** The claims that a bare denial means: those of the last sentence before it in which another side claims anything. */
const targetsOf = (draft: Draft, cue: Cue): readonly UnplacedClaim[] => {
  const said = claimedBefore(draft, cue);
  const against = said.filter((claim) => !isOwnGain(claim, cue.by, draft.theatre));
  const about = aboutNamed(draft, cue);
  if (about.length === 0 && against.length === 0 && saysElse(draft, cue, said)) return [];
  // "The army has cleared A. Their claim to have it is a lie, the army said": nobody denies his own word of his own gain.
  const isOfState = cue.by.sides.some((side) => isIncumbent(side, draft.theatre));
  const others = said.filter(
    (claim) =>
      otherSide(claim, cue.by) ||
      !isOfState ||
      !isOwnGain(claim, cue.by, draft.theatre) ||
      isOfAnother(draft, cue, claim),
  );
  const before = about.length > 0 ? about : against.length > 0 ? against : others;
  const sentenceOf = (claim: UnplacedClaim): number => rankAt(draft, claim);
  const here = rankOf(draft, cue.sentence.index);
  const last = before.reduce((latest, claim) => Math.max(latest, sentenceOf(claim)), -1);
  const reach = about.length > 0 ? here : pointsToLast(draft, cue) || isOfHeading(draft, cue) ? 1 : BACK;
  const lastTold = last >= here - reach ? before.filter((claim) => sentenceOf(claim) === last) : [];
  const taken = before.filter(
    (claim) =>
      CLAIMED.includes(claim.kind) &&
      sentenceOf(claim) >= here - reach &&
      lastTold.some((other) => claim.place.text === other.place.text && sameClaimant(claim, other)),
  );
  // "retook A. … moved into its centre. The rebels rejected the claim": what is claimed is the taking.
  // "took A, elders said. “They raised the flag,” said one. The army rejected this": the taking, of which a flag is the sign.
  const signed = lastTold.every(({ kind }) => kind === 'hold')
    ? before.filter(
        (claim) => TAKINGS.includes(claim.kind) && sentenceOf(claim) >= here - reach && isSigned(claim, lastTold),
      )
    : [];
  const own = signed.length === 0 && lastTold.some(({ kind }) => CLAIMED.includes(kind));
  const denied = own || taken.length > 0 ? [] : deniedBefore(draft, cue, lastTold);
  const meant = signed.length > 0 ? signed : taken;
  const told = own || (meant.length === 0 && denied.length === 0) ? lastTold : [...meant, ...denied];
  const named = told.filter((claim) => isNamedIn(draft, cue, claim));
  const near = pickedByOrder(draft, cue, named);
  return near.filter((claim, i) => !near.slice(0, i).some((other) => sameSaid(claim, other)));
};

const saysRumour = (draft: Draft, cue: Cue, claim: UnplacedClaim): boolean =>
  isOpeningWhat(cue, claim) || rumourBefore(draft, cue.sentence, claim) !== undefined;

/** "Reports that A has fallen are untrue": the report's own claim, and its denial. */
const splitRumour = (draft: Draft, cue: Cue, claim: UnplacedClaim): readonly UnplacedClaim[] => {
  if (isOpeningWhat(cue, claim)) return [claim, deny(draft, claim, cue)];
  const by = tellerOf(draft, cue.sentence, claim);
  const modality = by.sides.includes('unknown') ? ('reported' as const) : claim.modality;
  const told = { ...claim, by, modality };
  const rumour = { ...told, id: claimId(told) };
  // "The mayor said Red claims to have taken A were lies": the claim is read as theirs already.
  const own = claim.by.frame === null || claim.by.sides.every((side) => by.sides.includes(side));
  return [rumour, deny(draft, rumour, { ...cue, by: own ? cue.by : claim.by })];
};

/** "fallen" denies a loss of its holder, though a taking was claimed. */
const asSaid = ({ theatre }: Draft, target: UnplacedClaim, kind: Predicate['kind'] | null): UnplacedClaim =>
  kind === 'loss' && target.kind === 'capture'
    ? { ...target, kind, actor: opponentOf(target.actor, theatre), to: null }
    : target;

/** "the claim of its FALL": the deed that the words name; null where they name none. */
const nounKind = (draft: Draft, cue: Cue): Predicate['kind'] | null => {
  const rules = wordsBefore(draft, cue).flatMap(({ word }) =>
    draft.theatre.lexicon.nounRules.filter(({ nouns }) => nouns.includes(word)),
  );
  return rules.find(({ kind }) => TAKINGS.includes(kind))?.kind ?? null;
};

/** "The town is ours. … the claim of its fall is false": what was told of the one is denied as the other. */
const asNamed = (draft: Draft, target: UnplacedClaim, named: Predicate['kind'] | null): UnplacedClaim =>
  asSaid(draft, named === 'loss' && target.kind === 'hold' ? { ...target, kind: 'capture' } : target, named);

const applyFalse = (draft: Draft, claims: readonly UnplacedClaim[], cue: Cue): readonly UnplacedClaim[] => {
  if (claims.some((claim) => isToldFalse(draft, cue, claim)))
    return claims.map((claim) => (isToldFalse(draft, cue, claim) ? flip(draft, claim, cue) : claim));
  const event = withEventDenied(draft, claims, cue);
  if (event !== null) return event;
  const inside = claims.filter(
    (claim) =>
      startsIn(claim, cue.sentence) &&
      (claim.quote.start < cue.at ? saysRumour(draft, cue, claim) : isWhatBehind(draft, cue, claim)),
  );
  if (inside.length > 0)
    return claims.flatMap((claim) => (inside.includes(claim) ? splitRumour(draft, cue, claim) : [claim]));
  if (isMixed(draft, claims, cue) || hasOwnMatter(draft, cue)) return claims;
  const named = nounKind(draft, cue);
  const targets = targetsOf(draft, cue).map((target) => (named === 'loss' ? wholeOf(draft, target) : target));
  return [...claims, ...targets.map((target) => deny(draft, asNamed(draft, target, named), cue))];
};

/** "fallen" answers a taking, and no surrender of men. */
const FALLS: readonly UnplacedClaim['kind'][] = ['capture', 'loss'];

/** "No town has fallen": said by another side, it denies the towns said to have fallen before. */
const noneDenials = (draft: Draft): readonly UnplacedClaim[] =>
  draft.noneSaid.flatMap((none) => {
    const sentence = draft.sentences[none.sentence];
    const scope = none.items[0]?.scope;
    const by = frameOver(draft, none.start)?.by ?? null;
    if (sentence === undefined || by === null || !TAKINGS.includes(none.kind)) return [];
    if (draft.predicates.some(({ start, places }) => start === none.start && places.length > 0)) return [];
    const cue: Cue = { at: none.start, sentence, by, quote: none.clause };
    const targets = draft.claims.filter(
      (claim) =>
        claim.quote.start < none.start &&
        claim.polarity === 'affirmed' &&
        (none.kind === 'loss' ? FALLS : TAKINGS).includes(claim.kind) &&
        claim.scope === scope &&
        otherSide(claim, by),
    );
    const last = targets.filter((claim, i) => !targets.slice(i + 1).some((other) => sameSaid(claim, other)));
    return last.map((target) => deny(draft, asSaid(draft, target, none.kind), cue));
  });

/** "rejected the army's claim that it had taken A": the claim stands in the words that deny it. */
const innerDenials = (draft: Draft): readonly UnplacedClaim[] =>
  draft.frames.flatMap((frame) => {
    const sentence = draft.sentences[frame.sentence];
    if (frame.polarity !== 'denied' || sentence === undefined) return [];
    const inside = draft.claims.filter(({ polarity, by, quote }) => {
      const inner = by.frame;
      if (polarity !== 'affirmed' || inner === null || !otherSide({ by }, frame.by)) return false;
      const under = frame.content.some(
        (span) => covers(span, inner) && span.start <= quote.start && quote.start < span.end,
      );
      return under && !isBesideDenied(draft, { start: frame.end, end: inner.start });
    });
    const cue: Cue = { at: frame.start, sentence, by: frame.by, quote: { start: frame.start, end: sentence.end } };
    return inside.map((claim) => deny(draft, claim, cue));
  });

/** Nobody has claimed it in this report. */
const withoutAnswer = ({ id: _, ...rest }: UnplacedClaim): UnplacedClaim => {
  const claim = { ...rest, answers: null };
  return { id: claimId(claim), ...claim };
};

/** Pass: adds the denials, and the rumours that they deny. */
export const denyClaims = (draft: Draft): Draft => {
  const [framed, called] = [frameCues(draft), falseCues(draft)];
  const bare = framed.flatMap((cue) => targetsOf(draft, cue).map((target) => deny(draft, target, cue)));
  const claims = called.reduce((made, cue) => applyFalse(draft, made, cue), [
    ...draft.claims.flatMap((claim) => withOwned(draft, claim)),
    ...bare,
    ...noneDenials(draft),
    ...innerDenials(draft),
  ] as readonly UnplacedClaim[]);
  const others = [...framed, ...called].flatMap((cue) => {
    const rumour = rumourOfAnother(draft, claims, cue);
    return rumour === null ? [] : [withoutAnswer(deny(draft, rumour, cue))];
  });
  const unique = [...new Map([...claims, ...others].map((claim) => [claim.id, claim])).values()].sort(
    (a, b) => a.quote.start - b.quote.start,
  );
  const known = new Set(draft.claims.map(({ id }) => id));
  const trace = unique
    .filter(({ id }) => !known.has(id))
    .map(({ quote, kind, polarity }) => ({
      pass: 'denyClaims',
      span: { start: quote.start, end: quote.end },
      says: `${polarity} ${kind}`,
    }));
  return { ...draft, claims: unique, trace: [...draft.trace, ...trace] };
};
