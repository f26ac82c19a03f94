// Finds what the lexicon's rules say of places: verbs first, then nouns, then "rebel-held"; one predicate a match.
// Invariant: a word carries one predicate; a noun inside a verb's match ("lost CONTROL of") carries none of its own.

import { kept } from '../model/keep.ts';
import { leftOutInFront, wholeBeside } from './clauses/left-out.ts';
import type { Parse } from './clauses/parse.ts';
import { parseSentence } from './clauses/parse-sentence.ts';
import { isRankOfTold, isYetToCome } from './clauses/ranked-beside.ts';
import type { Draft, Predicate } from './marks.ts';
import { answerQuestions } from './predicates/answer-questions.ts';
import { alsoThere } from './predicates/coordinated-places.ts';
import { isOfNoPlace } from './predicates/deeds-of-no-place.ts';
import { oneOrOther } from './predicates/either-or.ts';
import { findAirborne } from './predicates/find-airborne.ts';
import { findExceptedStates } from './predicates/find-excepted-states.ts';
import { findExceptions } from './predicates/find-exceptions.ts';
import { findFallenLists } from './predicates/find-fallen-lists.ts';
import { findFlags } from './predicates/find-flags.ts';
import { withFollowed } from './predicates/find-followed.ts';
import { findInverted } from './predicates/find-inverted.ts';
import { findLabelled } from './predicates/find-labelled.ts';
import { withListHeads } from './predicates/find-list-heads.ts';
import { findNoneThere } from './predicates/find-none-there.ts';
import { findNounPredicates } from './predicates/find-noun-predicates.ts';
import { findRegisters } from './predicates/find-registers.ts';
import { findShares } from './predicates/find-shares.ts';
import { findStatePredicates } from './predicates/find-state-predicates.ts';
import { findStrongholds } from './predicates/find-strongholds.ts';
import { findVerbPredicates } from './predicates/find-verb-predicates.ts';
import { findVerbless } from './predicates/find-verbless.ts';
import { isLeavingLand } from './predicates/foreign-withdrawal.ts';
import { addedInFront } from './predicates/fronted-additions.ts';
import { NONE_SAID } from './predicates/make-predicate.ts';
import { noLongerBehind } from './predicates/no-longer-behind.ts';
import { shortAnswers } from './predicates/short-answers.ts';
import { findSideBySide } from './predicates/side-by-side.ts';
import { withSupposed } from './predicates/supposed.ts';
import { type SentenceView, viewSentences } from './words/view-sentence.ts';

/** The verb whose object two sides share says nothing of its own. */
const isWithin = (share: Predicate, verb: Predicate): boolean =>
  verb.kind === share.kind && verb.start <= share.start && share.start < verb.end;

/** "Both sides claim A": what each says it has is told once, and not as taken too. */
const isClaimed = (share: Predicate, verb: Predicate): boolean =>
  share.start <= verb.start &&
  verb.end <= share.clause.end &&
  verb.items.length > 0 &&
  verb.items.every((item) => share.items.includes(item));

/** "In A it is the army": the place that is fronted is surer than one that was spoken of. */
const isNearer = (state: Predicate, verb: Predicate): boolean =>
  verb.start === state.start && verb.kind === state.kind && verb.placeFromContext && state.items.length > 0;

/** "repelled an attempt by the army TO ENTER A": the words behind the noun say where. */
const isSpelledOut = (verbs: readonly Predicate[], one: Predicate): boolean =>
  one.placeFromContext &&
  verbs.some(
    ({ kind, placeFromContext, clause, start }) =>
      kind === one.kind && !placeFromContext && one.start < start && clause.start <= one.clause.end,
  );

/** "fought off an attempt TO TAKE it": what was tried there was beaten off, and is no plan. */
const isBeatenOff = (verbs: readonly Predicate[], { modality, start }: Predicate): boolean =>
  modality === 'planned' &&
  verbs.some(({ kind, clause, ...one }) => kind === 'repulse' && one.start < start && start < clause.end);

/** "regained the lost district": what is done to it now says more than what was. */
const isDoneTo = ({ view }: Parse, verbs: readonly Predicate[], state: Predicate): boolean =>
  verbs.some(
    ({ items, rule }) =>
      // "will HAVE A UNDER THEIR CONTROL": the verb has said it, and when.
      (state.kind === 'loss' || (state.kind === 'hold' && view.lexicon.has('haveRules', rule))) &&
      items.some(({ from }) => state.items.some((item) => item.from === from)),
  );

/** A rule of a verb or a noun has said it of the same places. */
const isTold = (told: readonly Predicate[], state: Predicate): boolean =>
  told.some(
    (other) =>
      other.items.some(({ from }) => state.items.some((item) => item.from === from)) &&
      (other.kind === state.kind || other.clause.start <= state.clause.start),
  );

/** Another rule has said the same of the same places. */
const isSaid = (told: readonly Predicate[], { kind, items }: Predicate): boolean =>
  told.some((other) => other.kind === kind && other.items.some(({ from }) => items.some((item) => item.from === from)));

/** "A: rebels IN THE BAZAAR": who is there has come in, and holds no more by the colon. */
const isHeldWhereIn = (told: readonly Predicate[], { kind, start, clause }: Predicate): boolean =>
  kind === 'hold' && told.some((other) => other.kind === 'entry' && start < other.start && other.start < clause.end);

/** "retreated after a failed assault on A": who never had the place leaves it by no retreat. */
const isAttackersRetreat = (nouns: readonly Predicate[], { kind, placeFromContext, doer, end }: Predicate): boolean =>
  kind === 'withdrawal' &&
  placeFromContext &&
  nouns.some((noun) => noun.kind === 'repulse' && noun.start > end && doer !== null && noun.doer?.start === doer.start);

/** The predicates of a sentence, found once for each view. */
const predicatesOf = kept((view: SentenceView): readonly Predicate[] => {
  const parse = parseSentence(view);
  const verbs = findVerbPredicates(parse).filter((one) => !isYetToCome(parse, one));
  const shares = [...findShares(parse), ...findNoneThere(parse)];
  // "regained the lost district": what is done to it now says more than what was.
  const states = findStatePredicates(parse).filter((state) => !isDoneTo(parse, verbs, state));
  const nouns = [...findNounPredicates(parse, [...verbs, ...shares]), ...states, ...findFlags(parse)];
  const deeds = [...verbs, ...nouns];
  const inverted = findInverted(parse);
  const plain = verbs.filter(
    (verb) =>
      !shares.some((share) => isWithin(share, verb) || isClaimed(share, verb)) &&
      !inverted.some((state) => isNearer(state, verb)) &&
      !isSpelledOut(verbs, verb) &&
      !isBeatenOff(verbs, verb) &&
      !isAttackersRetreat(nouns, verb) &&
      !isRankOfTold(parse, deeds, verb),
  );
  const told = [...plain, ...shares, ...nouns, ...findSideBySide(parse)];
  const turned = [
    ...inverted,
    ...findVerbless(parse),
    ...findExceptions(parse),
    ...findStrongholds(parse),
    ...findFallenLists(parse),
  ];
  const labels = [...findExceptedStates(parse), ...findLabelled(parse)];
  const left = [...turned, ...labels].filter((state) => !isTold(told, state));
  const registers = [...findRegisters(parse), ...findAirborne(parse)].filter(
    (state) => !isSaid([...told, ...left], state) && !isHeldWhereIn([...told, ...left], state),
  );
  const further = [
    ...alsoThere(parse, told),
    ...leftOutInFront(parse, told),
    ...wholeBeside(parse, told),
    ...addedInFront(parse, told),
  ];
  const all = [...told, ...left, ...registers, ...further].filter(
    (one) => !isOfNoPlace(parse, one) && !isLeavingLand(parse, one),
  );
  return all.map((one) => oneOrOther(parse, noLongerBehind(parse, one))).sort((a, b) => a.start - b.start);
});

/** "None of the districts has fallen": of each of those that were named, where some were. */
const ofNamed = (one: Predicate): readonly Predicate[] => {
  const [item, ...more] = one.items;
  const named = one.dropped === NONE_SAID && more.length === 0 && item?.noun?.definite === true && item.noun.plural;
  return named ? [{ ...one, dropped: null, polarity: 'denied' }] : [];
};

/** Pass: fills `predicates`, still with the words of their actors and places. */
export const findPredicates = (draft: Draft): Draft => {
  const views = viewSentences(draft);
  const found = withListHeads(views, withFollowed(views, views.flatMap(predicatesOf)));
  const told = withSupposed(draft, found);
  const answered = [...told, ...answerQuestions(views, told)];
  const predicates = [...answered, ...shortAnswers(views, answered)].sort((a, b) => a.start - b.start);
  const trace = predicates.map(({ clause, kind, rule, dropped }) => ({
    pass: 'findPredicates',
    span: clause,
    says: `${kind} by the rule "${rule}"${dropped === null ? '' : `, dropped: ${dropped}`}`,
  }));
  return {
    ...draft,
    predicates: predicates.flatMap((one) => (one.dropped === null ? [one] : ofNamed(one))),
    noneSaid: predicates.filter((one) => one.dropped === NONE_SAID),
    drops: predicates.flatMap(({ sentence, dropped }) =>
      dropped === null ? [] : [{ sentence, reason: dropped, unnamed: null }],
    ),
    trace: [...draft.trace, ...trace],
  };
};
