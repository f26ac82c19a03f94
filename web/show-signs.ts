// The signs of the buttons that stand in index.html.
import { mount, part } from './elements.ts';
import { type IconName, icon } from './icons.ts';

const SIGNS: readonly (readonly [id: string, name: IconName])[] = [
  ['theme', 'theme'],
  ['zoom-in', 'closer'],
  ['zoom-out', 'farther'],
  ['zoom-all', 'whole'],
];

export const showSigns = (): void => {
  for (const [id, name] of SIGNS) part(id).replaceChildren(mount(icon(name)));
};
