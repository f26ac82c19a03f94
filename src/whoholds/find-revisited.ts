// The page that a web archive's revisit speaks of, where another archive brought it into the ledger.
// Invariant: it is that visit, by address and moment, or those very bytes, by their digest; what is merely like it is not taken.
import { createHash } from 'node:crypto';
import { bytesSource, type Item } from '../intake/sources.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { done, type Outcome, type Revisit } from '../model/outcome.ts';
import type { Report, ReportId } from '../model/report.ts';
import { toInstant } from '../model/time.ts';
import { type Added, NOTHING_ADDED } from './added.ts';
import type { Adding } from './make-batch.ts';

type Revisited =
  /** It adds nothing: the page that it was like stood at the same address. */
  | { readonly known: ReportId }
  /** The page at another address. */
  | { readonly item: Item };

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** As web archives write digests. */
const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
};

const ALGORITHMS: Readonly<Record<string, string>> = {
  sha1: 'sha1',
  'sha-1': 'sha1',
  sha256: 'sha256',
  'sha-256': 'sha256',
};

const hasDigest = (bytes: Uint8Array, digest: string | null): boolean => {
  const [, name = '', value = ''] = /^([\w-]+):([\w=]+)$/.exec(digest ?? '') ?? [];
  const algorithm = ALGORITHMS[name.toLowerCase()];
  if (algorithm === undefined) return false;
  const hash = createHash(algorithm).update(bytes).digest();
  return [base32(hash), hash.toString('hex').toUpperCase()].includes(value.replace(/=+$/, '').toUpperCase());
};

/** Pages of one address are few; a digest is worked out for the last of them at most. */
const MOST_LOOKED_AT = 20;

const findPage = async (ledger: Ledger, { url, refersTo, refersDate, digest }: Revisit) => {
  const address = refersTo ?? url;
  const ids = address === null ? [] : await ledger.reportsAt(address);
  const heads = ids.length === 0 ? [] : (await ledger.reportHeads(ids)).map(({ report }) => report);
  const moment = refersDate === null ? null : toInstant(refersDate);
  const ofVisit = heads.find(({ captured }) => captured !== null && captured === moment);
  if (ofVisit !== undefined) return ofVisit;
  for (const head of heads.slice(-MOST_LOOKED_AT)) {
    const bytes = await ledger.original(head.id);
    if (bytes !== null && hasDigest(bytes, digest)) return head;
  }
  return null;
};

/** Null where the ledger does not have it (yet). */
const findRevisited = async (ledger: Ledger, file: string, revisit: Revisit): Promise<Revisited | null> => {
  const head = await findPage(ledger, revisit);
  if (head === null) return null;
  if (head.url === revisit.url) return { known: head.id };
  const bytes = await ledger.original(head.id);
  if (bytes === null) return null;
  const given = { published: null, outlet: null, title: null, id: null, url: revisit.url, captured: revisit.captured };
  for await (const item of bytesSource({ file, name: revisit.url ?? '', given, mediaType: null, bytes }))
    return item.ok ? { item: item.value } : null;
  return null;
};

interface Waiting {
  readonly batch: { readonly report: Pick<Report, 'url'> };
}

/** An earlier visit of the same walk may be in the batch that is not in the ledger yet. */
export const isWaitedFor = (item: Outcome<Item>, pending: readonly Waiting[]): boolean => {
  if (item.ok || item.revisit === undefined) return false;
  const address = item.revisit.refersTo ?? item.revisit.url;
  return pending.some(({ batch }) => batch.report.url === address);
};

/** A web archive's revisit with its page from the ledger, or told to be known; any other item as it is. */
export const meetRevisit = async ({ ledger, options }: Adding, item: Outcome<Item>): Promise<Outcome<Item> | Added> => {
  if (item.ok || item.revisit === undefined) return item;
  const file = item.refusal.file ?? '';
  const found = await findRevisited(ledger, file, item.revisit);
  if (found === null) return item;
  if ('item' in found) return done(found.item);
  await ledger.release([file], options.by, options.now());
  const membership = (await ledger.memberships([found.known])).get(found.known);
  const { family = found.known, copyOf = null } = membership ?? {};
  return { ...NOTHING_ADDED, file, report: { id: found.known }, family, copyOf, refusals: [] };
};
