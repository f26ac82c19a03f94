import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkTheatre, loadTheatre } from '../../src/theatre/load.ts';
import { readTheatreFolder } from '../../src/theatre/read-folder.ts';
import { printFault } from '../../src/theatre/theatre-fault.ts';
import { languageWords } from './language-words.ts';
import { renameTheatre } from './rename-theatre.ts';

const dispatches = join(import.meta.dirname, '..', 'dispatches');
const texts = readdirSync(dispatches)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(join(dispatches, file), 'utf8'));

const folder = mkdtempSync(join(tmpdir(), 'whoholds-renamed-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['tiny', 'afghanistan-2021'])('%s, renamed', (id) => {
  const original = loadTheatre(id);
  const renaming = renameTheatre(readTheatreFolder(id).files, texts, languageWords());
  for (const [file, text] of renaming.files) writeFileSync(join(folder, file), text);
  const faults = checkTheatre(folder).map(printFault);
  const renamed = loadTheatre(folder);

  test('is a sound theatre of another name', () => {
    expect(faults).toEqual([]);
    expect(renamed.id).toBe(`${id}-renamed`);
    expect(renamed.gazetteer.all()).toHaveLength(original.gazetteer.all().length);
  });

  test('keeps only names that are made of words of the language, such as that of a bridge or a road', () => {
    const names = new Set(original.gazetteer.all().map(({ name }) => name));
    const kept = renamed.gazetteer.all().filter(({ name }) => names.has(name));
    // The capital with its district and province among them: whose it is belongs to the language.
    expect(kept.length).toBeLessThanOrEqual(9);
  });

  test('finds in a renamed text the renamed places, and no others', () => {
    for (const text of texts) {
      const expected = original.gazetteer
        .scan(text)
        .map((name) => [renaming.text(name.text), name.candidates.map(renaming.place)]);
      expect(renamed.gazetteer.scan(renaming.text(text)).map((name) => [name.text, name.candidates])).toEqual(expected);
    }
  });
});
