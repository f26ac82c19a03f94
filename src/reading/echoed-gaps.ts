// Further places that a word says it of as well, or not: "as did B", "followed by B", "but not B", "bar B", "B excepted".
// Invariant: the word stands right behind what was told, and the place right beside the word.
import type { PlaceGroup } from './find-place-groups.ts';
import { afterTime, isWall } from './gap-times.ts';
import type { Parse } from './parse.ts';
import { isQuoteMark } from './saying-verbs.ts';
import { isIn, phraseLength, wordAt } from './view-sentence.ts';

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
  const comma = at + (wordAt(view, at) === ',' ? 1 : 0);
  let joint = comma + (isQuoteMark(wordAt(view, comma)) ? 1 : 0);
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
  return { group, to: afterTime(parse, group.to) ?? group.to, flips: not > 0 };
};
