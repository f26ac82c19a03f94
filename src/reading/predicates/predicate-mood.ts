// Whether a predicate is affirmed or denied, done, planned or possible, and whether it is a claim at all.
import type { Kind } from '../../model/claim.ts';
import { isOutcome } from '../clauses/beside-phrases.ts';
import { relativeBefore } from '../clauses/clause-bounds.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import {
  firstJoined,
  GIVING,
  goesOn,
  isAgreed,
  isBroughtAbout,
  isCarriedOut,
  isGivenUp,
  isHadTo,
  isNobodys,
  isNoPlan,
  isOfferedOthers,
  isSetOut,
  isToldOthers,
  lemmaIn,
} from '../clauses/governed-infinitive.ts';
import { isNegatedBefore, preventingOver } from '../clauses/negating-leads.ts';
import { isNobodysDeed } from '../clauses/nobody-does.ts';
import type { Parse } from '../clauses/parse.ts';
import { isThatRumour } from '../clauses/that-clause.ts';
import { isTimed } from '../clauses/time-taken.ts';
import { isClaimedDeed } from '../speakers/claims-to-hold.ts';
import { isCalledWrong, isLeftOpenBefore, isRumouredBefore, isSeenNot } from '../speakers/left-open.ts';
import { isDoubtedAt, isQuestion } from '../words/doubt-scope.ts';
import { actual, anyIn, dropped, flip, type Mood, planned, possible, seeming } from '../words/moods.ts';
import { isIn, phraseLength, type SentenceView } from '../words/view-sentence.ts';
import { isAskedWho } from './asked-who.ts';
import { isCondition } from './conditions.ts';
import { isAskedOfOthers, isBracketed, isDemanded, isWeighed } from './demanded.ts';
import { isFeared } from './feared.ts';
import { isUntried } from './foiled-attempt.ts';
import { moodOfGerund } from './gerund-mood.ts';
import { isDue, isStaying, isUnmet, moodOfStay } from './laid-down.ts';
import { moodOfLet } from './let-mood.ts';
import { isFalling, moodOfModal } from './modal-mood.ts';
import { isNoneOf, isNoThing, opensWithNo } from './none-of.ts';
import { isOnlyLater } from './only-later.ts';
import { isRankedToCome } from './ranked-to-come.ts';
import { moodOfSeen } from './seen-mood.ts';
import { isOfThePast } from './states-of-old.ts';
import { isAwaited, isBeforeAble, isConditional, isHoldToCome, isStillToCome } from './still-to-come.ts';
import { isUnderWay, kindNow } from './under-way.ts';
import { isUnrealPast } from './unreal-past.ts';

const verbBefore = ({ verbs }: Parse, at: number): VerbGroup | null =>
  verbs.filter((verb) => verb.to <= at).at(-1) ?? null;

/** "the 14th district to be captured". */
const hasOrdinal = (view: SentenceView, { from, head }: VerbGroup): boolean => {
  for (let at = Math.max(1, from - 7); at < head; at++)
    if (isIn(view, 'ordinalEnds', at) && view.tokens[at - 1]?.type === 'number') return true;
  return false;
};

/** "the FIRST to be captured", and not "the LATEST ATTEMPT to capture it". */
const isRankedDeed = (view: SentenceView, verb: VerbGroup): boolean =>
  !isIn(view, 'attemptNouns', verb.from - 1) &&
  (anyIn(view, 'ordinalWords', [verb.from - 6, verb.head]) || hasOrdinal(view, verb));

const isOfPast = (view: SentenceView, { from, perfect, modal }: VerbGroup): boolean =>
  modal === null && (perfect || isIn(view, 'pastBe', from));

const THREATENED: readonly Kind[] = ['capture', 'recapture', 'entry', 'attack', 'siege', 'loss'];

/** "managed to capture" is done, "failed to" is denied, "vowed to" is planned, a bare purpose is nothing. */
const moodOfInfinitive = (parse: Parse, verb: VerbGroup, kind: Kind): Mood => {
  const { view } = parse;
  const stay = moodOfStay(view, verb, kind);
  if (stay !== null) return stay;
  const governor = verbBefore(parse, verb.from);
  const near = Math.max(governor?.to ?? 0, verb.from - 6);
  if (anyIn(view, 'brinkWords', [near, verb.from])) return denyPlan(parse, governor, possible(kind));
  // "took it, ONLY TO lose it again": told of what came next.
  if (isOutcome(parse, verb)) return governor?.modal ? dropped(kind, 'a thing imagined') : actual(kind);
  // "would be unable to hold A": nobody has failed yet.
  if (anyIn(view, 'failWords', [near, verb.from]) && governor !== null && governor.modal !== null)
    return dropped(kind, 'a thing imagined');
  // "had been able to take A", "were not able to": what somebody could do then was done.
  if (governor !== null && anyIn(view, 'ableWords', [near, verb.from]) && isOfPast(view, governor))
    return flip(actual(kind), governor.negated);
  if (anyIn(view, 'failWords', [near, verb.from]) || lemmaIn(view, governor, 'failingGovernors'))
    return { ...actual(kind), polarity: 'denied' };
  if (isRankedDeed(view, verb) || isTimed(view, governor, verb)) return actual(kind);
  if (anyIn(view, 'enoughWords', [near, verb.from])) return dropped(kind, 'a means, not a deed');
  if (lemmaIn(view, governor, 'seemingVerbs')) return seeming(kind, governor?.negated === true);
  if (governor?.to === verb.from && isIn(view, 'unrealWords', governor.head)) return dropped(kind, 'a thing imagined');
  if (governor?.to === verb.from && lemmaIn(view, governor, 'habitVerbs')) return dropped(kind, 'told of the past');
  if (kind === 'hold' && lemmaIn(view, governor, 'tryingVerbs')) return dropped(kind, 'an effort, not a state');
  // "threatened to take A", "were threatening on Tuesday to storm it"
  if (lemmaIn(view, governor, 'threatGovernors') && THREATENED.includes(kind))
    return denyPlan(parse, governor, { ...possible(kind), kind: 'threat' });
  if (isStaying(view, verb, kind) && governor?.to === verb.from && lemmaIn(view, governor, 'stayingGovernors'))
    return flip(actual(kind), governor.negated);
  const told = governor !== null && (isToldOthers(view, governor, verb) || isOfferedOthers(view, governor, verb));
  if (GIVING.includes(kind) && (told || isAskedOfOthers(parse, verb))) return dropped(kind, 'a demand, not a deed');
  // "no evidence for their CLAIM TO HAVE TAKEN A": the claim is made; "Rebels CLAIM TO ENTER A": so headlines tell it.
  if (isClaimedDeed(parse, verb, kind) || lemmaIn(view, governor, 'claimingGovernors')) return actual(kind);
  if (isGivenUp(parse, verb)) return dropped(kind, 'an attempt given up');
  if (isAgreed(parse, verb)) return planned(kind);
  if (isGoingTo(view, governor, verb) || lemmaIn(view, governor, 'plannedGovernors'))
    return denyPlan(parse, governor, planned(kind));
  if (isSetOut(parse, governor, kind) && !goesOn(view, governor, verb)) return planned(kind);
  if (anyIn(view, 'plannedNouns', [isBroughtAbout(view, governor, verb) ? governor.to : verb.from - 8, verb.from]))
    return flip(planned(kind), isNoPlan(view, governor, verb));
  // "asked elders to persuade soldiers to surrender": what is only wanted is not carried out.
  if (
    governor?.infinitive &&
    governor.to <= verb.from &&
    isCarriedOut(view, governor, verb) &&
    isAskedFor(parse, governor)
  )
    return planned(kind);
  return moodCarriedOut(view, { governor, verb, kind });
};

/** "began to leave", "is said to have left": what the verb over it makes of a deed. */
const moodCarriedOut = (view: SentenceView, { governor, verb, kind }: Told): Mood => {
  if (isNobodys(view, governor)) return dropped(kind, 'nobody does it');
  // "MIGHT HELP them to take A": what could be of use has done nothing.
  if (governor?.modal && view.lexicon.has('unrealModals', governor.modal) && lemmaIn(view, governor, 'aidingVerbs'))
    return dropped(kind, 'a thing imagined');
  // "The fall of B WOULD ENABLE them to besiege A"; a deal that would allow them to leave lays it down.
  const imagined = governor?.modal && view.lexicon.has('pastFutureModals', governor.modal) && !GIVING.includes(kind);
  if (imagined && lemmaIn(view, governor, 'aidingVerbs')) return dropped(kind, 'a thing imagined');
  if (isCarriedOut(view, governor, verb))
    return governor?.modal ? planned(kind) : flip(actual(kind), governor?.negated === true);
  if (isTold(view, governor)) return moodOfTold(view, { governor, verb, kind });
  return verb.perfect ? actual(kind) : dropped(kind, 'a purpose, not a deed');
};

/** "ARE GOING TO retake A". */
const isGoingTo = (view: SentenceView, governor: VerbGroup | null, { from }: VerbGroup): boolean =>
  governor?.to === from && isIn(view, 'goingForms', governor.head);

const isTold = (view: SentenceView, governor: VerbGroup | null): boolean =>
  lemmaIn(view, governor, 'reportingVerbs') || lemmaIn(view, governor, 'passiveInfinitives');

const isAskedFor = (parse: Parse, infinitive: VerbGroup, above = verbBefore(parse, infinitive.from)): boolean =>
  ['demandVerbs', 'plannedGovernors', 'askingVerbs'].some((list) => lemmaIn(parse.view, above, list));

/** "does not plan to leave", "NOBODY plans to leave": the plan is denied. */
const denyPlan = (parse: Parse, governor: VerbGroup | null, mood: Mood): Mood =>
  flip(mood, governor !== null && (governor.negated || isNobodysDeed(parse, governor)));

interface Told {
  readonly governor: VerbGroup | null;
  readonly verb: VerbGroup;
  readonly kind: Kind;
}

/** "is believed to hold", "is said to have fallen" doubt; "was confirmed to have", "claimed to have taken" do not. */
const moodOfTold = (view: SentenceView, { governor, verb, kind }: Told): Mood => {
  if (governor?.passive && !lemmaIn(view, governor, 'sureVerbs')) return { ...actual(kind), modality: 'reported' };
  return verb.perfect || kind === 'hold' ? actual(kind) : planned(kind);
};

/** "I hope that they never come back": what is wished is not told. */
const isWished = ({ verbs, view }: Parse, verb: VerbGroup): boolean => {
  const governor = verb.infinitive ? undefined : verbs.findLast(({ to }) => to <= verb.from);
  if (governor === undefined || !lemmaIn(view, governor, 'wishVerbs')) return false;
  return !view.tokens.slice(governor.to, verb.from).some(({ word }) => /^[,;:"“”]$/.test(word));
};

/** "nearly captured A", "almost fell". */
const isNearly = (view: SentenceView, verb: VerbGroup, kind: Kind): boolean =>
  kind !== 'hold' &&
  kind !== 'siege' &&
  view.tokens.slice(0, verb.head).some((_, at) => {
    const length = at < verb.from - 2 ? 0 : phraseLength(view, 'nearlyWords', at);
    // "almost immediately withdrew" withdrew.
    return length > 0 && !isIn(view, 'verbAdverbs', at + length);
  });

const negative = (parse: Parse, verb: VerbGroup, subjectFrom: number): boolean =>
  (verb.negated && !isOnlyLater(parse.view, verb)) ||
  isNoneOf(parse, subjectFrom) ||
  isNegatedBefore(parse, verb) ||
  isCalledWrong(parse, verb) ||
  isSeenNot(parse, verb) ||
  opensWithNo(parse.view, subjectFrom) ||
  isNoThing(parse, verb);

interface Said {
  readonly kind: Kind;
  /** The first token of the subject, -1 where there is none. */
  readonly subjectFrom: number;
}

/** "on the verge of losing A", "aimed at retaking A", "considered leaving A": what the word before it makes of a gerund. */
const moodGoverned = (parse: Parse, verb: VerbGroup, kind: Kind): Mood | null => {
  switch (moodOfGerund(parse, verb)) {
    case 'possible':
      return possible(kind);
    case 'planned':
      return planned(kind);
    case 'unplanned':
      return { ...planned(kind), polarity: 'denied' };
    case 'denied':
      return { ...actual(kind), polarity: 'denied' };
    case 'unreal':
      return dropped(kind, 'a thing imagined');
    default:
      return null;
  }
};

/** "to spare their lives BY LAYING down their arms AND LEAVING A": the verb whose means a gerund is. */
const overByGerund = (parse: Parse, verb: VerbGroup): VerbGroup | null => {
  const over = verb.gerund ? verbBefore(parse, verb.from) : null;
  if (over === null || isIn(parse.view, 'agentWords', verb.from - 1)) return over;
  return over.gerund && isIn(parse.view, 'conjunctions', verb.from - 1) ? overByGerund(parse, over) : null;
};

/** A means is as real as what it is to serve; who tried it has done it. */
const moodOfMeans = (parse: Parse, verb: VerbGroup, kind: Kind): Mood | null => {
  const over = overByGerund(parse, verb);
  const tried = over === null ? null : verbBefore(parse, over.from);
  // "ARE TRYING to cut the road by taking A": they still are.
  const trying = tried !== null && isIn(parse.view, 'presentBe', tried.from);
  if (over === null || (lemmaIn(parse.view, tried, 'tryingVerbs') && !trying)) return null;
  if (over.modal !== null) return moodOfModal(parse.view, over, kind);
  const mood = over.infinitive ? moodOfInfinitive(parse, over, kind) : null;
  if (mood === null || (mood.modality === 'actual' && mood.dropped === null)) return null;
  // "MOVED to cut the road by taking A" has taken it; "CALLED ON them to save themselves by leaving A" tells of nobody who left.
  const asks = parse.verbs.findLast((one) => one.to <= over.from && relativeBefore(parse, one) < 0);
  return mood.dropped !== null && !isAskedFor(parse, over, asks ?? null) ? null : mood;
};

/** "had to leave", "have to leave". */
const moodOfHadTo = (view: SentenceView, verb: VerbGroup, kind: Kind): Mood | null => {
  const had = isHadTo(view, verb);
  if (had === null) return null;
  return had ? actual(kind) : dropped(kind, 'a duty, not a deed');
};

/** "dug in TO KEEP the rebels FROM entering A", "WILL keep them from entering it": what is to be kept off has not been kept off yet. */
const isMeantToPrevent = (parse: Parse, verb: VerbGroup, kind: Kind): boolean => {
  const over = verb.gerund ? preventingOver(parse, verb) : null;
  if (over === null || over.modal !== null) return over?.negated === false;
  const mood = over.infinitive ? moodOfInfinitive(parse, over, kind) : null;
  return mood !== null && (mood.dropped !== null || mood.modality !== 'actual');
};

/** Mood of a verb with its helpers. */
export const moodOf = (parse: Parse, verb: VerbGroup, { kind: told, subjectFrom }: Said): Mood => {
  const { view } = parse;
  const kind = kindNow(parse, verb, told);
  if (isQuestion(view, verb.to) || isAskedWho(parse, verb)) return dropped(kind, 'a question');
  if (isFeared(view, verb, kind) || isAwaited(view, verb, kind)) return possible(kind);
  if (isDemanded(parse, verb)) return dropped(kind, 'a demand');
  if (isWeighed(parse, verb)) return dropped(kind, 'a thing imagined');
  if (isBracketed(view, verb)) return dropped(kind, 'a word in brackets');
  if (isWished(parse, verb)) return dropped(kind, 'a wish');
  if (isMeantToPrevent(parse, verb, kind)) return dropped(kind, 'a purpose, not a deed');
  if (isUntried(parse, verb)) return dropped(kind, 'nobody tries it');
  if (isOfThePast(parse, verb, kind)) return dropped(kind, 'told of the past');
  if (isUnmet(view, verb)) return dropped(kind, 'a duty, not a deed');
  if (isNearly(view, verb, kind) || isUnrealPast(view, verb, kind)) return dropped(kind, 'a thing that did not happen');
  if (isLeftOpenBefore(parse, verb)) return dropped(kind, 'neither said nor denied');
  if (isCondition(parse, verb) || isConditional(view, verb)) return dropped(kind, 'a condition');
  if (isRankedToCome(parse, verb)) return dropped(kind, 'a thing imagined');
  if ((kind === 'hold' ? isHoldToCome(parse, verb) : isStillToCome(parse, verb)) || isBeforeAble(parse, verb, kind))
    return dropped(kind, 'a thing still to come');
  // "is LIKELY TO capture A", "are SET TO capture it": no plan of theirs that is laid down.
  const list = kind === 'capture' ? 'brinkWords' : 'likelyWords';
  const first = firstJoined(parse, verb);
  const likely = verb.infinitive && anyIn(view, list, [verb.from - 1, verb.head]);
  const plain = likely
    ? possible(kind)
    : subjectFrom >= 0 && isDue(parse, verb, kind)
      ? planned(kind)
      : verb.modal !== null
        ? moodOfModal(view, verb, kind)
        : verb.infinitive
          ? (moodOfHadTo(view, first, kind) ?? moodOfInfinitive(parse, first, kind))
          : (moodOfLet(parse, verb, kind) ??
            moodOfSeen(parse, verb, kind) ??
            moodOfMeans(parse, verb, kind) ??
            moodGoverned(parse, verb, kind) ??
            actual(kind));
  const base = plain.modality === 'planned' && isFalling(view, verb, kind) ? possible(kind) : plain;
  const mood = flip(base, negative(parse, verb, subjectFrom));
  const doubted =
    isDoubtedAt(view, verb.head) ||
    anyIn(view, 'doubtAdverbs', [verb.from - 1, verb.head]) ||
    isRumouredBefore(parse, verb) ||
    isThatRumour(parse, verb);
  if (mood.modality === 'actual' && isUnderWay(parse, verb, kind)) return { ...mood, modality: 'planned' };
  // "any attack WILL BE REPELLED" tells of none; "we will push them back" of those who are there.
  const foreseen =
    mood.modality === 'possible' || (mood.modality === 'planned' && !lemmaIn(view, verb, 'drivingVerbs'));
  if (kind === 'repulse' && foreseen) return dropped(kind, 'a thing still to come');
  return mood.modality === 'actual' && doubted ? { ...mood, modality: 'reported' } : mood;
};
