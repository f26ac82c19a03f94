// One side as named in a sentence: "the Taliban militants", "government troops", "fighters loyal to the League", "they".
// Invariant: a side is given only where the words give it; nouns that lean on context keep `side` null for resolve-actors.

import type { SideId } from '../../model/actor.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { ActorMark, Sentence } from '../marks.ts';
import { isGenitive } from '../words/genitives.ts';
import { compoundClass } from './compound-sides.ts';
import { behindName, behindNumber, isRelief, isUnarmed, ownUnit, unitBehind } from './force-phrases.ts';
import { loyalClass } from './loyal-owners.ts';
import { type FoundPhrase, phraseAt } from './name-tree.ts';
import { nationAt } from './nation-before.ts';
import { nationWordAt } from './nation-words.ts';
import { isOfOthers, numberedFrom } from './numbered-units.ts';
import { isNamesMen, isOwnName, meansOf, sideOf, sideOfClass } from './phrase-sides.ts';
import { incumbentOf } from './theatre-sides.ts';
import { toldWhose } from './told-whose.ts';

/** "Coastal Front (CF)": the short name in brackets belongs to the name. */
const pastBrackets = ({ tokens }: Sentence, to: number, theatre: Theatre): number => {
  if (!theatre.open || tokens[to]?.text !== '(' || tokens[to + 2]?.text !== ')') return to;
  return phraseAt(theatre, tokens, to + 1)?.value.type === 'side' ? to + 3 : to;
};

/** ‘"CF" members’, ‘"CF" armed formations’: the name in quotation marks goes on to its men. */
const pastQuotes = ({ tokens }: Sentence, { from, to }: { from: number; to: number }, theatre: Theatre): number => {
  const quoted = [from - 1, to].every((at) => /^["“”]$/u.test(tokens[at]?.text ?? ''));
  const men = [to + 1, to + 2].find((at) => theatre.lexicon.has('quotedHeads', tokens[at]?.word ?? ''));
  return theatre.open && quoted && men !== undefined ? men + 1 : to;
};

const isNationName = ({ value }: FoundPhrase): boolean => value.type === 'side' && value.nation;

/** "Norland's army" is Norland's, "Norlandic ground troops" are Norland's: where the noun behind a nation's word begins. */
const afterPossessive = (
  sentence: Sentence,
  found: FoundPhrase,
  { to, theatre }: { readonly to: number; readonly theatre: Theatre },
): number => {
  const { tokens } = sentence;
  const owned = isGenitive(sentence, to) ? phraseAt(theatre, tokens, to + 1) : null;
  const party = found.value.type === 'side' || (!isGenitive(sentence, to) && sideOf(found, theatre) !== null);
  if (party && owned?.value.type === 'noun' && owned.value.means !== 'civilian') return to + 1;
  if (!isNationName(found)) return to;
  const at = isGenitive(sentence, to) ? to + 1 : to;
  const plain = phraseAt(theatre, tokens, at) === null && phraseAt(theatre, tokens, at + 1) !== null;
  return plain && /^\p{Ll}/u.test(tokens[at]?.text ?? '') && !isVerbOrLink(tokens[at]?.word ?? '', theatre)
    ? at + 1
    : at;
};

const isVerbOrLink = (word: string, { lexicon }: Theatre): boolean =>
  lexicon.verbs.has(word) ||
  [
    'prepositions',
    'conjunctions',
    'determiners',
    'be',
    'have',
    'modals',
    'verbAdverbs',
    'modifiedNouns',
    'foreignArmsNouns',
  ].some((list) => lexicon.has(list, word));

/** "Norland's Coastal Front", "Norlandic rebels": of the nation, but not its government's. */
const isOwnRebel = ({ tokens }: Sentence, [found, next]: readonly FoundPhrase[], theatre: Theatre): boolean => {
  if (found === undefined || next === undefined || !isNationName(found)) return false;
  if (sideOf(next, theatre) !== sideOfClass('non-state', theatre)) return false;
  // "Tripoli fighters" are the capital's.
  const capital = nationWordAt(tokens, found.from, theatre.lexicon)?.as === 'nationCapitals';
  return !(capital && theatre.lexicon.has('ownFighters', tokens[next.from]?.word ?? ''));
};

/** A side that is no state: its "members" fight. */
const isIrregular = (found: FoundPhrase, theatre: Theatre): boolean => {
  const side = sideOf(found, theatre);
  return theatre.sides.some(({ id, class: of }) => id === side && of === 'non-state');
};

/** "pro-government MILITIA members": whose-ever they are, the last word is of men of no state. */
const isMilitia = ({ tokens }: Sentence, to: number, { lexicon }: Theatre): boolean =>
  lexicon.has('actors:non-state', tokens[to - 1]?.word ?? '');

/** "government workers" are no soldiers; "League volunteers" are the League's. */
const isPeoples = ({ tokens }: Sentence, next: FoundPhrase, { lexicon }: Theatre): boolean =>
  meansOf(next) === 'civilian' && !lexicon.has('sidesMen', tokens[next.to - 1]?.word ?? '');

/** "Taliban" + "fighters", "government" + "troops", "rebel" + "group": nouns that go on with the same side. */
const extend = (sentence: Sentence, first: FoundPhrase, theatre: Theatre): { to: number; found: FoundPhrase } => {
  let { to } = first;
  let found = first;
  for (;;) {
    to = pastBrackets(sentence, pastQuotes(sentence, { from: first.from, to }, theatre), theatre);
    if (
      (isIrregular(found, theatre) || isMilitia(sentence, to, theatre)) &&
      theatre.lexicon.has('followerNouns', sentence.tokens[to]?.word ?? '')
    )
      to += 1;
    const next =
      phraseAt(theatre, sentence.tokens, afterPossessive(sentence, found, { to, theatre })) ??
      (sideOf(found, theatre) === null || meansOf(found) === 'forces' ? null : ownUnit(sentence, to, theatre));
    if (next === null || next.value.type === 'scope' || isPeoples(sentence, next, theatre)) return { to, found };
    if (sideOf(found, theatre) === null || meansOf(found) === 'forces' || isOwnRebel(sentence, [found, next], theatre))
      found = next;
    to = next.to;
  }
};

/** "passed from soldiers TO the rebels", "clashes of soldiers WITH them": the link is the verb's, or between two. */
const isGoal = ({ tokens }: Sentence, at: number, theatre: Theatre): boolean => {
  const word = tokens[at]?.word ?? '';
  if (theatre.lexicon.has('goalLinks', word)) return true;
  const noun = phraseAt(theatre, tokens, at - 1)?.value;
  return theatre.lexicon.has('withWords', word) && noun?.type === 'noun' && noun.means === 'government';
};

/** "forces loyal to the League", "fighters of the group": the owner named behind the noun gives the side. */
const ownerBehind = (sentence: Sentence, to: number, theatre: Theatre): FoundPhrase | null => {
  const { lexicon } = theatre;
  let at = to;
  while (at < to + 4 && lexicon.has('ownerLinks', sentence.tokens[at]?.word ?? '')) at++;
  if (at === to || isGoal(sentence, to, theatre)) return null;
  if (lexicon.has('determiners', sentence.tokens[at]?.word ?? '')) at++;
  // "forces of the UN-RECOGNISED government"
  if (sentence.tokens[at + 1]?.word === '-' && lexicon.has('backerForms', sentence.tokens[at + 2]?.word ?? '')) at += 3;
  if (theatre.open && lexicon.has('awayWords', sentence.tokens[at]?.word ?? '')) at++;
  const noun = behindName(sentence, behindNumber(sentence, at, theatre), theatre);
  const owner = phraseAt(theatre, sentence.tokens, noun) ?? (theatre.open ? null : unitBehind(sentence, at, theatre));
  const enemy = owner !== null && meansOf(owner) === 'enemy';
  if (owner === null || (sideOf(owner, theatre) === null && !enemy)) return null;
  // "thousands of NORLANDIC TROOPS": the noun that a nation's word goes with.
  // "fighters of the REBEL ARMY": so do they that a word for rebels goes with.
  const goesOn = isNationName(owner) || meansOf(owner) === 'non-state';
  const end = goesOn ? extend(sentence, owner, theatre).to : owner.to;
  return { ...owner, to: pastBrackets(sentence, behindOwned(sentence, end, theatre), theatre) };
};

/** "men of the League's guard": what the owner has is whose men they are; "of the League's two towns" is not. */
const behindOwned = ({ tokens, ...rest }: Sentence, to: number, theatre: Theatre): number => {
  if (!isGenitive({ tokens }, to)) return to;
  const noun = phraseAt(theatre, tokens, to + 1)?.value;
  const arms = noun?.type === 'noun' && noun.means !== 'civilian';
  // "guerrillas from the League's FRONT 60"
  const unit = arms ? null : unitBehind({ tokens, ...rest }, to + 1, theatre);
  if (unit !== null) return unit.to;
  return arms || theatre.lexicon.has('partyForces', tokens[to + 1]?.word ?? '') ? to + 2 : to;
};

/** "soldiers"; "foreign troops", where a theatre calls a foreign side so. */
const isForeignArms = ({ value }: FoundPhrase, { sides }: Theatre): boolean =>
  value.type === 'noun'
    ? value.means !== 'civilian'
    : value.type === 'side' && sides.some(({ id, class: of }) => id === value.side && of === 'foreign');

/** "American and British soldiers", "American and other foreign troops": the noun that a nation shares with another. */
const sharedNoun = ({ tokens }: Sentence, from: number, theatre: Theatre): FoundPhrase | null => {
  if (!theatre.lexicon.has('conjunctions', tokens[from + 1]?.word ?? '')) return null;
  for (let at = from + 2; at < from + 5; at++) {
    const found = phraseAt(theatre, tokens, at);
    if (found !== null) return isForeignArms(found, theatre) ? found : null;
    const shares =
      /^\p{Lu}/u.test(tokens[at]?.text ?? '') || theatre.lexicon.has('sharedAdjectives', tokens[at]?.word ?? '');
    if (!shares) return null;
  }
  return null;
};

const modifiesNext = (sentence: Sentence, to: number, { lexicon }: Theatre): boolean => {
  const next = sentence.tokens[to]?.word ?? '';
  return next === "'s" || next === "'" || next === '’' || lexicon.has('modifiedNouns', next);
};

/** "our brothers", "our two companies": whom only their possessor makes men under arms. */
export const ownPeopleMark = (sentence: Sentence, from: number, { lexicon }: Theatre): ActorMark | null => {
  const { tokens, index } = sentence;
  const token = tokens[from];
  const folk = token !== undefined && lexicon.has('ownFolk', token.word);
  if (token === undefined || !(folk || lexicon.has('ownPeople', token.word))) return null;
  const owned = [from - 1, ...(folk ? [] : [from - 2])].some((at) => lexicon.has('ourWords', tokens[at]?.word ?? ''));
  if (!owned) return null;
  const { start, end, text } = token;
  return {
    ...{ type: 'actor', start, end, sentence: index, from, to: from + 1, text, side: null },
    ...{ means: 'forces', pronoun: false, modifies: tokens[from + 1]?.word === "'s" },
  };
};

/** "they", "we", "its"; null where the word is no pronoun. */
export const pronounMark = (sentence: Sentence, from: number, theatre: Theatre): ActorMark | null => {
  const token = sentence.tokens[from];
  if (token === undefined || !theatre.lexicon.has('pronouns', token.word)) return null;
  // "US", "IT" in capitals are letters.
  if (/^\p{Lu}{2,}$/u.test(token.text)) return null;
  const possessive = theatre.lexicon.has('possessives', token.word);
  const span = { start: token.start, end: token.end, sentence: sentence.index, from, to: from + 1 };
  return {
    type: 'actor',
    ...span,
    text: token.text,
    side: null,
    means: 'pronoun',
    pronoun: true,
    modifies: possessive,
  };
};

interface Parts {
  readonly found: FoundPhrase;
  readonly head: FoundPhrase;
  readonly owner: FoundPhrase | null;
}

/** "hundreds of gunmen" are gunmen, not a crowd. */
const meansOfMark = (sentence: Sentence, { found, head, owner }: Parts, theatre: Theatre) => {
  if (owner === null && (isRelief(sentence, found, theatre) || isUnarmed(sentence, found, theatre))) return 'civilian';
  // "a column of hirelings", "units of the enemy"
  if (owner !== null && (meansOf(owner) === 'enemy' || isNamesMen(found, owner, theatre))) return meansOf(owner);
  const first = sentence.tokens[found.from]?.word ?? '';
  const amount = meansOf(found) === 'civilian' && theatre.lexicon.has('partNouns', first);
  if (amount && owner !== null) return meansOf(owner);
  return meansOf(found) === 'forces' ? meansOf(head) : meansOf(found);
};

/** A nation's word before a noun is its state's, and not before a noun for men of no state. */
const nationBefore = (sentence: Sentence, found: FoundPhrase, theatre: Theatre): SideId | null => {
  const irregular = !theatre.open && meansOf(found) !== 'government' && isNoState(found, theatre);
  return irregular ? null : nationAt(sentence, found.from - 1, theatre);
};

/** "the Norlandic 47th Tank Division" is Norland's; "the 5th Brigade" is the army's. */
const unitSide = (sentence: Sentence, found: FoundPhrase, theatre: Theatre): SideId | null => {
  const at = numberedFrom(sentence, found, theatre);
  if (at === null || isOfOthers(sentence, found, theatre)) return null;
  const word = sentence.tokens[at - 1]?.text ?? '';
  const nation = theatre.sides.find(({ names }) => names.includes(word));
  return nation?.id ?? sideOfClass('government', theatre);
};

/** "rebel forces from Norland's Garth region", "rebels of the COALITION of Patriots": whatever follows, they are no state's. */
const isRebelsOwner = (
  { tokens }: Sentence,
  [found, owner]: readonly [FoundPhrase, FoundPhrase],
  theatre: Theatre,
): boolean =>
  isIrregular(found, theatre) &&
  (isNationName(owner) ||
    (owner.value.type === 'noun' && theatre.lexicon.has('rebelNouns', tokens[found.to - 1]?.word ?? '')));

/** "militants", "militiamen". */
const isNoState = (found: FoundPhrase, theatre: Theatre): boolean => {
  const side = sideOf(found, theatre);
  return side !== null && side !== incumbentOf(theatre) && !isForeignArms(found, theatre);
};

/** The actor that begins with this phrase. A possessive with a noun ("his men", "our forces") is one pronoun mark. */
export const actorMark = (sentence: Sentence, found: FoundPhrase, theatre: Theatre): ActorMark => {
  const { from } = found;
  const { to, found: head } = extend(sentence, found, theatre);
  const told = toldWhose(sentence, found, { to, theatre });
  const behind = told !== null || isOwnName(found, theatre) ? null : ownerBehind(sentence, to, theatre);
  const rebels = theatre.open && behind !== null && isRebelsOwner(sentence, [found, behind], theatre);
  const owner = rebels ? null : behind;
  const loyal = theatre.open && owner === null ? loyalClass(sentence.tokens, to, theatre) : null;
  const compound = theatre.open ? (loyal ?? compoundClass(found, { tokens: sentence.tokens, theatre })) : null;
  const said =
    compound === null
      ? (nationBefore(sentence, found, theatre) ?? sideOf(owner ?? head, theatre))
      : sideOfClass(compound, theatre);
  const unit = theatre.open && told === null ? unitSide(sentence, found, theatre) : null;
  const side = unit ?? (told === null ? said : told.side);
  const end = told?.to ?? owner?.to ?? to;
  const start = sentence.tokens[from]?.start ?? sentence.start;
  const last = sentence.tokens[end - 1]?.end ?? start;
  return {
    ...{ type: 'actor', start, end: last, sentence: sentence.index, from, to: end },
    ...{
      text: sentence.tokens
        .slice(from, end)
        .map(({ text }) => text)
        .join(' '),
      side,
      pronoun: false,
    },
    means: unit === null ? (told?.means ?? meansOfMark(sentence, { found, head, owner }, theatre)) : 'government',
    modifies: modifiesNext(sentence, end, theatre),
  };
};

/** A nation's word that no noun follows, where it shares one: the mark reaches over both, and the first named is its side. */
export const sharedMark = (sentence: Sentence, from: number, theatre: Theatre): ActorMark | null => {
  const side = nationAt(sentence, from, theatre);
  const noun = side === null ? null : sharedNoun(sentence, from, theatre);
  return noun === null ? null : { ...actorMark(sentence, { ...noun, from }, theatre), side };
};
