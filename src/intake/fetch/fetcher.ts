// The polite fetcher: guard, robots, turns at the host, redirects, and another try where one may help.
// Invariant: every step of a redirect is judged like a first request; what is not fetched is a refusal with its reason.
import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import type { RefusalCode } from '../../model/outcome.ts';
import { backOffMs, retryAfterMs } from './back-off.ts';
import type { Clock } from './clock.ts';
import { type Answered, exchange, isRedirect } from './exchange.ts';
import { type Fetched, type Fetcher, type FetchSettings, NO_VALIDATORS, type Validators } from './fetched.ts';
import { FetchFailure, hostOf, makeGuard } from './guard.ts';
import { makePace } from './pace.ts';
import { ALLOWS_ALL, askRobots, ROBOTS_BYTES, type Robots } from './robots.ts';

const EXPECTED: Partial<Record<RefusalCode, readonly string[]>> = {
  'not-an-address': ['http://… or https://…'],
  'address-not-allowed': ['a public address', '--allow-host NAME for one of your own network'],
};

const ROBOTS_FOR_MS = 24 * 3600 * 1000;
const FIRST_WAIT_MS = 1000;
const TRY_AGAIN = new Set([408, 425, 429, 500, 502, 503, 504]);
const ACCEPT =
  'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5';

export const toUrl = (address: string): URL => {
  if (!URL.canParse(address)) throw new FetchFailure('not-an-address', `“${address.slice(0, 200)}” is no address.`);
  const url = new URL(address);
  url.hash = '';
  return url;
};

/** The name by which robots.txt knows us: without the version. */
const robotName = (agent: string): string => agent.split(/[/\s]/, 1)[0] ?? agent;

interface Asking {
  readonly headers: Readonly<Record<string, string>>;
  readonly pauseMs: number;
  readonly bytes: number;
}

export class PoliteFetcher implements Fetcher {
  readonly #settings: FetchSettings;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #guard: ReturnType<typeof makeGuard>;
  readonly #pace: ReturnType<typeof makePace>;
  readonly #agents = { http: new Agent({ keepAlive: true }), https: new SecureAgent({ keepAlive: true }) };
  readonly #robots = new Map<string, { readonly until: number; readonly robots: Promise<Robots> }>();

  constructor(settings: FetchSettings, clock: Clock, signal: AbortSignal) {
    this.#settings = settings;
    this.#clock = clock;
    this.#signal = signal;
    this.#guard = makeGuard(settings.guard);
    this.#pace = makePace(clock);
  }

  close(): void {
    this.#agents.http.destroy();
    this.#agents.https.destroy();
  }

  async get(address: string, known: Validators = NO_VALIDATORS): Promise<Fetched> {
    for (let failures = 1; ; failures += 1) {
      try {
        return await this.#follow(toUrl(address), known);
      } catch (error) {
        if (!(error instanceof FetchFailure)) throw error;
        const wait = Math.max(
          error.afterMs ?? 0,
          backOffMs(failures, { firstMs: FIRST_WAIT_MS, mostMs: this.#settings.maxWaitMs }, this.#clock.random),
        );
        if (!error.again || failures >= this.#settings.attempts || wait > this.#settings.maxWaitMs)
          return refusedAt(address, error);
        await this.#clock.sleep(wait);
      }
    }
  }

  async #follow(first: URL, known: Validators): Promise<Fetched> {
    let url = first;
    for (let redirects = 0; ; redirects += 1) {
      const answer = await this.#ask(url, known);
      const to = isRedirect(answer) ? answer.header('location') : null;
      if (to === null) return this.#judge(url, answer);
      if (redirects >= this.#settings.maxRedirects)
        throw new FetchFailure(
          'too-many-redirects',
          `${first.href} leads on more than ${this.#settings.maxRedirects} times.`,
        );
      if (!URL.canParse(to, url))
        throw new FetchFailure('broken-answer', `${url.href} leads to “${to.slice(0, 200)}”, no address.`);
      url = new URL(to, url);
      url.hash = '';
    }
  }

  async #ask(url: URL, { etag, lastModified }: Validators): Promise<Answered> {
    this.#guard.check(url);
    const robots = this.#settings.robots === 'ignore' ? ALLOWS_ALL : await this.#robotsOf(url);
    if (!robots.allows(url))
      throw new FetchFailure('robots-disallow', `The robots.txt of ${url.host} asks not to fetch ${url.href}.`);
    const headers = {
      accept: ACCEPT,
      ...(etag === null ? {} : { 'if-none-match': etag }),
      ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
    };
    return this.#exchange(url, { headers, pauseMs: robots.pauseMs, bytes: this.#settings.maxBytes });
  }

  async #exchange(url: URL, { headers, pauseMs, bytes }: Asking): Promise<Answered> {
    const { agent, timeoutMs } = this.#settings;
    await this.#pace.turn(hostOf(url.hostname), Math.max(pauseMs, this.#settings.pauseMs));
    return exchange(
      url,
      { ...headers, 'user-agent': agent, 'accept-encoding': 'gzip, br' },
      {
        guard: this.#guard,
        agents: this.#agents,
        limits: { bytes, ms: timeoutMs },
        signal: this.#signal,
      },
    );
  }

  #judge(url: URL, answer: Answered): Fetched {
    const { status, header, bytes } = answer;
    if (status === 304) return { state: 'unchanged' };
    if (status < 200 || status >= 300)
      throw new FetchFailure('http-status', `${url.href} answers ${status}.`, {
        again: TRY_AGAIN.has(status),
        afterMs: retryAfterMs(header('retry-after'), this.#clock.now()),
      });
    const [type = '', ...parameters] = (header('content-type') ?? '').toLowerCase().split(';');
    const charset = /charset\s*=\s*"?([\w.:-]+)/.exec(parameters.join(';'))?.[1] ?? null;
    const validators = { etag: header('etag'), lastModified: header('last-modified') };
    return { state: 'new', page: { url: url.href, type: type.trim() || null, charset, bytes, ...validators } };
  }

  #robotsOf(url: URL): Promise<Robots> {
    const kept = this.#robots.get(url.origin);
    if (kept !== undefined && kept.until > this.#clock.now()) return kept.robots;
    const ask = (at: URL): Promise<Answered> => this.#exchange(at, { headers: {}, pauseMs: 0, bytes: ROBOTS_BYTES });
    const robots = askRobots(new URL('/robots.txt', url), robotName(this.#settings.agent), ask);
    this.#robots.set(url.origin, { until: this.#clock.now() + ROBOTS_FOR_MS, robots });
    // The failure reaches whoever waits for it; here it is only not kept.
    robots.catch(() => this.#robots.delete(url.origin));
    return robots;
  }
}

const refusedAt = (address: string, { code, message, again, afterMs }: FetchFailure): Fetched => ({
  state: 'refused',
  refusal: {
    ...{ code, stage: 'intake', reason: message, report: null, file: address, span: null },
    expected: EXPECTED[code] ?? ['an address that answers with a page or a feed'],
  },
  again,
  afterMs,
});
