// An answer of HTTP as archives keep it: status line, headers, body, the body chunked and packed or already not any more.
// Invariant: a body that is not packed as its headers say is taken as it stands; nothing unpacks beyond the limit.
import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';
import { parseHeaders } from './warc-records.ts';

export interface Answer {
  readonly status: number;
  readonly mediaType: string | null;
  readonly charset: string | null;
  readonly body: Uint8Array;
}

/** "text/html; charset=utf-8" in its two parts. */
export const mediaTypeOf = (declared: string | undefined): Pick<Answer, 'mediaType' | 'charset'> => ({
  mediaType: declared?.split(';')[0]?.trim().toLowerCase() || null,
  charset: /charset\s*=\s*["']?([\w.:-]+)/i.exec(declared ?? '')?.[1]?.toLowerCase() ?? null,
});

/** The body out of its chunks; null where it is not in chunks. */
const dechunked = (body: Buffer): Buffer | null => {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const size = /^\s*([\da-f]{1,8})\s*(?:;.*)?$/i.exec(body.toString('latin1', at, Math.min(end, at + 200)))?.[1];
    if (end < 0 || size === undefined) return parts.length > 0 ? Buffer.concat(parts) : null;
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(parts);
};

interface Unpacking {
  readonly maxOutputLength: number;
}

/** Crawlers cut long answers off: of such a body what is there is unpacked. */
const CUT_TOO = { finishFlush: constants.Z_SYNC_FLUSH };
const CUT_BROTLI_TOO = { finishFlush: constants.BROTLI_OPERATION_FLUSH };

const UNPACKERS: Readonly<Record<string, (body: Buffer, options: Unpacking) => Buffer>> = {
  gzip: (body, options) => gunzipSync(body, { ...options, ...CUT_TOO }),
  'x-gzip': (body, options) => gunzipSync(body, { ...options, ...CUT_TOO }),
  deflate: (body, options) =>
    ((body[0] ?? 0) & 15) === 8
      ? inflateSync(body, { ...options, ...CUT_TOO })
      : inflateRawSync(body, { ...options, ...CUT_TOO }),
  br: (body, options) => brotliDecompressSync(body, { ...options, ...CUT_BROTLI_TOO }),
  zstd: (body, options) => zstdDecompressSync(body, options),
};

export type Unpacked = { readonly body: Uint8Array } | { readonly isTooLarge: true };

const unpack = (body: Buffer, encoding: string, limit: number): Unpacked => {
  const unpacker = UNPACKERS[encoding];
  if (unpacker === undefined) return { body };
  try {
    return { body: unpacker(body, { maxOutputLength: limit }) };
  } catch (cause) {
    // converted: archives often keep the body unpacked under its old headers
    return (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? { isTooLarge: true } : { body };
  }
};

const headEnd = (block: Buffer): { end: number; body: number } => {
  const crlf = block.indexOf('\r\n\r\n');
  if (crlf >= 0) return { end: crlf, body: crlf + 4 };
  const bare = block.indexOf('\n\n');
  return bare >= 0 ? { end: bare, body: bare + 2 } : { end: block.length, body: block.length };
};

/** Reads an answer; null where the block is none, `too-large` where its body unpacks beyond the limit. */
export const readAnswer = (bytes: Uint8Array, limit: number): Answer | 'too-large' | null => {
  const block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(block.toString('latin1', 0, 24))?.[1];
  if (status === undefined) return null;
  const { end, body } = headEnd(block);
  const headers = parseHeaders(block.toString('latin1', 0, end));
  let content: Buffer = block.subarray(body);
  if (/chunked/i.test(headers.get('transfer-encoding') ?? '')) content = dechunked(content) ?? content;
  const encodings = (headers.get('content-encoding') ?? '').toLowerCase().split(/\s*,\s*/);
  for (const encoding of encodings.reverse()) {
    const unpacked = unpack(content, encoding, limit);
    if ('isTooLarge' in unpacked) return 'too-large';
    content = Buffer.from(unpacked.body.buffer, unpacked.body.byteOffset, unpacked.body.length);
  }
  return { status: Number(status), ...mediaTypeOf(headers.get('content-type')), body: new Uint8Array(content) };
};
