// "KARIM BAKHTAR, 45, the mayor, who was asleep, said": over several asides back to the name that they describe.
// Invariant: what a verb or a preposition stands before is its own, and nobody's name.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { scanLeft, skipLead } from './source-scan.ts';
import { isNounStart, isOfficeWord, isReckoned, opensAside } from './source-words.ts';

const isOfficeIn = (view: SentenceView, from: number, to: number): boolean =>
  to - from <= 8 && view.tokens.slice(from, to).some((_, i) => isOfficeWord(view, from + i));

/** "Karim Bakhtar", "Hazrat-e Ali": capitals and the small links of a name. */
const isProperName = ({ tokens, lexicon }: SentenceView, from: number, to: number): boolean =>
  to - from >= 1 &&
  to - from <= 6 &&
  tokens.slice(from, to).every(({ text, word }) => /^\p{Lu}|^[-.]$/u.test(text) || lexicon.has('nameLinks', word));

/** "took both A and B, Karim, the mayor, said": a part of a list of places is nobody. */
const isInPlaceList = ({ groupAt }: Parse, at: number): boolean => (groupAt[at]?.from ?? at) < at;

/** "…and A, the mayor, KARIM BAKHTAR, said": an office and its name say who speaks; what stands before is another's. */
const isNamedAside = (view: SentenceView, from: number): boolean => {
  const length = view.tokens.slice(from).findIndex(({ word }) => word === ',');
  return length > 0 && isProperName(view, from, from + length);
};

/** "Karim, the mayor, who was asleep, said": from aside to aside back to the name. */
export const firstHead = (parse: Parse, head: number, aside: boolean): number => {
  const from = scanLeft(parse, head);
  const { view } = parse;
  if (wordAt(view, from - 1) !== ',' || !opensAside(view, from) || isIn(view, 'prepositions', from)) return from;
  const start = scanLeft(parse, from - 1);
  // "AS Karim, head of the clinic, a charity, puts it"
  const assents = isIn(view, 'assentLinks', start - 1);
  // "were seized by ten fighters, Karim, a clerk, said": what a verb or a preposition stands before is its own.
  const walled =
    start > 0 && (parse.verbAt[start - 1] !== undefined || (isIn(view, 'prepositions', start - 1) && !assents));
  const governed = walled || isInPlaceList(parse, start);
  if (governed || (aside && isOfficeIn(view, from, head) && isNamedAside(view, head + 1))) return from;
  const before = skipLead(view, start, from - 1);
  // "Its men are in their barracks, Captain X tells us": what has a verb is no office.
  const isClauseVerb = (verb: VerbGroup): boolean =>
    !verb.gerund && !verb.infinitive && !(verb.bare && verb.forms.includes('participle'));
  const tells = parse.verbs.some((verb) => verb.from >= before && verb.to < from && isClauseVerb(verb));
  const office =
    !tells && isProperName(view, from, head) && isNounStart(view, before) && isOfficeIn(view, before, from - 1);
  const named = office || (aside && isProperName(view, before, from - 1));
  // "Residents of A, 60 KM NORTH OF THE CAPITAL, B, said": where it lies is nobody.
  if (aside && isReckoned(view, from, head) && !tells && isNounStart(view, before)) return before;
  // "drove the rebels out of A, Reuters reported": what a verb stands before is its object.
  const free = before === 0 || (wordAt(view, before - 1) !== ',' && parse.verbAt[before - 1] === undefined);
  // "Karim, 45, a farmer, said": an age is nobody's head.
  const age = head - from === 1 && view.tokens[from]?.type === 'number' && isProperName(view, before, from - 1);
  return (named && free) || age ? before : from;
};
