// What the flags of fetching mean, and the fetcher that they make.
import { realClock } from '../intake/fetch/clock.ts';
import type { Fetcher, FetchSettings } from '../intake/fetch/fetched.ts';
import { PoliteFetcher } from '../intake/fetch/fetcher.ts';
import { DEFAULT_MAX_BYTES, packageVersion, wholeNumber } from '../settings.ts';
import { oneOf } from './moment.ts';

export interface FetchOptions {
  readonly allowHost?: string;
  readonly fetchTimeout?: string;
  readonly maxRedirects?: string;
  readonly pause?: string;
  readonly attempts?: string;
  readonly maxWait?: string;
  readonly robots?: string;
  readonly userAgent?: string;
  readonly maxEntries?: string;
  readonly maxBytes?: string;
}

const SECONDS = 1000;
const DEFAULT_MAX_ENTRIES = 100;

export const maxEntriesFrom = ({ maxEntries }: FetchOptions): number =>
  wholeNumber('maxEntries', maxEntries, DEFAULT_MAX_ENTRIES);

const hostsFrom = (words: string | undefined): readonly string[] =>
  (words ?? '')
    .split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '');

export const fetchSettingsFrom = (options: FetchOptions): FetchSettings => ({
  guard: { allowHosts: hostsFrom(options.allowHost ?? process.env.WHOHOLDS_ALLOW_HOST) },
  agent: options.userAgent ?? process.env.WHOHOLDS_USER_AGENT ?? `whoholds/${packageVersion()}`,
  maxBytes: wholeNumber('maxBytes', options.maxBytes, DEFAULT_MAX_BYTES),
  timeoutMs: wholeNumber('fetchTimeout', options.fetchTimeout, 30) * SECONDS,
  maxRedirects: wholeNumber('maxRedirects', options.maxRedirects, 5),
  pauseMs: wholeNumber('pause', options.pause, 2) * SECONDS,
  attempts: Math.max(1, wholeNumber('attempts', options.attempts, 3)),
  maxWaitMs: wholeNumber('maxWait', options.maxWait, 120) * SECONDS,
  robots: oneOf('--robots', options.robots ?? process.env.WHOHOLDS_ROBOTS, ['obey', 'ignore'] as const) ?? 'obey',
});

/** The signal ends what is under way and what is waited for. */
export const openFetcher = (options: FetchOptions, signal: AbortSignal): Fetcher =>
  new PoliteFetcher(fetchSettingsFrom(options), realClock(signal), signal);

const shared = new WeakMap<FetchOptions, Fetcher>();

/** One fetcher for all that one command fetches: two addresses of one host take turns, and its robots.txt is asked for once. */
export const sharedFetcher = (options: FetchOptions, signal: AbortSignal): Fetcher => {
  const fetcher = shared.get(options) ?? openFetcher(options, signal);
  shared.set(options, fetcher);
  return fetcher;
};
