// States told by label: "Ashford - ours.", "Garth: in enemy hands.", "Liberated on Monday: Ashford and Garth.", "Ours since Monday."
// Invariant: the state fills what is left of its stretch, and the place stands right beside the mark; a clause is no label.
import type { Kind } from '../../model/claim.ts';
import { matchPattern } from '../clauses/match-pattern.ts';
import type { Parse } from '../clauses/parse.ts';
import { finderOf } from '../clauses/parse-sentence.ts';
import { isSegmentEnd } from '../clauses/segments.ts';
import type { ActorMark, Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { flip } from '../words/moods.ts';
import { isIn, isInAny, phraseLength, wordAt } from '../words/view-sentence.ts';
import { participleKinds } from './find-state-predicates.ts';
import { makeState } from './make-state.ts';
import { moodOfNoun } from './noun-mood.ts';

export interface Label {
  readonly kind: Kind;
  readonly actor: ActorMark | null;
  readonly means: Predicate['means'];
  readonly to: number;
}

const LISTS: readonly (readonly [string, Kind, Predicate['means']])[] = [
  ['labelOurs', 'hold', 'speaker'],
  ['labelTheirs', 'hold', 'enemy'],
  ['labelHeld', 'hold', null],
  ['labelBesieged', 'siege', null],
  ['labelLeft', 'withdrawal', null],
  ['labelSurrendered', 'surrender', null],
  ['labelLost', 'loss', null],
  ['labelContested', 'clash', null],
];

/** Words that say how far or since when, before a participle: "fully", "since Monday". */
const ADVERBS = 2;

/** "liberated", "now surrounded", with nothing behind but a day or by whom. */
const participleAt = (parse: Parse, from: number): Label | null => {
  const { view } = parse;
  for (let at = from; at <= from + ADVERBS && !isSegmentEnd(parse, at); at++) {
    // "Northmark: every DISTRICT taken": a number of places there.
    if (view.markAt[at]?.type === 'scope' && isIn(view, 'everyWords', at - 1)) return null;
    const kind = participleKinds(view.lexicon).get(wordAt(view, at)) ?? null;
    if (kind === null) continue;
    const own = isIn(view, 'ownTakings', at);
    const by = matchPattern(finderOf(parse), 'by ~ {actor}', at + 1);
    return { kind, actor: by?.actor ?? null, means: own && by === null ? 'speaker' : null, to: by?.to ?? at + 1 };
  }
  return null;
};

/** "A: NOT in rebel hands", "A - still NOT taken". */
export const isLabelDenied = ({ view }: Parse, from: number): boolean =>
  [from, from + 1].some((at) => isInAny(view, ['negations', 'negativeWords'], at));

/** The state that the words from here on say, or null. */
export const labelAt = (parse: Parse, at: number): Label | null => {
  for (const [list, kind, means] of LISTS)
    for (const pattern of parse.view.lexicon.list(list)) {
      const found = matchPattern(finderOf(parse), pattern, at);
      // "With tanks": with what, and not with whom.
      const thing =
        found?.actor?.side === null && parse.view.lexicon.has('forceHeads', wordAt(parse.view, found.to - 1));
      // "A (Press) - OIL PRICES fell": of what it is said.
      const said =
        list === 'labelLost' && found !== null && parse.phrases.some(({ from, to }) => from === at && to < found.to);
      if (found !== null && !thing && !said) return { kind, means, actor: found.actor, to: found.to };
    }
  return participleAt(parse, at);
};

const TIMES = ['weekdays', 'months', 'timeNouns', 'prepositions', 'determiners', 'timeAdjectives', 'lengthNouns'];

/** Over a day and nothing else, to where the stretch ends; null where more is said. */
const pastDay = (parse: Parse, from: number): number | null => {
  let at = from;
  while (!isSegmentEnd(parse, at)) {
    // "retaken at noon by the Second Foot": by whom ends it.
    if (isIn(parse.view, 'byWords', at) && parse.phraseAt[at + 1]?.places === null)
      at = parse.phraseAt[at + 1]?.to ?? at;
    if (isSegmentEnd(parse, at)) return at;
    if (parse.groupAt[at] !== undefined) return null;
    const day = isInAny(parse.view, TIMES, at) || parse.view.tokens[at]?.type === 'number';
    if (!day) return null;
    at += 1;
  }
  return at;
};

const isDash = (parse: Parse, at: number): boolean =>
  /^[:–—-]$/.test(wordAt(parse.view, at)) && isSegmentEnd(parse, at);

/** Nothing, a number or another stretch stands before it. */
const opensStretch = (parse: Parse, from: number): boolean => {
  const { tokens } = parse.view;
  const before = tokens.slice(0, from).findLast(({ type }) => type !== 'number');
  return before === undefined || /^[.;:)–—-]$/.test(before.word);
};

interface Told {
  readonly from: number;
  readonly place: PlaceGroup | null;
}

const predicateOf = (parse: Parse, label: Label, { from, place }: Told): Predicate => {
  const state = {
    name: `label ${label.kind}`,
    kind: label.kind,
    at: from,
    from,
    to: Math.max(label.to, place?.to ?? 0),
  };
  const said = place === null || place.from > from ? from : place.to + 1;
  const mood = flip(moodOfNoun(parse.view, label.kind, from), isLabelDenied(parse, said));
  const made = makeState(parse, { ...state, place, actor: label.actor }, mood);
  return { ...made, means: label.means, fromContext: false };
};

/** A place is named among these words. */
export const namesBetween = ({ groups }: Parse, after: number, before: number): boolean =>
  groups.some(({ from, items }) => from > after && from < before && items.some(({ place }) => place !== null));

/** "Ashford - ours", "Ashford, Garth: liberated on Monday". */
const behindPlace = (parse: Parse, group: PlaceGroup): Predicate | null => {
  if (group.counted || !isDash(parse, group.to) || !opensStretch(parse, group.from)) return null;
  const label = labelAt(parse, group.to + 1);
  if (label === null || pastDay(parse, label.to) === null) return null;
  // "Northmark: ASHFORD has fallen": what stands behind the colon is said of a place of its own.
  if (namesBetween(parse, group.to, label.to)) return null;
  return predicateOf(parse, label, { from: group.from, place: group });
};

/** "Red: Ashford, Birchholm.": a side, and of nothing but places. */
const sideLabel = (parse: Parse, from: number, colon: number): Label | null => {
  const actor = matchPattern(finderOf(parse), '~ {actor}', from)?.actor ?? null;
  if (actor === null || actor.to !== colon || actor.pronoun || actor.means === 'civilian') return null;
  let at = colon + 1;
  while (at < parse.view.tokens.length && !/^[.;]$/.test(wordAt(parse.view, at))) {
    if (parse.verbAt[at] !== undefined) return null;
    at += 1;
  }
  return { kind: 'hold', actor, means: null, to: colon };
};

/** "Liberated on Monday: Ashford and Garth.", "Red: Ashford, Garth." */
const beforePlace = (parse: Parse, group: PlaceGroup): Predicate | null => {
  const colon = group.from - 1;
  if (group.counted || wordAt(parse.view, colon) !== ':') return null;
  let from = colon;
  while (from > 0 && !isSegmentEnd(parse, from - 1)) from -= 1;
  if (from > 0 && wordAt(parse.view, from - 1) === ',') return null;
  const label = labelAt(parse, from) ?? sideLabel(parse, from, colon);
  if (label === null || pastDay(parse, label.to) !== colon) return null;
  return predicateOf(parse, label, { from, place: group });
};

/** "Ours since Monday.", "In enemy hands.": a sentence of its own about the place spoken of. */
const alone = (parse: Parse): Predicate | null => {
  const label = parse.groups.length > 0 ? null : labelAt(parse, 0);
  if (label === null || label.kind !== 'hold') return null;
  // "Hollin remains with the army": a name that nobody knows to be a place's has its own verb.
  if (parse.view.theatre.open && parse.verbs.some(({ from }) => from < label.to)) return null;
  const end = pastDay(parse, label.to);
  const { tokens } = parse.view;
  return end !== null && end >= tokens.length - 1 ? predicateOf(parse, label, { from: 0, place: null }) : null;
};

/** "Ours.", "Gone since Tuesday.": the state that fills a sentence from a word on, whatever place it is told of; null where more is said. */
export const makeLabelState = (parse: Parse, from: number): Predicate | null => {
  const label = labelAt(parse, from) ?? answerLabel(parse, from);
  const named = label !== null && parse.groups.some((group) => group.items.some(({ place }) => place !== null));
  if (label === null || named || parse.groups.some((group) => group.from < label.to)) return null;
  return endsBehind(parse, label.to) ? predicateOf(parse, label, { from, place: null }) : null;
};

const ANSWERS = { loss: 'shortLost', hold: 'shortHeld', withdrawal: 'shortLeft' } as const;

/** Words that only behind a question are enough: "Gone.", "Standing." */
const answerLabel = ({ view }: Parse, from: number): Label | null => {
  const at = from + (isIn(view, 'stillWords', from) ? 1 : 0);
  for (const kind of ['loss', 'hold', 'withdrawal'] as const) {
    const length = phraseLength(view, ANSWERS[kind], at);
    if (length > 0) return { kind, actor: null, means: kind === 'hold' ? 'speaker' : null, to: at + length };
  }
  return null;
};

/** A stop, a day or since when, who says it, or an aside behind a comma. */
const endsBehind = (parse: Parse, to: number): boolean =>
  isSegmentEnd(parse, to) || pastDay(parse, to) !== null || isIn(parse.view, 'sinceLinks', to);

/** All states of a sentence that stand as labels. */
export const findLabelled = (parse: Parse): readonly Predicate[] => {
  const marked = parse.view.tokens.some(({ word }) => /^[:–—-]$/.test(word));
  const placed = marked ? parse.groups.map((group) => behindPlace(parse, group) ?? beforePlace(parse, group)) : [];
  return [...placed, alone(parse)].filter((state) => state !== null);
};
