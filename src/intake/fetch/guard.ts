// Decides whether an address may be asked: its scheme, its host, and every IP address that its name leads to.
// Invariant: a connection is made only to an address judged here, in the very look-up that the connection uses; a name
// that changes its answer between two look-ups gains nothing.
import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { RefusalCode } from '../../model/outcome.ts';
import { type RangeOf, rangeFinder } from './closed-ranges.ts';

/** Why something could not be fetched, before it is a refusal of its address. */
export class FetchFailure extends Error {
  readonly code: RefusalCode;
  /** Whether the same request may succeed later. */
  readonly again: boolean;
  /** How long the server asks to wait, in milliseconds; null where it says nothing. */
  readonly afterMs: number | null;
  constructor(
    code: RefusalCode,
    message: string,
    later: { again?: boolean; afterMs?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: later.cause });
    this.name = 'FetchFailure';
    this.code = code;
    this.again = later.again ?? false;
    this.afterMs = later.afterMs ?? null;
  }
}

export interface GuardSettings {
  /** Hosts that may be asked wherever they are: names or IP addresses as an address has them, without the port. */
  readonly allowHosts: readonly string[];
  readonly rangeOf?: RangeOf;
  readonly lookup?: typeof systemLookup;
}

export interface Guard {
  /** Throws a FetchFailure where the address may not be asked. */
  readonly check: (url: URL) => void;
  /** Gives only addresses that may be connected to; an error where there is none. */
  readonly lookup: LookupFunction;
}

/** A host as it is compared: lower case, without brackets and a closing dot. */
export const hostOf = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');

const closed = (host: string, address: string, says: string): FetchFailure =>
  new FetchFailure(
    'address-not-allowed',
    host === address
      ? `${host} is ${says}: only public addresses are asked, and hosts that --allow-host names.`
      : `${host} leads to ${address}, which is ${says}: only public addresses are asked, and hosts that --allow-host names.`,
  );

export const makeGuard = ({ allowHosts, rangeOf = rangeFinder(), lookup = systemLookup }: GuardSettings): Guard => {
  const allowed = new Set(allowHosts.map(hostOf));
  return {
    check: (url) => {
      if (url.protocol !== 'http:' && url.protocol !== 'https:')
        throw new FetchFailure('not-an-address', `${url.protocol}… is not asked: only http and https are.`);
      if (url.username !== '' || url.password !== '')
        throw new FetchFailure('not-an-address', `The address of ${url.hostname} holds a name or a password.`);
      const host = hostOf(url.hostname);
      if (allowed.has(host)) return;
      // Some systems do not ask the name server for these names, some do.
      if (/(^|\.)localhost$/.test(host)) throw closed(host, host, 'loopback');
      const range = isIP(host) === 0 ? null : rangeOf(host);
      if (range !== null) throw closed(host, host, range.says);
    },
    lookup: (hostname, options, callback) => {
      lookup(hostname, { ...options, all: true }, (error, found) => {
        if (error !== null) return callback(error, []);
        const host = hostOf(hostname);
        const judged = found.map((one) => ({ one, range: allowed.has(host) ? null : rangeOf(one.address) }));
        const open = judged.flatMap(({ one, range }) => (range === null ? [one] : []));
        const [first] = open;
        const [worst] = judged;
        if (first === undefined)
          return callback(closed(host, worst?.one.address ?? 'nothing', worst?.range?.says ?? 'no address'), []);
        return options.all === true ? callback(null, open) : callback(null, first.address, first.family);
      });
    },
  };
};
