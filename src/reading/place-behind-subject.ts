// "CONTROL of A passed to the rebels", "the KEYS of A were given", "all ROADS into A have been cut": the noun in the subject
// is only the way in which the place behind it is spoken of.
import type { Kind } from '../model/claim.ts';
import type { PlaceGroup } from './find-place-groups.ts';
import type { Subject } from './find-subject.ts';
import type { Parse } from './parse.ts';
import { isIn, type SentenceView } from './view-sentence.ts';

/** For a siege the ways into a place, else what stands for holding it. */
const nounsFor = (kind: Kind): readonly [nouns: string, links: string] =>
  kind === 'siege' ? ['accessNouns', 'accessLinks'] : ['controlNouns', 'controlLinks'];

/** "the road to A is cut": only one way of several, where no word says that there is no other. */
const isOneOfMany = (view: SentenceView, at: number): boolean =>
  isIn(view, 'accessSingulars', at) && !isIn(view, 'soleWords', at - 1) && !isIn(view, 'soleWords', at - 2);

/** The place behind such a noun at the end of the subject, or null. */
export const placeBehindSubject = (parse: Parse, kind: Kind, { phrase }: Subject): PlaceGroup | null => {
  if (phrase === null) return null;
  const { view, groupAt } = parse;
  const [nouns, links] = nounsFor(kind);
  for (let at = phrase.from; at <= phrase.to; at++) {
    if (!isIn(view, nouns, at - 1) || !isIn(view, links, at)) continue;
    if (kind === 'siege' && isOneOfMany(view, at - 1)) continue;
    for (let from = at + 1; from <= at + 3; from++) if (groupAt[from]?.from === from) return groupAt[from] ?? null;
  }
  return null;
};
