// The link to the other language: the same view at another address, where the page starts anew.
import { LANGUAGE_NAMES, LANGUAGES } from '../src/drawing/language.ts';
import { part } from './elements.ts';
import { formatAddress, type State } from './state.ts';

/** Called like its language by those who speak it, and said in that language. */
export const showLanguages = (state: State): void => {
  const link = part('language');
  const other = LANGUAGES.find((language) => language !== state.lang) ?? state.lang;
  link.textContent = LANGUAGE_NAMES[other];
  link.setAttribute('lang', other);
  link.setAttribute('hreflang', other);
  link.setAttribute('href', `/${formatAddress({ ...state, lang: other })}`);
};
