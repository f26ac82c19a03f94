// Speakers of whom no office is said, only how they live: "Karim Bakhtar, who loads wheat", "one man", "a woman who lives
// near the governor's office". Invariant: an office or a party said of them themselves comes before.
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { Theatre } from '../../model/theatre.ts';
import { findOffices } from '../mentions/find-offices.ts';
import { findPhrases } from '../mentions/find-phrases.ts';
import { cutWords } from '../words/text-words.ts';

/** "Karim Bakhtar, 61, a beekeeper", "the 45-year-old": an age is told of people, and no arms. */
const hasAge = (words: string, lexicon: Lexicon): boolean =>
  (/^[^,]*\p{Lu}[^,]*, \d{1,3}(?:,|$)/u.test(words) || /\b\d{1,3}-year-old\b/u.test(words)) &&
  !cutWords(words).words.some((word) => AGED.some((list) => lexicon.has(list, word)));

const AGED = ['armedWords', 'menNouns', 'ofUnits'];

/** "Karim Bakhtar, who loads wheat": somebody of whom an everyday deed is told, and no office. */
export const livesPlainly = (words: string, { lexicon }: Theatre): boolean => {
  if (hasAge(words, lexicon)) return true;
  const deed = /^\p{Lu}[^,]*, (\p{Ll}+) (\p{Ll}+s)\b/u.exec(words);
  return deed !== null && lexicon.has('personRelatives', deed[1] ?? '') && !lexicon.has('officialDeeds', deed[2] ?? '');
};

/** "Karim Bakhtar, who lives near the governor's office"; "one man", "people": of whom no office is said before. */
export const livesBeside = (words: string, theatre: Theatre, namesOwner: (before: string) => boolean): boolean => {
  const { lexicon } = theatre;
  const [lives] = findPhrases(words, lexicon.list('ordinaryLives'));
  if (lives !== undefined && findOffices(words.slice(0, lives.start), theatre).length === 0)
    return !namesOwner(words.slice(0, lives.start));
  const said = cutWords(words).words;
  const last = said.at(-1) ?? '';
  return (
    said.length <= PLAIN &&
    lexicon.has('plainPeople', last) &&
    said.slice(0, -1).every((word) => lexicon.has('plainLeads', word))
  );
};

/** "several young women". */
const PLAIN = 3;

const talkPattern = kept(
  ({ list }: Lexicon) =>
    new RegExp(
      `,? (?:(?:${list('personRelatives').join('|')}) )?(?:${list('talkForms').join('|')}) (?:${list('hearerLinks').join('|')}) .*$`,
      'iu',
    ),
);

/** "an officer who spoke to reporters": whom he spoke to is no office of his. */
export const withoutTalk = (words: string, lexicon: Lexicon): string => words.replace(talkPattern(lexicon), '');
