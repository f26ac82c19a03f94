// A comparison in words: between which moments, how many of each kind, and what each group means.
import { type Day, isDay } from '../model/time.ts';
import type { ControlCell } from './cell.ts';
import { clockWords, dateAndMonth, dayWords, shortDayWords } from './day-words.ts';
import { type Compared, countOf, type Group, type Moment } from './find-changes.ts';
import { fill, inDigits, type Words } from './language.ts';
import { type SideNames, theSide } from './words.ts';

type Told = Compared<Pick<ControlCell, 'status'>>;

/** "21 and 23 June", "28 May and 3 June", "30 December 2020 and 2 January 2021" */
export const twoDays = (a: Day, b: Day, words: Words): string => {
  const both = (first: string, second: string): string => `${first}${words.and}${second}`;
  if (a.slice(0, 4) !== b.slice(0, 4)) return both(dayWords(a, words), dayWords(b, words));
  const isOneMonth = a.slice(0, 7) === b.slice(0, 7);
  return both(isOneMonth ? inDigits(Number(a.slice(8)), words) : dateAndMonth(a, words), dateAndMonth(b, words));
};

const knownOn = ({ on, asOf }: Moment, words: Words): string => {
  const { compare } = words;
  if (asOf === null) return compare.now;
  if (asOf === on) return compare.then;
  return isDay(asOf)
    ? fill(compare.on, { day: dateAndMonth(asOf, words) }, words)
    : fill(compare.at, { time: clockWords(asOf, words) }, words);
};

/** "12 gained, 2 lost, 1 twice"; nothing said of "twice" and "newly known" where there is none. */
const countWords = ({ changed }: Told, optional: Group, words: Words): string =>
  (['gained', 'lost', optional] as const)
    .filter((group) => group !== optional || countOf(changed, group) > 0)
    .map((group) => fill(words.compare.count[group], { n: countOf(changed, group) }, words))
    .join(words.comma);

/** "Between 21 and 23 June: 12 gained, 2 lost, 1 twice" */
export const comparedHeadline = (compared: Told, words: Words): string => {
  const { earlier, later } = compared;
  const { compare } = words;
  if (earlier.on !== later.on) {
    const days = twoDays(earlier.on, later.on, words);
    return fill(compare.twoDays, { days, counts: countWords(compared, 'twice', words) }, words);
  }
  const moments = { before: knownOn(earlier, words), after: knownOn(later, words) };
  const counts = countWords(compared, 'known', words);
  return fill(compare.oneDay, { day: dateAndMonth(later.on, words), ...moments, counts }, words);
};

/** What is coloured, whose gains and losses they are, and how many are only claimed. */
export const comparedSub = ({ later, changed }: Told, counted: string | null, sides: SideNames): string => {
  const { words } = sides;
  const { compare } = words;
  const claims = changed.filter(({ group, after }) => group === 'gained' && after?.status === 'claimed').length;
  const coloured = fill(compare.sub, { day: shortDayWords(later.on, words) }, words);
  if (counted === null) return coloured;
  const whose = claims === 0 ? compare.whose : compare.whoseClaimed;
  return `${coloured}${fill(whose, { side: theSide(counted, sides), n: claims }, words)}`;
};
