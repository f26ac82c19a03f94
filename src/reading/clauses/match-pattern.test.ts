import { describe, expect, it } from 'vitest';
import { inventedReport } from '../../../test/invented-report.ts';
import { loadTheatre } from '../../theatre/load.ts';
import { findMentions } from '../find-mentions.ts';
import { emptyDraft } from '../read.ts';
import { splitSentences } from '../split-sentences.ts';
import { viewSentences } from '../words/view-sentence.ts';
import { matchPattern } from './match-pattern.ts';
import { finderOf, parseSentence } from './parse-sentence.ts';

const theatre = loadTheatre('tiny');

const match = (text: string, pattern: string, at: number) => {
  const [view] = viewSentences(findMentions(splitSentences(emptyDraft(inventedReport(text, '2021-03-17'), theatre))));
  return view === undefined ? null : matchPattern(finderOf(parseSentence(view)), pattern, at);
};

describe('a pattern over the words behind a verb', () => {
  it('fills a place over describing words', () => {
    const found = match('took full control of the quiet town of Ashford', '~ control of ~ {place}', 1);
    expect(found?.place?.items.map(({ place }) => place?.text)).toEqual(['Ashford']);
  });

  it('fills an actor that stands before a noun', () => {
    expect(match('came under Red control', '~ under ~ {actor} ~ control', 1)?.actor?.side).toBe('red');
  });

  it('passes over a day that stands between', () => {
    expect(match('passed on Tuesday under their control', '~ under ~ control', 1)).not.toBeNull();
  });

  it('leaves out what may be missing', () => {
    expect(match('took over', 'over ~ {place}?', 1)).toMatchObject({ place: null, to: 2 });
  });

  it.each([
    ['a comma', 'took, control of Ashford', '~ control of ~ {place}'],
    ['a preposition', 'took in control of Ashford', '~ control of ~ {place}'],
    ['the end of the sentence', 'took control', '~ control of ~ {place}'],
  ])('does not reach over %s', (_, text, pattern) => expect(match(text, pattern, 1)).toBeNull());
});
