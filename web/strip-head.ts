// The head of the strip: which day, as known when, and the buttons that go to other days.
import { weekdayWords } from '../src/drawing/words.ts';
import type { Day } from '../src/model/time.ts';
import { button, iconButton, make, mount } from './elements.ts';
import { icon } from './icons.ts';

interface Head {
  readonly step: (days: number) => void;
  readonly play: () => void;
  readonly compare: () => void;
}

const PLAY = { 'aria-label': 'Play', title: 'Play the days (Space on the strip)' };

export const makeHead = ({ step, play, compare }: Head) => {
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
