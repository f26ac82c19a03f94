// Doers who are no garrison: one official, one man in a picture, residents who tell of their own flight.
// Invariant: asked of who leaves, enters or is there; a side as a whole is always one.

import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft, Predicate } from '../marks.ts';
import { lastWord } from '../speakers/mans-own.ts';
import { inSentence } from '../words/by-sentence.ts';
import { speakerSideAt } from './actor-meant.ts';
import { isFolkBidden } from './object-pronoun.ts';

/** "The officials of A now SIT in B": where they work since. */
const isSitting = ({ theatre: { lexicon }, sentences }: Draft, { kind, sentence, start, end }: Predicate): boolean =>
  kind === 'hold' &&
  (sentences[sentence]?.tokens ?? []).some(
    (token) =>
      token.start >= start &&
      token.end <= end &&
      (lexicon.verbs.get(token.word) ?? []).some(({ lemma }) => lexicon.has('sittingVerbs', lemma)),
  );

/** "OFFICIALS ABANDONED the headquarters": the men of an office who flee, or leave its seat, give it up. */
const areGivingUp = ({ theatre: { lexicon }, report }: Draft, predicate: Predicate, doer: ActorMark): boolean => {
  const { kind, items, start, end } = predicate;
  if (kind !== 'withdrawal' || !lexicon.has('manyOfficials', lastWord(doer.text))) return false;
  const words = report.text.slice(start, end).toLowerCase().split(/\s+/);
  const flees = words.some((word) =>
    lexicon.verbs.get(word)?.some(({ lemma }) => lexicon.has('desertingVerbs', lemma)),
  );
  return flees || items.some(({ scope }) => scope === 'centre');
};

/** A governor who flees, an official who arrives: one man is no force. */
const isOneOfficial = (draft: Draft, predicate: Predicate): boolean => {
  const { doer, kind, receiver, rule, tense } = predicate;
  const { theatre, mentions, report } = draft;
  const { lexicon } = theatre;
  if (doer === null || doer.pronoun) return false;
  // "THE GOVERNOR WAS in B": where he was then; "is in B" says that it is his side's.
  const words = report.text.slice(doer.end, predicate.clause.end).toLowerCase().split(/\s+/);
  const stays = words.some((word) => lexicon.has('stillWords', word));
  const was = kind === 'hold' && tense === 'past' && lexicon.has('presenceRules', rule) && !stays;
  if (!['withdrawal', 'entry'].includes(kind) && !was && !isSitting(draft, predicate)) return false;
  // "The governor pulled HIS FORCES out": he did not go alone.
  if (lexicon.has('bringingRules', rule)) return false;
  // "The governor left A to the rebels": he gave it away.
  if (receiver !== null) return false;
  // "its governor and police": he went with those who hold.
  const more = inSentence(mentions, doer.sentence).some(
    (mark) => mark.type === 'actor' && mark.from === doer.to + 1 && mark.side === doer.side,
  );
  return !more && !areGivingUp(draft, predicate, doer) && lexicon.has('officeActors', lastWord(doer.text));
};

/** "A soldier stands guard in A": what one man does in a picture tells of no garrison. */
const isOneMan = ({ theatre: { lexicon }, sentences }: Draft, { doer, kind, rule, polarity }: Predicate): boolean => {
  if (doer === null || !['hold', 'entry'].includes(kind)) return false;
  // "A SOLDIER who had reached Ashford said": so is what one man did on his own way.
  const alone = kind === 'entry' && lexicon.has('singlePersons', lastWord(doer.text));
  if (!(alone || lexicon.has('presenceRules', rule))) return false;
  // "I was in Ashford"
  if (doer.pronoun) return lexicon.has('onePersons', doer.text.toLowerCase());
  // "NOT ONE soldier is in A": there is none.
  if (polarity === 'denied') return false;
  const tokens = sentences[doer.sentence]?.tokens ?? [];
  return [1, 2].some((back) => lexicon.has('indefiniteArticles', tokens[doer.from - back]?.word ?? ''));
};

/** How many words behind "it" the adjective stands at most: "it WAS STILL VERY quiet there". */
const ADVERBS = 4;

/** "IT is quiet there", "IT was still dark in the town": an "it" that stands for nobody. */
const isNobody = (
  { theatre: { lexicon }, sentences }: Draft,
  { doer, kind, sentence, tense }: Pick<Predicate, 'doer' | 'kind' | 'sentence' | 'tense'>,
): boolean => {
  if (doer?.pronoun !== true || !['hold', 'threat', 'entry'].includes(kind) || tense === 'none') return false;
  if (!lexicon.has('onePronouns', doer.text.toLowerCase())) return false;
  const behind = sentences[sentence]?.tokens.slice(doer.to, doer.to + 1 + ADVERBS) ?? [];
  const at = behind.findIndex(({ word }) => lexicon.has('moodAdjectives', word));
  return at > 0 && behind.slice(0, at).some(({ word }) => lexicon.has('be', word) || lexicon.has('seemForms', word));
};

/** "Residents said THEY were fleeing": they did. */
const isSpeakersFlight = (draft: Draft, { doer, kind, start, end, sentence }: Predicate): boolean => {
  const frame = frameOver(draft, start);
  if (kind !== 'withdrawal' || doer?.pronoun !== true || frame?.speaker == null || frame.sentence !== sentence)
    return false;
  const { lexicon, sides } = draft.theatre;
  const words = draft.report.text.slice(start, end).toLowerCase().split(/\s+/);
  const flees = words.some((word) => lexicon.verbs.get(word)?.some(({ lemma }) => lexicon.has('flightVerbs', lemma)));
  return flees && frame.by.sides.every((side) => !sides.some(({ id, belligerent }) => belligerent && id === side));
};

/** "drove residents out of A", "families were driven out of A": whom they drive out held nothing. */
export const isOfCivilians = (
  { theatre: { lexicon }, mentions }: Draft,
  { rule, kind, doer, other, sentence, clause, start }: Predicate,
): boolean => {
  if (!lexicon.has('drivingRules', rule)) return false;
  // "sent HUNDREDS OF FAMILIES fleeing"
  if (kind === 'repulse' && doer?.means === 'civilian') return true;
  if (other !== null) return other.means === 'civilian';
  const subject = inSentence(mentions, sentence).findLast(
    (one): one is ActorMark => one.type === 'actor' && one.start >= clause.start && one.end <= start,
  );
  return subject?.means === 'civilian';
};

/** So few sentences before may a side have left another place. */
const LEFT = 1;

/** "They left. They kept their word. They were in B." */
const TOLD_ON = 2;

/** "left A and reached B", "pulled out of A; the men have arrived in B": where those who leave come to is not entered. */
export const isRefugeReached = (draft: Draft, told: readonly Predicate[], predicate: Predicate): boolean => {
  const { kind, actor, sentence, start, end, tense, rule, doer } = predicate;
  const { lexicon } = draft.theatre;
  const words = draft.report.text.slice(start, end).toLowerCase().split(/\s+/);
  const isOf = (list: string): boolean =>
    words.some((word) => lexicon.verbs.get(word)?.some(({ lemma }) => lexicon.has(list, lemma)));
  // "fled A and CAME to B": told in one sentence, and of a place that is named.
  const strays = isOf('strayingVerbs') && !predicate.placeFromContext;
  const arrives = isOf('arrivalVerbs') || strays;
  const holder = draft.theatre.sides.some(({ id, role }) => id === actor && role === 'incumbent');
  // "The garrison left A. THEY WERE IN B by evening"
  const is = kind === 'hold' && tense === 'past' && doer?.pronoun === true && lexicon.has('insideRules', rule);
  if (!holder || !(is || (kind === 'entry' && arrives))) return false;
  return told.some(
    (other) =>
      ['withdrawal', 'surrender'].includes(other.kind) &&
      other.actor === actor &&
      other.polarity === 'affirmed' &&
      other.start < start &&
      other.sentence >= sentence - (is ? TOLD_ON : strays ? 0 : LEFT),
  );
};

/** "They come at night": what somebody does again and again, in no place that is named. */
export const isHabit = ({ theatre, report }: Draft, predicate: Predicate): boolean => {
  const { kind, tense, placeFromContext, placeWord, rule, start, end } = predicate;
  const plain = tense === 'present' && placeFromContext && placeWord === null;
  // "Do your soldiers run? MINE DO NOT": neither does who does not, as a rule.
  if (plain && kind === 'withdrawal' && theatre.lexicon.has('habitHelpers', rule)) return true;
  return (
    plain &&
    kind === 'entry' &&
    theatre.lexicon.has('habitForms', report.text.slice(start, end).toLowerCase().split(' ')[0] ?? '')
  );
};

/** "Volunteers JOINED the villagers", "the militia joined the police": who goes to his friends gives himself up to nobody. */
export const isJoinedFriend = (
  { theatre: { sides, lexicon }, report }: Draft,
  { kind, receiver, doer, rule, actor, to, start, end }: Predicate,
): boolean => {
  const words = report.text.slice(start, end).toLowerCase().split(/\s+/);
  const joins = words.some((word) => lexicon.verbs.get(word)?.some(({ lemma }) => lexicon.has('joiningVerbs', lemma)));
  if (kind !== 'surrender' || receiver === null) return false;
  // "militants who have pledged allegiance to a larger group": of one side with it before.
  if (lexicon.has('allegianceRules', rule) && doer !== null && doer.side === receiver.side) return true;
  if (!joins) return false;
  if (receiver.means === 'civilian') return true;
  // "Foreign fighters joined the rebels in A": rebels went to rebels.
  if (doer?.side != null && doer.side === receiver.side && actor === doer.side) return true;
  const ally = (one: string | null, other: string | null): boolean =>
    sides.some(({ id, alliedWith }) => id === one && alliedWith !== null && alliedWith === other);
  return ally(actor, to) || ally(to, actor);
};

/** "The observers saw FOUR TANKS in A": where nobody says whose they are, they are nobody's. */
export const isUnownedSight = ({ theatre }: Draft, { rule, doer }: Predicate): boolean =>
  theatre.open &&
  theatre.lexicon.has('sightingRules', rule) &&
  doer?.means === 'forces' &&
  doer.side === null &&
  theatre.lexicon.has('forceHeads', lastWord(doer.text));

/** "THE CONVOY left A for B": a column that sets out gives nothing up; the last one does. */
const isSettingOut = ({ theatre: { lexicon }, sentences }: Draft, { doer, rule, receiver }: Predicate): boolean => {
  if (doer === null || receiver !== null || !lexicon.has('settingOutRules', rule)) return false;
  const { tokens = [] } = sentences[doer.sentence] ?? {};
  const head = [lastWord(doer.text), tokens[doer.to]?.word ?? ''].some((word) => lexicon.has('convoyNouns', word));
  const words = tokens.slice(Math.max(0, doer.from - 2), doer.to);
  return head && !words.some(({ word }) => lexicon.has('lastWords', word));
};

/** "Nobody left A": said by nobody who has men there, it may be of those who live there. */
const isAnybodysStay = (draft: Draft, { kind, nobodys, start }: Predicate): boolean =>
  kind === 'withdrawal' && nobodys === true && speakerSideAt(draft, start) === null;

/** "WOUNDED soldiers were flown out of A", "the CAPTURED men were moved": whom others carry away left nothing. */
const isCarried = ({ theatre: { lexicon }, sentences }: Draft, { doer, kind, sentence }: Predicate): boolean =>
  doer !== null &&
  ['withdrawal', 'entry'].includes(kind) &&
  [sentences[sentence]?.tokens[doer.from - 1]?.word, doer.text.toLowerCase().split(' ')[0]].some((word) =>
    lexicon.has('harmedAdjectives', word ?? ''),
  );

/** "By tomorrow THEY WILL BE IN A", says their enemy: what others foretell of a side is no plan of its own. */
const isForetoldOfFoe = (draft: Draft, { kind, modality, rule, doer, start, actor }: Predicate): boolean => {
  if (kind !== 'hold' || modality !== 'planned' || doer === null || !draft.theatre.lexicon.has('insideRules', rule))
    return false;
  const speaker = speakerSideAt(draft, start);
  return (
    speaker !== null &&
    actor !== null &&
    speaker !== actor &&
    draft.theatre.sides.some(({ id, belligerent }) => belligerent && id === speaker)
  );
};

/** "THE DEFENDERS were on the march towards B": who defends a place threatens no other. */
export const isOfDefenders = ({ theatre: { lexicon } }: Draft, { kind, doer }: Predicate): boolean =>
  kind === 'threat' && doer !== null && lexicon.has('garrisonWords', lastWord(doer.text));

/** "before HE took over", "HE was turned back at a checkpoint": one man of an office, or on a road, and no side. */
const isOneMansWay = ({ theatre: { lexicon } }: Draft, { kind, doer, other, rule }: Predicate): boolean => {
  const one = [doer, other].some(
    (mark) => mark?.pronoun === true && lexicon.has('personPronouns', mark.text.toLowerCase()),
  );
  return one && (kind === 'repulse' || lexicon.has('officeRules', rule));
};

/** Who leaves, enters or is there is no force at all. */
export const isNoForce = (draft: Draft, predicate: Predicate): boolean =>
  [
    isOneMansWay,
    isNobody,
    isOneOfficial,
    isOneMan,
    isSpeakersFlight,
    isSettingOut,
    isAnybodysStay,
    isCarried,
    isFolkBidden,
    isForetoldOfFoe,
  ].some((is) => is(draft, predicate));
