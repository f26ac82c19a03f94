// The words of the pages beside the map, in a file of their own for each language: they are loaded with the pages, not with
// the map. What both use stands in the map's file. Invariant: no module of the pages holds a word.
import { type Language, lent } from '../../src/drawing/language.ts';
import { speak } from '../words.ts';
import english from './english.json' with { type: 'json' };

export type PageWords = typeof english;

let spoken: PageWords = english;

export const pageWords = (): PageWords => spoken;

/** Before anything is drawn: the language of the frame and of the pages. */
export const speakPages = async (language: Language): Promise<void> => {
  await speak(language);
  if (language === 'en') return;
  const { default: dari } = await import('./dari.json', { with: { type: 'json' } });
  spoken = lent(english, dari);
};
