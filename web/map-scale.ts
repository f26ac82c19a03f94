// How far a kilometre is on the map, and where north is: a bar that follows the zoom.
import { make } from './elements.ts';
import { say, words } from './words.ts';

const ROUND_KM = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const MOST_PIXELS = 110;

export const makeScale = (frame: HTMLElement) => {
  const bar = make('span', { class: 'scale-bar' });
  const label = make('span', {});
  frame.append(make('p', { class: 'scale' }, label, bar, make('span', { class: 'north' }, words().picture.north)));
  return {
    show: (kmPerPixel: number): void => {
      const km = ROUND_KM.filter((step) => step / kmPerPixel < MOST_PIXELS).at(-1) ?? 1;
      bar.style.inlineSize = `${kmPerPixel === 0 ? 0 : km / kmPerPixel}px`;
      label.textContent = say(words().picture.km, { n: km });
    },
  };
};
