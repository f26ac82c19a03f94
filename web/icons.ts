// The few signs on buttons, drawn, because not every machine has a font that holds them. The words are on the button.
import { type Drawn, draw } from '../src/drawing/scene.ts';

const PATHS = {
  previous: 'M10.5 3L5 8l5.5 5z',
  next: 'M5.5 3L11 8l-5.5 5z',
  play: 'M5 2.5L13 8L5 13.500z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  compare: 'M2 3h5v10H2zM3.500 4.500v7h2v-7zM9 3h5v10H9z',
  closer: 'M7.25 3h1.5v4.25H13v1.5H8.75V13h-1.5V8.75H3v-1.5h4.25z',
  farther: 'M3 7.25h10v1.5H3z',
  whole: 'M2.5 2.5h4V4H4v2.5H2.5zM9.5 2.5h4v4H12V4H9.5zM2.5 9.5H4V12h2.5v1.5h-4zM12 9.5h1.5v4h-4V12H12z',
  share:
    'M7.250 1.800h1.500v6.400l2.200-2.200 1.060 1.060L8 11.070 3.990 7.060 5.050 6l2.200 2.200zM2.500 12.500h11v1.500h-11z',
  theme: 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5zM8 3.25v9.5a4.75 4.75 0 1 1 0-9.5z',
  city: 'M8 3.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z',
  crossing: 'M8 2.500L13.500 8 8 13.500 2.500 8z',
  base: 'M4 4h8v8H4z',
  road: 'M1 5.500h14v5H1z',
} as const;
export type IconName = keyof typeof PATHS;

export const icon = (name: IconName): Drawn =>
  draw(
    'svg',
    { class: 'icon', viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true', focusable: 'false' },
    [draw('path', { d: PATHS[name], fill: 'currentColor' })],
  );
