// Casualties that are some of those just told of: "held 12 guards and executed FIVE OF THEM", "and killed SOME OF THEM".
// Invariant: who was told of before is not counted again; a part without a number counts nobody.
import { isIn, type SentenceView } from '../words/view-sentence.ts';
import type { Counted } from './count-people.ts';

/** So many of those before, right behind the word of death or harm; null where no part of them is told. */
export const ofThose = (view: SentenceView, at: number, numbers: readonly Counted[]): readonly Counted[] | null => {
  let from = at + 1;
  while (isIn(view, 'countLeads', from) && !isIn(view, 'partLinks', from + 1)) from++;
  const number = numbers.find((one) => one.at === from);
  const to = number?.to ?? (isIn(view, 'someWords', from) ? from + 1 : from);
  const isPart = to > from && isIn(view, 'partLinks', to) && isIn(view, 'memberPronouns', to + 1);
  if (!isPart) return null;
  return number === undefined ? [] : [number];
};
