// Where work that goes on for long has got to: how far an archive is in, what was last seen of a feed. No part of the
// entries and of no answer; unlike everything else here, a row is changed.
// Invariant: a place is kept in the same transaction as what it vouches for, or after it; so nothing is ever lost by it.
import type { Queries } from './database.ts';

export interface Bookmark {
  readonly key: string;
  /** JSON of whoever keeps it; null takes it away. */
  readonly body: string | null;
}

export const bookmarks = async (on: Queries, keys: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await on.query<{ key: string; body: string }>(
    `select key, body from bookmarks where key in ${on.dialect.list(1, 'text')}`,
    [JSON.stringify(keys)],
  );
  return new Map(rows.map(({ key, body }) => [key, body]));
};

const KEEP = `insert into bookmarks (key, body) values ($1, $2)
  on conflict (key) do update set body = excluded.body`;

export const keepBookmarks = async (on: Queries, marks: readonly Bookmark[]): Promise<void> => {
  for (const { key, body } of marks) {
    if (body === null) await on.query('delete from bookmarks where key = $1', [key]);
    else await on.query(KEEP, [key, body]);
  }
};
