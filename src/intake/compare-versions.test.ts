import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportOf, sentencesOf } from '../../test/made-stories.ts';
import { compareVersions } from './compare-versions.ts';

const texts = (quotes: readonly { readonly text: string }[]) => quotes.map(({ text }) => text);
const STORY = sentencesOf(7, 6);
const compare = (before: readonly string[], after: readonly string[]) =>
  compareVersions(reportOf(before), reportOf(after));

describe('between two versions', () => {
  test('nothing changed is told as nothing', () =>
    expect(compare(STORY, STORY)).toEqual({ dropped: [], changed: [], added: [] }));

  test('a number put right is a sentence changed, one gone is dropped and one come is added', () => {
    const right = ['Forty guards were killed at the weir.', ...STORY.slice(1, 4), 'It rains.'];
    const wrong = ['Four guards were killed at the weir.', ...STORY.slice(1, 5)];
    const { dropped, changed, added } = compare(wrong, right);
    expect(changed).toMatchObject([{ before: { text: wrong[0] }, after: { text: right[0] } }]);
    expect([texts(dropped), texts(added)]).toEqual([[STORY[4]], ['It rains.']]);
  });

  test('spelling, hyphens and order are no change', () => {
    const before = ['The neighbours re-organised the centre of Ashford.', ...STORY];
    const after = [...STORY.toReversed(), 'The neighbors reorganized the center of Ashford.'];
    expect(compare(before, after)).toEqual({ dropped: [], changed: [], added: [] });
  });

  test('every sentence of either is kept, changed, dropped or added, once, and stands at its span', () => {
    const some = fc.subarray([...STORY, ...sentencesOf(8, 4)], { minLength: 1 });
    fc.assert(
      fc.property(some, some, (before, after) => {
        const { dropped, changed, added } = compare(before, after);
        const kept = before.filter((one) => after.includes(one));
        const told = [...kept, ...texts(dropped), ...changed.map((one) => one.before.text)];
        expect(told.sort()).toEqual(before.toSorted());
        expect([...kept, ...texts(added), ...changed.map((one) => one.after.text)].sort()).toEqual(after.toSorted());
        const { text } = reportOf(before);
        for (const one of dropped) expect(text.slice(one.start, one.end)).toBe(one.text);
      }),
      { seed: 4, numRuns: 60 },
    );
  });
});
