// Light or dark: the system's wish, or the choice that the button makes; told to what must paint by itself.
import type { ThemeName } from '../src/drawing/palette.ts';
import { part } from './elements.ts';
import { keep, kept } from './kept.ts';

const WISH = '(prefers-color-scheme: dark)';

export const themeNow = (): ThemeName => {
  const { theme } = document.documentElement.dataset;
  if (theme === 'light' || theme === 'dark') return theme;
  return matchMedia(WISH).matches ? 'dark' : 'light';
};

/** The button turns the theme over, for all pages of the visit; without a choice the system's wish holds. */
export const makeThemeButton = (): void => {
  const { dataset } = document.documentElement;
  const chosen = kept('theme');
  if (chosen === 'light' || chosen === 'dark') dataset.theme = chosen;
  part('theme').addEventListener('click', () => {
    dataset.theme = themeNow() === 'dark' ? 'light' : 'dark';
    keep('theme', dataset.theme);
  });
};

export const whenThemeChanges = (act: () => void): void => {
  matchMedia(WISH).addEventListener('change', act);
  new MutationObserver(act).observe(document.documentElement, { attributeFilter: ['data-theme'] });
};
