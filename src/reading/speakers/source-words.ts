// What can begin a speaker's words or an aside to them, word by word.
import { startsCapital } from '../words/closed-words.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';

const OFFICE_LISTS = [
  ...['roleStarts', 'personNouns', 'office:ministry', 'office:local-official', 'office:commander'],
  ...['office:spokesman', 'office:witness', 'office:resident', 'office:outlet', 'office:third-party'],
];

/** "officials", "police", "elders": a word that is an office of its own. */
export const isOfficeWord = ({ lexicon, tokens }: SentenceView, at: number): boolean => {
  const word = tokens[at]?.word ?? '';
  return singularsOf(word).some((form) => {
    const lists = form === '' ? undefined : lexicon.listsOf(form);
    return lists !== undefined && OFFICE_LISTS.some((name) => lists.has(name));
  });
};

/** The word itself, and what it may be the plural of. */
const singularsOf = (word: string): readonly string[] => {
  if (word.endsWith('s')) return [word, word.slice(0, -1), ...(word.endsWith('ies') ? [`${word.slice(0, -3)}y`] : [])];
  return word.endsWith('men') ? [word, `${word.slice(0, -3)}man`] : [word];
};

const isCapital = ({ tokens }: SentenceView, at: number): boolean => startsCapital(tokens[at]?.text ?? '');

/** A determiner, a name, a number of people, a pronoun, an office, a side: a noun phrase can begin here. */
export const isNounStart = (view: SentenceView, at: number): boolean =>
  isIn(view, 'determiners', at) ||
  isIn(view, 'possessives', at) ||
  isIn(view, 'subjectPronouns', at) ||
  isCapital(view, at) ||
  view.tokens[at]?.type === 'number' ||
  view.markAt[at]?.type === 'actor' ||
  isIn(view, 'countWords', at) ||
  isOfficeWord(view, at);

const isParticiple = ({ tokens, lexicon }: SentenceView, at: number): boolean => {
  const word = tokens[at]?.word ?? '';
  return (lexicon.verbs.get(word) ?? []).some(({ participle }) => participle === word);
};

/** "although confirming", "while admitting": what somebody grants before he says something else. */
export const opensConceding = (view: SentenceView, at: number): boolean =>
  isIn(view, 'grantingLinks', at) && /\p{L}ing$/u.test(wordAt(view, at + 1));

/** "senior adviser", "former deputy mayor": small words before a noun for one person. */
const isOfficeBehind = (view: SentenceView, at: number): boolean =>
  [1, 2].some(
    (words) =>
      isIn(view, 'personNouns', at + words) &&
      !wordAt(view, at + words).endsWith('s') &&
      view.tokens
        .slice(at, at + words)
        .every(
          ({ type, text, word }) =>
            type === 'word' &&
            /^\p{Ll}/u.test(text) &&
            (!view.lexicon.verbs.has(word) || view.lexicon.has('officeModifiers', word)) &&
            !NO_TITLE.some((list) => view.lexicon.has(list, word)),
        ),
  );

const NO_TITLE = [
  'prepositions',
  'conjunctions',
  'relatives',
  'pronouns',
  'modals',
  'be',
  'have',
  'do',
  'frameWalls',
  'verbAdverbs',
  'speakerLeads',
];

/** "a doctor", "who …", "head of …", "62", "speaking …", "asked …", "Karim Bakhtar": what stands between two commas. */
export const opensAside = (view: SentenceView, at: number): boolean => {
  if (isInAny(view, ['relatives', 'whereWords', 'determiners', 'tailPrepositions', 'asidePrepositions'], at))
    return true;
  if (view.tokens[at]?.type === 'number' || isOfficeWord(view, at) || isIn(view, 'asideParticiples', at)) return true;
  if (isParticiple(view, isIn(view, 'verbAdverbs', at) ? at + 1 : at)) return true;
  // "ALTHOUGH CONFIRMING that A was lost", "while admitting it"
  if (opensConceding(view, at)) return true;
  // "ABOUT 60 kilometres north of A"
  if (isInAny(view, ['roundingWords', 'amountPrepositions'], at) && view.tokens[at + 1]?.type === 'number') return true;
  // "SENIOR ADVISER for the war", "political analyst"
  if (isOfficeBehind(view, at)) return true;
  return isCapital(view, at) || isIn(view, 'possessives', at) || /\p{L}ing$/u.test(wordAt(view, at));
};

/** "polite and very young", "tired": how somebody is, between two commas; no noun in the plural and nothing that has a capital. */
export const describesOne = (view: SentenceView, from: number, to: number): boolean =>
  to > from &&
  to - from <= DESCRIPTION &&
  !isNounStart(view, from) &&
  view.tokens.slice(from, to).every(({ type, text, word }) => {
    if (type !== 'word' || !/^\p{Ll}+$/u.test(text)) return false;
    return (
      ['listLinks', 'verbAdverbs', 'degreeWords'].some((list) => view.lexicon.has(list, word)) ||
      isAdjective(view, word)
    );
  });

/** Words of "tired, hungry and very young". */
const DESCRIPTION = 5;

/** No plural, no name for a person, nothing that joins. */
const isAdjective = ({ lexicon }: SentenceView, word: string): boolean =>
  !/(?:[^s]s|men|people)$/u.test(word) &&
  ![
    'personNouns',
    'prepositions',
    'pronouns',
    'relatives',
    'be',
    'have',
    'modals',
    'determiners',
    'speakerLeads',
    'timeNouns',
  ].some((list) => lexicon.has(list, word));

/** "60 km (37 miles) north of the capital", "just east of the river". */
export const isReckoned = (view: SentenceView, from: number, to: number): boolean => {
  const inside = view.tokens.slice(from, to).map((_, i) => from + i);
  return inside.some(
    (at) => isIn(view, 'reckoningLinks', at) && isInAny(view, ['compassPoints', 'distanceWords'], at - 1),
  );
};

/** The first word of a named person, outlet or office. */
export const namesSomebody = (view: SentenceView, from: number, to: number): boolean =>
  view.tokens.slice(from, to).some(({ text }) => startsCapital(text));

/** "journalists report", "residents claim": behind many people a base form is their verb. */
export const isVerbOfMany = (view: SentenceView, at: number): boolean =>
  /(?:[^s]s|men|people)$/u.test(wordAt(view, at - 1)) && isOfficeWord(view, at - 1) && !wordAt(view, at).endsWith('s');

/** So many small words may stand before a name: "former world champion Tom Hale". */
const TITLE = 3;

/** "striker Tom Hale", "world champion Tom Hale": small words that only a name can follow. */
export const leadsToName = (view: SentenceView, from: number): boolean => {
  for (let at = from; at <= from + TITLE; at++) {
    const token = view.tokens[at];
    if (
      token?.type !== 'word' ||
      isInAny(view, ['prepositions', 'conjunctions', 'verbAdverbs', 'weekdays', 'be', 'have'], at)
    )
      return false;
    if (startsCapital(token.text)) return at > from;
  }
  return false;
};

/** "our correspondent in Garth reports": behind one person, and where he is, an s-form is his verb. */
export const isVerbOfOne = (view: SentenceView, at: number): boolean => {
  if (!wordAt(view, at).endsWith('s')) return false;
  let head = at - 1;
  while (head > 0 && isCapital(view, head)) head--;
  if (head === at - 1 || !isIn(view, 'prepositions', head)) return false;
  return isIn(view, 'personNouns', head - 1);
};
