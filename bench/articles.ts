// How much of a page's article is found, and how fast, beside Mozilla's Readability on linkedom in the same run, on real pages
// that are kept outside the repository. The measure is that of the benchmark's authors: four words in a row, counted as often as
// they stand; F1 of the means over the pages of precision and recall.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { ROOT } from '../scripts/source-files.ts';
import { decodeBytes } from '../src/intake/decode-bytes.ts';
import { extractArticle } from '../src/intake/extract-article.ts';
import { assemble } from '../src/intake/paragraphs.ts';
import { type Figure, raceARound } from './figures.ts';

const SECONDS = 10;
const PAGES = join(ROOT, '..', 'shared', 'benchmarks', 'articles');

interface TruePage {
  readonly id: string;
  readonly url: string;
  readonly html: string;
  readonly article: string;
}

const decoded = (file: string): string => {
  const outcome = decodeBytes(gunzipSync(readFileSync(file)), 'html', { file });
  if (!outcome.ok) throw new Error(`${file}: ${outcome.refusal.reason}`);
  return outcome.value.text;
};

export const loadPages = (folder: string): readonly TruePage[] => {
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<
    string,
    { readonly articleBody: string; readonly url: string }
  >;
  return Object.entries(truth).map(([id, { articleBody, url }]) => ({
    ...{ id, url, article: articleBody },
    html: decoded(join(folder, 'html', `${id}.html.gz`)),
  }));
};

const ours = (html: string): string => {
  const { text, bodyStart } = assemble(extractArticle(html).paragraphs);
  return text.slice(bodyStart);
};

const BLOCK =
  /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|fig(?:ure|caption)|h\d|hr|li|ol|p|pre|section|t[dhr]|table|ul)$/i;

/** Text with a break at every block, as a reader sees it: `textContent` would run paragraphs together and cost Readability words. */
const textOf = (node: Node): string => {
  if (node.nodeType === 3) return node.textContent ?? '';
  const inner = [...node.childNodes].map(textOf).join('');
  return BLOCK.test(node.nodeName) ? `\n${inner}\n` : inner;
};

const theirs = (html: string): string => {
  const article = new Readability<Node>(parseHTML(html).document as unknown as Document, {
    serializer: (node) => node,
  }).parse();
  return article?.content === undefined || article.content === null ? '' : textOf(article.content);
};

const shingles = (text: string): ReadonlyMap<string, number> => {
  const words = text.match(/\w+/gu) ?? [];
  const size = Math.min(4, words.length);
  const counts = new Map<string, number>();
  for (let i = 0; size > 0 && i + size <= words.length; i++) {
    const key = words.slice(i, i + size).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

const sizeOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, one) => sum + one, 0);

interface Score {
  readonly precision: number;
  readonly recall: number;
}

const scoreOf = (text: string, article: string): Score => {
  const [found, wanted] = [shingles(text), shingles(article)];
  let both = 0;
  for (const [key, count] of found) both += Math.min(count, wanted.get(key) ?? 0);
  return {
    precision: sizeOf(found) > 0 ? both / sizeOf(found) : sizeOf(wanted) > 0 ? 0 : 1,
    recall: sizeOf(wanted) > 0 ? both / sizeOf(wanted) : 1,
  };
};

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

const f1 = ({ precision, recall }: Score): number => (2 * precision * recall) / (precision + recall);

const averageOf = (scores: readonly Score[]): Score => ({
  precision: mean(scores.map(({ precision }) => precision)),
  recall: mean(scores.map(({ recall }) => recall)),
});

const show = (score: Score): string =>
  `F1 ${f1(score).toFixed(4)} (precision ${score.precision.toFixed(3)}, recall ${score.recall.toFixed(3)})`;

/** F1 and pages a second of both; says so where the pages are not there. */
export const benchArticles = async (folder: string = PAGES): Promise<readonly Figure[]> => {
  if (!existsSync(join(folder, 'ground-truth.json')))
    return [{ what: `articles: no pages at ${folder}`, ours: 'not measured', beside: null, ratio: null }];
  const pages = loadPages(folder);
  const [own, other] = [ours, theirs].map((extract) =>
    averageOf(pages.map(({ html, article }) => scoreOf(extract(html), article))),
  ) as [Score, Score];
  const [fast, slow] = raceARound(
    () => pages.map(({ html }) => ours(html)),
    () => pages.map(({ html }) => theirs(html)),
    SECONDS,
  );
  const name = 'Readability on linkedom';
  return [
    {
      what: `articles of ${pages.length} pages`,
      ours: show(own),
      beside: { name, figure: show(other) },
      ratio: f1(own) / f1(other),
    },
    {
      what: 'pages a second, parsed and extracted',
      ours: (pages.length / fast).toFixed(0),
      beside: { name, figure: (pages.length / slow).toFixed(0) },
      ratio: slow / fast,
    },
  ];
};
