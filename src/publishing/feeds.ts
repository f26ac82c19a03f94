// What changed on the map in the last two weeks, for feed readers: Atom (RFC 4287) and JSON Feed 1.1 of the same entries.
// Invariant: an entry's id names place, day and verdict; a day that later reports show otherwise becomes a new entry.
import type { Context, Hono } from 'hono';
import { type Drawn, draw, toMarkup } from '../drawing/scene.ts';
import type { CellHoldings, Holding } from '../model/control.ts';
import { contentId } from '../model/text.ts';
import type { Theatre } from '../model/theatre.ts';
import { addDays, type Day, endOfDayIn, type Instant } from '../model/time.ts';
import type { Whoholds } from '../whoholds.ts';
import { turnSentence } from './change-sentence.ts';
import { cutInstant, parseParams } from './params.ts';
import { problemResponse } from './problems.ts';

const DAYS = 14;
const MOST = 200;

export interface FeedEntry {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly day: Day;
  readonly updated: Instant;
}

interface Turn {
  readonly day: Day;
  readonly before: Holding;
  readonly after: Holding;
}

const turnsOf = ({ holdings }: CellHoldings, from: Day): readonly Turn[] =>
  holdings.slice(1).flatMap((after, at) => {
    const before = holdings[at];
    return before === undefined || after.from < from ? [] : [{ day: after.from, before, after }];
  });

/** What a holding says without the flags that only an assessment has. */
const verdictOf = ({ holder, status, against }: Holding) => ({ holder, status, against, flags: [] });

const entryOf = (theatre: Theatre, cell: CellHoldings['cell'], { day, before, after }: Turn): FeedEntry => ({
  id: `urn:whoholds:${theatre.id}:${contentId('chg', [cell.place, cell.scope, day, after.holder, after.status, after.against])}`,
  url: `/place/${encodeURIComponent(cell.place)}?on=${day}&scope=${cell.scope}`,
  title: turnSentence({ ...cell, before: verdictOf(before), after: verdictOf(after) }, theatre),
  day,
  updated: endOfDayIn(day, theatre.timezone),
});

export interface FeedQuery {
  readonly to: Day;
  readonly asOf: Instant | null;
  readonly seq: number | null;
}

/** Changes of holder or status in the two weeks up to a day, the newest first. */
export const feedEntries = async (whoholds: Whoholds, { to, asOf, seq }: FeedQuery): Promise<readonly FeedEntry[]> => {
  const from = addDays(to, 1 - DAYS);
  const cells = await whoholds.holdings({ from: addDays(from, -1), until: to, asOf, seq });
  return cells
    .flatMap((cell) => turnsOf(cell, from).map((turn) => entryOf(whoholds.theatre, cell.cell, turn)))
    .sort((a, b) => (a.day === b.day ? (a.title < b.title ? -1 : 1) : a.day < b.day ? 1 : -1))
    .slice(0, MOST);
};

interface Feed {
  readonly title: string;
  readonly home: string;
  readonly self: string;
  readonly updated: Instant;
  readonly entries: readonly FeedEntry[];
}

const link = (rel: string, href: string): Drawn => draw('link', { rel, href });
const words = (tag: string, text: string): Drawn => draw(tag, {}, [text]);

const atomEntry = ({ id, url, title, updated }: FeedEntry, { home }: Feed): Drawn =>
  draw('entry', {}, [
    words('id', id),
    words('title', title),
    words('updated', updated),
    link('alternate', new URL(url, home).href),
    words('content', title),
  ]);

const atomText = (feed: Feed): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${toMarkup(
    draw('feed', { xmlns: 'http://www.w3.org/2005/Atom' }, [
      words('id', feed.self),
      words('title', feed.title),
      words('updated', feed.updated),
      draw('author', {}, [words('name', 'whoholds')]),
      link('self', feed.self),
      link('alternate', new URL('/changes', feed.home).href),
      ...feed.entries.map((entry) => atomEntry(entry, feed)),
    ]),
  )}\n`;

const jsonFeed = (feed: Feed) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: feed.title,
  home_page_url: new URL('/changes', feed.home).href,
  feed_url: feed.self,
  items: feed.entries.map(({ id, url, title, updated }) => ({
    ...{ id, url: new URL(url, feed.home).href, title, content_text: title, date_published: updated },
  })),
});

type Form = 'atom' | 'json';
const RESPONSES: Readonly<Record<Form, (feed: Feed) => Response>> = {
  atom: (feed) => new Response(atomText(feed), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } }),
  json: (feed) =>
    new Response(JSON.stringify(jsonFeed(feed)), {
      headers: { 'content-type': 'application/feed+json; charset=utf-8' },
    }),
};

const answer = async (whoholds: Whoholds, form: Form, { req }: Context): Promise<Response> => {
  const { searchParams, origin, href } = new URL(req.url);
  const parsed = parseParams(searchParams, ['to', 'asOf', 'seq'], []);
  if (!parsed.ok) return problemResponse(parsed.problem);
  const { asked } = parsed;
  const { theatre } = whoholds;
  const to = asked.to ?? (await whoholds.lastDay()) ?? theatre.period.from;
  const query = { to, asOf: cutInstant(asked.asOf, theatre.timezone), seq: asked.seq };
  const entries = await feedEntries(whoholds, query);
  const updated = entries[0]?.updated ?? endOfDayIn(to, theatre.timezone);
  return RESPONSES[form]({ title: `${theatre.title} · whoholds`, home: origin, self: href, updated, entries });
};

/** Both feeds, of the ledger as whoever asks may see it. */
export const addFeeds = (app: Hono, whoholds: Whoholds): void => {
  app.get('/changes.atom', (context) => answer(whoholds, 'atom', context));
  app.get('/changes.json', (context) => answer(whoholds, 'json', context));
};
