// The signs of the buttons that stand in the page's frame; the frame for other pages has fewer.
import { mount } from './elements.ts';
import { type IconName, icon } from './icons.ts';

const SIGNS: readonly (readonly [id: string, name: IconName])[] = [
  ['theme', 'theme'],
  ['zoom-in', 'closer'],
  ['zoom-out', 'farther'],
  ['zoom-all', 'whole'],
  ['open-share', 'share'],
];

export const showSigns = (): void => {
  for (const [id, name] of SIGNS) document.getElementById(id)?.replaceChildren(mount(icon(name)));
};
