// The sentences that say what the drawing shows: headline, verdict, legend, days. Form and words always agree.
// A side's name is the theatre's; nothing here knows whether it is one word or many, so no verb agrees with it.
import type { SideId } from '../model/actor.ts';
import type { Status } from '../model/control.ts';
import { type Day, daysBetween, weekdayOf } from '../model/time.ts';
import type { ControlCell } from './cell.ts';
import type { DrawnSide } from './sides.ts';

export const STATUS_WORDS: Readonly<Record<Status, { readonly name: string; readonly means: string }>> = {
  confirmed: { name: 'Confirmed', means: 'the loser or outsiders say so' },
  claimed: { name: 'Claimed', means: 'by one side only' },
  disputed: { name: 'Disputed', means: 'each says it is theirs' },
  contested: { name: 'Contested', means: 'both are inside' },
  threatened: { name: 'Threatened', means: 'held, enemy at the gates' },
  undetermined: { name: 'Undetermined', means: 'nobody has said' },
};

export type SideNames = ReadonlyMap<SideId, DrawnSide>;
export const nameSides = (sides: readonly DrawnSide[]): SideNames => new Map(sides.map((side) => [side.id, side]));

export const sideName = (id: SideId | null, sides: SideNames): string =>
  id === null ? 'nobody known' : (sides.get(id)?.name ?? id);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "the Taliban", "the government": a name that is only its class's word is written small. */
export const theSide = (id: SideId, sides: SideNames): string => {
  const name = sideName(id, sides);
  return `the ${name.toLowerCase() === sides.get(id)?.class ? name.toLowerCase() : name.replace(/^the /i, '')}`;
};

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
const theSides = (ids: readonly SideId[], sides: SideNames): string => listed(ids.map((id) => theSide(id, sides)));

const undetermined = (cell: Pick<ControlCell, 'holder' | 'flags'>, sides: SideNames): string => {
  if (cell.holder === 'none') return 'Undetermined: left, and nobody said to have come';
  if (cell.holder === null) return 'Undetermined';
  const who = theSide(cell.holder, sides);
  return cell.flags.includes('stale')
    ? `Undetermined (last word: ${who})`
    : `Undetermined (before the reports: ${who})`;
};

/** The verdict on one cell in a few words, e.g. "Government, threatened by the Taliban". */
export const verdictOf = (
  cell: Pick<ControlCell, 'holder' | 'against' | 'status' | 'flags'>,
  sides: SideNames,
): string => {
  const holder = cell.holder === null || cell.holder === 'none' ? null : cell.holder;
  const both = holder === null ? cell.against : [holder, ...cell.against];
  switch (cell.status) {
    case 'confirmed':
      return `${capital(sideName(holder, sides))}, confirmed`;
    case 'claimed':
      return holder === null ? 'Claimed' : `Claimed by ${theSide(holder, sides)}`;
    case 'disputed':
      return both.length === 0 ? 'Disputed' : `Disputed between ${theSides(both, sides)}`;
    case 'contested':
      return both.length < 2 ? 'Contested' : `Contested: ${theSides(both, sides)} are inside`;
    case 'threatened': {
      const by = cell.against.length === 0 ? '' : ` by ${theSides(cell.against, sides)}`;
      return `${capital(sideName(holder, sides))}, threatened${by}`;
    }
    case 'undetermined':
      return undetermined(cell, sides);
  }
};

export interface Tally {
  readonly side: SideId;
  readonly held: number;
  readonly claimed: number;
}

/** Cells that a side holds beyond its own word, and those that it only claims. */
export const tally = (cells: readonly Pick<ControlCell, 'holder' | 'status'>[], side: SideId): Tally => {
  const of = (...statuses: Status[]): number =>
    cells.filter((cell) => cell.holder === side && statuses.includes(cell.status)).length;
  return { side, held: of('confirmed', 'threatened'), claimed: of('claimed') };
};

export const places = (count: number): string =>
  count === 0 ? 'No place' : count === 1 ? '1 place' : `${count} places`;

/** The page's first sentence, in three parts so that the side's name can carry its colour. */
export const headlineOf = (counts: Tally, sides: SideNames): { before: string; side: string; after: string } => ({
  before: `${places(counts.held)} held by `,
  side: theSide(counts.side, sides),
  after: counts.claimed === 0 ? '' : `; ${counts.claimed}${counts.held === 0 ? '' : ' more'} only claimed`,
});

/** Whose gains the headline counts: the first belligerent challenger, else the first side. */
export const headlineSide = (sides: readonly DrawnSide[]): SideId | null =>
  (sides.find((side) => side.role === 'challenger' && side.belligerent) ?? sides[0])?.id ?? null;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** "23 June 2021" */
export const dayWords = (day: Day): string => {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
};

/** "23 Jun" */
export const shortDayWords = (day: Day): string => `${Number(day.slice(8))} ${monthWords(day).slice(0, 3)}`;

export const monthWords = (day: Day): string => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';

/** "Wednesday 23 June 2021" */
export const longDayWords = (day: Day): string => `${WEEKDAYS[weekdayOf(day)]} ${dayWords(day)}`;

/** "Wed 23 June 2021" */
export const weekdayWords = (day: Day): string => `${longDayWords(day).slice(0, 3)} ${dayWords(day)}`;

/** "last word 12 days ago" */
export const ageWords = (last: Day, on: Day): string => {
  const days = daysBetween(last, on);
  if (days === 0) return 'last word the same day';
  return days === 1 ? 'last word the day before' : `last word ${days} days ago`;
};
