// The strip under the map: the days with their counts, the handles over them, play and compare. Dragging replaces.
import { weekdayWords } from '../src/drawing/words.ts';
import type { Day } from '../src/model/time.ts';
import { type Axis, clampDay, dayAt, drawAxis } from './axis.ts';
import { comparison } from './compare-moments.ts';
import { button, iconButton, make, mount, part } from './elements.ts';
import { knownDay, makeDay, makeKnown, makeWith, type Strip } from './handles.ts';
import { knownWords } from './headline.ts';
import { icon } from './icons.ts';
import { makeStripLoader } from './load-strip.ts';
import { makePlay } from './play.ts';
import { makeStripPicture } from './strip-picture.ts';
import { readOut } from './strip-words.ts';
import type { Page, Shown } from './view.ts';

interface Head {
  readonly step: (days: number) => void;
  readonly play: () => void;
  readonly compare: () => void;
}

const PLAY = { 'aria-label': 'Play', title: 'Play the days (Space on the strip)' };

const makeHead = ({ step, play, compare }: Head) => {
  const label = make('div', { class: 'strip-day' });
  const playing = iconButton('play', PLAY, play);
  const comparing = button('', { class: 'compare', 'aria-pressed': 'false', title: 'Compare two days (c)' }, compare);
  comparing.append(mount(icon('compare')), make('span', {}, 'Compare two days'));
  const buttons = make(
    'div',
    { class: 'strip-buttons' },
    iconButton('previous', { 'aria-label': 'Previous day', title: 'Previous day (,)' }, () => step(-1)),
    playing,
    iconButton('next', { 'aria-label': 'Next day', title: 'Next day (.)' }, () => step(1)),
    comparing,
  );
  return {
    element: make('div', { class: 'strip-head' }, label, buttons),
    showPlaying: (isPlaying: boolean): void => {
      playing.setAttribute('aria-label', isPlaying ? 'Pause' : 'Play');
      playing.replaceChildren(mount(icon(isPlaying ? 'pause' : 'play')));
    },
    showComparing: (isComparing: boolean): void => comparing.setAttribute('aria-pressed', String(isComparing)),
    say: (day: Day, below: string, read: string): void =>
      label.replaceChildren(
        make('strong', {}, weekdayWords(day)),
        make('span', { class: 'strip-known' }, below),
        make('span', { class: 'read-out' }, read),
      ),
  };
};

/** The strip in the frame of index.html. */
export const makeTimeline = (page: Page) => {
  const axis: Axis = page.world;
  const track = make('div', { class: 'track' });
  let shown: Shown | null = null;
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
  const head = makeHead({ step: day.step, play: play.toggle, compare });
  const picture = makeStripPicture(page.world, track);
  const loader = makeStripLoader(page.world, () => redraw());
  const redraw = (): void => {
    if (shown === null) return;
    const { on, state } = shown;
    const isAhead = state.asOf !== null && on > knownDay(state.asOf, axis);
    const below = isAhead ? 'later than what was known: nothing is foretold' : knownWords(state.asOf);
    picture.show(loader.latest(), on);
    head.say(on, below, readOut(loader.latest(), on, page.world));
  };
  drawAxis(track, axis);
  track.append(known.later, other.element, day.element, known.element);
  track.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[role=slider]') !== null) return;
    const { left, width } = track.getBoundingClientRect();
    day.move(dayAt((event.clientX - left) / Math.max(1, width), axis), 'push');
  });
  part('timeline').replaceChildren(head.element, make('div', { class: 'track-frame' }, track));
  return {
    step: day.step,
    stepKnown: known.step,
    compare,
    show: (next: Shown): Promise<void> => {
      shown = next;
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
