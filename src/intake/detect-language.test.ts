import { describe, expect, test } from 'vitest';
import { detectLanguage } from './detect-language.ts';

describe('the language of a text', () => {
  test.each([
    [
      'en',
      'The Red League said on Wednesday that it had taken the town of Ashford, and the Council denied it with anger.',
    ],
    [
      'fr',
      'La Ligue a dit mercredi que la ville est dans ses mains et que les gardes du Conseil sont partis pour la vallée.',
    ],
    [
      'de',
      'Der Bund hat am Mittwoch gesagt, dass die Stadt von den Wachen des Rates verlassen ist und nicht mehr brennt.',
    ],
    ['ru', 'Лига заявила в среду, что город Эшфорд перешёл под её контроль, а Совет это опроверг.'],
    ['fa', 'اتحادیه روز چهارشنبه گفت که شهر را گرفته است و شورا این خبر را رد کرد و گفت پل در دست ماست.'],
  ])('%s', (language, text) => expect(detectLanguage(text)).toBe(language));

  test.each([
    ['a short line', 'Ashford falls'],
    ['a list of names', 'Ashford Coldwell Eastry Fernhill Midvale Northmark Southlea Oake Hale Crane Miller Weir Salt'],
    ['nothing', ''],
  ])('is not guessed from %s', (_, text) => expect(detectLanguage(text)).toBeNull());
});
