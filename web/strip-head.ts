// The head of the strip: which day, as known when, and the buttons that go to other days.

import type { Day } from '../src/model/time.ts';
import { button, iconButton, make, mount } from './elements.ts';
import { icon } from './icons.ts';
import { makeKnownChoice } from './known-choice.ts';
import { weekdayWords, words } from './words.ts';

interface Head {
  readonly step: (days: number) => void;
  readonly play: () => void;
  readonly compare: () => void;
  readonly known: (asOf: Day | null) => void;
}

export const makeHead = ({ step, play, compare, known }: Head) => {
  const { strip } = words();
  const label = make('div', { class: 'strip-day' });
  const choice = makeKnownChoice(known);
  const playing = iconButton('play', { 'aria-label': strip.play, title: strip.playTitle }, play);
  const comparing = button('', { class: 'compare', 'aria-pressed': 'false', title: strip.compareTitle }, compare);
  comparing.append(mount(icon('compare')), make('span', {}, strip.compare));
  const buttons = make(
    'div',
    { class: 'strip-buttons' },
    iconButton('previous', { 'aria-label': strip.previous, title: strip.previousTitle }, () => step(-1)),
    playing,
    iconButton('next', { 'aria-label': strip.next, title: strip.nextTitle }, () => step(1)),
    comparing,
  );
  return {
    element: make('div', { class: 'strip-head' }, label, choice.element, buttons),
    showPlaying: (isPlaying: boolean): void => {
      playing.setAttribute('aria-label', isPlaying ? strip.pause : strip.play);
      playing.replaceChildren(mount(icon(isPlaying ? 'pause' : 'play')));
    },
    showComparing: (isComparing: boolean): void => comparing.setAttribute('aria-pressed', String(isComparing)),
    showKnown: choice.show,
    say: (day: Day, below: string, read: string): void =>
      label.replaceChildren(
        make('strong', {}, weekdayWords(day)),
        ...(below === '' ? [] : [make('span', { class: 'strip-known' }, below)]),
        make('span', { class: 'read-out' }, read),
      ),
  };
};
