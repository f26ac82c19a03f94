// HTML to a small tree of elements and texts, by a streaming parser that forgives what browsers forgive.
// Invariant: no page is too broken or too deep: beyond a depth elements are flattened into their ancestor, so recursion is safe.
import { late } from './load-late.ts';

const htmlparser = late<typeof import('htmlparser2')>('htmlparser2');

export interface HtmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: HtmlElement | null;
  readonly children: (HtmlElement | string)[];
}

export interface HtmlPage {
  readonly root: HtmlElement;
  /** Content of <title>, of meta and link elements, of JSON-LD scripts. */
  readonly title: string;
  readonly metas: readonly Readonly<Record<string, string>>[];
  readonly jsonLd: readonly string[];
}

const DEEPEST = 200;
const BEYOND_SENSE = 5_000;

// Their text is no text of the page.
const SILENT = new Set(
  'script style noscript template svg canvas math iframe object audio video map select option button textarea input title'.split(
    ' ',
  ),
);

interface Silence {
  readonly tag: string;
  readonly isRecord: boolean;
  nested: number;
}

class TreeBuilder {
  readonly root: HtmlElement = { tag: 'html', attributes: {}, parent: null, children: [] };
  readonly metas: Record<string, string>[] = [];
  readonly jsonLd: string[] = [];
  title = '';
  depth = 0;
  private at: HtmlElement = this.root;
  private silence: Silence | null = null;

  open(tag: string, attributes: Record<string, string>): void {
    if (this.silence !== null) this.silence.nested += tag === this.silence.tag ? 1 : 0;
    else if (tag === 'meta' || tag === 'link') this.metas.push({ ...attributes, tag });
    else if (SILENT.has(tag)) this.fallSilent(tag, /ld\+json/i.test(attributes.type ?? ''));
    else this.enter(tag, attributes);
  }

  text(words: string): void {
    if (this.silence === null) this.at.children.push(words);
    else if (this.silence.isRecord) this.jsonLd.push((this.jsonLd.pop() ?? '') + words);
    else if (this.silence.tag === 'title' && this.depth < 4) this.title += words;
  }

  close(tag: string): void {
    if (this.silence === null) {
      if (tag !== 'meta' && tag !== 'link') this.leave();
      return;
    }
    if (tag === this.silence.tag) this.silence.nested -= 1;
    if (this.silence.nested === 0) this.silence = null;
  }

  private fallSilent(tag: string, isRecord: boolean): void {
    this.silence = { tag, isRecord, nested: 1 };
    if (isRecord) this.jsonLd.push('');
  }

  private enter(tag: string, attributes: Record<string, string>): void {
    this.depth += 1;
    if (this.depth > DEEPEST) return;
    const element: HtmlElement = { tag, attributes, parent: this.at, children: [] };
    this.at.children.push(element);
    this.at = element;
  }

  private leave(): void {
    if (this.depth <= DEEPEST) this.at = this.at.parent ?? this.root;
    this.depth = Math.max(0, this.depth - 1);
  }
}

const CHUNK = 65_536;

/** Parses a decoded page. Never throws; of a page nested beyond all sense the rest is left unread. */
export const parseHtml = (html: string): HtmlPage => {
  const tree = new TreeBuilder();
  const { Parser } = htmlparser();
  const parser = new Parser({
    onopentag: (tag, attributes) => tree.open(tag, attributes),
    ontext: (words) => tree.text(words),
    onclosetag: (tag) => tree.close(tag),
  });
  // The parser looks through its stack for each closing tag: without an end, a hostile page would cost its square.
  for (let at = 0; at < html.length && tree.depth < BEYOND_SENSE; at += CHUNK) parser.write(html.slice(at, at + CHUNK));
  parser.end();
  return tree;
};

/** Elements of a subtree in page order, the root first. */
export const elementsOf = (root: HtmlElement): readonly HtmlElement[] => {
  const found: HtmlElement[] = [];
  const open: HtmlElement[] = [root];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    found.push(at);
    for (let i = at.children.length - 1; i >= 0; i--) {
      const child = at.children[i];
      if (child !== undefined && typeof child !== 'string') open.push(child);
    }
  }
  return found;
};
