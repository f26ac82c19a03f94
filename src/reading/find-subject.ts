// Who does it and what it is done to, left of a verb: through relative clauses ("the town, which fell"), shared subjects
// ("captured A and besieged B"), participles ("fighters holding A") and infinitives ("ordered troops to retake A").
// Invariant: a phrase governed by a preposition is no subject, nor is the object of an earlier verb.
import type { PlaceGroup } from './find-place-groups.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { ActorMark } from './marks.ts';
import { governorAt, type NounPhrase } from './noun-phrases.ts';
import { isIn, type SentenceView, wordAt } from './view-sentence.ts';

/** A sentence taken apart: places joined, verbs grouped, for finding what belongs to what. */
export interface Parse {
  readonly view: SentenceView;
  readonly groups: readonly PlaceGroup[];
  readonly verbs: readonly VerbGroup[];
  readonly phrases: readonly NounPhrase[];
  readonly groupAt: readonly (PlaceGroup | undefined)[];
  readonly verbAt: readonly (VerbGroup | undefined)[];
  readonly phraseAt: readonly (NounPhrase | undefined)[];
}

export const overTokens = <T extends { readonly from: number; readonly to: number }>(
  length: number,
  things: readonly T[],
): readonly (T | undefined)[] => {
  const over: (T | undefined)[] = Array.from({ length }, () => undefined);
  for (const thing of things) for (let i = thing.from; i < thing.to; i++) over[i] ??= thing;
  return over;
};

export interface Subject {
  readonly actor: ActorMark | null;
  readonly places: PlaceGroup | null;
  /** "these", "all those": what was spoken of last. */
  readonly pointing: boolean;
}

const NOBODY: Subject = { actor: null, places: null, pointing: false };
const DEEPEST = 6;

const QUOTE = /^["“”'‘’]$/;

/** The first word to the left that is no adverb and no quotation mark. */
const beforeAdverbs = (view: SentenceView, from: number): number => {
  let at = from;
  while (at >= 0 && (QUOTE.test(wordAt(view, at)) || (isIn(view, 'verbAdverbs', at) && !isClosed(view, at)))) at--;
  return at;
};

/** "both", "all", "since": adverbs that may be more than that. */
const isClosed = (view: SentenceView, at: number): boolean =>
  isIn(view, 'determiners', at) || isIn(view, 'clausePrepositions', at);

const isReporting = ({ view }: Parse, verb: VerbGroup): boolean =>
  verb.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma));

const isReducible = (verb: VerbGroup): boolean =>
  verb.bare && (verb.forms.includes('participle') || verb.forms.includes('ing'));
const isFiniteVerb = (verb: VerbGroup): boolean => !verb.infinitive && !verb.gerund;

/** The relative pronoun right before the verb, or -1; "that" behind no noun only opens a clause. */
const relativeBefore = ({ view, phraseAt }: Parse, verb: VerbGroup): number => {
  const at = beforeAdverbs(view, verb.from - 1);
  if (!isIn(view, 'relatives', at) || at < 1) return -1;
  const before = wordAt(view, at - 1) === ',' ? at - 2 : at - 1;
  return phraseAt[before] === undefined ? -1 : at;
};

/** "the fighters from A who entered": the phrase before the relative that can be who. */
const antecedent = (parse: Parse, relative: number): NounPhrase | null => {
  const { view, phraseAt } = parse;
  const before = phraseAt[wordAt(view, relative - 1) === ',' ? relative - 2 : relative - 1] ?? null;
  if (before === null || !isIn(view, 'personRelatives', relative) || before.actor !== null) return before;
  const further = governorAt(view, before.from) === null ? undefined : phraseAt[before.from - 2];
  return further?.actor == null ? before : further;
};

/** Where the relative clause begins in which this verb stands ("that attacked", "which the Reds held"), or -1. */
const relativeOver = (parse: Parse, verb: VerbGroup): number => {
  const own = relativeBefore(parse, verb);
  if (own >= 0) return own;
  const subject = parse.phraseAt[beforeAdverbs(parse.view, verb.from - 1)];
  if (subject === undefined) return -1;
  const at = subject.from - 1;
  return isIn(parse.view, 'clauseRelatives', at) || (isIn(parse.view, 'relatives', at) && parse.phraseAt[at - 1])
    ? at
    : -1;
};

const PARENTHESIS_MOST = 30;

/** True where the words between two commas only tell more of what stands before them. */
const isParenthesis = (parse: Parse, open: number, close: number): boolean => {
  const { view, verbAt, phraseAt } = parse;
  const first = open + 1;
  if (isIn(view, 'clauseRelatives', first) || isIn(view, 'relatives', first)) return true;
  const verbs = parse.verbs.filter(({ from, to }) => from > open && to <= close);
  if (verbs.some((verb) => isReporting(parse, verb) && close - verb.to <= 4)) return true;
  if (verbAt[first] !== undefined) return verbs.every(isReducible);
  if (verbs.some((verb) => isFiniteVerb(verb) && !isReducible(verb))) return false;
  const phrase = phraseAt[first];
  return phrase?.actor == null || isIn(view, 'prepositions', first) || verbs.length > 0 || close - open <= 6;
};

/** The comma that opens what the comma at `close` closes, or -1: "The town, held since June, had …". */
const openingComma = (parse: Parse, close: number): number => {
  for (let at = close - 2; at > 0 && close - at < PARENTHESIS_MOST; at--) {
    const word = wordAt(parse.view, at);
    if (/^[;:]$/.test(word)) return -1;
    if (/^[,—–(]$/.test(word)) return parse.phraseAt[at - 1] !== undefined && isParenthesis(parse, at, close) ? at : -1;
  }
  return -1;
};

/** "the soldiers and the militia left", "the dam and the mill are held": the first one named leads, unless it is another verb's object. */
const firstOfPair = (parse: Parse, phrase: NounPhrase): NounPhrase => {
  const { view, phraseAt } = parse;
  const first = isIn(view, 'listLinks', phrase.from - 1) ? phraseAt[phrase.from - 2] : undefined;
  const places = first?.places != null && phrase.actor === null && phrase.places === null;
  const fighters = first?.actor?.side != null && phrase.actor !== null;
  if (first === undefined || !(places || fighters)) return phrase;
  const governed = governorAt(view, first.from);
  return governed !== null && !view.lexicon.has('clausePrepositions', governed) ? phrase : first;
};

/** The verb whose object the phrase is, where that verb stands in a clause of its own that only describes. */
const describingVerb = (parse: Parse, phrase: NounPhrase): number => {
  const verb = parse.verbAt[beforeAdverbs(parse.view, phrase.from - 1)];
  if (verb === undefined || isReporting(parse, verb)) return -1;
  const relative = relativeOver(parse, verb);
  if (relative >= 0) return relative;
  return isReducible(verb) && parse.phraseAt[verb.from - 1] !== undefined && verb.gerund ? verb.from : -1;
};

interface Search {
  readonly verb: VerbGroup;
  readonly depth: number;
}

type Step = { readonly found: NounPhrase | null } | { readonly next: number };

const stepOverPhrase = (parse: Parse, phrase: NounPhrase): Step => {
  const { view } = parse;
  const governor = governorAt(view, phrase.from);
  if (governor !== null && !view.lexicon.has('clausePrepositions', governor)) {
    let at = phrase.from - 1;
    while (wordAt(view, at) !== governor) at--;
    const whole = parse.phraseAt[at - 1];
    // "a column of rebels entered": the noun before "of" is nobody.
    const part = isIn(view, 'partLinks', at) && phrase.actor !== null && whole?.actor === null && whole.places === null;
    return part ? { found: phrase } : { next: at - 1 };
  }
  const describing = describingVerb(parse, phrase);
  return describing >= 0 ? { next: describing - 1 } : { found: firstOfPair(parse, phrase) };
};

const stepOverVerb = (parse: Parse, other: VerbGroup, { depth }: Search): Step => {
  const relative = relativeOver(parse, other);
  if (relative >= 0) return { next: relative - 1 };
  if (isReducible(other) && parse.phraseAt[other.from - 1] !== undefined) return { next: other.from - 1 };
  return { found: phraseOf(parse, other, depth + 1) };
};

const stepFrom = (parse: Parse, at: number, search: Search): Step => {
  const { view } = parse;
  const word = wordAt(view, at);
  // "Ashford: lost, cleared": a heading's colon stands for a verb.
  if (word === ':' && view.sentence.heading) return { next: at - 1 };
  if (/^[;:]$/.test(word)) return { found: null };
  if (/^[,—–)]$/.test(word)) {
    const open = openingComma(parse, at);
    return open < 0 ? { found: null } : { next: open - 1 };
  }
  const phrase = parse.phraseAt[at];
  if (phrase !== undefined) return stepOverPhrase(parse, phrase);
  const other = parse.verbAt[at];
  return other === undefined ? { next: at - 1 } : stepOverVerb(parse, other, search);
};

/** What stands before `from` as the subject of the verb there. */
const searchLeft = (parse: Parse, from: number, search: Search): NounPhrase | null => {
  for (let at = from; at >= 0; ) {
    const step = stepFrom(parse, at, search);
    if ('found' in step) return step.found;
    at = step.next;
  }
  return null;
};

/** "captured A and besieged B", "had surrounded A but had not entered it": the verb before the conjunction. */
const sharedVerb = (parse: Parse, verb: VerbGroup, joint: number): VerbGroup | null => {
  const told = isReporting(parse, verb);
  const before = parse.verbs.filter((other) => other.to <= joint && (told || !isReporting(parse, other)));
  const alike = before.findLast((other) => other.gerund === verb.gerund && (verb.gerund || !other.infinitive));
  return alike ?? before.at(-1) ?? null;
};

/** "After taking A, the rebels …", "…, leaving B to them": the subject of the sentence's own verb. */
const mainSubject = (parse: Parse, verb: VerbGroup, depth: number): NounPhrase | null => {
  const finite = parse.verbs.filter((other) => other !== verb && isFiniteVerb(other));
  const before = finite.findLast((other) => other.to <= verb.from && relativeOver(parse, other) < 0);
  const main = before ?? finite.find((other) => other.from > verb.to);
  return main === undefined ? null : phraseOf(parse, main, depth + 1);
};

/** "the army's efforts to", "a Taliban attempt to": whose they are. */
const ownerIn = ({ view }: Parse, phrase: NounPhrase): NounPhrase | null => {
  for (let at = phrase.to - 1; at >= phrase.from; at--) {
    const mark = view.markAt[at];
    if (mark?.type === 'actor') return { ...phrase, actor: mark };
  }
  return null;
};

/** "ordered troops to retake A", "efforts by the army to", "began an operation to": who stands before "to", or began it. */
const controller = (parse: Parse, verb: VerbGroup, search: Search): NounPhrase | null => {
  const at = beforeAdverbs(parse.view, verb.from - 1);
  const before = parse.phraseAt[at];
  if (before === undefined || before.places !== null) return searchLeft(parse, at, search);
  if (before.actor !== null) return before;
  const owner = ownerIn(parse, before);
  if (owner !== null) return owner;
  const governing = parse.verbs.findLast((other) => other.to <= before.from);
  return governing === undefined ? before : phraseOf(parse, governing, search.depth + 1);
};

const isDetached = ({ view }: Parse, at: number): boolean =>
  at < 0 || wordAt(view, at) === ',' || isIn(view, 'prepositions', at) || isIn(view, 'gerundLinks', at);

const phraseOf = (parse: Parse, verb: VerbGroup, depth: number): NounPhrase | null => {
  if (depth > DEEPEST) return null;
  const { view } = parse;
  const at = beforeAdverbs(view, verb.from - 1);
  const relative = relativeBefore(parse, verb);
  if (relative >= 0) return antecedent(parse, relative);
  if (isIn(view, 'conjunctions', at)) {
    const shared = sharedVerb(parse, verb, at);
    if (shared !== null) return phraseOf(parse, shared, depth + 1);
  }
  if (verb.gerund && isDetached(parse, at)) return mainSubject(parse, verb, depth);
  const told = verb.bare && wordAt(view, at) === ',' ? parse.phraseAt[at - 1] : undefined;
  if (told?.places != null && verb.forms.includes('participle')) return told;
  if (verb.infinitive) return controller(parse, verb, { verb, depth });
  return searchLeft(parse, at, { verb, depth });
};

/** The phrase that is the subject of a verb group, whatever it means. */
export const subjectPhrase = (parse: Parse, verb: VerbGroup): NounPhrase | null => phraseOf(parse, verb, 0);

/** The subject of a verb group: of a passive the thing done to, of an active the doer. */
export const subjectOf = (parse: Parse, verb: VerbGroup): Subject => {
  const phrase = phraseOf(parse, verb, 0);
  if (phrase === null) return NOBODY;
  const { actor, places, to } = phrase;
  const pointing = isIn(parse.view, 'pointingWords', to - 1);
  const listed = pointing && wordAt(parse.view, phrase.from - 1) === ',' ? parse.phraseAt[phrase.from - 2] : undefined;
  return { actor, places: places ?? listed?.places ?? null, pointing };
};

/** "Khanabad, captured by the rebels on Friday,": the phrase right before a bare participle. */
export const beforeParticiple = (parse: Parse, verb: VerbGroup): PlaceGroup | null => {
  const at = verb.from - (wordAt(parse.view, verb.from - 1) === ',' ? 2 : 1);
  return parse.groupAt[at] ?? null;
};

/** "Ashford, which the Reds captured", "the towns the Reds captured": what the clause before the doer stands for. */
export const objectOfRelative = (parse: Parse, { actor }: Subject): PlaceGroup | null => {
  const own = actor === null ? undefined : parse.phraseAt[actor.from];
  if (own === undefined) return null;
  const at = own.from - 1;
  if (isIn(parse.view, 'relatives', at)) return antecedent(parse, at)?.places ?? null;
  return actor?.pronoun === true && actor.modifies ? null : (parse.phraseAt[at]?.places ?? null);
};
