// A title that stands beside the words (a mail's subject, a feed's title, a table's column) put above them as their headline.
// Invariant: a text that already begins with its title stays as it is.

/** A title is looked for no further down. */
const HEAD = 20_000;

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const bare = (html: string): string => html.replace(/<[^<>]*>/g, ' ');

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const beginsWith = (words: string, title: string): boolean => {
  const folded = fold(title);
  return folded === '' || fold(words.slice(0, title.length * 8 + 2_000)).startsWith(folded);
};

export const withHeadline = (title: string | null, text: string): string =>
  title === null || beginsWith(text, title) ? text : `${title.replace(/\s+/g, ' ').trim()}\n\n${text}`;

/** HTML in an article under its title; one that has a heading of its own that says the same keeps it. */
export const withHeading = (title: string | null, html: string): string =>
  title === null || /<h1[\s>]/i.test(html) || beginsWith(bare(html.slice(0, HEAD)), title)
    ? html
    : `<h1>${escapeHtml(title.replace(/\s+/g, ' ').trim())}</h1>\n${html}`;

/** Takes away the marks, keeps the words. */
export const wordsOf = (html: string): string => bare(html).replace(/\s+/g, ' ').trim();
