// The plan of docs/house.md, held: the tree stands, and the guard itself catches each kind of offence.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { loadSources, measureSource, ROOT } from '../scripts/source-files.ts';
import { findOffences, type OutsideWords, words } from './house-rules.ts';

// Inflected forms only: the bare words ("capture", "hold") are the reading guide's kinds and may stand in code.
const VERBS =
  'captured captures seized seizes overran overrun occupied conquered liberated retook retaken recaptured regained ' +
  'cleared controlled controls fell fallen collapsed withdrew withdrawn retreated abandoned evacuated fled ' +
  'surrendered surrounded encircled besieged entered reached clashed fought attacked stormed assaulted repelled ' +
  'repulsed foiled thwarted said says told tells insisted announced rejected confirmed tweeted acknowledged admitted';
// Words of the model and of the theatre `open`: they name no side of a war.
const EVERYONES = new Set(['government', 'non-state', 'foreign', 'local', 'international', 'outlet', 'unknown']);
// A month of the solar calendar that is a district's name too.
const MONTHS = new Set(['Mizan']);

type Named = { id: string; name: string; names?: string[] };
const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
};
const namesOf = (entries: readonly Named[]): string[] => entries.flatMap((each) => [each.name, ...(each.names ?? [])]);
const listOf = (value: unknown, key: string): Named[] =>
  Array.isArray(value) ? value : (((value as Record<string, unknown> | null)?.[key] ?? []) as Named[]);

/** Every proper name and side of the theatres that come with the package. */
const loadOutsideWords = (): OutsideWords => {
  const theatres = readdirSync(join(ROOT, 'theatres'), { withFileTypes: true }).filter((each) => each.isDirectory());
  const namesIn = (id: string): string[] => {
    if (id === 'open') return [];
    const rows = parse(readFileSync(join(ROOT, 'theatres', id, 'gazetteer.csv'), 'utf8'), { columns: true });
    const places = (rows as { name: string; aka: string }[]).flatMap((row) => [row.name, ...row.aka.split(';')]);
    return [...places, ...namesOf(listOf(readJson(`theatres/${id}/actors.json`), 'actors'))];
  };
  const asWords = (names: readonly string[]): Set<string> =>
    new Set(names.map((name) => words(name).join(' ')).filter(isProper));
  const sides = theatres.flatMap(({ name: id }) => listOf(readJson(`theatres/${id}/theatre.json`), 'sides'));
  return {
    // A short or lower-case spelling may be anybody's word.
    names: asWords([...theatres.flatMap((theatre) => namesIn(theatre.name)), ...sides.map((side) => side.name)]),
    invented: asWords(namesIn('tiny')),
    sides: new Set(sides.map((side) => side.id).filter((id) => !EVERYONES.has(id))),
    verbs: new Set(VERBS.split(' ')),
  };
};
const isProper = (name: string): boolean =>
  /^\p{Lu}.{3}/u.test(name) && !MONTHS.has(name) && !EVERYONES.has(name.toLowerCase());

const outside: OutsideWords = {
  names: new Set(['Ashford', 'Old Garth', 'Realtown']),
  invented: new Set(['Ashford', 'Old Garth']),
  sides: new Set(['red']),
  verbs: new Set(VERBS.split(' ')),
};
const offences = (files: Record<string, string>): string[] =>
  findOffences(
    Object.entries(files).map(([path, text]) => measureSource(path, text)),
    outside,
  );

describe('the house', () => {
  it('stands as planned', () => {
    const files = loadSources(['src', 'web', 'test', 'scripts', 'bench']);
    expect(files.length).toBeGreaterThan(20);
    expect(findOffences(files, loadOutsideWords())).toEqual([]);
  });

  it('knows the names and sides of the theatres it looks for', () => {
    const { names, sides } = loadOutsideWords();
    expect([names.has('Ashford'), names.size > 500]).toEqual([true, true]);
    expect([...sides]).toEqual(expect.arrayContaining(['red', 'blue']));
  });

  it('lets a well-behaved stage pass', () => {
    const text = `import type { Day } from '../model/time.ts';\nimport { b } from './b.ts';
export const a = (day: Day) => [b, new Date(day), 'captured', 'Government regains territory', 'select a day'];
export const rule = { example: 'the town of Ashford', says: 'the side said that it seized, took and controls it' };`;
    expect(offences({ 'src/reading/a.ts': text, 'src/reading/b.ts': 'export const b = 1;' })).toEqual([]);
  });
});

const CAUGHT: readonly [rule: string, path: string, text: string][] = [
  ['rule 1', 'src/model/a.ts', `import { z } from 'zod'; export const a = z;`],
  ['rule 1', 'src/model/a.ts', `import type { B } from '../reading/b.ts'; export type A = B;`],
  ['rule 2', 'src/reading/a.ts', `import { b } from '../places/b.ts'; export const a = b;`],
  ['rule 2', 'src/reading/a.ts', `import type { B } from '../places/b.ts'; export type A = B;`],
  ['rule 2', 'src/reading/a.ts', `export const a = () => import('../ledger/b.ts');`],
  ['rule 2', 'src/intake/a.ts', `export type A = import('../ledger/b.ts').B;`],
  ['rule 2', 'src/publishing/a.ts', `import { open } from '../whoholds.ts'; export const a = open;`],
  ['rule 2', 'src/theatre/a.ts', `import { b } from '../drawing/b.ts'; export const a = b;`],
  ['rule 3', 'src/places/a.ts', `import { readFileSync } from 'node:fs'; export const a = readFileSync;`],
  ['rule 3', 'src/places/a.ts', `import { readFileSync } from 'fs'; export const a = readFileSync;`],
  ['rule 3', 'src/assessment/a.ts', `export const a = () => Date.now();`],
  ['rule 3', 'src/assessment/a.ts', `export const a = () => new Date();`],
  ['rule 3', 'src/reading/a.ts', `export const a = () => Math.random();`],
  ['rule 3', 'src/reading/a.ts', `export const a = () => performance.now();`],
  ['rule 4', 'src/publishing/a.ts', `import { DatabaseSync } from 'node:sqlite'; export const a = DatabaseSync;`],
  ['rule 4', 'src/cli.ts', `export const a = 'select seq from entry where seq > 1';`],
  ['rule 4', 'src/whoholds.ts', `export const a = (b: string) => \`insert into entry values (\${b})\`;`],
  ['rule 5', 'src/assessment/a.ts', `export const a = (claim: { quote: { text: string } }) => claim.quote.text;`],
  ['rule 5', 'src/assessment/a.ts', `export const a = ({ text }: { text: string }) => text;`],
  ['rule 6', 'src/publishing/a.ts', `import { assess } from '../assessment/assess.ts'; export const a = assess;`],
  ['rule 6', 'web/a.ts', `import { assess } from '../src/assessment/assess.ts'; export const a = assess;`],
  ['rule 7', 'src/reading/a.ts', `export const a = 'the town of Ashford';`],
  ['rule 7', 'src/reading/a.ts', `export const a = /(Old Garth|x)/;`],
  ['rule 7', 'web/a.ts', `export const a = { red: '#c00', of: 'red' };`],
  ['rule 7', 'src/reading/a.ts', `export const a = { example: 'the town of Realtown' };`],
  ['rule 7', 'src/reading/a.ts', `export const a = new Set(['seized', 'overran', 'stormed', 'fled']);`],
  ['rule 7', 'src/reading/a.ts', `export const a = /seized|overran|stormed|fled/;`],
  ['rule 8', 'src/reading/a.ts', `import { b } from '../index.ts'; export const a = b;`],
  ['rule 8', 'src/reading/a.ts', `export * from './b.ts';`],
  ['rule 8', 'src/reading/index.ts', `export const a = 1;`],
  ['rule any', 'src/reading/a.ts', `export const a = (b: any) => b;`],
  ['rule any', 'src/reading/a.ts', `// @ts-ignore\nexport const a = 1;`],
  ['rule names', 'src/reading/text-utils.ts', `export const a = 1;`],
  ['rule names', 'src/reading/a.ts', `export class ReadingManager {}`],
  ['rule plan', 'src/common/a.ts', `export const a = 1;`],
  ['sizes', 'src/reading/a.ts', `export const a = () => {${'\n'.repeat(51)}};`],
  ['sizes', 'src/reading/a.ts', `export const a = 1;${'\n'.repeat(301)}`],
  ['sizes', 'src/reading/a.ts', `export const a = (b: 1, c: 1, d: 1, e: 1) => b + c + d + e;`],
];

describe('the guard', () => {
  it.each(CAUGHT)('catches an offence against %s in %s', (rule, path, text) => {
    expect(offences({ [path]: text }).filter((each) => each.startsWith(rule))).toHaveLength(1);
  });

  it('catches a cycle, also through types, and prints the way round', () => {
    const a = `import type { B } from './b.ts'; export type A = B;`;
    const b = `import type { A } from './a.ts'; export type B = A;`;
    expect(offences({ 'src/model/a.ts': a, 'src/model/b.ts': b })).toEqual([
      'rule 9: cycle src/model/a.ts -> src/model/b.ts -> src/model/a.ts',
    ]);
  });

  it('counts a destructured parameter as one', () => {
    const text = 'export const a = ({ b, c }: X, d: 1, e: 1) => [b, c, d, e]; interface X { b: 1; c: 1 }';
    expect(offences({ 'src/reading/a.ts': text })).toEqual([]);
  });
});

/** What a package keeps at its root; ledgers and profiler's logs left there are no part of it (.gitignore). */
const KEPT = /^(?:[\w.-]+\.(?:json|md|ts)|LICENSE|NOTICE|\.\w+|.+\.db(?:-\w+)?|isolate-.+\.log)$/u;

describe('the root', () => {
  it('holds no file that only somebody at work needed', () => {
    const files = readdirSync(ROOT, { withFileTypes: true }).filter((each) => each.isFile());
    expect(files.map(({ name }) => name).filter((name) => !KEPT.test(name))).toEqual([]);
  });
});
