// Fights that are none: "left A WITHOUT A FIGHT", "the battle for the A SEAT", "the battle AGAINST RUST at A".
// Invariant: asks of the words right before the noun and right behind its place.
import type { NounRule } from '../model/lexicon.ts';
import type { NounMatch } from './make-noun-predicate.ts';
import type { Parse } from './parse.ts';
import { isIn, startOfPhrase, wordAt } from './view-sentence.ts';

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

/** Nobody fights there with arms. */
export const isNoFight = (parse: Parse, match: NounMatch): boolean => {
  const { rule, at, from, place } = match;
  if (rule.kind !== 'clash') return false;
  if (isAnyFight(parse, match)) return true;
  if (isIn(parse.view, 'lackingWords', startOfPhrase(parse.view, from) - 1)) return true;
  if (isAgainstNobody(parse, at) || isForNoPlace(parse, rule, { at, place })) return true;
  return place !== null && isPrize(parse, place.to);
};
