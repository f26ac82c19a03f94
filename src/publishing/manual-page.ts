// A page of the manual as HTML, for who comes from the map: `/docs/rules` is docs/rules.md with headings that can be linked.
// Invariant: links lead only to pages of the manual and to the web; what the package does not serve stays words.
import type { Tokens } from 'marked';

/** As web hosts make anchors of headings, so that links in the manual hold here too. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one);

/** Null where the address leads out of the manual. */
const manualAddress = (href: string, at: string, known: ReadonlySet<string>): string | null => {
  if (/^https?:/.test(href)) return href;
  const { pathname, hash } = new URL(href, `http://manual${at}`);
  return known.has(pathname) ? pathname.replace(/\.md$/, '') + hash : null;
};

const frame = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · whoholds</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/palette.css">
<link rel="stylesheet" href="/style.css">
<link rel="stylesheet" href="/pages.css">
</head>
<body class="paged">
<header class="bar"><a class="name" href="/">whoholds</a><nav class="pages" aria-label="Pages"><a href="/limits">What it cannot see</a></nav></header>
<main class="page manual">
${body}
</main>
</body>
</html>
`;

export interface ManualText {
  /** Its address, with `.md`. */
  readonly at: string;
  readonly text: string;
  /** The addresses of all pages of the manual. */
  readonly known: ReadonlySet<string>;
}

/** The page as HTML. The package that makes it is loaded when somebody first wants one. */
export const manualPage = async ({ at, text, known }: ManualText): Promise<string> => {
  const { Marked } = await import('marked');
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text: words }: Tokens.Heading): string {
        const plain = words.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
        return `<h${depth} id="${escaped(anchorOf(plain))}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link): string {
        const words = this.parser.parseInline(tokens);
        const address = manualAddress(href, at, known);
        return address === null ? words : `<a href="${escaped(address)}">${words}</a>`;
      },
      table(token: Tokens.Table): string {
        const row = (cells: readonly Tokens.TableCell[], tag: 'th' | 'td'): string =>
          `<tr>${cells.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`;
        const body = token.rows.map((cells) => row(cells, 'td')).join('\n');
        return `<div class="table-scroll" tabindex="0" role="region" aria-label="Table"><table><thead>${row(token.header, 'th')}</thead><tbody>${body}</tbody></table></div>\n`;
      },
      html: ({ text: markup }: Tokens.HTML | Tokens.Tag): string => (markup.startsWith('<!--') ? '' : escaped(markup)),
    },
  });
  const title = /^# (.+)$/m.exec(text)?.[1] ?? at;
  return frame(title, await marked.parse(text));
};
