// The words that name a speaker behind the verb: ", said Karim Bakhtar, 62, who heads the council."

import type { Parse } from '../clauses/parse.ts';
import { isPossessive } from '../clauses/word-class.ts';
import { startsCapital } from '../words/closed-words.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { LIES } from './nouns-of-speech.ts';
import { isQuoteMark } from './saying-verbs.ts';
import { isPointing, isReduced, isRelativeVerb } from './source-scan.ts';
import { isNounStart, isOfficeWord, namesSomebody, opensAside } from './source-words.ts';

/** A verb that makes the words behind the reporting verb a clause of their own. */
export const isFiniteHere = (parse: Parse, at: number): boolean => {
  const verb = parse.verbAt[at];
  return verb !== undefined && !verb.infinitive && !isRelativeVerb(parse, at) && !isReduced(parse, verb);
};

const endsPhrase = ({ view }: Parse, at: number): boolean => {
  const word = wordAt(view, at);
  // A stop inside a sentence belongs to an abbreviation ("Mr. Hale").
  if (word === '.') return at >= view.tokens.length - 1 || isQuoteMark(wordAt(view, at + 1));
  return /^[;:!?—–]$/.test(word) || (isQuoteMark(word) && !isPossessive(view, at));
};

/** "the mission and AID AGENCIES": right behind "and", a base form with a plural behind it, and a stop behind that, is no verb. */
const isBeforePlural = ({ view, verbAt }: Parse, at: number): boolean =>
  isIn(view, 'conjunctions', at - 1) &&
  verbAt[at]?.forms.every((form) => form === 'base') === true &&
  /\p{Ll}{2}s$/u.test(wordAt(view, at + 1)) &&
  /^[,.]?$/u.test(wordAt(view, at + 2));

/** "said A and B" names two; "said A and left" goes on. */
const joinsClause = (parse: Parse, at: number): boolean => {
  const { view } = parse;
  if (!isIn(view, 'conjunctions', at)) return false;
  for (
    let i = at + 1;
    i < view.tokens.length && !/^[,.;:]$/.test(wordAt(view, i)) && !isQuoteMark(wordAt(view, i));
    i++
  )
    if (parse.verbAt[i] !== undefined && !isRelativeVerb(parse, i) && !isBeforePlural(parse, i)) return true;
  return isIn(view, 'strongContrast', at);
};

/** "in" and "from" before a place belong to one who has no name ("a resident in Kabul"); other times and places do not. */
const startsTime = (parse: Parse, from: number, at: number): boolean => {
  const { view } = parse;
  if (!isIn(view, 'timeStarts', at) || parse.verbAt[at - 1] !== undefined) return false;
  // "a report BY the mission": whose paper it is.
  const paper = ['sayingMedia', 'documentNouns', 'countNouns'].some((list) => isIn(view, list, at - 1));
  if (paper && isIn(view, 'countOwners', at) && isNounStart(view, at + 1) && !isIn(view, 'weekdays', at + 1))
    return false;
  const origin = wordAt(view, at) === view.lexicon.list('originLinks')[0] && isNounStart(view, at + 1);
  const home = origin || (isIn(view, 'homeLinks', at) && view.markAt[at + 1]?.type === 'place');
  return !((home || isWorkplace(view, at)) && !namesSomebody(view, from, at));
};

/** "a doctor AT THE HOSPITAL", "a resident IN THE NORTH of the town": where one without a name works or lives. */
const isWorkplace = (view: SentenceView, at: number): boolean =>
  isIn(view, 'workLinks', at) &&
  isIn(view, 'determiners', at + 1) &&
  [at + 2, at + 3].some(
    (noun) =>
      isInAny(view, ['scope:facility', 'scope:base', 'hospitalWords', 'institutionNouns', 'compassPoints'], noun) &&
      !isInAny(view, ['sayingMedia', 'timeNouns', 'eventNames'], noun) &&
      view.tokens.slice(at + 2, noun).every(({ type }) => type === 'word'),
  );

const goesOnOver = (parse: Parse, comma: number): boolean => {
  const { view } = parse;
  const next = comma + 1;
  if (isIn(view, 'tailPrepositions', next) || isIn(view, 'conjunctions', next) || !opensAside(view, next)) return false;
  if (/\p{L}ing$/u.test(wordAt(view, next))) return false;
  if (isIn(view, 'timeNouns', next + 1) || isIn(view, 'timeNouns', next)) return false;
  return true;
};

/** "Karim Bakhtar, who said that A": what he said is no part of his name. */
const isSayingVerb = ({ view, verbAt }: Parse, at: number): boolean =>
  verbAt[at]?.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma)) === true;

/** "a teacher from the town said": an aside that has a finite verb is the next clause. */
const asideHasVerb = (parse: Parse, from: number): boolean => {
  const { view } = parse;
  if (isIn(view, 'relatives', from)) return parse.verbAt[from + 1] !== undefined && isSayingVerb(parse, from + 1);
  for (let at = from; at < view.tokens.length && !/^[,.;:]$/.test(wordAt(view, at)); at++)
    // ", PRESS SECRETARY for the governor"
    if (isFiniteHere(parse, at) && !(isIn(view, 'officeModifiers', at) && isOfficeWord(view, at + 1))) return true;
  return false;
};

/** "dismissed by the ministry AS A LIE", "rejected by the mayor AS ABSURD": what it was called is no part of who called it so. */
const isLabel = (view: SentenceView, at: number): boolean => {
  if (!isIn(view, 'quotedLinks', at)) return false;
  const what = isIn(view, 'indefiniteArticles', at + 1) ? at + 2 : at + 1;
  return isInAny(view, LIES, what);
};

/** "said Karim Bakhtar OF HIS COMMANDER": whom he speaks of. */
const isOfWhom = (view: SentenceView, at: number): boolean =>
  isIn(view, 'partLinks', at) &&
  isInAny(view, ['possessives', 'personPronouns'], at + 1) &&
  startsCapital(view.tokens[at - 1]?.text ?? '');

/** "said Karim Bakhtar AS HE STOOD there", "said a clerk WHILE HIS MEN dug": a clause about the moment is no part of who speaks. */
export const opensMoment = (parse: Parse, at: number): boolean => {
  const { view } = parse;
  if (!isIn(view, 'momentLinks', at)) return false;
  // "as HE stood", "while HIS men dug in": whatever their verb is.
  if (isInAny(view, ['subjectPronouns', 'possessives'], at + 1)) return true;
  for (let i = at + 1; i < view.tokens.length && view.tokens[i]?.type !== 'mark'; i++)
    if (isFiniteHere(parse, i)) return i > at + 1 && isNounStart(view, at + 1);
  return false;
};

/** The token after the speaker's words that begin at `from`. */
export const sourceEnd = (parse: Parse, from: number): number => {
  const { view } = parse;
  let inside = false;
  for (let at = from; at < view.tokens.length; at++) {
    if (endsPhrase(parse, at)) return at;
    if (wordAt(view, at) === ',') {
      if (!goesOnOver(parse, at) || asideHasVerb(parse, at + 1)) return at;
      inside = true;
      continue;
    }
    if (inside) continue;
    const clause = wordAt(view, at) === 'that' && !isPointing(view, at);
    if (at > from && (startsTime(parse, from, at) || joinsClause(parse, at) || clause)) return at;
    if (at > from && opensMoment(parse, at)) return at;
    if (at > from && (isIn(view, 'subjectPronouns', at) || isLabel(view, at) || isOfWhom(view, at))) return at;
    // "was rejected by General Hale WHO SAID it had failed"
    if (at > from && isIn(view, 'clauseRelatives', at) && isSayingVerb(parse, at + 1)) return at;
    if (at > from && isFiniteHere(parse, at) && !isBeforePlural(parse, at)) return at;
  }
  return view.tokens.length;
};
