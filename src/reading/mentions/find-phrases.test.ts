import { describe, expect, it } from 'vitest';
import { findAllPhrases, findPhrases, hasPhrase } from './find-phrases.ts';

const OFFICES = Object.freeze(['police', 'police chief', 'official']);
const MEDIA = Object.freeze(['news agency', 'radio']);
const TEXT = 'The police chief told the radio that officials had left; the News Agency asked the police.';

const said = (found: readonly { start: number; end: number }[]): string[] =>
  found.map(({ start, end }) => TEXT.slice(start, end));

describe('phrases of a list in a text', () => {
  it('are found whole, the longest at each place, in any case and in the plural', () => {
    expect(said(findPhrases(TEXT, OFFICES))).toEqual(['police chief', 'officials', 'police']);
  });

  it('of several lists are those of each list, list by list', () => {
    const lists = [
      ['medium', MEDIA],
      ['office', OFFICES],
      ['nothing', Object.freeze(['nobody'])],
    ] as const;
    const found = findAllPhrases(TEXT, lists);
    expect(found.map(({ means }) => means)).toEqual(['medium', 'medium', 'office', 'office', 'office']);
    expect(found.map(({ match }) => match)).toEqual([...findPhrases(TEXT, MEDIA), ...findPhrases(TEXT, OFFICES)]);
  });

  it('are found in a list that came after the text was looked at', () => {
    expect(hasPhrase(TEXT, Object.freeze(['had left']))).toBe(true);
    expect(hasPhrase(TEXT, ['had stayed'])).toBe(false);
    expect(hasPhrase(TEXT, ['told'])).toBe(true);
  });
});
