// What is denied or owned to stands in front of who does so: "The capture of A he denied", "That A had fallen the governor
// called a lie", "The loss of A he admitted". Without a comma between, the words before the speaker are the verb's object.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { tellingStarts } from '../clauses/telling-starts.ts';
import { isPossessive } from '../clauses/word-class.ts';
import { isIn, isInAny, wordAt } from '../words/view-sentence.ts';
import { frameOf } from './frame-of-saying.ts';
import type { RawFrame } from './name-speakers.ts';
import { spanOf } from './said-content.ts';
import { callsFalse } from './saying-verbs.ts';
import { isOfficeWord } from './source-words.ts';

/** Words of "called an outright lie". */
const LABEL = 4;

/** Nothing but a label and a time may follow, or another clause. */
const endsBehind = ({ view, verbAt, groupAt }: Parse, verb: VerbGroup): boolean => {
  if (wordAt(view, verb.to) === ',' && isIn(view, 'conjunctions', verb.to + 1)) return true;
  for (let at = verb.to; at <= verb.to + LABEL; at++) {
    if (view.tokens[at] === undefined || /^[.;!]$/.test(wordAt(view, at))) return true;
    if (view.tokens[at]?.type === 'mark' || groupAt[at] !== undefined || verbAt[at] !== undefined) return false;
  }
  return false;
};

/** "THE GOVERNOR", "THE GOVERNOR of the province", ending before a word: where the office begins, or -1. */
const officeFrom = (parse: Parse, end: number): number => {
  const { view, phraseAt } = parse;
  const phrase = phraseAt[end - 1];
  if (phrase === undefined || phrase.to !== end) return -1;
  const over = isIn(view, 'partLinks', phrase.from - 1) ? officeFrom(parse, phrase.from - 1) : -1;
  if (over >= 0) return over;
  const force = view.markAt[phrase.to - 1]?.type === 'actor';
  return isIn(view, 'determiners', phrase.from) && (force || isOfficeWord(view, phrase.to - 1)) ? phrase.from : -1;
};

/** "HE denied", "THE GOVERNOR denied": where who speaks begins; -1 where nobody stands right before the verb. */
const speakerFrom = (parse: Parse, { from }: VerbGroup): number =>
  isInAny(parse.view, ['personPronouns', 'pluralPronouns'], from - 1) ? from - 1 : officeFrom(parse, from);

/** "THE CAPTURE of A", "THAT A had fallen": the words between are one noun with what it is about, or one clause. */
const isOneThing = ({ view, verbs, phraseAt }: Parse, start: number, end: number): boolean => {
  const opens = isInAny(view, ['definiteArticles', 'clauseComplements', 'toldThings'], start);
  // "THE REBELS' CLAIM to have taken A"
  const owned = isInAny(view, ['toldThings', 'claimNouns'], (phraseAt[start]?.to ?? 0) - 1);
  if (!(opens || owned) || end < start + 2) return false;
  const clause = view.tokens.findIndex((_, at) => at >= start && at < end && isIn(view, 'clauseComplements', at));
  const before = clause < 0 ? end : clause;
  return (
    view.tokens.slice(start, end).every(({ type }, i) => type !== 'mark' || isPossessive(view, start + i)) &&
    verbs.every(({ from, infinitive }) => from < start || from >= before || (owned && infinitive)) &&
    !isInAny(view, ['prepositions', 'conjunctions'], end - 1)
  );
};

/** Where the thing begins that ends there, at the sentence's first word or behind what opens it; -1 where none does. */
const thingFrom = (parse: Parse, end: number): number =>
  tellingStarts(parse.view).find((start) => start < end && isOneThing(parse, start, end)) ?? -1;

/** Verbs that take a side on what somebody has said. */
const ANSWERING = ['denyingVerbs', 'confirmingVerbs', 'admittingVerbs'];

/** "That A had fallen was denied BY THE MAYOR": the clause is the subject, and who denies it follows or is nobody. */
export const clauseDenied = (parse: Parse, verb: VerbGroup): RawFrame | null => {
  const { view, verbs, phraseAt } = parse;
  const denies = verb.passive && !verb.negated && verb.lemmas.some((lemma) => view.lexicon.has('denyingVerbs', lemma));
  if (!denies) return null;
  const start = thingFrom(parse, verb.from);
  const told = verbs.some(({ from, to }) => from > start + 1 && to <= verb.from);
  if (start < 0 || !told || !isIn(view, 'clauseComplements', start)) return null;
  const agent = isIn(view, 'byWords', verb.to) ? phraseAt[verb.to + 1] : undefined;
  const speaker = agent === undefined ? null : ([verb.to + 1, endOfAgent(parse, agent.to)] as const);
  const said = spanOf(view, start, verb.from);
  return said === null ? null : frameOf(parse, verb, { speaker, content: [said] });
};

/** "the mayor OF B": the place goes with the office. */
const endOfAgent = ({ view, phraseAt }: Parse, to: number): number =>
  (isIn(view, 'partLinks', to) ? phraseAt[to + 1]?.to : undefined) ?? to;

/** Where the person begins whose words end where the thing begins: "The governor", "Also the governor, Wat Sallow,"; or -1. */
const personBefore = (parse: Parse, thing: number): number => {
  const { view, phraseAt, verbs } = parse;
  const office = officeFrom(parse, thing);
  if (office >= 0) return office;
  const opens = isIn(view, 'speakerLeads', 0) ? 1 : 0;
  const end = phraseAt[opens]?.to ?? 0;
  const reaches = wordAt(view, thing - 1) === ',' || end === thing;
  const plain = verbs.every(({ to }) => to <= opens || to > thing);
  return reaches && plain && isOfficeWord(view, end - 1) ? opens : -1;
};

/** "The governor, Wat Sallow, THE FALL OF A confirmed": as translators leave it; who speaks, and where the thing begins. */
const betweenFrom = (parse: Parse, { from }: VerbGroup): readonly [speaker: number, thing: number] | null => {
  for (let thing = 1; thing < from; thing++) {
    const opens = isIn(parse.view, 'definiteArticles', thing) && isOneThing(parse, thing, from);
    const speaker = opens ? personBefore(parse, thing) : -1;
    if (speaker >= 0) return [speaker, thing];
  }
  return null;
};

/** The frame of a verb that answers what stands between its speaker and it, or null. */
const matterBetween = (parse: Parse, verb: VerbGroup): RawFrame | null => {
  const found = betweenFrom(parse, verb);
  if (found === null) return null;
  const [from, thing] = found;
  const said = spanOf(parse.view, thing, verb.from);
  return said === null ? null : frameOf(parse, verb, { speaker: [from, thing], content: [said] });
};

/** The frame of a verb that answers what stands in front of its speaker, or null. */
export const frontedMatter = (parse: Parse, verb: VerbGroup): RawFrame | null => {
  const { view } = parse;
  const answers = verb.lemmas.some((lemma) => ANSWERING.some((list) => view.lexicon.has(list, lemma)));
  if (!(answers || callsFalse(view, verb)) || verb.infinitive || verb.gerund) return null;
  if (verb.passive || !endsBehind(parse, verb)) return null;
  const from = speakerFrom(parse, verb);
  const start = thingFrom(parse, from);
  const said = start < 0 ? null : spanOf(view, start, from);
  if (said === null) return from < 0 ? matterBetween(parse, verb) : null;
  return frameOf(parse, verb, { speaker: [from, verb.from], content: [said] });
};
