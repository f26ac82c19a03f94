// Which verbs report here: those that always do, those that do before "that" or words quoted, those that only do beside
// a quotation ("…," laughed the mayor). Their words are data: reportingVerbs, clauseReportingForms, quoteReportingForms.

import { kept } from '../../model/keep.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isSaidOtherwise } from '../clauses/said-on-purpose.ts';
import { isSettled } from '../clauses/settled-things.ts';
import { laughsOff } from '../mentions/laughed-off.ts';
import { listGroup } from '../words/list-group.ts';
import { isHyphen, isIn, isInAny, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { accuses } from './accusing-verbs.ts';
import { isBehindAdverb, isOfFigure } from './described-noun.ts';
import { labelsDeed } from './labels-deed.ts';
import { isNounHere, LIES } from './nouns-of-speech.ts';
import { isOfMedium, isStationed, isUnsaid } from './posted-words.ts';
import { isRemoval } from './removed-from-office.ts';
import { isNounStart, leadsToName } from './source-words.ts';
import { takesBack } from './takes-back.ts';

export const isQuoteMark = (word: string): boolean => /^["“”'‘’«»„]$/.test(word);

/** "RULED OUT that A had fallen"; of "ruled out a withdrawal" the noun's own rule tells. */
const rulesOut = (view: SentenceView, verb: VerbGroup): boolean =>
  verb.lemmas.some((lemma) => view.lexicon.has('rulingVerbs', lemma)) &&
  isIn(view, 'rulingParticles', verb.to) &&
  isIn(view, 'clauseComplements', verb.to + 1);

/** "called that a lie", "described the claim as baseless": a verb of naming with a word for what is false. */
export const callsFalse = (view: SentenceView, verb: VerbGroup): boolean =>
  laughsOff(view, verb) ||
  takesBack(view, verb) ||
  rulesOut(view, verb) ||
  (verb.lemmas.some((lemma) => view.lexicon.has('labelVerbs', lemma)) &&
    view.tokens.some((_, at) => at > verb.head && LIES.some((list) => phraseLength(view, list, at) > 0)));

const opensQuote = (view: SentenceView, at: number): boolean =>
  isQuoteMark(wordAt(view, at)) && view.tokens[at + 1]?.quoted === true;

/** "that A", "whether A", a quotation or a colon and a quotation behind the verb. */
const takesClause = (view: SentenceView, at: number): boolean => {
  // "suggest HOWEVER that A"
  if (isIn(view, 'speakerLeads', at) && isIn(view, 'clauseComplements', at + 1)) return true;
  const behind = /^[,:]$/.test(wordAt(view, at)) ? at + 1 : at;
  return (isIn(view, 'clauseComplements', at) && wordAt(view, at + 1) !== ',') || opensQuote(view, behind);
};

/** A quotation ends right before the verb, or right before its short subject ("…," he joked). */
const followsQuote = (view: SentenceView, at: number): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
    if (isQuoteMark(wordAt(view, i))) return view.tokens[i - 1]?.quoted === true;
    if (
      /^[.;:]$/.test(wordAt(view, i)) ||
      (wordAt(view, i) === ',' && i < at - 1 && i > 0 && !isQuoteMark(wordAt(view, i - 1)))
    )
      return false;
  }
  return false;
};

/** Words from such a verb to the words quoted, and to those behind "as". */
const NEAR = 10;
const LABELLED = 24;

/** "called the plan “a bad joke”", "described it as “hell”": a verb of naming with words quoted soon behind it. */
const labelsQuoted = (view: SentenceView, verb: VerbGroup): boolean => {
  if (!verb.lemmas.some((lemma) => view.lexicon.has('labelVerbs', lemma))) return false;
  // "the car, WHICH the mayor DESCRIBED AS “a tomb”"
  if (isIn(view, 'quotedLinks', verb.to) && !verb.bare) return false;
  if (isIn(view, 'prepositions', verb.to) && !isIn(view, 'quotedLinks', verb.to)) return false;
  // "described the evidence that the panel had given of it AS “credible”"
  for (let at = verb.to; at < verb.to + LABELLED && !/^[,.;]$/.test(wordAt(view, at)); at++)
    if (opensQuote(view, at) && (at < verb.to + NEAR || isIn(view, 'quotedLinks', at - 1))) return true;
  return false;
};

/** "“We won,” cheered the striker": right behind a quotation and before who speaks any past form tells how he said it. */
const invertsQuote = (view: SentenceView, at: number, behind: number): boolean =>
  isQuoteMark(wordAt(view, at - 1)) &&
  view.tokens[at - 2]?.quoted === true &&
  /\p{Ll}{2,}ed$/u.test(view.tokens[at]?.text ?? '') &&
  /^[,?!]$/.test(wordAt(view, at - 2)) &&
  (isNounStart(view, behind) || leadsToName(view, behind));

/** "would continue “for as long as it takes”": words quoted that only go on with the clause are said by nobody in it. */
const goesOnInQuote = (view: SentenceView, at: number, behind: number): boolean =>
  isIn(view, 'aspectForms', at) &&
  isQuoteMark(wordAt(view, behind)) &&
  /^\p{Ll}/u.test(view.tokens[behind + 1]?.text ?? '');

const byForm = (view: SentenceView, at: number, behind: number): boolean => {
  if (invertsQuote(view, at, behind)) return true;
  // "pointed OUT that A"
  const particle = isIn(view, 'rulingParticles', behind) ? 1 : 0;
  if (isIn(view, 'clauseReportingForms', at) && takesClause(view, behind + particle)) return true;
  const opens = /^[,:]$/.test(wordAt(view, behind)) ? behind + 1 : behind;
  const beside = (): boolean => followsQuote(view, at) || (opensQuote(view, opens) && !goesOnInQuote(view, at, behind));
  // "“A,” she said and WENT ON TO question it"
  if (isIn(view, 'infinitiveLinks', behind + 1) && isIn(view, 'aspectForms', at)) return false;
  return (isIn(view, 'quoteReportingForms', at) && beside()) || chants(view, at, opens) || suggests(view, at, behind);
};

/** "marched while CHANTING, “A”": right before words quoted the form in -ing of such a verb is one too. */
const chants = (view: SentenceView, at: number, opens: number): boolean => {
  const word = wordAt(view, at);
  return (
    /\p{L}{3}ing$/u.test(word) && opensQuote(view, opens) && view.lexicon.has('quoteReportingForms', word.slice(0, -3))
  );
};

/** "by telephone", "by satellite telephone", "by saying": how, not by whom. */
const isMeans = (view: SentenceView, at: number): boolean =>
  [at, at + 1].some((i) => isIn(view, 'sayingMedia', i)) ||
  isIn(view, 'timeNouns', at) ||
  /\p{L}ing$/u.test(wordAt(view, at));

/** "two people, believed to be tourists": not who believes but of whom it is believed. */
const isBelieved = (view: SentenceView, verb: VerbGroup): boolean =>
  verb.bare &&
  verb.forms.includes('participle') &&
  ((isIn(view, 'agentWords', verb.to) && !isMeans(view, verb.to + 1)) ||
    (isIn(view, 'infinitiveLinks', verb.to) &&
      !isNounStart(view, verb.to + 1) &&
      verb.lemmas.some((lemma) => view.lexicon.has('passiveInfinitives', lemma))));

export const isReporting = (view: SentenceView, verb: VerbGroup): boolean =>
  !isBelieved(view, verb) &&
  !(
    verb.bare &&
    verb.forms.includes('participle') &&
    (isBehindAdverb(view, verb.head) || isOfFigure(view, verb.head))
  ) &&
  !isStationed(view, verb) &&
  !isRemoval(view, verb) &&
  !isSettled(view, verb) &&
  !isOfMedium(view, verb.head) &&
  !(verb.forms.includes('ing') && isUnsaid(view, verb.head)) &&
  !verb.infinitive &&
  !verb.passive &&
  (verb.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma)) ||
    callsFalse(view, verb) ||
    labelsQuoted(view, verb) ||
    labelsDeed(view, verb) ||
    accuses(view, verb) ||
    byForm(view, verb.head, verb.to));

const isReportingForm = listGroup(['clauseReportingForms', 'quoteReportingForms', 'closingForms']);

/** "…, SUGGESTING that A", "before ESTIMATING that A": the form in -ing of a verb that reports over a clause. */
const suggests = (view: SentenceView, at: number, behind: number): boolean => {
  const stem = /^(\p{L}{3,})ing$/u.exec(wordAt(view, at))?.[1];
  const goesOn =
    wordAt(view, at - 1) === ',' || isIn(view, 'sceneWords', at - 1) || isIn(view, 'continuingLinks', at - 1);
  if (stem === undefined || !goesOn || !takesClause(view, behind)) return false;
  // "returned to a deserted town, INDICATING that the rebels had left": a sign of it, and not what he says.
  if (wordAt(view, at - 1) === ',' && [stem, `${stem}e`].some((form) => view.lexicon.has('signForms', form)))
    return false;
  return [stem, `${stem}e`].some((form) => view.lexicon.has('clauseReportingForms', form));
};

/** A verb that the language's verbs do not list, as one that reports here. */
const formGroup = (view: SentenceView, at: number): VerbGroup | null => {
  const token = view.tokens[at];
  if (token?.type !== 'word' || view.markAt[at] !== undefined) return null;
  const form = /\p{L}{3}ing$/u.test(token.word) ? 'ing' : 'past';
  if (form === 'past' && !isReportingForm(view.listsAt[at]) && !isQuoteMark(wordAt(view, at - 1))) return null;
  // "in AN ominous SIGNAL that A"
  if (isIn(view, 'indefiniteArticles', at - 2) && !/(?:ed|ing)$/u.test(token.word)) return null;
  if (isOfMedium(view, at) || (!byForm(view, at, at + 1) && !isIn(view, 'closingForms', at))) return null;
  if (isInAny(view, ['determiners', 'prepositions', 'possessives', 'be'], at - 1) || isUnsaid(view, at)) return null;
  if (isHyphen(view, at - 1) || isIn(view, 'meansLinks', at - 2)) return null;
  return {
    ...{ from: at, to: at + 1, head: at, lemmas: [token.word], forms: [form], passive: false, perfect: false },
    ...{
      negated: isIn(view, 'negations', at - 1),
      modal: null,
      infinitive: wordAt(view, at - 1) === 'to',
      bare: true,
      gerund: false,
    },
  };
};

const isClauseEnd = (view: SentenceView, at: number): boolean =>
  view.tokens[at] === undefined || /^[,.;:]$/.test(wordAt(view, at)) || isIn(view, 'conjunctions', at);

/** "added troops had left" has a clause behind it, "added 300 jobs" has none. */
const governsClause = ({ view, verbAt }: Parse, verb: VerbGroup): boolean => {
  const told = isInAny(view, ['prepositions', 'weekdays'], verb.to);
  for (let at = verb.to; !isClauseEnd(view, at); at++) {
    // "wrote on Saturday THAT A, B and C had fallen"; "wrote a book that sold well" has a relative clause.
    if ((told || at === verb.to) && isIn(view, 'clauseComplements', at)) return true;
    const other = verbAt[at];
    if (other !== undefined && !other.infinitive && !other.gerund && !isIn(view, 'relatives', other.from - 1))
      return true;
  }
  return false;
};

/** "…, it added": the words said stand before, behind a comma or quotation marks. */
const closesClause = ({ view, verbs }: Parse, verb: VerbGroup): boolean => {
  if (followsQuote(view, verb.from)) return true;
  const behind = wordAt(view, verb.to);
  const comma = view.tokens.slice(0, verb.from).findLastIndex(({ word }) => word === ',');
  const first = view.sentence.heading || verbs.some((other) => other.to <= comma);
  const longest = behind === '.' ? CLOSING + LAST : CLOSING;
  return comma > 0 && (first || behind === ',') && verb.from - comma <= longest;
};

/** A closing frame is short: ", the head of the council added." */
const CLOSING = 9;

/** At the sentence's end it may be longer: ", an analysis of newly filed reports on the trade shows." */
const LAST = 5;

/** Verbs of other senses report only over a clause, before or behind them. */
const isMeant = (parse: Parse, verb: VerbGroup): boolean =>
  !verb.lemmas.some((lemma) => parse.view.lexicon.has('sensedVerbs', lemma)) ||
  (verb.modal === null && (isByDoing(parse.view, verb) ? takesClause(parse.view, verb.to) : hasMatter(parse, verb)));

/** "stretched the zone BY ADDING a few streets so that they could build": a thing that is done. */
const isByDoing = (view: SentenceView, { from, forms }: VerbGroup): boolean =>
  forms.includes('ing') && isInAny(view, ['agentWords', 'tailPrepositions'], from - 1);

const hasMatter = (parse: Parse, verb: VerbGroup): boolean =>
  // "ADDING TO A growing toll"
  !(isIn(parse.view, 'infinitiveLinks', verb.to) && isIn(parse.view, 'indefiniteArticles', verb.to + 1)) &&
  tellsMatter(parse, verb);

const tellsMatter = (parse: Parse, verb: VerbGroup): boolean =>
  takesClause(parse.view, verb.to) || governsClause(parse, verb) || closesClause(parse, verb);

/** "eleven are held and 14 DISPUTED.": right behind a number, and with nothing to say, it tells what those are. */
const isOfNumber = ({ view }: Parse, { from, to, bare }: VerbGroup): boolean =>
  bare &&
  isIn(view, 'disputedWords', to - 1) &&
  view.tokens[to]?.type !== 'word' &&
  (view.tokens[from - 1]?.type === 'number' || view.lexicon.look('numbers', wordAt(view, from - 1)) !== null);

/** The verbs of a sentence that report, in order; found once. */
export const reportingVerbs = kept((parse: Parse): readonly VerbGroup[] =>
  findReporting(parse).filter((verb) => !isOfNumber(parse, verb)),
);

/** "Polls suggest most voters disapprove": a verb of thinking over a clause without "that". */
const thinks = (parse: Parse, verb: VerbGroup): boolean =>
  isIn(parse.view, 'thinkingForms', verb.head) &&
  !verb.infinitive &&
  !verb.gerund &&
  !verb.passive &&
  isNounStart(parse.view, verb.to) &&
  governsClause(parse, verb);

/** "A, the judge ruled.": a verb of finding that closes the sentence behind a clause. */
const closes = (parse: Parse, verb: VerbGroup): boolean => {
  const { view } = parse;
  const last = view.tokens.slice(verb.to).every(({ type }) => type === 'mark');
  // "…, Wire 7 REPORTS.": behind a small word it is a noun.
  const named = !isIn(view, 'speechNouns', verb.head) || /^[\p{Lu}\p{N}]/u.test(view.tokens[verb.from - 1]?.text ?? '');
  return (
    last &&
    isIn(view, 'closingForms', verb.head) &&
    named &&
    !verb.passive &&
    !verb.infinitive &&
    closesClause(parse, verb)
  );
};

/** "an official POSTED IN A said": where somebody is stationed, before the verb that reports. */
const isPosted = ({ view, verbs }: Parse, { head, to, bare }: VerbGroup): boolean =>
  bare &&
  isIn(view, 'stationedForms', head) &&
  isIn(view, 'homeLinks', to) &&
  verbs.some((verb) => verb.from > to && verb.from - to <= STATIONED && isReporting(view, verb));

/** Words of the longest place where somebody is stationed. */
const STATIONED = 7;

const findReporting = (parse: Parse): readonly VerbGroup[] => {
  const { view, verbs, verbAt } = parse;
  const listed = verbs.filter(
    (verb) =>
      (isReporting(view, verb) && !isNounHere(parse, verb) && isMeant(parse, verb) && !isPosted(parse, verb)) ||
      isSaidOtherwise(parse, verb) ||
      thinks(parse, verb) ||
      closes(parse, verb),
  );
  const others = view.tokens.flatMap((_, at) => {
    const group = verbAt[at] === undefined ? formGroup(view, at) : null;
    if (group === null || group.infinitive) return [];
    return byForm(view, at, at + 1) || closes(parse, group) ? [group] : [];
  });
  return others.length === 0 ? listed : [...listed, ...others].sort((a, b) => a.from - b.from);
};
