// Whom "they", "the group", "the enemy", "our men" mean: the speaker, the side named last, or the other side.
// Invariant: a civilian is no side; a predicate whose doer is one makes no claim of holding.

import type { SideId } from '../model/actor.ts';
import type { Theatre } from '../model/theatre.ts';
import { inSentence, inSentences } from './by-sentence.ts';
import { frameOver } from './frame-over.ts';
import type { ActorMark, Draft, Predicate } from './marks.ts';

const isIncumbent = (side: SideId, { sides }: Theatre): boolean => {
  const found = sides.find(({ id }) => id === side);
  if (found === undefined) return false;
  return found.role === 'incumbent' || sides.some(({ id, role }) => id === found.alliedWith && role === 'incumbent');
};

export const challengerOf = ({ sides }: Theatre): SideId | null =>
  sides.find(({ role }) => role === 'challenger')?.id ?? null;
export const incumbentOf = ({ sides }: Theatre): SideId | null =>
  sides.find(({ role }) => role === 'incumbent')?.id ?? null;

/** The main enemy of a side: the challenger of the incumbent and its allies, the incumbent of everybody else. */
export const opponentOf = (side: SideId | null, theatre: Theatre): SideId | null => {
  if (side === null) return null;
  return isIncumbent(side, theatre) ? challengerOf(theatre) : incumbentOf(theatre);
};

/** The side of who speaks over these words, where it is one that fights. */
export const speakerSideAt = (draft: Draft, at: number): SideId | null => {
  const sides = frameOver(draft, at)?.by.sides ?? [];
  return draft.theatre.sides.find(({ id, belligerent }) => belligerent && sides.includes(id))?.id ?? null;
};

const isQuoted = (draft: Draft, mark: ActorMark): boolean =>
  draft.sentences[mark.sentence]?.tokens[mark.from]?.quoted === true;

/** How many sentences back a pronoun may reach. */
const BACK = 3;

/** "They also took B": who did the first thing told in the sentence before. */
const doerBefore = ({ predicates }: Draft, mark: ActorMark): SideId | null =>
  inSentence(predicates, mark.sentence - 1).find(({ doer }) => doer !== null && doer.side !== null)?.doer?.side ?? null;

/** Sides named before a place in the text, nearest first, over this sentence and the two before. */
const namedBefore = (draft: Draft, mark: ActorMark, back = BACK): readonly SideId[] =>
  inSentences(draft.mentions, { from: mark.sentence - back, to: mark.sentence })
    .flatMap((other) =>
      other.type === 'actor' && other.side !== null && other.end <= mark.start && !isPeople(other) ? [other.side] : [],
    )
    .reverse();

const isPeople = (mark: ActorMark): boolean => mark.means === 'civilian';

const fightingSpeaker = (draft: Draft, mark: ActorMark): SideId | null => speakerSideAt(draft, mark.start);

/** "He, however, assured that …": the speaker of the frame that the pronoun stands in, or of the last one before. */
const sideOfFrameAt = (draft: Draft, mark: ActorMark): SideId | null => {
  const own = draft.frames.find(({ start, end }) => start <= mark.start && mark.end <= end && end > start);
  const last = own ?? draft.frames.findLast(({ start, end }) => end > start && end <= mark.start);
  return draft.theatre.sides.find(({ id, belligerent }) => belligerent && last?.by.sides.includes(id))?.id ?? null;
};

/** "The group says it has taken A": told in one sentence, "it" is who tells, unless another side stands between. */
const tellerAt = (draft: Draft, mark: ActorMark): SideId | null => {
  const frame = frameOver(draft, mark.start);
  const told = frame !== null && frame.sentence === mark.sentence && frame.speaker !== null;
  if (!told || frame.speaker.end > mark.start) return null;
  const teller = speakerSideAt(draft, mark.start);
  const between = inSentence(draft.mentions, mark.sentence).some(
    (other) =>
      other.type === 'actor' &&
      other.side !== null &&
      other.side !== teller &&
      other.start >= frame.end &&
      other.end <= mark.start,
  );
  return between ? null : teller;
};

const sideOfPronoun = (draft: Draft, mark: ActorMark): SideId | null => {
  const { theatre } = draft;
  const { lexicon } = theatre;
  const speaker = fightingSpeaker(draft, mark);
  const word = mark.text.toLowerCase().split(' ')[0] ?? '';
  if (lexicon.has('firstPerson', word)) return speaker;
  if (lexicon.has('personPronouns', word)) return speaker ?? sideOfFrameAt(draft, mark);
  const named = namedBefore(draft, mark);
  if (isQuoted(draft, mark) && speaker !== null)
    return named.find((side) => side !== speaker) ?? opponentOf(speaker, theatre);
  const teller = tellerAt(draft, mark);
  return teller ?? namedBefore(draft, mark, 0)[0] ?? doerBefore(draft, mark) ?? named[0] ?? speaker;
};

/** "his men", "their forces", "its troops": the possessor's side. */
const ownerOf = (draft: Draft, mark: ActorMark): ActorMark | null =>
  inSentence(draft.mentions, mark.sentence).find(
    (other): other is ActorMark =>
      other.type === 'actor' && other.pronoun && (other.to === mark.from || other.to === mark.from - 1),
  ) ?? null;

/** The side that a mark means here, or null where nothing tells. */
export const sideAt = (draft: Draft, mark: ActorMark | null): SideId | null => {
  if (mark === null || isPeople(mark)) return null;
  const { theatre } = draft;
  const owner = mark.pronoun || mark.means === 'name' ? null : ownerOf(draft, mark);
  const ofPlace = owner !== null && theatre.lexicon.has('placePossessives', owner.text.toLowerCase());
  if (ofPlace && mark.side !== null) return mark.side;
  const owned = owner === null ? null : (speakerSideAt(draft, mark.start) ?? sideOfPronoun(draft, owner) ?? mark.side);
  // "Their fighters" are no army's: a noun for those who are no state outweighs a guess at whose they are.
  const irregular = mark.means === 'group' || mark.means === 'non-state';
  if (owned !== null && !(irregular && isIncumbent(owned, theatre))) return owned;
  if (mark.side !== null) return mark.side;
  if (mark.pronoun) return sideOfPronoun(draft, mark);
  if (mark.means === 'enemy') return opponentOf(fightingSpeaker(draft, mark), theatre) ?? challengerOf(theatre);
  const others = namedBefore(draft, mark).filter((side) => !isIncumbent(side, theatre));
  if (mark.means === 'forces') return fightingSpeaker(draft, mark) ?? incumbentOf(theatre);
  if (mark.means === 'group') return others[0] ?? challengerOf(theatre);
  return namedBefore(draft, mark)[0] ?? null;
};

const TAKING: readonly Predicate['kind'][] = ['capture', 'recapture', 'threat', 'siege', 'attack', 'entry'];

/** Who took anything in this sentence or the one before, for "Ashford fell" (judgement call 3). */
const takerBefore = (draft: Draft, predicate: Predicate): SideId | null => {
  const near = inSentences(draft.predicates, { from: predicate.sentence - 1, to: predicate.sentence }).filter(
    (other) =>
      other.start < predicate.start &&
      TAKING.includes(other.kind) &&
      other.doer !== null &&
      other.polarity === 'affirmed',
  );
  return sideAt(draft, near.at(-1)?.doer ?? null);
};

const holderFor = (draft: Draft): SideId | null => incumbentOf(draft.theatre);

/** Where the words name nobody: the loser is the holder, the attacker the holder's enemy, the safe place the speaker's. */
const sideByKind = (draft: Draft, predicate: Predicate): SideId | null => {
  const speaker = speakerSideAt(draft, predicate.start);
  const { theatre } = draft;
  switch (predicate.kind) {
    case 'loss':
      return holderFor(draft);
    case 'surrender':
    case 'withdrawal':
      return opponentOf(sideAt(draft, predicate.receiver), theatre) ?? holderFor(draft);
    case 'threat':
    case 'siege':
    case 'repulse':
    case 'capture':
      return speaker !== null && !isIncumbent(speaker, theatre) && predicate.kind === 'capture'
        ? speaker
        : challengerOf(theatre);
    case 'recapture':
      return sideAt(draft, predicate.other) === null
        ? (speaker ?? holderFor(draft))
        : opponentOf(sideAt(draft, predicate.other), theatre);
    case 'hold':
      return predicate.means === 'enemy'
        ? null
        : (speaker ?? (predicate.means === null && predicate.fromContext ? holderFor(draft) : null));
    default:
      return null;
  }
};

const isSpoken = ({ sentences }: Draft, { sentence, start }: Predicate): boolean =>
  sentences[sentence]?.tokens.find((token) => token.start <= start && start < token.end)?.quoted === true;

/** "ours", "with us", "theirs": in a speaker's own words the enemy's, told of him ("said that it was theirs") his own. */
const sideMeant = (draft: Draft, predicate: Predicate): SideId | null => {
  if (predicate.means === null) return null;
  const speaker = speakerSideAt(draft, predicate.start);
  const own = predicate.means === 'speaker' || !isSpoken(draft, predicate);
  return own ? speaker : opponentOf(speaker, draft.theatre);
};

const resolve = (draft: Draft, predicate: Predicate): Predicate => {
  const said = sideAt(draft, predicate.doer) ?? sideMeant(draft, predicate);
  const to = sideAt(draft, predicate.receiver);
  if (predicate.kind === 'loss' && said === null && predicate.fromContext) {
    const taker = to === null ? takerBefore(draft, predicate) : null;
    if (taker !== null && predicate.doer === null) return { ...predicate, kind: 'capture', actor: taker, to: null };
  }
  // "their attack was beaten off", says the side that beat it off.
  if (predicate.kind === 'repulse' && predicate.doer?.pronoun && said === speakerSideAt(draft, predicate.start))
    return { ...predicate, actor: opponentOf(said, draft.theatre), to };
  if (predicate.kind === 'loss' && said === null && predicate.doer === null)
    return { ...predicate, actor: holderFor(draft), to };
  if (predicate.kind === 'clash') return { ...predicate, actor: null, to: null };
  // "was liberated", says the side that had it: it has it back.
  if (
    predicate.kind === 'capture' &&
    predicate.means === 'speaker' &&
    (said === null || isIncumbent(said, draft.theatre))
  )
    return { ...predicate, kind: 'recapture', actor: said ?? holderFor(draft), to };
  return {
    ...predicate,
    actor: said ?? (predicate.doer === null && predicate.doerOpen ? sideByKind(draft, predicate) : null),
    to,
  };
};

/** "drove the army out of A" by those who never had it is a taking, not a retaking (guide, kinds). */
const firstTaking = (draft: Draft, predicate: Predicate): Predicate => {
  const { actor, kind, other, sentence } = predicate;
  if (kind !== 'recapture' || other === null || actor === null || actor !== challengerOf(draft.theatre))
    return predicate;
  const { lexicon } = draft.theatre;
  const again = draft.sentences[sentence]?.tokens.some(({ word }) => lexicon.has('againWords', word)) === true;
  return again ? predicate : { ...predicate, kind: 'capture' };
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

/** A family that fled, a delegation that entered: nobody that holds. */
const isClaimable = (predicate: Predicate, theatre: Theatre): boolean =>
  predicate.actor !== null ||
  !NEEDS_SIDE.includes(predicate.kind) ||
  (theatre.open && predicate.doer?.means !== 'civilian');

/** Pass: gives each predicate its sides, and drops those whose doer is no side. */
export const resolveActors = (draft: Draft): Draft => {
  const resolved = draft.predicates.map((predicate) => firstTaking(draft, resolve(draft, predicate)));
  const kept = resolved.filter((predicate) => isClaimable(predicate, draft.theatre));
  const trace = resolved
    .filter((predicate) => !kept.includes(predicate))
    .map(({ clause, kind, rule }) => ({
      pass: 'resolveActors',
      span: clause,
      says: `${kind} by "${rule}" dropped: nobody who fights does it`,
    }));
  return { ...draft, predicates: kept, trace: [...draft.trace, ...trace] };
};
