// "promised help BUT HAVE NOT COME", "denied the report AND HOLD it": a deed that stands beside a word of saying is the teller's own.
// Invariant: between the two verbs stands no other that tells something; "said that it came and went" says both.

import { isNounHere } from '../speakers/nouns-of-speech.ts';
import { isReduced, isRelativeVerb } from '../speakers/source-scan.ts';
import { isIn, isInAny, wordAt } from '../words/view-sentence.ts';
import { beforeAdverbs } from './clause-bounds.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { Parse } from './parse.ts';

/** A base form behind an infinitive goes on with it: "promised to leave A and HAND over B". */
const goesOnWith = (parse: Parse, verb: VerbGroup, from: number): boolean =>
  verb.bare &&
  verb.forms.includes('base') &&
  !verb.forms.includes('past') &&
  parse.verbs.some((other) => other.infinitive && other.from >= from && other.to <= verb.from);

/** Words of "told a small group of reporters by telephone late on Sunday". */
const HOW = 12;

/** "said ON SUNDAY THAT", "told REPORTERS BY PHONE THAT": what is said begins behind when, how and to whom; "denied A REPORT THAT" only names what it was. */
const opensBehind = ({ view, verbAt, phraseAt }: Parse, from: number): boolean => {
  for (let at = from; at < from + HOW && verbAt[at] === undefined && !/^[,;:.“”"]$/.test(wordAt(view, at)); at++) {
    // "told soldiers THAT HAD left": a relative clause has no subject of its own.
    if (!isIn(view, 'clauseComplements', at) || at === from || verbAt[at + 1] !== undefined) continue;
    const led = phraseAt[at - 1] === undefined || isIn(view, 'prepositions', (phraseAt[at - 1]?.from ?? at) - 1);
    return led || !isInAny(view, TELLINGS, at - 1);
  }
  return false;
};

const TELLINGS = ['rumourNouns', 'confirmedNouns', 'sayingNouns', 'claimNouns', 'ideaNouns'];

/** "told Wire 7 THE REBELS RETURNED ON FRIDAY and burned it": a past with a subject of its own is no participle of what was told. */
const opensClause = ({ view, verbs, phraseAt }: Parse, from: number): boolean => {
  const says = verbs.find(({ to }) => to === from);
  const first = verbs.find((one) => one.from >= from);
  if (says === undefined || first === undefined || !first.bare || !first.forms.includes('past')) return false;
  const phrase = phraseAt[first.from - 1];
  const subject = phrase !== undefined && isInAny(view, ['determiners', 'subjectPronouns'], phrase.from);
  const denies = says.lemmas.some((lemma) => view.lexicon.has('denyingVerbs', lemma));
  return subject && !denies && phrase.from > from && !isInAny(view, ['agentWords', 'relatives'], first.to);
};

/** Where the conjunction before such a deed stands, behind the word of saying that ends at `from`; or -1. */
export const besideSaying = (parse: Parse, from: number): number => {
  const { view } = parse;
  // "The Reds, residents SAID, took A and left": words of saying between commas have nothing beside them.
  if (wordAt(view, from) === ',' || isIn(view, 'clauseStarts', from) || opensBehind(parse, from)) return -1;
  const own = (one: VerbGroup): boolean =>
    one.from >= from &&
    !one.infinitive &&
    !one.gerund &&
    !isReduced(parse, one) &&
    !isRelativeVerb(parse, one.from) &&
    // "said the shootings and PROTESTS demand that A"
    !isNounHere(parse, one);
  if (opensClause(parse, from)) return -1;
  const verb = parse.verbs.find(own);
  if (verb === undefined || verb.modal !== null) return -1;
  const joint = beforeAdverbs(view, verb.from - 1);
  if (!isIn(view, 'conjunctions', joint) || joint <= from || goesOnWith(parse, verb, from)) return -1;
  const between = view.tokens.slice(from, joint);
  if (between.some(({ word, quoted }) => quoted || /^[;:]$/.test(word))) return -1;
  return wordAt(view, joint - 1) === ',' ? joint - 1 : joint;
};
