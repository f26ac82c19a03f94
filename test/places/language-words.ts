// Every word that stands in the lists of a language: what belongs to the language and is renamed with no theatre.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldWord } from '../../src/theatre/fold-name.ts';
import { languageFolder } from '../../src/theatre/read-folder.ts';

/** The names of nations are names, and any word at all may be part of a place's name. */
const NAMES = ['nations.json', 'ordinary.json'];

/** Which city is whose capital is known of all nations, and not of one theatre: a capital keeps its name. */
const capitals = (folder: string): readonly string[] => {
  const { maps } = JSON.parse(readFileSync(join(folder, 'nations.json'), 'utf8')) as {
    maps: { nationCapitals: Readonly<Record<string, readonly string[]>> };
  };
  return Object.values(maps.nationCapitals).flat();
};

/** The words in lower case of all files of `languages/en`, folded; examples in them may name a place. */
export const languageWords = (): ReadonlySet<string> => {
  const folder = languageFolder('en') ?? '';
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && !NAMES.includes(file));
  const words = files.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/(?<!\p{L})\p{Ll}+/gu) ?? []);
  return new Set([...words, ...capitals(folder)].map(foldWord));
};
