// Where the words of marks stand: those near the chosen day in a stack beside it, others at their mark where nothing else is.
// Invariant: no two labels overlap, and none leaves the frame; a label that finds no room is dropped.
export interface Asked {
  readonly number: string;
  readonly who: string;
  /** The mark. */
  readonly to: readonly [x: number, y: number];
}

export interface Box extends Asked {
  readonly x: number;
  /** The middle of the line of words. */
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

interface Frame {
  readonly width: number;
  readonly height: number;
  /** The chosen day's line. */
  readonly at: number;
}

export const LINE = 15;
/** Wide enough for the widest usual font at 12 px. */
const CHARACTER = 6.6;
const GAP = 18;

export const widthOf = ({ number, who }: Asked): number => (number.length + who.length + 1) * CHARACTER;

const spanOf = (box: Box): readonly [left: number, right: number] =>
  box.anchor === 'start' ? [box.x, box.x + widthOf(box)] : [box.x - widthOf(box), box.x];

const isClear = (box: Box, others: readonly Box[]): boolean => {
  const [left, right] = spanOf(box);
  return others.every((other) => {
    const [from, to] = spanOf(other);
    return Math.abs(other.y - box.y) >= LINE - 1 || right + 4 < from || to + 4 < left;
  });
};

/** Heights in order, at least a line apart, as near to their marks as the frame lets them. */
export const spread = (wanted: readonly number[], height: number): readonly number[] => {
  const low = LINE / 2;
  const placed: number[] = [];
  for (const y of wanted) placed.push(Math.max(y, (placed.at(-1) ?? low - LINE) + LINE));
  let ceiling = height - LINE / 2;
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    placed[at] = Math.min(placed[at] ?? 0, ceiling);
    ceiling = (placed[at] ?? 0) - LINE;
  }
  return placed;
};

const stack = ({ width, height, at }: Frame, near: readonly Asked[]): readonly Box[] => {
  const kept = near.slice(0, Math.max(1, Math.floor(height / LINE)));
  const ordered = [...kept].sort((a, b) => a.to[1] - b.to[1]);
  const widest = Math.max(0, ...ordered.map(widthOf));
  const marks = ordered.map(({ to }) => to[0]);
  const left = Math.min(at, ...marks) - GAP;
  const right = Math.max(at, ...marks) + GAP;
  const isLeft = left - widest >= 0 || left > width - right;
  const heights = spread(
    ordered.map(({ to }) => to[1]),
    height,
  );
  return ordered.map((asked, index) => ({
    ...asked,
    x: isLeft ? left : right,
    y: heights[index] ?? 0,
    anchor: isLeft ? 'end' : 'start',
  }));
};

const BESIDE = 9;
/** To the right of its mark, or to the left. */
const atMark = (asked: Asked): readonly [right: Box, left: Box] => {
  const [x, y] = asked.to;
  return [
    { ...asked, x: x + BESIDE, y, anchor: 'start' },
    { ...asked, x: x - BESIDE, y, anchor: 'end' },
  ];
};

export const placeLabels = (
  frame: Frame,
  near: readonly Asked[],
  far: readonly Asked[],
): { readonly near: readonly Box[]; readonly far: readonly Box[] } => {
  const stacked = stack(frame, near);
  const isFree = (box: Box): boolean => {
    const [left, right] = spanOf(box);
    const crosses = left - 4 < frame.at && frame.at < right + 4;
    return !crosses && left >= 0 && right <= frame.width && box.y >= LINE / 2 && box.y <= frame.height - LINE / 2;
  };
  const placed: Box[] = [];
  for (const asked of far) {
    const box = atMark(asked).find((one) => isFree(one) && isClear(one, [...stacked, ...placed]));
    if (box !== undefined) placed.push(box);
  }
  return { near: stacked, far: placed };
};
