// Gives each predicate its sides: as said, as meant, or as the kind and the place leave no choice.
// Invariant: a predicate whose doer is a civilian, or nobody who fights, makes no claim of holding.
import type { SideId } from '../model/actor.ts';
import { enemyAt, sideAt, speakerSideAt } from './actors/actor-meant.ts';
import { triedBefore } from './actors/attempts-of.ts';
import { byTerms, conceded, isAwarded } from './actors/by-terms.ts';
import { countedFoes, oustedFrom } from './actors/counted-foes.ts';
import { isDenied, notOwn, ownDenied } from './actors/denied-own.ts';
import { attackerBy, doerSide, repelledFoe, strangers } from './actors/doer-by-foe.ts';
import { fellToThem } from './actors/fell-to-them.ts';
import { foesLeft } from './actors/foes-left.ts';
import { givenTo } from './actors/given-to.ts';
import { holderAgainst } from './actors/held-against.ts';
import { holderBeside, holderTold, isHeldBefore, robbedBy } from './actors/held-before.ts';
import { holderFor } from './actors/holder-for.ts';
import { byHolder, isLosing, isWithIncumbent } from './actors/kind-by-holder.ts';
import { loserMeant } from './actors/losers-word.ts';
import { isLostToHolder } from './actors/lost-to-holder.ts';
import {
  isHabit,
  isJoinedFriend,
  isNoForce,
  isOfCivilians,
  isOfDefenders,
  isRefugeReached,
  isUnownedSight,
} from './actors/no-garrison.ts';
import { noneOfThem } from './actors/none-of-them.ts';
import { oustedReturn } from './actors/ousted-return.ts';
import { sideMeant } from './actors/owner-meant.ts';
import { pledged } from './actors/pledged-side.ts';
import { isDoerOpen, isOfRetaking, isOnOurs, repellerOf } from './actors/repelled-side.ts';
import { risenBefore, risenPeople } from './actors/risen-people.ts';
import { claimantOf } from './actors/rumour-teller.ts';
import {
  isBareNoun,
  leaverMeant,
  liberator,
  onlyTaker,
  takerGoesOn,
  takerTold,
  tookItBefore,
} from './actors/taker-told.ts';
import { isAdmitted, isMediated } from './actors/words-before-deed.ts';
import type { Draft, Predicate } from './marks.ts';
import { challengerOf, giverTo, isIncumbent, opponentOf } from './mentions/theatre-sides.ts';
import { inSentences } from './words/by-sentence.ts';

const TAKING: readonly Predicate['kind'][] = ['capture', 'recapture', 'threat', 'siege', 'attack', 'entry'];

/** "They were in the bazaar by midday": who is in has come in. */
const isComeIn = ({ theatre: { lexicon } }: Draft, { kind, tense, rule }: Predicate): boolean =>
  kind === 'hold' && tense === 'past' && lexicon.has('insideRules', rule);

/** "The rebels lost A TO THE ARMY. After its fall they left B": to whom the last loss of these two sentences was. */
const givenBefore = (draft: Draft, { sentence, start }: Predicate): SideId | null => {
  const last = inSentences(draft.predicates, { from: sentence - 1, to: sentence }).findLast(
    (other) => other.start < start && (TAKING.includes(other.kind) || other.kind === 'loss'),
  );
  return last?.kind === 'loss' && last.polarity === 'affirmed' ? sideAt(draft, last.receiver) : null;
};

/** Who took anything in this sentence or the one before, for "Ashford fell" (judgement call 3). */
const takerBefore = (draft: Draft, predicate: Predicate): SideId | null => {
  const given = givenBefore(draft, predicate);
  if (given !== null) return given;
  const near = inSentences(draft.predicates, { from: predicate.sentence - 1, to: predicate.sentence }).filter(
    (other) =>
      other.start < predicate.start &&
      (TAKING.includes(other.kind) || isComeIn(draft, other)) &&
      other.doer !== null &&
      other.polarity === 'affirmed' &&
      !isWithIncumbent(draft, sideAt(draft, other.doer)),
  );
  return sideAt(draft, near.at(-1)?.doer ?? null) ?? challengerNamed(draft, predicate);
};

/** "… pushed the rebels out, days after it fell": the one enemy of the holder who is spoken of before in the two sentences. */
const challengerNamed = (draft: Draft, predicate: Predicate): SideId | null => {
  const near = inSentences(draft.mentions, { from: predicate.sentence - 1, to: predicate.sentence });
  const found = near.findLast(
    (mark) =>
      mark.type === 'actor' &&
      mark.end <= predicate.start &&
      !mark.pronoun &&
      !mark.modifies &&
      mark.side === challengerOf(draft.theatre),
  );
  return found === undefined ? null : challengerOf(draft.theatre);
};

/** "The rebels condemned the seizure of the crossing": nobody condemns his own deed. */
const isCondemned = ({ sentences, theatre }: Draft, { sentence, start }: Predicate): boolean =>
  sentences[sentence]?.tokens.some(
    ({ word, end }) =>
      end <= start && theatre.lexicon.verbs.get(word)?.some(({ lemma }) => theatre.lexicon.has('condemnVerbs', lemma)),
  ) === true;

/** Who took it, where the words name nobody: the enemy of who denies it or lost it, those told of before, else the challenger. */
const takerByKind = (draft: Draft, predicate: Predicate, speaker: SideId | null): SideId | null => {
  const { theatre } = draft;
  // "The rebels denied that the dam had been captured": by their enemy.
  // "It was not", of what the rebels said: of the same taker as theirs.
  if ((isDenied(draft, predicate) && predicate.echoes === undefined) || isCondemned(draft, predicate))
    return enemyAt(draft, speaker, predicate) ?? challengerOf(theatre);
  return (
    tookItBefore(draft, predicate) ??
    risenBefore(draft, predicate, sideAt) ??
    // "A was wrested FROM THE REBELS": by their enemy.
    opponentOf(sideAt(draft, predicate.other), theatre) ??
    takerGoesOn(draft, predicate) ??
    onlyTaker(draft, predicate) ??
    (speaker !== null && !isIncumbent(speaker, theatre) ? speaker : challengerOf(theatre))
  );
};

/** "Peacekeepers repelled an attack": in a war of rebels that of the rebels told of, and not the state's. */
const foeOfRepeller = (draft: Draft, predicate: Predicate): SideId | null => {
  const tried = triedBefore(draft, predicate);
  if (tried !== null) return tried;
  const by = sideAt(draft, repellerOf(draft, predicate));
  const abroad = draft.theatre.open && draft.theatre.sides.some(({ id, class: of }) => id === by && of === 'foreign');
  if (!abroad) return opponentOf(by, draft.theatre);
  const rebels =
    draft.theatre.sides.find(({ class: of, belligerent }) => belligerent && of === 'non-state')?.id ?? null;
  const told = inSentences(draft.mentions, { from: predicate.sentence - 2, to: predicate.sentence }).some(
    (one) => one.type === 'actor' && one.end <= predicate.start && one.side === rebels,
  );
  return told ? rebels : opponentOf(by, draft.theatre);
};

/** "Rebel-held A MAY FALL", "is surrounded": the enemy of who is said to have it, or who was told of before. */
const besiegerMeant = (draft: Draft, predicate: Predicate): SideId | null =>
  opponentOf(holderBeside(draft, predicate, null), draft.theatre) ??
  (predicate.kind === 'siege' ? opponentOf(holderTold(draft, predicate), draft.theatre) : null) ??
  (predicate.kind === 'threat' ? takerBefore(draft, predicate) : null) ??
  challengerOf(draft.theatre);

/** Who lost it, where the words name nobody: who denies it, the enemy of who took it, the loser that speaks, or the holder. */
const loserByKind = (draft: Draft, predicate: Predicate, speaker: SideId | null): SideId | null =>
  ownDenied(draft, predicate) ??
  opponentOf(robbedBy(draft, predicate), draft.theatre) ??
  (isLosing(draft, speaker) ? speaker : null) ??
  holderFor(draft, predicate);

/** Where the words name nobody: the loser is the holder, the attacker the holder's enemy, the safe place the speaker's. */
const sideByKind = (draft: Draft, predicate: Predicate): SideId | null => {
  const speaker = speakerSideAt(draft, predicate.echoes ?? predicate.start);
  const { theatre } = draft;
  const foe = opponentOf(sideAt(draft, predicate.other), theatre);
  switch (predicate.kind) {
    case 'loss':
      return loserByKind(draft, predicate, speaker);
    case 'surrender':
    case 'withdrawal':
      return (
        leaverMeant(draft, predicate) ??
        giverTo(sideAt(draft, predicate.receiver), theatre) ??
        ownDenied(draft, predicate) ??
        holderFor(draft, predicate)
      );
    case 'threat':
    case 'siege':
      return foe ?? besiegerMeant(draft, predicate);
    case 'repulse':
      // "The rebels repelled an attack": it was their enemy's.
      return (
        foe ??
        foeOfRepeller(draft, predicate) ??
        (isOnOurs(draft, predicate) || speaker === challengerOf(theatre) ? opponentOf(speaker, theatre) : null) ??
        (isOfRetaking(draft, predicate) ? holderFor(draft, predicate) : challengerOf(theatre))
      );
    case 'capture':
      return takerByKind(draft, predicate, speaker);
    case 'recapture':
      return (
        claimantOf(draft, predicate) ??
        risenBefore(draft, predicate, sideAt) ??
        foe ??
        takerGoesOn(draft, predicate) ??
        // "Nothing has been retaken", say those who hold it: their enemy has not.
        (isDenied(draft, predicate) ? null : speaker) ??
        holderFor(draft, predicate)
      );
    case 'attack':
      return predicate.fromContext ? challengerOf(theatre) : attackerBy(draft, predicate, speaker);
    case 'hold':
      // "A has been OCCUPIED since June": by whoever took it, and not by whose it was.
      if (theatre.lexicon.has('occupiedRules', predicate.rule)) return takerByKind(draft, predicate, speaker);
      return predicate.means === 'enemy'
        ? null
        : (speaker ?? (predicate.means === null && predicate.fromContext ? holderAgainst(draft, predicate) : null));
    default:
      return null;
  }
};

/** Whose deed it is by its own words, and those right before it; null where they do not tell. */
const sideSaid = (draft: Draft, predicate: Predicate): SideId | null =>
  countedFoes(draft, predicate) ??
  oustedReturn(draft, predicate) ??
  fellToThem(draft, predicate) ??
  strangers(draft, predicate) ??
  doerSide(draft, predicate) ??
  risenPeople(draft, predicate) ??
  sideMeant(draft, predicate) ??
  noneOfThem(draft, predicate);

const resolve = (draft: Draft, predicate: Predicate): Predicate => {
  const said = sideSaid(draft, predicate);
  const to = sideAt(draft, predicate.receiver);
  if (to !== null && isAwarded(draft, predicate, said))
    return { ...predicate, kind: 'hold', outsider: false, actor: to, to: null };
  if (isLostToHolder(draft, predicate, to)) return { ...predicate, actor: to, to: null };
  const own = said === null ? liberator(draft, predicate) : null;
  if (own !== null) return { ...predicate, kind: 'recapture', actor: own, to: null };
  const admitted = isAdmitted(draft, predicate) ? speakerSideAt(draft, predicate.start) : null;
  if (admitted !== null) return { ...predicate, actor: admitted, to };
  if (predicate.kind === 'loss' && said === null && predicate.fromContext) {
    const told = draft.theatre.open && predicate.items.length > 0 ? takerTold(draft, predicate) : null;
    const taker = to === null ? notOwn(draft, predicate, told ?? takerBefore(draft, predicate)) : null;
    const loser = loserMeant(draft, predicate) ?? holderBeside(draft, predicate, taker);
    if (loser !== null) return { ...predicate, actor: loser, to };
    if (taker !== null && predicate.doer === null) return { ...predicate, kind: 'capture', actor: taker, to: null };
  }
  const repelled = repelledFoe(draft, predicate, said);
  if (repelled !== null) return { ...predicate, actor: repelled, to };
  if (predicate.kind === 'loss' && said === null && predicate.doer === null)
    return { ...predicate, actor: opponentOf(to, draft.theatre) ?? sideByKind(draft, predicate), to };
  const ousted = oustedFrom(draft, predicate, said);
  if (ousted !== null) return { ...predicate, ...ousted, to: null };
  const given = predicate.kind === 'surrender' ? givenTo(draft, predicate, { said, to }) : null;
  if (given !== null) return { ...predicate, ...given };
  if (predicate.kind === 'surrender' && said === null && isMediated(draft, predicate))
    return { ...predicate, actor: holderFor(draft, predicate), to };
  if (predicate.kind === 'clash') return { ...predicate, actor: null, to: null };
  // "was liberated", says the side that had it: it has it back.
  if (
    predicate.kind === 'capture' &&
    predicate.means === 'speaker' &&
    (said === null || isIncumbent(said, draft.theatre)) &&
    // "A man of no known side claimed A": whose it is then, nobody is told.
    (said !== null || !draft.theatre.lexicon.has('claimRules', predicate.rule))
  )
    return { ...predicate, kind: 'recapture', actor: said ?? holderFor(draft, predicate), to };
  return {
    ...predicate,
    actor:
      said ??
      (isBareNoun(predicate) ? takerTold(draft, predicate) : null) ??
      (isDoerOpen(draft, predicate) ? sideByKind(draft, predicate) : null),
    to,
  };
};

const NEEDS_SIDE: readonly Predicate['kind'][] = [
  'entry',
  'withdrawal',
  'surrender',
  'attack',
  'hold',
  'capture',
  'recapture',
  'siege',
  'threat',
];

/** A family that fled, a delegation that entered, a storm that cut off a town: nobody that holds. */
const isClaimable = (draft: Draft, predicate: Predicate): boolean => {
  const { theatre } = draft;
  if (isHabit(draft, predicate) || isJoinedFriend(draft, predicate) || isOfCivilians(draft, predicate)) return false;
  if (isUnownedSight(draft, predicate) || isNoForce(draft, predicate)) return false;
  if (isOfDefenders(draft, predicate)) return false;
  // "forced THOUSANDS OF PEOPLE back on the road": whom nobody fights has attacked nothing.
  if (predicate.kind === 'repulse' && predicate.actor === null && predicate.doer !== null) return false;
  if (!NEEDS_SIDE.includes(predicate.kind)) return true;
  if (!theatre.open) return predicate.actor !== null;
  return !predicate.outsider && (predicate.actor !== null || (predicate.doer === null && predicate.doerOpen));
};

const REASON = 'nobody who fights does it';

/** Pass: gives each predicate its sides, and drops those whose doer is no side. */
export const resolveActors = (draft: Draft): Draft => {
  const own = draft.predicates.map((one) =>
    byTerms(draft, conceded(draft, byHolder(draft, resolve(draft, pledged(draft, one))))),
  );
  const resolved = foesLeft(draft, own);
  const kept = resolved.filter(
    (one) => isClaimable(draft, one) && !isRefugeReached(draft, resolved, one) && !isHeldBefore(draft, resolved, one),
  );
  const left = resolved.filter((predicate) => !kept.includes(predicate));
  const drops = left.map(({ sentence }) => ({ sentence, reason: REASON, unnamed: null }));
  const trace = left.map(({ clause, kind, rule }) => ({
    pass: 'resolveActors',
    span: clause,
    says: `${kind} by "${rule}" dropped: ${REASON}`,
  }));
  return { ...draft, predicates: kept, drops: [...draft.drops, ...drops], trace: [...draft.trace, ...trace] };
};
