// What is to be watched: addresses, folders, and lists of them (OPML, sitemaps, or one to a line).
// Invariant: what is in a list and is neither is a fault that names the line, not something left out in silence.
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Fault } from '../model/outcome.ts';
import { feedAddresses } from './forms/addresses.ts';
import { sitemapPages } from './forms/sitemap.ts';
import { sizeOf } from './read-files.ts';

export type Watched =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'folder'; readonly path: string };

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text);
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const EXPECTED = [
  'https://…',
  'a folder',
  'an OPML file',
  'a sitemap',
  'a file of addresses and folders, one to a line',
];

const lineOf = (line: string, where: { readonly file: string; readonly number: number }): Watched => {
  if (isAddress(line)) return { kind: 'address', address: line };
  const path = resolve(dirname(where.file), line);
  if (isFolder(path)) return { kind: 'folder', path };
  throw new Fault(
    'usage',
    `Line ${where.number} of ${where.file} is neither an address nor a folder: “${line.slice(0, 80)}”.`,
    {
      expected: EXPECTED,
    },
  );
};

const MOST_BYTES = 20_000_000;

const readList = (file: string): string => {
  if ((sizeOf(file) ?? 0) > MOST_BYTES)
    throw new Fault('usage', `${file} is too large for a list of what to watch.`, { expected: EXPECTED });
  return readFileSync(file, 'utf8');
};

const fromFile = (file: string): readonly Watched[] => {
  const text = readList(file);
  const [, list] = /<(?:\w+:)?(opml|urlset|sitemapindex)[\s>]/i.exec(text.slice(0, 4096)) ?? [];
  if (list !== undefined) {
    const { pages, sitemaps } = sitemapPages(text);
    const addresses = [...feedAddresses(text), ...pages].map(({ url }) => url);
    return [...addresses, ...sitemaps].map((address) => ({ kind: 'address', address }));
  }
  return text.split(/\r?\n/).flatMap((line, at) => {
    const words = line.replace(/(^|\s)#.*$/, '').trim();
    return words === '' ? [] : [lineOf(words, { file, number: at + 1 })];
  });
};

const keyOf = (watched: Watched): string => (watched.kind === 'address' ? watched.address : watched.path);

/** Everything that the arguments name, each once. Throws a Fault where a path does not exist or nothing is left to watch. */
export const watchedFrom = (sources: readonly string[]): readonly Watched[] => {
  const all = sources.flatMap((source): readonly Watched[] => {
    if (isAddress(source)) return [{ kind: 'address', address: source }];
    return sizeOf(source) === null ? [{ kind: 'folder', path: resolve(source) }] : fromFile(source);
  });
  if (all.length === 0)
    throw new Fault('usage', 'There is nothing to watch in what was named.', { expected: EXPECTED });
  return [...new Map(all.map((watched) => [keyOf(watched), watched])).values()];
};
