// "the Blues, NOT THE REDS, who took A", "the Blues RATHER THAN the Reds hold A": who is only named to be ruled out.
// Invariant: the phrase ruled out stands right behind the words that rule it out, and the one meant right before them.
import type { PlaceGroup } from './find-place-groups.ts';
import type { NounPhrase } from './noun-phrases.ts';
import type { Parse } from './parse.ts';
import { isIn, phraseLength, type SentenceView, wordAt } from './view-sentence.ts';

/** Words of "and not", "rather than". */
const LEAD = 2;

/** "in A, not one soldier": a side is ruled out by a side, a place by a place. */
const isLike = (one: NounPhrase, other: NounPhrase): boolean =>
  (one.actor !== null && other.actor !== null) || (one.places !== null && other.places !== null);

/** The phrase that is meant, where `phrase` is only ruled out; else null. */
export const meantBefore = ({ view, phraseAt }: Parse, phrase: NounPhrase): NounPhrase | null => {
  const { from } = phrase;
  for (let words = LEAD; words > 0; words--) {
    if (phraseLength(view, 'rulingOutLeads', from - words) !== words) continue;
    const at = from - words - 1;
    const meant = phraseAt[wordAt(view, at) === ',' ? at - 1 : at];
    return meant !== undefined && isLike(meant, phrase) ? meant : null;
  }
  return null;
};

/** Words of "Old A district in N". */
const NAME = 6;

/** "took NOT A BUT B": the no that stands there is said of a place alone; "not only A but B" is no contrast. */
export const opensContrast = (view: SentenceView, at: number): boolean => {
  if (!isOnlyNot(view, at)) return false;
  for (let but = at + 2; but <= at + 1 + NAME; but++) {
    if (view.tokens[but]?.type === 'mark') return false;
    if (isIn(view, 'contrastLinks', but)) return view.markAt[but - 1]?.type === 'place' && isPlaceNear(view, but + 1);
  }
  return false;
};

/** "A and NOT B", but "A and not only B". */
export const isOnlyNot = (view: SentenceView, at: number): boolean =>
  isIn(view, 'negations', at) && !isIn(view, 'onlyWords', at + 1);

/** "A", "the A district", "OF A". */
const isPlaceNear = (view: SentenceView, at: number): boolean =>
  [at, at + 1, at + 2].some((near) => view.markAt[near]?.type === 'place');

/** Of "not A but B" the phrase is B: it begins with the no, so that whatever verb stands before it has it behind. */
export const withoutContrast = (view: SentenceView, groups: readonly PlaceGroup[]): readonly PlaceGroup[] =>
  groups.flatMap((group, i) => {
    const before = groups[i - 1];
    const no = before === undefined ? -1 : before.from - (isIn(view, 'negations', before.from) ? 0 : 1);
    const meant = before !== undefined && opensContrast(view, no) && isIn(view, 'contrastLinks', group.from - 1);
    if (meant && before.to === group.from - 1) return [{ ...group, from: no }];
    const next = groups[i + 1];
    const own = isIn(view, 'negations', group.from) ? group.from : group.from - 1;
    const ruledOut = next !== undefined && next.from === group.to + 1 && opensContrast(view, own);
    return ruledOut && isIn(view, 'contrastLinks', group.to) ? [] : [group];
  });
