// "vehicles CARRYING rebels", "trucks LOADED WITH fighters": who is aboard does what is said of what carries him.
// Invariant: what flies only takes people elsewhere; its men enter and leave nothing.

import { isIn } from '../words/view-sentence.ts';
import { beforeAdverbs } from './clause-bounds.ts';
import type { NounPhrase } from './noun-phrases.ts';
import type { Parse } from './parse.ts';

/** Where what carries them ends, or -1. */
const carrierEnd = ({ view, verbAt }: Parse, from: number): number => {
  const at = beforeAdverbs(view, from - 1);
  const verb = verbAt[at];
  if (verb?.gerund === true && verb.bare && isIn(view, 'carryingForms', at)) return verb.from - 1;
  return isIn(view, 'ladenLinks', at) && isIn(view, 'ladenForms', at - 1) ? at - 2 : -1;
};

/** The phrase names who rides in what stands before it. */
export const isAboard = (parse: Parse, { from, actor }: NounPhrase): boolean => {
  if (actor === null || actor.modifies || actor.pronoun) return false;
  const end = carrierEnd(parse, from);
  return end >= 0 && parse.phraseAt[end] !== undefined && !isIn(parse.view, 'flyingNouns', end);
};
