// Without a gazetteer: capitalised words that can be a place's name. Only the slots of predicates make claims of them.
// Invariant: never a side's name, a weekday, a month, or a word that is only capital because a sentence begins.

import type { Theatre } from '../model/theatre.ts';
import { CLOSED_LISTS, isCapital } from './closed-words.ts';
import type { Sentence, Token } from './marks.ts';
import { phraseAt } from './name-tree.ts';
import type { NameUse } from './name-uses.ts';
import { isHyphen, nationWordAt } from './nation-words.ts';

const CLOSED = [...CLOSED_LISTS, 'demonyms', 'be', 'have', 'modals', 'neverPlaces'];

const isClosed = (token: Token, { lexicon }: Theatre): boolean =>
  CLOSED.some((list) => lexicon.has(list, token.word)) || lexicon.look('nationAdjectives', token.word) !== null;

/** A whole country is no place that anybody takes; one that has its capital's name may be the town. */
const isCountry = (
  { tokens }: Sentence,
  { from, to }: { readonly from: number; readonly to: number },
  { lexicon }: Theatre,
): boolean => {
  const word = nationWordAt(tokens, from, lexicon);
  return word?.to === to && word.as === 'nationNames';
};

/** Links between the words of one name: "Sar-e Pul", "Maarat al-Numan", "Khan-e Char Bagh". */
const LINKS = 3;

/** "as-Suwayda", but not "Eastry as Ashford": a word of the language links names only with a hyphen. */
const isLink = (tokens: readonly Token[], at: number, { lexicon }: Theatre): boolean => {
  const word = tokens[at]?.word ?? '';
  if (!lexicon.has('nameLinks', word)) return false;
  return isHyphen(tokens, at + 1) || !CLOSED_LISTS.some((list) => lexicon.has(list, word));
};

const afterLinks = ({ tokens }: Sentence, from: number, theatre: Theatre): number => {
  let at = from;
  while (at < from + LINKS && (isHyphen(tokens, at) || isLink(tokens, at, theatre))) at++;
  return at;
};

/** "Old City", "New Town": the common noun is part of such a name. */
const isPart = ({ tokens }: Sentence, from: number, at: number, theatre: Theatre): boolean =>
  at === from + 1 &&
  theatre.lexicon.has('partAdjectives', tokens[from]?.word ?? '') &&
  phraseAt(theatre, tokens, at)?.value.type === 'scope';

/** The words that go on with a name: further capitals, and small links or hyphens between them. */
const endOfName = (sentence: Sentence, from: number, theatre: Theatre): number => {
  const { tokens } = sentence;
  let to = from + 1;
  for (;;) {
    const at = afterLinks(sentence, to, theatre);
    const next = tokens[at];
    if (next === undefined || !isCapital(next)) return to;
    if (at === to && isPart(sentence, from, at, theatre)) return at + 1;
    if (at === to && (isClosed(next, theatre) || phraseAt(theatre, tokens, at) !== null)) return to;
    to = at + 1;
  }
};

/** "Tigray Defence Forces", "Wagner mercenaries": a name before such a noun is a force's. */
const namesForce = (sentence: Sentence, to: number, theatre: Theatre): boolean => {
  const next = phraseAt(theatre, sentence.tokens, to);
  return next !== null && next.value.type !== 'scope';
};

/** "the district of Sheikh Hale", "in King Hale": a man's title can begin a place's name behind words for places. */
const opensPlace = ({ tokens }: Sentence, at: number, theatre: Theatre): boolean => {
  const { lexicon } = theatre;
  if (!lexicon.has('titles', tokens[at]?.word ?? '') || !isCapital(tokens[at + 1])) return false;
  const of = lexicon.has('partLinks', tokens[at - 1]?.word ?? '') ? at - 2 : at - 1;
  return of < at - 1 && phraseAt(theatre, tokens, of)?.value.type === 'scope';
};

const startsName = (sentence: Sentence, at: number, theatre: Theatre): boolean => {
  const token = sentence.tokens[at];
  const linked = theatre.lexicon.has('nameLinks', token?.word ?? '') && sentence.tokens[at + 1]?.word === '-';
  if (linked && isCapital(sentence.tokens[at + 2])) return true;
  if (token === undefined || !isCapital(token)) return false;
  if (isClosed(token, theatre)) return opensPlace(sentence, at, theatre);
  if (phraseAt(theatre, sentence.tokens, at) !== null) return false;
  return at > 0 || !theatre.lexicon.verbs.has(token.word);
};

/** "RSF", "TPLF (": initials name a force, an outlet, a body, hardly ever a place; in a line of capitals nobody can tell. */
const isInitials = ({ text }: Token): boolean => /^\p{Lu}{2,6}$/u.test(text);

const allInCapitals = ({ tokens }: Sentence): boolean => !tokens.some(({ text }) => /^\p{Ll}{3,}/u.test(text));

/** "Gunfire was heard", "Rangers moved": no word that only begins sentences, and no office before a name. */
const isLead = ({ tokens }: Sentence, at: number, { lexicon }: Theatre): boolean => {
  const word = tokens[at]?.word ?? '';
  return lexicon.has('personRoles', word) || (at === 0 && lexicon.has('sentenceLeads', word));
};

/** Capitalised names of one sentence, longest runs. */
export const guessNames = (sentence: Sentence, theatre: Theatre): readonly NameUse[] => {
  const uses: NameUse[] = [];
  const shouted = allInCapitals(sentence);
  for (let at = 0; at < sentence.tokens.length; ) {
    if (!startsName(sentence, at, theatre) || isLead(sentence, at, theatre)) {
      at += 1;
      continue;
    }
    const to = endOfName(sentence, at, theatre);
    const first = sentence.tokens[at];
    const initials = to === at + 1 && first !== undefined && isInitials(first) && !shouted;
    const named = !initials && !isCountry(sentence, { from: at, to }, theatre) && !namesForce(sentence, to, theatre);
    if (named) uses.push({ sentence, from: at, to });
    at = to;
  }
  return uses;
};
