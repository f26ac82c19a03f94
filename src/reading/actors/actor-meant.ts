// Which side a word means: a name, "they", "its troops", "the group", "the enemy", "our men"; by who speaks and who was named.
// Invariant: a civilian is no side; where nothing tells, the answer is null.
import type { SideId } from '../../model/actor.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft, Frame } from '../marks.ts';
import { besideState, localAlly, risenSide } from '../mentions/local-force.ts';
import { isOtherSide, onlySpeaker } from '../mentions/other-side.ts';
import { challengerOf, incumbentOf, isIncumbent, opponentOf } from '../mentions/theatre-sides.ts';
import { ownVoice } from '../speakers/own-voice.ts';
import { inSentence } from '../words/by-sentence.ts';
import { attackersMeant } from './attackers-meant.ts';
import { deniedOthers } from './denied-others.ts';
import { writerSide } from './diary-writer.ts';
import { doerBefore, takerFrom } from './doer-before.ts';
import { fledBefore, fledOthers } from './fled-others.ts';
import { isFolkBefore } from './folk-before.ts';
import { glossedAs } from './glossed-as.ts';
import { groupBefore } from './group-before.ts';
import { harmedSide } from './harmed-column.ts';
import { enemyBefore, isAnswered, isInRelative, isSaidByMany, isSetAgainstUs } from './it-meant.ts';
import { isNobodysMen, ledMen } from './led-men.ts';
import { menThere } from './men-there.ts';
import { isPeople, namedBefore, ownerOf } from './named-sides.ts';
import { letterOf } from './object-pronoun.ts';
import { isOtherThanOffice } from './other-than-office.ts';
import { othersHands } from './others-hands.ts';
import { isOfOurs } from './ours-before.ts';
import { ownAction } from './own-action.ts';
import { isOwnText, risenAgainst, thirdPerson } from './own-text.ts';
import { isPassingAgent } from './passing-agent.ts';
import { isPlacesOwn, isUnknownMans, missionsOwn, namedOwner } from './places-own.ts';
import { samePronoun } from './same-pronoun.ts';
import { sideOfFrameAt } from './side-of-frame.ts';
import { subjectBefore } from './subject-before.ts';
import { tellersHands } from './tellers-hands.ts';
import { isSelf, isTellersOwn, isTellersPronoun, isToldInside } from './tellers-own.ts';
import { isAllies } from './their-allies.ts';
import { titledOwn } from './titled-own.ts';
import { isOfUnarmed } from './unarmed-groups.ts';

/** The side of who speaks over these words, where it is one that fights. */
export const speakerSideAt = (draft: Draft, at: number): SideId | null => {
  const sides = frameOver(draft, at)?.by.sides ?? [];
  return draft.theatre.sides.find(({ id, belligerent }) => belligerent && sides.includes(id))?.id ?? null;
};

const isQuoted = (draft: Draft, mark: ActorMark): boolean =>
  draft.sentences[mark.sentence]?.tokens[mark.from]?.quoted === true;

/** "The enemy says that WE have left A": in no quotation "we" are those who write, whoever is said to say it. */
const authorSide = (draft: Draft, mark: ActorMark): SideId | null => {
  const frame = isQuoted(draft, mark) ? null : frameOver(draft, mark.start);
  const sides = frame !== null && frame.cue.end > frame.cue.start ? ownVoice(draft)?.sides : undefined;
  return draft.theatre.sides.find(({ id, belligerent }) => belligerent && sides?.includes(id))?.id ?? null;
};

/** "rebels", "militants": of several armed groups the one named last. */
const groupMeant = (draft: Draft, mark: ActorMark): SideId | null =>
  namedBefore(draft, mark, { back: 2, means: 'name' }).find(
    (side) => !isIncumbent(side, draft.theatre) && isFighting(side, draft),
  ) ?? null;

/** "the group": who fights, of those named before. */
const lastGroup = (draft: Draft, mark: ActorMark, before: readonly SideId[]): SideId | null => {
  const named = [...takerNamed(draft, mark), ...before];
  return named.find((side) => isFighting(side, draft)) ?? named[0] ?? challengerOf(draft.theatre);
};

const takerNamed = (draft: Draft, mark: ActorMark): readonly SideId[] => {
  const taker = takerFrom(draft, mark);
  return taker === null || isIncumbent(taker, draft.theatre) ? [] : [taker];
};

const isFighting = (side: SideId, { theatre }: Draft): boolean =>
  theatre.sides.some(({ id, belligerent, class: of }) => id === side && belligerent && of === 'non-state');

/** The enemy of a side here: the last other side spoken of that is no friend of it, else its main enemy. */
export const enemyAt = (
  draft: Draft,
  side: SideId | null,
  mark: Pick<ActorMark, 'sentence' | 'start'>,
): SideId | null => {
  const usual = opponentOf(side, draft.theatre);
  if (side === null || draft.theatre.sides.filter(({ belligerent }) => belligerent).length < 3) return usual;
  const ally = isIncumbent(side, draft.theatre);
  const near = namedBefore(draft, mark, { means: 'name' }).find(
    (other) => other !== side && isFighting(other, draft) && !(ally && isIncumbent(other, draft.theatre)),
  );
  return near ?? usual;
};

/** "The rebels captured A, THE ARMY SAID; they left on Friday": who told what stands before it; "…, IT said" is who tells. */
const frameBehind = ({ frames }: Draft, { sentence, start }: ActorMark): Frame | null => {
  const own = inSentence(frames, sentence);
  if (own.some((one) => one.start <= start && start < one.end)) return null;
  const isBehind = (one: Frame): boolean => one.content.some(({ end }) => end <= one.start) && one.end > one.start;
  return own.find((one) => one.end <= start && isBehind(one)) ?? null;
};

/** "The rebels captured A, the army said, days after THEY took B": who was told of before the telling. */
const toldBefore = (draft: Draft, mark: ActorMark): SideId | null => {
  const frame = frameOver(draft, mark.start) ?? frameBehind(draft, mark);
  if (frame === null || frame.sentence !== mark.sentence || frame.end > mark.start) return null;
  const apart = frame.content.some(({ end }) => end <= frame.start);
  if (!apart && (!isInRelative(draft, frame) || isTellersPronoun(draft, mark, frame))) return null;
  const told = inSentence(draft.mentions, mark.sentence).filter(
    (other): other is ActorMark => other.type === 'actor' && other.side !== null && other.end <= frame.start,
  );
  return (told.findLast((other) => !isPassingAgent(draft, other)) ?? told.at(-1))?.side ?? null;
};

/** "The group says it has taken A": told in one sentence, "it" is who tells, unless another side stands between. */
const tellerAt = (draft: Draft, mark: ActorMark): SideId | null => {
  const frame = frameOver(draft, mark.start);
  const told = frame !== null && frame.sentence === mark.sentence && frame.speaker !== null;
  if (!told || frame.speaker.end > mark.start) return null;
  const teller = speakerSideAt(draft, mark.start);
  if (toldBefore(draft, mark) !== null || isOtherThanOffice(draft, mark, { frame, speaker: teller })) return null;
  if (fledOthers(draft, mark, { frame, speaker: teller }) !== null) return null;
  const between = inSentence(draft.mentions, mark.sentence).some(
    (other) =>
      other.type === 'actor' &&
      other.side !== null &&
      other.side !== teller &&
      other.start >= frame.end &&
      other.end <= mark.start,
  );
  if (!between) return teller;
  const same = samePronoun(draft, mark, frame.end);
  return same === null ? null : sideAt(draft, same);
};

const isBlamed = ({ sentences, theatre: { lexicon } }: Draft, { sentence, from }: ActorMark): boolean => {
  const before = sentences[sentence]?.tokens[from - 1]?.word ?? '';
  return lexicon.verbs.get(before)?.some(({ lemma }) => lexicon.has('blamingVerbs', lemma)) === true;
};

/** Whose "their hands", "their advance", "the men there" are, where the words beside them tell; undefined where they do not. */
const pointedSide = (draft: Draft, mark: ActorMark, speaker: SideId | null): SideId | null | undefined => {
  const hands = glossedAs(draft, mark) ?? tellersHands(draft, mark);
  if (hands !== null) return sideAt(draft, hands);
  const there = menThere(draft, mark);
  if (there !== null)
    return there.none ? opponentOf(sideAt(draft, there.men), draft.theatre) : sideAt(draft, there.men);
  const frame = frameOver(draft, mark.start);
  return ownAction(draft, mark, sideAt) ?? othersHands(draft, mark, { frame, speaker }) ?? undefined;
};

const sideOfPronoun = (draft: Draft, mark: ActorMark): SideId | null => {
  const { theatre } = draft;
  const { lexicon } = theatre;
  const speaker = speakerSideAt(draft, mark.start);
  const word = mark.text.toLowerCase().split(' ')[0] ?? '';
  if (lexicon.has('firstPerson', word)) return authorSide(draft, mark) ?? speaker ?? writerSide(draft, mark.sentence);
  if (speaker !== null && isSelf(draft, mark)) return speaker;
  const pointed = pointedSide(draft, mark, speaker);
  if (pointed !== undefined) return pointed;
  if (speaker !== null && isSetAgainstUs(draft, mark)) return opponentOf(speaker, theatre);
  const third = isOwnText(draft, mark) ? thirdPerson(draft, mark, { speaker, sideOf: sideAt }) : null;
  if (third !== null) return third;
  // "The rebels accused THEM of taking A": nobody accuses himself.
  if (speaker !== null && isBlamed(draft, mark))
    return namedBefore(draft, mark).find((side) => side !== speaker) ?? opponentOf(speaker, theatre);
  if (lexicon.has('personPronouns', word)) return speaker ?? sideOfFrameAt(draft, mark);
  const letter = letterOf(draft, mark, sideAt);
  if (letter !== null) return namedBefore(draft, mark).find((side) => side !== letter) ?? opponentOf(letter, theatre);
  const one = lexicon.has('onePronouns', word);
  const apart =
    one && speaker !== null && isSaidByMany(draft, mark)
      ? namedBefore(draft, mark, { back: 1 }).find((side) => side !== speaker)
      : sideAt(draft, enemyBefore(draft, mark));
  if (apart != null) return apart;
  const named = namedBefore(draft, mark, { one });
  // "“A, which the rebels say THEY took, is ours”": told inside the quotation by those who took it.
  if ((isQuoted(draft, mark) || isAnswered(draft, mark)) && speaker !== null && !isToldInside(draft, mark))
    return isOfOurs(draft, mark) ? speaker : (named.find((side) => side !== speaker) ?? opponentOf(speaker, theatre));
  const teller = toldBefore(draft, mark) ?? tellerAt(draft, mark);
  const spokenOf = namedBefore(draft, mark, { isMain: true, one });
  const here = namedBefore(draft, mark, { back: 0, one });
  const frame = frameOver(draft, mark.start);
  const fled = fledOthers(draft, mark, { frame, speaker });
  const others = deniedOthers(draft, mark, { frame, speaker });
  if (others !== null) return others;
  const other =
    fled ??
    (frame !== null && isOtherThanOffice(draft, mark, { frame, speaker }) ? doerBefore(draft, mark, frame) : null);
  const told = here[0] ?? doerBefore(draft, mark) ?? subjectBefore(draft, mark);
  return (
    teller ??
    other ??
    fledBefore(draft, mark) ??
    told ??
    spokenOf[0] ??
    named[0] ??
    groupBefore(draft, mark, sideAt) ??
    speaker
  );
};

/** "forces" alone are the incumbent's; "a convoy", "the men" are whose was spoken of. */
const sideOfForces = (draft: Draft, mark: ActorMark): SideId | null => {
  const { theatre } = draft;
  const last = mark.text.toLowerCase().split(' ').at(-1) ?? '';
  return theatre.lexicon.has('weakForces', last)
    ? (namedBefore(draft, mark, { back: 1 })[0] ?? null)
    : incumbentOf(theatre);
};

/** "Troops have left", says a foreign ministry: its own. */
const ownTroops = (draft: Draft, mark: ActorMark): SideId | null => {
  const { open, sides, lexicon } = draft.theatre;
  if (!open || !lexicon.has('plainTroops', mark.text.toLowerCase())) return null;
  const speaker = speakerSideAt(draft, mark.start);
  const abroad = sides.find(({ class: of }) => of === 'foreign')?.id ?? null;
  return speaker === abroad ? speaker : null;
};

/** "The army said its troops …": the speaker's own; over a whole statement "its" is whose was spoken of. */
const ownSideAt = (draft: Draft, mark: ActorMark): SideId | null => {
  const told = frameOver(draft, mark.start)?.sentence === mark.sentence || isQuoted(draft, mark);
  const word = draft.sentences[mark.sentence]?.tokens[mark.from - 1]?.word ?? '';
  // "his picket", "their garrison", says a party of others: its own are "ours"; so says whoever is quoted of "their forces".
  const others = isOwnText(draft, mark) && draft.theatre.lexicon.has('thirdPerson', word);
  if (others || (isQuoted(draft, mark) && draft.theatre.lexicon.has('theirWords', word))) return null;
  return told || !draft.theatre.lexicon.has('onePronouns', word) ? speakerSideAt(draft, mark.start) : null;
};

/** "The governor said HER fighters had left": one person of the holder's has no rebels. */
const ofStatesMan = (draft: Draft, mark: ActorMark): SideId | null => {
  const { lexicon, open } = draft.theatre;
  const before = draft.sentences[mark.sentence]?.tokens[mark.from - 1]?.word ?? '';
  const speaker = speakerSideAt(draft, mark.start);
  const owned = !open && mark.means === 'non-state' && lexicon.has('mansPossessives', before);
  return owned && speaker !== null && isIncumbent(speaker, draft.theatre) ? speaker : null;
};

/** "The front said ITS soldiers …", "The front has fought for years. ITS soldiers …": whose they are. */
const sideOfIts = (draft: Draft, mark: ActorMark, owner: ActorMark): SideId | null =>
  tellerAt(draft, mark) ?? namedBefore(draft, mark, { back: 0, means: 'name' })[0] ?? subjectBefore(draft, owner);

/** "OUR forces", says somebody of no known side: nobody can tell whose they are. */
const isOursOfNobody = (draft: Draft, mark: ActorMark, owner: ActorMark | null): boolean => {
  const frame = frameOver(draft, mark.start);
  const ours = draft.theatre.lexicon.has('ourWords', owner?.text.toLowerCase() ?? '') && isQuoted(draft, mark);
  // "Our soldiers", says a teacher: those of the land where she lives.
  const strange = frame?.speaker != null && !frame.by.sides.includes('local');
  return ours && strange && speakerSideAt(draft, mark.start) === null;
};

/** The side that a mark means here; null where nothing tells. */
export const sideAt = (draft: Draft, mark: ActorMark | null): SideId | null => {
  if (mark === null || isPeople(mark)) return null;
  const { theatre } = draft;
  const owner = mark.pronoun || mark.means === 'name' ? null : ownerOf(draft, mark);
  const own = isTellersOwn(theatre, owner, () => speakerSideAt(draft, mark.start));
  const told =
    attackersMeant(draft, mark, sideAt) ??
    ledMen(draft, mark) ??
    titledOwn(draft, mark) ??
    besideState(draft, mark) ??
    ofStatesMan(draft, mark);
  const risen = (own ? null : risenSide(draft, mark, sideAt)) ?? told;
  if (risen !== null) return risen;
  const missions = missionsOwn(draft, { owner, mark });
  if (missions !== null) return missions;
  const ofPlace = owner !== null && theatre.lexicon.has('placePossessives', owner.text.toLowerCase());
  // "took A after ITS GARRISON had laid down its arms": they held the place.
  if (mark.side !== null && isPlacesOwn(draft, { owner, mark })) return mark.side;
  if (ofPlace && mark.side !== null) return sideOfIts(draft, mark, owner) ?? mark.side;
  const owned = owner === null ? null : (ownSideAt(draft, mark) ?? sideOfPronoun(draft, owner) ?? mark.side);
  const strange = isOursOfNobody(draft, mark, owner);
  if (strange || isUnknownMans(draft, owner, owned) || isNobodysMen(draft, mark)) return null;
  // "Their fighters" are no army's: a noun for those who are no state outweighs a guess at whose they are.
  const irregular = mark.means === 'group' || mark.means === 'non-state';
  // "OUR fighters", says whoever is quoted: his own, whatever he calls them.
  const ours = owner !== null && isQuoted(draft, mark) && theatre.lexicon.has('ourWords', owner.text.toLowerCase());
  if (owned !== null && (ours || isAllies(draft, mark) || !(irregular && isIncumbent(owned, theatre)))) return owned;
  const ally = mark.means === 'non-state' ? localAlly(draft, mark) : null;
  if (ally !== null) return ally;
  if (mark.means === 'non-state' && mark.side !== null && !theatre.open && !isIncumbent(mark.side, theatre))
    return groupMeant(draft, mark) ?? mark.side;
  if (mark.side !== null) return ownTroops(draft, mark) ?? mark.side;
  if (mark.pronoun) return isFolkBefore(draft, mark) ? null : sideOfPronoun(draft, mark);
  if (mark.means === 'enemy' && isOtherSide(draft, mark)) return enemyAt(draft, onlySpeaker(draft, mark.start), mark);
  if (mark.means === 'enemy')
    return (
      risenAgainst(theatre, mark, speakerSideAt(draft, mark.start)) ??
      enemyAt(draft, speakerSideAt(draft, mark.start), mark) ??
      challengerOf(theatre)
    );
  const others = namedBefore(draft, mark, { notNation: theatre.open }).filter((side) => !isIncumbent(side, theatre));
  if (mark.means === 'forces') {
    const speaker = speakerSideAt(draft, mark.start);
    const side = namedOwner(draft, mark) ?? harmedSide(draft, mark, speaker) ?? speaker ?? sideOfForces(draft, mark);
    // "The post at A stood empty, ITS men having fled": nobody else is spoken of.
    return side ?? (ofPlace ? incumbentOf(theatre) : null);
  }
  if (mark.means === 'group') return isOfUnarmed(draft, mark) ? null : lastGroup(draft, mark, others);
  return namedBefore(draft, mark)[0] ?? null;
};
