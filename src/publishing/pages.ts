// The page's own files, read once at the start: what is not in that folder cannot be asked for.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashBytes } from '../model/text.ts';

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

const readPage = (path: string): PageFile => {
  const bytes = new Uint8Array(readFileSync(path));
  return {
    bytes,
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    etag: `"${hashBytes(bytes).slice(0, 24)}"`,
  };
};

/** Where the built page lies, whether this file runs from src/ or compiled from dist/. */
export const pageFolders = (): readonly string[] =>
  ['../web', '../../dist/web'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** Addresses of the pages beside the map; one frame serves them all, and its script looks at the address. */
export const PAGE_PATHS = [
  '/reports',
  '/reports/:id',
  '/sources',
  '/counts',
  '/incidents',
  '/refusals',
  '/changes',
  '/limits',
  '/place/:id{.+}',
] as const;
export const PAGE_FRAME = '/page.html';

const filesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/** Only a built page has both: sources alone are no page. */
const isBuilt = (names: readonly string[]): boolean => names.includes('index.html') && names.includes('main.js');

/** The manual, as it lies in the package: words, and nothing that a browser would run. */
export const loadManual = (): ReadonlyMap<string, PageFile> => {
  const folder = fileURLToPath(new URL('../../docs', import.meta.url));
  const decisions = filesIn(join(folder, 'decisions')).map((name) => `decisions/${name}`);
  const names = [...filesIn(folder), ...decisions].filter((name) => extname(name) === '.md');
  return new Map(
    names.map((name) => [`/docs/${name}`, { ...readPage(join(folder, name)), type: 'text/plain; charset=utf-8' }]),
  );
};

/** The map and its legend, for a frame on another page. */
export const EMBED = '/embed';
const FRAMES = [
  ['/', '/index.html'],
  [EMBED, '/embed.html'],
] as const;

/** The built page by address; empty where it has not been built. */
export const loadPages = (folders: readonly string[] = pageFolders()): ReadonlyMap<string, PageFile> => {
  const folder = folders.find((path) => isBuilt(filesIn(path)));
  if (folder === undefined) return new Map();
  const files = filesIn(folder).filter((name) => extname(name) in TYPES);
  const pages = new Map(files.map((name) => [`/${name}`, readPage(join(folder, name))]));
  for (const [address, file] of FRAMES) {
    const page = pages.get(file);
    if (page !== undefined) pages.set(address, page);
  }
  return pages;
};
