// The requests of people, beside the entries: they only grow, like them, and are never derived.
// Invariant: one request an account and key; a ruling is a request of its own, so that nothing is ever changed.
import type { ActRequest } from '../model/request.ts';
import type { Queries } from './database.ts';
import { REQUESTS } from './tables.ts';

const COLUMNS = 'number, author as "by", key, mark, recorded, ruled as "of", state, reason, act, answer';

export const requests = (on: Queries): Promise<readonly ActRequest[]> =>
  on.query<ActRequest>(`select ${COLUMNS} from requests order by number`);

export const requestBy = async (on: Queries, by: string, key: string): Promise<ActRequest | null> =>
  (await on.query<ActRequest>(`select ${COLUMNS} from requests where author = $1 and key = $2`, [by, key]))[0] ?? null;

/** The bytes that came with a request; null where none did. */
export const requestBytes = async (on: Queries, number: number): Promise<Uint8Array | null> => {
  const rows = await on.query<{ bytes: Uint8Array | null }>('select bytes from requests where number = $1', [number]);
  const bytes = rows[0]?.bytes ?? null;
  return bytes === null ? null : new Uint8Array(bytes);
};

export type NewRequest = Omit<ActRequest, 'number'>;

/** Keeps a request; where the account has one by this key already, that one is given back and nothing is kept. */
export const keepRequest = async (on: Queries, asked: NewRequest, bytes: Uint8Array | null): Promise<ActRequest> => {
  const known = await requestBy(on, asked.by, asked.key);
  if (known !== null) return known;
  const [row] = await on.query<{ last: number }>('select coalesce(max(number), 0) as last from requests');
  const number = (row?.last ?? 0) + 1;
  const { by, key, mark, recorded, of, state, reason, act, answer } = asked;
  await on.insert(REQUESTS, [[number, by, key, mark, recorded, of, state, reason, act, answer, bytes]]);
  return { number, ...asked };
};
