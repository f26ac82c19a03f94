// What a site asks of robots (RFC 9309): which pages not to fetch, and how long to pause between two.
// Invariant: a site without a robots.txt allows all; one whose robots.txt cannot be had for a fault of its own allows nothing yet.
import { late } from '../load-late.ts';
import { type Answered, isRedirect } from './exchange.ts';
import { FetchFailure } from './guard.ts';

/** The package's own types are of another kind of module. */
type RobotsParser = (
  url: string,
  text: string,
) => {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
};
const robotsParser = late<RobotsParser>('robots-parser');

export interface Robots {
  readonly allows: (url: URL) => boolean;
  readonly pauseMs: number;
}

/** A site's wish for a longer pause is heeded up to here. */
const MOST_PAUSE_MS = 60_000;
/** As large as a robots.txt is read, at the least, by RFC 9309. */
export const ROBOTS_BYTES = 512_000;

export const ALLOWS_ALL: Robots = { allows: () => true, pauseMs: 0 };

/** Of an answer to /robots.txt. Throws a FetchFailure where the site is not able to say. */
export const parseRobots = (url: URL, { status, bytes }: Pick<Answered, 'status' | 'bytes'>, agent: string): Robots => {
  if (status >= 200 && status < 300) {
    const robot = robotsParser()(url.href, new TextDecoder().decode(bytes));
    const pauseMs = Math.min(MOST_PAUSE_MS, Math.max(0, robot.getCrawlDelay(agent) ?? 0) * 1000);
    return { allows: (page) => robot.isAllowed(page.href, agent) ?? true, pauseMs };
  }
  if (status >= 400 && status < 500 && status !== 429) return ALLOWS_ALL;
  throw new FetchFailure(
    'robots-unknown',
    `${url.href} answers ${status}: until the site can say what it allows, nothing of it is fetched.`,
    { again: true },
  );
};

const MOST_REDIRECTS = 5;

/** A robots.txt may be elsewhere, up to five steps on; beyond that it counts as none. */
export const askRobots = async (first: URL, agent: string, ask: (url: URL) => Promise<Answered>): Promise<Robots> => {
  let url = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const answer = await ask(url);
    const to = isRedirect(answer) ? answer.header('location') : null;
    if (to === null || !URL.canParse(to, url)) return parseRobots(first, answer, agent);
    url = new URL(to, url);
  }
  return ALLOWS_ALL;
};
