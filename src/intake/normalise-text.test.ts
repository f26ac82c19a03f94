import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseText } from './normalise-text.ts';

describe('normalising a text', () => {
  test.each([
    ['a non-breaking space becomes one space, unit for unit', 'the\u00a0Reds', 'the Reds'],
    ['two odd spaces stay two', 'leaving \u00a0now', 'leaving  now'],
    ['thin, ideographic and tab spaces become spaces', 'a\u2009b\u3000c\td', 'a b c d'],
    ['carriage returns become plain line breaks', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['line and paragraph separators become line breaks', 'one\u2028two\u2029three', 'one\ntwo\nthree'],
    ['soft hyphens and zero-width marks vanish', 'head\u00adquar\u200bters\ufeff', 'headquarters'],
    ['direction marks vanish', '\u200eAshford\u200f', 'Ashford'],
    ['a letter and its accent become one letter', 'Ashfo\u0301rd', 'Ashf\u00f3rd'],
    ['ligatures of print become their letters', '\ufb01ve o\ufb03cers \ufb02ed', 'five officers fled'],
    ['the joined forms of Arabic become its letters', '\ufeb7\ufeec\ufeae', '\u0634\u0647\u0631'],
    ['letters of full width become plain', '\uff21\uff53\uff48', 'Ash'],
    ['isolates and overrides of direction vanish', '\u2067Ash\u202eford\u2069', 'Ashford'],
    ['half a surrogate pair is replaced', 'Ash\ud800ford', 'Ash\ufffdford'],
  ])('%s', (_, raw, expected) => expect(normaliseText(raw)).toBe(expected));

  test.each([
    ['curly quotation marks', '“Ours,” he said'],
    ['a dash', 'Ashford – and Northmark'],
    ['a line break of a wrapped text', 'taken the\ntown'],
  ])('leaves %s as written', (_, text) => expect(normaliseText(text)).toBe(text));

  test('is done once: a second time changes nothing, and no odd space is left', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
        expect(once).not.toMatch(/[^\S \n]|\r|[\u00ad\u200b\ufeff]/);
      }),
    );
  });
});
