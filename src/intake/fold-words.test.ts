import { describe, expect, test } from 'vitest';
import { foldWords } from './fold-words.ts';

const same = (a: string, b: string) => expect(foldWords(a).hashes).toEqual(foldWords(b).hashes);

describe('two spellings of one word', () => {
  test.each([
    ['organised travelled colours', 'organized traveled colors'],
    ['the centre, two metres on', 'the center, two meters on'],
    ['defence without a licence', 'Defense without a license'],
    ['re-taken north-eastern', 'retaken northeastern'],
    ['cap-\ntured at dawn', 'captured at dawn'],
    ['3,000 men', '3000 men'],
    ['Kundūz café ﬁre', 'Kunduz cafe fire'],
    ['Ｔｈｅ ｇａｔｅ', 'the gate'],
    ['the guards’ arms', "the guards' arms"],
  ])('%j is %j', same);

  test('what differs in more than spelling stays apart', () => {
    for (const [a, b] of [
      ['four guards', 'forty guards'],
      ['1,000', '1,00'],
      ['77 men', '7 men'],
      ['Ashford', 'Ashfield'],
    ] as const)
      expect(foldWords(a).hashes).not.toEqual(foldWords(b).hashes);
  });

  test('letters of any script are words, marks and pictures are none', () => {
    expect(foldWords('کندز سقوط کرد — «بله» 😀 !').hashes).toHaveLength(4);
    expect(foldWords('  …\n').hashes).toEqual([]);
  });

  test('names are known by their capitals', () =>
    expect(foldWords('The town of Ashford fell').capitals).toEqual([true, false, false, true, false]));
});
