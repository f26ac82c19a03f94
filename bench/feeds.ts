// Feeds made by others, kept outside the repository: `node bench/feeds.ts FOLDER` prints, a folder of feeds, how many of the
// promised fields (title, link, dates, author, content) come out as their first comment expects. --errors lists what does not.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Parser } from 'htmlparser2';
import { decodeBytes } from '../src/intake/decode-bytes.ts';
import { type Feed, type FeedDate, type FeedEntry, personWords } from '../src/intake/forms/feed-model.ts';
import { parseFeed } from '../src/intake/forms/parse-feed.ts';

/** Folders in which every promised field has to be right; of the others only that nothing breaks. */
export const PROMISED = ['json', 'wellformed/atom10', 'wellformed/base', 'wellformed/rdf', 'wellformed/rss'];

interface Assertion {
  /** `entries[0]['title']` as the expression has it. */
  readonly path: string;
  readonly expected: string;
}

export interface FolderScore {
  readonly folder: string;
  readonly files: number;
  readonly passed: number;
  readonly failed: readonly string[];
  readonly crashed: readonly string[];
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** A Python string's inside, its escapes undone. */
const unescapePython = (text: string): string =>
  text.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gi, (_, ...[wide, narrow, one]: string[]) =>
    one === undefined ? String.fromCharCode(Number.parseInt(wide ?? narrow ?? '', 16)) : (ESCAPES[one] ?? one),
  );

const two = (text: string | undefined): string => (text ?? '0').padStart(2, '0');

/** A Python time tuple as an instant. */
const tupleInstant = (text: string): string => {
  const [year, month, day, hours, minutes, seconds] = text.split(',').map((part) => part.trim());
  return `${year}-${two(month)}-${two(day)}T${two(hours)}:${two(minutes)}:${two(seconds)}Z`;
};

const FIELD = String.raw`(?:\['\w+'\]|\.\w+|\[\d+\])`;
const PLAIN = new RegExp(
  String.raw`((?:entries\[\d+\]|feed)${FIELD}*)\s*==\s*(?:u?"""(.*?)"""|u?'((?:[^'\\]|\\.)*)'|u?"((?:[^"\\]|\\.)*)"|\(([\d, ]+)\))`,
  'gs',
);

const FIELDS =
  /^(?:entries\[\d+\]|feed)(?:title|link|id|author|published|published_parsed|updated|updated_parsed|summary|description|subtitle|content0value|title_detailvalue|summary_detailvalue|subtitle_detailvalue|author_detail(?:name|email|url|href)|authors\d(?:name|email|url|href))$/;

const shortPath = (path: string): string =>
  path.replace(/^(entries\[\d+\]|feed)(.*)$/s, (_, head: string, rest: string) => head + rest.replace(/[[\]'.]/g, ''));

/** The plain equations of an expression that are about promised fields. */
export const assertionsIn = (expression: string): readonly Assertion[] =>
  [...expression.matchAll(PLAIN)]
    .map(([, path = '', triple, single, double, tuple]) => ({
      path: shortPath(path),
      expected: tuple === undefined ? unescapePython(triple ?? single ?? double ?? '') : tupleInstant(tuple),
    }))
    .filter(({ path }) => FIELDS.test(path));

type Said = Feed | FeedEntry;

const dateField = (date: FeedDate | null, parsed: boolean): string | null => {
  if (date === null || !parsed) return date?.words ?? null;
  return date.iso !== null && date.iso.length === 10 ? `${date.iso}T00:00:00Z` : date.iso;
};

const personField = (said: Said, field: string): string | null => {
  const [, at = '0', part = ''] = /^author(?:s(\d)|_detail)(\w+)$/.exec(field) ?? [];
  const person = said.authors[Number(at)];
  if (person === undefined) return null;
  return part === 'name' ? person.name : part === 'email' ? person.email : person.url;
};

const valueAt = (said: Said, field: string): string | null => {
  const summary = 'summary' in said ? said.summary : said.description;
  if (/^author[s_]/.test(field)) return personField(said, field);
  if (/^published/.test(field)) return dateField(said.published, field.endsWith('parsed'));
  if (/^updated/.test(field)) return dateField(said.updated, field.endsWith('parsed'));
  if (/^title/.test(field)) return said.title?.text ?? null;
  // What an entry has no summary of, feed readers give its content for.
  if (/^(?:summary|description|subtitle)/.test(field))
    return summary?.text ?? ('content' in said ? (said.content?.text ?? null) : null);
  if (/^content/.test(field)) return 'content' in said ? (said.content?.text ?? null) : null;
  const [author] = said.authors;
  if (field === 'author') return author === undefined ? null : personWords(author);
  return field === 'id' ? said.id : said.link;
};

const answerTo = (feed: Feed | null, path: string): string | null => {
  const [, head = '', at, field = ''] = /^(entries\[(\d+)\]|feed)(\w+)$/.exec(path) ?? [];
  const said = head === 'feed' ? feed : feed?.entries[Number(at)];
  return said === undefined || said === null ? null : valueAt(said, field);
};

/** Only the folder about base addresses says where its feeds were found. */
const addressOf = (comment: string, path: string): string =>
  /Content-Location:\s*(\S+)/i.exec(comment)?.[1] ?? (/\/base\//.test(path) ? `http://127.0.0.1:8097/${path}` : '');

/** Markup as a browser would have it: `<br/>` is `<br />`, attributes in any order and quotation marks. */
const canonical = (html: string): string => {
  const written: string[] = [];
  const parser = new Parser({
    onopentag: (tag, attributes) => written.push(`<${tag} ${JSON.stringify(Object.entries(attributes).sort())}>`),
    ontext: (text) => written.push(text),
    onclosetag: (tag) => written.push(`</${tag}>`),
  });
  parser.end(html);
  return written.join('');
};

const isSame = (answer: string | null, expected: string): boolean =>
  (answer ?? '') === expected ||
  (answer !== null && /[<&]/.test(answer + expected) && canonical(answer) === canonical(expected));

/** What of a feed is not as its comment expects; null where nothing promised is asked of it. */
const checkFeed = (bytes: Uint8Array, path: string): readonly string[] | null => {
  const latin = Buffer.from(bytes).toString('latin1');
  const comment = /(?:<!--|"__TEST__":)([\s\S]*?)-->/.exec(latin)?.[1] ?? '';
  const decoded = decodeBytes(bytes, 'html', { file: path });
  const { feed } = decoded.ok
    ? parseFeed(decoded.value.text, { address: addressOf(comment, path), deepest: 200 })
    : { feed: null };
  const assertions = assertionsIn(comment.slice(comment.indexOf('Expect:')));
  if (assertions.length === 0) return null;
  return assertions.flatMap(({ path: asked, expected }) => {
    const answer = answerTo(feed, asked);
    return isSame(answer, expected)
      ? []
      : [`${path}: ${asked} is ${JSON.stringify(answer)}, not ${JSON.stringify(expected)}`];
  });
};

/** Every feed below a folder, scored by the folder it lies in. */
export const scoreFeeds = (root: string): readonly FolderScore[] => {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const scores = new Map<string, { files: number; passed: number; failed: string[]; crashed: string[] }>();
  for (const { name, parentPath } of files.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const folder = relative(root, parentPath);
    const score = scores.get(folder) ?? { files: 0, passed: 0, failed: [], crashed: [] };
    scores.set(folder, score);
    score.files += 1;
    try {
      const wrong = checkFeed(readFileSync(join(parentPath, name)), `${folder}/${name}`);
      if (wrong !== null && wrong.length > 0) score.failed.push(...wrong);
      else if (wrong !== null) score.passed += 1;
    } catch (cause) {
      score.crashed.push(`${folder}/${name}: ${String(cause)}`);
    }
  }
  return [...scores].map(([folder, score]) => ({ folder, ...score })).sort((a, b) => (a.folder < b.folder ? -1 : 1));
};

const printScores = (root: string, withErrors: boolean): void => {
  for (const { folder, files, passed, failed, crashed } of scoreFeeds(root)) {
    const mark = PROMISED.includes(folder) ? '*' : ' ';
    console.log(
      `${mark} ${folder.padEnd(28)} ${files} files, ${passed} right, ${failed.length} wrong, ${crashed.length} crashed`,
    );
    if (withErrors) for (const each of [...failed, ...crashed]) console.log(`    ${each}`);
  }
  console.log('* every promised field has to be right');
};

if (import.meta.filename === process.argv[1]) {
  const folder = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'shared', 'benchmarks', 'feeds');
  printScores(join(folder, 'tests'), process.argv.includes('--errors'));
}
