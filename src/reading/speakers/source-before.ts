// The words that name a speaker before the verb: back over offices and asides, never over a clause of their own.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isPossessive } from '../clauses/word-class.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { behindAdjunct, behindJoint } from './behind-adjunct.ts';

import { firstHead } from './first-head.ts';
import { longRelative } from './long-relative.ts';
import { afterDay, behindObject } from './object-before-speaker.ts';
import { residentFrom } from './residents.ts';
import { isQuoteMark } from './saying-verbs.ts';
import { type Bounds, beforeDay, isLead, isSpacedDash, scanLeft, skipLead } from './source-scan.ts';
import { describesOne, isNounStart, isOfficeWord, opensAside, opensConceding } from './source-words.ts';

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
  // "…from A, its spokesman, X, says": a place is nobody, unless an office is said with it.
  const named = view.markAt[open - 1];
  const place = named?.type === 'place' && named.from <= from && !view.theatre.open;
  if (place && !view.tokens.slice(from, open).some((_, i) => isOfficeWord(view, from + i))) return false;
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
  !opensConceding(view, from) &&
  // "X, SPOKESMAN OF the Union of Free Forces,": an office tells no deed.
  !(isIn(view, 'personNouns', from) && isInAny(view, ['partLinks', 'matterLinks', 'forWords'], from + 1)) &&
  !isIn(view, 'relatives', from) &&
  !isIn(view, 'clauseRelatives', from) &&
  !isIn(view, 'asideParticiples', from) &&
  verbs.some(
    (verb) => verb.from > from && verb.to <= to && !verb.gerund && !verb.infinitive && isFiniteIn(view, verb, from),
  );

/** Neither a reduced participle nor the verb of a relative clause inside. */
const isFiniteIn = (view: SentenceView, { bare, from: at, head, forms }: VerbGroup, from: number): boolean => {
  // "director of the Research Lab": a capital inside an aside is a name's.
  if (bare && /^\p{Lu}/u.test(view.tokens[head]?.text ?? '')) return false;
  for (let i = from; i < at; i++) if (isIn(view, 'clauseRelatives', i) || isIn(view, 'relatives', i)) return false;
  // "a US think tank": behind "a" no base form is a verb.
  if (bare && isIn(view, 'indefiniteArticles', from) && forms.every((form) => form === 'base')) return false;
  return !bare || !forms.includes('participle') || forms.includes('s');
};

/** The comma that opens the aside which ends at `close` ("X, who heads Y, said"), or -1. */
const openingComma = (parse: Parse, close: number): number => {
  const { view } = parse;
  let quoted = false;
  for (let at = close - 1; at > 0; at--) {
    const word = wordAt(view, at);
    if (word !== ',') {
      if (/^[;:]$/.test(word)) return -1;
      quoted ||= isQuoteMark(word) && !isPossessive(view, at);
      continue;
    }
    // "The ministry, which had called it “safe”, said": only a clause about who speaks holds a quotation.
    if (quoted && !isIn(view, 'clauseRelatives', at + 1)) return -1;
    const aside = opensAside(view, at + 1) || describesOne(view, at + 1, close);
    if (aside && !isClause(parse, at + 1, close) && isHead(parse, at)) return at;
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
  const isDash = (at: number): boolean => /^[—–]$/.test(wordAt(view, at)) || isSpacedDash(view, at);
  if (!isDash(verbFrom - 1)) return -1;
  return view.tokens.slice(0, verbFrom - 1).findLastIndex((_, at) => isDash(at));
};

/** "Karim Bakhtar, in a letter to staff said": an aside that no second comma closes. */
const looseAside = (parse: Parse, to: number): number => {
  const start = scanLeft(parse, to);
  const { view } = parse;
  return wordAt(view, start - 1) === ',' && isIn(view, 'tailPrepositions', start) && isHead(parse, start - 1)
    ? start - 1
    : -1;
};

/** "a claim Mr Hale called a joke", "the news about A the mayor called untrue": behind what is spoken of stands who speaks. */
const afterClaimed = (view: SentenceView, from: number, to: number): number => {
  const about = view.markAt[from + 3];
  const rumour = isIn(view, 'rumourNouns', from + 1) && isIn(view, 'rumourLinks', from + 2);
  if (about?.type === 'place' && rumour) return about.to < to && isNounStart(view, about.to) ? about.to : from;
  // "That the rebels had taken A THE MAYOR denied": a place that an article follows is the other clause's.
  const place = view.markAt[from];
  if (place?.type === 'place' && place.to < to && isIn(view, 'determiners', place.to)) return place.to;
  // "…, SOMETHING the mayor called a lie"
  if (isIn(view, 'vagueObjects', from) && from + 1 < to && isNounStart(view, from + 1)) return from + 1;
  // "an allegation WHICH the mayor denies"
  const behind = (at: number): number => at + (isIn(view, 'whichWords', at + 1) ? 2 : 1);
  for (let at = from; at < to - 1 && isIn(view, 'determiners', from); at++)
    if (isIn(view, 'claimNouns', at) && behind(at) < to && isNounStart(view, behind(at))) return behind(at);
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

/** "The mayor and the police chief both said": a quantifier that floats behind those it counts. */
const isFloating = (view: SentenceView, at: number): boolean =>
  isIn(view, 'floatingWords', at) &&
  at > 2 &&
  !isIn(view, 'prepositions', at - 1) &&
  !isIn(view, 'conjunctions', at - 1) &&
  view.tokens.slice(0, at - 1).some((_, i) => isIn(view, 'listLinks', i) && isNounStart(view, i + 1));

type Source = Bounds & { readonly head: number; readonly aside: boolean };

const sources = new WeakMap<Parse, Map<number, Source>>();

/** "consistently"; a family, an assembly and a weekly are no adverbs. */
const isManner = (view: SentenceView, at: number): boolean =>
  /\p{Ll}{3}ly$/u.test(view.tokens[at]?.text ?? '') &&
  !isInAny(view, ['institutionNouns', 'orgWords', 'pressWords'], at) &&
  !isOfficeWord(view, at);

/** "The company has consistently denied": helpers and adverbs of manner that the verb's group leaves out. */
export const verbStart = (view: SentenceView, from: number): number => {
  const isHelper = (at: number): boolean => ['have', 'be', 'do', 'modals'].some((list) => isIn(view, list, at));
  let at = beforeDay(view, from);
  while (at > 1 && (isManner(view, at - 1) || isIn(view, 'sayingAdverbs', at - 1))) at--;
  while (at > 1 && at < from && isHelper(at - 1)) at--;
  return at;
};

/** "A report named A, said that B, and counted C": behind an object and its comma the first verb's subject goes on; else -1. */
const serialVerb = (parse: Parse, comma: number): number => {
  const { view, verbs } = parse;
  if (!isIn(view, 'clauseComplements', parse.verbAt[comma + 1]?.to ?? comma + 2)) return -1;
  const [first] = verbs;
  if (first === undefined || first.to >= comma || first.from === 0 || first.gerund || first.infinitive) return -1;
  const only = verbs.filter(({ from }) => from < comma).length === 1;
  const marks = view.tokens.slice(0, comma).some(({ type }) => type === 'mark');
  return only && !marks ? first.from : -1;
};

/** "a commander who took part IN IT said": the pronoun behind a preposition says nothing. */
const isGoverned = (view: SentenceView, at: number): boolean =>
  isIn(view, 'prepositions', at - 1) && !isIn(view, 'clausePrepositions', at - 1);

/** How far back "we reached" may stand. */
const CONTACT = 10;

/** "Two residents WE REACHED BY TELEPHONE say": where the reporter's own clause about who speaks begins, or -1. */
const contactClause = ({ view }: Parse, to: number): number => {
  for (let at = to - 2; at > Math.max(0, to - CONTACT) && view.tokens[at]?.type === 'word'; at--)
    if (isIn(view, 'firstPerson', at) && isInAny(view, ['reachedForms', 'speakingWords', 'askingForms'], at + 1))
      return at + 1 < to ? at : -1;
  return -1;
};

/** "the governor's spokesman, X, AND three shopkeepers told us": the first of two who speak has his aside before the "and". */
const besideAside = (parse: Parse, from: number): Source | null => {
  const { view } = parse;
  const and = from - 1;
  if (!isIn(view, 'listLinks', and) || wordAt(view, and - 1) !== ',' || !isNounStart(view, from)) return null;
  const open = openingComma(parse, and - 1);
  const aside = view.tokens.slice(open + 1, and - 1);
  const tells = aside.some((_, i) => parse.verbAt[open + 1 + i] !== undefined);
  return open > 0 && aside.length <= ASIDE && !tells ? sourceBefore(parse, and) : null;
};

/** A name, or a short office. */
const ASIDE = 4;

const findSource = (parse: Parse, given: number): Source => {
  const { view } = parse;
  const verbFrom = verbStart(view, given);
  const contact = contactClause(parse, verbFrom);
  const joint = contact > 0 ? contact : behindJoint(parse, verbFrom);
  if (joint > 0) return sourceBefore(parse, joint);
  if (isIn(view, 'subjectPronouns', verbFrom - 1) && !isGoverned(view, verbFrom - 1))
    return { from: verbFrom - 1, to: verbFrom, head: verbFrom, aside: false };
  if (isFloating(view, verbFrom - 1)) return sourceBefore(parse, verbFrom - 1);
  const dash = dashAside(parse, verbFrom);
  if (dash > 0) return { ...sourceBefore(parse, dash), aside: true };
  const comma = wordAt(view, verbFrom - 1) === ',';
  const relative = comma ? -1 : longRelative(parse, verbFrom);
  if (relative >= 0)
    return { from: relative, to: beforeMedium(parse, relative, verbFrom), head: verbFrom, aside: false };
  const link = comma ? linkComma(view, verbFrom - 1) : -1;
  if (link > 0) return sourceBefore(parse, openingComma(parse, link) > 0 ? link + 1 : link);
  const open = comma ? openingComma(parse, verbFrom - 1) : looseAside(parse, verbFrom);
  const adjunct = comma && open < 0 ? behindAdjunct(parse, verbFrom - 1, isHead) : -1;
  const serial = comma && open < 0 && adjunct < 0 ? serialVerb(parse, verbFrom - 1) : adjunct;
  if (serial > 0) return sourceBefore(parse, serial);
  const head = open >= 0 ? open : comma ? verbFrom - 1 : verbFrom;
  const first = skipLead(view, firstHead(parse, head, open >= 0), head);
  const from = residentFrom(view, behindObject(parse, afterDay(view, afterClaimed(view, first, head)), head), head);
  const pair = besideAside(parse, from);
  if (pair !== null) return { ...pair, to: verbFrom, head: verbFrom };
  const cut = beforeMedium(parse, from, head);
  const medium = open >= 0 && (isIn(view, 'tailPrepositions', open + 1) || opensConceding(view, open + 1));
  return { from, to: open < 0 || medium ? cut : comma ? verbFrom - 1 : verbFrom, head: cut, aside: open >= 0 };
};
