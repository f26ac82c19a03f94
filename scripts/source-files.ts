// What the house measures of its own source: imports (types too), functions, literals, re-exports.
// TypeScript 7 has no programmatic interface, so another parser reads the files (docs/decisions/dependency-oxc-parser.md).
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

export interface Import {
  /** As written. */
  readonly from: string;
  /** The path from the project's root for our own files, else null. */
  readonly file: string | null;
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface MeasuredFunction {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
  /** A destructured parameter counts as one. */
  readonly parameters: number;
}

export interface Literal {
  readonly text: string;
  readonly line: number;
  /** The array, object or call that it stands in: lists of words are looked for by it. */
  readonly within: number;
  /** The value of a property `example`, `examples` or `says`, which explains a rule. */
  readonly example: boolean;
}

/** A use of the language that some folder may not have, e.g. `Date.now`, `new Date()`, `any`, `.quote`. */
export interface Use {
  readonly what: string;
  readonly line: number;
}

export interface SourceFile {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly functions: readonly MeasuredFunction[];
  readonly literals: readonly Literal[];
  readonly uses: readonly Use[];
  readonly exports: readonly string[];
  /** `export *`, or nothing but re-exports. */
  readonly barrel: boolean;
}

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [field: string]: unknown };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
const nameOf = (value: unknown): string =>
  isNode(value) && typeof value.name === 'string' ? (value.name as string) : '';

const CONTAINERS = new Set(['ArrayExpression', 'ObjectExpression', 'CallExpression', 'NewExpression']);
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** Every own file a folder holds, by path from the project's root, in name order. */
export const listSources = (folders: readonly string[]): string[] =>
  folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        posix.join(folder, name.replaceAll('\\', '/')),
      ),
    )
    .filter((path) => /\.(ts|mjs|js)$/.test(path) && !/(^|\/)(dist|node_modules)\//.test(path))
    .sort();

export const loadSources = (folders: readonly string[]): SourceFile[] =>
  listSources(folders).map((path) => measureSource(path, readFileSync(join(ROOT, path), 'utf8')));

export const isTest = (path: string): boolean => /\.test\.ts$/.test(path) || path.startsWith('test/');

/** Reads one file's text; `path` is from the project's root and decides what its relative imports mean. */
export const measureSource = (path: string, text: string): SourceFile => {
  const starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
  const { program, comments, errors } = parseSync(path, text, { preserveParens: false });
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const found = new Findings(path, lineAt);
  found.visit(program as unknown as Node, null, { within: 0, example: false });
  for (const comment of comments)
    if (/@ts-(ignore|nocheck|expect-error)/.test(comment.value)) found.use('@ts-ignore', comment.start);
  return {
    path,
    lines: text.endsWith('\n') ? starts.length - 1 : starts.length,
    ...found,
    barrel: isBarrel(program.body as unknown as Node[]),
  };
};

const isBarrel = (body: readonly Node[]): boolean => {
  const exporting = body.filter((node) => node.type !== 'ImportDeclaration');
  return (
    body.some((node) => node.type === 'ExportAllDeclaration') ||
    (exporting.length > 0 &&
      exporting.every((node) => node.type === 'ExportNamedDeclaration' && node.declaration === null))
  );
};

type Around = Pick<Literal, 'within' | 'example'>;

class Findings {
  readonly #path: string;
  readonly #lineAt: (offset: number) => number;
  readonly imports: Import[] = [];
  readonly functions: MeasuredFunction[] = [];
  readonly literals: Literal[] = [];
  readonly uses: Use[] = [];
  readonly exports: string[] = [];

  constructor(path: string, lineAt: (offset: number) => number) {
    this.#path = path;
    this.#lineAt = lineAt;
  }

  use(what: string, at: number): void {
    this.uses.push({ what, line: this.#lineAt(at) });
  }

  /** Depth first; `around` is where the node stands: the nearest array, object or call by its start. */
  visit(node: Node, parent: Node | null, around: Around): void {
    this.#importOf(node);
    this.#functionOf(node, parent);
    this.#literalOf(node, parent, around);
    this.#useOf(node);
    const inside = {
      within: CONTAINERS.has(node.type) ? node.start : around.within,
      example: around.example || /^(examples?|says)$/.test(nameOf(node.key)),
    };
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) this.visit(child, node, inside);
  }

  #importOf(node: Node): void {
    if (!/^(Import(Declaration|Expression)|Export(All|Named)Declaration|TSImportType)$/.test(node.type)) return;
    if (node.type === 'ExportNamedDeclaration') this.#exportsOf(node);
    const source = node.source ?? node.argument;
    const from = isNode(source) && typeof source.value === 'string' ? source.value : null;
    if (from === null) return;
    const file = from.startsWith('.') ? posix.normalize(posix.join(posix.dirname(this.#path), from)) : null;
    const typeOnly =
      node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type' || allTypes(node);
    this.imports.push({ from, file, typeOnly, line: this.#lineAt(node.start) });
  }

  #exportsOf(node: Node): void {
    const declared = node.declaration;
    if (!isNode(declared)) return;
    const list = declared.declarations;
    const names = Array.isArray(list) ? list.map((entry: Node) => nameOf(entry.id)) : [nameOf(declared.id)];
    this.exports.push(...names.filter((name) => name !== ''));
  }

  #functionOf(node: Node, parent: Node | null): void {
    if (!FUNCTIONS.has(node.type)) return;
    const line = this.#lineAt(node.start);
    const parameters = Array.isArray(node.params) ? node.params.length : 0;
    const name = nameOf(node.id) || nameOf(parent?.id) || nameOf(parent?.key) || '(unnamed)';
    this.functions.push({ name, line, lines: this.#lineAt(node.end - 1) - line + 1, parameters });
  }

  #literalOf(node: Node, parent: Node | null, around: Around): void {
    if (/^(Import|Export|TSImport)/.test(parent?.type ?? '')) return;
    const line = this.#lineAt(node.start);
    const regex = node.regex;
    if (node.type === 'Literal' && typeof node.value === 'string')
      this.literals.push({ text: node.value, line, ...around });
    else if (node.type === 'Literal' && regex)
      this.literals.push({ text: (regex as { pattern: string }).pattern, line, ...around, within: node.start });
    else if (node.type === 'TemplateElement')
      this.literals.push({ text: (node.value as { cooked: string | null }).cooked ?? '', line, ...around });
  }

  #useOf(node: Node): void {
    const property = nameOf(node.property);
    if (node.type === 'TSAnyKeyword') this.use('any', node.start);
    else if (node.type === 'ObjectPattern')
      for (const each of node.properties as Node[]) this.use(`.${nameOf(each.key)}`, each.start);
    else if (node.type === 'MemberExpression' && property !== '' && node.computed !== true)
      this.use(`${nameOf(node.object)}.${property}`, node.start);
    else if (/^(New|Call)Expression$/.test(node.type) && nameOf(node.callee) !== '')
      this.use(`${nameOf(node.callee)}(${(node.arguments as unknown[]).length === 0 ? '' : '…'})`, node.start);
  }
}

const allTypes = (node: Node): boolean => {
  const specifiers = node.specifiers;
  const kind = node.type === 'ImportDeclaration' ? 'importKind' : 'exportKind';
  return Array.isArray(specifiers) && specifiers.length > 0 && specifiers.every((each: Node) => each[kind] === 'type');
};
