// The strip under the map: the days with their counts, the handles over them, play and compare. Dragging replaces.
import type { Day } from '../src/model/time.ts';
import type { PeriodAnswer } from './answers.ts';
import { type Axis, clampDay, dayAt, drawAxis } from './axis.ts';
import { changeDays, nextChange } from './change-days.ts';
import { comparison } from './compare-moments.ts';
import { make, part } from './elements.ts';
import { knownDay, makeDay, makeKnown, makeWith, type Strip } from './handles.ts';
import { makeStripLoader } from './load-strip.ts';
import { makePlay } from './play.ts';
import { makeHead } from './strip-head.ts';
import { makeStripPicture } from './strip-picture.ts';
import { readOut } from './strip-words.ts';
import type { Page, Shown } from './view.ts';
import { words } from './words.ts';

/** Under the day: of a day that lies later than what was known nothing is foretold. */
const belowDay = (on: Day, asOf: string | null, axis: Axis): string =>
  asOf !== null && on > knownDay(asOf, axis) ? words().strip.later : '';

/** The line of days with its handles; a click beside them goes to the day under it. */
const layTrack = (
  { axis, track }: Strip,
  move: (on: Day, how: 'push') => void,
  handles: readonly HTMLElement[],
): void => {
  drawAxis(track, axis);
  track.append(...handles);
  track.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[role=slider]') !== null) return;
    const { left, width } = track.getBoundingClientRect();
    move(dayAt((event.clientX - left) / Math.max(1, width), axis), 'push');
  });
};

/** To the next day on which something changed, or back to the last; says where there is none. */
const goToChange = ({ page }: Strip, day: ReturnType<typeof makeDay>, found: (way: 1 | -1) => Day | null) => {
  const { strip } = words();
  return (way: 1 | -1): void => {
    const to = found(way);
    if (to === null) page.say(way === 1 ? strip.noLater : strip.noEarlier);
    else day.move(to, 'push');
  };
};

/** The strip in the frame of index.html. */
export const makeTimeline = (page: Page) => {
  const axis: Axis = page.world;
  const track = make('div', { class: 'track' });
  let shown: Shown | null = null;
  let periods: readonly PeriodAnswer[] | null = null;
  const strip: Strip = { page, axis, track, play: () => play.toggle() };
  const [day, known, other] = [makeDay(strip), makeKnown(strip), makeWith(strip)];
  const play = makePlay({
    asked: day.current,
    shown: () => (shown === null ? null : clampDay(shown.on, axis)),
    end: known.current,
    step: (how) => day.step(1, how),
    changed: (isPlaying) => head.showPlaying(isPlaying),
  });
  const compare = (): void => page.go(comparison.toggled(page.state(), day.current(), axis));
  const head = makeHead({ step: day.step, play: play.toggle, compare, known: (asOf) => page.go({ asOf }) });
  const picture = makeStripPicture(page.world, track);
  const loader = makeStripLoader(page.world, () => redraw());
  const redraw = (): void => {
    if (shown === null) return;
    const { on, state } = shown;
    picture.show(loader.latest(), on);
    head.showKnown(on, state.asOf);
    head.say(on, belowDay(on, state.asOf, axis), readOut(loader.latest(), on, page.world));
  };
  layTrack(strip, day.move, [known.later, other.element, day.element, known.element]);
  part('timeline').replaceChildren(head.element, make('div', { class: 'track-frame' }, track));
  return {
    step: day.step,
    stepKnown: known.step,
    compare,
    change: goToChange(strip, day, (way) => nextChange(changeDays(loader.latest().days, periods), day.current(), way)),
    /** `own`: the chosen place's periods; null without one. */
    show: (next: Shown, own: readonly PeriodAnswer[] | null): Promise<void> => {
      shown = next;
      periods = own;
      const { on, state, stamp } = next;
      day.show(on);
      known.show(state.asOf);
      other.show(state);
      head.showComparing(comparison.isOn(state));
      redraw();
      return loader.follow({ asOf: state.asOf, seq: stamp.seq });
    },
  };
};
export type TimelineView = ReturnType<typeof makeTimeline>;
