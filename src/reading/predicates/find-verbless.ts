// States of headlines, tickers and short answers, which have no verb: "A still OK", "A under siege", "Rebels inside A".
// Invariant: only a sentence without a verb of its own, or a heading's stretch without one, says such a state.
import type { Kind } from '../../model/claim.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { matchPattern, patternsFor } from '../clauses/match-pattern.ts';
import type { Parse } from '../clauses/parse.ts';
import { finderOf } from '../clauses/parse-sentence.ts';
import { isSegmentEnd } from '../clauses/segments.ts';
import type { Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { canBeProvince } from '../place-groups/place-item.ts';
import { anyIn, flip } from '../words/moods.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { makeState } from './make-state.ts';
import { notSaidOf } from './no-longer-behind.ts';
import { moodOfNoun } from './noun-mood.ts';

const BEING: readonly (readonly [string, Kind])[] = [
  ['verblessHolding', 'hold'],
  ['verblessBeing', 'entry'],
  ['verblessLeaving', 'withdrawal'],
  ['verblessRinging', 'siege'],
  ['verblessNearing', 'threat'],
];
const KINDS: readonly Kind[] = ['recapture', 'hold', 'entry', 'siege', 'threat', 'attack'];

const LONGEST = 13;

/** "A back with the army after two hours, SAYS A MEMBER OF THE COUNCIL": who says so stands behind a stop. */
const stretchAround = ({ tokens, lexicon }: SentenceView, to: number): number => {
  const stops = (at: number): boolean => tokens[at] === undefined || /^[,:;–—]$/.test(tokens[at]?.word ?? '');
  const says = (at: number): boolean =>
    (lexicon.verbs.get(tokens[at]?.word ?? '') ?? []).some(({ lemma }) => lexicon.has('reportingVerbs', lemma));
  let end = to;
  while (!stops(end)) end++;
  const told = says(end + 1) || tokens.findLastIndex((_, at) => says(at)) === tokens.length - 2;
  return told ? end : tokens.length;
};

/** "WITH THE REBELS IN A, the road is cut": what "with" opens and a comma closes has no verb of its own. */
const isAbsolute = ({ view, verbAt }: Parse, from: number, to: number): boolean => {
  let at = from - 1;
  while (isIn(view, 'determiners', at)) at--;
  const opens = isIn(view, 'withWords', at) && (at === 0 || wordAt(view, at - 1) === ',');
  const closes = [to - 1, to].some((end) => wordAt(view, end) === ',');
  return opens && closes && verbAt.slice(at, to).every((verb) => verb === undefined);
};

/** No verb but one that reports ("says mayor") stands between the stops around these words. */
const isVerbless = (parse: Parse, from: number, to: number): boolean => {
  const { view, verbs } = parse;
  if (isAbsolute(parse, from, to)) return true;
  // "Are the rebels inside A?": the helper that asks stands before the state, and is no verb of its own.
  const asks = (verb: VerbGroup): boolean =>
    verb.from === 0 && isIn(view, 'be', verb.head) && view.tokens.at(-1)?.word === '?';
  const own = verbs.filter(
    (verb) => !asks(verb) && !verb.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma)),
  );
  // A long sentence has a verb, if only one that the lexicon does not have.
  if (own.length === 0) return view.sentence.heading || stretchAround(view, to) <= LONGEST;
  if (!view.sentence.heading) return false;
  const stops = (at: number): boolean => isSegmentEnd(parse, at) || isIn(view, 'frameWalls', at);
  let start = from;
  while (start > 0 && !stops(start - 1)) start--;
  let end = to;
  while (!stops(end)) end++;
  return !own.some((verb) => verb.from >= start && verb.to <= end);
};

const PATTERNS = Object.fromEntries(KINDS.map((kind) => [kind, `verbless:${kind}`])) as Record<Kind, string>;

/** "A still OK", "A under threat": what stands behind the place. */
const behindPlace = (parse: Parse, group: PlaceGroup): Predicate | null => {
  if (group.counted || group.items.every(({ place, noun }) => place === null && noun?.definite !== true)) return null;
  for (const kind of KINDS)
    for (const pattern of patternsFor(parse.view, PATTERNS[kind])) {
      const found = matchPattern(finderOf(parse), pattern, group.to);
      if (found === null || !isVerbless(parse, group.from, found.to)) continue;
      const state = { name: `verbless ${kind}`, kind, at: group.from, from: group.from, to: found.to };
      const mood = notSaidOf(parse.view, group.to, moodOfNoun(parse.view, kind, group.from));
      // "A on the BRINK of collapse" may fall.
      const brink = kind === 'threat' && anyIn(parse.view, 'brinkWords', [group.to, found.to]);
      const said = brink && mood.modality === 'actual' ? { ...mood, modality: 'possible' as const } : mood;
      return makeState(parse, { ...state, place: group, actor: found.actor }, said);
    }
  return null;
};

/** "Rebels cornered SOLDIERS in A": behind another side stands a verb, if only one that the lexicon does not have. */
const isBehindAnother = (parse: Parse, at: number): boolean => {
  const { view } = parse;
  for (let before = at - 1; before >= 0 && !isSegmentEnd(parse, before); before--)
    if (view.markAt[before]?.type === 'actor') return !isIn(view, 'listLinks', before + 1);
  return false;
};

const PAPERS = ['statementNouns', 'documentNouns', 'claimNouns', 'rumourNouns'];

/** "STATEMENT OF THE ARMY on A": whose words they are, and what they are about. */
const isAuthor = (view: SentenceView, at: number): boolean => {
  const from = at - (isIn(view, 'determiners', at - 1) ? 1 : 0);
  return isInAny(view, ['partLinks', 'agentWords', 'fromWords'], from - 1) && isInAny(view, PAPERS, from - 2);
};

/** "Rebels inside A", "No sign of rebels in A": who is there. */
const actorIn = (parse: Parse, at: number): Predicate | null => {
  const { view } = parse;
  const mark = view.markAt[at];
  if (mark?.type !== 'actor' || mark.from !== at || mark.pronoun || mark.means === 'civilian') return null;
  // "border posts WITH Norland at A"
  if (isBehindAnother(parse, at) || (at > 1 && isIn(view, 'withWords', at - 1))) return null;
  // "Soldiers 'still there'": the quotation mark behind a plural is no possessive.
  if (mark.modifies && !isIn(view, 'quoteMarks', mark.to)) return null;
  if (isAuthor(view, at)) return null;
  for (const [list, kind] of BEING)
    for (const pattern of patternsFor(view, list)) {
      const found = matchPattern(finderOf(parse), pattern, mark.to);
      // "militiamen in Northmark": nobody is in a province as in a town.
      if (
        found?.place?.items.every((item) => canBeProvince(view, item) && item.kindWord !== 'city') &&
        !view.theatre.open
      )
        continue;
      if (found === null || found.place?.counted === true || !isVerbless(parse, at, found.to)) continue;
      const none = [1, 2, 3].find((back) => isIn(view, 'negativeWords', at - back)) ?? 0;
      const said: Kind = none > 0 ? 'entry' : kind;
      const state = { name: 'who is there', kind: said, at: at - Math.max(0, none - 1), from: at - none };
      // "Rebels 'NOT in control' of A": behind the name and any quotation mark.
      const no = isIn(view, 'negations', isIn(view, 'quoteMarks', mark.to) ? mark.to + 1 : mark.to);
      const mood = flip(moodOfNoun(view, said, state.at), no);
      return makeState(parse, { ...state, to: found.to, place: found.place, actor: mark }, mood);
    }
  return null;
};

/** "Still OK.", "Still under siege": a sentence of its own about the place spoken of. */
const alone = (parse: Parse): Predicate | null => {
  const { view, groups } = parse;
  if (groups.length > 0 || !isIn(view, 'aloneStarts', 0) || !isVerbless(parse, 0, view.tokens.length)) return null;
  for (const kind of KINDS)
    for (const pattern of patternsFor(view, PATTERNS[kind])) {
      const found = matchPattern(finderOf(parse), pattern, 0);
      if (found === null || view.tokens.length > found.to + 1) continue;
      const state = { name: `verbless ${kind}`, kind, at: 0, from: 0, to: found.to, place: null, actor: found.actor };
      return makeState(parse, state, moodOfNoun(view, kind, 0));
    }
  return null;
};

/** All states of a sentence that has no verb for them. */
export const findVerbless = (parse: Parse): readonly Predicate[] => {
  const places = parse.groups.map((group) => behindPlace(parse, group));
  const actors = parse.view.marks.map(({ from }) => actorIn(parse, from));
  return [...places, ...actors, alone(parse)].filter((state) => state !== null);
};
