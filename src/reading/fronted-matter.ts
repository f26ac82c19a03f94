// What is denied or owned to stands in front of who does so: "The capture of A he denied", "That A had fallen the governor
// called a lie", "The loss of A he admitted". Without a comma between, the words before the speaker are the verb's object.
import type { VerbGroup } from './find-verb-groups.ts';
import { frameOf } from './frame-of-saying.ts';
import type { RawFrame } from './name-speakers.ts';
import type { Parse } from './parse.ts';
import { spanOf } from './said-content.ts';
import { callsFalse } from './saying-verbs.ts';
import { isOfficeWord } from './source-words.ts';
import { isIn, isInAny, wordAt } from './view-sentence.ts';

/** Words of "called an outright lie". */
const LABEL = 4;

/** Nothing but a label and a time may follow. */
const endsBehind = ({ view, verbAt, groupAt }: Parse, verb: VerbGroup): boolean => {
  for (let at = verb.to; at <= verb.to + LABEL; at++) {
    if (view.tokens[at] === undefined || /^[.;!]$/.test(wordAt(view, at))) return true;
    if (view.tokens[at]?.type === 'mark' || groupAt[at] !== undefined || verbAt[at] !== undefined) return false;
  }
  return false;
};

/** "HE denied", "THE GOVERNOR denied": where who speaks begins; -1 where nobody stands right before the verb. */
const speakerFrom = ({ view, phraseAt }: Parse, { from }: VerbGroup): number => {
  if (isInAny(view, ['personPronouns', 'pluralPronouns'], from - 1)) return from - 1;
  const phrase = phraseAt[from - 1];
  const definite = phrase !== undefined && isIn(view, 'determiners', phrase.from) && isOfficeWord(view, phrase.to - 1);
  return definite && phrase.to === from ? phrase.from : -1;
};

/** "THE CAPTURE of A", "THAT A had fallen": the words before him are one noun with what it is about, or one clause. */
const isOneThing = ({ view, verbs }: Parse, end: number): boolean => {
  if (!isInAny(view, ['definiteArticles', 'clauseComplements', 'toldThings'], 0) || end < 2) return false;
  const clause = view.tokens.findIndex((_, at) => at < end && isIn(view, 'clauseComplements', at));
  const before = clause < 0 ? end : clause;
  return (
    view.tokens.slice(0, end).every(({ type }) => type !== 'mark') &&
    verbs.every(({ from }) => from >= before) &&
    !isInAny(view, ['prepositions', 'conjunctions'], end - 1)
  );
};

/** Verbs that take a side on what somebody has said. */
const ANSWERING = ['denyingVerbs', 'confirmingVerbs', 'admittingVerbs'];

/** The frame of a verb that answers what stands in front of its speaker, or null. */
export const frontedMatter = (parse: Parse, verb: VerbGroup): RawFrame | null => {
  const { view } = parse;
  const answers = verb.lemmas.some((lemma) => ANSWERING.some((list) => view.lexicon.has(list, lemma)));
  if (
    !(answers || callsFalse(view, verb)) ||
    verb.passive ||
    verb.infinitive ||
    verb.gerund ||
    !endsBehind(parse, verb)
  )
    return null;
  const from = speakerFrom(parse, verb);
  const said = from > 0 && isOneThing(parse, from) ? spanOf(view, 0, from) : null;
  return said === null ? null : frameOf(parse, verb, { speaker: [from, verb.from], content: [said] });
};
