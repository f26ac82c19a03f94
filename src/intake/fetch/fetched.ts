// What a fetch is asked with and what it gives. Invariant: what is not fetched is a refusal, never an exception.
import type { Refusal } from '../../model/outcome.ts';
import type { GuardSettings } from './guard.ts';

export interface FetchSettings {
  readonly guard: GuardSettings;
  /** How we call ourselves, to servers and in robots.txt. */
  readonly agent: string;
  /** Bytes of one answer, unpacked. */
  readonly maxBytes: number;
  /** For one answer, from the request to its last byte. */
  readonly timeoutMs: number;
  readonly maxRedirects: number;
  /** Between two requests to one host. */
  readonly pauseMs: number;
  /** How often one address is tried where trying again may help. */
  readonly attempts: number;
  /** No longer than this is waited before another try; a server that asks for more is left for later. */
  readonly maxWaitMs: number;
  readonly robots: 'obey' | 'ignore';
}

/** What an earlier answer said of itself, to ask only for news. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface Page extends Validators {
  /** Where it was found after redirects. */
  readonly url: string;
  /** The declared type, e.g. "text/html"; null where none is declared. */
  readonly type: string | null;
  /** The encoding that the server declares. */
  readonly charset: string | null;
  readonly bytes: Uint8Array;
}

export type Fetched =
  | { readonly state: 'new'; readonly page: Page }
  | { readonly state: 'unchanged' }
  /** `again`: it may come later; `afterMs`: not before, as the server says. */
  | { readonly state: 'refused'; readonly refusal: Refusal; readonly again: boolean; readonly afterMs: number | null };

export interface Fetcher {
  get(address: string, known?: Validators): Promise<Fetched>;
  close(): void;
}

export const NO_VALIDATORS: Validators = { etag: null, lastModified: null };
