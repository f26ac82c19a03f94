// The light or dark choice: a button turns the theme over; without a choice the system's wish holds.
import { part } from './elements.ts';
import { keep, kept } from './kept.ts';

export const makeThemeButton = (): void => {
  const wish = matchMedia('(prefers-color-scheme: dark)');
  const { dataset } = document.documentElement;
  const chosen = kept('theme');
  if (chosen !== null) dataset.theme = chosen;
  part('theme').addEventListener('click', () => {
    const isDark = dataset.theme === undefined ? wish.matches : dataset.theme === 'dark';
    dataset.theme = isDark ? 'light' : 'dark';
    keep('theme', dataset.theme);
  });
};
