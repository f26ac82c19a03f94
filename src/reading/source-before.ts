// The words that name a speaker before the verb: back over offices and asides, never over a clause of their own.

import type { VerbGroup } from './find-verb-groups.ts';
import type { Parse } from './parse.ts';
import { isQuoteMark, isReporting } from './saying-verbs.ts';
import { isNounStart, isOfficeWord, opensAside } from './source-words.ts';
import { isIn, type SentenceView, wordAt } from './view-sentence.ts';
import { isPossessive } from './word-class.ts';

export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** "KABUL - Officials said": a dash between blanks, not one inside a name. */
const isSpacedDash = ({ tokens }: SentenceView, at: number): boolean =>
  tokens[at]?.word === '-' && (tokens[at - 1]?.end ?? 0) < (tokens[at]?.start ?? 0);

/** "that", "but", "while" and the end of a quotation: what a speaker's words never reach back over. */
const isWall = (view: SentenceView, at: number): boolean => {
  const word = wordAt(view, at);
  return (
    /^[;:—–!?]$/.test(word) ||
    (isQuoteMark(word) && !isPossessive(view, at)) ||
    isSpacedDash(view, at) ||
    isIn(view, 'frameWalls', at)
  );
};

/** "a man who lives there said": the verb of a relative clause belongs to the speaker's words. */
export const isRelativeVerb = (parse: Parse, at: number): boolean => {
  const verb = parse.verbAt[at];
  return verb !== undefined && [1, 2].some((back) => isIn(parse.view, 'relatives', verb.from - back));
};

/** "residents reached by telephone", "a man living nearby": a participle behind its noun. */
export const isReduced = ({ view }: Parse, verb: VerbGroup): boolean => {
  if (!verb.bare || verb.from === 0 || !verb.forms.some((form) => form === 'ing' || form === 'participle'))
    return false;
  const before = wordAt(view, verb.from - 1);
  if (
    isIn(view, 'subjectPronouns', verb.from - 1) ||
    /^[,;:]$/.test(before) ||
    isIn(view, 'conjunctions', verb.from - 1)
  )
    return false;
  return verb.forms.includes('ing') || isIn(view, 'prepositions', verb.to);
};

/** "police fled and elders said": behind a verb of another clause the last "and" begins the speaker's words. */
const looksPast = (view: SentenceView, at: number): boolean =>
  /^\p{Ll}{3,}ed$/u.test(view.tokens[at]?.text ?? '') && !isIn(view, 'determiners', at - 1);

/** "witnesses said", "the guards in A said": a present form that no "and" parts from the verb of saying is a noun. */
const isNounInstead = ({ view, verbAt }: Parse, at: number, joint: number): boolean => {
  const verb = verbAt[at];
  const present = verb?.bare === true && verb.forms.some((form) => form === 's' || form === 'base');
  if (!present || isIn(view, 'subjectPronouns', at - 1) || isIn(view, 'relatives', at - 1)) return false;
  const proper = at > 0 && /^\p{Lu}/u.test(view.tokens[at]?.text ?? '');
  return proper || isOfficeWord(view, at) || (joint < 0 && !verb.forms.includes('past'));
};

/** Where the phrase that ends before `to` begins: at the last comma, wall, or verb. */
const scanLeft = (parse: Parse, to: number): number => {
  const { view } = parse;
  let joint = -1;
  for (let at = to - 1; at >= 0; at--) {
    const word = wordAt(view, at);
    if (word === ')') {
      const open = openingBracket(view, at);
      if (
        open <= 0 ||
        view.tokens[open - 1]?.type === 'number' ||
        /^\p{Lu}{3,}$/u.test(view.tokens[open - 1]?.text ?? '')
      )
        return at + 1;
      at = open;
      continue;
    }
    if (word === ',' || isWall(view, at)) return at + 1;
    const verb = isNounInstead(parse, at, joint) ? undefined : parse.verbAt[at];
    if (verb === undefined) {
      if (joint >= 0 && looksPast(view, at)) return joint;
      if (isIn(view, 'conjunctions', at)) joint = at + 1;
      continue;
    }
    if (isRelativeVerb(parse, at)) continue;
    if (isReporting(view, verb) && !isIn(view, 'agentWords', verb.to)) return at + 1;
    if (joint >= 0) return joint;
    if (!isReduced(parse, verb)) return at + 1;
    at = verb.from;
  }
  return 0;
};

const openingBracket = (view: SentenceView, from: number): number => {
  for (let at = from - 1; at >= 0; at--) if (wordAt(view, at) === '(') return at;
  return -1;
};

const isLead = ({ lexicon }: SentenceView, word: string): boolean =>
  word === ',' ||
  (!lexicon.has('pairWords', word) &&
    ['conjunctions', 'verbAdverbs', 'speakerLeads'].some((list) => lexicon.has(list, word)));

/** "In Faryab a council member", "On Monday those forces", "last week Karim": where and when it was said leads. */
const afterSetting = (view: SentenceView, from: number, to: number): number => {
  const opens =
    isIn(view, 'prepositions', from) || (isIn(view, 'timeLeads', from) && isIn(view, 'timeNouns', from + 1));
  if (!opens) return from;
  for (const starts of [isDetermined, isNounStart]) {
    const at = nounStart(view, { from: from + 2, to }, starts);
    if (at >= 0) return at;
  }
  return from;
};

const isDetermined = (view: SentenceView, at: number): boolean =>
  isIn(view, 'determiners', at) || isIn(view, 'possessives', at) || isIn(view, 'subjectPronouns', at);

/** Where an ungoverned noun phrase begins that is not the setting's own. */
const nounStart = (view: SentenceView, { from, to }: Bounds, starts: typeof isNounStart): number => {
  for (let at = from; at < to; at++) {
    const governed = ['prepositions', 'determiners', 'directions', 'conjunctions', 'possessives'].some((list) =>
      isIn(view, list, at - 1),
    );
    if (!governed && wordAt(view, at - 1) !== '-' && starts(view, at)) return at;
  }
  return -1;
};

/** "but", "also", and "In Faryab" before "a council member": where the speaker is told of, not the speaker. */
const skipLead = (view: SentenceView, from: number, to: number): number => {
  let at = from;
  while (at < to - 1 && isLead(view, wordAt(view, at)) && !isOfficeWord(view, at)) at++;
  const after = afterSetting(view, at, to);
  return after === at ? at : skipLead(view, after, to);
};

const isParticiple = ({ verbAt }: Parse, at: number): boolean =>
  verbAt[at]?.forms.some((form) => form === 'participle' || form === 'ing') === true;

/** "X in a message", "X by telephone", "X on Friday": how and when it was said is not who said it. */
const beforeMedium = (parse: Parse, from: number, to: number): number => {
  const { view } = parse;
  for (let at = to - 2; at > from && at > to - 7; at--) {
    const rest = view.tokens.slice(at + 1, to);
    if (isIn(view, 'hearerLinks', at) && rest.some(({ word }) => view.lexicon.has('ourselves', word))) return at;
    if (!isIn(view, 'tailPrepositions', at) || isParticiple(parse, at - 1)) continue;
    if (
      rest.some(({ word }) => ['sayingMedia', 'weekdays', 'months', 'timeNouns'].some((l) => view.lexicon.has(l, word)))
    )
      return at;
  }
  return to;
};

const isHead = (parse: Parse, open: number): boolean => {
  const { view } = parse;
  const from = skipLead(view, scanLeft(parse, open), open);
  const length = open - from;
  if (length < 1 || length > 14 || isIn(view, 'prepositions', from) || isIn(view, 'relatives', from)) return false;
  return isNounStart(view, from) || view.tokens.slice(from, open).some((_, i) => isOfficeWord(view, from + i));
};

/** "Officials, however, said": a word between two commas that only links. */
const linkComma = (view: SentenceView, close: number): number => {
  let at = close - 1;
  while (at > 0 && isLead(view, wordAt(view, at)) && wordAt(view, at) !== ',') at--;
  return at < close - 1 && wordAt(view, at) === ',' ? at : -1;
};

/** "A, B and C have fallen, said X": what has a finite verb and no relative pronoun is a clause of its own, no aside. */
const isClause = ({ view, verbs }: Parse, from: number, to: number): boolean =>
  !isIn(view, 'relatives', from) &&
  !isIn(view, 'clauseRelatives', from) &&
  !isIn(view, 'asideParticiples', from) &&
  verbs.some(
    (verb) => verb.from > from && verb.to <= to && !verb.gerund && !verb.infinitive && isFiniteIn(view, verb, from),
  );

/** Neither a reduced participle nor the verb of a relative clause inside. */
const isFiniteIn = (view: SentenceView, { bare, from: at, forms }: VerbGroup, from: number): boolean => {
  for (let i = from; i < at; i++) if (isIn(view, 'clauseRelatives', i) || isIn(view, 'relatives', i)) return false;
  return !bare || !forms.includes('participle') || forms.includes('s');
};

/** The comma that opens the aside which ends at `close` ("X, who heads Y, said"), or -1. */
const openingComma = (parse: Parse, close: number): number => {
  const { view } = parse;
  for (let at = close - 1; at > 0; at--) {
    const word = wordAt(view, at);
    if (word !== ',') {
      if (/^[;:]$/.test(word) || isQuoteMark(word)) return -1;
      continue;
    }
    if (opensAside(view, at + 1) && !isClause(parse, at + 1, close) && isHead(parse, at)) return at;
    // An inner part of an aside has no verb of its own: "who met elders, traders and others".
    if (
      view.tokens.slice(at + 1, close).some((_, i) => parse.verbAt[at + 1 + i] !== undefined) &&
      !opensAside(view, at + 1)
    )
      return -1;
  }
  return -1;
};

/** "Mr Cole — who has denied it — said": where the aside between two dashes begins, or -1. */
const dashAside = ({ view }: Parse, verbFrom: number): number => {
  if (!/^[—–]$/.test(wordAt(view, verbFrom - 1))) return -1;
  return view.tokens.slice(0, verbFrom - 1).findLastIndex(({ word }) => /^[—–]$/.test(word));
};

/** "Karim Bakhtar, in a letter to staff said": an aside that no second comma closes. */
const looseAside = (parse: Parse, to: number): number => {
  const start = scanLeft(parse, to);
  const { view } = parse;
  return wordAt(view, start - 1) === ',' && isIn(view, 'tailPrepositions', start) && isHead(parse, start - 1)
    ? start - 1
    : -1;
};

/** "a claim Mr Hale called a joke": behind what is spoken of stands who speaks. */
const afterClaimed = (view: SentenceView, from: number, to: number): number => {
  for (let at = from; at < to - 1; at++)
    if (isIn(view, 'claimNouns', at) && isIn(view, 'determiners', from) && isNounStart(view, at + 1)) return at + 1;
  return from;
};

/** The head of the speaker's words, and where they end with their asides. */
export const sourceBefore = (parse: Parse, verbFrom: number): Source => {
  const found = sources.get(parse) ?? new Map<number, Source>();
  sources.set(parse, found);
  const source = found.get(verbFrom) ?? findSource(parse, verbFrom);
  found.set(verbFrom, source);
  return source;
};

type Source = Bounds & { readonly head: number; readonly aside: boolean };

const sources = new WeakMap<Parse, Map<number, Source>>();

/** "The company has consistently denied": helpers and adverbs of manner that the verb's group leaves out. */
export const verbStart = (view: SentenceView, from: number): number => {
  const isHelper = (at: number): boolean => ['have', 'be', 'do', 'modals'].some((list) => isIn(view, list, at));
  let at = from;
  while (at > 1 && /\p{Ll}{3}ly$/u.test(view.tokens[at - 1]?.text ?? '')) at--;
  while (at > 1 && at < from && isHelper(at - 1)) at--;
  return at;
};

const findSource = (parse: Parse, given: number): Source => {
  const { view } = parse;
  const verbFrom = verbStart(view, given);
  if (isIn(view, 'subjectPronouns', verbFrom - 1))
    return { from: verbFrom - 1, to: verbFrom, head: verbFrom, aside: false };
  const dash = dashAside(parse, verbFrom);
  if (dash > 0) return { ...sourceBefore(parse, dash), aside: true };
  const comma = wordAt(view, verbFrom - 1) === ',';
  const link = comma ? linkComma(view, verbFrom - 1) : -1;
  if (link > 0) return sourceBefore(parse, link);
  const open = comma ? openingComma(parse, verbFrom - 1) : looseAside(parse, verbFrom);
  const head = open >= 0 ? open : comma ? verbFrom - 1 : verbFrom;
  const from = afterClaimed(view, skipLead(view, firstHead(parse, head, open >= 0), head), head);
  const cut = beforeMedium(parse, from, head);
  const medium = open >= 0 && isIn(view, 'tailPrepositions', open + 1);
  return { from, to: open < 0 || medium ? cut : comma ? verbFrom - 1 : verbFrom, head: cut, aside: open >= 0 };
};

const isOfficeIn = (view: SentenceView, from: number, to: number): boolean =>
  to - from <= 8 && view.tokens.slice(from, to).some((_, i) => isOfficeWord(view, from + i));

/** "Karim Bakhtar", "Hazrat-e Ali": capitals and the small links of a name. */
const isProperName = ({ tokens, lexicon }: SentenceView, from: number, to: number): boolean =>
  to - from >= 1 &&
  to - from <= 6 &&
  tokens.slice(from, to).every(({ text, word }) => /^\p{Lu}|^[-.]$/u.test(text) || lexicon.has('nameLinks', word));

/** "Karim, the mayor, who was asleep, said": from aside to aside back to the name. */
const firstHead = (parse: Parse, head: number, aside: boolean): number => {
  const from = scanLeft(parse, head);
  const { view } = parse;
  if (wordAt(view, from - 1) !== ',' || !opensAside(view, from) || isIn(view, 'prepositions', from)) return from;
  const before = skipLead(view, scanLeft(parse, from - 1), from - 1);
  const office = isProperName(view, from, head) && isNounStart(view, before) && isOfficeIn(view, before, from - 1);
  const named = office || (aside && isProperName(view, before, from - 1));
  // "drove the rebels out of A, Reuters reported": what a verb stands before is its object.
  const free = before === 0 || (wordAt(view, before - 1) !== ',' && parse.verbAt[before - 1] === undefined);
  return named && free ? before : from;
};
