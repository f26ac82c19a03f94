// Bodies of people that are no side of the war, as takers: "fell to a rival faction", "a clan plans to retake A", "the capture of A by a firm".
// Invariant: who is named so is never replaced by whoever usually does it; things ("an operation to retake A") name nobody.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { NounPhrase } from '../clauses/noun-phrases.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import type { VerbMatch } from './verb-match.ts';

const isNobodys = (phrase: NounPhrase | null | undefined): phrase is NounPhrase =>
  phrase != null && phrase.actor === null && phrase.places === null;

/** "a rival faction"; a commander of nobody known. */
const isBody = ({ view }: Parse, phrase: NounPhrase | null | undefined): boolean =>
  isNobodys(phrase) && (isIn(view, 'strangerBodies', phrase.to - 1) || isCommander(view, phrase));

/** "Commander Karim", of no army that is told. */
const isCommander = (view: SentenceView, { from, to }: NounPhrase): boolean =>
  isIn(view, 'plainCommanders', from) && to > from + 1 && /^\p{Lu}/u.test(view.tokens[to - 1]?.text ?? '');

/** "investors", "dealers": many of whom one is told by what he does. */
const arePersons = ({ view }: Parse, phrase: NounPhrase | null | undefined): boolean =>
  isNobodys(phrase) && isPersonPlural(view, phrase.to - 1);

const isPersonPlural = (view: SentenceView, at: number): boolean => {
  const word = wordAt(view, at);
  return word.endsWith('s') && view.lexicon.has('personNouns', word.slice(0, -1));
};

/** Words between a verb and whom it names behind it: "fell on Monday into the hands of". */
const REACH = 7;

/** Who is named behind a link: "to X", "of X", "from X", "by X". */
export const isStrangerBehind = (parse: Parse, from: number): boolean => {
  const { view } = parse;
  for (let at = from; at < from + REACH; at++) {
    if (parse.verbAt[at] !== undefined || /^[,;:.]$/.test(wordAt(view, at))) return false;
    const phrase = parse.phraseAt[at + 1];
    if (isInAny(view, ['takerLinks'], at) && (isBody(parse, phrase) || arePersons(parse, phrase))) return true;
  }
  return false;
};

/** "Doctors WERE SEEN FLEEING A", "staff filmed leaving A": somebody was, and no side is said to have been. */
const isSeenTo = ({ view, verbAt }: Parse, { from, gerund }: VerbGroup): boolean => {
  const seen = gerund ? verbAt[from - 1] : undefined;
  const passive = seen?.passive === true || (seen?.bare === true && seen.forms.includes('participle'));
  return passive && seen.to === from && seen.lemmas.some((lemma) => view.lexicon.has('witnessingVerbs', lemma));
};

/** Whether the words name somebody who is no side as the one who takes, loses or comes. */
export const namesStranger = (parse: Parse, { verb, passive, subject, doer, rule }: VerbMatch): boolean => {
  if (doer !== null || rule.kind === 'surrender') return false;
  if (!passive && rule.place !== 'subject' && isBody(parse, subject.phrase)) return true;
  if (rule.kind === 'withdrawal' && isSeenTo(parse, verb)) return true;
  // "DOCTORS are leaving A"
  if (rule.kind === 'withdrawal' && !passive && !verb.gerund && arePersons(parse, subject.phrase)) return true;
  return rule.kind !== 'withdrawal' && isStrangerBehind(parse, verb.to);
};

/** "A rival faction lost A": not what the holder lost. */
export const isStrangersLoss = (parse: Parse, { rule, passive, subject }: VerbMatch): boolean =>
  rule.kind === 'loss' && rule.place === 'object' && !passive && isBody(parse, subject.phrase);
