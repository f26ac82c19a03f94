// What the strip shows, said: our own number on a day, and what people counted about then.
import type { StripMark } from '../src/drawing/strip-drawing.ts';
import { capital, theSide } from '../src/drawing/words.ts';
import { type Day, daysBetween } from '../src/model/time.ts';
import type { DayAnswer } from './answers.ts';
import type { StripAnswer } from './load-strip.ts';
import { dayWords, places, say, sayCount, sayNumber, shortDayWords, words } from './words.ts';
import type { World } from './world.ts';

interface Sums {
  readonly held: number;
  readonly claimed: number;
}

const sumsOn = (days: readonly DayAnswer[], on: Day, { counted }: World): Sums => {
  const counts = days.find((day) => day.on === on)?.counts.filter(({ holder }) => holder === counted) ?? [];
  const of = (...statuses: readonly string[]): number =>
    counts.filter(({ status }) => statuses.includes(status)).reduce((sum, one) => sum + one.places, 0);
  return { held: of('confirmed', 'threatened'), claimed: of('claimed') };
};

/** "60 named: 46 held, 14 claimed"; null where nothing is. */
export const ownCount = (days: readonly DayAnswer[], on: Day, world: World) => {
  const { held, claimed } = sumsOn(days, on, world);
  const value = held + claimed;
  if (value === 0) return null;
  const { strip } = words();
  const both = say(strip.heldAndClaimed, { held, claimed });
  const parts = claimed === 0 ? strip.held : held === 0 ? strip.onlyClaimed : both;
  return { value, number: sayNumber(value), who: say(strip.named, { parts }) };
};

const NEAR_DAYS = 3;

/** The nearest number that anybody said within three days. */
const saidNear = (marks: readonly StripMark[], on: Day, { counted }: World): StripMark | null => {
  const far = (mark: StripMark): number => Math.abs(daysBetween(on, mark.on));
  const near = marks.filter((mark) => mark.of === counted && far(mark) <= NEAR_DAYS);
  return near.toSorted((a, b) => far(a) - far(b) || b.number - a.number)[0] ?? null;
};

/** One line: what the reports name on that day, and who counts what. */
export const readOut = ({ days, marks }: StripAnswer, on: Day, world: World): string => {
  const own = ownCount(days, on, world);
  const said = saidNear(marks, on, world);
  const { strip } = words();
  const ours = own === null ? strip.noneNamed : say(strip.countNamed, { n: own.value });
  if (said === null) return ours;
  const values = { ours, words: said.words, who: said.who, day: shortDayWords(said.on) };
  return say(said.on === on ? strip.says : strip.saysOn, values);
};

/** The whole picture in a sentence, for those who do not see it. */
export const stripWords = ({ days, marks }: StripAnswer, on: Day, world: World): string => {
  const { counted } = world;
  const [first, last] = [days[0], days.at(-1)];
  if (counted === null || first === undefined || last === undefined) return words().strip.byDay;
  const on1 = (day: Day): string => places(ownCount(days, day, world)?.value ?? 0).toLowerCase();
  return say(words().strip.inReports, {
    side: capital(theSide(counted, world.sides)),
    now: on1(on),
    day: dayWords(on),
    total: on1(last.on),
    last: dayWords(last.on),
    counts: sayCount(words().strip.counts, marks.length),
  });
};
