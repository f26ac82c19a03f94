// A drawing as plain values: a picture writes it as text, the page as elements, and both show the same thing.
// Invariant: text is escaped on the way out, so nothing a report says can become markup.
export interface Drawn {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Drawn | string)[];
}

export const draw = (
  tag: string,
  attributes: Readonly<Record<string, string | number | null>> = {},
  children: readonly (Drawn | string)[] = [],
): Drawn => ({ tag, attributes: dropAbsent(attributes), children });

const dropAbsent = (
  attributes: Readonly<Record<string, string | number | null>>,
): Readonly<Record<string, string | number>> => {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes)) if (value !== null) kept[name] = value;
  return kept;
};

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// XML 1.0 knows no form for most control characters, not even an escaped one.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escapeText = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

/** The drawing as SVG (or any XML) text. */
export const toMarkup = ({ tag, attributes, children }: Drawn): string => {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeText(String(value))}"`);
  const inside = children.map((child) => (typeof child === 'string' ? escapeText(child) : toMarkup(child)));
  return inside.length === 0
    ? `<${tag}${written.join('')}/>`
    : `<${tag}${written.join('')}>${inside.join('')}</${tag}>`;
};
