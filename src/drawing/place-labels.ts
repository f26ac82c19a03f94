// Names on the map, greedily: the weightier first, and dropped rather than laid over another thing.
export interface Wanted {
  readonly text: string;
  readonly at: readonly [x: number, y: number];
  /** Higher goes first. */
  readonly weight: number;
  /** Pixels between the point and the name. */
  readonly gap: number;
  readonly strong: boolean;
  /** Names an area: it stands on the point, else above or below it. */
  readonly centred: boolean;
}

export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly strong: boolean;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Wide enough for DejaVu Sans, the widest of the fonts that must fit. */
const CHARACTER_EM = 0.62;
export const LABEL_SIZE = 12;
const HALF_LINE = 7;

export const nameWidth = (text: string, strong = false): number =>
  text.length * LABEL_SIZE * CHARACTER_EM * (strong ? 1.06 : 1);
const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

interface Placing {
  readonly label: Label;
  readonly box: Box;
}

/** Where a name may stand: right, left, above, below its point; an area's on it, above or below. */
const placingsOf = ({ text, at: [x, y], gap, strong, centred: isArea }: Wanted): readonly Placing[] => {
  const width = nameWidth(text, strong);
  const beside = (left: number, anchor: 'start' | 'end'): Placing => ({
    label: { text, x: anchor === 'start' ? left : left + width, y: y + 4, anchor, strong },
    box: [left, y - HALF_LINE, left + width, y + HALF_LINE],
  });
  const centred = (middle: number): Placing => ({
    label: { text, x, y: middle + 4, anchor: 'middle', strong },
    box: [x - width / 2, middle - HALF_LINE, x + width / 2, middle + HALF_LINE],
  });
  if (isArea) return [centred(y), centred(y - gap - 2 * HALF_LINE), centred(y + gap + 2 * HALF_LINE)];
  return [
    beside(x + gap, 'start'),
    beside(x - gap - width, 'end'),
    centred(y - gap - HALF_LINE),
    centred(y + gap + HALF_LINE),
  ];
};

const inside = ([left, top, right, bottom]: Box, room: Box): boolean =>
  left >= room[0] + 2 && top >= room[1] + 2 && right <= room[2] - 2 && bottom <= room[3] - 2;

/** Things of one name this near, in pixels (a town and its gate), are named once. */
const SAME_NAME = 80;

/** Of more than this only the weightiest are tried: no screen has room for them. */
const MOST_WANTED = 800;

/** The names that fit into the room. `taken` are boxes that no name may cover (symbols). */
export const placeLabels = (wanted: readonly Wanted[], room: Box, taken: readonly Box[]): readonly Label[] => {
  const boxes: Box[] = [...taken];
  const labels: Label[] = [];
  const near = (a: Wanted, b: Wanted): boolean => Math.hypot(a.at[0] - b.at[0], a.at[1] - b.at[1]) < SAME_NAME;
  const done: Wanted[] = [];
  const byWeight = [...wanted].sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1));
  for (const want of byWeight.slice(0, MOST_WANTED)) {
    if (done.some((other) => other.text === want.text && near(other, want))) continue;
    const fit = placingsOf(want).find(({ box }) => inside(box, room) && !boxes.some((other) => meet(box, other)));
    if (!fit) continue;
    done.push(want);
    boxes.push(fit.box);
    labels.push(fit.label);
  }
  return labels;
};
