// "The town is ours, THEY SAID IN THE MINISTRY", "at the governor's office they say that …": who "they" are is the house.
// Invariant: the house holds an office; "they say in Ashford" are nobody in particular.

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { NounPhrase } from '../clauses/noun-phrases.ts';
import type { Parse } from '../clauses/parse.ts';
import { findOffices } from '../mentions/find-offices.ts';
import { isIn } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';
import { spanOf } from './said-content.ts';

const isHouse = ({ view }: Parse, phrase: NounPhrase | undefined): phrase is NounPhrase => {
  if (phrase === undefined) return false;
  const words = view.tokens.slice(phrase.from, phrase.to).map(({ text }) => text);
  return findOffices(words.join(' '), view.theatre).length > 0;
};

/** The house right behind the verb, or right before "they". */
const houseOf = (parse: Parse, { from, to }: VerbGroup): NounPhrase | null => {
  const { view, phraseAt } = parse;
  const behind = isIn(view, 'houseLinks', to) ? phraseAt[to + 1] : undefined;
  if (isHouse(parse, behind)) return behind;
  const before = phraseAt[from - 2];
  const led = before !== undefined && before.to === from - 1 && isIn(view, 'houseLinks', before.from - 1);
  return led && isHouse(parse, before) ? before : null;
};

/** The frame as the house's where "they" say something in one; else as it is. */
export const saidInHouse = (parse: Parse, verb: VerbGroup, frame: RawFrame): RawFrame => {
  const { view } = parse;
  if (!isIn(view, 'pluralPronouns', verb.from - 1)) return frame;
  const house = houseOf(parse, verb);
  const speaker = house === null ? null : spanOf(view, house.from, house.to);
  if (speaker === null) return frame;
  return {
    ...frame,
    ...{ speaker, start: Math.min(frame.start, speaker.start), end: Math.max(frame.end, speaker.end) },
  };
};
