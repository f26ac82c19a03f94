// Who is meant by "he", "the spokesman", "Rahmani", "one of them", "their spokesman": speakers named before in the report.
import type { SpeakerSide } from '../model/actor.ts';
import type { Lexicon } from '../model/lexicon.ts';

export interface Known {
  readonly speaker: string | null;
  readonly role: string | null;
  readonly sides: readonly SpeakerSide[];
  /** The outlet that was told. */
  readonly via: string | null;
}

export const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}.]+/u)
    .filter((word) => word !== '');

const namesIn = (known: Known): readonly string[] => wordsOf(known.speaker ?? '');

/** The word that says what a speaker is: "council" of "the city council of Eastry", the last one of a name. */
const headOf = ({ speaker }: Known, lexicon: Lexicon): string => {
  const words = wordsOf(speaker ?? '');
  const link = words.findIndex((word, i) => i > 0 && lexicon.has('prepositions', word));
  return words[link > 0 ? link - 1 : words.length - 1] ?? '';
};

const isName = (text: string): boolean => /\p{Lu}[\p{L}’'-]+$/u.test(text);

/** The last word where it is no name: "residents" is many, "Reyes" one. */
const lowerEnd = (text: string): string => /(?:^|\s)(\p{Ll}+)$/u.exec(text)?.[1] ?? '';

/** One person: a name in capitals or the noun for one ("official", "doctor"); not police, residents or a ministry. */
export const isOnePerson = (known: Known, lexicon: Lexicon): boolean => {
  const head = headOf(known, lexicon);
  if (lexicon.has('personNouns', head)) return true;
  return (
    isName(known.speaker ?? '') &&
    !/\p{Ll}s$/u.test(lowerEnd(known.speaker ?? '')) &&
    !lexicon.has('institutionNouns', head)
  );
};

/** "he" means the last person, "they" and "it" the last who is none, each the very last one else. */
export const byPronoun = (pronoun: string, known: readonly Known[], lexicon: Lexicon): Known | undefined => {
  const last = known.at(-1);
  if (lexicon.has('personPronouns', pronoun)) return known.findLast((one) => isOnePerson(one, lexicon)) ?? last;
  return known.slice(-2).findLast((one) => !isOnePerson(one, lexicon)) ?? last;
};

/** A name of one or two words said before in full ("Rahmani" after "Inamuddin Rahmani"). */
export const saidInFull = (known: readonly Known[], words: string): Known | undefined => {
  const parts = wordsOf(words);
  const last = parts.at(-1) ?? '';
  if (parts.length > 3 || !/^\p{Lu}/u.test(words) || !isName(words)) return undefined;
  const fits = (one: Known): boolean => namesIn(one).includes(last) && namesIn(one).length >= parts.length;
  return (
    known.findLast((one) => fits(one) && !one.sides.includes('unknown')) ??
    known.findLast((one) => fits(one) && namesIn(one).length > parts.length)
  );
};

/** "the official", "that spokesman", "the same officer": short, definite, and a noun for one person. */
export const isDescription = (words: string, lexicon: Lexicon): boolean => {
  const parts = wordsOf(words);
  return (
    parts.length <= 4 &&
    !lexicon.has('possessives', parts[0] ?? '') &&
    lexicon.has('definiteWords', parts[0] ?? '') &&
    lexicon.has('personNouns', parts.at(-1) ?? '')
  );
};

/** "the release", "the statement": the paper of whoever spoke last in it. */
export const isDocument = (words: string, lexicon: Lexicon): boolean => {
  const [first = '', last = '', ...more] = wordsOf(words);
  return more.length === 0 && lexicon.has('definiteWords', first) && lexicon.has('documentNouns', last);
};

export const hasName = ({ speaker }: Known): boolean =>
  /\p{Lu}/u.test((speaker ?? '').replace(/^\p{Lu}\p{Ll}*\s/u, ''));

/** The last person whose office has the description's noun ("the colonel"); else the last one named, of a source the last not named. */
export const described = (words: string, known: readonly Known[], lexicon: Lexicon): Known | undefined => {
  const noun = wordsOf(words).at(-1) ?? '';
  const said = known.findLast(({ speaker, role }) => wordsOf(`${speaker ?? ''} ${role ?? ''}`).includes(noun));
  if (said !== undefined) return said;
  const nameless = lexicon.has('namelessNouns', noun);
  return known.findLast((one) => hasName(one) !== nameless) ?? known.at(-1);
};

/** "one of them", "another of them", "both": some of those named last, who keep their own words. */
export const amongLast = (words: string, known: readonly Known[], lexicon: Lexicon): Known | undefined => {
  const last = wordsOf(words).at(-1) ?? '';
  const partial = wordsOf(words).length <= 4 && lexicon.has('partPronouns', last);
  return partial ? known.findLast(({ sides }) => !sides.includes('unknown')) : undefined;
};

/** "the ministry" after "the defence ministry": the same body, whose side is known. */
export const sameBody = (words: string, known: readonly Known[], lexicon: Lexicon): Known | undefined => {
  const parts = wordsOf(words);
  if (parts.length > 3 || !lexicon.has('definiteWords', parts[0] ?? '')) return undefined;
  return known.findLast((one) => !one.sides.includes('unknown') && headOf(one, lexicon) === parts.at(-1));
};

/** "The governor said A. …, Karim Pulwali said": a bare name right behind an office of one person is its holder's. */
export const holderOf = (words: string, known: readonly Known[], lexicon: Lexicon): Known | undefined => {
  const last = known.at(-1);
  if (last?.speaker == null || wordsOf(words).length > 3 || !isName(words) || !/^\p{Lu}/u.test(words)) return undefined;
  const office = /^\p{Ll}|^The\s/u.test(last.speaker) && wordsOf(last.speaker)[0] === 'the';
  return office && lexicon.has('personNouns', headOf(last, lexicon)) ? last : undefined;
};
