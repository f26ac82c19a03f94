// Whom "he", "they", "its commander" and "a spokesman" mean: who spoke before, or the side named last.
// Invariant: only what stands before the words is looked at; one person is no "they" where a side is named nearer.

import type { ActorMark, Draft } from '../marks.ts';
import { findOffices } from '../mentions/find-offices.ts';
import { isIncumbent } from '../mentions/theatre-sides.ts';
import { inSentence, inSentences, sentenceAt } from '../words/by-sentence.ts';
import { namedNear } from './bare-names.ts';
import {
  introducedAs,
  introducedBody,
  introducedLast,
  introducedMany,
  introducedNear,
  introducedOne,
} from './introduced-persons.ts';
import { areMen, byPronoun, isOnePerson, isOtherSex, isOwnSex, type Known, wordsOf } from './known-speakers.ts';

export interface Heard {
  readonly draft: Draft;
  readonly known: readonly Known[];
  /** Where the speaker's words stand. */
  readonly at: number;
  /** Where the last frame before stands. */
  readonly since: number;
}

export const isSure = ({ sides }: Known): boolean => !sides.includes('unknown');

/** The side of the actor named last before a place, in this sentence or the two before. */
const lastActor = ({ draft, at }: Heard, suits: (mark: ActorMark) => boolean = () => true): ActorMark | undefined => {
  const to = sentenceAt(draft, at);
  return inSentences(draft.mentions, { from: to - 2, to }).findLast(
    (one): one is ActorMark =>
      one.type === 'actor' &&
      one.end <= at &&
      one.side !== null &&
      !one.pronoun &&
      one.means !== 'civilian' &&
      suits(one),
  );
};

/** "fell to the Front after a clash with TROOPS, ITS spokesman said": many have no "its". */
const lastBody = (heard: Heard): ActorMark | undefined =>
  lastActor(heard, ({ text }) => !isMany(text) || isBody(text)) ?? lastActor(heard);

/** Words before the side that a sentence opens with: "An ethnic", "On Monday the". */
const OPENING = 4;

/** "A group fighting the army has taken Ashford, IT said": whom the sentence opens with. */
const openingActor = ({ draft, at }: Heard, back = 0): ActorMark | undefined => {
  const first = inSentence(draft.mentions, sentenceAt(draft, at) - back).find(
    (one): one is ActorMark => one.type === 'actor' && one.end <= at && !one.pronoun,
  );
  return first !== undefined && first.from <= OPENING && first.side !== null && !first.modifies ? first : undefined;
};

/** The state whose forces the sentence begins with; of what rebels do anybody's spokesman may tell. */
const sideOpening = (heard: Heard): Known['sides'] | null => {
  const side = openingActor(heard)?.side ?? null;
  return side !== null && isIncumbent(side, heard.draft.theatre) ? [side] : null;
};

/** "their spokesman", "its commander", "his deputy": of the side named last, or of the last speaker's. */
export const owned = (heard: Heard, words: string): Known['sides'] | null => {
  const { lexicon } = heard.draft.theatre;
  const leads = ['indefiniteArticles', 'spokesLeads'];
  const first = wordsOf(words).find((word) => !leads.some((list) => lexicon.has(list, word))) ?? '';
  // "Government forces took A, a spokesman said": of whom the sentence tells; "Spokesman Karim Bakhtar said": of the body spoken of.
  if (lexicon.has('spokesWords', first)) return sideOpening(heard) ?? heard.known.findLast(isSure)?.sides ?? null;
  // "YOUR own leadership said": asked of whoever answers.
  if (lexicon.has('addressPossessives', first))
    return heard.known.findLast((one) => isSure(one) && isOnePerson(one, lexicon))?.sides ?? null;
  if (!lexicon.has('possessives', first)) return null;
  const body = lexicon.has('placePossessives', first)
    ? heard.known.slice(-2).findLast((one) => isSure(one) && !isOnePerson(one, lexicon))
    : undefined;
  if (body !== undefined) return body.sides;
  // "The Front left A after a battle with soldiers, ITS commander said": of whom the sentence opens with.
  const actor = lexicon.has('personPronouns', first) ? undefined : (openingActor(heard) ?? lastBody(heard));
  return actor?.side != null ? [actor.side] : (heard.known.findLast(isSure)?.sides ?? null);
};

/** Of whom "their commander" is one: whom this sentence opens with, or the one before, or who was named last. */
const ownersNamed = (heard: Heard): ActorMark | undefined =>
  openingActor(heard) ?? openingActor(heard, 1) ?? lastActor(heard);

/** "The Front has left A, ITS COMMANDER said": not the state's, as a commander of nobody's is. */
export const ofTheirCommander = (heard: Heard, words: string): Known['sides'] | null => {
  const { theatre } = heard.draft;
  const [first = ''] = wordsOf(words);
  if (!theatre.lexicon.has('possessives', first) || theatre.lexicon.has('personPronouns', first)) return null;
  const offices = findOffices(words, theatre);
  const side = ownersNamed(heard)?.side ?? null;
  // "THEIR chief of staff": many are no place, and have no ministry but their own.
  const many = theatre.lexicon.has('pluralPossessives', first);
  const own = offices.every((one) => one.class === 'commander' || (many && one.class === 'ministry'));
  return side !== null && offices.length > 0 && own ? [side] : null;
};

/** "residents", "the rebels": no "it". */
const isMany = (words: string | null): boolean => /\p{L}s$/u.test(words ?? '');

/** "The Salat BRIGADES": a name that has a plural is one body still. */
const isBody = (words: string): boolean => /\p{Lu}\S*s$/u.test(words);

const fights = ({ side }: ActorMark, { theatre }: Draft): boolean =>
  theatre.sides.some(({ id, belligerent }) => id === side && belligerent);

const isSamePerson = (one: Known, other: Known): boolean =>
  (one.speaker ?? '').includes(other.speaker ?? '') || (other.speaker ?? '').includes(one.speaker ?? '');

/** "The Front has advanced, locals say. On Monday IT said": no many are "it", but the body with which the sentence before opens. */
const bodyBefore = (heard: Heard): Known | undefined => {
  const body = openingActor(heard, 1);
  if (body?.side == null || (isMany(body.text) && !isBody(body.text))) return undefined;
  return { speaker: body.text, role: null, sides: [body.side], via: null };
};

/** "It made the governor, Ivo Hale, laugh. … HE admitted": who was named right before, with the office that stood beside him. */
const namedBefore = ({ draft, at }: Heard): Known | undefined => {
  const named = namedNear(draft, sentenceAt(draft, at));
  return named?.speaker == null ? named : (introducedAs(draft, named.speaker, at) ?? named);
};

/** "he" is whom the sentence before began with, else the last person who spoke; "they", where nobody has spoken yet, the party named last. */
export const pronounMeant = (heard: Heard, pronoun: string): Known | undefined => {
  const { draft, known, at, since } = heard;
  const { lexicon } = draft.theatre;
  const person = lexicon.has('personPronouns', pronoun);
  const sentence = sentenceAt(draft, at);
  const many = lexicon.has('pluralPronouns', pronoun) ? introducedMany(draft, sentence, since) : null;
  const single = lexicon.has('onePronouns', pronoun);
  const opener = openingActor(heard);
  // "THE REBELS fled after the army took it, IT said": many are no "it".
  const suits = (mark: ActorMark): boolean => !single || !isMany(mark.text) || isBody(mark.text);
  // "the crossing with NORLAND. THEY said": a land that fights nobody here is no "they".
  const isThey = (mark: ActorMark): boolean => single || isMany(mark.text) || fights(mark, draft);
  const opening = opener !== undefined && suits(opener) ? opener : undefined;
  const alone = single && opening === undefined;
  const first = person
    ? introducedLast(draft, sentence, since)
    : (many ?? (alone ? introducedBody(draft, heard.at, since) : null));
  const isOther = (one: Known | null | undefined): boolean =>
    one != null &&
    [one, ...known.filter(({ speaker }) => speaker === one.speaker)].some((who) => isOtherSex(pronoun, who, lexicon));
  // "Hale had been away, his MOTHER said. Hale was shot, SHE said": whose sex is told, and spoke last.
  const lastOne = known.at(-1);
  const other = first !== null && lastOne !== undefined && !isSamePerson(first, lastOne);
  const sexed = person && other && isOwnSex(pronoun, lastOne, lexicon);
  const opened = isOther(first) || (sexed && !isOwnSex(pronoun, first, lexicon)) ? null : first;
  const nobody = person && !known.some((one) => isOnePerson(one, lexicon) && !isOtherSex(pronoun, one, lexicon));
  const near = nobody ? (introducedNear(draft, sentence) ?? namedBefore(heard)) : undefined;
  const last = opened ?? near ?? byPronoun(pronoun, known, lexicon);
  const one = person && (last === undefined || !isSure(last)) ? introducedOne(draft, sentence, since) : null;
  const said = isOther(one) ? last : (one ?? last);
  const actor = opening ?? (single && opener !== undefined ? undefined : lastActor(heard, isThey));
  // "The mayor says so. Do the rebels hold it? They say they do.": one person is no "they" where a side is named since.
  const plural = lexicon.has('pluralPronouns', pronoun);
  const opens = single && opening !== undefined;
  const nearer =
    (plural || opens) &&
    actor !== undefined &&
    !actor.modifies &&
    actor.start > since &&
    said !== undefined &&
    (isOnePerson(said, lexicon) || (opens && isMany(said.speaker) && !isMany(actor.text)));
  const spoke = known.findLast(({ silent }) => silent !== true);
  const body = single && areMen(spoke?.speaker ?? null) ? bodyBefore(heard) : undefined;
  if (body !== undefined) return body;
  if (!nearer && (said !== undefined || person)) return said;
  return actor?.side == null ? undefined : { speaker: actor.text, role: null, sides: [actor.side], via: null };
};
