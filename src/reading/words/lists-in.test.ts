import { describe, expect, it } from 'vitest';
import { inventedReport } from '../../../test/invented-report.ts';
import { loadTheatre } from '../../theatre/load.ts';
import { emptyDraft } from '../read.ts';
import { splitSentences } from '../split-sentences.ts';
import { beginningsIn, holds, lemmasIn, wordsIn } from './lists-in.ts';

const theatre = loadTheatre('tiny');
const { lexicon } = theatre;

const tokensOf = (text: string) =>
  splitSentences(emptyDraft(inventedReport(text, '2021-03-17'), theatre)).sentences[0]?.tokens ?? [];

const LISTS = ['prepositions', 'negations', 'determiners', 'be', 'holdVerbs', 'reportingVerbs', 'sameFates', 'nobody'];
const TEXTS = [
  'The army has not left the town, and the rebels in it say that they hold Ashford.',
  'Garth went the same way on Monday.',
  'No.',
];

describe('where the words of a list stand in a sentence', () => {
  it.each(TEXTS)('is told as by asking at every word: %s', (text) => {
    const tokens = tokensOf(text);
    const at = (is: (word: string) => boolean): number[] => tokens.flatMap(({ word }, i) => (is(word) ? [i] : []));
    for (const list of LISTS) {
      expect(wordsIn(tokens, list, lexicon)).toEqual(at((word) => lexicon.has(list, word)));
      expect(beginningsIn(tokens, list, lexicon)).toEqual(at((word) => lexicon.startsOf(word)?.has(list) === true));
      expect(lemmasIn(tokens, list, lexicon)).toEqual(
        at((word) => (lexicon.verbs.get(word) ?? []).some(({ lemma }) => lexicon.has(list, lemma))),
      );
      expect(holds(tokens, list, lexicon)).toBe(tokens.some(({ word }) => lexicon.has(list, word)));
    }
  });

  it('is still right when a list is asked for that never was before', () => {
    const tokens = tokensOf(TEXTS[0] ?? '');
    expect(wordsIn(tokens, 'a list that nobody has', lexicon)).toEqual([]);
    expect(wordsIn(tokens, 'negations', lexicon).map((at) => tokens[at]?.word)).toEqual(['not']);
    expect(wordsIn(tokens, 'conjunctions', lexicon).map((at) => tokens[at]?.word)).toContain('and');
  });

  it('belongs to the lexicon that is asked', () => {
    const tokens = tokensOf('The rebels hold Ashford.');
    const other = { ...lexicon, listsOf: () => new Set(['negations']) };
    expect(wordsIn(tokens, 'negations', lexicon)).toEqual([]);
    expect(wordsIn(tokens, 'negations', other)).toEqual(tokens.map((_, at) => at));
  });
});
