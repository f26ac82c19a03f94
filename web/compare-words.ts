// A comparison in words: between which moments, how many of each kind, and what each group means.
import { theSide } from '../src/drawing/words.ts';
import { type Day, isDay } from '../src/model/time.ts';
import type { Changed, Compared, Group } from './compare-cells.ts';
import type { Moment } from './compare-moments.ts';
import { clockWords, dateAndMonth, dayWords, say, sayNumber, shortDayWords, words } from './words.ts';
import type { World } from './world.ts';

const dateOf = (day: Day): number => Number(day.slice(8));

const both = (a: string | number, b: string): string => `${sayNumber(a)}${words().and}${b}`;

/** "21 and 23 June", "28 May and 3 June", "30 December 2020 and 2 January 2021" */
export const twoDays = (a: Day, b: Day): string => {
  if (a.slice(0, 4) !== b.slice(0, 4)) return both(dayWords(a), dayWords(b));
  return both(a.slice(0, 7) === b.slice(0, 7) ? dateOf(a) : dateAndMonth(a), dateAndMonth(b));
};

const knownOn = ({ on, asOf }: Moment): string => {
  const { compare } = words();
  if (asOf === null) return compare.now;
  if (asOf === on) return compare.then;
  return isDay(asOf) ? say(compare.on, { day: dateAndMonth(asOf) }) : say(compare.at, { time: clockWords(asOf) });
};

const countOf = (changed: readonly Changed[], group: Group): number =>
  changed.filter((one) => one.group === group).length;

/** "12 gained, 2 lost, 1 twice"; nothing said of "twice" and "newly known" where there is none. */
const countWords = (changed: readonly Changed[], optional: Group): string =>
  (['gained', 'lost', optional] as const)
    .filter((group) => group !== optional || countOf(changed, group) > 0)
    .map((group) => say(words().compare.count[group], { n: countOf(changed, group) }))
    .join(words().comma);

/** "Between 21 and 23 June: 12 gained, 2 lost, 1 twice" */
export const comparedHeadline = ({ earlier, later, changed }: Compared): string => {
  const { compare } = words();
  if (earlier.on !== later.on)
    return say(compare.twoDays, { days: twoDays(earlier.on, later.on), counts: countWords(changed, 'twice') });
  const moments = { before: knownOn(earlier), after: knownOn(later) };
  return say(compare.oneDay, { day: dateAndMonth(later.on), ...moments, counts: countWords(changed, 'known') });
};

export const isSoleClaim = ({ group, after }: Changed): boolean => group === 'gained' && after?.status === 'claimed';

/** What is coloured, whose gains and losses they are, and how many are only claimed. */
export const comparedSub = ({ later, changed }: Compared, { counted, sides }: World): string => {
  const { compare } = words();
  const claims = changed.filter(isSoleClaim).length;
  const coloured = say(compare.sub, { day: shortDayWords(later.on) });
  if (counted === null) return coloured;
  const whose = claims === 0 ? compare.whose : compare.whoseClaimed;
  return `${coloured}${say(whose, { side: theSide(counted, sides), n: claims })}`;
};
