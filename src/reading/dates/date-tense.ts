// What the verb nearest before a date says of its time: still to come, or past. "hopes to take A by FRIDAY" and "A was held
// until FRIDAY" have the same preposition. Invariant: only the clause in front of the date is looked at, from the date back.
import { type DateVocabulary, phraseAt } from './date-vocabulary.ts';
import { type DateWord, isCapital } from './date-words.ts';

export type Tense = 'coming' | 'past';

/** How many words back the verb may stand. */
const REACH = 14;

export interface Look {
  readonly words: readonly DateWord[];
  readonly vocabulary: DateVocabulary;
}

const isPastForm = ({ words, vocabulary: { lexicon } }: Look, at: number): boolean => {
  const word = words[at]?.word ?? '';
  if (lexicon.has('datePastWords', word)) return true;
  // "is EXPECTED", "to be HELD", "the WOUNDED soldiers": behind a helper or an article it is no past of its own.
  // "will be FULLY restored"
  const manner = /\p{Ll}ly$/u.test(words[at - 1]?.word ?? '') || lexicon.has('verbAdverbs', words[at - 1]?.word ?? '');
  const before = words[manner ? at - 2 : at - 1]?.word ?? '';
  if (['be', 'have', 'determiners', 'prepositions', 'toWords'].some((list) => lexicon.has(list, before))) return false;
  return (lexicon.verbs.get(word) ?? []).some(({ past, base }) => past === word && base !== word);
};

/** "managed TO LEAVE": it has been done. */
const isDone = ({ words, vocabulary: { lexicon } }: Look, at: number): boolean =>
  lexicon.has('dateDoneVerbs', words[at - 1]?.word ?? '');

/** "due to THE SHELLING", "MAY 2024", "is to THE NORTH": words of the coming that say something else here. */
const isOtherwise = ({ words, vocabulary: { lexicon } }: Look, at: number, to: number): boolean => {
  const noun = ['determiners', 'possessives', 'notComing'].some((list) => lexicon.has(list, words[to]?.word ?? ''));
  return (noun && lexicon.has('toWords', words[to - 1]?.word ?? '')) || (at > 0 && isCapital(words[at]));
};

/** A word of the coming begins here. */
export const opensComing = (
  look: Look,
  at: number,
  lists: readonly ('dateComing' | 'futureWords')[] = ['dateComing'],
): boolean =>
  lists.some((list) => {
    const found = phraseAt(look.words, at, look.vocabulary.phrases(list));
    return found !== null && !isOtherwise(look, at, found.to);
  });

/** "GAVE them until Friday"; what was "given UP" is gone. */
const isUltimatum = ({ words, vocabulary: { lexicon } }: Look, at: number): boolean =>
  lexicon.has('dateUltimata', words[at]?.word ?? '') && !lexicon.has('verbParticles', words[at + 1]?.word ?? '');

const tenseAt = (look: Look, at: number): Tense | null => {
  if (isUltimatum(look, at)) return 'coming';
  if (opensComing(look, at, ['dateComing', 'futureWords'])) return isDone(look, at) ? 'past' : 'coming';
  return isPastForm(look, at) ? 'past' : null;
};

/** A comma, a bracket, a colon that is none of a clock's ("from 00:01 on Saturday"). */
export const isWall = (words: readonly DateWord[], at: number, { lexicon }: DateVocabulary): boolean =>
  lexicon.has('dateWalls', words[at]?.word ?? '') &&
  !(words[at - 1]?.figure === true && words[at + 1]?.figure === true);

/** "SAID the curfew ends on Friday": behind a verb of saying begins another clause. */
const isReportVerb = ({ words, vocabulary: { lexicon } }: Look, at: number): boolean =>
  (lexicon.verbs.get(words[at]?.word ?? '') ?? []).some(({ lemma }) => lexicon.has('reportingVerbs', lemma));

/** The time of the clause that ends in the date; null where nothing tells it. */
export const tenseBefore = (look: Look, from: number): Tense | null => {
  for (let at = from - 1; at >= 0 && from - at <= REACH; at -= 1) {
    const word = look.words[at]?.word ?? '';
    if (isWall(look.words, at, look.vocabulary) || look.vocabulary.lexicon.has('dateClauseWords', word)) return null;
    if (isReportVerb(look, at)) return null;
    const tense = tenseAt(look, at);
    if (tense !== null) return tense;
  }
  return null;
};

/** The time of the first verb behind a date that opens its sentence: "By SUNDAY the town WAS in ruins". */
export const tenseBehind = (look: Look, to: number): Tense | null => {
  for (let at = to; at < to + REACH && look.words[at] !== undefined; at += 1) {
    if (at > to && isWall(look.words, at, look.vocabulary)) return null;
    const tense = tenseAt(look, at);
    if (tense !== null) return tense;
  }
  return null;
};

/** "the talks OPEN", "the summit STARTS", and not "the gates were left open", "Council rule", "a start". */
const isVerbHere = (look: Look, at: number): boolean => {
  const { words, vocabulary } = look;
  const word = words[at]?.word ?? '';
  const before = words[at - 1]?.word ?? '';
  const many = /[^s]s$/u.test(before) || vocabulary.lexicon.has('datePlurals', before);
  const led = ['determiners', 'possessives', 'toWords', 'be', 'have', 'prepositions', 'conjunctions'].some((list) =>
    vocabulary.lexicon.has(list, before),
  );
  return !led && (word.endsWith('s') || many) && tenseBefore(look, at) !== 'past';
};

/** "army OPENS AN OFFENSIVE on Friday", "rebels CLOSE IN ON A": a deed in a headline's present, and nothing arranged. */
const hasObject = ({ words, vocabulary: { lexicon } }: Look, at: number, from: number): boolean => {
  const isPreposition = (i: number): boolean => lexicon.has('prepositions', words[i]?.word ?? '');
  if (at + 1 >= from || lexicon.has('dateTravels', words[at]?.word ?? '')) return false;
  // "nurses WALK OUT on Friday", "soldiers WALK OUT OF A on Friday"
  if (lexicon.has('verbParticles', words[at + 1]?.word ?? '')) return at + 2 < from;
  return !isPreposition(at + 1) || isPreposition(at + 2);
};

/** "On Friday the army BEGINS ITS assault", where no mark tells the end of the words behind the verb. */
const ownsObject = (look: Look, at: number): boolean => {
  const { words, vocabulary } = look;
  const led = ['determiners', 'possessives'].some((list) => vocabulary.lexicon.has(list, words[at + 1]?.word ?? ''));
  const through = vocabulary.lexicon.has('prepositions', words[at + 1]?.word ?? '');
  return (led || through) && hasObject(look, at, words.length);
};

/** So near in front of its day stands a verb of what is arranged: "opens in Garth on FRIDAY". */
const ARRANGED = 6;

/** "the talks OPEN on FRIDAY": the present of a verb for what is arranged beforehand. */
export const isArranged = ({ words, vocabulary }: Look, from: number): boolean => {
  const { lexicon } = vocabulary;
  for (let at = from - 1; at > 0 && from - at <= ARRANGED; at -= 1) {
    const word = words[at]?.word ?? '';
    if (lexicon.has('dateArranged', word))
      return isVerbHere({ words, vocabulary }, at) && !hasObject({ words, vocabulary }, at, from);
    if (lexicon.has('dateWalls', word) || lexicon.has('dateHappened', word)) return false;
  }
  return false;
};

/** "On FRIDAY the country VOTES": the same behind a day that opens its sentence, as the first verb there. */
export const isArrangedBehind = (look: Look, to: number): boolean => {
  const { words, vocabulary } = look;
  const { lexicon } = vocabulary;
  for (let at = to; at < to + REACH && words[at] !== undefined; at += 1) {
    const word = words[at]?.word ?? '';
    if (at > to && lexicon.has('dateArranged', word) && !lexicon.has('determiners', words[at - 1]?.word ?? ''))
      return !ownsObject(look, at);
    if ((at > to && lexicon.has('dateWalls', word)) || tenseAt(look, at) !== null) return false;
  }
  return false;
};
