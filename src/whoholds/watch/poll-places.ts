// Where polling was left, of each address and each entry of a list, as bookmarks of the ledger keep it.
// Invariant: what is not there was never polled; a place vouches only for what is in.
import type { Validators } from '../../intake/fetch/fetched.ts';
import type { Entry } from '../../intake/fetch/open-page.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { hashText } from '../../model/text.ts';

/** Where an address was left, as a bookmark keeps it. */
export interface AddressPlace extends Validators {
  readonly digest: string | null;
  readonly polledAt: number;
  readonly failures: number;
  /** Not asked again before, after failures. */
  readonly restUntil: number;
  /** The lists that a list of lists leads to: they have news also when it has none itself. */
  readonly lists?: readonly string[];
}

export const NEVER_POLLED: AddressPlace = {
  ...{ etag: null, lastModified: null, digest: null, polledAt: 0, failures: 0, restUntil: 0 },
};

export interface EntryPlace {
  /** Null: not in yet. */
  readonly mark: string | null;
  readonly tries: number;
}

export const placeKey = (address: string): string => `watch address ${address}`;

/** Where an address was left. */
export const placeOf = async (ledger: Ledger, address: string): Promise<AddressPlace> => {
  const body = (await ledger.bookmarks([placeKey(address)])).get(placeKey(address));
  return body === undefined ? NEVER_POLLED : (JSON.parse(body) as AddressPlace);
};

export const entryKey = (address: string, { id }: Entry): string =>
  `watch entry ${hashText(JSON.stringify([address, id]))}`;

/** When an address is asked next, at the earliest. */
export const dueAt = ({ polledAt, restUntil, failures }: AddressPlace, everyMs: number): number =>
  failures > 0 ? restUntil : polledAt === 0 ? 0 : polledAt + everyMs;

export const entryPlaces = async (
  ledger: Ledger,
  address: string,
  entries: readonly Entry[],
): Promise<(entry: Entry) => EntryPlace> => {
  const known = await ledger.bookmarks(entries.map((entry) => entryKey(address, entry)));
  return (entry) => {
    const body = known.get(entryKey(address, entry));
    return body === undefined ? { mark: null, tries: 0 } : (JSON.parse(body) as EntryPlace);
  };
};
