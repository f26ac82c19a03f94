// Who does a thing by whom it is done to: nobody takes a place from himself, and nobody beats off his own attack.
// Invariant: only vague words ("fighters", "they", "the attackers") are read so; a side's name stays that side.
import type { SideId } from '../../model/actor.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft, Predicate } from '../marks.ts';
import { risenSpokenOf } from '../mentions/local-force.ts';
import { challengerOf, isIncumbent, localForceOf, opponentOf } from '../mentions/theatre-sides.ts';
import { lastWord } from '../speakers/mans-own.ts';
import { inSentences } from '../words/by-sentence.ts';
import { sideAt, speakerSideAt } from './actor-meant.ts';
import { attackerBeaten } from './attackers-meant.ts';
import { isTellersAttack } from './own-attack.ts';
import { attackerNamed, isOfRetaking, repellerOf } from './repelled-side.ts';

const TAKING: readonly Predicate['kind'][] = ['capture', 'recapture'];

/** Whom a place is taken from: as the rule has it, or named behind "from". */
const robbedIn = ({ mentions, sentences, theatre }: Draft, { doer, other, sentence, end, clause }: Predicate) => {
  const before = (at: number): string => sentences[sentence]?.tokens[at]?.word ?? '';
  const isFrom = ({ from }: ActorMark): boolean =>
    [from - 1, from - 2].some((at) => theatre.lexicon.has('robbedLinks', before(at)));
  const behind = inSentences(mentions, { from: sentence, to: sentence }).find(
    (one): one is ActorMark =>
      one.type === 'actor' && one.start !== doer?.start && one.start >= end && one.end <= clause.end && isFrom(one),
  );
  return other ?? behind ?? null;
};

/** "The people rose by themselves. They have driven the rebels out": of whom the sentence before tells. */
const isFolkBefore = ({ mentions }: Draft, { sentence }: ActorMark): boolean => {
  const [first] = inSentences(mentions, { from: sentence - 1, to: sentence - 1 }).filter(
    ({ type }) => type === 'actor',
  );
  return first?.type === 'actor' && first.means === 'civilian';
};

/** "clan MILITIAS", "local FIGHTERS": whom a text of two sides tells beside the state's; jihadists and gangs fight for themselves. */
const isPlacesMilitia = ({ theatre: { lexicon } }: Draft, doer: ActorMark | null): boolean => {
  if (doer?.means !== 'non-state') return false;
  const [first = ''] = doer.text.toLowerCase().split(' ');
  return (
    lexicon.has('militiaMen', lastWord(doer.text)) ||
    ['localFolk', 'risenAdjectives'].some((list) => lexicon.has(list, first))
  );
};

/** "REBELS drove the jihadists out of A": without a list of sides they are one kind and two parties; "fighters" may be anybody's. */
const isRebel = ({ theatre }: Draft, doer: ActorMark): boolean =>
  theatre.open && !doer.pronoun && theatre.lexicon.has('rebelNouns', lastWord(doer.text));

/** "FORCES loyal to Hale took A FROM THE ARMY": where only the word for them makes them the state's, the state has lost it to them. */
const isMansForces = (draft: Draft, predicate: Predicate, said: SideId | null): boolean => {
  const { doer, kind } = predicate;
  if (!draft.theatre.open || doer?.means !== 'forces' || said === null || !isIncumbent(said, draft.theatre))
    return false;
  const { lexicon } = draft.theatre;
  const { tokens = [] } = draft.sentences[doer.sentence] ?? {};
  const mans = ['loyalLinks', 'partLinks'].some((list) => lexicon.has(list, tokens[doer.to]?.word ?? ''));
  return mans && TAKING.includes(kind) && sideAt(draft, robbedIn(draft, predicate)) === said;
};

/** "twenty men", "a handful of them": men of no party that the words name. */
const isAnybodys = (mark: ActorMark | null): boolean =>
  mark !== null && mark.side === null && !mark.pronoun && mark.means === 'forces';

/** "Fighters drove the rebels out of A", "they retook A from the rebels": nobody takes a place from himself. */
export const doerSide = (draft: Draft, predicate: Predicate): SideId | null => {
  const { doer, kind } = predicate;
  const said = sideAt(draft, doer);
  const { theatre } = draft;
  if (isMansForces(draft, predicate, said)) return opponentOf(said ?? '', theatre) ?? said;
  const taken = (kind === 'recapture' || kind === 'capture') && (doer?.means === 'non-state' || doer?.pronoun === true);
  // "Clan militias drove the rebels from A": no rebels of their own.
  // "THEY were trying to wrest A from the rebels": who is only pointed at is none of those.
  const told = !theatre.open || doer?.pronoun === true || (predicate.other !== null && isPlacesMilitia(draft, doer));
  const { other } = predicate;
  // "said THE REBELS had driven THEM out": whom somebody drives out he is not.
  const apart = other?.pronoun === true && doer?.pronoun === false && doer.sentence === other.sentence;
  if (apart && taken) return said;
  // "The army said IT had driven THEM out": two pronouns are two parties, and the first is who tells.
  if (
    taken &&
    other?.pronoun === true &&
    doer?.pronoun === true &&
    said === speakerSideAt(draft, doer.start) &&
    said !== null
  )
    return said;
  // "They took it FROM TWENTY MEN": of whom nobody says whose they are.
  if (taken && doer?.pronoun === true && said !== null && isAnybodys(robbedIn(draft, predicate))) return said;
  // "were sharing melons with THE MEN who had driven THEM out": whoever they are, they are the enemies of those.
  const men = apart && predicate.kind === 'recapture' && doer.side === null && doer.means === 'forces';
  if (men && said !== null && said === sideAt(draft, other)) return opponentOf(said, theatre);
  const robbed = taken && told && !isRebel(draft, doer) ? sideAt(draft, robbedIn(draft, predicate)) : null;
  if (!taken || robbed === null || (said !== null && said !== robbed)) return said;
  // "Villagers say they have driven the rebels out": their own did.
  const folk =
    !doer.pronoun || frameOver(draft, doer.start)?.by.sides.includes('local') === true || isFolkBefore(draft, doer);
  return (folk ? localForceOf(theatre) : null) ?? (said === null ? null : opponentOf(said, theatre));
};

/** "clashed WITH SOLDIERS and drove them off": whom a fight is with does not drive himself off. */
const isFoughtWith = ({ sentences, theatre: { lexicon } }: Draft, { sentence, from }: ActorMark): boolean => {
  const word = (at: number): string => sentences[sentence]?.tokens[at]?.word ?? '';
  const link = lexicon.has('determiners', word(from - 1)) ? word(from - 2) : word(from - 1);
  return ['withWords', 'againstWords'].some((list) => lexicon.has(list, link));
};

/** "The guards pushed THEM back": whoever does it to them is their enemy. */
const foeOfSubject = (draft: Draft, { doer, means, clause, start, sentence }: Predicate): SideId | null => {
  const { theatre } = draft;
  const them = doer?.pronoun === true && theatre.lexicon.has('objectPlurals', doer.text.toLowerCase());
  if (!(them || (doer === null && means === 'enemy'))) return null;
  const to = doer?.start ?? start;
  const before = inSentences(draft.mentions, { from: sentence, to: sentence }).filter(
    (one): one is ActorMark => one.type === 'actor' && one.start >= clause.start && one.end <= to && !one.modifies,
  );
  // "The army says IT has pushed them back": where no noun stands there.
  const ours = before.findLast(({ text }) => theatre.lexicon.has('firstPerson', text.toLowerCase()));
  const subject =
    before.findLast((one) => !one.pronoun && !isFoughtWith(draft, one)) ??
    (doer === null ? before.at(-1) : ours) ??
    before.findLast(({ pronoun }) => !pronoun);
  const by = subject === undefined ? null : sideAt(draft, subject);
  if (by === null || subject === undefined) return null;
  return attackerBeaten(draft, { sentence, start, by, words: subject.text }, sideAt) ?? opponentOf(by, theatre);
};

/** "The army attacked A, but THE ATTACK was repelled": an attack that is known has been told of. */
const isTheAttack = ({ sentences, theatre }: Draft, at: number, { doer, start }: Pick<Predicate, 'doer' | 'start'>) => {
  const tokens = sentences[at]?.tokens ?? [];
  const noun = tokens.findIndex((token) => token.start === start);
  return doer === null && theatre.lexicon.has('definiteArticles', tokens[noun - 1]?.word ?? '');
};

/** "The rebels attacked A. The aircraft of others helped, he said, but IT had been beaten off": the attack told of before. */
const attackerBefore = (draft: Draft, { doer, sentence, start }: Predicate): SideId | null => {
  const { theatre } = draft;
  const it = theatre.open && doer?.pronoun === true && theatre.lexicon.has('onePronouns', doer.text.toLowerCase());
  if (!it && !isTheAttack(draft, sentence, { doer, start })) return null;
  const attack = inSentences(draft.predicates, { from: sentence - 1, to: sentence }).findLast(
    (one) => one.kind === 'attack' && one.start < start && one.doer !== null && !one.doer.pronoun,
  );
  return sideAt(draft, attack?.doer ?? null);
};

/** "The army failed in ITS attempt": whose it is has been named in what is said. */
const isNamedBefore = (draft: Draft, { doer, sentence }: Predicate, said: SideId | null): boolean => {
  const named = inSentences(draft.mentions, { from: sentence, to: sentence }).findLast(
    (one): one is ActorMark =>
      one.type === 'actor' && !one.pronoun && !one.modifies && doer !== null && one.end <= doer.start,
  );
  if (named === undefined || frameOver(draft, named.start) === null || sideAt(draft, named) !== said) return false;
  const { lexicon } = draft.theatre;
  const before = (back: number): string => draft.sentences[sentence]?.tokens[named.from - back]?.word ?? '';
  // "with the help of the police their attack was beaten off": whoever only helps makes none.
  return !lexicon.has('prepositions', before(lexicon.has('determiners', before(1)) ? 2 : 1));
};

/** "The rebels hold A, and two attempts to retake it failed": nobody retakes what he has. */
const holderTold = (draft: Draft, { sentence, start }: Predicate): SideId | null => {
  const held = inSentences(draft.predicates, { from: sentence - 1, to: sentence }).findLast(
    (one) =>
      ['hold', ...TAKING].includes(one.kind) && one.polarity === 'affirmed' && one.start < start && one.doer !== null,
  );
  return sideAt(draft, held?.doer ?? null);
};

/** "their attack was beaten off", "the attackers were beaten back", says the side that beat them off. */
export const repelledFoe = (draft: Draft, predicate: Predicate, said: SideId | null): SideId | null => {
  const { kind, doer, start } = predicate;
  const { theatre } = draft;
  // "The guards have kept THEM out of A"
  if (kind === 'entry' && predicate.polarity === 'denied') return foeOfSubject(draft, predicate);
  if (kind !== 'repulse') return null;
  const holder = isOfRetaking(draft, predicate) ? holderTold(draft, predicate) : null;
  if (holder !== null && (said === null || said === holder)) return opponentOf(holder, theatre);
  const named = doer === null ? sideAt(draft, attackerNamed(draft, predicate)) : null;
  const foe = named ?? foeOfSubject(draft, predicate) ?? attackerBefore(draft, predicate);
  if (foe !== null) return foe;
  // "repelled an attack by Hale's men": nobody beats off his own.
  const own = doer?.means === 'forces' && doer.side === null && said === sideAt(draft, repellerOf(draft, predicate));
  if (own && said !== null) return opponentOf(said, theatre);
  const vague = doer?.pronoun === true || (doer !== null && theatre.lexicon.has('attackerNouns', lastWord(doer.text)));
  if (!vague || said !== speakerSideAt(draft, start) || isNamedBefore(draft, predicate, said)) return null;
  if (doer.pronoun && isTellersAttack(draft, doer, said)) return null;
  return said === challengerOf(theatre)
    ? (risenSpokenOf(draft, start) ?? opponentOf(said, theatre))
    : opponentOf(said, theatre);
};

/** "It was stormed by two thousand MEN", says who held it: by no men of his. */
export const strangers = (draft: Draft, { kind, doer, start, sentence }: Predicate): SideId | null => {
  const speaker = doer !== null && !doer.pronoun && doer.side === null ? speakerSideAt(draft, start) : null;
  const bare = doer?.means === 'forces' && draft.theatre.lexicon.has('bareMen', lastWord(doer.text));
  const taken = ['attack', 'capture', 'siege'].includes(kind);
  // "HIS men", "our men": his own.
  const owner = draft.sentences[sentence]?.tokens[(doer?.from ?? 0) - 1]?.word ?? '';
  const owned = draft.theatre.lexicon.has('possessives', owner);
  return speaker !== null && bare && taken && !owned && isIncumbent(speaker, draft.theatre)
    ? opponentOf(speaker, draft.theatre)
    : null;
};

const ATTACKS: readonly Predicate['kind'][] = ['attack', 'repulse', 'entry'];

/** "The army said the rebels had attacked A. Its mayor DENIED ANY ATTACK": theirs, who were told to have made one. */
const toldAttacker = (draft: Draft, { sentence, start }: Predicate): SideId | null => {
  const near = inSentences(draft.predicates, { from: sentence - 2, to: sentence });
  const told = near.findLast((one) => one.start < start && ATTACKS.includes(one.kind) && one.doer !== null);
  return sideAt(draft, told?.doer ?? null);
};

/** "A WAS ATTACKED twice last week": by the enemy of who says so, else by who is out to take it. */
export const attackerBy = (draft: Draft, predicate: Predicate, speaker: SideId | null): SideId | null => {
  const { doer, start, end, tense, polarity } = predicate;
  const { theatre, report } = draft;
  // "There was NO ATTACK on A", whoever says so: none of those who are out to take it.
  const none = doer === null && tense === 'none';
  if (none && polarity === 'denied')
    return toldAttacker(draft, predicate) ?? (theatre.open ? null : challengerOf(theatre));
  if (none && frameOver(draft, start)?.polarity === 'denied') return toldAttacker(draft, predicate);
  const words = report.text.slice(start, end).toLowerCase().split(/\s+/);
  // "A, ATTACKED from three sides, …"; "A attacked from the first minute" does it itself.
  const suffered =
    words.some((word) => theatre.lexicon.has('be', word)) || /,\s*$/.test(report.text.slice(start - 2, start));
  if (doer !== null || !suffered) return null;
  return opponentOf(speaker, theatre) ?? (theatre.open ? null : challengerOf(theatre));
};
