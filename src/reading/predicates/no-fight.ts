// Fights that are none: "left A WITHOUT A FIGHT", "the battle for the A SEAT", "the battle AGAINST RUST at A".
// Invariant: asks of the words right before the noun and right behind its place.
import type { NounRule } from '../../model/lexicon.ts';
import { hasObject } from '../clauses/clause-ends.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { incumbentOf } from '../mentions/theatre-sides.ts';
import { isIn, startOfPhrase, wordAt } from '../words/view-sentence.ts';
import type { NounMatch } from './make-noun-predicate.ts';

/** "the battle for the A SEAT": what is fought for is no place. */
const isPrize = ({ view }: Parse, at: number): boolean =>
  isIn(view, 'prizeNouns', at) || (view.markAt[at] === undefined && isIn(view, 'prizeNouns', at + 1));

const FOE = 5;

/** "the battle AGAINST RUST": what is fought is nobody. */
const isAgainstNobody = ({ view }: Parse, at: number): boolean =>
  isIn(view, 'againstLinks', at + 1) &&
  !view.markAt.slice(at + 2, at + 2 + FOE).some((mark) => mark?.type === 'actor') &&
  /^\p{Ll}/u.test(view.tokens[at + 2]?.text ?? '');

/** "the struggle FOR AN INDEPENDENT HOMELAND", of a noun that is said with its prize alone. */
const isForNoPlace = (
  { view }: Parse,
  { placeAfter }: NounRule,
  { at, place }: Pick<NounMatch, 'at' | 'place'>,
): boolean => place === null && placeAfter.length === 1 && placeAfter.includes(wordAt(view, at + 1));

/** Words of "a long drawn-out". */
const LEADS = 5;

/** "A drawn-out battle for A COULD cost lives", "ANY fight for A would be bloody": one that nobody is fighting yet. */
const isAnyFight = ({ view, verbAt }: Parse, { from, to }: NounMatch): boolean => {
  const modal = verbAt[to]?.modal ?? null;
  const lead = view.tokens.findLastIndex((_, i) => i < from + 1 && isIn(view, 'determiners', i));
  const open = from - lead <= LEADS && isIn(view, 'definedLeads', lead);
  return open && modal !== null && view.lexicon.has('possibleModals', modal);
};

/** "resumed ITS FIGHT and holds A": a cause, and no fight at a place. */
const isCause = ({ view }: Parse, { rule, at }: NounMatch): boolean =>
  isIn(view, 'causeNouns', at) && isIn(view, 'possessives', at - 1) && !rule.placeAfter.includes(wordAt(view, at + 1));

/** Words of "broke out between two rival". */
const BRAWL = 6;

/** Words of "broke out in the old town of Ashford on Monday between". */
const LINKED = 12;

/** "broke out in A on Monday BETWEEN students and guards": where it is said who fell out. */
const brawlFrom = ({ view, verbAt }: Parse, at: number): number => {
  for (let i = at + 1; i < at + LINKED && view.tokens[i]?.type !== 'mark'; i++)
    if (isIn(view, 'brawlLinks', i) && verbAt[i] === undefined) return i + 1;
  return at + 1;
};

/** "a fight broke out IN A QUEUE", "a fight between two FAMILIES": people who have fallen out; farmers may fight rebels. */
const isBrawl = (parse: Parse, at: number): boolean => {
  const { view } = parse;
  if (!isIn(view, 'brawlNouns', at)) return false;
  const own = incumbentOf(view.theatre);
  const isWar = (i: number): boolean => {
    const mark = view.markAt[i];
    return mark?.type === 'actor' && mark.side !== null && mark.side !== own;
  };
  return [at + 1, brawlFrom(parse, at)].some((from) => {
    const said = view.tokens.slice(from, from + BRAWL).map((_, i) => from + i);
    return said.some((i) => isIn(view, 'brawlers', i)) && !said.some(isWar);
  });
};

/** Nobody fights there with arms. */
export const isNoFight = (parse: Parse, match: NounMatch): boolean => {
  const { rule, at, from, place } = match;
  if (rule.kind !== 'clash') return false;
  if (isAnyFight(parse, match) || isCause(parse, match) || isBrawl(parse, at)) return true;
  if (isIn(parse.view, 'lackingWords', startOfPhrase(parse.view, from) - 1)) return true;
  if (isAgainstNobody(parse, at) || isForNoPlace(parse, rule, { at, place })) return true;
  return place !== null && isPrize(parse, place.to);
};

/** Words between a fight and what is said of it: "in the old town of A". */
const SAID = 10;

/** "Fighting is NOT GOING ON in A", "the battle for A has NOT BEGUN", "there is NOT any fighting": it is said that there is none. */
export const isNotFought = (parse: Parse, { rule, at, from, to }: NounMatch): boolean => {
  const { view, verbs } = parse;
  if (rule.kind !== 'clash') return false;
  const told = (verb: VerbGroup, list: string): boolean => verb.lemmas.some((lemma) => view.lexicon.has(list, lemma));
  const before = verbs.findLast((verb) => verb.to <= from);
  const there = before !== undefined && isIn(view, 'thereWords', before.from - 1) && before.to >= from - 2;
  if (there && before.negated) return told(before, 'be');
  const next = verbs.find((verb) => verb.from > at && verb.from <= to + SAID);
  if (next === undefined || !next.negated || next.passive || next.modal !== null || hasObject(parse, next))
    return false;
  // "did not begin UNTIL MONDAY": since then there is.
  if (view.tokens.slice(next.to, next.to + SAID).some((_, i) => isIn(view, 'untilWords', next.to + i))) return false;
  if (next.from > to && view.tokens.slice(to, next.from).some(({ type }) => type === 'mark')) return false;
  return told(next, 'takingPlaceVerbs');
};

/** "There was NO ATTACK on A": none has been made; "no attack WOULD succeed", "none UNTIL SUNDAY" say nothing of that. */
export const isNoneMade = ({ view, verbs }: Parse, { to }: NounMatch): boolean => {
  const next = verbs.find(({ from }) => from >= to);
  const foretold = next !== undefined && next.from <= to + 2 && next.modal !== null;
  return !foretold && !view.tokens.slice(to, to + 3).some((_, i) => isIn(view, 'untilWords', to + i));
};
