// Which cell lies next in a direction: the nearest whose middle is within the quarter that the arrow points to.
export type Direction = readonly [x: -1 | 0 | 1, y: -1 | 0 | 1];
export type Point = readonly [x: number, y: number];

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export const directionOf = (key: string): Direction | null => DIRECTIONS[key] ?? null;

/** Distance with what lies aside counting double; null where it lies another way. */
const distanceTowards = (dx: number, dy: number, [x, y]: Direction): number | null => {
  const along = dx * x + dy * y;
  const aside = Math.abs(dx * y) + Math.abs(dy * x);
  return along > 0 && along >= aside ? along + aside * 2 : null;
};

export interface Others<T> {
  readonly all: Iterable<T>;
  readonly middleOf: (one: T) => Point;
}

export const nearestTowards = <T>(from: T, direction: Direction, { all, middleOf }: Others<T>): T | null => {
  const [x, y] = middleOf(from);
  let best: { one: T; distance: number } | null = null;
  for (const one of all) {
    if (one === from) continue;
    const [ox, oy] = middleOf(one);
    const distance = distanceTowards(ox - x, oy - y, direction);
    if (distance !== null && (best === null || distance < best.distance)) best = { one, distance };
  }
  return best?.one ?? null;
};
