// XML as feeds, outlines and sitemaps have it, well formed or not, to a small tree with resolved namespaces and base addresses.
// Invariant: no entity is expanded but the predefined ones and HTML's, each to one or two characters; what lies beyond the depth is not read.
import { late } from '../load-late.ts';

const htmlparser = late<typeof import('htmlparser2')>('htmlparser2');

export interface XmlElement {
  /** Prefix by namespace, never by what the document calls it: `title`, `atom:link`, `dc:creator`, in small letters. */
  readonly name: string;
  /** As written, without its prefix. */
  readonly local: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** The address that relative ones inside are relative to; empty where none is known. */
  readonly base: string;
  /** Where it stands in the decoded text. */
  readonly start: number;
  readonly end: number;
}

export interface XmlPage {
  /** Everything at the top: normally one element. */
  readonly elements: readonly XmlElement[];
  /** It is nested deeper than allowed, and the rest was left unread. */
  readonly tooDeep: boolean;
}

const SPACES: readonly (readonly [prefix: string, address: RegExp])[] = [
  ['atom', /^https?:\/\/(?:www\.w3\.org\/2005\/atom|purl\.org\/atom\/ns#?)\/?$/],
  ['dc', /^http:\/\/purl\.org\/dc\/elements\/1\.[01]\/?$/],
  ['dcterms', /^http:\/\/purl\.org\/dc\/terms\/?$/],
  ['content', /^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/],
  ['rdf', /^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#?$/],
  ['xhtml', /^http:\/\/www\.w3\.org\/1999\/xhtml\/?$/],
  ['itunes', /^http:\/\/(?:www\.itunes\.com|example\.com)\/dtds\/podcast-1\.0\.dtd$/],
  ['media', /^http:\/\/search\.yahoo\.com\/mrss\/?$/],
  ['sitemap', /^https?:\/\/www\.(?:sitemaps\.org|google\.com)\/schemas\/sitemap\/0\.\d+\/?$/],
  ['news', /^https?:\/\/www\.google\.com\/schemas\/sitemap-news\/0\.\d+\/?$/],
];

const RSS_OWN =
  /^http:\/\/(?:purl\.org\/(?:rss\/1\.0|net\/rss1\.1#?)|(?:my|channel)\.netscape\.com\/rdf\/simple\/0\.9|backend\.userland\.com\/rss\d*|blogs\.law\.harvard\.edu\/tech\/rss)\/?$/;

/** What a document calls these without saying what they are. */
const UNDECLARED: ReadonlySet<string> = new Set(SPACES.map(([prefix]) => prefix));

/** The known prefix of an address. */
const prefixFor = (address: string): string | null =>
  SPACES.find(([, form]) => form.test(address.trim().toLowerCase()))?.[0] ?? null;

const decodedEntities = new Map<string, string>();

/** One reference as HTML reads it; one that is unknown stays as written. */
const decodeReference = (reference: string): string => {
  const known = decodedEntities.get(reference);
  if (known !== undefined) return known;
  let text = '';
  const parser = new (htmlparser().Parser)({ ontext: (words) => (text += words) });
  parser.end(reference.replace(/^&#X/, '&#x'));
  if (decodedEntities.size < 5_000) decodedEntities.set(reference, text);
  return text;
};

export const decodeReferences = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, decodeReference) : text;

/** Letters that were written as such stay so. */
const readable = (address: string, written: string): string => {
  if (/^[\x20-\x7e]*$/.test(written)) return address;
  try {
    return decodeURI(address);
  } catch {
    return address; // converted: percent signs that mean no character stay as they are
  }
};

/** An address against its base; as it was where the two make none. */
export const resolveAddress = (address: string, base: string): string => {
  const bare = address.trim();
  if (base === '' || /^[a-z][a-z\d+.-]*:/i.test(bare)) return bare;
  return URL.canParse(bare, base) ? readable(new URL(bare, base).href, bare) : bare;
};

/** Only an address of the web is a base: a file's or a script's would turn every link of the document. */
const innerBase = (own: string | undefined, outer: string): string => {
  if (own === undefined) return outer;
  const address = resolveAddress(own, outer);
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).href : outer;
};

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
  end: number;
  readonly spaces: ReadonlyMap<string, string>;
}

/** No document has more namespaces in one place; each is copied to what declares further ones. */
const MOST_SPACES = 100;

const declaredSpaces = (attributes: Readonly<Record<string, string>>, outer: ReadonlyMap<string, string>) => {
  const own = Object.entries(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (own.length === 0 || outer.size > MOST_SPACES) return outer;
  return new Map([...outer, ...own.map(([name, address]) => [name.slice(6).toLowerCase(), address] as const)]);
};

const nameOf = (written: string, spaces: ReadonlyMap<string, string>): { name: string; local: string } => {
  const [prefix, local] = written.includes(':')
    ? [written.slice(0, written.indexOf(':')).toLowerCase(), written.slice(written.indexOf(':') + 1)]
    : ['', written];
  const address = spaces.get(prefix);
  const known = address === undefined ? (UNDECLARED.has(prefix) ? prefix : null) : prefixFor(address);
  // What is declared as RSS's own has no prefix.
  const short = known ?? (address !== undefined && RSS_OWN.test(address.trim().toLowerCase()) ? '' : prefix);
  return { name: `${short === '' ? '' : `${short}:`}${local.toLowerCase()}`, local };
};

class XmlBuilder {
  readonly elements: XmlElement[] = [];
  tooDeep = false;
  inCdata = false;
  private readonly open: Open[] = [];
  private readonly deepest: number;
  private readonly base: string;

  constructor(deepest: number, base: string) {
    this.deepest = deepest;
    this.base = base;
  }

  enter(written: string, raw: Readonly<Record<string, string>>, start: number): void {
    if (this.open.length >= this.deepest) this.tooDeep = true;
    if (this.tooDeep) return;
    const outer = this.open.at(-1);
    const attributes = Object.fromEntries(
      Object.entries(raw).map(([name, value]) => [name.toLowerCase(), decodeReferences(value)]),
    );
    const spaces = declaredSpaces(attributes, outer?.spaces ?? new Map());
    const base = innerBase(attributes['xml:base'], outer?.base ?? this.base);
    const element: Open = { ...nameOf(written, spaces), attributes, children: [], base, start, end: start, spaces };
    (outer?.children ?? this.elements).push(element);
    this.open.push(element);
  }

  text(words: string): void {
    this.open.at(-1)?.children.push(this.inCdata ? words : decodeReferences(words));
  }

  leave(end: number): void {
    const element = this.open.pop();
    if (element !== undefined) element.end = end;
  }
}

const CHUNK = 65_536;

/** Parses decoded XML; never throws. What is unclosed is closed at the end, what closes nothing is passed over. */
export const parseXml = (text: string, { deepest, base = '' }: { deepest: number; base?: string }): XmlPage => {
  const tree = new XmlBuilder(deepest, base);
  const parser = new (htmlparser().Parser)(
    {
      onopentag: (name, attributes) => tree.enter(name, attributes, parser.startIndex),
      ontext: (words) => tree.text(words),
      onclosetag: () => tree.leave(parser.endIndex + 1),
      oncdatastart: () => (tree.inCdata = true),
      oncdataend: () => (tree.inCdata = false),
    },
    { xmlMode: true, decodeEntities: false },
  );
  for (let at = 0; at < text.length && !tree.tooDeep; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  parser.end();
  return tree;
};

export const elementsIn = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child) => typeof child !== 'string');

export const childrenNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  elementsIn(element).filter((child) => child.name === name);

/** All text inside, markup left out. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** The element and all below it that are called so, in their order. */
export function* elementsNamed(element: XmlElement, name: string): Generator<XmlElement> {
  if (element.name === name) yield element;
  for (const child of elementsIn(element)) yield* elementsNamed(child, name);
}
