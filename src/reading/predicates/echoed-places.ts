// "as did B", "and hours later so did B", "followed by B": places of which what was told is told again.
// Invariant: the words of the echo stand right before the place; a time may stand before them.

import type { Parse } from '../clauses/parse.ts';
import { afterTime, isTimeOnly, isWall } from '../dates/gap-times.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isQuoteMark } from '../speakers/saying-verbs.ts';
import { isIn, phraseLength, wordAt } from '../words/view-sentence.ts';

export interface Gap {
  readonly group: PlaceGroup;
  /** "but not B": said of the further place with the other polarity. */
  readonly flips: boolean;
  /** "including B": B is not only in part. */
  readonly named?: true;
  /** Its first word where a time stands before the place. */
  readonly from?: number;
  /** Behind its time. */
  readonly to: number;
}

/** Words of "less than two hours later". */
const TIME = 6;

/** "and HOURS LATER so did B": where the echo begins behind its own time; `at` where it has none. */
const pastTime = (parse: Parse, at: number): number => {
  const { view } = parse;
  const from = at + (isIn(view, 'listLinks', at) ? 1 : 0);
  for (let to = from + 1; to <= from + TIME; to++)
    if (phraseLength(view, 'soEchoes', to) > 0 && isTimeOnly(parse, from, to)) return to;
  return at;
};

/** "most of N, including A and B": what is named of it is held or taken too. */
export const amongst = (parse: Parse, from: number): Gap | null => {
  const group = parse.groups.find((one) => one.from === from);
  return group === undefined || group.counted ? null : { group, to: group.to, flips: false, named: true };
};

/** "all of N, A EXCEPTED" */
const exceptedAt = (parse: Parse, at: number): Gap | null => {
  const group = parse.groups.find(({ from }) => from === at);
  if (group === undefined || group.counted || !isIn(parse.view, 'exceptedBehind', group.to)) return null;
  return isWall(parse, group.to + 1) ? { group, to: group.to + 1, flips: true } : null;
};

/** "as did B", "followed by B", "but not B", "except B". */
export const echoAt = (parse: Parse, at: number): Gap | null => {
  const { view } = parse;
  const mark = at + (/^[,;]$/.test(wordAt(view, at)) ? 1 : 0);
  const comma = mark + (isQuoteMark(wordAt(view, mark)) ? 1 : 0);
  const timed = pastTime(parse, comma);
  let joint = timed;
  const again = phraseLength(view, 'echoes', joint) || phraseLength(view, 'echoes', joint + 1);
  if (again > 0 && phraseLength(view, 'echoes', joint) === 0) joint += 1;
  const such = phraseLength(view, 'includingWords', joint);
  if (such > 0) return amongst(parse, joint + such);
  const not = again > 0 ? 0 : phraseLength(view, 'exceptions', joint);
  // "the whole of A, AND NOT ONLY B"
  if (again + not === 0) return exceptedAt(parse, joint);
  if (not > 0 && isIn(view, 'onlyWords', joint + not)) return null;
  // "but NOT HOLLIN": the group may have taken the no for its own.
  const behind = joint + again + not;
  const group = parse.groups.find((one) => one.from >= joint && one.from <= behind && one.to > behind);
  if (group === undefined || group.counted) return null;
  const from = timed > comma ? { from: at + 1 } : {};
  return { group, to: afterTime(parse, group.to) ?? group.to, flips: not > 0, ...from };
};

/** "A is in rebel hands, the mayor said, and so is B": the echo may stand behind who says it. */
export const soFrom = (parse: Parse, from: number): number => {
  const { view } = parse;
  const links = (at: number): boolean => isIn(view, 'listLinks', at) || wordAt(view, at) === ';';
  return view.tokens.findIndex((_, at) => {
    if (at <= from || !links(at)) return false;
    const past = pastTime(parse, at);
    return phraseLength(view, 'soEchoes', past > at ? past : at + 1) > 0;
  });
};
