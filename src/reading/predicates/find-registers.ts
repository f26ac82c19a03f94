// Lines of a register without a verb: "A (capital): Reds since Friday, but cut off", "Reds since June: A, B", "Lost: four towns, among
// them A". Invariant: a side stands for a state only where it fills its stretch but for a day, a length or the part it has.
import { isFiniteVerb } from '../clauses/clause-bounds.ts';
import { actsBehind, isFree, lineHeads, lineStart } from '../clauses/line-heads.ts';
import { matchPattern } from '../clauses/match-pattern.ts';
import type { Parse } from '../clauses/parse.ts';
import { finderOf } from '../clauses/parse-sentence.ts';
import { isSegmentEnd } from '../clauses/segments.ts';
import type { PlaceItem, Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { flip } from '../words/moods.ts';
import { isIn, isInAny, phraseLength, wordAt } from '../words/view-sentence.ts';
import { isLabelDenied, type Label, labelAt, namesBetween } from './find-labelled.ts';
import { makeState } from './make-state.ts';
import { moodOfNoun } from './noun-mood.ts';

/** A stop, or a word that sets one state against another: "Reds BUT cut off". */
const isStop = (parse: Parse, at: number): boolean =>
  isSegmentEnd(parse, at) || isIn(parse.view, 'registerContrasts', at);

export interface State extends Label {
  /** "Reds IN THE NORTH": the part that it is said of. */
  readonly parts: PlaceGroup | null;
  readonly doubted: boolean;
  /** "A: NOT fallen" */
  readonly denied: boolean;
}

/** "Reds", "now Red control", "the rebel-held": a side and no more of a noun than what it has. */
const sideAt = (parse: Parse, at: number): Label | null => {
  const { view } = parse;
  const actor = matchPattern(finderOf(parse), '~ {actor}', at)?.actor ?? null;
  if (actor === null || actor.pronoun || actor.means === 'civilian' || actor.means === 'enemy') return null;
  // "A: the governor, Ivo Hale, reports": who speaks holds nothing by that.
  if (isIn(view, 'officeActors', actor.to - 1)) return null;
  if (view.tokens.slice(at, actor.from).some((_, i) => !isInAny(view, ['registerLeads', 'determiners'], at + i)))
    return null;
  const hyphen = wordAt(view, actor.to) === '-' ? 1 : 0;
  const has = isInAny(view, ['heldWords', 'registerTails'], actor.to + hyphen) ? hyphen + 1 : 0;
  return { kind: 'hold', actor, means: null, to: actor.to + has };
};

export const stateFrom = (parse: Parse, at: number): Label | null => {
  const lead = isIn(parse.view, 'registerContrasts', at) ? 1 : 0;
  return labelAt(parse, at + lead) ?? sideAt(parse, at + lead);
};

/** "since Friday", "for two years", "(since 3 March)": nothing but when stands up to the end of the stretch. */
const pastTime = (parse: Parse, from: number): number | null => {
  let at = from;
  while (!isStop(parse, at)) if (!isFree(parse, at++)) return null;
  return at;
};

/** "in the centre and at the airport": the parts, where they and names that nobody knows fill the stretch. */
const partsFrom = (parse: Parse, from: number): PlaceGroup | null => {
  if (!isIn(parse.view, 'registerPlaceLinks', from)) return null;
  let to = from;
  while (!isStop(parse, to)) {
    if (parse.verbAt[to] !== undefined || parse.view.markAt[to]?.type === 'actor') return null;
    to += 1;
  }
  const [first, ...more] = parse.groups.filter((group) => group.from > from && group.to <= to);
  if (first === undefined) return null;
  // "inside districts 6, 7 and 13": a number of quarters has no name, and is in the place that heads the line.
  const named = [first, ...more].filter(({ counted, items }) => !counted && !items.every(isQuarters));
  return { ...first, items: named.flatMap(({ items }) => items), to };
};

const isQuarters = ({ place, noun }: PlaceItem): boolean =>
  place === null && noun?.plural === true && noun.kind === 'district' && !noun.definite;

const DOUBT_REACH = 3;

/** "GARTH: The council (CC) SAID …": whose name is written out and then does something holds nothing by that. */
const isSubject = ({ view, verbs }: Parse, { to }: Label): boolean => {
  const end = wordAt(view, to) === '(' ? view.tokens.findIndex(({ word }, at) => at > to && word === ')') : -1;
  return end > 0 && wordAt(view, end + 1) !== ',' && verbs.some((verb) => verb.from > end && isFiniteVerb(verb));
};

/** What stands behind the state up to its stop; null where it is no state of the whole stretch. */
export const closed = (parse: Parse, label: Label): State | null => {
  const { view } = parse;
  if (isSubject(parse, label)) return null;
  const doubted = [1, 2, DOUBT_REACH].some((i) => isIn(view, 'registerDoubts', label.to + i));
  const told = { ...label, parts: null, doubted, denied: false };
  if (isStop(parse, label.to)) return told;
  const parts = ['hold', 'clash'].includes(label.kind) ? partsFrom(parse, label.to) : null;
  const inside = label.kind === 'hold' && isIn(view, 'registerInside', label.to) ? ('entry' as const) : label.kind;
  if (parts !== null) return { ...told, kind: inside, parts: parts.items.length === 0 ? null : parts, to: parts.to };
  const times = label.kind === 'clash' ? ['sinceLinks', 'clashTimes'] : ['sinceLinks', 'registerTimes'];
  const time = !['hold', 'clash'].includes(label.kind) || isInAny(view, times, label.to);
  const to = time ? pastTime(parse, label.to) : null;
  return to === null ? null : { ...told, to };
};

const made = (parse: Parse, state: State, group: PlaceGroup): Predicate => {
  const from = group.from;
  // "Reds inside districts 6 and 7": in parts of it that have no names.
  const inside = state.kind === 'entry' && state.parts === null;
  const whole = inside ? { ...group, items: group.items.map((item) => ({ ...item, scope: 'area' as const })) } : group;
  const place = state.parts ?? whole;
  const to = Math.max(state.to, place.to);
  const told = { name: `a register: ${state.kind}`, kind: state.kind, at: from, from, to, place, actor: state.actor };
  const one = makeState(parse, told, flip(moodOfNoun(parse.view, state.kind, from), state.denied));
  const tense = state.kind === 'hold' ? 'present' : one.tense;
  return { ...one, means: state.means, tense, ...(state.doubted ? { modality: 'reported' } : {}) };
};

/** "X: A remains theirs BUT IS CUT OFF": a clause about another place goes on, and nothing of what heads the line. */
const tellsOfOther = ({ groups, verbs }: Parse, mark: number, at: number): boolean =>
  groups.some(({ from, to }) => from > mark && to <= at) && verbs.some(({ from, to }) => from > mark && to <= at);

/** "A: Reds; …", "A: still Reds, but cut off": a state in each stretch; a second side beside the first leaves it open. */
const behindHeads = (parse: Parse): readonly Predicate[] =>
  lineHeads(parse).flatMap(({ group, mark, end }) => {
    const states: State[] = [];
    if (parse.verbs.some((verb) => actsBehind(parse, mark, verb))) return [];
    for (let at = mark; at < end; at++) {
      const stop = at === mark || /^[,;]$/.test(wordAt(parse.view, at)) || isIn(parse.view, 'registerContrasts', at);
      if (!stop || (states.length === 0 && tellsOfOther(parse, mark, at))) continue;
      const found = stateFrom(parse, at + 1);
      // "Northmark: ASHFORD has fallen": what stands behind the colon is said of a place of its own.
      const label = found !== null && namesBetween(parse, at, found.to) ? null : found;
      const state = label === null ? null : closed(parse, label);
      const bare = label?.actor != null && label.actor.from === at + 1;
      if (wordAt(parse.view, at) === ',' && bare && states.some(({ actor }) => actor !== null)) return [];
      const ended = label !== null && isIn(parse.view, 'untilEnds', label.to);
      if (at === mark && state === null && !ended && label?.actor?.from === at + 1) return [];
      if (state !== null) states.push({ ...state, denied: isLabelDenied(parse, at + 1) });
    }
    return states.map((state) => made(parse, state, group));
  });

/** Behind the colon "14 districts, AMONG THEM": where the names begin. */
const namesFrom = (parse: Parse, colon: number): PlaceGroup | null => {
  const first = parse.groups.find(({ from }) => from > colon);
  if (first === undefined || (first.from === colon + 1 && !first.counted)) return first ?? null;
  const counted = first.counted ? first.to : colon + 1;
  for (let at = counted; at < parse.view.tokens.length && at < counted + 4; at++) {
    const length = phraseLength(parse.view, 'amongThem', at) || phraseLength(parse.view, 'includingWords', at);
    if (length > 0) return parse.groups.find(({ from }) => from === at + length) ?? null;
  }
  return null;
};

/** "Reds since 20 June: A, B and C", "Lost in the first week of July: 14 districts, among them A". */
const beforeNames = (parse: Parse): readonly Predicate[] => {
  const { view } = parse;
  const colon = view.tokens.findIndex(({ word }) => word === ':');
  const group = colon < 0 ? null : namesFrom(parse, colon);
  if (group === null || group.counted || group.items.some(({ place }) => place === null)) return [];
  const label = stateFrom(parse, lineStart(parse));
  if (label === null || label.to > colon || !isOnlyWhen(parse, label, colon)) return [];
  const stop = view.tokens.findIndex(({ word }, at) => at > colon && /^[.;]$/.test(word));
  const end = stop < 0 ? view.tokens.length : stop;
  // "Cut off at: 1800 Ashford TIME": whose clock it is.
  if (parse.verbs.some(({ from }) => from > colon && from < end) || isIn(view, 'momentNouns', group.to)) return [];
  const listed = parse.groups.filter(
    ({ from, to, items }) => from >= group.from && to <= end && items.every(({ place }) => place !== null),
  );
  return listed.map((one) =>
    made(parse, { ...label, parts: null, doubted: false, denied: isLabelDenied(parse, lineStart(parse)) }, one),
  );
};

/** "Reds SINCE 20 JUNE:", "Lost IN JULY:"; "the army's losses:", "the rebels' next targets:" are not what a side has. */
const isOnlyWhen = (parse: Parse, { kind, to }: Label, colon: number): boolean => {
  const opens =
    to === colon || wordAt(parse.view, to) === '(' || isInAny(parse.view, ['sinceLinks', 'registerTimes'], to);
  if (kind === 'hold' && !opens) return false;
  for (let at = to; at < colon; at++) if (!isFree(parse, at)) return false;
  return true;
};

/** All states of a line that stands in a register. */
export const findRegisters = (parse: Parse): readonly Predicate[] => [...behindHeads(parse), ...beforeNames(parse)];
