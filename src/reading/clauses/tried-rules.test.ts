import { describe, expect, it } from 'vitest';
import { loadTheatre } from '../../theatre/load.ts';
import { triedRules } from './tried-rules.ts';

const { lexicon } = loadTheatre('tiny');
const tried = triedRules(lexicon);

describe('the rules that a verb tries', () => {
  it('are all of the lexicon, by lemma and in its order', () => {
    for (const [lemma, rules] of tried)
      expect(rules.map(({ rule }) => rule)).toEqual(lexicon.verbRules.filter(({ verbs }) => verbs.includes(lemma)));
    expect(new Set([...tried.values()].flat().map(({ rule }) => rule)).size).toBe(lexicon.verbRules.length);
  });

  it('are told besides by "there" and by a relative only where they spell their place out', () => {
    for (const { rule, there, which } of [...tried.values()].flat()) {
      if (rule.place !== 'after' || rule.after === null) expect([there, which]).toEqual([null, null]);
      if (there !== null) expect(there.rule).toMatchObject({ name: rule.name, place: 'context' });
      if (which !== null) expect(rule.after?.endsWith('~ {place}')).toBe(true);
    }
    expect([...tried.values()].flat().some(({ there }) => there !== null)).toBe(true);
    expect([...tried.values()].flat().some(({ which }) => which !== null)).toBe(true);
  });
});
