// Brings the bytes of what is asked for from elsewhere: from an address, or from quarantine.
// Invariant: what was looked at with `dryRun` is what is recorded, though the page at the address may have changed since.
import type { Outcome } from '../model/outcome.ts';
import type { Wanted, Whoholds } from '../whoholds.ts';
import { type Problem, problem } from './problems.ts';
import type { Fetching } from './writes.ts';

/** A page as the server fetched it. */
export interface BroughtPage {
  /** Where it was found after redirects. */
  readonly url: string;
  readonly form: 'text' | 'html';
  readonly bytes: Uint8Array;
}

export type FetchPage = (address: string) => Promise<Outcome<BroughtPage>>;

const KEPT_MS = 15 * 60 * 1000;
const MOST_KEPT = 20;

/** The same page for the same address for a while. */
export const keepingPages = (fetchPage: FetchPage, now: () => number = Date.now): FetchPage => {
  const kept = new Map<string, { readonly until: number; readonly page: Outcome<BroughtPage> }>();
  return async (address) => {
    const known = kept.get(address);
    if (known !== undefined && known.until > now()) return known.page;
    const page = await fetchPage(address);
    kept.delete(address);
    if (page.ok) kept.set(address, { until: now() + KEPT_MS, page });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return page;
  };
};

const fromAddress = async (
  { fetch, given }: Extract<Fetching, { fetch: string }>,
  fetchPage: FetchPage | null,
): Promise<Wanted | Problem> => {
  if (fetchPage === null)
    return problem('not-possible', 'This server fetches no pages: paste the words, or give a file.');
  const page = await fetchPage(fetch);
  if (!page.ok) return problem('not-possible', page.refusal.reason, page.refusal.expected);
  const { url, form, bytes } = page.value;
  return { act: { act: 'report', report: { file: fetch, form, url, ...given } }, bytes };
};

const fromQuarantine = async (id: string, { quarantine }: Whoholds): Promise<Wanted | Problem> => {
  const found = await quarantine.show(id);
  if (found === null) return problem('no-such-refusal', `Nothing is refused under “${id.slice(0, 80)}”, or no longer.`);
  if (found.row.report !== null) return { act: { act: 'readAgain', report: found.row.report }, bytes: null };
  const wanted = await quarantine.wanted(id);
  return (
    wanted ??
    problem('not-possible', 'Its bytes are not kept here: add its file or address again.', ['whoholds refusals retry'])
  );
};

export const bring = async (
  fetching: Fetching,
  { whoholds, fetchPage }: { readonly whoholds: Whoholds; readonly fetchPage: FetchPage | null },
): Promise<Wanted | Problem> =>
  'fetch' in fetching ? fromAddress(fetching, fetchPage) : fromQuarantine(fetching.refusal, whoholds);
