// "CONTROL of A passed to the rebels", "the KEYS of A were given", "all ROADS into A have been cut": the noun in the subject
// is only the way in which the place behind it is spoken of.
import type { Kind } from '../../model/claim.ts';
import type { Subject } from '../clauses/find-subject.ts';
import type { Parse } from '../clauses/parse.ts';
import type { ActorMark } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn, type SentenceView } from '../words/view-sentence.ts';

/** For a siege the ways into a place, else what stands for holding it. */
const nounsFor = (kind: Kind): readonly (readonly [nouns: string, links: string])[] => {
  if (kind === 'siege') return [['accessNouns', 'accessLinks']];
  const control = ['controlNouns', 'controlLinks'] as const;
  return kind === 'loss' ? [control, ['fallenGarrisons', 'homeLinks']] : [control];
};

/** "the road to A is cut": only one way of several, where no word says that there is no other. */
const isOneOfMany = (view: SentenceView, at: number): boolean =>
  isIn(view, 'accessSingulars', at) && !isIn(view, 'soleWords', at - 1) && !isIn(view, 'soleWords', at - 2);

/** "the AIR defence of A": another thing than what holds A. */
const isCompound = (view: SentenceView, at: number): boolean => isIn(view, 'compoundLeads', at - 1);

/** The place behind such a noun at the end of the subject, or null. */
export const placeBehindSubject = (parse: Parse, kind: Kind, { phrase }: Subject): PlaceGroup | null => {
  if (phrase === null) return null;
  const { view, groupAt } = parse;
  for (const [nouns, links] of nounsFor(kind))
    for (let at = phrase.from; at <= phrase.to; at++) {
      if (!isIn(view, nouns, at - 1) || !isIn(view, links, at) || isCompound(view, at - 1)) continue;
      if (kind === 'siege' && isOneOfMany(view, at - 1)) continue;
      for (let from = at + 1; from <= at + 3; from++) if (groupAt[from]?.from === from) return groupAt[from] ?? null;
    }
  return null;
};

/** "REBEL control of A collapsed", "the ARMY'S defence of A broke": whose it was has lost the place. */
export const loserInSubject = (parse: Parse, { phrase }: Subject): ActorMark | null => {
  if (phrase === null) return null;
  const { markAt, tokens } = parse.view;
  const marks = tokens.slice(phrase.from, phrase.to).map((_, i) => markAt[phrase.from + i]);
  const owner = marks.find((mark) => mark?.type === 'actor' && (mark.modifies || mark.means === 'name'));
  return owner?.type === 'actor' ? { ...owner, modifies: false } : null;
};
