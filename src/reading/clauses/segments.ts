// Stretches of a sentence between its stops, and what stands at the front of one ("In A, …", "At A it is …").
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { governorOf, isHyphen, wordAt } from '../words/view-sentence.ts';
import type { Parse } from './parse.ts';
import { isTellingStart } from './telling-starts.ts';

/** A stop, a quotation mark or the end. */
export const isSegmentEnd = ({ view }: Parse, at: number): boolean =>
  view.tokens[at] === undefined || (/^[,;:.!?"“”()—–-]$/.test(wordAt(view, at)) && !isHyphen(view, at));

const isStart = (word: string): boolean => /^[;:"“—–]$/.test(word);

/** Where the stretch with this token begins, behind what opens the sentence; other commas do not end it. */
export const segmentStart = ({ view }: Parse, at: number): number => {
  let from = at;
  while (from > 0 && !isStart(wordAt(view, from - 1)) && !isTellingStart(view, from)) from--;
  return from;
};

/** Places that the stretch before `at` opens with behind a preposition: "In A", "In the market of A and at B". */
export const frontedPlaces = (parse: Parse, at: number): PlaceGroup | null => {
  const from = segmentStart(parse, at);
  const said = parse.groups.filter((group) => group.from >= from && group.to <= at && !group.counted);
  const [first] = said;
  if (first === undefined || first.from - from > 3) return null;
  if (parse.verbs.some((verb) => verb.from >= from && verb.to <= at)) return null;
  if (said.some((group) => governorOf(parse.view, group.from) === null)) return null;
  return { ...first, items: said.flatMap(({ items }) => items), to: said.at(-1)?.to ?? first.to };
};
