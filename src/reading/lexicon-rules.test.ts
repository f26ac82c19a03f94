// Each rule of the lexicon is justified by the sentence it carries: here every sentence is read and must fire its rule.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

const FOLDERS = ['reading', 'places', 'theatre'];

/** Words that no pass asks for would only mislead whoever reads the data. Lists of a class ("scope:area") are asked for by it. */
describe('a word list of the language', () => {
  const src = join(import.meta.dirname, '..');
  const code = FOLDERS.flatMap((folder) =>
    readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(join(src, folder, name), 'utf8')),
  ).join('\n');
  const data = join(src, '..', 'languages', 'en');
  const files = readdirSync(data).filter((name) => name.endsWith('.json'));
  const patterns = files.map((name) => readFileSync(join(data, name), 'utf8')).join('\n');
  const names = readdirSync(data)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => Object.keys(JSON.parse(readFileSync(join(data, name), 'utf8')).lists ?? {}))
    .filter((name) => !name.includes(':'));

  it('is asked for by a pass', () => {
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !code.includes(`'${name}'`) && !patterns.includes(`#${name} `))).toEqual([]);
  });
});
