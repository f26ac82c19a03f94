// The link to the other language: the same page at another address, where it starts anew.
import { LANGUAGE_NAMES, LANGUAGES } from '../../src/drawing/language.ts';
import { part } from '../elements.ts';
import type { PageMoment } from '../page-links.ts';

export const showOtherLanguage = ({ lang }: PageMoment): void => {
  const link = part('language');
  const other = LANGUAGES.find((language) => language !== lang) ?? lang;
  const query = new URLSearchParams(location.search);
  query.set('lang', other);
  link.textContent = LANGUAGE_NAMES[other];
  link.setAttribute('lang', other);
  link.setAttribute('hreflang', other);
  link.setAttribute('href', `${location.pathname}?${query}`);
};
