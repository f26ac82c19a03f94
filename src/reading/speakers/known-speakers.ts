// Who is meant by "he", "the spokesman", "Rahmani", "one of them", "their spokesman": speakers named before in the report.

import type { SpeakerSide } from '../../model/actor.ts';
import { keptOfText } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import { isNationWord } from '../mentions/nation-words.ts';

export interface Known {
  readonly speaker: string | null;
  readonly role: string | null;
  readonly sides: readonly SpeakerSide[];
  /** The outlet that was told. */
  readonly via: string | null;
  /** He was told of, and has not spoken. */
  readonly silent?: boolean;
  /** He is the author of a paper that is quoted. */
  readonly wrote?: boolean;
}

export const wordsOf = keptOfText((text): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}.]+/u)
    .filter((word) => word !== ''),
);

const namesIn = (known: Known): readonly string[] => wordsOf(known.speaker ?? '');

/** The word that says what a speaker is: "council" of "the city council of Eastry", the last one of a name. */
const headOf = (known: Known, lexicon: Lexicon): string => {
  const words = namesIn(known);
  const link = words.findIndex(
    (word, i) => i > 0 && (lexicon.has('prepositions', word) || lexicon.has('relatives', word)),
  );
  return words[link > 0 ? link - 1 : words.length - 1] ?? '';
};

const isName = (text: string): boolean => /\p{Lu}[\p{L}’'-]+$/u.test(text);

/** The last word where it is no name: "residents" is many, "Reyes" one. */
const lowerEnd = (text: string): string => /(?:^|\s)(\p{Ll}+)$/u.exec(text)?.[1] ?? '';

/** "Local officials" of "Local officials in Takhar": what a place behind names is no name of theirs. */
const withoutPlace = (speaker: string, lexicon: Lexicon): string => {
  const words = speaker.split(/\s+/u);
  const link = words.findIndex((word, i) => i > 0 && lexicon.has('homeLinks', word));
  return link > 0 ? words.slice(0, link).join(' ') : speaker;
};

/** One person: not residents, the police or a ministry. */
export const isOnePerson = (known: Known, lexicon: Lexicon): boolean => {
  const head = headOf(known, lexicon);
  if (lexicon.has('personNouns', head)) return true;
  const name = withoutPlace(known.speaker ?? '', lexicon);
  // "Residents", which opens a sentence, is no name.
  const plural = !/\s/u.test(name) && isPlural(head) && lexicon.has('personNouns', head.slice(0, -1));
  // "NATO says … It denies": letters are no person.
  if (/^\p{Lu}{2,6}$/u.test(name)) return false;
  // "Two MPs": letters with a plural are many.
  if (/\p{Lu}{2,}s$/u.test(name)) return false;
  const many = plural || /(?:[^s]s|men|people)$/u.test(lowerEnd(name)) || (isPlural(head) && !isName(name));
  return !many && !lexicon.has('institutionNouns', head);
};

const isPlural = (word: string): boolean => /\p{Ll}[^s']s$/u.test(word);

/** "Ms Crane said so. HE denied it": a title or a noun of the other sex is somebody else's. */
export const isOtherSex = (pronoun: string, { speaker, role }: Known, lexicon: Lexicon): boolean => {
  const [own, other] = lexicon.has('femaleWords', pronoun)
    ? ['femaleWords', 'maleWords']
    : ['maleWords', 'femaleWords'];
  if (!lexicon.has(own, pronoun)) return false;
  // "Mr Obi's wife, Grace": of what stands before the name's own noun only the noun counts.
  const said = wordsOf(`${role ?? ''} ${speaker ?? ''}`.replace(/\S+['’]s\b/gu, ''));
  const words = said.filter((word) => !lexicon.has('personPronouns', word));
  return words.some((word) => lexicon.has(other, word)) && !words.some((word) => lexicon.has(own, word));
};

/** "HIS MOTHER said": she has the pronoun's own sex in her words. */
export const isOwnSex = (pronoun: string, { speaker, role }: Known, lexicon: Lexicon): boolean => {
  const own = lexicon.has('femaleWords', pronoun) ? 'femaleWords' : 'maleWords';
  const said = wordsOf(`${role ?? ''} ${speaker ?? ''}`.replace(/\S+['’]s\b/gu, ''));
  return (
    lexicon.has(own, pronoun) && said.some((word) => !lexicon.has('personPronouns', word) && lexicon.has(own, word))
  );
};

/** So many speakers back "it" may mean a body. */
const IT = 4;

/** "The rebels", "Norlandic fighters", "residents of A": many, and no "it"; "the Salat Brigades" are one body. */
export const areMen = (words: string | null): boolean =>
  /(?:^|\s)\p{Ll}+s$/u.test((words ?? '').replace(/,? (?:of|from|in|at|near|who|loyal) .*$/su, ''));

/** "he" means the last person, "they" and "it" the last who is none, each the very last one else. */
export const byPronoun = (pronoun: string, known: readonly Known[], lexicon: Lexicon): Known | undefined => {
  const last = known.at(-1);
  // "Hale had been away, his MOTHER said. Hale was shot, SHE said": who spoke, and whose sex is told.
  const spoke = known.findLast(({ silent }) => silent !== true);
  const told = spoke !== undefined && last?.silent === true && isOwnSex(pronoun, spoke, lexicon);
  if (told && !isOwnSex(pronoun, last, lexicon)) return spoke;
  if (lexicon.has('personPronouns', pronoun))
    return known.findLast((one) => isOnePerson(one, lexicon) && !isOtherSex(pronoun, one, lexicon)) ?? last;
  const bodies = known.slice(-2).filter((one) => !isOnePerson(one, lexicon));
  if (!lexicon.has('onePronouns', pronoun)) return bodies.at(-1) ?? last;
  return (
    bodies.findLast(({ speaker }) => !areMen(speaker)) ??
    known.slice(-IT).findLast((one) => !isOnePerson(one, lexicon) && !areMen(one.speaker)) ??
    bodies.at(-1) ??
    last
  );
};

/** A name of one or two words said before in full ("Rahmani" after "Inamuddin Rahmani"). */
export const saidInFull = (known: readonly Known[], words: string, lexicon: Lexicon): Known | undefined => {
  const parts = wordsOf(words);
  const last = parts.at(-1) ?? '';
  if (parts.length > 3 || !/^\p{Lu}/u.test(words) || !isName(words)) return undefined;
  // "Tadin Khan" is not Ismail Khan; "General Khan" may be.
  const [given = ''] = parts;
  const initial = /^\p{L}\.?$/u.test(given);
  const titled =
    parts.length < 2 || initial || ['titles', 'personTitles', 'personNouns'].some((list) => lexicon.has(list, given));
  const fits = (one: Known): boolean => {
    const names = wordsOf(withoutPlace(one.speaker ?? '', lexicon));
    return names.includes(last) && names.length >= parts.length && (titled || names.includes(given));
  };
  return (
    known.findLast((one) => fits(one) && !one.sides.includes('unknown')) ??
    known.findLast((one) => fits(one) && namesIn(one).length > parts.length)
  );
};

/** "the official" of "the official from the governor's office". */
const headWords = (words: string, lexicon: Lexicon): readonly string[] => {
  const parts = wordsOf(words);
  const link = parts.findIndex((word, i) => i > 0 && lexicon.has('originLinks', word));
  return link > 0 ? parts.slice(0, link) : parts;
};

/** "the official", "that spokesman", "the same officer": short, definite, and a noun for one person. */
export const isDescription = (words: string, lexicon: Lexicon): boolean => {
  const parts = headWords(words, lexicon);
  return (
    parts.length <= 4 &&
    !lexicon.has('possessives', parts[0] ?? '') &&
    lexicon.has('definiteWords', parts[0] ?? '') &&
    lexicon.has('personNouns', parts.at(-1) ?? '')
  );
};

/** "the release", "the statement": the paper of whoever spoke last in it. */
export const isDocument = (words: string, lexicon: Lexicon): boolean => {
  const [first = '', last = '', ...more] = wordsOf(words.replace(/,.*$/su, ''));
  const paper = lexicon.has('documentNouns', last) || lexicon.has('writtenNouns', last);
  return more.length === 0 && lexicon.has('definiteWords', first) && paper;
};

export const hasName = ({ speaker }: Known): boolean =>
  /\p{Lu}/u.test((speaker ?? '').replace(/^\p{Lu}\p{Ll}*\s/u, ''));

/** "the source" never has a name. */
export const isNameless = (words: string, lexicon: Lexicon): boolean =>
  lexicon.has('namelessNouns', headWords(words, lexicon).at(-1) ?? '');

/** The last person whose office has the description's noun ("the colonel"); else the last one named, of a source the last not named. */
export const described = (words: string, known: readonly Known[], lexicon: Lexicon): Known | undefined => {
  const noun = headWords(words, lexicon).at(-1) ?? '';
  const said = known.findLast(({ speaker, role }) => wordsOf(`${speaker ?? ''} ${role ?? ''}`).includes(noun));
  if (said !== undefined) return said;
  // "the lawyer" is somebody new where no lawyer was named; "the official" may be any office.
  if (!lexicon.has('genericNouns', noun) && !isNameless(words, lexicon)) return undefined;
  // "the POLICE chief" is nobody of whom another office was told.
  const before = headWords(words, lexicon).at(-2) ?? '';
  if (lexicon.has('serviceNouns', before)) return undefined;
  const nameless = isNameless(words, lexicon);
  return known.findLast((one) => hasName(one) !== nameless) ?? known.at(-1);
};

/** "one of them, Karim", "one of them", "another of them", "both": some of those named last, who keep their own words. */
export const amongLast = (words: string, known: readonly Known[], lexicon: Lexicon): Known | undefined => {
  const parts = wordsOf(words.replace(/,.*$/su, ''));
  const last = parts.at(-1) ?? '';
  const part = parts.length === 1 && lexicon.has('partSubjects', last);
  const partial = part || (parts.length <= 4 && lexicon.has('partPronouns', last));
  return partial ? known.findLast(({ sides }) => !sides.includes('unknown')) : undefined;
};

/** "Dadgar, who leads some 300 men": one of the commanders who spoke before. */
export const leaderOf = (words: string, known: readonly Known[], lexicon: Lexicon): Known | undefined => {
  const parts = wordsOf(words);
  const leads = parts.findIndex((word) => lexicon.has('leadingForms', word));
  if (leads < 0 || !parts.slice(leads).some((word) => lexicon.has('menNouns', word))) return undefined;
  return known.findLast(({ speaker }) => wordsOf(speaker ?? '').some((word) => lexicon.has('leaderNouns', word)));
};

/** "the ministry" after "the defence ministry": the same body, whose side is known. */
export const sameBody = (words: string, known: readonly Known[], lexicon: Lexicon): Known | undefined => {
  const parts = wordsOf(words);
  if (parts.length > 3 || !lexicon.has('definiteWords', parts[0] ?? '')) return undefined;
  return known.findLast((one) => !one.sides.includes('unknown') && headOf(one, lexicon) === parts.at(-1));
};

/** "the ministry" after "Norland's Ministry of Defence": whose it is was said with its full name. */
const fullBody = (words: string, known: readonly Known[], lexicon: Lexicon): Known | undefined => {
  const [first = '', noun = '', ...more] = wordsOf(words);
  if (more.length > 0 || !lexicon.has('definiteWords', first) || !lexicon.has('orgWords', noun)) return undefined;
  return known.findLast(({ speaker, sides }) => !sides.includes('unknown') && wordsOf(speaker ?? '').includes(noun));
};

/** "Norland claimed A. THE DEFENCE MINISTRY said": that of the nation that spoke last. */
const nationsBody = (words: string, known: readonly Known[], lexicon: Lexicon): Known | undefined => {
  const parts = wordsOf(words);
  const last = known.at(-1);
  const body = lexicon.has('definiteWords', parts[0] ?? '') && lexicon.has('orgWords', parts.at(-1) ?? '');
  const nation = last?.sides.includes('foreign') === true && isNationWord(last.speaker ?? '', lexicon);
  return parts.length <= 3 && body && nation ? last : undefined;
};

/** "the ministry", "the defence ministry": a body whose land was said before; undefined where none was. */
export const bodyNamed = (words: string, known: readonly Known[], lexicon: Lexicon): Known | undefined =>
  fullBody(words, known, lexicon) ?? nationsBody(words, known, lexicon);

/** "the group", "the monitor" after a body of neither side, or after its head: it is still that body that speaks. */
export const sameOutsider = (words: string, known: readonly Known[], lexicon: Lexicon): Known | undefined => {
  const [first = '', noun = '', ...more] = wordsOf(words);
  if (more.length > 0 || !lexicon.has('definiteWords', first) || !lexicon.has('bodyNouns', noun)) return undefined;
  const last = known.at(-1);
  return last?.sides.length === 1 && last.sides.includes('international') ? last : undefined;
};

/** "the 215th Corps" has a name of its own, "the defence ministry in Kabul" has none. */
export const isNamedBody = ({ speaker }: Known, lexicon: Lexicon): boolean => {
  const words = (speaker ?? '').split(/\s+/);
  const link = words.findIndex((word, i) => i > 0 && lexicon.has('prepositions', word));
  return (link > 0 ? words.slice(0, link) : words).slice(1).some((word) => /^\p{Lu}/u.test(word));
};

/** "The governor said A. …, Karim Pulwali said": a bare name right behind an office of one person is its holder's. */
export const holderOf = (
  words: string,
  { known, next }: { readonly known: readonly Known[]; readonly next: boolean },
  lexicon: Lexicon,
): Known | undefined => {
  // "The rebels have left A, X said": a party that the sentence opens with has no holder.
  const last = known.slice(-2).findLast((one) => isOnePerson(one, lexicon));
  if (last?.speaker == null || wordsOf(words).length > 3 || !isName(words) || !/^\p{Lu}/u.test(words)) return undefined;
  const [lead = ''] = wordsOf(last.speaker);
  // "a police spokesman said. … Karim Pulwali said": the first who speaks is named in the next sentence.
  const same = known.every((one) => headOf(one, lexicon) === headOf(last, lexicon));
  const first =
    (same || (next && last === known.at(-1))) && lexicon.has('indefiniteArticles', lead) && /\s/u.test(words);
  const office = first || (/^\p{Ll}|^The\s/u.test(last.speaker) && lead === 'the');
  return office && lexicon.has('personNouns', headOf(last, lexicon)) ? last : undefined;
};
