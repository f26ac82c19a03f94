// What form some bytes are in: by what they cannot hide, by the ending of their name, by what their carrier says, by how they begin.
// Invariant: bytes that name their form themselves (PDF, ZIP, gzip, WARC, tar) are never taken for what their name says.

export type FormName =
  | ('text' | 'html' | 'markdown' | 'feed' | 'warc' | 'gzip' | 'zip' | 'tar' | 'mail' | 'mbox' | 'mhtml' | 'pdf')
  | ('csv' | 'jsonl' | 'xml' | 'json' | 'other');

/** By ending. `xml` and `json` may be a feed, or data of any kind. */
const ENDINGS: Readonly<Record<string, FormName>> = {
  ...{ '.txt': 'text', '.text': 'text', '.html': 'html', '.htm': 'html', '.xhtml': 'html', '.shtml': 'html' },
  ...{ '.md': 'markdown', '.markdown': 'markdown', '.rss': 'feed', '.atom': 'feed', '.rdf': 'feed' },
  ...{ '.xml': 'xml', '.opml': 'xml', '.json': 'json', '.warc': 'warc', '.wacz': 'zip', '.zip': 'zip' },
  ...{ '.gz': 'gzip', '.tgz': 'gzip', '.tar': 'tar', '.eml': 'mail', '.mbox': 'mbox', '.mbx': 'mbox' },
  ...{ '.mht': 'mhtml', '.mhtml': 'mhtml', '.pdf': 'pdf' },
  ...{ '.csv': 'csv', '.tsv': 'csv', '.jsonl': 'jsonl', '.ndjson': 'jsonl' },
};

/** Endings of a walk through a directory; tables and lines of data are taken where they are named or lie in an archive. */
export const WALKED: readonly string[] = Object.keys(ENDINGS).filter(
  (ending) => !['csv', 'jsonl'].includes(ENDINGS[ending] ?? ''),
);

const MEDIA_TYPES: readonly (readonly [form: FormName, type: RegExp])[] = [
  ['html', /^(?:text\/html|application\/xhtml\+xml)$/],
  ['feed', /^application\/(?:rss|atom|rdf|feed|x-rss)(?:\+(?:xml|json))?$/],
  ['xml', /^(?:text|application)\/xml$/],
  ['markdown', /^text\/(?:x-)?markdown$/],
  ['csv', /^text\/(?:csv|tab-separated-values)$/],
  ['jsonl', /^application\/(?:x-ndjson|jsonl|x-jsonlines)$/],
  ['json', /^application\/json$/],
  ['mail', /^message\/rfc822$/],
  ['mhtml', /^multipart\/related$/],
];

/** Endings of programs that write pages. */
const PAGE_PROGRAMS = /^\.(?:php\d?|aspx?|jspx?|cgi|cfm|do|phtml)$/i;

const latin = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.subarray(0, length)).toString('latin1').replaceAll('\0', '');

const OFFICE = /^\.(?:docx?|xlsx?|pptx?|od[tsp]|epub|jar|apk)$/i;

/** Forms that cannot be mistaken. */
const byMagic = (head: Uint8Array, ending: string): FormName | null => {
  const start = latin(head, 1_024);
  if (/%PDF-\d/.test(start)) return 'pdf';
  if (start.startsWith('PK') && [0x0403, 0x0605].includes((head[2] ?? 0) + (head[3] ?? 0) * 256))
    return OFFICE.test(ending) ? 'other' : 'zip';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (/^\s*WARC\/\d/.test(start)) return 'warc';
  if (head.length >= 262 && Buffer.from(head.subarray(257, 262)).toString('latin1') === 'ustar') return 'tar';
  return null;
};

const FEED_ROOT = /<(?:\w+:)?(?:rss|feed|rdf|channel)[\s>]/i;

export const looksLikePage = (head: Uint8Array): boolean =>
  /^[^<]{0,8}\s*<(?:!doctype html|html|head|body|article|!--)/i.test(latin(head, 512));

export const looksLikeFeed = (head: Uint8Array): boolean => {
  const start = latin(head, 8_192);
  if (/^[^<{]{0,8}\{[\s\S]*?"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(start)) return true;
  return (
    /^[^<]{0,8}\s*<(?:\?xml|!--|rss|feed|\w+:)/i.test(start) && FEED_ROOT.test(start) && !/<html[\s>]/i.test(start)
  );
};

const MAIL_HEADER =
  /^(?:from|to|subject|date|received|message-id|mime-version|return-path|delivered-to|content-type):/gim;

/** Headers of a mail at the very start: three of those that every mail has. */
const mailForm = (start: string): FormName | null => {
  if (/^From \S+.*\d{2}:\d{2}/.test(start)) return 'mbox';
  const head = start.slice(0, start.search(/\r?\n\r?\n/) >>> 0);
  if (!/^[A-Za-z-]+:[ \t]/.test(head) || new Set(head.match(MAIL_HEADER) ?? []).size < 3) return null;
  return /content-type:\s*multipart\/related/i.test(head) && /snapshot-content-location|text\/html/i.test(head)
    ? 'mhtml'
    : 'mail';
};

const byStart = (head: Uint8Array): FormName => {
  const start = latin(head, 8_192);
  if (looksLikeFeed(head)) return 'feed';
  if (looksLikePage(head)) return 'html';
  if (/^\s*<\?xml/.test(start)) return /<html[\s>]/i.test(start) ? 'html' : 'xml';
  if (/^\s*\{"[^"\n]+"\s*:/.test(start))
    return /\}\s*\n\s*\{/.test(start) || !/\n/.test(start.trim()) ? 'jsonl' : 'json';
  return mailForm(start) ?? 'text';
};

/** Some endings promise what the bytes must keep: a page may be a saved mail page, an .xml a feed. */
const refined = (form: FormName, head: Uint8Array): FormName => {
  if (form === 'html') return mailForm(latin(head, 8_192)) === 'mhtml' ? 'mhtml' : 'html';
  return (form === 'xml' || form === 'json') && looksLikeFeed(head) ? 'feed' : form;
};

export const endingOf = (name: string): string =>
  /(\.[A-Za-z\d]{1,8})$/
    .exec(
      name
        .replace(/[?#].*$/, '')
        .split('/')
        .at(-1) ?? '',
    )?.[1]
    ?.toLowerCase() ?? '';

export interface Clues {
  readonly name: string;
  readonly mediaType: string | null;
  readonly head: Uint8Array;
}

/** The form of bytes; `other` where an ending says that they are something else. */
export const recognise = ({ name, mediaType, head }: Clues): FormName => {
  const ending = mediaType === null ? endingOf(name) : '';
  const known = byMagic(head, ending) ?? ENDINGS[ending] ?? null;
  if (known !== null && known !== 'gzip' && known !== 'zip' && known !== 'pdf') return refined(known, head);
  if (known !== null) return known;
  const declared = MEDIA_TYPES.find(([, type]) => type.test(mediaType ?? ''))?.[0];
  if (declared !== undefined) return refined(declared, head);
  return ending === '' || PAGE_PROGRAMS.test(ending) || mediaType !== null ? byStart(head) : 'other';
};
