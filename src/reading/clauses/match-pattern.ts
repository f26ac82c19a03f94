// Matches a rule's `after` against the words behind a verb. Items: `a|b` one of these words, `x?` may be missing,
// `~` up to four describing words, `*` up to six words without comma or verb, `$` the end of the clause, `@` a day, {place} {actor} {to}
// {other} a phrase, {edge} a place or its gates, {owner} an actor or "their", {stop} a mark or "but": no more of the clause.
// Invariant: the first way to match wins, shortest gaps first; a match never crosses the end of the sentence.

import { kept } from '../../model/keep.ts';
import type { ActorMark, Token } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { behindShare, pastPlural } from '../place-groups/place-pronouns.ts';
import { behindTimeAt } from '../words/time-ahead.ts';
import { isIn, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { pastEdge } from './at-edges.ts';
import { isClauseEnd, isDay, isStop } from './pattern-ends.ts';
import { isGap } from './pattern-gaps.ts';

export interface PatternMatch {
  readonly to: number;
  readonly place: PlaceGroup | null;
  /** "handed IT to the rebels": the place is the one spoken of. */
  readonly pronoun: boolean;
  readonly actor: ActorMark | null;
  readonly toActor: ActorMark | null;
  readonly other: ActorMark | null;
}

export interface PhraseFinder {
  readonly view: SentenceView;
  /** The place group whose phrase begins at (or has its first mark after describing words from) this token. */
  placeAt(at: number): PlaceGroup | null;
  actorAt(at: number): ActorMark | null;
  /** The ends of what may be told of an actor that ends here ("flown in from B", "under General Hale"). */
  toldEnds(at: number): readonly number[];
}

const possessiveAt = ({ view }: PhraseFinder, at: number): ActorMark | null => {
  const mark = view.markAt[at];
  return mark?.type === 'actor' && mark.pronoun && mark.modifies ? mark : null;
};

interface Item {
  readonly words: readonly string[];
  readonly optional: boolean;
  readonly slot: string | null;
  readonly next: Item | null;
}

export interface Pattern {
  readonly first: Item | null;
  /** Of each of these one word stands in the sentence, or the pattern does not fit; words by their numbers. */
  readonly needed: readonly (readonly number[])[];
}

const parsed = new Map<string, Pattern>();

/** The words of all patterns, numbered. */
const numbers = new Map<string, number>();

const numberOf = (word: string): number => {
  const number = numbers.get(word) ?? numbers.size;
  numbers.set(word, number);
  return number;
};

/** A pattern as a chain of its items. */
export const readPattern = (pattern: string): Pattern => {
  const known = parsed.get(pattern);
  if (known !== undefined) return known;
  const needed: (readonly number[])[] = [];
  const first = pattern.split(' ').reduceRight<Item | null>((next, piece) => {
    const optional = piece.endsWith('?');
    const body = optional ? piece.slice(0, -1) : piece;
    const slot = /^\{(\w+)\}$/.exec(body)?.[1] ?? (/^[~*$@]$/.test(body) ? body : null);
    const words = slot === null ? body.split('|').filter((word) => word !== '') : [];
    if (slot === null && !optional) needed.push(words.map(numberOf));
    return { words, optional, slot, next };
  }, null);
  const made = { first, needed };
  parsed.set(pattern, made);
  // Its words were not looked for in the sentence at hand.
  asked = null;
  return made;
};

/** The sentence that was asked about last, and by the number of a pattern's word the sentence that last spoke it. */
let asked: readonly Token[] | null = null;
const spokenBy: (readonly Token[] | undefined)[] = [];

const noteSpoken = (tokens: readonly Token[]): void => {
  asked = tokens;
  for (const { word } of tokens) {
    const number = numbers.get(word);
    if (number !== undefined) spokenBy[number] = tokens;
  }
};

const NO_NUMBERS: readonly number[] = [];

const isSpoken = (words: readonly number[], tokens: readonly Token[]): boolean => {
  for (let i = 0; i < words.length; i++) if (spokenBy[words[i] ?? -1] === tokens) return true;
  return false;
};

/** Nearly every pattern lacks a word of its own in a sentence, and need not be tried. */
export const mayFit = ({ needed }: Pattern, { tokens }: SentenceView): boolean => {
  if (asked !== tokens) noteSpoken(tokens);
  for (let i = 0; i < needed.length; i++) if (!isSpoken(needed[i] ?? NO_NUMBERS, tokens)) return false;
  return true;
};

const EMPTY: PatternMatch = { to: 0, place: null, pronoun: false, actor: null, toActor: null, other: null };

const gapLength: Readonly<Record<string, number>> = { '~': 5, '*': 7 };

/** "handed Ashford, the capital, to the rebels": the comma that closes an apposition belongs to the place. */
const pastComma = ({ tokens }: SentenceView, { from, to }: PlaceGroup): number =>
  tokens[to]?.word === ',' && tokens.slice(from, to).some(({ word }) => word === ',') ? to + 1 : to;

/** The end of what joins two parties: "and", "and then", "as well as". */
const pastJoint = (view: SentenceView, at: number): number => {
  const link = isIn(view, 'listLinks', at) ? at + 1 : at + phraseLength(view, 'pairLinks', at);
  return link > at && isIn(view, 'pairTurns', link) ? link + 1 : link;
};

/** "surrounded POLICE AND SOLDIERS in A": two that are named as one; "drove THE ARMY AND THE REBELS out": whoever they are. */
const pastPair = (finder: PhraseFinder, { to, side, modifies, pronoun }: ActorMark, anyTwo: boolean): number => {
  const link = modifies || pronoun ? to : pastJoint(finder.view, to);
  const second = link === to ? null : finder.actorAt(link);
  const fits = second !== null && (anyTwo || second.side === side) && !second.modifies && !second.pronoun;
  return fits ? second.to : to;
};

/** "drove BOTH the army and the rebels out", "drove BOTH SIDES out": where the two are named, or where they are not -1. */
const bothAt = (finder: PhraseFinder, at: number): { readonly named: number; readonly to: number } => {
  const { view } = finder;
  if (!isIn(view, 'pairOpeners', at)) return { named: at, to: -1 };
  if (finder.actorAt(at + 1) !== null && !isIn(view, 'pairNouns', at + 1)) return { named: at + 1, to: -1 };
  return { named: -1, to: isIn(view, 'pairNouns', at + 1) ? at + 2 : at + 1 };
};

const matchSlot = (finder: PhraseFinder, item: Item, at: number): PatternMatch | null => {
  if (item.slot === 'place' || item.slot === 'edge') {
    const place = finder.placeAt(at) ?? (item.slot === 'edge' ? finder.placeAt(pastEdge(finder.view, at)) : null);
    if (place !== null) return { ...EMPTY, place, to: pastComma(finder.view, place) };
    // "thrown back from ALL OF THEM": of the sides from which they came.
    const pronoun = item.slot === 'edge' ? at : behindShare(finder.view, at);
    const to = isIn(finder.view, 'objectPronouns', pronoun) ? pronoun + 1 : pastPlural(finder.view, at);
    return to > at ? { ...EMPTY, pronoun: true, to } : null;
  }
  if (item.slot === '@') return isDay(finder.view, at) ? { ...EMPTY, to: at + 1 } : null;
  if (item.slot === 'stop') return isStop(finder.view, at) ? { ...EMPTY, to: at } : null;
  if (item.slot === '$') return isEnd(finder, at) ? { ...EMPTY, to: at } : null;
  const other = item.slot === 'other';
  const both = other ? bothAt(finder, at) : null;
  if (both !== null && both.named < 0) return { ...EMPTY, to: both.to };
  const actor = finder.actorAt(both?.named ?? at) ?? (item.slot === 'owner' ? possessiveAt(finder, at) : null);
  if (actor === null) return null;
  const match = { ...EMPTY, to: pastPair(finder, actor, other) };
  if (item.slot === 'actor' || item.slot === 'owner') return { ...match, actor };
  return item.slot === 'to' ? { ...match, toActor: actor } : { ...match, other: actor };
};

/** "expelled the militia, KNOWN AS THE PATROL, FROM A": behind an aside the clause goes on. */
const isEnd = ({ view, toldEnds }: PhraseFinder, at: number): boolean =>
  isClauseEnd(view, at) && !(wordAt(view, at) === ',' && toldEnds(at).some((to) => isIn(view, 'robbedLinks', to)));

const join = (a: PatternMatch, b: PatternMatch): PatternMatch => ({
  ...{ to: b.to, place: a.place ?? b.place, pronoun: a.pronoun || b.pronoun, actor: a.actor ?? b.actor },
  ...{ toActor: a.toActor ?? b.toActor, other: a.other ?? b.other },
});

/** "gained 'full control' of A": marks around the words that somebody used part nothing. */
const isQuoting = (word: string): boolean => word.length === 1 && '"“”\'‘’'.includes(word);

/** A gap of as few words as will do. */
const matchGap = (finder: PhraseFinder, slot: string, { rest, at }: { rest: Item | null; at: number }) => {
  for (let gap = 0; gap <= (gapLength[slot] ?? 0); gap++) {
    const match = matchItems(finder, rest, at + gap);
    if (match !== null) return match;
    if (!isGap(finder.view, at + gap, slot) && !isQuoting(wordAt(finder.view, at + gap))) return null;
  }
  return null;
};

const TOLD_OF = ['actor', 'other', 'to'];

/** Whether more than an end is to follow. */
const goesOn = (item: Item | null): boolean =>
  item !== null && item.slot !== '$' && (item.slot === '~' ? goesOn(item.next) : true);

/** "drove special forces FLOWN IN FROM B out of A": the rest goes on behind what is told of a party. */
const pastTold = (finder: PhraseFinder, { slot, next }: Item, at: number): PatternMatch | null => {
  if (!TOLD_OF.includes(slot ?? '') || !goesOn(next)) return null;
  for (const to of finder.toldEnds(at)) {
    const match = matchItems(finder, next, to);
    if (match !== null) return match;
  }
  return null;
};

/** The item itself right here, and the rest behind it. */
const matchHere = (finder: PhraseFinder, item: Item, at: number): PatternMatch | null => {
  if (item.slot === null)
    return item.words.includes(wordAt(finder.view, at)) ? matchItems(finder, item.next, at + 1) : null;
  const own = matchSlot(finder, item, at);
  // "repelled THEM with a smile in A": of a pronoun nothing more is told.
  const pronoun = (own?.actor ?? own?.other ?? own?.toActor)?.pronoun === true;
  const further =
    own === null ? null : (matchItems(finder, item.next, own.to) ?? (pronoun ? null : pastTold(finder, item, own.to)));
  return own === null || further === null ? null : join(own, further);
};

const matchItems = (finder: PhraseFinder, item: Item | null, at: number): PatternMatch | null => {
  if (item === null) return { ...EMPTY, to: at };
  const rest = item.next;
  if (item.slot === '~' || item.slot === '*') return matchGap(finder, item.slot, { rest, at });
  const here = matchHere(finder, item, at);
  if (here !== null) return here;
  const without = item.optional ? matchItems(finder, rest, at) : null;
  if (without !== null || item.slot === '$' || item.slot === 'stop') return without;
  // "launched an assault ON WEDNESDAY on A": a time may stand anywhere.
  const past = isQuoting(wordAt(finder.view, at)) ? at + 1 : behindTimeAt(finder.view, at);
  return past > at ? matchItems(finder, item, past) : null;
};

const read = kept((patterns: readonly string[]): readonly Pattern[] => patterns.map(readPattern));

const fitting = kept((_: SentenceView) => new Map<string, readonly Pattern[]>());

/** The patterns of a list of the lexicon that may fit somewhere in a sentence, in order. */
export const patternsFor = (view: SentenceView, list: string): readonly Pattern[] => {
  const known = fitting(view).get(list);
  if (known !== undefined) return known;
  const found = read(view.lexicon.list(list)).filter((pattern) => mayFit(pattern, view));
  fitting(view).set(list, found);
  return found;
};

/** What the words from `at` on fill in, or null where they do not fit; a pattern that is tried often is read before. */
export const matchPattern = (finder: PhraseFinder, pattern: string | Pattern, at: number): PatternMatch | null => {
  const known = typeof pattern === 'string' ? readPattern(pattern) : pattern;
  return mayFit(known, finder.view) ? matchItems(finder, known.first, at) : null;
};
