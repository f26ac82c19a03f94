// Which cell lies next in a direction: the nearest whose middle is within the quarter that the arrow points to.
export type Direction = readonly [x: -1 | 0 | 1, y: -1 | 0 | 1];

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export const directionOf = (key: string): Direction | null => DIRECTIONS[key] ?? null;

const middleOf = (element: Element): readonly [number, number] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};

/** Distance with what lies aside counting double; null where it lies another way. */
const distanceTowards = (dx: number, dy: number, [x, y]: Direction): number | null => {
  const along = dx * x + dy * y;
  const aside = Math.abs(dx * y) + Math.abs(dy * x);
  return along > 0 && along >= aside ? along + aside * 2 : null;
};

export const nearestTowards = <E extends Element>(from: E, direction: Direction, others: readonly E[]): E | null => {
  const [x, y] = middleOf(from);
  let best: { element: E; distance: number } | null = null;
  for (const element of others) {
    if (element === from) continue;
    const [ox, oy] = middleOf(element);
    const distance = distanceTowards(ox - x, oy - y, direction);
    if (distance !== null && (best === null || distance < best.distance)) best = { element, distance };
  }
  return best?.element ?? null;
};
