// Fights that are none: "left A WITHOUT A FIGHT", "the battle for the A SEAT", "the battle AGAINST RUST at A".
// Invariant: asks of the words right before the noun and right behind its place.
import type { NounMatch } from './make-noun-predicate.ts';
import type { Parse } from './parse.ts';
import { isIn, startOfPhrase } from './view-sentence.ts';

/** "the battle for the A SEAT": what is fought for is no place. */
const isPrize = ({ view }: Parse, at: number): boolean =>
  isIn(view, 'prizeNouns', at) || (view.markAt[at] === undefined && isIn(view, 'prizeNouns', at + 1));

const FOE = 5;

/** "the battle AGAINST RUST": what is fought is nobody. */
const isAgainstNobody = ({ view }: Parse, at: number): boolean =>
  isIn(view, 'againstLinks', at + 1) &&
  !view.markAt.slice(at + 2, at + 2 + FOE).some((mark) => mark?.type === 'actor') &&
  /^\p{Ll}/u.test(view.tokens[at + 2]?.text ?? '');

/** Nobody fights there with arms. */
export const isNoFight = (parse: Parse, { rule, at, from, place }: NounMatch): boolean => {
  if (rule.kind !== 'clash') return false;
  if (isIn(parse.view, 'lackingWords', startOfPhrase(parse.view, from) - 1)) return true;
  if (isAgainstNobody(parse, at)) return true;
  return place !== null && isPrize(parse, place.to);
};
