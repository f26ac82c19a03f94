// Nothing of a theatre is in the code: the same reports through a renamed theatre give the renamed result.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/source-files.ts';
import type { Claim } from '../src/model/claim.ts';
import { done } from '../src/model/outcome.ts';
import type { Theatre } from '../src/model/theatre.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { readTheatreFolder } from '../src/theatre/read-folder.ts';
import { readItem, readReport } from '../src/whoholds/read-item.ts';
import { languageWords } from './places/language-words.ts';
import { type Renaming, renameTheatre } from './places/rename-theatre.ts';

const NOTES = join(ROOT, 'demo');
const names = readdirSync(NOTES)
  .filter((name) => name.endsWith('.txt'))
  .slice(0, 40);
const texts = names.map((name) => readFileSync(join(NOTES, name), 'utf8'));

const claimsOf = (text: string, theatre: Theatre): readonly Claim[] => {
  const given = { published: '2021-07-01', outlet: 'Somebody', url: null, title: null, id: null };
  const item = done({ file: 'note.txt', bytes: new TextEncoder().encode(text), form: 'text' as const, given });
  const read = readItem(item, { theatre, reader: readReport, retrieved: null });
  return read.ok ? read.reading.claims : [];
};

const shape = (claim: Claim, { place, side }: Pick<Renaming, 'place' | 'side'>) => ({
  ...{ place: place(claim.place.id), kind: claim.kind, scope: claim.scope, actor: side(claim.actor) },
  ...{ polarity: claim.polarity, modality: claim.modality, when: claim.when },
  ...{ sides: claim.by.sides.map((one) => side(one)), voice: claim.by.voice.class },
});

const SAME: Pick<Renaming, 'place' | 'side'> = { place: (id) => id, side: (id) => id };

describe('a renamed theatre', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whoholds-renamed-'));
  let renaming: Renaming;
  let original: Theatre;
  let renamed: Theatre;

  beforeAll(() => {
    const [id = ''] = readdirSync(join(ROOT, 'theatres')).filter((name) => name.startsWith('afghan'));
    renaming = renameTheatre(readTheatreFolder(id).files, texts, languageWords());
    const home = join(folder, 'renamed');
    mkdirSync(home);
    for (const [name, text] of renaming.files) writeFileSync(join(home, name), text);
    original = loadTheatre(id);
    renamed = loadTheatre(home);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has none of the places and sides of the one it was made from', () => {
    const ids = new Set(original.gazetteer.all().map((place) => place.id));
    expect(renamed.gazetteer.all().filter((place) => ids.has(place.id))).toEqual([]);
    expect(renamed.sides.filter((side) => original.sides.some((old) => old.id === side.id))).toEqual([]);
  });

  it.each(names.map((name, index) => [name, index] as const))('gives the renamed claims of %s', (_name, index) => {
    const text = texts[index] ?? '';
    const before = claimsOf(text, original).map((claim) => shape(claim, renaming));
    expect(claimsOf(renaming.text(text), renamed).map((claim) => shape(claim, SAME))).toEqual(before);
  });
});
