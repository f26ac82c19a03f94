// Words of a feed: text or markup, written escaped, inline, in CDATA or in base64.
// Invariant: addresses inside markup come out whole against the base that stands there; words are trimmed, never cut.
import type { Words } from './feed-model.ts';
import { resolveAddress, textOf, type XmlElement } from './xml-tree.ts';

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const ADDRESSES = /^(?:href|src|action|cite|background|longdesc|poster|data|usemap|codebase|classid|profile)$/i;

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const escapeValue = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

const writeElement = (element: XmlElement): string => {
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !/^xml(?:ns)?(?::|$)/.test(name))
    .map(
      ([name, value]) =>
        ` ${name}="${escapeValue(ADDRESSES.test(name) ? resolveAddress(value, element.base) : value)}"`,
    )
    .join('');
  const open = `<${element.local}${attributes}`;
  return VOID.has(element.local) && element.children.length === 0
    ? `${open} />`
    : `${open}>${writeInside(element)}</${element.local}>`;
};

/** What stands inside an element, as HTML. */
const writeInside = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? escapeText(child) : writeElement(child))).join('');

// Bounded, so that no page of broken tags costs more than its length.
const TAG = /<[a-z][^<>]{0,4000}>/gi;
const ATTRIBUTE = /(\s)([a-z]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'<>][^\s<>]*)/gi;

/** Makes the addresses of markup whole, and "<!" that opens no comment a character. */
export const resolveMarkup = (html: string, base: string): string =>
  html.replace(/<!(?!--|doctype|\[)/gi, '&lt;!').replace(TAG, (tag) =>
    tag.replace(ATTRIBUTE, (whole, ...[space = '', name = '', equals = '', value = '']: string[]) => {
      if (!ADDRESSES.test(name)) return whole;
      const quote = /^["']/.exec(value)?.[0] ?? '';
      const address = resolveAddress(quote === '' ? value : value.slice(1, -1), base);
      const written = quote === '' ? `"${address.replaceAll('"', '&quot;')}"` : `${quote}${address}${quote}`;
      return `${space}${name}${equals}${written}`;
    }),
  );

export const looksLikeMarkup = (text: string): boolean =>
  /<\/[a-z][\w:-]*>|<[a-z][\w:-]*(?:\s[^<>]*)?\/?>|&(?:#\d+|#x[\da-f]+|[a-z]\w{1,8});/i.test(text);

const markup = (text: string, base: string): Words | null =>
  text.trim() === '' ? null : { text: resolveMarkup(text, base).trim(), isMarkup: true };

export const plain = (text: string): Words | null =>
  text.trim() === '' ? null : { text: text.trim(), isMarkup: false };

const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string';

/** Words of RSS, which never says what they are: markup where they look so. */
export const rssWords = (element: XmlElement | undefined): Words | null => {
  if (element === undefined) return null;
  if (element.children.some(isElement)) return markup(writeInside(element), element.base);
  const text = textOf(element);
  return looksLikeMarkup(text) ? markup(text, element.base) : plain(text);
};

const isBase64 = (text: string): boolean =>
  /^[\sA-Za-z\d+/]+={0,2}\s*$/.test(text) && text.replace(/\s/g, '').length % 4 === 0;

const decoded = (text: string): string => Buffer.from(text, 'base64').toString('utf8');

const isTextual = (type: string): boolean => /^(?:text|html|xhtml)$|^text\/|[+/]xml$/.test(type);

/** Markup written as elements. XHTML stands in one <div> that is no part of it, and some put escaped HTML into one. */
const inlineWords = (element: XmlElement, type: string): Words | null => {
  const inside = element.children.filter((child) => isElement(child) || child.trim() !== '');
  const [only] = inside;
  const isWrapped = inside.length === 1 && only !== undefined && isElement(only) && only.local.toLowerCase() === 'div';
  if (isWrapped && type === 'html' && !only.children.some(isElement)) return markup(textOf(only), only.base);
  return markup(isWrapped && type === 'xhtml' ? writeInside(only) : writeInside(element), element.base);
};

/** Words of Atom, 1.0 or 0.3, by their `type` and `mode`. */
export const atomWords = (element: XmlElement | undefined): Words | null => {
  if (element === undefined) return null;
  const type = (element.attributes.type ?? '').trim().toLowerCase();
  const text = textOf(element);
  const isEncoded = element.attributes.mode === 'base64' || (type.includes('/') && !isTextual(type) && isBase64(text));
  if (isEncoded) return type === 'text/plain' ? plain(decoded(text)) : markup(decoded(text), element.base);
  if (element.children.some(isElement)) return inlineWords(element, type);
  if (type === 'html' || type === 'text/html' || type === 'xhtml' || type === 'application/xhtml+xml')
    return markup(text, element.base);
  return element.attributes.mode === 'escaped' && type !== 'text/plain' && looksLikeMarkup(text)
    ? markup(text, element.base)
    : plain(text);
};
