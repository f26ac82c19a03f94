// A comparison in words: between which moments, how many of each kind, and what each group means.
import { dayWords, monthWords, shortDayWords, theSide } from '../src/drawing/words.ts';
import { type Day, isDay } from '../src/model/time.ts';
import type { Changed, Compared, Group } from './compare-cells.ts';
import type { Moment } from './compare-moments.ts';
import type { World } from './world.ts';

const dateOf = (day: Day): number => Number(day.slice(8));

/** "21 and 23 June", "28 May and 3 June", "30 December 2020 and 2 January 2021" */
export const twoDays = (a: Day, b: Day): string => {
  if (a.slice(0, 4) !== b.slice(0, 4)) return `${dayWords(a)} and ${dayWords(b)}`;
  const first = a.slice(0, 7) === b.slice(0, 7) ? String(dateOf(a)) : `${dateOf(a)} ${monthWords(a)}`;
  return `${first} and ${dateOf(b)} ${monthWords(b)}`;
};

const knownOn = ({ on, asOf }: Moment): string => {
  if (asOf === null) return 'now';
  if (asOf === on) return 'then';
  return isDay(asOf) ? `on ${dateOf(asOf)} ${monthWords(asOf)}` : `at ${asOf.slice(0, 16).replace('T', ' ')} UTC`;
};

const NAMES: Readonly<Record<Group, string>> = {
  gained: 'gained',
  lost: 'lost',
  twice: 'twice',
  hands: 'between others',
  known: 'newly known',
  status: 'of another status',
};

const count = (changed: readonly Changed[], group: Group): number =>
  changed.filter((one) => one.group === group).length;

/** "12 gained, 2 lost, 1 twice"; nothing said of "twice" and "newly known" where there is none. */
const countWords = (changed: readonly Changed[], optional: Group): string =>
  (['gained', 'lost', optional] as const)
    .filter((group) => group !== optional || count(changed, group) > 0)
    .map((group) => `${count(changed, group)} ${NAMES[group]}`)
    .join(', ');

/** "Between 21 and 23 June: 12 gained, 2 lost, 1 twice" */
export const comparedHeadline = ({ earlier, later, changed }: Compared): string => {
  if (earlier.on !== later.on) return `Between ${twoDays(earlier.on, later.on)}: ${countWords(changed, 'twice')}`;
  const day = `${dateOf(later.on)} ${monthWords(later.on)}`;
  return `${day} as known ${knownOn(earlier)} and ${knownOn(later)}: ${countWords(changed, 'known')}`;
};

export const isSoleClaim = ({ group, after }: Changed): boolean => group === 'gained' && after?.status === 'claimed';

/** What is coloured, whose gains and losses they are, and how many are only claimed. */
export const comparedSub = ({ later, changed }: Compared, { counted, sides }: World): string => {
  const who = counted === null ? '' : ` Gained and lost by ${theSide(counted, sides)}`;
  const claims = changed.filter(isSoleClaim).length;
  const only = claims === 0 ? '' : `; ${claims} of the gains only claimed`;
  return `Only what changed is coloured, as on ${shortDayWords(later.on)}.${who}${only}${who === '' ? '' : '.'}`;
};

/** Title and meaning of each group in the list. */
export const GROUP_WORDS: Readonly<Record<Group, readonly [title: string, means: string]>> = {
  gained: ['Gained', 'not theirs before, theirs by some word now'],
  lost: ['Lost', 'theirs before, another’s now'],
  twice: ['Changed hands twice or more', 'between the two days'],
  hands: ['Changed hands between others', ''],
  known: ['Newly known', 'happened before, reported later'],
  status: ['Only the status changed', 'the same hand by another right, or a quarrel'],
};
