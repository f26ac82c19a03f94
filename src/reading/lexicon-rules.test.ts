// Each rule of the lexicon is justified by the sentence it carries: here every sentence is read and must fire its rule.
import { describe, expect, it } from 'vitest';
import { inventedReport } from '../../test/invented-report.ts';
import { loadTheatre } from '../theatre/load.ts';
import { read } from './read.ts';

const theatre = loadTheatre('tiny');
const { verbRules, nounRules } = theatre.lexicon;

const firedIn = (sentence: string): readonly string[] =>
  read(inventedReport(sentence, '2021-03-17'), theatre)
    .trace.filter(({ pass }) => pass === 'findPredicates')
    .map(({ says }) => /"([^"]+)"/.exec(says)?.[1] ?? '');

describe('a rule of the lexicon', () => {
  it.each(verbRules.filter(({ place }) => place !== null).map(({ name, says }) => [name, says] as const))(
    'for verbs, "%s", reads: %s',
    (name, says) => expect(firedIn(says)).toContain(name),
  );

  it.each(verbRules.filter(({ place }) => place === null).map(({ name, says }) => [name, says] as const))(
    'that says nothing is meant, "%s", reads nothing in: %s',
    (name, says) => expect(firedIn(says.split(':')[0] ?? '')).not.toContain(name),
  );

  it.each(nounRules.map(({ name, says }) => [name, says] as const))('for nouns, "%s", reads: %s', (name, says) =>
    expect(firedIn(says)).toContain(name),
  );
});
