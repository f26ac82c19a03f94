// The place that a line of a register is about: "A (capital): fell on 8 July", "- A, B: Reds since May", "A: Reds; B: Blues".
// Invariant: the head opens its line, or a stretch of it behind a semicolon, and holds places alone.
import { kept } from '../../model/keep.ts';
import type { PlaceItem } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn, startOfPhrase, wordAt } from '../words/view-sentence.ts';
import { isFiniteVerb, openingComma } from './clause-bounds.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { Parse } from './parse.ts';
import { isSegmentEnd } from './segments.ts';

export interface LineHead {
  readonly group: PlaceGroup;
  /** Where its colon or dash stands. */
  readonly mark: number;
  /** Where its stretch ends: the semicolon behind it, or the end. */
  readonly end: number;
}

const isDash = (parse: Parse, at: number): boolean =>
  /^[:–—-]$/.test(wordAt(parse.view, at)) && isSegmentEnd(parse, at);

/** Where a line's words begin, behind its bullet or number. */
export const lineStart = ({ view }: Parse): number => {
  let at = 0;
  while (/^[-–—•*·.)#]$/.test(wordAt(view, at)) || (view.tokens[at]?.type === 'number' && at < 2)) at++;
  return at;
};

/** "The A GOVERNOR'S OFFICE: B has not fallen": who speaks is no place that is spoken of. */
const isSpeaking =
  ({ view }: Parse) =>
  ({ noun }: PlaceItem): boolean =>
    noun !== null && view.lexicon.has('seatParts', noun.noun.replace(/ (?=['’])/gu, ''));

/** "EASTRY - A, a town of the north, has fallen", "EASTRY, Norland (Aug. 2) - Soldiers …": from where it was sent, and no line's head. */
const isDateline = ({ view, groups, verbs }: Parse, { items, from }: PlaceGroup, mark: number): boolean => {
  if (wordAt(view, mark) === ':') return false;
  if (groups.some((one) => one.from > mark && one.from <= mark + 2)) return true;
  const before = view.tokens.slice(from, mark);
  const dated = before.some(({ word }) => view.lexicon.has('months', word));
  const lands = items.length === 1 && before.some(({ word }) => word === ',');
  const capitals = before.every(({ text }) => text === text.toUpperCase());
  return dated || ((lands || capitals) && verbs.some((verb) => verb.from > mark));
};

const headAt = (parse: Parse, start: number): LineHead | null => {
  const { view } = parse;
  const first = parse.groups.find(({ from, to }) => from <= start + 1 && to > start);
  if (first === undefined || startOfPhrase(view, first.from) !== start) return null;
  const group = first.counted ? locatedIn(parse, first) : first;
  if (group === null || !isDash(parse, group.to) || group.items.every(({ place }) => place === null)) return null;
  if (group.items.some(isSpeaking(parse)) || isDateline(parse, group, group.to)) return null;
  return { group, mark: group.to, end: view.tokens.length };
};

/** "Border posts with Norland AT ASHFORD:", "Two villages NEAR GARTH:": what has no name is where the last name of the head is. */
const locatedIn = (parse: Parse, counted: PlaceGroup): PlaceGroup | null => {
  const mark = parse.view.tokens.findIndex((_, at) => at >= counted.to && isDash(parse, at));
  const last = parse.groups.find(({ to }) => to === mark);
  if (last === undefined || last === counted || parse.verbs.some(({ from }) => from < mark)) return null;
  const [noun] = counted.items;
  const part = noun?.kindWord === 'crossing' || noun?.kindWord === null;
  return !part ? null : { ...last, items: last.items.map((item) => ({ ...item, scope: noun.scope })) };
};

/** The heads of a line, from left to right: each ends where the next begins. */
export const lineHeads = kept((parse: Parse): readonly LineHead[] => {
  const { tokens } = parse.view;
  const starts = [lineStart(parse), ...tokens.flatMap(({ word }, at) => (word === ';' ? [at + 1] : []))];
  const heads = starts.map((start) => headAt(parse, start)).filter((head) => head !== null);
  return heads.map((head, i) => ({ ...head, end: (heads[i + 1]?.group.from ?? head.end + 1) - 1 }));
});

/** Nothing but adverbs stands between. */
const isRightBehind = ({ view }: Parse, from: number, verb: VerbGroup): boolean =>
  from <= verb.from && view.tokens.slice(from, verb.from).every((_, i) => isIn(view, 'verbAdverbs', from + i));

/** "Garth — THE ARMY, EARLY ON FRIDAY, took …", "Garth — REBELS, WHO CAME BY NIGHT, took …": who acts stands behind the dash, and an aside between him and his verb. */
export const actsBehind = (parse: Parse, mark: number, verb: VerbGroup): boolean => {
  const { view, phrases } = parse;
  if (wordAt(view, mark) === ':' || wordAt(view, verb.from - 1) !== ',' || !isFiniteVerb(verb)) return false;
  const who = phrases.find(({ from, actor }) => from > mark && actor !== null);
  return who !== undefined && who.from <= mark + 2 && openingComma(parse, verb.from - 1) === who.to;
};

/** "A: fell on 8 July", "A: captured on Monday, retaken on Tuesday": where the head ends that a verb without a subject has. */
export const pastLineHead = (parse: Parse, at: number, verb: VerbGroup): number | null => {
  const word = wordAt(parse.view, at);
  // "Ashford: lost, cleared": a heading's colon stands for a verb.
  if (word === ':' && parse.view.sentence.heading) return at - 1;
  if (!/^[:,;–—-]$/.test(word) || !isRightBehind(parse, at + 1, verb)) return null;
  const head = lineHeads(parse).findLast(({ mark, end }) => mark <= at && at <= end);
  const own = head === undefined ? [] : parse.verbs.filter(({ from, to }) => from > head.mark && to <= at);
  const bare = own.every(({ from }) => isBehindMark(parse, from));
  // "EASTRY: Last night the town of A, and with it two posts, fell": a place of its own is what the verb is about.
  const told = own.length === 0 && parse.groups.some(({ from, to }) => from > (head?.mark ?? at) && to <= at);
  if (head === undefined || actsBehind(parse, head.mark, verb)) return null;
  return bare && !told ? head.mark - 1 : null;
};

/** "retaken", "then lost": no subject stands before it. */
const isBehindMark = ({ view }: Parse, from: number): boolean => {
  let at = from - 1;
  while (isIn(view, 'verbAdverbs', at) || isIn(view, 'conjunctions', at)) at--;
  return /^[:,;–—-]$/.test(wordAt(view, at));
};

/** No place, no side and no verb stands there. */
export const isFree = (parse: Parse, at: number): boolean =>
  parse.groupAt[at] === undefined && parse.verbAt[at] === undefined && parse.view.markAt[at]?.type !== 'actor';

/** A line of names, of commas and of when: nothing else is told of them. */
export const isNameList = (parse: Parse): boolean => {
  const { view, groups } = parse;
  const [first] = groups;
  if (first === undefined || first.from > lineStart(parse) + 1 || parse.verbs.length > 0) return false;
  if (groups.some(({ counted, items }) => counted || items.some(({ place }) => place === null))) return false;
  let depth = 0;
  return view.tokens.slice(first.from).every(({ type, word }, i) => {
    const at = first.from + i;
    if (word === '(') depth += 1;
    if (word === ')') depth -= 1;
    const joint = /^[,;.)(&]$/.test(word) || view.lexicon.has('listLinks', word);
    return joint || parse.groupAt[at] !== undefined || (depth > 0 && isFree(parse, at)) || type === 'number';
  });
};
