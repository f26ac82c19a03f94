// The words of the review, in a file of their own for each language: they are loaded with the review, not with the map.
// Invariant: no module of the review holds a word.
import { type Language, lent } from '../src/drawing/language.ts';
import english from './review-english.json' with { type: 'json' };

let spoken = english;

export const reviewWords = (): typeof english => spoken;

/** Before anything of the review is drawn. */
export const speakReview = async (language: Language): Promise<void> => {
  if (language === 'en') return;
  const { default: dari } = await import('./review-dari.json', { with: { type: 'json' } });
  spoken = lent(english, dari);
};

/** The acts of the review with their keys. */
export const ACT_KEYS = { confirm: 'a', correct: 'e', place: 'p', retract: 'r', family: 'f' } as const;
export type ActName = keyof typeof ACT_KEYS;
export const ACT_NAMES = Object.keys(ACT_KEYS) as ActName[];

/** The words of "join or cut" for what stands there now. */
export const familyWords = (kind: string, taken: boolean | null): string => {
  const { family } = spoken;
  if (kind === 'answer') return taken ? family.otherQuestion : family.sameQuestion;
  if (kind === 'family') return taken ? family.twoStories : family.oneStory;
  return family.cut;
};

export const confirmWords = (kind: string, taken: boolean | null): string => {
  const { confirm, acts } = spoken;
  if (kind === 'answer') return taken ? confirm.sameQuestion : confirm.otherQuestion;
  if (kind === 'family') return taken ? confirm.oneStory : confirm.twoStories;
  return kind === 'place' ? confirm.place : acts.confirm.words;
};
