// Whom it was told, as written: "told Wire 7", "wrote to us", "in an interview with the Courier", "speaking to this newspaper".

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { isToldOthers } from '../clauses/governed-infinitive.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { textOf } from './said-content.ts';
import { isQuoteMark } from './saying-verbs.ts';
import { isNounStart } from './source-words.ts';

export const isTelling = ({ lexicon }: SentenceView, verb: VerbGroup): boolean =>
  verb.lemmas.some((lemma) => lexicon.has('toldVerbs', lemma));

/** "told Actualite.cd": a stop inside a name of the web. */
const isInsideName = ({ tokens }: SentenceView, at: number): boolean => {
  const [before, stop, after] = tokens.slice(at - 1, at + 2);
  return stop?.word === '.' && before?.end === stop.start && stop.end === after?.start && after.type === 'word';
};

/** "told REUTERS government forces had left": an agency's name is whole. */
const isAgency = ({ tokens, lexicon }: SentenceView, from: number, to: number): boolean => {
  const first = lexicon.has('definiteArticles', tokens[from]?.word ?? '') ? from + 1 : from;
  const words = tokens.slice(first, to).map(({ word }) => word);
  return lexicon.has('agencyNames', words.join(' '));
};

const endsHearer = (parse: Parse, from: number, at: number): boolean => {
  const { view } = parse;
  if (isInsideName(view, at)) return false;
  if (view.tokens[at] === undefined || /^[,.;:(]$/.test(wordAt(view, at)) || isQuoteMark(wordAt(view, at))) return true;
  const name = /^\p{Lu}/u.test(view.tokens[at]?.text ?? '');
  if (at > from && isAgency(view, from, at) && !(name && view.markAt[at] === undefined)) return true;
  if ((parse.verbAt[at] !== undefined && !name) || isIn(view, 'timeStarts', at)) return true;
  return (
    at > from &&
    (isIn(view, 'contentStarts', at) ||
      // "told HIM the rebels had gone"
      isIn(view, 'objectPersons', at - 1) ||
      isIn(view, 'hearerNouns', at - 1) ||
      isIn(view, 'sameWords', at) ||
      (isNounStart(view, at - 1) && isIn(view, 'determiners', at)))
  );
};

/** Words of "the private Shine FM radio station". */
const LONGEST_HEARER = 6;

const hearerEnd = (parse: Parse, from: number): number => {
  let to = from;
  while (to < from + LONGEST_HEARER && !endsHearer(parse, from, to)) to++;
  return to;
};

const hearerAt = (parse: Parse, from: number): string | null => {
  const to = hearerEnd(parse, from);
  return to === from ? null : textOf(parse.view, from, to);
};

/** "to us", "with the Courier" behind a verb of speaking or a word for what was spoken. */
const addressed = (parse: Parse, from: number, to: number): string | null => {
  const { view } = parse;
  for (let at = from; at < to; at++) {
    if (!isIn(view, 'hearerLinks', at)) continue;
    const spoken = at === from || isInAny(view, ['sayingMedia', 'speakingWords', 'sentForms'], at - 1);
    const ours = view.tokens.slice(at + 1, at + 4).some(({ word }) => view.lexicon.has('ourselves', word));
    // "confirmed the fall of A to AFP".
    const agency = view.tokens
      .slice(at + 1, at + 3)
      .some(({ word, text }) => view.lexicon.has('agencyNames', word) && /^\p{Lu}/u.test(text));
    if (spoken || ours || agency) return hearerAt(parse, at + 1);
  }
  return null;
};

/** "published in THE COURIER"; "published in Ashford" names no outlet. */
const pressAt = (parse: Parse, from: number): string | null => {
  const { view } = parse;
  const to = hearerEnd(parse, from);
  if (to === from) return null;
  const name = textOf(view, from, to);
  const press = view.tokens
    .slice(from, to)
    .some(({ word, text }) => view.lexicon.has('pressWords', word) && /^\p{Lu}/u.test(text));
  return press || view.lexicon.has('agencyNames', name.toLowerCase()) ? name : null;
};

/** "in a speech AIRED BY Wire 7", "in an interview PUBLISHED IN the Courier": who carried what was spoken. */
const carried = (parse: Parse, from: number, to: number): string | null => {
  const { view } = parse;
  for (let at = from; at < to; at++) {
    // "in a SERMON broadcast by": whatever stands behind "in a" was said.
    const medium = isInAny(view, ['sayingMedia', 'speakingWords'], at - 1);
    const said =
      isIn(view, 'airedForms', at) && isIn(view, 'tailPrepositions', at - 3) && isIn(view, 'determiners', at - 2);
    if (!medium && !said) continue;
    const aired = isIn(view, 'airedForms', at) && isIn(view, 'airLinks', at + 1);
    const reached = isInAny(view, ['reachedForms', 'airedForms'], at) && isIn(view, 'agentWords', at + 1);
    if (aired) return pressAt(parse, at + 2);
    if (reached) return hearerAt(parse, at + 2);
  }
  return null;
};

/** "wrote IN THE COURIER that", "said ON RADIO NINE": a name with a word of the press right behind the verb. */
const onAir = (parse: Parse, at: number): string | null => {
  const { view } = parse;
  return isIn(view, 'airLinks', at) ? pressAt(parse, at + 1) : null;
};

const clauseEnd = ({ view }: Parse, from: number): number => {
  let at = from;
  while (at < view.tokens.length && at < from + 14 && wordAt(view, at) !== 'that' && !isQuoteMark(wordAt(view, at)))
    at++;
  return at;
};

/** "In a message obtained by Wire 7, X said": whom the medium in front reached. */
const inFront = (parse: Parse, from: number): string | null => {
  const { view } = parse;
  const comma = view.tokens.findIndex(({ word }, at) => at > 0 && at < from && word === ',');
  // "Interviewed by Wire 7, X said", "Asked by Wire 7 if A had fallen, X said no".
  if (comma > 1 && isInAny(view, ['reachedForms', 'askedForms'], 0) && isIn(view, 'agentWords', 1))
    return hearerAt(parse, 2);
  if (comma > 1 && isIn(view, 'speakingWords', 0)) return onAir(parse, 1);
  if (comma < 0 || !isIn(view, 'tailPrepositions', 0)) return null;
  const spoken = view.tokens
    .slice(0, comma)
    .some(({ word }) => ['sayingMedia', 'speakingWords'].some((list) => view.lexicon.has(list, word)));
  return spoken ? (carried(parse, 2, comma) ?? addressed(parse, 2, comma)) : null;
};

/** Object of "told"; else whom the words around the verb say it was spoken to; else null. */
export const toldWhom = (parse: Parse, verb: VerbGroup, from: number): string | null => {
  const { view } = parse;
  const object = isTelling(view, verb)
    ? hearerAt(parse, isIn(view, 'hearerLinks', verb.to) ? verb.to + 1 : verb.to)
    : null;
  if (object !== null) return object;
  const end = clauseEnd(parse, verb.to);
  return (
    addressed(parse, verb.to, end) ??
    carried(parse, verb.to, end) ??
    onAir(parse, verb.to) ??
    addressed(parse, from, verb.from) ??
    carried(parse, from, verb.from) ??
    (isIn(view, 'speakingWords', 0) ? addressed(parse, 0, Math.min(from, 8)) : null) ??
    inFront(parse, from)
  );
};

/** Where the words said begin behind the verb: after the hearer, and after a day or a medium before "that". */
export const saidFrom = (parse: Parse, verb: VerbGroup): number => {
  const { view } = parse;
  const after = isTelling(view, verb) ? hearerEnd(parse, verb.to) : verb.to;
  // "warned OF a battle that could split the party": the clause tells of the battle.
  if (isIn(view, 'warnedLinks', after) && verb.lemmas.some((lemma) => view.lexicon.has('warningVerbs', lemma)))
    return after;
  for (let at = after; at < Math.min(after + 12, view.tokens.length); at++) {
    const word = wordAt(view, at);
    const opens = /^[:“"]$/.test(word) && at > after && !hasVerb(parse, after, at);
    if (word === 'that' || opens) return at > after && isSetting(parse, after, at) ? at : after;
    // "says Friday's attack INDICATES that A"
    const tells = at > after && isIn(view, 'clauseReportingForms', at) && wordAt(view, at + 1) === 'that';
    if (tells || isClauseVerb(parse, at) || /^[,;]$/.test(word)) break;
  }
  return after;
};

const hasVerb = ({ verbAt }: Parse, from: number, to: number): boolean =>
  verbAt.slice(from, to).some((verb) => verb !== undefined);

/** "in a memo to staff that": a word behind a preposition is a noun. */
const isClauseVerb = ({ view, verbAt }: Parse, at: number): boolean =>
  verbAt[at]?.infinitive === false &&
  // "said THIS WAS not true and that A": no noun.
  (isIn(view, 'be', at) || !['prepositions', 'determiners'].some((list) => isIn(view, list, at - 1)));

/** "on Tuesday", "in a letter to staff", "to reporters": no more than when, where and to whom. */
const isSetting = ({ view }: Parse, from: number, to: number): boolean =>
  ['prepositions', 'timeStarts', 'timeLeads', 'timeNouns', 'weekdays', 'verbAdverbs'].some((list) =>
    isIn(view, list, from),
  ) || view.tokens.slice(from, to).every(({ word }) => /ly$/.test(word) || view.lexicon.has('verbAdverbs', word));

/** "told THEM TO LEAVE": who sends others away says nothing of them; "DECLARED FOR the rebels": nor does who takes sides. */
export const isOrder = (parse: Parse, verb: VerbGroup): boolean => {
  const sides = verb.lemmas.some((lemma) => parse.view.lexicon.has('sidingVerbs', lemma));
  if (sides && isIn(parse.view, 'sidingLinks', verb.to)) return true;
  const next = parse.verbs.find(({ from }) => from >= verb.to);
  return next?.infinitive === true && isToldOthers(parse.view, verb, next);
};

/** Words of "that her full name". */
const HIDDEN = 5;

/** "an official who ASKED NOT TO BE named": what somebody wants for himself is nothing said. */
export const hidesHimself = ({ view, verbs }: Parse, { to, lemmas }: VerbGroup): boolean => {
  if (!lemmas.some((lemma) => view.lexicon.has('hidingVerbs', lemma))) return false;
  const next = verbs.find(({ from }) => from >= to);
  // "who asked that her surname not be published"
  const named = view.tokens.slice(to + 1, to + HIDDEN).some(({ word }) => view.lexicon.has('hiddenThings', word));
  const clause = wordAt(view, to) === 'that' && named && next?.negated === true;
  return clause || (next?.infinitive === true && next.from - to <= 1);
};
