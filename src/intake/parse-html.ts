// HTML to a small tree of elements and texts, by a streaming parser that forgives what browsers forgive.
// Invariant: no page is too broken or too deep: beyond a depth elements are flattened into their ancestor, so recursion is safe.
import { Parser } from 'htmlparser2';

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

// Their text is no text of the page.
const SILENT = new Set(
  'script style noscript template svg canvas math iframe object audio video map select option button textarea input title'.split(
    ' ',
  ),
);

/** Parses a decoded page. Never throws. */
export const parseHtml = (html: string): HtmlPage => {
  const root: HtmlElement = { tag: 'html', attributes: {}, parent: null, children: [] };
  const metas: Record<string, string>[] = [];
  const jsonLd: string[] = [];
  let title = '';
  let at = root;
  let depth = 0;
  let silent: { tag: string; nested: number; json: boolean } | null = null;
  const open = (tag: string, attributes: Record<string, string>): void => {
    if (silent !== null) {
      if (tag === silent.tag) silent.nested += 1;
    } else if (tag === 'meta' || tag === 'link') metas.push({ ...attributes, tag });
    else if (SILENT.has(tag)) {
      silent = { tag, nested: 1, json: /ld\+json/i.test(attributes.type ?? '') };
      if (silent.json) jsonLd.push('');
    } else {
      depth += 1;
      if (depth > DEEPEST) return;
      const element: HtmlElement = { tag, attributes, parent: at, children: [] };
      at.children.push(element);
      at = element;
    }
  };
  const words = (text: string): void => {
    if (silent === null) at.children.push(text);
    else if (silent.json) jsonLd.push((jsonLd.pop() ?? '') + text);
    else if (silent.tag === 'title' && depth < 4) title += text;
  };
  const close = (tag: string): void => {
    if (silent !== null) {
      if (tag === silent.tag) silent.nested -= 1;
      if (silent.nested === 0) silent = null;
    } else if (tag !== 'meta' && tag !== 'link') {
      if (depth <= DEEPEST) at = at.parent ?? root;
      depth = Math.max(0, depth - 1);
    }
  };
  const parser = new Parser(
    { onopentag: open, ontext: words, onclosetag: close },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return { root, title, metas, jsonLd };
};

/** Elements of a subtree in page order, the root first. */
export function* elementsOf(root: HtmlElement): Generator<HtmlElement> {
  yield root;
  for (const child of root.children) if (typeof child !== 'string') yield* elementsOf(child);
}
