// One request and its answer, within its limits: time, bytes as sent, bytes when unpacked.
// Invariant: no more than the limit is ever held; whatever goes wrong is a FetchFailure that says what, never half a body.
import { type Agent, type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps, type Agent as SecureAgent } from 'node:https';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { FetchFailure, type Guard } from './guard.ts';

export interface Exchanging {
  readonly guard: Guard;
  readonly agents: { readonly http: Agent; readonly https: SecureAgent };
  readonly limits: { readonly bytes: number; readonly ms: number };
  /** Ends what is under way when the program is asked to stop. */
  readonly signal: AbortSignal;
}

export interface Answered {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly bytes: Uint8Array;
}

const UNPACKERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

const tooLarge = (url: URL, bytes: number): FetchFailure =>
  new FetchFailure('too-large', `The answer of ${url.href} is larger than the limit of ${bytes} bytes (--max-bytes).`);

const NETWORK: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no host of this name',
  EAI_AGAIN: 'the name could not be looked up',
  ETIMEDOUT: 'no connection came about in time',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was broken off',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const timedOut = (url: URL, ms: number): FetchFailure =>
  new FetchFailure('timed-out', `${url.href} did not answer in full within ${ms / 1000} s.`, { again: true });

/** The failure that an error of the network or of the unpacking stands for. */
const failureOf = (error: unknown, url: URL): FetchFailure => {
  // Several addresses of one name were tried: the first says why.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  if (first instanceof FetchFailure) return first;
  const code = codeOf(first);
  const why = first instanceof Error ? first.message : String(first);
  if (/^(Z_|ERR__ERROR|ERR_BROTLI|ZSTD|ERR_ZSTD)/.test(code) || /unexpected end of file|zstd|brotli/i.test(why))
    return new FetchFailure('broken-answer', `The answer of ${url.href} cannot be unpacked: ${why}.`, { again: true });
  if (/^HPE_|^ERR_HTTP/.test(code) || /aborted/.test(why))
    return new FetchFailure('broken-answer', `The answer of ${url.href} broke off or is no HTTP: ${why}.`, {
      again: true,
    });
  return new FetchFailure('unreachable', `${url.href} cannot be reached: ${NETWORK[code] ?? why}.`, {
    again: true,
    cause: first,
  });
};

const bodyOf = async (answer: IncomingMessage, url: URL, bytes: number): Promise<Uint8Array> => {
  if (Number(answer.headers['content-length'] ?? 0) > bytes) throw tooLarge(url, bytes);
  const coding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const unpacker = coding === 'identity' || coding === '' ? null : UNPACKERS[coding];
  if (unpacker === undefined)
    throw new FetchFailure('broken-answer', `The answer of ${url.href} is packed as “${coding}”, which is not known.`);
  const kept: Uint8Array[] = [];
  let size = 0;
  const keep = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > bytes) throw tooLarge(url, bytes);
      kept.push(chunk);
    }
  };
  await (unpacker === null ? pipeline(answer, keep) : pipeline(answer, unpacker(), keep));
  return new Uint8Array(Buffer.concat(kept));
};

type Asking = Omit<Exchanging, 'limits'>;

const send = (
  url: URL,
  headers: Readonly<Record<string, string>>,
  { guard, agents, signal }: Asking,
): ClientRequest => {
  const shared = { headers, lookup: guard.lookup, signal };
  return url.protocol === 'https:'
    ? requestHttps(url, { ...shared, agent: agents.https })
    : requestHttp(url, { ...shared, agent: agents.http });
};

/** A connection that was kept may have been closed at the other end meanwhile: then it is asked once more, by another. */
const headOf = (url: URL, headers: Readonly<Record<string, string>>, asking: Asking): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const asked = send(url, headers, asking);
    asked.once('response', resolve);
    asked.once('error', (error) => {
      const wasClosed = asked.reusedSocket && codeOf(error) === 'ECONNRESET';
      if (wasClosed) headOf(url, headers, asking).then(resolve, reject);
      else reject(error);
    });
    asked.end();
  });

const HAS_NO_BODY = new Set([204, 304]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export const isRedirect = ({ status }: Pick<Answered, 'status'>): boolean => REDIRECTS.has(status);

/** Asks once. The body of anything but success is not read. Throws a FetchFailure, or the signal's reason when stopped. */
export const exchange = async (
  url: URL,
  headers: Readonly<Record<string, string>>,
  exchanging: Exchanging,
): Promise<Answered> => {
  exchanging.guard.check(url);
  const timer = AbortSignal.timeout(exchanging.limits.ms);
  const signal = AbortSignal.any([exchanging.signal, timer]);
  try {
    const answer = await headOf(url, headers, { ...exchanging, signal });
    const status = answer.statusCode ?? 0;
    const reads = status >= 200 && status < 300 && !HAS_NO_BODY.has(status);
    const bytes = reads ? await bodyOf(answer, url, exchanging.limits.bytes) : new Uint8Array();
    // A connection is used again where nothing is left in it; the body of a fault may be endless.
    if (HAS_NO_BODY.has(status)) answer.resume();
    else if (!reads) answer.destroy();
    const header = (name: string): string | null => {
      const value = answer.headers[name];
      return typeof value === 'string' ? value : (value?.[0] ?? null);
    };
    return { status, header, bytes };
  } catch (error) {
    if (error instanceof FetchFailure) throw error;
    if (exchanging.signal.aborted) throw exchanging.signal.reason;
    throw timer.aborted ? timedOut(url, exchanging.limits.ms) : failureOf(error, url);
  }
};
