// Where a word that can be a verb of saying is a noun: "reports have emerged", "18 states", "newly filed reports show".
// Invariant: only the words beside it are asked; "that A" right behind a word in the plural makes it a verb.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { numberOf } from '../words/numbers.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { isJudgedClaim } from './judged-claims.ts';
import { isOfficeWord, isVerbOfMany, isVerbOfOne } from './source-words.ts';

/** "lies" is a noun only behind "called it"; elsewhere a town lies on a road. */
export const LIES = ['lieWords', 'lieNouns'] as const;

/** "denied government claims that A": what is denied is a noun. */
const isDenied = ({ verbs, view }: Parse, { from }: VerbGroup): boolean =>
  verbs.some(
    (verb) =>
      verb.to <= from && from - verb.to <= 3 && verb.lemmas.some((lemma) => view.lexicon.has('denyingVerbs', lemma)),
  );

/** "said in its Aug. 7 report that": the paper in which an earlier verb says it. */
const isInMedium = ({ view, verbs }: Parse, { from }: VerbGroup): boolean => {
  const before = verbs.findLast(({ to }) => to <= from);
  if (before === undefined || from - before.to > MEDIUM || !isIn(view, 'tailPrepositions', before.to)) return false;
  const says = before.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma));
  return says && view.tokens.slice(before.to, from).every(({ word }) => word !== ',');
};

/** "in its latest monthly Aug. 7". */
const MEDIUM = 7;

/** "18 STATES, two firms", "the easiest STATES", "several CLAIMS": many things, and nobody's verb. */
const isOfSeveral = (view: SentenceView, { from, head, to }: VerbGroup): boolean => {
  if (!wordAt(view, head).endsWith('s') || isIn(view, 'clauseComplements', to)) return false;
  const before = view.tokens[from - 1];
  const counted = before?.type === 'number' && view.tokens[from - 2]?.type !== 'word' && /^[\d.,]+$/u.test(before.text);
  return (
    counted ||
    numberOf([wordAt(view, from - 1)], view.lexicon) !== null ||
    isIn(view, 'severalWords', from - 1) ||
    (/\p{L}{3}est$/u.test(wordAt(view, from - 1)) && isIn(view, 'determiners', from - 2))
  );
};

/** "newly filed REPORTS show.", "shootings and PROTESTS demand that": a verb of telling right behind has it for a subject. */
const isBeforeVerb = ({ view, verbAt }: Parse, { head, to }: VerbGroup): boolean => {
  const next = verbAt[to];
  if (next === undefined || !wordAt(view, head).endsWith('s') || next.infinitive || !next.bare) return false;
  const tells =
    isInAny(view, ['clauseReportingForms', 'closingForms'], to) ||
    next.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma));
  const ends = isIn(view, 'clauseComplements', next.to) || /^[.,]?$/u.test(wordAt(view, next.to));
  return tells && ends && (isIn(view, 'clauseComplements', next.to) || !isIn(view, 'speechNouns', next.head));
};

/** "Reports have emerged", "claims on the estate": a word that is a noun too, with a verb or "of" right behind it. */
export const isNounHere = (parse: Parse, verb: VerbGroup): boolean => {
  const { view } = parse;
  // "additional REPORTING from Dana Hill"
  // "our correspondent, REPORTING FROM the border, said": where he is.
  const tells = view.tokens
    .slice(verb.to, verb.to + PLACE)
    .some(({ word }) => view.lexicon.has('clauseComplements', word));
  if (
    verb.forms.includes('ing') &&
    isIn(view, 'creditLinks', verb.to) &&
    !tells &&
    isIn(view, 'reportedForms', verb.head)
  )
    return true;
  // "Twelve STATES led by A", "the suing STATES were": lands.
  if (verb.bare && isIn(view, 'landPlurals', verb.head))
    return isOfSeveral(view, verb) || isSubject(parse, verb) || isOfLands(view, verb);
  if (isOfficePart(parse, verb)) return true;
  if (!verb.bare || !isIn(view, 'speechNouns', verb.head)) return false;
  if (isJudgedClaim(parse, verb)) return true;
  if (isVerbOfMany(view, verb.head)) return false;
  if (isVerbOfOne(view, verb.head)) return false;
  if (isOfSeveral(view, verb) || isBeforeVerb(parse, verb)) return true;
  // "concerned ABOUT UN REPORTS that A"
  if (isIn(view, 'noticeLinks', verb.from - 2)) return true;
  // "described as BASELESS reports that A".
  if (isInAny(view, LIES, verb.from - 1)) return true;
  // "DESPITE Taliban CLAIMS that A".
  if (isIn(view, 'againstOddsWords', (view.markAt[verb.from - 1]?.from ?? 0) - 1)) return true;
  if (isDenied(parse, verb) || isIn(view, 'claimLinks', verb.to) || isIn(view, 'prepositions', verb.from - 1))
    return true;
  if (isInMedium(parse, verb)) return true;
  return isSubject(parse, verb);
};

/** "in SOME STATES", "the STATES": behind such a word, and before no clause, it is a noun. */
const isOfLands = (view: SentenceView, { from, to }: VerbGroup): boolean =>
  isIn(view, 'landLeads', from - 1) && !isIn(view, 'clauseComplements', to);

/** "Karim Bakhtar, PRESS SECRETARY for the governor": behind a comma or an article a base form before an office names that office. */
const isOfficePart = ({ view }: Parse, { bare, from, to, forms, lemmas }: VerbGroup): boolean =>
  bare &&
  forms.every((form) => form === 'base') &&
  ((wordAt(view, from - 1) === ',' && !lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma))) ||
    isInAny(view, ['determiners', 'possessives'], from - 1)) &&
  isOfficeWord(view, to);

/** Words of "from the northern border post". */
const PLACE = 6;

/** Right behind it stands a finite verb. */
const isSubject = ({ verbAt }: Parse, verb: VerbGroup): boolean => {
  const next = verbAt[verb.to];
  return next !== undefined && !next.infinitive && (!next.bare || next.forms.includes('past'));
};
