// "vehicles CARRYING rebels", "trucks LOADED WITH fighters": who is aboard does what is said of what carries him.
// Invariant: what flies only takes people elsewhere; its men enter and leave nothing.

import { isIn, type SentenceView } from '../words/view-sentence.ts';
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

/** "a CAPTAIN with 63 of HIS SOLDIERS": whose men they are is told by the men. */
const isWithOfficer = ({ view }: Parse, from: number): boolean => {
  let at = from - 1;
  if (isIn(view, 'partLinks', at)) at--;
  while (view.tokens[at]?.type === 'number' || isIn(view, 'manyWords', at)) at--;
  return isIn(view, 'withWords', at) && isIn(view, 'officerNouns', at - 1);
};

const isOwned = (view: SentenceView, from: number, to: number): boolean =>
  view.tokens.slice(from, to).some((_, i) => isIn(view, 'possessives', from + i));

/** The phrase names who rides in what stands before it, or who goes with an officer. */
export const isAboard = (parse: Parse, { from, to, actor }: NounPhrase): boolean => {
  if (actor === null || actor.modifies || actor.pronoun) return false;
  if (isWithOfficer(parse, from) && isOwned(parse.view, from, to)) return true;
  const end = carrierEnd(parse, from);
  return end >= 0 && parse.phraseAt[end] !== undefined && !isIn(parse.view, 'flyingNouns', end);
};
