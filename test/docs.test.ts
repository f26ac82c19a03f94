// The manual is tested like code: links resolve, shown commands are real, generated pages are fresh, dependencies explained.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/source-files.ts';
import { GENERATED } from '../scripts/write-docs.ts';
import { buildProgram } from '../src/cli.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const pagesUnder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...['docs', 'theatres', 'demo'].flatMap(pagesUnder)];
const manifest = JSON.parse(read('package.json')) as Record<
  'scripts' | 'dependencies' | 'devDependencies',
  Record<string, string>
>;

/** As web hosts make anchors of headings: lower case, no punctuation, hyphens for blanks. */
const anchorsOf = (page: string): string[] =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    (title ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

const brokenLinks = (path: string): string[] =>
  [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^(https?:|mailto:)/.test(target)) return [];
    const [file = '', anchor] = target.split('#');
    const to = file === '' ? path : normalize(join(dirname(path), file));
    if (!existsSync(join(ROOT, to))) return [`${path} links to ${target}: no such file`];
    const known = anchor === undefined || anchorsOf(read(to)).includes(anchor);
    return known ? [] : [`${path} links to ${target}: no such heading`];
  });

/** Every command line that a page shows, in a block or between backticks, cut at pipes and comments. */
const commandLines = (page: string): string[] => {
  const blocks = [...page.matchAll(/^```(?:sh|bash|console)?\n([\s\S]*?)^```/gm)].map(([, body]) => body ?? '');
  const spans = [...page.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, body]) => body ?? '');
  return [...blocks.flatMap((block) => block.split('\n')), ...spans]
    .flatMap((line) => line.replace(/\s#\s.*$/, '').split(/\s(?:\||&&)\s/))
    .map((line) => line.trim().replace(/^npx whoholds/, 'whoholds'))
    .filter((line) => /^(whoholds|npm) ./.test(line) && !/[…[<]/.test(line));
};

const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** The innermost command that the words name, and the words after its name. */
const commandIn = (
  program: Command,
  [name, ...rest]: readonly string[],
): { command: Command; rest: readonly string[] } | null => {
  const command = program.commands.find((each) => each.name() === name);
  if (command === undefined) return null;
  return command.commands.length === 0 || rest.length === 0 ? { command, rest } : commandIn(command, rest);
};

/** What is wrong with a shown `whoholds` command, by the command line's own parser; null where it is right. */
const faultOf = (line: string): string | null => {
  const [, ...words] = wordsOf(line);
  if (/^-/.test(words[0] ?? '')) return ['--help', '--version'].includes(words[0] ?? '') ? null : 'no such flag';
  const found = commandIn(buildProgram(), words);
  if (found === null) return 'no such command';
  const { command, rest } = found;
  // A span may name a command alone, without what it needs.
  if (rest.length === 0) return null;
  command.exitOverride().configureOutput({ writeErr: () => {} });
  const { operands, unknown } = command.parseOptions([...rest]);
  const flags = unknown.filter((word) => word.startsWith('-') && word !== '-' && word !== '--help');
  const missing = operands.find((word) => /^(demo|test|theatres)(\/|$)/.test(word) && !existsSync(join(ROOT, word)));
  if (flags.length > 0) return `no such flag ${flags.join(' ')}`;
  return missing === undefined ? null : `no such file ${missing}`;
};

const npmFaultOf = (line: string): string | null => {
  const [, verb = '', script = ''] = line.split(' ');
  if (['ci', 'pack', 'install', 'test'].includes(verb)) return null;
  return verb === 'run' && manifest.scripts[script] !== undefined ? null : 'no such npm script';
};

describe('the manual', () => {
  it('has only links that lead somewhere', () => {
    expect(PAGES.flatMap(brokenLinks)).toEqual([]);
  });

  it('shows only commands that the command line takes', () => {
    const shown = PAGES.flatMap((path) => commandLines(read(path)).map((line) => ({ path, line })));
    expect(shown.length).toBeGreaterThan(20);
    const faults = shown.flatMap(({ path, line }) => {
      const fault = line.startsWith('npm ') ? npmFaultOf(line) : faultOf(line);
      return fault === null ? [] : [`${path} shows ${line}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });

  it('would not show a flag, a command, a script or a file that does not exist', () => {
    const wrong = [
      'whoholds read --nope',
      'whoholds hold',
      'whoholds review hold',
      'whoholds review cut --nope',
      'whoholds --nope',
      'whoholds read demo/none.txt',
    ];
    expect([...wrong.map(faultOf), npmFaultOf('npm run nope')].filter((fault) => fault === null)).toEqual([]);
    expect(commandLines('x `npx whoholds read a.txt` y\n```sh\nnpm ci && npm test # all\n```\n')).toEqual([
      'npm ci',
      'npm test',
      'whoholds read a.txt',
    ]);
  });

  it.each(Object.entries(GENERATED))('has a fresh %s (npm run docs writes it)', (path, page) => {
    expect(read(path)).toBe(page());
  });

  it('explains every dependency in a record', () => {
    const records = pagesUnder('docs/decisions').filter((path) => /\/dependency-/.test(path));
    const explained = records.map(read).join('\n');
    const headings = [...explained.matchAll(/^# (.+)$/gm)].flatMap(([, title]) => (title ?? '').split(/[\s,`:]+/));
    const known = (name: string): boolean =>
      headings.includes(name) || (name !== 'node' && explained.includes(`\`${name}\``));
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(names.filter((name) => !known(name))).toEqual([]);
  });

  it('opens with a picture, and the two commands of a newcomer', () => {
    const [picture, , sentence, , , first, second] = read('README.md').split('\n');
    expect(picture).toMatch(/^!\[.{20,}\]\(docs\/map\.svg\)$/);
    expect(sentence).toMatch(/^\*\*whoholds\*\* .+\.$/);
    expect([first, second]).toEqual([
      expect.stringMatching(/^npm ci && npm run demo/),
      expect.stringMatching(/^npm ci && npm test/),
    ]);
  });
});
